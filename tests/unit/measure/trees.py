"""Small trees and the long way round: every state written out, weighed and summed."""

from dataclasses import dataclass
from itertools import product

import numpy as np
from measure import curves, grids, tree
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Answered = list[tuple[int, bool]]

POPULATION = tree.Population(mean=3.0, general_sd=1.2, competence_sd=1.1, topic_sd=1.0)
SOME_CURVES = [
    curves.Curve(1.2, 2.1, 0.2, 0.95),
    curves.Curve(3.0, 4.5, 0.0, 1.0),
    curves.Curve(500.0, 2.5, 0.25, 0.9),
    curves.Curve(2.0, 5.5, 0.1, 0.97),
]


@dataclass(frozen=True, eq=False)
class States:
    """Every state of a tree of two topics: its chance, points, level in each topic and chance of a right answer."""

    chance: Floats  # (states,)
    points: Floats  # (states,)
    levels: NDArray[np.intp]  # (states, 2)
    right: Floats  # (states, n)

    def mean(self) -> float:
        return float(self.chance @ self.points)

    def variance(self) -> float:
        return float(self.chance @ (self.points - self.mean()) ** 2)

    def given(self, item: int, right: bool) -> "States":
        """The states after one more answer."""
        chance = self.chance * (self.right[:, item] if right else 1.0 - self.right[:, item])
        return States(chance / chance.sum(), self.points, self.levels, self.right)


def two_topics() -> tree.Bank:
    """Four items over two topics, one of them with points at some levels only."""
    weights = tree.equal_weights(2, 7)
    weights[1, [1, 4]] = 0.0
    return tree.prepare(POPULATION, curves.items_from([0, 0, 1, 1], SOME_CURVES), weights)


def after(bank: tree.Bank, answers: Answered, outside: Floats | None = None) -> tree.Belief:
    """The belief after some answers."""
    belief = tree.start(bank, outside)
    for item, right in answers:
        belief = tree.observe(bank, belief, item, right)
    return belief


def states(bank: tree.Bank, answers: Answered, outside: Floats | None = None) -> States:
    """The states of a bank of two topics after some answers."""
    general = grids.GENERAL_CHANCE * np.exp(0.0 if outside is None else outside)
    ability = general @ bank.given_general  # (k,)
    pairs = np.array(list(product(range(grids.CELL_LEVEL.size), repeat=2)))  # (h * h, 2)
    chance = np.einsum("k,kh,kj->hj", ability, bank.cells, bank.cells).reshape(-1)
    points = bank.worth[0, pairs[:, 0]] + bank.worth[1, pairs[:, 1]]
    right = np.stack([bank.right[row, pairs[:, bank.topic[row]]] for row in bank.row], axis=1)
    found = States(chance / chance.sum(), points, grids.CELL_LEVEL[pairs], right)
    for item, was_right in answers:
        found = found.given(item, was_right)
    return found
