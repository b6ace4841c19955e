"""The exact distribution of a sum of points, and what may be said from it."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from measure.curves import Floats, Whole

Waves = NDArray[np.complex128]

FINEST = 1.0 / 16.0  # points, when the topics' points share no larger step
ROUNDING = 1e-6
NEGLIGIBLE = 1e-9  # chances left out


@dataclass(frozen=True, eq=False)
class Lattice:
    """The points of each level of each topic, and the same in whole steps, both (t, levels + 1)."""

    worth: Floats
    moves: Whole
    step: float  # points
    rounded: float  # points by which a sum may be off: 0 when all points are multiples of the step
    size: int  # how many steps a sum may take, none included
    waves: Waves  # (t, f, levels + 1) the Fourier transform of each level's move


@dataclass(frozen=True, eq=False)
class Points:
    """Values the points can take (s,), rising, the chance of each (s,), and how far a value may be rounded."""

    values: Floats
    chance: Floats
    rounded: float

    def at_least(self, wanted: Floats) -> Floats:
        """Chance that the points reach each of these values; shape kept."""
        above = np.concatenate([np.cumsum(self.chance[::-1])[::-1], [0.0]])  # (s + 1,)
        return above[np.searchsorted(self.values, wanted - self.rounded - ROUNDING)]

    def interval(self, holding: float) -> tuple[float, float]:
        """The shortest range of points, ends included, that holds this share of the chance."""
        before = np.concatenate([[0.0], np.cumsum(self.chance)])  # (s + 1,)
        end = np.searchsorted(before, before[:-1] + holding - 1e-9)  # (s,)
        starts = np.flatnonzero(end <= self.values.size)
        last = end[starts] - 1
        width, held = self.values[last] - self.values[starts], before[last + 1] - before[starts]
        best = np.lexsort((-held, width.round(9)))[0]
        return float(self.values[starts[best]] - self.rounded), float(self.values[last[best]] + self.rounded)


def lattice_of(worth: Floats) -> Lattice:
    """The largest step all points are multiples of, or the finest one; worth (t, levels + 1) in points, rising."""
    rises = np.diff(worth, axis=1)
    step = float(rises[rises > ROUNDING].min(initial=np.inf))
    if not np.isfinite(step) or np.abs(rises / step - (rises / step).round()).max() > ROUNDING:
        step = FINEST
    moves = (worth / step).round().astype(np.intp)
    exact = bool(np.abs(worth / step - moves).max() < ROUNDING)
    size = int(moves.max(axis=1).sum()) + 1
    turns = np.arange(size // 2 + 1)[:, None] / size * moves[:, None, :]  # (t, f, levels + 1)
    return Lattice(worth, moves, step, 0.0 if exact else step, size, np.exp(-2j * np.pi * turns))


def distribution(ability: Floats, chance: Floats, lattice: Lattice) -> Points:
    """The distribution of the sum over topics, which are independent once the competence's ability is known.

    ability (k,) is the chance of each node; chance (t, levels + 1, k) that of each level of a topic at each node. A
    sum of independent values multiplies their characteristic functions, which the inverse Fourier transform turns
    back into chances. The likeliest sum is exact; the others are as far from it as the lattice says.
    """
    marginal = chance @ ability  # (t, levels + 1)
    spread = (lattice.waves @ chance).prod(axis=0) @ ability  # (f,)
    total = np.fft.irfft(spread, lattice.size)  # (s,)
    kept = np.flatnonzero(total > NEGLIGIBLE)
    each, likeliest = np.arange(len(chance)), marginal.argmax(axis=1)  # (t,)
    home = lattice.worth[each, likeliest].sum() - lattice.step * lattice.moves[each, likeliest].sum()
    return Points(home + lattice.step * kept, total[kept] / total[kept].sum(), lattice.rounded)
