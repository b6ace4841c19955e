"""A folder as a file manager shows it: one place at a time, sorted, searched; without any script."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from urllib.parse import urlencode

from families.contract import Entry
from families.locales import size

SORTS = ("name", "size", "modified", "type")


@dataclass(frozen=True, slots=True)
class Wish:
    """What the person asked to see."""

    path: str = ""
    sort: str = "name"
    down: bool = False
    search: str = ""
    hidden: bool = False
    file: str = ""

    @classmethod
    def read(cls, query: Mapping[str, str]) -> "Wish":
        """The wish in an address; what makes no sense in it is left out."""
        sort = query.get("sort", "name")
        return cls(
            path=query.get("path", ""),
            sort=sort if sort in SORTS else "name",
            down=query.get("down") == "1",
            search=query.get("search", "").strip()[:100],
            hidden=query.get("hidden") == "1",
            file=query.get("file", ""),
        )

    @property
    def link(self) -> str:
        """The address of this wish, after the question mark."""
        asked = {"path": self.path, "sort": self.sort, "search": self.search, "file": self.file}
        flags = {name: "1" for name in ("down", "hidden") if getattr(self, name)}
        return "?" + urlencode({**{k: v for k, v in asked.items() if v and (k, v) != ("sort", "name")}, **flags})


@dataclass(frozen=True, slots=True)
class Row:
    """A file or a folder in the list."""

    name: str
    place: str  # the folder it is in, shown in search results
    is_folder: bool
    type: str
    size: int  # bytes
    weight: str  # the size as one reads it
    modified: datetime | None
    link: str


@dataclass(frozen=True, slots=True)
class Column:
    """The head of a column, and the way to sort by it."""

    name: str
    link: str
    sorted: str  # "ascending", "descending" or "none"


@dataclass(frozen=True, slots=True)
class View:
    """What is shown: where one is, what is there, and the file that is open."""

    wish: Wish
    crumbs: tuple[tuple[str, str], ...]
    rows: tuple[Row, ...]
    columns: tuple[Column, ...]
    hidden_link: str
    opened: Entry | None
    close_link: str
    weight: str  # of all the files shown
    opened_weight: str

    @property
    def opened_name(self) -> str:
        return _name(self.opened.path) if self.opened else ""

    @property
    def opened_place(self) -> str:
        """The folders above the open file; the top folder is a slash."""
        return "/" + (self.opened.path.rpartition("/")[0] if self.opened else "")


def view(entries: Sequence[Entry], wish: Wish, locale: str) -> View:
    """The folder as asked; a place that does not exist shows the top, a file that does not exist shows none."""
    everything = _everything(entries)
    if not wish.path.endswith("/") or wish.path not in everything:
        wish = replace(wish, path="")
    shown = _found(everything, wish) if wish.search else _children(everything, wish.path)
    shown = [entry for entry in shown if wish.hidden or not _is_hidden(entry.path, wish.path)]
    opened = next((entry for entry in entries if entry.path == wish.file and not entry.path.endswith("/")), None)
    rows = _sorted([_row(entry, wish, locale) for entry in shown], wish)
    return View(
        wish=wish,
        crumbs=_crumbs(wish),
        rows=tuple(rows),
        columns=tuple(_column(name, wish) for name in SORTS),
        hidden_link=replace(wish, hidden=not wish.hidden, file="").link,
        opened=opened,
        close_link=replace(wish, file="").link,
        weight=size(sum(row.size for row in rows), locale),
        opened_weight=size(opened.size, locale) if opened else "",
    )


def home(entries: Sequence[Entry]) -> str:
    """The folder that everything is in, where one begins; none when several things lie at the top."""
    tops = {entry.path.partition("/")[0] + "/" for entry in entries}
    return tops.pop() if len(tops) == 1 and all("/" in entry.path for entry in entries) else ""


def _everything(entries: Sequence[Entry]) -> dict[str, Entry]:
    """All files and folders; a folder that holds something is there even when it has no entry of its own."""
    known = {entry.path: entry for entry in entries}
    for entry in entries:
        for place in _above(entry.path):
            known.setdefault(place, Entry(place))
    return known


def _above(path: str) -> list[str]:
    """The folders a file or a folder is in, from the top."""
    parts = path.removesuffix("/").split("/")[:-1]
    return ["/".join(parts[: n + 1]) + "/" for n in range(len(parts))]


def _children(everything: Mapping[str, Entry], path: str) -> list[Entry]:
    return [entry for entry in everything.values() if "".join(_above(entry.path)[-1:]) == path]


def _found(everything: Mapping[str, Entry], wish: Wish) -> list[Entry]:
    """Files and folders under the place whose name holds the words searched, whatever the case."""
    wanted = wish.search.casefold()
    under = (entry for path, entry in everything.items() if path.startswith(wish.path) and path != wish.path)
    return [entry for entry in under if wanted in _name(entry.path).casefold()]


def _is_hidden(path: str, inside: str) -> bool:
    return any(part.startswith(".") for part in path.removeprefix(inside).strip("/").split("/"))


def _name(path: str) -> str:
    return path.rstrip("/").rpartition("/")[2]


def _row(entry: Entry, wish: Wish, locale: str) -> Row:
    name, is_folder = _name(entry.path), entry.path.endswith("/")
    target = replace(wish, path=entry.path, search="", file="") if is_folder else replace(wish, file=entry.path)
    stem, dot, ending = name.rpartition(".")
    return Row(
        name=name,
        place=entry.path.removesuffix("/").rpartition("/")[0],
        is_folder=is_folder,
        type="" if is_folder or not dot or not stem else ending.upper(),
        size=entry.size,
        weight="" if is_folder else size(entry.size, locale),
        modified=entry.modified,
        link=target.link,
    )


def _sorted(rows: list[Row], wish: Wish) -> list[Row]:
    """Folders first, as most file managers do, then by the column asked."""
    keys = {
        "name": lambda row: row.name.casefold(),
        "size": lambda row: row.size,
        # Written out: the clock of a folder must not pass through the server's, which skips an hour in spring.
        "modified": lambda row: row.modified.isoformat() if row.modified else "",
        "type": lambda row: row.type,
    }
    rows = sorted(rows, key=lambda row: row.name.casefold())
    rows.sort(key=keys[wish.sort], reverse=wish.down)
    return sorted(rows, key=lambda row: not row.is_folder)


def _crumbs(wish: Wish) -> tuple[tuple[str, str], ...]:
    steps = [*_above(wish.path), wish.path] if wish.path else []
    return tuple((_name(step), replace(wish, path=step, search="", file="").link) for step in steps)


def _column(name: str, wish: Wish) -> Column:
    current = wish.sort == name
    direction = ("descending" if wish.down else "ascending") if current else "none"
    return Column(name, replace(wish, sort=name, down=current and not wish.down, file="").link, direction)
