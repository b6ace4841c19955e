"""A timed question: the warning, the clock started once, and the time of the server."""

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client

from domain.assessment import queries
from domain.assessment.actions.answers import GRACE
from domain.content.queries import current_catalogue
from tests.integration.learn.places import SHORT, TIMED, Page, asked, ended, expected, filled, kept, state, url

pytestmark = pytest.mark.django_db


@pytest.fixture
def sitting(ada: Any) -> Any:
    return asked(ada.learner_id, TIMED)


@pytest.fixture
def seconds(sitting: Any) -> int:
    return current_catalogue().challenges[TIMED].file.seconds or 0


def test_the_question_stays_hidden_until_the_clock_is_started(as_ada: Client, sitting: Any, seconds: int) -> None:
    page = Page(as_ada.get(url("sitting", sitting)))

    assert page.title == "The next question is timed"
    assert f"You will have {seconds} seconds" in page.text()
    assert queries.play_of(sitting).question not in page.text()
    assert page.buttons == ["Start the clock", "Skip this question"]


def test_starting_the_clock_shows_the_question_and_the_time(as_ada: Client, sitting: Any, seconds: int) -> None:
    page = Page(as_ada.post(url("clock", sitting), follow=True))

    assert page.title == queries.play_of(sitting).question.replace("'", "’")
    assert page.links("//*[@data-ends-in]/@data-ends-in") == [str(seconds)]
    assert f"{seconds} seconds left when this page opened." in page.text()


def test_reloading_and_starting_again_give_no_second_more(
    as_ada: Client, sitting: Any, seconds: int, clock: Any
) -> None:
    as_ada.post(url("clock", sitting))
    clock.shift(timedelta(seconds=30))
    as_ada.post(url("clock", sitting))

    page = Page(as_ada.get(url("sitting", sitting)))

    assert page.links("//*[@data-ends-in]/@data-ends-in") == [str(seconds - 30)]


def test_one_second_left_is_said_in_the_singular(as_ada: Client, sitting: Any, seconds: int, clock: Any) -> None:
    as_ada.post(url("clock", sitting))
    clock.shift(timedelta(seconds=seconds - 1))

    assert "1 second left when this page opened." in Page(as_ada.get(url("sitting", sitting))).text()


def test_when_the_time_is_over_the_page_says_so(as_ada: Client, sitting: Any, seconds: int, clock: Any) -> None:
    as_ada.post(url("clock", sitting))
    clock.shift(timedelta(seconds=seconds))

    words = Page(as_ada.get(url("sitting", sitting))).text("//*[@data-clock]")

    assert words.startswith("The time is over. You may still answer to see the correction")


@pytest.mark.parametrize(
    ("late", "verdict"),
    [(timedelta(0), "right"), (GRACE, "right"), (GRACE + timedelta(seconds=1), "out-of-time")],
    ids=["in time", "within the grace", "after it"],
)
def test_the_time_of_the_server_decides(
    as_ada: Client, sitting: Any, seconds: int, clock: Any, late: timedelta, verdict: str
) -> None:
    as_ada.post(url("clock", sitting))
    clock.shift(timedelta(seconds=seconds) + late)

    as_ada.post(url("answer", sitting), filled(sitting, expected(sitting)))

    assert kept(sitting).verdict == verdict


def test_an_answer_before_the_clock_is_refused_with_the_warning(as_ada: Client, sitting: Any) -> None:
    before = state(sitting)

    answer = as_ada.post(url("answer", sitting), filled(sitting, expected(sitting)))

    page = Page(answer)
    assert answer.status_code == 409
    assert page.title == "The next question is timed"
    assert page.notices == ["This question is timed. Start the clock to see it."]
    assert state(sitting) == before


def test_a_form_with_nothing_before_the_clock_shows_no_question(as_ada: Client, sitting: Any) -> None:
    answer = as_ada.post(url("answer", sitting), {"position": 1, "key": filled(sitting)["key"]})

    assert answer.status_code in {409, 422}
    assert Page(answer).title == "The next question is timed"


def test_it_may_be_skipped_without_starting_the_clock(as_ada: Client, sitting: Any) -> None:
    as_ada.post(url("answer", sitting), filled(sitting))

    assert kept(sitting).verdict == "skipped"


def test_the_clock_of_a_question_without_time_is_not_started(as_ada: Client, ada: Any) -> None:
    sitting = asked(ada.learner_id, SHORT)

    as_ada.post(url("clock", sitting))

    assert queries.sitting_of(ada.learner_id, sitting.id).timer_at is None


def test_the_clock_of_a_test_that_is_over_is_refused(as_ada: Client, ada: Any) -> None:
    assert as_ada.post(url("clock", ended(ada.learner_id))).status_code == 409


def test_the_clock_of_someone_else_is_not_started(as_ada: Client, bob: Any) -> None:
    sitting = asked(bob.learner_id, TIMED)

    assert as_ada.post(url("clock", sitting)).status_code == 404
    assert queries.sitting_of(bob.learner_id, sitting.id).timer_at is None
