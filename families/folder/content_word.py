"""A note looked for by the words in it: the code written there."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from families.contract import Ask, Entry, Play, TextKey
from families.folder.reading import files, quotes, template
from families.folder.scenes import Scene, scene
from families.folder.tree import Tree, spots
from families.folder.wording import Answer, Wording, compose
from families.locales import quoted, slug
from families.seeds import Draw


@dataclass(frozen=True, slots=True)
class Plan:
    total: int
    codes: int  # other notes with a code
    kinds: tuple[str, ...]
    lure: bool  # a file named after the words, without them inside


_PLANS: Mapping[int, Plan] = {
    3: Plan(36, 8, ("txt",), False),
    4: Plan(56, 14, ("txt", "md"), False),
    5: Plan(80, 20, ("txt", "md", "html"), True),
}
_THINGS: Mapping[str, tuple[str, ...]] = {
    "en": ("{} cupboard padlock", "{} shed padlock", "{} gate padlock", "{} chest padlock", "{} locker padlock"),
    "fr": ("cadenas du placard {}", "cadenas du local {}", "cadenas du portail {}", "cadenas du coffre {}"),
}
_CLOSE = 6  # phrases that share the thing or the colour of the right one
_COLOURS: Mapping[str, tuple[str, ...]] = {
    "en": ("red", "green", "blue", "grey", "yellow", "white", "orange"),
    "fr": ("rouge", "vert", "bleu", "gris", "jaune", "blanc", "orange"),
}
_SAID: Mapping[str, str] = {"en": "- {words}: code {code}\n", "fr": "- {words} : code {code}\n"}
_LURE: Mapping[str, str] = {
    "en": "Old code: {code}. Changed since, see the notes.\n",
    "fr": "Ancien code : {code}. Changé depuis, voir les notes.\n",
}

WORDS: Mapping[str, Wording] = {
    "en": Wording(
        title="Find a note by its content",
        context=(
            "The names of these notes say little. Only one contains the words {words}, and the code that goes with "
            "them."
        ),
        question="Which code does this note give?",
        hint="Four digits.",
        correction=(
            "A file can be found by what is written inside, not only by its name.\n\n**One way:** in the search of "
            "the file manager, choose to search the content, and type {words}. One file answers: `{path}`. It says: "
            "code {answer}.\n\n**Another way:** in a terminal, `grep -ri` followed by the words between quotes "
            "searches every file; or open the notes one after the other, which takes longer."
        ),
        feedback={
            "close": "This code goes with another padlock. Only one note contains all the words together.",
            "lure": "The name of this file has the words, its content does not: this code is an old one.",
        },
    ),
    "fr": Wording(
        title="Retrouver une note par son contenu",
        context=(
            "Les noms de ces notes ne disent pas grand-chose. Une seule contient les mots {words}, avec le code qui "
            "va avec."
        ),
        question="Quel code donne cette note ?",
        hint="Quatre chiffres.",
        correction=(
            "On peut retrouver un fichier par ce qui est écrit dedans, pas seulement par son nom.\n\n**Une façon de "
            "faire :** dans la recherche du gestionnaire de fichiers, choisissez de chercher dans le contenu et "
            "tapez {words}. Un fichier répond : `{path}`. On y lit : code {answer}.\n\n**Une autre :** dans un "
            "terminal, `grep -ri` suivi des mots entre guillemets cherche dans tous les fichiers ; ou ouvrez les "
            "notes l'une après l'autre, ce qui est plus long."
        ),
        feedback={
            "close": "Ce code va avec un autre cadenas. Une seule note contient tous les mots ensemble.",
            "lure": "Le nom de ce fichier contient les mots, pas son contenu : ce code est un ancien code.",
        },
    ),
}


def _say(world: Scene, draw: Draw, words: str, code: str) -> str:
    """A note that gives a code among other things."""
    before, after = draw.sample(world.stock["txt"], 2)
    return f"{before.text}{_SAID[world.locale].format(words=words, code=code)}{after.text}"


def _key(code: str) -> TextKey:
    return TextKey((code,))


def _phrases(locale: str, draw: Draw, count: int) -> list[str]:
    """Different words; the first ones after the right one share its thing or its colour."""
    things, colours = draw.shuffled(_THINGS[locale]), draw.shuffled(_COLOURS[locale])
    near = [things[0].format(colour) for colour in colours[1:4]] + [thing.format(colours[0]) for thing in things[1:4]]
    far = [thing.format(colour) for thing in things[1:] for colour in colours[1:]]
    return [things[0].format(colours[0]), *near, *draw.sample(far, count - len(near))]


def make(ask: Ask) -> Play:
    draw, plan, wording = Draw(ask.seed, "folder.content-word"), _PLANS[ask.level], WORDS[ask.locale]
    world = scene(ask, draw)
    tree, tops = Tree(world, draw), spots(world, draw, 4)
    folders = [*tops, *(f"{top}/{event}" for top, (_, event) in zip(tops, world.events, strict=False))]
    phrases = _phrases(ask.locale, draw, plan.codes)
    codes = [str(code) for code in draw.sample(range(1000, 10_000), len(phrases) + 1)]
    numbers = draw.sample(range(10, 100), len(phrases))
    notes = [
        tree.plant(draw.pick(folders), f"note-{number}.{draw.pick(plan.kinds)}", text=_say(world, draw, words, code))
        for words, code, number in zip(phrases, codes, numbers, strict=False)
    ]
    if plan.lure:
        text = _LURE[ask.locale].format(code=codes[-1])
        tree.plant(draw.pick(folders), f"{slug(phrases[0])}.txt", text=text)
    tree.clutter(plan.total, folders)

    mistakes = [("close", _key(code)) for code in codes[1 : _CLOSE + 1]]
    if plan.lure:
        mistakes.append(("lure", _key(codes[-1])))
    facts = {
        "words": quoted(phrases[0], ask.locale),
        "path": notes[0].path.partition("/")[2],
        "answer": codes[0],
    }
    return compose(world, wording, facts, tree.entries(), Answer(_key(codes[0]), codes[0], tuple(mistakes)))


def find(play: Play, entries: Sequence[Entry]) -> str:
    """Search every text for the words, and read the number on that line."""
    words = quotes(play)[0]
    text = next(entry.text for entry in files(entries) if entry.text and words in entry.text)
    line = next(line for line in text.splitlines() if words in line)
    return line.rpartition(" ")[2]


TEMPLATE = template("folder.content-word", (3, 4, 5), make, find)
