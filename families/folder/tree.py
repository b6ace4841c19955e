"""A folder being filled with files, each with a believable weight and day."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime, time, timedelta
from operator import attrgetter

from families.contract import Entry
from families.folder.archive import EARLIEST, Properties, kind_of, picture_properties
from families.folder.scenes import Scene
from families.folder.stock import WEIGHTS, Ware
from families.seeds import Draw

LAST = datetime.combine(date(2024, 11, 24), time(18, 30))
_OPENING = datetime.combine(date(2021, 9, 6), time(8))
_MOMENTS = [  # seven a day until nine in the evening: nobody files papers at night
    _OPENING + timedelta(day, 6_700 * slot + 2 * (day * 97 % 3_000)) for day in range(1_170) for slot in range(7)
]

KINDS = ("txt", "jpg", "pdf", "odt", "csv", "png", "txt", "ods", "md", "jpg", "html", "svg")
_SPOTS = {
    "en": ("accounts", "letters", "meetings", "posters", "equipment", "volunteers", "press", "grants"),
    "fr": ("comptes", "courriers", "reunions", "affiches", "materiel", "benevoles", "presse", "subventions"),
}
_README: Mapping[str, tuple[str, str]] = {
    "en": ("read-me.txt", "Files {of}.\nKept by {keeper}.\nReference of this folder: {mark}\n"),
    "fr": ("lisez-moi.txt", "Fichiers {of}.\nTenus par {keeper}.\nRéférence de ce dossier : {mark}\n"),
}


def spots(scene: Scene, draw: Draw, count: int) -> list[str]:
    """As many different names of ordinary folders as asked (eight at most)."""
    return draw.sample(_SPOTS[scene.locale], count)


def changed(entry: Entry) -> datetime:
    """When a file was last changed."""
    return entry.modified or EARLIEST


class Tree:
    """The files of one scene. Folders are given from the top one; what is not said is drawn."""

    def __init__(self, scene: Scene, draw: Draw) -> None:
        self.scene, self._draw = scene, draw
        self._wares: dict[str, Iterator[Ware]] = {}
        self._files: dict[str, Entry] = {}
        self._newest: dict[str, datetime] = {}
        name, text = _README[scene.locale]
        self.plant("", name, text=text.format(of=scene.of, keeper=scene.keeper, mark=scene.mark), at=LAST)

    def __len__(self) -> int:
        return len(self._files)

    def plant(
        self,
        folder: str,
        name: str,
        *,
        size: int = 0,
        at: datetime | None = None,
        text: str | None = None,
        properties: Properties = (),
    ) -> Entry:
        """Add one file; two of the same path would be a fault of the template."""
        kind = kind_of(name)
        if text is None:
            text = self._draw.pick(self.scene.stock[kind]).text
        if kind not in WEIGHTS:
            size = len((text or "").encode())
        elif not size:
            size = self._draw.between(*WEIGHTS[kind])
        place = f"{self.scene.root}/{folder}/" if folder else f"{self.scene.root}/"
        shown = picture_properties(kind, size) + properties
        return self._keep(place, Entry(place + name, size, at or self.moment(), text, shown))

    def _keep(self, place: str, entry: Entry) -> Entry:
        if entry.path in self._files:
            raise ValueError(entry.path)
        self._files[entry.path] = entry
        at = changed(entry)
        if self._newest.get(place, EARLIEST) < at:
            self._newest[place] = at
        return entry

    def moment(self) -> datetime:
        """A moment of the group's life."""
        return self._draw.pick(_MOMENTS)

    def _stocked(self, kind: str) -> Iterator[Ware]:
        """The ordinary files of a kind, from a drawn one on, each once."""
        wares, start = self.scene.stock[kind], self._draw.below(len(self.scene.stock[kind]))
        return self._wares.setdefault(kind, iter(wares[start:] + wares[:start]))

    def clutter(self, total: int, folders: Sequence[str], kinds: Sequence[str] = KINDS) -> None:
        """Fill the folders with ordinary files of these kinds until the tree holds as many as asked."""
        places = [f"{self.scene.root}/{folder}/" for folder in folders]
        wares = [self._wares.get(kind) or self._stocked(kind) for kind in kinds]
        pick = self._draw.pick
        for turn in range(total - len(self._files)):
            ware, place = next(wares[turn % len(wares)]), pick(places)
            self._keep(place, Entry(place + ware.name, ware.size, pick(_MOMENTS), ware.text, ware.properties))

    def entries(self) -> tuple[Entry, ...]:
        """All the files and their folders, in the order of their paths; a folder is as recent as its newest file."""
        newest = dict(self._newest)
        for place, at in self._newest.items():
            end = place.rfind("/", 0, -1)
            while end > 0:
                above = place[: end + 1]
                newest[above] = max(newest.get(above, at), at)
                end = place.rfind("/", 0, end)
        folders = [Entry(folder, 0, at) for folder, at in newest.items()]
        return tuple(sorted([*folders, *self._files.values()], key=attrgetter("path")))
