"""Where the lines of a figure go: pole, relief, narrowing and rule of progress, as attributes ready to print."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

SURE = 0.8
POSSIBLE = 0.2
LEVELS = 8
HUES = range(6)


@dataclass(frozen=True)
class Post:
    """One competence of a relief; chances are those of reaching level 1, 2, 3…; none when nothing was measured."""

    name: str
    hue: int
    chances: Sequence[float] | None
    at: float | None = None


@dataclass(frozen=True)
class Band:
    """What was possible after so many answers: from, to, and the estimate, in levels."""

    answers: int
    low: float
    high: float
    at: float


@dataclass(frozen=True)
class Box:
    state: str
    x: str
    y: str
    width: str
    height: str


@dataclass(frozen=True)
class Tick:
    state: str
    at: str
    name: str = ""


@dataclass(frozen=True)
class Size:
    """The height of a pole: room for the sight above and below the segments, and for numbers if there are any."""

    top: str
    tall: str
    foot: str
    middle: str
    radius: str
    whole: str


USUAL = Size(top="4", tall="20", foot="28", middle="14", radius="6", whole="28")
NUMBERED = Size(top="4", tall="20", foot="28", middle="14", radius="6", whole="52")
SMALL = Size(top="2", tall="12", foot="16", middle="8", radius="4", whole="16")


@dataclass(frozen=True)
class Pole:
    hue: int
    boxes: tuple[Box, ...]
    sight: str
    numbers: tuple[Tick, ...]
    size: Size


@dataclass(frozen=True)
class Line:
    start: str
    end: str
    y: str


@dataclass(frozen=True)
class Planted:
    hue: int
    name: str
    middle: str
    boxes: tuple[Box, ...]
    sight: Line | None


@dataclass(frozen=True)
class Relief:
    posts: tuple[Planted, ...]
    ridge: str
    hill: str
    width: str
    grid: tuple[Tick, ...]


@dataclass(frozen=True)
class Sighting:
    box: Box
    eye: str
    eye_y: str
    radius: str


@dataclass(frozen=True)
class Aim:
    sightings: tuple[Sighting, ...]
    grid: tuple[Tick, ...]
    floor: str
    height: str


@dataclass(frozen=True)
class Progress:
    ticks: tuple[Tick, ...]
    done: str


def states(chances: Sequence[float] | None, ceiling: int = LEVELS, levels: int = LEVELS) -> list[str]:
    """Full when sure, hatched when possible, outlined when not reached, dotted when not open today."""
    count = len(chances) if chances is not None else levels
    told = chances if chances is not None else [0.0] * count
    return ["shut" if level > ceiling else _state(chance) for level, chance in enumerate(told, 1)]


def _state(chance: float) -> str:
    if chance >= SURE:
        return "yes"
    return "may" if chance >= POSSIBLE else "no"


def pole(
    chances: Sequence[float] | None,
    *,
    at: float | None = None,
    ceiling: int = LEVELS,
    hue: int = 0,
    numbers: bool = False,
    small: bool = False,
) -> Pole:
    """One segment a level, a sight on the expected points; without a measurement, neither fill nor sight."""
    told = states(chances, ceiling)
    step = 100 / len(told)
    size = NUMBERED if numbers else SMALL if small else USUAL
    boxes = tuple(
        Box(state, _share(step * place + 0.35), size.top, _share(step - 0.7), size.tall)
        for place, state in enumerate(told)
    )
    marks = tuple(Tick("number", _share(step * (place + 0.5)), str(place + 1)) for place in range(len(told)))
    sight = "" if chances is None or at is None else _share(_within(at, len(told)) * step)
    return Pole(_hue(hue), boxes, sight, marks if numbers else (), size)


GROUND = 200.0
RISE = 186.0
FLAT = 188.0
FOOT = 193.0


def relief(posts: Sequence[Post], *, ceiling: int = LEVELS, levels: int = LEVELS) -> Relief:
    """The poles planted side by side, in the order given, in a terrain drawn through the estimates."""
    step = RISE / levels
    planted = tuple(_plant(post, place, 100 / len(posts), ceiling, step) for place, post in enumerate(posts))
    tops = [FLAT if post.chances is None or post.at is None else GROUND - step * post.at - 4 for post in posts]
    ridge = _ridge([min(top, FLAT) for top in tops])
    grid = tuple(Tick("grid", f"{GROUND - step * level:.1f}", str(level)) for level in range(2, levels + 1, 2))
    return Relief(planted, ridge, f"{ridge}V{GROUND:.0f}H0z", str(100 * len(posts)), grid)


def _plant(post: Post, place: int, width: float, ceiling: int, step: float) -> Planted:
    left = place * width
    told = states(post.chances, ceiling) if post.chances is not None else []
    x, wide, tall = _share(left + width * 0.24), _share(width * 0.52), f"{step - 3:.1f}"
    boxes = tuple(
        Box(state, x, f"{GROUND - step * level + 1.5:.1f}", wide, tall)
        for level, state in enumerate(told, 1)
        if state != "no"
    )
    return Planted(_hue(post.hue), post.name, _share(left + width / 2), boxes, _line(post, left, width, step))


def _line(post: Post, left: float, width: float, step: float) -> Line | None:
    if post.chances is None or post.at is None:
        return None
    return Line(_share(left + width * 0.12), _share(left + width * 0.88), f"{GROUND - step * post.at:.1f}")


def _ridge(tops: Sequence[float]) -> str:
    """Flat at every pole, so that each estimate is a summit or a ledge and never hangs on a slope."""
    stops = [(0, FOOT), *((100 * place + 50, top) for place, top in enumerate(tops)), (100 * len(tops), FOOT)]
    path = f"M0 {FOOT:.0f}"
    for (start, before), (end, after) in pairwise(stops):
        middle = (start + end) // 2
        path += f"C{middle} {before:.0f} {middle} {after:.0f} {end} {after:.0f}"
    return path


ROW = 25


def aim(bands: Sequence[Band], *, levels: int = LEVELS) -> Aim:
    """One bar a stage, from the widest to today's; the last sight is the largest."""
    floor = ROW * len(bands)
    rows = tuple(_sighting(band, row, last=row == len(bands) - 1, levels=levels) for row, band in enumerate(bands))
    grid = tuple(Tick(_anchor(level, levels), _share(100 * level / levels), str(level)) for level in range(levels + 1))
    return Aim(rows, grid, str(floor), str(floor + 26))


