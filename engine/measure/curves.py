"""How likely a right answer is at each ability: item curves, and what is assumed of an item never calibrated."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Whole = NDArray[np.intp]
Mask = NDArray[np.bool_]

# What is assumed of an item that nobody has calibrated yet.
SLOPE = 8.0  # per level: a task either is or is not within reach
LABEL_SD = 0.25  # levels by which an author's label misses the difficulty
CEILING = 0.97  # slips happen whatever the ability
FREE_FLOOR = 0.02  # nobody guesses a free answer, but answers get around
UNSPECIFIED_FLOOR = 0.06  # content that is two thirds free, the rest choices among four or more


class Format(StrEnum):
    """How an answer is given, as far as guessing is concerned."""

    FREE = "free"
    ONE = "one choice"
    SUBSET = "any choices"
    UNSPECIFIED = "unspecified"


class Curve(NamedTuple):
    """Slope a per level, difficulty b in levels, floor c, ceiling d."""

    a: float
    b: float
    c: float
    d: float


@dataclass(frozen=True, eq=False)
class Items:
    """The topic and the curve of each item, arrays (n,); a bad item is refused with its row (ValueError)."""

    topic: Whole
    a: Floats
    b: Floats
    c: Floats
    d: Floats

    def __post_init__(self) -> None:
        shapes = {array.shape for array in (self.topic, self.a, self.b, self.c, self.d)}
        if shapes != {(self.topic.size,)}:
            raise ValueError(f"topic, a, b, c and d need one value an item each, not shapes {sorted(shapes)}")
        _refuse(self.topic < 0, "a topic is a number from 0 up")
        _refuse(~(np.isfinite(self.a) & (self.a > 0)), "a slope is finite and above 0")
        _refuse(~np.isfinite(self.b), "a difficulty is finite")
        _refuse(~((self.c >= 0) & (self.c < self.d) & (self.d <= 1)), "floor and ceiling keep 0 <= c < d <= 1")


def items_from(topics: Sequence[int], curves: Sequence[Curve]) -> Items:
    """Items from a topic number and a curve each."""
    a, b, c, d = np.array(curves, dtype=np.float64).reshape(-1, 4).T
    return Items(np.array(topics, dtype=np.intp), a, b, c, d)


def probability(eta: Floats, items: Items) -> Floats:
    """A right answer is a guess below, a non-slip above, and rises by slope a through difficulty b.

    P = c + (d - c) / (1 + exp(-a (eta - b))), the four-parameter logistic of Barton and Lord (1981), in its tanh form,
    which cannot overflow. eta (h,) in levels; gives (n, h).
    """
    rise = 0.5 + 0.5 * np.tanh(0.5 * items.a[:, None] * (eta - items.b[:, None]))  # (n, h)
    return items.c[:, None] + (items.d - items.c)[:, None] * rise


def mean_probability(low: Floats, high: Floats, items: Items) -> Floats:
    """The curve averaged over each cell [low, high], so that a steep curve at an edge of cells is exact.

    low and high (h,) in levels; gives (n, h). The integral of the logistic is log(1 + exp(x)).
    """
    a, b = items.a[:, None], items.b[:, None]
    start, end = a * (low - b), a * (high - b)  # (n, h)
    rise = (np.logaddexp(0.0, end) - np.logaddexp(0.0, start)) / (end - start)
    return items.c[:, None] + (items.d - items.c)[:, None] * rise


def floor(answer: Format, choices: int | None = None) -> float:
    """Chance of a right answer by guessing: one in n choices, one in all the sets one may tick, next to none if free.

    choices is the number of options shown, needed for the two kinds of choice (ValueError).
    """
    if answer is Format.FREE:
        return FREE_FLOOR
    if answer is Format.UNSPECIFIED:
        return UNSPECIFIED_FLOOR
    if choices is None or choices < 2:
        raise ValueError(f"a question with {answer} shows at least 2 choices, not {choices}")
    ways = choices if answer is Format.ONE else 2**choices - 1
    return max(FREE_FLOOR, 1.0 / ways)


def prior_curve(level: float, answer: Format = Format.UNSPECIFIED, choices: int | None = None) -> Curve:
    """Before calibration, an item is as hard as its author says, give or take, and guessed as its format allows.

    Difficulty level - 1/2; not knowing it exactly flattens the slope by sqrt(1 + 0.346 a^2 sd^2), the usual
    logistic-normal approximation with 0.346 = (16 sqrt(3) / (15 pi))^2.
    """
    slope = SLOPE / math.sqrt(1.0 + 0.346 * (SLOPE * LABEL_SD) ** 2)
    return Curve(slope, level - 0.5, floor(answer, choices), CEILING)


def _refuse(bad: Mask, rule: str) -> None:
    if bad.any():
        raise ValueError(f"item {int(np.argmax(bad))}: {rule}")
