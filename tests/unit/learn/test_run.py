"""A sitting in words: why this question, how many succeed, how the position narrowed, what was given."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.assessment.models import Sitting, Verdict
from domain.assessment.policies import COMPETENCE, DEMO
from domain.content.catalogue import Challenge
from domain.core.ids import new_id
from families.contract import Kind
from sites.learn import run
from sites.learn.given import said
from tests.unit.learn.plays import a_catalogue, a_choice, some_fields

SKILL = a_catalogue({"1.1.1": [3], "1.1.2": [1]}).skills["1.1.1-3"]
CHALLENGE = Challenge("c-3", SKILL, SKILL.file.challenges[0])


def a_sitting(position: int, *, policy: str = COMPETENCE, chance: float = 0.6, sure: int = 2) -> Sitting:
    place = {"sure": sure, "possible": sure + 2, "about": 12}
    return Sitting(learner_id=new_id(), policy=policy, position=position, chance=chance, **place)


def test_the_first_question_is_said_to_be_gentle() -> None:
    why = run.why(a_sitting(1), CHALLENGE)

    assert why.startswith("This question is about “Topic 1.1.1”, at level 3. We begin with a question")
    assert "in your place" not in why


def test_the_next_ones_say_the_place_and_the_chance() -> None:
    why = run.why(a_sitting(4, chance=0.6), CHALLENGE)

    assert "Your position so far: between 2 and 4." in why
    assert why.endswith("About 6 people in ten, in your place, should succeed.")


def test_a_fixed_list_says_that_it_is_the_same_for_everyone() -> None:
    assert run.why(a_sitting(4, policy=DEMO), CHALLENGE) == "The questions of this list are the same for everyone."


@pytest.mark.parametrize(
    ("chance", "words"),
    [
        (0.0, "About one person in ten, in your place, should succeed."),
        (0.44, "About 4 people in ten, in your place, should succeed."),
        (0.45, "One person in two, in your place, should succeed."),
        (0.55, "One person in two, in your place, should succeed."),
        (0.56, "About 6 people in ten, in your place, should succeed."),
        (1.0, "About 9 people in ten, in your place, should succeed."),
    ],
)
def test_chances_are_said_as_people_out_of_ten(chance: float, words: str) -> None:
    assert run.expected(chance) == words


# --- the narrowing ---------------------------------------------------------------------------------------------------

TRAILS = st.lists(st.tuples(st.floats(0, 8), st.floats(0, 8), st.floats(0, 8)), min_size=1, max_size=21)


@given(TRAILS)
def test_the_bands_are_before_the_first_answer_every_two_and_today(trail: list[tuple[float, float, float]]) -> None:
    answers = [band.answers for band in run.bands(trail)]

    assert answers[0] == 0
    assert answers[-1] == len(trail) - 1
    assert all(0 < after - before <= 2 for before, after in pairwise(answers))


@given(TRAILS)
def test_a_band_keeps_its_low_its_estimate_and_its_high(trail: list[tuple[float, float, float]]) -> None:
    for band in run.bands(trail):
        assert (band.low, band.at, band.high) == trail[band.answers]


@pytest.mark.parametrize("verdict", Verdict)
def test_every_verdict_has_its_mark_and_its_word(verdict: Verdict) -> None:
    assert run.MARKS[verdict]
    assert run._word(verdict)


# --- what was given --------------------------------------------------------------------------------------------------


def test_options_are_said_by_their_text() -> None:
    assert said({"choice": ["milk", "tea"]}, a_choice(Kind.CHOICES)) == "Milk · Tea"


def test_an_option_that_is_gone_is_said_by_its_name() -> None:
    assert said({"choice": ["rum"]}, a_choice()) == "rum"


def test_one_field_is_said_alone_several_with_their_labels() -> None:
    play = some_fields()
    typed = {"drink": "tea", "cups": "3", "day": "2/3/2026", "size": "l"}

    assert said({"fields": typed}, play) == "Drink: tea · Cups: 3 · Day: 2/3/2026 · Size: Large"
    assert said({"fields": typed}, some_fields(play.fields[0].format)) == "tea"


def test_a_field_left_empty_is_said_empty() -> None:
    assert said({"fields": {}}, some_fields()) == "Drink:  · Cups:  · Day:  · Size: "
