"""Where one stands, in words: never a decimal, never more than is known."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.conf import settings
from django.utils import translation
from hypothesis import given
from hypothesis import strategies as st

from domain.assessment.models import Mastery
from domain.core.ids import new_id
from sites.learn import standing
from tests.unit.learn.plays import a_catalogue

NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)
CONTENT = a_catalogue({"1.1.1": [1, 2], "1.1.2": [1]})
EMPTY = a_catalogue({"1.1.1": [], "1.1.2": []})
HELD = st.lists(st.floats(0, 1), min_size=8, max_size=8).map(lambda chances: sorted(chances, reverse=True))


@pytest.mark.parametrize(
    ("sure", "possible", "words"),
    [
        (0, 0, "Not yet at level 1"),
        (0, 1, "Between 0 and 1"),
        (3, 3, "Level 3"),
        (3, 5, "Between 3 and 5"),
        (7, 7, "Level 7"),
        (8, 8, "Level 7"),
        (7, 8, "Level 7"),
        (6, 8, "Between 6 and 7"),
    ],
)
def test_a_level_is_said_when_it_is_sure(sure: int, possible: int, words: str) -> None:
    assert standing.level_words(sure, possible) == words


@pytest.mark.parametrize(
    ("held", "sure", "possible"),
    [
        ([1.0] * 8, 7, 7),
        ([0.0] * 8, 0, 0),
        ([0.99, 0.8, 0.79, 0.2, 0.19, 0.0, 0.0, 0.0], 2, 4),
        ([], 0, 0),
    ],
    ids=["all", "none", "at the limits", "nothing known"],
)
def test_sure_from_eight_chances_in_ten_possible_from_two(held: list[float], sure: int, possible: int) -> None:
    assert (standing.sure_level(held), standing.possible_level(held)) == (sure, possible)


@given(HELD)
def test_what_is_sure_is_possible(held: list[float]) -> None:
    assert standing.sure_level(held) <= standing.possible_level(held)


# --- to the next level -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("points", "sure", "possible", "words"),
    [
        (14.0, 1, 1, "2 points to level 2"),
        (15.0, 1, 1, "1 point to level 2"),
        (15.9, 1, 1, "1 point to level 2"),
        (18.0, 1, 1, "Level 2 is to be confirmed"),
        (2.0, 0, 0, "6 points to level 1"),
        (0.0, 0, 0, "8 points to level 1"),
        (20.0, 2, 2, "4 points to level 3"),
    ],
    ids=["two", "one", "nearly there", "past it and not sure", "before the first", "nothing", "half a level"],
)
def test_the_way_to_the_next_level_is_counted(points: float, sure: int, possible: int, words: str) -> None:
    assert standing.to_next(points, sure, possible) == words


def test_far_in_doubt_no_way_is_counted() -> None:
    assert standing.to_next(20.0, 2, 4) == "Still uncertain"


def test_no_way_leads_above_the_highest_open_level() -> None:
    assert standing.to_next(54.0, 6, 8) == "2 points to level 7"
    assert standing.to_next(56.0, 7, 8) == "Highest level open today"


def test_at_the_highest_open_level_there_is_no_next() -> None:
    top = settings.OPEN_LEVEL
    assert standing.to_next(8.0 * top, top, top) == "Highest level open today"


@given(st.floats(0, 64), st.integers(0, 8), st.integers(0, 2))
def test_no_way_is_ever_of_no_point(points: float, sure: int, more: int) -> None:
    words = standing.to_next(points, sure, min(8, sure + more))
    assert not words.startswith(("0 ", "-"))


@pytest.mark.parametrize(
    ("points", "words"), [(7.0, "1 point jusqu’au niveau 1"), (0.0, "8 points jusqu’au niveau 1")]
)
def test_the_way_is_said_in_french(points: float, words: str) -> None:
    with translation.override("fr"):
        said = standing.to_next(points, 0, 0)

    assert [char for char in said if char.isdigit()] == [char for char in words if char.isdigit()]
    assert ("points" in said) == ("points" in words)


# --- a competence ----------------------------------------------------------------------------------------------------


def a_mastery(**figures: Any) -> Mastery:
    usual = {"status": "completed", "points": 20.0, "doubt": 2.4, "sure": 2, "possible": 3, "answers": 9}
    usual |= {"held": [0.9, 0.9, 0.4, 0, 0, 0, 0, 0], "topics": [], "moved_at": NOON}
    return Mastery(learner_id=new_id(), competence="1.1", likelihood=b"", message=b"", **{**usual, **figures})


def stood(mastery: Mastery | None, content: Any = CONTENT, now: datetime = NOON) -> standing.Standing:
    return standing.standing(content, content.competences["1.1"], mastery, "en", now)


@pytest.mark.parametrize(
    ("mastery", "content", "state", "words"),
    [
        (None, CONTENT, "new", "Not measured yet"),
        (None, EMPTY, "closed", "Not open yet"),
        (a_mastery(), CONTENT, "completed", "Between 2 and 3"),
        (a_mastery(status="started"), CONTENT, "started", "Between 2 and 3"),
        (a_mastery(status="started", answers=0), CONTENT, "started", "Not measured yet"),
        (a_mastery(status="reset"), CONTENT, "new", "Not measured yet"),
        (a_mastery(status="reset"), EMPTY, "closed", "Not open yet"),
    ],
    ids=["new", "closed", "completed", "started", "begun without an answer", "begun again", "closed since"],
)
def test_each_state_has_its_words(mastery: Mastery | None, content: Any, state: str, words: str) -> None:
    shown = stood(mastery, content)

    assert (shown.state, shown.words) == (state, words)


def test_nothing_measured_has_no_chance_no_point_and_no_next() -> None:
    shown = stood(None)

    assert (shown.chances, shown.points, shown.doubt, shown.to_next, shown.label) == (None, 0, 0, "", shown.words)


def test_a_measure_is_read_aloud_with_its_doubt() -> None:
    assert stood(a_mastery()).label == "Between 2 and 3, 20 points, give or take 2"


@pytest.mark.parametrize(
    ("points", "doubt", "figures"),
    [
        (1.2, 0.3, "1 point, give or take 1"),
        (0.2, 1.4, "0 points, give or take 1"),
        (55.6, 2.6, "56 points, give or take 3"),
    ],
    ids=["one", "none", "many"],
)
def test_figures_are_whole_and_never_without_doubt(points: float, doubt: float, figures: str) -> None:
    assert stood(a_mastery(points=points, doubt=doubt)).figures == figures


@pytest.mark.parametrize(
    ("later", "waits"),
    [(timedelta(0), True), (settings.RETRY_AFTER - timedelta(seconds=1), True), (settings.RETRY_AFTER, False)],
    ids=["at once", "a second before", "in time"],
)
def test_a_completed_one_waits_before_a_retry(later: timedelta, waits: bool) -> None:
    assert (stood(a_mastery(), now=NOON + later).retry_at == NOON + settings.RETRY_AFTER) == waits


def test_one_that_is_begun_never_waits() -> None:
    assert stood(a_mastery(status="started")).retry_at is None


@pytest.mark.parametrize(
    ("sure", "status", "highest"),
    [(settings.OPEN_LEVEL, "completed", True), (settings.OPEN_LEVEL - 1, "completed", False), (8, "started", False)],
    ids=["held", "not yet", "being measured"],
)
def test_the_highest_open_level_leaves_nothing_to_retry(sure: int, status: str, highest: bool) -> None:
    assert stood(a_mastery(sure=sure, status=status)).is_highest == highest


def test_topics_come_in_words_and_those_that_are_gone_are_left_out() -> None:
    stored = [{"code": "1.1.2", "level": 1.4, "held": [0.9, 0.3, 0, 0, 0, 0, 0, 0]}, {"code": "9.9.9"}]

    (topic,) = standing.topic_standings(CONTENT, stored, "en")

    assert (topic.title, topic.words, topic.at) == ("Topic 1.1.2", "Between 1 and 2", 1.4)


def test_a_topic_known_above_the_open_levels_stops_at_the_highest_of_them() -> None:
    stored = [{"code": "1.1.2", "level": 7.8, "held": [1.0] * 8}]

    (topic,) = standing.topic_standings(CONTENT, stored, "en")

    assert (topic.words, topic.at) == ("Level 7", 7)


@pytest.mark.parametrize(("questions", "minutes"), [(0, 2), (1, 2), (8, 9), (20, 23)])
def test_minutes_are_what_one_would_say(questions: int, minutes: int) -> None:
    assert standing.minutes(questions) == minutes


def test_the_points_one_can_have_are_those_that_are_open() -> None:
    assert standing.most_points(CONTENT) == 8 * settings.OPEN_LEVEL
