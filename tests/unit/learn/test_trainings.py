"""Which tutorials are offered: the skills most in doubt, one a topic, never one that is already held."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.assessment.models import Mastery
from domain.core.ids import new_id
from sites.learn.trainings import recommended, suggestion
from tests.unit.learn.plays import a_catalogue

CODES = ["1.1.1", "1.1.2", "1.1.3", "1.1.4"]
CONTENT = a_catalogue({code: [1, 2, 3, 5] for code in CODES})
CHANCES = st.lists(st.floats(0, 1), min_size=8, max_size=8)


def a_mastery(**held: list[float]) -> Mastery:
    topics = [{"code": code.replace("t", "1.1."), "level": 0.0, "held": chances} for code, chances in held.items()]
    return Mastery(learner_id=new_id(), competence="1.1", topics=topics)


def offered(mastery: Mastery, most: int = 3) -> list[str]:
    return [one.skill for one in recommended(CONTENT, "1.1", mastery, "en", most)]


def test_the_skill_most_in_doubt_of_each_topic_comes_first() -> None:
    mastery = a_mastery(
        t1=[0.99, 0.70, 0.10, 0, 0, 0, 0, 0],  # 0.20 from an even chance
        t2=[0.55, 0.30, 0.10, 0, 0, 0, 0, 0],  # 0.05
        t3=[0.99, 0.98, 0.60, 0, 0, 0, 0, 0],  # 0.10
        t4=[0.95, 0.95, 0.95, 0, 0.1, 0, 0, 0],  # 0.40
    )

    assert offered(mastery) == ["1.1.2-1", "1.1.3-3", "1.1.1-2"]
    assert offered(mastery, most=9) == ["1.1.2-1", "1.1.3-3", "1.1.1-2", "1.1.4-5"]


def test_a_level_without_a_skill_is_passed_over() -> None:
    mastery = a_mastery(t1=[0.99, 0.99, 0.99, 0.5, 0.1, 0, 0, 0])

    assert "1.1.1-5" in offered(mastery, most=9)


def test_a_topic_that_is_held_is_left_out() -> None:
    mastery = a_mastery(t1=[1.0] * 8, t2=[0.8] * 8)

    assert not {skill[:5] for skill in offered(mastery, most=9)} & {"1.1.1", "1.1.2"}


def test_a_topic_never_seen_is_begun_at_its_first_skill() -> None:
    assert offered(a_mastery()) == ["1.1.1-1", "1.1.2-1", "1.1.3-1"]


@given(CHANCES, CHANCES, st.integers(0, 6))
def test_never_two_of_a_topic_never_one_held_never_more_than_asked(
    one: list[float], other: list[float], most: int
) -> None:
    skills = offered(a_mastery(t1=one, t2=other), most=most)

    held = {"1.1.1": one, "1.1.2": other}
    assert len(skills) <= most
    assert len({skill[:5] for skill in skills}) == len(skills)
    assert all(held.get(skill[:5], [0.0] * 8)[int(skill[6:]) - 1] < 0.8 for skill in skills)


@pytest.mark.parametrize(("locale", "title"), [("en", "Tutorial 1.1.1-2"), ("fr", "Tutorial 1.1.1-2 (fr)")])
def test_a_suggestion_is_in_the_language_asked(locale: str, title: str) -> None:
    shown = suggestion(CONTENT.skills["1.1.1-2"], locale)

    assert (shown.title, shown.minutes, shown.level) == (title, 2, 2)
