"""What is said at the end, against every state written out, and against the model itself."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from measure import curves, grids, tree

from tests.unit.measure.trees import POPULATION, Answered, after, states, two_topics

BANK = two_topics()
ANSWERS: Answered = [(0, True), (1, True), (2, True), (3, False)]
answered = st.lists(st.tuples(st.integers(0, 3), st.booleans()), max_size=12)


def test_the_points_and_the_level_are_the_sums_over_all_states() -> None:
    exact = states(BANK, ANSWERS)

    told = tree.report(BANK, after(BANK, ANSWERS))

    reached = [exact.chance[exact.points >= 8 * level - 1e-9].sum() for level in range(1, 9)]
    assert told.at_least == pytest.approx(reached, abs=1e-6)
    assert (told.expected, told.sd) == pytest.approx((exact.mean(), exact.variance() ** 0.5), rel=1e-5)
    assert told.points.values @ told.points.chance == pytest.approx(exact.mean(), rel=1e-5)


def test_a_skill_is_mastered_with_the_chance_that_its_level_is_held() -> None:
    exact = states(BANK, ANSWERS)

    told = tree.report(BANK, after(BANK, ANSWERS))

    held = [[exact.chance @ (exact.levels[:, topic] >= level) for level in range(1, 9)] for topic in (0, 1)]
    assert told.mastered == pytest.approx(np.array(held), rel=1e-4)


def test_before_any_answer_a_level_is_held_as_often_as_in_the_population() -> None:
    sd = math.hypot(POPULATION.general_sd, POPULATION.competence_sd, POPULATION.topic_sd)
    above = [0.5 * math.erfc((level - 0.5 - POPULATION.mean) / sd / math.sqrt(2)) for level in range(1, 9)]

    told = tree.report(BANK, tree.start(BANK))

    assert told.mastered == pytest.approx(np.array([above, above]), abs=1e-4)


def test_the_grid_agrees_with_the_model_it_stands_for() -> None:
    rng = np.random.default_rng(4)
    general = rng.standard_normal((400_000, 1))
    theta = 3.0 + POPULATION.general_sd * general + POPULATION.competence_sd * rng.standard_normal(general.shape)
    eta = theta + POPULATION.topic_sd * rng.standard_normal((len(theta), 2))
    weight = np.ones(len(theta))
    items = curves.items_from([0, 1], [curves.prior_curve(3), curves.prior_curve(5)])
    weight *= curves.probability(eta[:, 0], items)[0] * (1.0 - curves.probability(eta[:, 1], items)[1])
    levels = (eta + 0.5).clip(0.0, 8.0) // 1

    bank = tree.prepare(POPULATION, items, tree.equal_weights(2, 8))
    told = tree.report(bank, after(bank, [(0, True), (1, False)]))

    assert told.mastered.sum(axis=1) == pytest.approx(weight @ levels / weight.sum(), abs=0.02)


@given(answered)
def test_a_higher_level_is_never_likelier(answers: Answered) -> None:
    told = tree.report(BANK, after(BANK, answers))

    assert (np.diff(told.at_least) <= 1e-12).all()
    assert (np.diff(told.mastered, axis=1) <= 1e-12).all()
    assert told.sure <= told.possible


@given(answered)
def test_the_intervals_hold_what_they_promise(answers: Answered) -> None:
    told = tree.report(BANK, after(BANK, answers))

    for holding, (low, high) in ((0.80, told.interval80), (0.95, told.interval95)):
        inside = (told.points.values >= low) & (told.points.values <= high)
        assert told.points.chance[inside].sum() >= holding - 1e-6


@given(answered)
def test_the_chances_of_the_levels_may_be_asked_alone(answers: Answered) -> None:
    belief = after(BANK, answers)

    assert tree.at_least(BANK, belief).tolist() == tree.report(BANK, belief).at_least.tolist()


def test_a_level_is_named_once_it_is_likely_enough() -> None:
    items = curves.items_from([0, 0], [curves.Curve(1e6, 2.5, 0.0, 1.0), curves.Curve(1e6, 3.5, 0.0, 1.0)])
    bank = tree.prepare(POPULATION, items, tree.equal_weights(1, 8))

    unsure, sure = tree.report(bank, tree.start(bank)), tree.report(bank, after(bank, [(0, True), (1, False)]))

    assert (unsure.level, unsure.sure < unsure.possible) == (None, True)
    assert (sure.level, sure.sure, sure.possible) == (3, 3, 3)


def test_another_scale_has_other_points_and_the_same_levels() -> None:
    items = curves.items_from([0], [curves.prior_curve(3)])
    eight, ten = (tree.prepare(POPULATION, items, tree.equal_weights(1, 7, points)) for points in (8.0, 10.0))

    ours, theirs = tree.report(eight, tree.start(eight)), tree.report(ten, tree.start(ten), points_a_level=10.0)

    assert theirs.expected == pytest.approx(ours.expected * 1.25)
    assert theirs.at_least == pytest.approx(ours.at_least)


def test_the_total_is_the_sum_over_all_states_of_all_competences() -> None:
    mean = square = chance = 0.0
    for node, prior in enumerate(grids.GENERAL_CHANCE):
        only = np.where(np.arange(grids.GENERAL.size) == node, 0.0, -1e4)
        likelihood = [float(np.exp(tree.message(BANK, after(BANK, answers))[node])) for answers in (ANSWERS, [])]
        one, other = (states(BANK, answers, only) for answers in (ANSWERS, []))
        weight, together = prior * likelihood[0] * likelihood[1], one.mean() + other.mean()
        chance, mean = chance + weight, mean + weight * together
        square += weight * (one.variance() + other.variance() + together**2)

    found = tree.total([(BANK, after(BANK, ANSWERS)), (BANK, tree.start(BANK))])

    assert found.expected == pytest.approx(mean / chance, rel=1e-5)
    assert found.sd == pytest.approx((square / chance - (mean / chance) ** 2) ** 0.5, rel=1e-4)


def test_the_total_of_one_competence_is_its_own_report() -> None:
    belief = after(BANK, ANSWERS)
    told = tree.report(BANK, belief)

    assert tree.total([(BANK, belief)]) == tree.Total(pytest.approx(told.expected), pytest.approx(told.sd))


def test_no_competence_adds_up_to_nothing() -> None:
    assert tree.total([]) == tree.Total(0.0, 0.0)
