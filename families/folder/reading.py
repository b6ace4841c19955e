"""What a solver may look at: the words of a play and the entries read from its files."""

import re
from collections.abc import Callable, Sequence

from families.contract import Ask, Entry, Play, Template
from families.folder.archive import pack, unpack
from families.folder.wording import FIELD, LABELS
from families.seeds import watermark

_QUOTED = re.compile(r"[“«]\s*([^”»]*?)\s*[”»]")
_CODE = re.compile(r"`([^`]*)`")

EQUIVALENT = (
    "The whole folder is browsed in the page: names, sizes, dates, texts and properties, hidden items included, "
    "by keyboard, with a screen reader or on a phone."
)

Solver = Callable[[Play, Sequence[Entry]], str]


def locale_of(play: Play) -> str:
    """The language of a play, from the label of its field."""
    return next(locale for locale, label in LABELS.items() if label == play.fields[0].label)


def quotes(play: Play) -> list[str]:
    """The names between quotes, in the order they are read."""
    return _QUOTED.findall(f"{play.context}\n{play.question}")


def codes(play: Play) -> list[str]:
    """What is written as code, in the order it is read."""
    return _CODE.findall(f"{play.context}\n{play.question}")


def name(entry: Entry) -> str:
    """The name of a file, without its folders."""
    return entry.path.rpartition("/")[2]


def files(entries: Sequence[Entry]) -> list[Entry]:
    """The files, without the folders."""
    return [entry for entry in entries if not entry.path.endswith("/")]


def within(entries: Sequence[Entry], folder: str) -> list[Entry]:
    """The files of the folder of this name, at any depth."""
    return [entry for entry in files(entries) if f"/{folder}/" in entry.path]


def right_in(entries: Sequence[Entry], folder: str) -> list[Entry]:
    """The files that lie in the folder of this name and in none of its sub-folders."""
    return [entry for entry in files(entries) if entry.path.rpartition("/")[0].endswith(f"/{folder}")]


def template(code: str, levels: tuple[int, ...], make: Callable[[Ask], Play], find: Solver) -> Template:
    """A template whose download is the folder of its play, and whose solver reads that download alone."""

    def build(ask: Ask, ending: str) -> bytes:
        if ending != "zip":
            raise ValueError(ending)
        return pack(make(ask).folder, watermark(ask.seed))

    def solve(play: Play, data: bytes) -> dict[str, str]:
        return {FIELD: find(play, unpack(data, locale_of(play)))}

    return Template(code, levels, make, solve, build, EQUIVALENT)
