"""The newest file of a kind, heavy enough and not put aside."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from families.contract import Ask, Entry, Play
from families.folder.reading import files, name, quotes, template
from families.folder.scenes import scene
from families.folder.tree import Tree, changed, spots
from families.folder.wording import Answer, Wording, compose, named
from families.locales import long_date, quoted, size
from families.seeds import Draw


@dataclass(frozen=True, slots=True)
class Plan:
    total: int
    aside: int  # folders of things put aside
    heavy: int  # PDF files over the limit that are neither the newest nor put aside


_PLANS: Mapping[int, Plan] = {3: Plan(40, 1, 3), 4: Plan(60, 2, 5)}
_ASIDE: Mapping[str, tuple[str, str]] = {"en": ("old", "archive"), "fr": ("vieux", "archives")}
_LAST = datetime.combine(date(2024, 10, 20), time(8))
_OTHERS = ("txt", "jpg", "odt", "csv", "png", "ods", "md", "html")  # no ordinary PDF: those of this play are placed
_NOUNS: Mapping[str, tuple[str, ...]] = {
    "en": ("handbook", "brochure", "survey", "catalogue", "review", "guide", "dossier", "newsletter"),
    "fr": ("livret", "brochure", "enquete", "catalogue", "bulletin", "guide", "dossier", "gazette"),
}

WORDS: Mapping[str, Wording] = {
    "en": Wording(
        title="The newest large document",
        context=(
            "One document has to be printed: of the PDF files over 200 KB, the one changed last. What lies in "
            "{aside} no longer counts."
        ),
        question="What is this file called?",
        hint="The name of the file, with or without .pdf.",
        correction=(
            "Three conditions have to hold together: kind, size and place; the date then decides.\n\n**One way:** "
            "search for `.pdf` in the whole folder, show the details and sort by date of change. From the most "
            "recent down, pass over those under 200 KB and those put aside: {answer} comes first ({size}, "
            "{day}).\n\n**Another way:** sort by size, keep the PDF files over 200 KB that are not in {aside}, and "
            "compare their dates."
        ),
        feedback={
            "light": "This one is more recent, but it weighs less than 200 KB. Show the sizes.",
            "aside": "This one is more recent, but it lies in a folder that no longer counts. Look at its path.",
            "kind": "This one is more recent and large, but it is not a PDF. Look at its ending.",
            "earlier": "This one meets the conditions, but another PDF was changed later.",
        },
    ),
    "fr": Wording(
        title="Le gros document le plus récent",
        context=(
            "Il faut imprimer un document : parmi les PDF de plus de 200 Ko, celui qui a été modifié en dernier. Ce "
            "qui se trouve dans {aside} ne compte plus."
        ),
        question="Comment s'appelle ce fichier ?",
        hint="Le nom du fichier, avec ou sans .pdf.",
        correction=(
            "Trois conditions doivent tenir ensemble : le type, la taille et l'endroit ; la date départage "
            "ensuite.\n\n**Une façon de faire :** recherchez `.pdf` dans tout le dossier, affichez les détails et "
            "triez par date de modification. En partant du plus récent, écartez ceux de moins de 200 Ko et ceux qui "
            "ne comptent plus : {answer} vient en premier ({size}, {day}).\n\n**Une autre :** triez par taille, "
            "gardez les PDF de plus de 200 Ko qui ne sont pas dans {aside}, et comparez leurs dates."
        ),
        feedback={
            "light": "Celui-ci est plus récent, mais il pèse moins de 200 Ko. Affichez les tailles.",
            "aside": "Celui-ci est plus récent, mais il est dans un dossier qui ne compte plus. Regardez son chemin.",
            "kind": "Celui-ci est plus récent et gros, mais ce n'est pas un PDF. Regardez son extension.",
            "earlier": "Celui-ci remplit les conditions, mais un autre PDF a été modifié plus tard.",
        },
    ),
}
_OR: Mapping[str, str] = {"en": " or ", "fr": " ou "}


def _kinds(plan: Plan) -> list[tuple[str, str]]:
    """From the most recent to the oldest: what is wrong with each file, and how it ends. The right one is "right"."""
    rest = [("earlier", "pdf")] * plan.heavy
    return [*([("aside", "pdf")] * plan.aside), ("light", "pdf"), ("kind", "odt"), ("right", "pdf"), *rest]


def _weight(fault: str, draw: Draw) -> int:
    return draw.between(60_000, 160_000) if fault == "light" else draw.between(214_000, 290_000)


def _plant(tree: Tree, draw: Draw, plan: Plan, aside: Sequence[str]) -> list[tuple[str, Entry]]:
    """The files of the play, in a drawn order of dates above the right one."""
    scene, folders = tree.scene, spots(tree.scene, draw, 4)
    ranks = _kinds(plan)
    above = plan.aside + 2
    ranks[:above] = draw.shuffled(ranks[:above])
    names = draw.sample([f"{noun}-{slug}" for noun in _NOUNS[scene.locale] for _, slug in scene.events], len(ranks))
    put_aside = iter([f"{folders[0]}/{aside[0]}", *aside[1:]])
    at, planted = _LAST - timedelta(draw.below(150), 2 * draw.below(18_000)), []
    for (fault, ending), each in zip(ranks, names, strict=True):
        place = next(put_aside) if fault == "aside" else draw.pick([*folders, f"{folders[1]}/{scene.events[0][1]}"])
        planted.append((fault, tree.plant(place, f"{each}.{ending}", size=_weight(fault, draw), at=at)))
        at -= timedelta(draw.between(1, 50), draw.between(60, 3000) * 2)
    tree.clutter(plan.total, [*folders, f"{folders[0]}/{aside[0]}"], _OTHERS)
    return planted


def make(ask: Ask) -> Play:
    draw, plan = Draw(ask.seed, "folder.newest-kind"), _PLANS[ask.level]
    world = scene(ask, draw)
    tree, aside = Tree(world, draw), _ASIDE[ask.locale][: plan.aside]
    planted = _plant(tree, draw, plan, aside)

    right = next(entry for fault, entry in planted if fault == "right")
    facts = {
        "aside": _OR[ask.locale].join(quoted(folder, ask.locale) for folder in aside),
        "answer": quoted(name(right), ask.locale),
        "size": size(right.size, ask.locale),
        "day": long_date(changed(right).date(), ask.locale),
    }
    mistakes = tuple((fault, named(entry)) for fault, entry in planted if fault != "right")
    return compose(world, WORDS[ask.locale], facts, tree.entries(), Answer(named(right), name(right), mistakes))


def find(play: Play, entries: Sequence[Entry]) -> str:
    """Sift the files by each condition in turn; the latest of those left."""
    aside = quotes(play)
    fit = [
        entry
        for entry in files(entries)
        if name(entry).endswith(".pdf") and entry.size > 200 * 1024 and not set(aside) & set(entry.path.split("/"))
    ]
    return name(max(fit, key=changed))


TEMPLATE = template("folder.newest-kind", (3, 4), make, find)
