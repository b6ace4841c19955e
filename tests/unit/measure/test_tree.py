"""Beliefs and gains, against every state written out."""

import math
from random import Random

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from measure import curves, grids, tree

from tests.unit.measure.trees import POPULATION, SOME_CURVES, Answered, after, states, two_topics

BANK = two_topics()
ELSEWHERE = -0.5 * ((grids.GENERAL - 1.0) / 0.4) ** 2  # the other competences say: one sd above the mean
HISTORIES: list[Answered] = [[], [(1, True)], [(0, False), (2, True), (1, True)], [(3, False)] * 3 + [(2, False)]]
answered = st.lists(st.tuples(st.integers(0, 3), st.booleans()), max_size=12)


@pytest.mark.parametrize("answers", HISTORIES, ids=["nothing", "one right", "mixed", "often wrong"])
@pytest.mark.parametrize("outside", [None, ELSEWHERE], ids=["alone", "good elsewhere"])
def test_what_is_expected_is_the_sum_over_all_states(answers: Answered, outside: np.ndarray | None) -> None:
    exact = states(BANK, answers, outside)

    view = tree.look(BANK, after(BANK, answers, outside))

    assert view.expected == pytest.approx(exact.mean(), rel=1e-5)
    assert view.sd == pytest.approx(exact.variance() ** 0.5, rel=1e-5)
    assert view.p_right == pytest.approx(exact.chance @ exact.right, rel=1e-5)
    assert view.level == pytest.approx(exact.chance @ exact.levels, rel=1e-5)


@pytest.mark.parametrize("item", range(4))
@pytest.mark.parametrize("answers", HISTORIES, ids=["nothing", "one right", "mixed", "often wrong"])
def test_the_gain_is_exactly_the_expected_fall_of_the_variance(answers: Answered, item: int) -> None:
    exact = states(BANK, answers, ELSEWHERE)
    p_right = exact.chance @ exact.right[:, item]
    left = p_right * exact.given(item, True).variance() + (1 - p_right) * exact.given(item, False).variance()

    view = tree.look(BANK, after(BANK, answers, ELSEWHERE))

    assert view.gain[item] == pytest.approx(exact.variance() - left, rel=1e-4, abs=1e-6)


def test_the_ability_is_the_mean_of_the_population_before_any_answer() -> None:
    assert tree.look(BANK, tree.start(BANK)).ability == pytest.approx(POPULATION.mean, abs=1e-9)


@given(answered, st.integers(0, 3))
def test_a_right_answer_never_lowers_what_is_expected_nor_a_wrong_one_raises_it(answers: Answered, item: int) -> None:
    before = after(BANK, answers)
    expected = tree.look(BANK, before).expected

    right, wrong = (tree.look(BANK, tree.observe(BANK, before, item, was)).expected for was in (True, False))

    assert wrong - 1e-4 <= expected <= right + 1e-4


@given(answered)
def test_no_gain_is_negative_or_above_the_variance(answers: Answered) -> None:
    view = tree.look(BANK, after(BANK, answers))

    assert (view.gain >= 0).all()
    assert (view.gain <= view.sd**2 + 1e-9).all()


@given(answered)
def test_the_spread_is_never_wider_than_the_points_allow(answers: Answered) -> None:
    assert tree.look(BANK, after(BANK, answers)).sd <= BANK.worth.max(axis=1).sum() / 2


@given(answered, st.randoms())
def test_the_order_of_the_answers_does_not_matter(answers: Answered, chance: Random) -> None:
    shuffled = list(answers)
    chance.shuffle(shuffled)

    one, other = after(BANK, answers), after(BANK, shuffled)

    assert one.log_likelihood == pytest.approx(other.log_likelihood, abs=1e-4)


@given(answered)
def test_a_stored_belief_comes_back_to_the_last_bit(answers: Answered) -> None:
    belief = after(BANK, answers, ELSEWHERE)

    again = tree.unpack(BANK, tree.pack(belief))

    assert (again.log_likelihood == belief.log_likelihood).all()
    assert (again.outside == belief.outside).all()


def test_a_belief_of_another_bank_is_refused() -> None:
    with pytest.raises(ValueError, match="takes 444 bytes, not 440"):
        tree.unpack(BANK, tree.pack(tree.start(BANK))[:-4])


def test_a_belief_of_four_topics_takes_less_than_a_kilobyte() -> None:
    bank = tree.prepare(POPULATION, curves.items_from([], []), tree.equal_weights(4, 7))

    assert len(tree.pack(tree.start(bank))) < 1000


def test_observing_leaves_the_earlier_belief_as_it_was() -> None:
    before = tree.start(BANK)

    tree.observe(BANK, before, 0, True)

    assert not before.log_likelihood.any()


