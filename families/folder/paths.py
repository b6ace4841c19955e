"""A path written in a note, followed from the place of that note."""

import posixpath
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from families.contract import Ask, Entry, Play, TextKey
from families.folder.reading import files, name, quotes, template
from families.folder.scenes import scene
from families.folder.tree import Tree, spots
from families.folder.wording import Answer, Wording, compose
from families.locales import quoted
from families.seeds import Draw


@dataclass(frozen=True, slots=True)
class Plan:
    total: int
    depth: int  # folders between the top and the note
    climbs: int  # how many times the path goes up
    detour: bool  # the path goes down and up again on its way


_PLANS: Mapping[int, Plan] = {5: Plan(34, 2, 1, False), 6: Plan(44, 3, 2, False), 7: Plan(56, 4, 2, True)}
_WORDS: Mapping[str, tuple[str, ...]] = {
    "en": ("maple", "heron", "pebble", "saffron", "lantern", "thistle", "walnut", "comet", "juniper", "ribbon"),
    "fr": ("tilleul", "mouette", "galet", "safran", "lanterne", "noisette", "ruban", "sureau", "cerise", "girafe"),
}
_NOTES: Mapping[str, tuple[str, str]] = {
    "en": (
        "where-is-the-code.txt",
        "The code is in this file:\n\n{path}\n\nStart from the folder of this note.\nDo not trust the other files "
        "called {file}: their codes are out of date.\n",
    ),
    "fr": (
        "ou-est-le-code.txt",
        "Le code est dans ce fichier :\n\n{path}\n\nPartez du dossier de cette note.\nNe vous fiez pas aux autres "
        "fichiers {file} : leurs codes sont périmés.\n",
    ),
}
_SAID: Mapping[str, str] = {"en": "Code: {code}\n", "fr": "Code : {code}\n"}

WORDS: Mapping[str, Wording] = {
    "en": Wording(
        title="Follow a path",
        context=(
            "A note called {note} lies in the folder {folder}. It gives the path of a file that holds a code. "
            "Several files have the same name: only the path tells which one is meant."
        ),
        question="Which code is in the file this path leads to?",
        hint="A word and three digits, for example lily-085.",
        correction=(
            "A relative path starts from the folder where it is written. Each `..` goes up one folder, each name "
            "goes down into that folder.\n\n**One way:** from `{start}`, follow `{path}` step by step: {steps}. The "
            "file there says {answer}.\n\n**Another way:** in a terminal opened in the folder of the note, type `cat "
            "{path}`; the computer follows the path by itself."
        ),
        feedback={
            "short": "This file is reached by going up once too few. Count the `..`: one folder up for each.",
            "long": "This file is reached by going up once too many. The path starts from the folder of the note.",
            "down": "This file is reached without going up. Each `..` goes up one folder before going down.",
            "year": "The place is right, but the year is another one. Look at the last folder of the path.",
            "detour": "The second part of the path goes up again: the folder {detour} is entered and left at once.",
        },
    ),
    "fr": Wording(
        title="Suivre un chemin",
        context=(
            "Une note appelée {note} se trouve dans le dossier {folder}. Elle donne le chemin d'un fichier qui "
            "contient un code. Plusieurs fichiers portent le même nom : seul le chemin dit lequel est le bon."
        ),
        question="Quel code se trouve dans le fichier où mène ce chemin ?",
        hint="Un mot et trois chiffres, par exemple muguet-085.",
        correction=(
            "Un chemin relatif part du dossier où il est écrit. Chaque `..` remonte d'un dossier, chaque nom descend "
            "dans ce dossier.\n\n**Une façon de faire :** depuis `{start}`, suivez `{path}` pas à pas : {steps}. Le "
            "fichier qui s'y trouve dit {answer}.\n\n**Une autre :** dans un terminal ouvert dans le dossier de la "
            "note, tapez `cat {path}` ; l'ordinateur suit le chemin tout seul."
        ),
        feedback={
            "short": "On arrive à ce fichier en remontant une fois de moins. Comptez les `..` : un dossier chacun.",
            "long": "On arrive à ce fichier en remontant une fois de trop. Le chemin part du dossier de la note.",
            "down": "On arrive à ce fichier sans remonter. Chaque `..` remonte d'un dossier avant de descendre.",
            "year": "L'endroit est le bon, mais pas l'année. Regardez le dernier dossier du chemin.",
            "detour": "La suite du chemin remonte : on entre dans le dossier {detour} et on en sort aussitôt.",
        },
    ),
}


