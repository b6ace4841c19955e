"""The distribution of a sum of points."""

from itertools import product

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from measure import points
from measure.points import Points

EVEN = np.cumsum(np.full((3, 9), 2.0), axis=1) - 2.0
UNEVEN = np.cumsum([[0, 4 / 3, 0, 8 / 7, 8 / 9, 0, 1.6, 1.0, 0], [0, 0, 8 / 7, 8 / 7, 0, 1.6, 0, 0, 0]], axis=1)


def some_chances(topics: int, nodes: int, seed: int) -> tuple[np.ndarray, np.ndarray]:
    rng = np.random.default_rng(seed)
    ability, chance = rng.random(nodes), rng.random((topics, 9, nodes)) ** 6
    return ability / ability.sum(), chance / chance.sum(axis=1, keepdims=True)


def enumerated(ability: np.ndarray, chance: np.ndarray, worth: np.ndarray) -> dict[float, float]:
    found: dict[float, float] = {}
    for levels in product(range(9), repeat=len(worth)):
        value = round(sum(worth[topic, level] for topic, level in enumerate(levels)), 6)
        given_ability = np.prod([chance[topic, level] for topic, level in enumerate(levels)], axis=0)
        found[value] = found.get(value, 0.0) + float(ability @ given_ability)
    return found


def test_the_distribution_is_the_sum_over_every_combination_of_levels() -> None:
    ability, chance = some_chances(3, 4, seed=1)
    exact = enumerated(ability, chance, EVEN)

    found = points.distribution(ability, chance, points.lattice_of(EVEN))

    assert dict(zip(found.values.round(6).tolist(), found.chance.tolist(), strict=True)) == pytest.approx(exact)
    assert found.rounded == 0.0


def test_points_without_a_common_step_are_rounded_by_less_than_a_tenth() -> None:
    ability, chance = some_chances(2, 3, seed=2)
    exact = enumerated(ability, chance, UNEVEN)

    found = points.distribution(ability, chance, points.lattice_of(UNEVEN))

    for wanted in np.arange(0.5, 9.0, 0.5):
        sure, possible = (sum(p for v, p in exact.items() if v >= wanted + shift) for shift in (0.0, -0.15))
        assert sure - 1e-6 <= found.at_least(np.array(wanted)) <= possible + 1e-6


def test_the_likeliest_points_are_exact_even_without_a_common_step() -> None:
    chance = np.zeros((2, 9, 1))
    chance[0, 6], chance[1, 3] = 1.0, 1.0

    found = points.distribution(np.ones(1), chance, points.lattice_of(UNEVEN))

    assert found.values == pytest.approx([UNEVEN[0, 6] + UNEVEN[1, 3]], abs=1e-12)


@pytest.mark.parametrize(
    ("worth", "step", "rounded"),
    [(EVEN, 2.0, 0.0), (UNEVEN, points.FINEST, points.FINEST), (np.zeros((2, 9)), points.FINEST, 0.0)],
    ids=["a common step", "no common step", "no points at all"],
)
def test_the_step_is_the_largest_that_all_points_share(worth: np.ndarray, step: float, rounded: float) -> None:
    lattice = points.lattice_of(worth)

    assert (lattice.step, lattice.rounded) == (step, rounded)


def test_the_chance_of_reaching_a_value_counts_the_value() -> None:
    found = Points(np.array([0.0, 2.0, 4.0]), np.array([0.2, 0.3, 0.5]), 0.0)

    assert found.at_least(np.array([0.0, 2.0, 2.1, 5.0])) == pytest.approx([1.0, 0.8, 0.5, 0.0])


@given(st.lists(st.floats(0.01, 1.0), min_size=1, max_size=12), st.sampled_from([0.5, 0.8, 0.95]))
def test_the_interval_is_the_shortest_that_holds_enough(weights: list[float], holding: float) -> None:
    chance = np.array(weights) / sum(weights)
    ranges = [
        (last - first, chance[first : last + 1].sum())
        for first in range(len(chance))
        for last in range(first, len(chance))
    ]
    shortest = min(width for width, held in ranges if held >= holding - 1e-9)

    low, high = Points(np.arange(len(chance), dtype=float), chance, 0.0).interval(holding)

    assert high - low == shortest
    assert chance[int(low) : int(high) + 1].sum() == pytest.approx(max(h for w, h in ranges if w == shortest))


def test_an_interval_says_how_far_its_ends_are_rounded() -> None:
    found = Points(np.array([3.0, 4.0]), np.array([0.01, 0.99]), 0.5)

    assert found.interval(0.95) == (3.5, 4.5)
