"""The ordinary files a group owns: names and contents, made once for each group, all different."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import TypeVar

from families.folder.archive import Properties, picture_properties
from families.folder.groups import GROUPS
from families.folder.texts import WRITERS, Talk
from families.locales import first_names
from families.seeds import Draw

T = TypeVar("T", str, int)

# What people call each kind of file. Templates keep other words for their own files.
_STEMS: Mapping[str, Mapping[str, str]] = {
    "en": {
        "txt": "note, ideas, to do, call",
        "md": "memo, summary",
        "csv": "list, stock, rota",
        "html": "page, announcement",
        "svg": "plan, arrow",
        "jpg": "picture, view, group",
        "png": "poster, logo, screenshot",
        "pdf": "minutes, quote, menu, letter",
        "odt": "letter, report, draft, menu",
        "ods": "budget, timetable, tally",
    },
    "fr": {
        "txt": "note, idees, a faire, appel",
        "md": "memo, resume",
        "csv": "liste, stock, tours",
        "html": "page, annonce",
        "svg": "plan, fleche",
        "jpg": "image, vue, groupe",
        "png": "affiche, logo, capture",
        "pdf": "compte-rendu, devis, menu, lettre",
        "odt": "lettre, bilan, brouillon, menu",
        "ods": "budget, horaires, calcul",
    },
}
_TWISTS = ("{}-{}", "{}-{}", "{}_{}", "{} {} (1)", "{}-{}-v2", "{}-{}-ok")
_EACH = 48
WEIGHTS: Mapping[str, tuple[int, int]] = {  # bytes, clear of what a question may call heavy (200 KB)
    "png": (5_000, 48_000),
    "jpg": (9_000, 70_000),
    "pdf": (9_000, 90_000),
    "odt": (9_000, 46_000),
    "ods": (9_000, 46_000),
}


@dataclass(frozen=True, slots=True)
class Ware:
    name: str
    text: str | None
    size: int
    properties: Properties


def _names(stems: str, events: tuple[str, ...], draw: Draw) -> list[str]:
    words = stems.split(", ")
    names = {twist.format(stem, event) for twist in _TWISTS for stem in words for event in events}
    return draw.sample(sorted(names), _EACH)


@lru_cache(maxsize=128)
def stock(locale: str, country: str, group: int) -> Mapping[str, tuple[Ware, ...]]:
    """The ordinary files of a group by kind: no name, no content and no large weight twice."""
    draw = Draw(f"{locale} {country} {group}".encode(), "stock")
    events = GROUPS[locale][group].events
    talk = Talk(locale, [words for words, _ in events], first_names(locale, country))
    seen: set[str | int] = set()

    def fresh(make: Callable[[], T]) -> T:
        while (made := make()) in seen:
            pass
        seen.add(made)
        return made

    def ware(name: str, kind: str) -> Ware:
        text = fresh(lambda: WRITERS[kind](talk, draw)) if kind in WRITERS else None
        size = fresh(lambda: draw.between(*WEIGHTS[kind])) if kind in WEIGHTS else len((text or "").encode())
        return Ware(f"{name}.{kind}", text, size, picture_properties(kind, size))

    slugs = tuple(name for _, name in events)
    return {
        kind: tuple(ware(name, kind) for name in _names(stems, slugs, draw)) for kind, stems in _STEMS[locale].items()
    }
