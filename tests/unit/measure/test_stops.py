"""The reasons to stop."""

from dataclasses import replace

import numpy as np
import pytest
from measure import stops
from measure.stops import Limits, Reason
from measure.tree import View

LIMITS = Limits(shortest=4, longest=20, sd=2.0, certain=0.9, gain=0.01)
VIEW = View(expected=20.0, sd=5.0, ability=3.0, p_right=np.full(2, 0.5), gain=np.array([9.0, 1.0]), level=np.ones(1))
SOME = np.array([True, True])
UNSURE = np.array([1.0, 0.9, 0.5, 0.1, 0.0, 0.0, 0.0, 0.0])
SURE = np.array([1.0, 0.99, 0.05, 0.0, 0.0, 0.0, 0.0, 0.0])
PRECISE = replace(VIEW, sd=2.0)
DRY = replace(VIEW, gain=np.array([9.0, 0.25]))


@pytest.mark.parametrize(
    ("asked", "view", "allowed", "at_least", "reason"),
    [
        (10, VIEW, SOME, UNSURE, None),
        (10, VIEW, ~SOME, UNSURE, Reason.NOTHING_TO_ASK),
        (2, VIEW, ~SOME, UNSURE, Reason.NOTHING_TO_ASK),
        (20, VIEW, SOME, UNSURE, Reason.LONG_ENOUGH),
        (3, PRECISE, SOME, SURE, None),
        (4, PRECISE, SOME, UNSURE, Reason.PRECISE),
        (10, VIEW, SOME, SURE, Reason.CERTAIN),
        (10, VIEW, SOME, None, None),
        (10, DRY, np.array([False, True]), UNSURE, Reason.NOTHING_TO_GAIN),
        (10, DRY, SOME, UNSURE, None),
    ],
    ids=[
        "go on", "no item left", "no item left, however short", "the longest", "too short to be precise", "precise",
        "level certain", "level not looked at", "only useless items left", "one useful item left",
    ],
)  # fmt: skip
def test_a_sitting_stops_for_a_named_reason(
    asked: int, view: View, allowed: np.ndarray, at_least: np.ndarray | None, reason: Reason | None
) -> None:
    assert stops.reason_to_stop(asked, view, allowed, LIMITS, at_least) == reason


@pytest.mark.parametrize(
    ("at_least", "expected"),
    [(UNSURE, 0.4), (SURE, 0.94), (np.zeros(8), 1.0), (np.ones(8), 1.0)],
    ids=["unsure", "sure", "level 0 for certain", "level 8 for certain"],
)
def test_certainty_is_the_chance_of_the_likeliest_level(at_least: np.ndarray, expected: float) -> None:
    assert stops.certainty(at_least) == pytest.approx(expected)