def _sighting(band: Band, row: int, *, last: bool, levels: int) -> Sighting:
    low, high, at = (100 * _within(value, levels) / levels for value in (band.low, band.high, band.at))
    box = Box("band", _share(low), str(ROW * row + 6), _share(high - low), "15")
    return Sighting(box, _share(at), f"{ROW * row + 13.5}", "7" if last else "5")


def _anchor(level: int, levels: int) -> str:
    return {0: "start", levels: "end"}.get(level, "middle")


def progress(at: float, total: float, *, tick: float = 1, stage: float = 5) -> Progress:
    """A ruled line with a mark that slides: a tick a step, a longer one a stage, both ends ruled."""
    steps = max(1, round(total / tick))
    every = max(1, round(stage / tick))
    ticks = tuple(
        Tick("stage" if step % every == 0 or step == steps else "tick", _share(100 * step / steps))
        for step in range(steps + 1)
    )
    return Progress(ticks, _share(100 * _within(at, total) / total))


def thinned(bands: Sequence[Band], every: int = 2) -> list[Band]:
    """The first, one in so many, and always today's."""
    kept = [band for band in bands[:-1] if band.answers % every == 0]
    return [*kept, *bands[-1:]]


def _within(value: float, top: float) -> float:
    return min(max(value, 0.0), float(top))


def _hue(hue: int) -> int:
    if hue not in HUES:
        raise ValueError(f"hue {hue} is not one of {HUES.start} to {HUES.stop - 1}")
    return hue


def _share(value: float) -> str:
    return f"{value:.2f}%"
