"""Simulated people are found again."""

import numpy as np
import pytest
from measure import curves, select, tree

POPULATION = tree.Population(mean=3.0, general_sd=1.7, competence_sd=0.8, topic_sd=0.9)
TOPICS, LEVELS, PEOPLE, QUESTIONS = 4, 7, 150, 16
ITEMS = curves.items_from(
    [topic for topic in range(TOPICS) for _ in range(3 * LEVELS)],
    [curves.prior_curve(level, curves.Format.ONE, 4) for _ in range(3 * TOPICS) for level in range(1, LEVELS + 1)],
)
BANK = tree.prepare(POPULATION, ITEMS, tree.equal_weights(TOPICS, LEVELS))


def placed(eta: np.ndarray, rng: np.random.Generator) -> tree.Report:
    belief, allowed = tree.start(BANK), np.ones(BANK.row.size, np.bool_)
    for _ in range(QUESTIONS):
        item = select.choose(tree.look(BANK, belief).gain, allowed, rng)
        assert item is not None
        allowed[item] = False
        p_right = curves.probability(eta[[ITEMS.topic[item]]], ITEMS)[item, 0]
        belief = tree.observe(BANK, belief, item, rng.random() < p_right)
    return tree.report(BANK, belief)


@pytest.fixture(scope="module")
def people() -> tuple[np.ndarray, list[tree.Report]]:
    rng = np.random.default_rng(11)
    theta = POPULATION.mean + np.hypot(POPULATION.general_sd, POPULATION.competence_sd) * rng.standard_normal(PEOPLE)
    eta = theta[:, None] + POPULATION.topic_sd * rng.standard_normal((PEOPLE, TOPICS))
    levels = np.floor(eta + 0.5).clip(0, LEVELS)
    return levels.sum(axis=1) * 8.0 / TOPICS, [placed(person, rng) for person in eta]


def test_the_points_are_found_without_bias(people: tuple[np.ndarray, list[tree.Report]]) -> None:
    truth, told = people
    error = np.array([one.expected for one in told]) - truth

    assert abs(error.mean()) < 3.0 * error.std() / PEOPLE**0.5
    assert error.std() < 4.0


def test_the_error_is_as_large_as_it_is_said_to_be(people: tuple[np.ndarray, list[tree.Report]]) -> None:
    truth, told = people
    scaled = [(one.expected - true) / one.sd for one, true in zip(told, truth, strict=True)]

    assert np.std(scaled) == pytest.approx(1.0, abs=0.15)


@pytest.mark.parametrize(("end", "holding"), [("interval80", 0.80), ("interval95", 0.95)])
def test_the_intervals_hold_the_truth_as_often_as_they_say(
    people: tuple[np.ndarray, list[tree.Report]], end: str, holding: float
) -> None:
    truth, told = people
    held = [getattr(one, end)[0] <= true <= getattr(one, end)[1] for one, true in zip(told, truth, strict=True)]

    assert holding - 0.05 <= np.mean(held) <= min(holding + 0.12, 0.995)


def test_a_level_that_is_named_is_nearly_always_the_right_one(people: tuple[np.ndarray, list[tree.Report]]) -> None:
    truth, told = people
    named = [(one.level, true // 8) for one, true in zip(told, truth, strict=True) if one.level is not None]

    assert len(named) > PEOPLE / 4
    assert np.mean([level == true for level, true in named]) > 0.75
