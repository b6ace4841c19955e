"""Several criteria at once: how many files meet them all."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from families.contract import Ask, Entry, Play
from families.folder.reading import files, name, quotes, template
from families.folder.scenes import Scene, scene
from families.folder.tree import Tree, changed, spots
from families.folder.wording import Answer, Wording, compose, whole
from families.locales import MONTHS, long_date, quoted
from families.seeds import Draw


@dataclass(frozen=True, slots=True)
class Plan:
    total: int
    heavy: bool  # a weight has to be looked at as well


_PLANS: Mapping[int, Plan] = {5: Plan(56, False), 6: Plan(72, True)}
_WORDS: Mapping[str, tuple[str, ...]] = {
    "en": ("invoice", "receipt", "booking", "permit"),
    "fr": ("facture", "ticket", "contrat", "permis"),
}
_BEFORE: Mapping[str, tuple[str, str]] = {"en": ("old-", "paid-"), "fr": ("ancien-", "paye-")}
_LIMIT: Mapping[str, str] = {"en": ", of more than 50 KB", "fr": ", de plus de 50 Ko"}
_BOUNDS, _DATES, _KINDS, _STARTS, _LIGHT = 2, 5, 4, 3, 6  # how many files of each sort miss the mark
_OTHERS = ("txt", "jpg", "odt", "csv", "png", "ods", "pdf", "md")

WORDS: Mapping[str, Wording] = {
    "en": Wording(
        title="Several criteria at once",
        context=(
            "The treasurer asks for all the PDF files whose name starts with {word}{limit}, changed from {first} to "
            "{last}, both days included. They lie anywhere in the folder."
        ),
        question="How many files is that?",
        hint="A whole number, for example 85.",
        unit="files",
        correction=(
            "Each criterion leaves out other files; a file counts when it meets them all.\n\n**One way:** search for "
            "`{mask}` in the whole folder (the star stands for anything), sort by date of change and count from "
            "{first} to {last}{weigh}: {answer}.\n\n**Another way:** use the filters of the search (kind, "
            "date{filter}), then leave out the names that only contain {word} further on."
        ),
        feedback={
            "bounds": "You left out the first and the last day. Both are included.",
            "dates": "You counted files changed before or after. Look at the date of each one.",
            "kinds": "You counted files of other kinds. Only those that end in .pdf are asked for.",
            "starts": "You counted names that contain the word further on. The name has to start with it.",
            "light": "You counted files under 50 KB. Show the sizes.",
        },
    ),
    "fr": Wording(
        title="Plusieurs critères à la fois",
        context=(
            "La trésorerie demande tous les PDF dont le nom commence par {word}{limit}, modifiés du {first} au "
            "{last}, ces deux jours compris. Ils peuvent être n'importe où dans le dossier."
        ),
        question="Combien de fichiers cela fait-il ?",
        hint="Un nombre entier, par exemple 85.",
        unit="fichiers",
        correction=(
            "Chaque critère écarte d'autres fichiers ; un fichier compte s'il les remplit tous.\n\n**Une façon de "
            "faire :** recherchez `{mask}` dans tout le dossier (l'étoile remplace n'importe quoi), triez par date "
            "de modification et comptez du {first} au {last}{weigh} : {answer}.\n\n**Une autre :** utilisez les "
            "filtres de la recherche (type, date{filter}), puis écartez les noms qui contiennent {word} seulement "
            "plus loin."
        ),
        feedback={
            "bounds": "Vous avez laissé de côté le premier et le dernier jour. Ils sont compris tous les deux.",
            "dates": "Vous avez compté des fichiers modifiés avant ou après. Regardez la date de chacun.",
            "kinds": "Vous avez compté des fichiers d'un autre type. On ne demande que ceux qui finissent par .pdf.",
            "starts": "Vous avez compté des noms qui contiennent le mot plus loin. Le nom doit commencer par lui.",
            "light": "Vous avez compté des fichiers de moins de 50 Ko. Affichez les tailles.",
        },
    ),
}
_WEIGH: Mapping[str, tuple[str, str]] = {
    "en": (", leaving out those under 50 KB", ", size"),
    "fr": (", sans ceux de moins de 50 Ko", ", taille"),
}
_EIGHT = time(8)


@dataclass(frozen=True, slots=True)
class Window:
    first: date
    last: date

    def inside(self, draw: Draw) -> datetime:
        """A moment well inside: never the first nor the last day."""
        return self._at(draw.between(1, (self.last - self.first).days - 1), draw)

    def edges(self, draw: Draw) -> list[datetime]:
        """Moments of the first and of the last day."""
        return [self._at(0, draw), self._at((self.last - self.first).days, draw)]

    def outside(self, draw: Draw) -> datetime:
        """A moment up to half a year before or after, at least a day away."""
        far = draw.between(1, 180)
        return self._at((self.last - self.first).days + far if draw.chance(0.5) else -far, draw)

    def _at(self, days: int, draw: Draw) -> datetime:
        return datetime.combine(self.first, _EIGHT) + timedelta(days, 2 * draw.below(23_000))


def _window(draw: Draw) -> Window:
    year, month = draw.between(2022, 2023), draw.between(2, 9)
    return Window(date(year, month, draw.between(1, 20)), date(year, month + 3, draw.between(2, 28)))


class Shelf:
    """Where the papers of one word are put, each under a name of its own."""

    def __init__(self, tree: Tree, draw: Draw, word: str, heavy: bool) -> None:
        self._tree, self._draw, self._heavy = tree, draw, heavy
        self.word, scene = word, tree.scene
        self.folders = [*spots(scene, draw, 4), f"{scene.events[0][1]}/2023", f"{scene.events[1][1]}/2024"]
        self._numbers = iter(draw.sample(range(100, 1000), 60))

    def put(self, at: datetime, *, before: str = "", ending: str = "pdf", light: bool = False) -> None:
        draw = self._draw
        low, high = (9_000, 42_000) if light or not self._heavy else (60_000, 95_000)
        file = f"{before}{self.word}-{draw.pick(self._tree.scene.events)[1]}-{next(self._numbers)}.{ending}"
        self._tree.plant(draw.pick(self.folders), file, size=draw.between(low, high), at=at)


def _fill(shelf: Shelf, window: Window, draw: Draw, right: int, world: Scene) -> None:
    for at in window.edges(draw):
        shelf.put(at)
    for _ in range(right - _BOUNDS):
        shelf.put(window.inside(draw))
    for _ in range(_DATES):
        shelf.put(window.outside(draw))
    for turn in range(_KINDS):
        shelf.put(window.inside(draw), ending=("odt", "txt", "ods", "odt")[turn])
    for turn in range(_STARTS):
        shelf.put(window.inside(draw), before=_BEFORE[world.locale][turn % 2])


def make(ask: Ask) -> Play:
    draw, plan = Draw(ask.seed, "folder.criteria"), _PLANS[ask.level]
    world, locale = scene(ask, draw), ask.locale
    tree, window, right = Tree(world, draw), _window(draw), draw.between(6, 16)
    shelf = Shelf(tree, draw, draw.pick(_WORDS[locale]), plan.heavy)
    _fill(shelf, window, draw, right, world)
    wrong = {"bounds": -_BOUNDS, "dates": _DATES, "kinds": _KINDS, "starts": _STARTS}
    if plan.heavy:
        wrong["light"] = _LIGHT
        for _ in range(_LIGHT):
            shelf.put(window.inside(draw), light=True)
    tree.clutter(plan.total, shelf.folders, _OTHERS)

    weigh, extra = _WEIGH[locale] if plan.heavy else ("", "")
    facts = {
        "word": quoted(shelf.word, locale),
        "limit": _LIMIT[locale] if plan.heavy else "",
        "first": long_date(window.first, locale),
        "last": long_date(window.last, locale),
        "mask": f"{shelf.word}*.pdf",
        "weigh": weigh,
        "filter": extra,
        "answer": right,
    }
    answer = Answer(
        whole(right, "files", "file", "fichiers", "fichier", "PDF"),
        str(right),
        tuple((kind, whole(right + more)) for kind, more in wrong.items()),
    )
    return compose(world, WORDS[locale], facts, tree.entries(), answer)


def _days(text: str) -> list[date]:
    """The dates written in a sentence, in either language."""
    found = []
    words = text.replace("1er ", "1 ").replace(",", " ").split()
    months = {month: number for table in MONTHS.values() for number, month in enumerate(table, 1)}
    for day, month, year in zip(words, words[1:], words[2:], strict=False):
        if month in months and day.isdigit() and year[:4].isdigit():
            found.append(date(int(year[:4]), months[month], int(day)))
    return found


def find(play: Play, entries: Sequence[Entry]) -> str:
    """Sift the files by each criterion read in the task."""
    word, (first, last) = quotes(play)[0], _days(play.context)
    floor = 50 * 1024 if "50 K" in play.context else 0
    fit = [
        entry
        for entry in files(entries)
        if name(entry).startswith(word)
        and name(entry).endswith(".pdf")
        and first <= changed(entry).date() <= last
        and entry.size > floor
    ]
    return str(len(fit))


TEMPLATE = template("folder.criteria", (5, 6), make, find)