@dataclass(frozen=True, slots=True)
class Way:
    """Where the note lies, what it says, and where the wrong readings lead."""

    start: str  # the folder of the note, under the top one
    path: str
    target: str
    wrong: tuple[tuple[str, str], ...]  # the reading and the folder it leads to


def _way(plan: Plan, names: Sequence[str], years: Sequence[str], file: str) -> Way:
    *above, aside, last = names[: plan.depth + 2]
    ups = "../" * plan.climbs
    end = f"{last}/{years[0]}"
    reach = [f"{'/'.join([*above[: plan.depth - climbs], last])}/{years[0]}" for climbs in range(plan.climbs + 2)]
    home = "/".join(above[: plan.depth - plan.climbs])
    wrong = {"short": reach[-3], "down": reach[0], "year": f"{home}/{last}/{years[1]}", "long": reach[-1]}
    if plan.detour:
        wrong["detour"] = f"{home}/{aside}/{end}"
    path = f"{ups}{aside}/../{end}/{file}" if plan.detour else f"{ups}{end}/{file}"
    return Way("/".join(above), path, reach[-2], tuple({to: kind for kind, to in wrong.items()}.items()))


def _steps(way: Way) -> str:
    here, seen = way.start, []
    for part in way.path.split("/")[:-1]:
        here = posixpath.normpath(f"{here}/{part}")
        seen.append(f"`{'/' if here == '.' else here}`")
    return ", ".join(seen)


def _key(code: str) -> TextKey:
    return TextKey((code, code.replace("-", " "), code.replace("-", "")))


def make(ask: Ask) -> Play:
    draw, plan = Draw(ask.seed, "folder.path"), _PLANS[ask.level]
    world = scene(ask, draw)
    tree, file = Tree(world, draw), "code.txt"
    folders = spots(world, draw, plan.depth + 2)
    way = _way(plan, folders, draw.sample(("2021", "2022", "2023", "2024"), 2), file)
    note, text = _NOTES[ask.locale]
    tree.plant(way.start, note, text=text.format(path=way.path, file=file))
    words, numbers = draw.sample(_WORDS[ask.locale], 6), draw.sample(range(100, 1000), 6)
    codes = [f"{word}-{number}" for word, number in zip(words, numbers, strict=True)]
    for place, code in zip([way.target, *(to for to, _ in way.wrong)], codes, strict=False):
        tree.plant(place, file, text=_SAID[ask.locale].format(code=code))
    tree.clutter(plan.total, [way.start, way.target, folders[0], folders[-1], *(to for to, _ in way.wrong)])

    facts = {
        "note": quoted(note, ask.locale),
        "folder": quoted(way.start.rpartition("/")[2], ask.locale),
        "start": way.start,
        "path": way.path,
        "steps": _steps(way),
        "answer": codes[0],
        "detour": quoted(folders[plan.depth], ask.locale),
    }
    mistakes = tuple((kind, _key(code)) for (_, kind), code in zip(way.wrong, codes[1:], strict=False))
    return compose(world, WORDS[ask.locale], facts, tree.entries(), Answer(_key(codes[0]), codes[0], mistakes))


def find(play: Play, entries: Sequence[Entry]) -> str:
    """Open the note named in the task, resolve its path from its folder, read the code there."""
    read = {entry.path: entry.text or "" for entry in files(entries)}
    note = next(entry.path for entry in files(entries) if name(entry) == quotes(play)[0])
    path = re.findall(r"^\S*/\S+$", read[note], re.MULTILINE)[0]
    text = read[posixpath.normpath(posixpath.join(posixpath.dirname(note), path))]
    return text.rpartition(" ")[2].strip()


TEMPLATE = template("folder.path", (5, 6, 7), make, find)
