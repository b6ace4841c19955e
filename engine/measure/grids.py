"""The grids on which everything is summed: general factor, competence ability, cells of topic ability."""

import math

import numpy as np

from measure.curves import Floats

LEVELS = 8
TINY = 1e-300

# Sizes chosen by the error they leave (see the README): a third of a level, a fifth of a standard deviation.
CELLS_A_LEVEL = 3
NODES_A_SD = 2
LOWEST, HIGHEST = -1.5, 9.5  # topic abilities beyond these fall into two open cells

_EDGES = LOWEST + np.arange(round((HIGHEST - LOWEST) * CELLS_A_LEVEL) + 1) / CELLS_A_LEVEL  # (h - 1,)
CELL_LOW = np.concatenate([[LOWEST - 1.0], _EDGES])  # (h,) an open cell counts as one level wide
CELL_HIGH = np.concatenate([_EDGES, [HIGHEST + 1.0]])  # (h,)
CELL_LEVEL = np.floor((CELL_LOW + CELL_HIGH) / 2 + 0.5).clip(0, LEVELS).astype(np.intp)  # (h,) edges lie at l - 1/2
CELL_HOLDS = (CELL_LEVEL[:, None] >= np.arange(1, LEVELS + 1)).astype(np.float64)  # (h, l) 1 where the level is held
LEVEL_CELLS = (np.arange(LEVELS + 1)[:, None] == CELL_LEVEL).astype(np.float64)  # (levels + 1, h) 1 in its cells

GENERAL = np.linspace(-4.0, 4.0, 41)  # (g,)
GENERAL_CHANCE = np.exp(-0.5 * GENERAL**2) / np.exp(-0.5 * GENERAL**2).sum()  # (g,)


def ability_nodes(mean: float, general_sd: float, competence_sd: float, topic_sd: float) -> Floats:
    """Evenly spaced abilities (k,) that reach four standard deviations and see the narrowest spread."""
    step = min(competence_sd, topic_sd) / NODES_A_SD
    half = math.ceil(4.0 * math.hypot(general_sd, competence_sd) / step)
    return mean + step * np.arange(-half, half + 1, dtype=np.float64)


def ability_given_general(nodes: Floats, mean: float, general_sd: float, competence_sd: float) -> Floats:
    """Chance of each competence ability at each value of the general factor, (g, k)."""
    expected = mean + general_sd * GENERAL[:, None]  # (g, 1)
    return _shares(np.exp(-0.5 * ((nodes - expected) / competence_sd) ** 2))


def cell_given_ability(nodes: Floats, topic_sd: float) -> Floats:
    """Chance of each cell of a topic at each competence ability, (k, h): exact on every level's threshold."""
    below = _normal_below((_EDGES - nodes[:, None]) / topic_sd)  # (k, h - 1)
    return _shares(np.diff(below, axis=1, prepend=0.0, append=1.0).clip(1e-12))  # no cell is quite impossible


def _shares(chance: Floats) -> Floats:
    shares: Floats = chance / chance.sum(axis=1, keepdims=True)
    return shares


def _normal_below(x: Floats) -> Floats:
    return np.array([0.5 * math.erfc(-value / math.sqrt(2.0)) for value in x.flat]).reshape(x.shape)
