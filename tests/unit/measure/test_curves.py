"""Item curves and what is assumed of items never calibrated."""

import math

import numpy as np
import pytest
from measure import curves
from measure.curves import Curve, Format

STEEP = 1e6


def one(curve: Curve) -> curves.Items:
    return curves.items_from([0], [curve])


@pytest.mark.parametrize("eta", [-40.0, 0.0, 2.5, 3.1, 900.0])
def test_the_curve_is_the_logistic_between_floor_and_ceiling(eta: float) -> None:
    logistic = 1.0 / (1.0 + math.exp(min(-1.3 * (eta - 2.5), 700.0)))

    found = curves.probability(np.array([eta]), one(Curve(1.3, 2.5, 0.2, 0.9)))

    assert found[0, 0] == pytest.approx(0.2 + 0.7 * logistic, abs=1e-12)


def test_the_mean_over_a_cell_is_the_mean_of_the_curve() -> None:
    items = curves.items_from([0, 0], [Curve(4.0, 2.6, 0.1, 0.95), Curve(0.3, -1.0, 0.0, 1.0)])
    points = np.linspace(2.5, 3.0, 20_001)

    found = curves.mean_probability(np.array([2.5]), np.array([3.0]), items)

    assert found[:, 0] == pytest.approx(curves.probability(points, items).mean(axis=1), abs=1e-6)


def test_a_threshold_at_the_edge_of_a_cell_splits_nothing() -> None:
    found = curves.mean_probability(np.array([1.5, 2.5]), np.array([2.5, 3.5]), one(Curve(STEEP, 2.5, 0.2, 0.95)))

    assert found[0] == pytest.approx([0.2, 0.95], abs=1e-5)


@pytest.mark.parametrize(
    ("bad", "said"),
    [
        (Curve(0.0, 2.0, 0.0, 1.0), "slope"),
        (Curve(math.inf, 2.0, 0.0, 1.0), "slope"),
        (Curve(1.0, math.nan, 0.0, 1.0), "difficulty"),
        (Curve(1.0, 2.0, -0.1, 1.0), "floor"),
        (Curve(1.0, 2.0, 0.5, 0.5), "floor"),
        (Curve(1.0, 2.0, 0.5, 1.1), "floor"),
    ],
    ids=["flat", "infinite slope", "no difficulty", "negative floor", "floor at the ceiling", "ceiling above 1"],
)
def test_a_bad_item_is_refused_with_its_row(bad: Curve, said: str) -> None:
    with pytest.raises(ValueError, match=f"item 1: .*{said}"):
        curves.items_from([0, 0], [Curve(1.0, 2.0, 0.0, 1.0), bad])


def test_a_negative_topic_is_refused() -> None:
    with pytest.raises(ValueError, match="item 0: a topic"):
        curves.items_from([-1], [Curve(1.0, 2.0, 0.0, 1.0)])


def test_arrays_of_different_lengths_are_refused() -> None:
    with pytest.raises(ValueError, match="one value an item"):
        curves.items_from([0, 1], [Curve(1.0, 2.0, 0.0, 1.0)])


def test_a_competence_may_have_no_item_yet() -> None:
    assert curves.items_from([], []).topic.size == 0


@pytest.mark.parametrize(
    ("answer", "choices", "expected"),
    [
        (Format.FREE, None, curves.FREE_FLOOR),
        (Format.UNSPECIFIED, None, curves.UNSPECIFIED_FLOOR),
        (Format.ONE, 4, 1 / 4),
        (Format.SUBSET, 4, 1 / 15),
        (Format.SUBSET, 10, curves.FREE_FLOOR),
    ],
    ids=["free", "unspecified", "one of four", "any of four", "any of ten"],
)
def test_the_floor_is_the_chance_of_a_blind_guess(answer: Format, choices: int | None, expected: float) -> None:
    assert curves.floor(answer, choices) == pytest.approx(expected)


@pytest.mark.parametrize("choices", [None, 0, 1], ids=["unknown", "none", "one"])
def test_a_choice_needs_two_choices(choices: int | None) -> None:
    with pytest.raises(ValueError, match="at least 2 choices"):
        curves.floor(Format.ONE, choices)


def test_an_item_never_calibrated_is_as_hard_as_its_level_says() -> None:
    curve = curves.prior_curve(4, Format.ONE, 5)

    assert (curve.b, curve.c, curve.d) == (3.5, pytest.approx(0.2), curves.CEILING)


def test_an_uncertain_difficulty_flattens_the_slope_as_averaging_over_it_does() -> None:
    spread = 3.5 + curves.LABEL_SD * np.random.default_rng(1).standard_normal(40_000)
    exact = [0.5 + 0.5 * np.tanh(0.5 * curves.SLOPE * (eta - spread)).mean() for eta in (3.2, 3.5, 3.9)]

    flat = one(curves.prior_curve(4)._replace(c=0.0, d=1.0))

    assert curves.probability(np.array([3.2, 3.5, 3.9]), flat)[0] == pytest.approx(exact, abs=0.02)
