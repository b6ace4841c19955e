"""How a play about a folder is put together from its words, its facts and its files."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from families.contract import (
    Download,
    Entry,
    Field,
    FieldKey,
    FieldsKey,
    Format,
    Kind,
    Mistake,
    NumberKey,
    Play,
    TextKey,
)
from families.folder.scenes import Scene
from families.locales import counted, size

FIELD = "answer"
LABELS: Mapping[str, str] = {"en": "Your answer", "fr": "Votre réponse"}
_LEADS: Mapping[str, str] = {
    "en": "{keeper} looks after the files {of}. Download the folder, or browse it on this page.",
    "fr": "{keeper} s'occupe des fichiers {of}. Téléchargez le dossier, ou parcourez-le sur cette page.",
}
_FILES: Mapping[str, tuple[str, str]] = {"en": ("file", "files"), "fr": ("fichier", "fichiers")}


@dataclass(frozen=True, slots=True)
class Wording:
    """The words of a template in one language, with room for the facts of a play."""

    title: str
    context: str
    question: str
    hint: str
    correction: str
    feedback: Mapping[str, str]
    unit: str = ""


@dataclass(frozen=True, slots=True)
class Answer:
    """What is right, how it is shown, and the wrong answers foreseen: the name of their feedback and their key."""

    key: FieldKey
    shown: str
    mistakes: tuple[tuple[str, FieldKey], ...]


def whole(count: int, *units: str) -> NumberKey:
    """This whole number and no other, with or without its noun."""
    exact = Decimal(count)
    return NumberKey(exact, exact, tuple((unit, _ONE) for unit in units))


_ONE = Decimal(1)


def named(entry: Entry) -> TextKey:
    """The name of a file, in small or capital letters, with or without its ending or the folders above."""
    inner = entry.path.partition("/")[2]
    name = inner.rpartition("/")[2]
    return TextKey((name, name.rpartition(".")[0], inner, entry.path))


def _fields(key: FieldKey) -> FieldsKey:
    return FieldsKey(((FIELD, key),))


def note(entries: tuple[Entry, ...], locale: str) -> str:
    """What a download weighs, before one decides to fetch it."""
    files = [entry.size for entry in entries if not entry.path.endswith("/")]
    return f"{counted(len(files), *_FILES[locale], locale)} · {size(sum(files), locale)}"


def _mistakes(wording: Wording, facts: Mapping[str, object], answer: Answer) -> tuple[Mistake, ...]:
    """One word for each wrong answer; where two mistakes lead to the same figure, the first named is the likelier."""
    first: dict[FieldKey, str] = {}
    for name, key in answer.mistakes:
        first.setdefault(key, name)
    return tuple(Mistake(_fields(key), wording.feedback[name].format_map(facts)) for key, name in first.items())


def compose(
    scene: Scene, wording: Wording, facts: Mapping[str, object], entries: tuple[Entry, ...], answer: Answer
) -> Play:
    """The play: a lead that says whose folder it is, the task, the folder, and what stays on the server."""
    facts = {"keeper": scene.keeper, **facts}
    lead = _LEADS[scene.locale].format(keeper=scene.keeper, of=scene.of)
    form = Format.NUMBER if isinstance(answer.key, NumberKey) else Format.TEXT
    return Play(
        title=wording.title,
        question=wording.question.format_map(facts),
        kind=Kind.FIELDS,
        key=_fields(answer.key),
        shown=answer.shown,
        correction=wording.correction.format_map(facts),
        context=f"{lead}\n\n{wording.context.format_map(facts)}",
        fields=(Field(FIELD, LABELS[scene.locale], form, wording.hint, wording.unit),),
        downloads=(Download(scene.root, ("zip",), note(entries, scene.locale)),),
        folder=entries,
        mistakes=_mistakes(wording, facts, answer),
    )
