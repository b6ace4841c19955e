"""The choice of the next item."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from measure import select

GAIN = np.array([5.0, 4.99, 4.98, 4.97, 4.96, 4.95, 1.0])
ALL = np.ones(7, np.bool_)


def drawn(gain: np.ndarray, allowed: np.ndarray, **how: float) -> set[int | None]:
    return {select.choose(gain, allowed, np.random.default_rng(seed), **how) for seed in range(200)}


@given(st.integers(0, 2**32))
def test_the_same_seed_chooses_the_same_item(seed: int) -> None:
    first, again = (select.choose(GAIN, ALL, np.random.default_rng(seed)) for _ in range(2))

    assert first == again


def test_no_allowed_item_is_no_choice() -> None:
    assert select.choose(GAIN, ~ALL, np.random.default_rng(0)) is None


def test_the_best_few_are_drawn_and_no_other() -> None:
    assert drawn(GAIN, ALL) == {0, 1, 2, 3, 4}


def test_what_gains_clearly_less_is_never_drawn() -> None:
    assert drawn(np.array([5.0, 4.8, 4.7]), np.ones(3, np.bool_)) == {0, 1}


def test_equal_items_are_all_drawn_however_many() -> None:
    assert drawn(np.full(9, 2.0), np.ones(9, np.bool_), among=3) == set(range(9))


def test_an_item_that_is_not_allowed_is_not_drawn() -> None:
    assert drawn(GAIN, np.arange(7) > 4) == {5}


def test_one_among_one_is_the_best() -> None:
    assert drawn(GAIN, ALL, among=1) == {0}


@pytest.mark.parametrize(
    ("p_right", "allowed", "expected"),
    [
        ([0.9, 0.4, 0.6], [True, True, True], [True, False, True]),
        ([0.9, 0.4, 0.3], [False, True, True], [False, True, False]),
        ([0.9, 0.4, 0.3], [False, False, False], [False, False, False]),
    ],
    ids=["those easy enough", "the easiest when none is easy enough", "none when none is allowed"],
)
def test_a_comfortable_start(p_right: list[float], allowed: list[bool], expected: list[bool]) -> None:
    assert select.comfortable(np.array(p_right), np.array(allowed)).tolist() == expected