def test_old_answers_count_for_as_much_as_is_kept() -> None:
    belief = after(BANK, HISTORIES[2])

    expected = [tree.look(BANK, tree.faded(belief, keep)).expected for keep in (0.0, 0.5, 1.0)]

    assert expected[0] == tree.look(BANK, tree.start(BANK)).expected
    assert expected[2] == tree.look(BANK, belief).expected
    assert min(expected[0], expected[2]) < expected[1] < max(expected[0], expected[2])


@pytest.mark.parametrize("keep", [-0.1, 1.1, math.nan])
def test_answers_are_not_kept_more_than_once_nor_less_than_never(keep: float) -> None:
    with pytest.raises(ValueError, match="keep lies between 0 and 1"):
        tree.faded(tree.start(BANK), keep)


def test_no_answer_says_nothing_of_the_general_factor() -> None:
    assert tree.message(BANK, tree.start(BANK)) == pytest.approx(np.zeros(grids.GENERAL.size), abs=1e-12)


def test_a_message_is_the_likelihood_of_the_answers_at_each_general_factor() -> None:
    known = [np.where(np.arange(grids.GENERAL.size) == node, 0.0, -1e4) for node in (10, 20, 30)]
    each = [states(BANK, [], outside) for outside in known]
    exact = np.array([one.chance @ (one.right[:, 1] * (1.0 - one.right[:, 2])) for one in each])

    said = tree.message(BANK, after(BANK, [(1, True), (2, False)], ELSEWHERE))[[10, 20, 30]]

    assert np.exp(said - said[0]) == pytest.approx(exact / exact[0], rel=1e-4)


def test_being_good_elsewhere_raises_what_is_expected_here() -> None:
    said = tree.message(BANK, after(BANK, [(1, True), (3, True)]))

    assert tree.look(BANK, tree.start(BANK, said)).expected > tree.look(BANK, tree.start(BANK)).expected


def test_a_message_of_another_grid_is_refused() -> None:
    with pytest.raises(ValueError, match="a message has 41 values"):
        tree.start(BANK, np.zeros(7))


def test_items_with_the_same_topic_and_curve_share_a_row() -> None:
    topics, shared = [1, 0, 1, 1], [SOME_CURVES[0], SOME_CURVES[0], SOME_CURVES[0], SOME_CURVES[1]]

    bank = tree.prepare(POPULATION, curves.items_from(topics, shared), tree.equal_weights(2, 7))

    assert len(bank.right) == 3
    assert bank.row[0] == bank.row[2]
    assert bank.topic[bank.row].tolist() == topics


def test_a_competence_without_items_still_has_an_expectation() -> None:
    bank = tree.prepare(POPULATION, curves.items_from([], []), tree.equal_weights(1, 8))

    assert 8.0 < tree.look(bank, tree.start(bank)).expected < 56.0


@pytest.mark.parametrize(
    ("weights", "said"),
    [
        (np.ones(8), "shape"),
        (np.ones((2, 7)), "shape"),
        (np.ones((0, 8)), "shape"),
        (-np.ones((2, 8)), "not below 0"),
        (np.full((2, 8), np.nan), "finite"),
        (np.ones((1, 8)), "item 2: topic 1 has no weights"),
    ],
    ids=["one axis", "seven levels", "no topic", "negative", "not numbers", "too few topics"],
)
def test_weights_that_make_no_sense_are_refused(weights: np.ndarray, said: str) -> None:
    with pytest.raises(ValueError, match=said):
        tree.prepare(POPULATION, curves.items_from([0, 0, 1, 1], SOME_CURVES), weights)


@pytest.mark.parametrize(
    ("sizes", "said"),
    [((3.0, 0.0, 1.0, 1.0), "above 0"), ((3.0, 1.0, 1.0, -1.0), "above 0"), ((math.nan, 1.0, 1.0, 1.0), "finite")],
    ids=["no spread", "negative spread", "no mean"],
)
def test_a_population_that_makes_no_sense_is_refused(sizes: tuple[float, ...], said: str) -> None:
    with pytest.raises(ValueError, match=said):
        tree.Population(*sizes)


def test_a_level_is_worth_the_same_whatever_the_number_of_topics() -> None:
    weights = tree.equal_weights(5, 7, points_a_level=10.0)

    assert weights.sum(axis=0) == pytest.approx([10.0] * 7 + [0.0])


@settings(max_examples=20)
@given(st.lists(st.booleans(), min_size=60, max_size=90))
def test_a_long_and_contradictory_history_breaks_nothing(answers: list[bool]) -> None:
    sure = tree.prepare(
        POPULATION, curves.items_from([0], [curves.Curve(1e6, 3.5, 0.0, 1.0)]), tree.equal_weights(1, 7)
    )

    view = tree.look(sure, after(sure, [(0, right) for right in answers]))

    assert np.isfinite([view.expected, view.sd, view.ability, *view.gain]).all()
