"""Icons (grid 24) and pictograms (grid 32, one sighting dot), read once from design/drawings."""

from functools import cache
from pathlib import Path

from django.utils.safestring import SafeString, mark_safe

FOLDER = Path(__file__).resolve().parent / "drawings"
FRAME = (
    '<svg class="{classes}" viewBox="0 0 {grid} {grid}" width="{grid}" height="{grid}" aria-hidden="true" '
    'focusable="false" fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round" '
    'stroke-linejoin="round">{lines}</svg>'
)


@cache
def lines(family: str) -> dict[str, str]:
    """Each drawing under its word, and under its number if it has one: 1-2-ranger.svg is "1.2" and "ranger"."""
    found: dict[str, str] = {}
    for path in sorted(FOLDER.glob(f"{family}/*.svg")):
        word = path.stem.lstrip("0123456789-")
        number = path.stem.removesuffix(word).rstrip("-").replace("-", ".")
        inner = path.read_text(encoding="utf-8").split(">", 1)[1].rsplit("</svg>", 1)[0]
        found |= {name: inner for name in (word, number) if name}
    return found


def icon(name: str, classes: str = "") -> SafeString:
    """The drawing alone, hidden from readers: a word always stands beside it."""
    return _draw("icon", name, f"al-icon {classes}", grid=24)


def pictogram(family: str, name: str, classes: str = "") -> SafeString:
    """The drawing alone, hidden from readers: a name always stands beside it."""
    return _draw(family, name, f"al-picto {classes}", grid=32)


def _draw(family: str, name: str, classes: str, *, grid: int) -> SafeString:
    known = lines(family)
    if name not in known:
        raise KeyError(f"no drawing {name!r} in design/drawings/{family}; there are {', '.join(known)}")
    return mark_safe(FRAME.format(classes=classes.strip(), grid=grid, lines=known[name]))
