"""A series renamed in one go: the new name of one of its files."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from families.contract import Ask, Entry, Play, TextKey
from families.folder.reading import codes, files, name, quotes, right_in, template
from families.folder.scenes import Scene, scene
from families.folder.tree import Tree, changed, spots
from families.folder.wording import Answer, Wording, compose
from families.locales import quoted
from families.seeds import Draw


@dataclass(frozen=True, slots=True)
class Plan:
    total: int
    series: int  # pictures to rename
    strangers: int  # other files in the same folder


_PLANS: Mapping[int, Plan] = {4: Plan(32, 12, 0), 5: Plan(48, 24, 0), 6: Plan(64, 32, 5)}
_FOLDERS: Mapping[str, tuple[str, ...]] = {
    "en": ("to-sort", "from-phones", "new-pictures", "incoming"),
    "fr": ("a-trier", "des-telephones", "nouvelles-images", "arrivees"),
}
_OTHERS = ("txt", "csv", "odt", "md", "pdf")

WORDS: Mapping[str, Wording] = {
    "en": Wording(
        title="Rename a whole series",
        context=(
            "The .jpg files of the folder {folder} come from several phones. Sorted by date of change, from the "
            "oldest to the most recent, they are renamed in one go: `{first}`, then `{second}`, and so on."
        ),
        question="What will the file {file} be called?",
        hint="The whole new name, for example party-085.jpg.",
        correction=(
            "Renaming in one go follows the order shown: what matters is the sorting, not the old names.\n\n**One "
            "way:** in the details view, sort {folder} by date of change, oldest first. {file} comes at place "
            "{place} of the {count} pictures: it becomes `{answer}`.\n\n**Another way:** select the sorted pictures "
            "and use the renaming tool of your file manager (or a separate one) on a copy of the folder, then find "
            "the picture again by its date."
        ),
        feedback={
            "alphabet": "This is its place in the order of the names. The series follows the dates of change.",
            "backwards": "This is its place from the most recent. The series starts with the oldest.",
            "zero": "The first picture is number 001, not 000: every number is one higher.",
            "zeros": "The place is right. The number is written with three digits.",
            "strangers": "You counted other kinds of files too. Only the .jpg files are renamed.",
        },
    ),
    "fr": Wording(
        title="Renommer toute une série",
        context=(
            "Les fichiers .jpg du dossier {folder} viennent de plusieurs téléphones. Triés par date de modification, "
            "du plus ancien au plus récent, ils sont renommés d'un coup : `{first}`, puis `{second}`, et ainsi de "
            "suite."
        ),
        question="Comment s'appellera le fichier {file} ?",
        hint="Le nouveau nom complet, par exemple repas-085.jpg.",
        correction=(
            "Renommer d'un coup suit l'ordre affiché : c'est le tri qui compte, pas les anciens noms.\n\n**Une façon "
            "de faire :** dans l'affichage détaillé, triez {folder} par date de modification, du plus ancien au plus "
            "récent. {file} arrive à la place {place} sur {count} images : il devient `{answer}`.\n\n**Une autre :** "
            "sélectionnez les images triées et utilisez l'outil de renommage de votre gestionnaire de fichiers (ou "
            "un outil à part) sur une copie du dossier, puis retrouvez l'image par sa date."
        ),
        feedback={
            "alphabet": "C'est sa place dans l'ordre des noms. La série suit les dates de modification.",
            "backwards": "C'est sa place à partir du plus récent. La série commence par le plus ancien.",
            "zero": "La première image porte le numéro 001, pas 000 : chaque numéro a donc un de plus.",
            "zeros": "La place est la bonne. Le numéro s'écrit avec trois chiffres.",
            "strangers": "Vous avez compté aussi d'autres sortes de fichiers. Seuls les .jpg sont renommés.",
        },
    ),
}


def _series(tree: Tree, draw: Draw, folder: str, count: int) -> list[Entry]:
    numbers = draw.sample(range(1000, 10_000), count)
    names = [f"{('IMG_', 'DSC_', 'P_', 'PIC_')[turn % 4]}{number}.jpg" for turn, number in enumerate(numbers)]
    moments: set[object] = set()
    pictures = []
    for each in names:
        while (at := tree.moment()) in moments:
            pass
        moments.add(at)
        pictures.append(tree.plant(folder, each, at=at))
    return pictures


def _wrong(picture: Entry, pictures: Sequence[Entry], inside: Sequence[Entry]) -> dict[str, int]:
    """Where the picture lands by each wrong way of counting."""
    by_date = sorted(pictures, key=changed)
    return {
        "alphabet": sorted(map(name, pictures)).index(name(picture)) + 1,
        "backwards": by_date[::-1].index(picture) + 1,
        "zero": by_date.index(picture),
        "strangers": sorted(inside, key=changed).index(picture) + 1,
    }


def _answer(stem: str, place: int, wrong: Mapping[str, int]) -> Answer:
    def key(number: str) -> TextKey:
        return TextKey((f"{stem}-{number}.jpg", f"{stem}-{number}"))

    mistakes = [(kind, key(f"{number:03}")) for kind, number in wrong.items() if number != place]
    return Answer(key(f"{place:03}"), f"{stem}-{place:03}.jpg", (*mistakes, ("zeros", key(str(place)))))


def _target(pictures: Sequence[Entry], draw: Draw) -> Entry:
    """A picture whose place by date differs from its place by name; never one of the first two, named in the task."""
    dates = [each.path for each in sorted(pictures, key=changed)]
    names = [each.path for each in sorted(pictures, key=name)]
    moved = [path for path, other in zip(dates, names, strict=True) if path != other][2:]
    path = draw.pick(moved or dates[2:])
    return next(each for each in pictures if each.path == path)


def _stem(world: Scene, draw: Draw) -> str:
    return f"{world.events[0][1]}-{draw.between(2021, 2024)}"


def make(ask: Ask) -> Play:
    draw, plan = Draw(ask.seed, "folder.rename-series"), _PLANS[ask.level]
    world = scene(ask, draw)
    tree, folder, stem = Tree(world, draw), draw.pick(_FOLDERS[ask.locale]), _stem(world, draw)
    pictures = _series(tree, draw, folder, plan.series)
    strangers = len(tree) + plan.strangers
    tree.clutter(strangers, [folder], _OTHERS)
    tree.clutter(plan.total, spots(world, draw, 5))

    picture, entries = _target(pictures, draw), tree.entries()
    place = sorted(pictures, key=changed).index(picture) + 1
    facts = {
        "folder": quoted(folder, ask.locale),
        "file": quoted(name(picture), ask.locale),
        "first": f"{stem}-001.jpg",
        "second": f"{stem}-002.jpg",
        "place": place,
        "count": plan.series,
        "answer": f"{stem}-{place:03}.jpg",
    }
    wrong = _wrong(picture, pictures, right_in(entries, folder))
    return compose(world, WORDS[ask.locale], facts, entries, _answer(stem, place, wrong))


def find(play: Play, entries: Sequence[Entry]) -> str:
    """Line the pictures of the folder up by date and number them."""
    folder, wanted = quotes(play)
    first = codes(play)[0]
    pictures = [entry for entry in files(entries) if f"/{folder}/" in entry.path and name(entry).endswith(".jpg")]
    place = [name(entry) for entry in sorted(pictures, key=changed)].index(wanted) + 1
    return first.replace("001", f"{place:03}")


TEMPLATE = template("folder.rename-series", (4, 5, 6), make, find)
