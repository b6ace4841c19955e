"""A file looked for by its name: the folder where it lies."""

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
    near: int  # files of a name close to the one looked for
    deep: bool


_PLANS: Mapping[int, Plan] = {2: Plan(32, 1, False), 3: Plan(52, 3, True)}
_NAMES: Mapping[str, tuple[str, ...]] = {
    "en": (
        "insurance-certificate",
        "hall-keys-form",
        "sound-system-guide",
        "first-aid-sheet",
        "van-hire-contract",
        "volunteer-charter",
        "fire-safety-plan",
        "bank-details",
    ),
    "fr": (
        "attestation-assurance",
        "fiche-cles-salle",
        "guide-sono",
        "fiche-premiers-secours",
        "contrat-location-camion",
        "charte-benevoles",
        "plan-evacuation",
        "coordonnees-banque",
    ),
}

WORDS: Mapping[str, Wording] = {
    "en": Wording(
        title="Find a file by its name",
        context="The file {file} was put away in a hurry.",
        question="In which folder does it lie?",
        hint="The name of the folder that holds it directly, for example holidays.",
        correction=(
            "The search finds a file by its name, wherever it lies, and tells the folder.\n\n**One way:** type "
            "{short} in the search box of the file manager, opened on the whole folder. Among the names shown, "
            "{file} is the exact one. It lies in `{path}`: the answer is {answer}.\n\n**Another way:** open the "
            "folders one after the other and read the names; it takes longer."
        ),
        feedback={
            "near": "This folder holds a file with a similar name. Compare the whole name, to the last character.",
            "above": "You are very near: this folder holds the one that holds the file. Go down one more step.",
        },
    ),
    "fr": Wording(
        title="Retrouver un fichier par son nom",
        context="Le fichier {file} a été rangé à la hâte.",
        question="Dans quel dossier se trouve-t-il ?",
        hint="Le nom du dossier qui le contient directement, par exemple vacances.",
        correction=(
            "La recherche retrouve un fichier par son nom, où qu'il soit, et indique son dossier.\n\n**Une façon de "
            "faire :** tapez {short} dans la zone de recherche du gestionnaire de fichiers, ouvert sur tout le "
            "dossier. Parmi les noms affichés, {file} est le nom exact. Il se trouve dans `{path}` : la réponse est "
            "{answer}.\n\n**Une autre :** ouvrez les dossiers l'un après l'autre et lisez les noms ; c'est plus long."
        ),
        feedback={
            "near": "Ce dossier contient un fichier au nom proche. Comparez le nom entier, jusqu'au dernier "
            "caractère.",
            "above": "C'est tout près : ce dossier contient celui où est le fichier. Descendez encore d'un pas.",
        },
    ),
}


def _folder(path: str, root: str) -> TextKey:
    return TextKey((path.rpartition("/")[2], path, f"{root}/{path}"))


def make(ask: Ask) -> Play:
    draw, plan, words = Draw(ask.seed, "folder.find-name"), _PLANS[ask.level], WORDS[ask.locale]
    world = scene(ask, draw)
    tree, tops = Tree(world, draw), spots(world, draw, 4)
    places = [f"{tops[turn % 4]}/{slug}" for turn, (_, slug) in enumerate(world.events[:6])]
    if plan.deep:
        places[0] = f"{tops[1]}/2023/{world.events[0][1]}"
    stem, ending = draw.pick(_NAMES[ask.locale]), draw.pick(("pdf", "odt"))
    file = f"{stem}.{ending}"
    tree.plant(places[0], file)
    near = (f"{stem}-2022.{ending}", f"{stem}.txt", f"{draw.pick(('2', 'x'))}-{file}")
    wrong = places[1 : 1 + plan.near]
    for place, other in zip(wrong, near, strict=False):
        tree.plant(place, other)
    tree.clutter(plan.total, [*tops, *places])

    above = places[0].rpartition("/")[0]
    facts = {
        "file": quoted(file, ask.locale),
        "short": quoted(stem.split("-")[0], ask.locale),
        "path": places[0],
        "answer": quoted(world.events[0][1], ask.locale),
    }
    mistakes = (*(("near", _folder(place, world.root)) for place in wrong), ("above", _folder(above, world.root)))
    answer = Answer(_folder(places[0], world.root), world.events[0][1], mistakes)
    return compose(world, words, facts, tree.entries(), answer)


def find(play: Play, entries: Sequence[Entry]) -> str:
    """The last folder on the path of the one file of this very name."""
    wanted = quotes(play)[0]
    path = next(entry.path for entry in files(entries) if name(entry) == wanted)
    return path.split("/")[-2]


TEMPLATE = template("folder.find-name", (2, 3), make, find)
