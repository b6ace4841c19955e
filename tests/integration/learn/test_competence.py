"""The page of a competence: where one stands in it, and what one can do now."""

from datetime import timedelta
from typing import Any

import pytest
from django.conf import settings
from django.test import Client

from domain.assessment.actions import sittings
from domain.assessment.models import Mastery, Sitting
from domain.content.queries import current_catalogue
from sites.learn import standing
from tests.integration.learn.places import Page, halfway, plain, url
from tests.steps import reply, start

pytestmark = pytest.mark.django_db
HERE = "/competences/1.2/"
DAY = timedelta(days=1)


def here(client: Client, language: str = "en") -> Page:
    return Page(client.get(HERE, headers={"Accept-Language": language}))


def test_a_new_competence_says_what_it_takes_and_begins(as_ada: Client) -> None:
    page = here(as_ada)

    assert page.title == "Storing, finding and keeping data"
    assert page.buttons == ["Begin"]
    assert "From 8 to 20 questions, about a quarter of an hour." in page.text()
    assert "Begin again from nothing" not in page.text()


def test_beginning_leads_to_the_first_question(as_ada: Client, ada: Any) -> None:
    answer = as_ada.post(f"{HERE}start/")

    assert answer["Location"] == url("sitting", Sitting.objects.get(learner_id=ada.learner_id))


def test_a_test_begun_is_resumed(as_ada: Client, ada: Any) -> None:
    sitting = reply(start(ada.learner_id))

    assert here(as_ada).buttons == ["Resume"]
    assert as_ada.post(f"{HERE}start/")["Location"] == url("sitting", sitting)


def test_a_completed_one_says_from_when_it_can_be_taken_again(as_ada: Client, ada: Any) -> None:
    halfway(ada.learner_id)

    page = here(as_ada)

    assert page.buttons == []
    assert page.notices == [
        "You can take this test again from 6 March 2026: some days between two tests make the result mean something."
    ]
    assert "You can begin again from nothing from 9 March 2026." in page.text()


@pytest.mark.parametrize(
    ("after", "button", "reset"),
    [
        (settings.RETRY_AFTER - timedelta(seconds=1), [], False),
        (settings.RETRY_AFTER, ["Improve my level"], False),
        (settings.RESET_AFTER - timedelta(seconds=1), ["Improve my level"], False),
        (settings.RESET_AFTER, ["Improve my level"], True),
    ],
    ids=["a second before the retry", "at the retry", "a second before the reset", "at the reset"],
)
def test_each_thing_opens_when_its_time_has_come(
    as_ada: Client, ada: Any, clock: Any, after: timedelta, button: list[str], reset: bool
) -> None:
    halfway(ada.learner_id)
    clock.shift(after)

    page = here(as_ada)

    assert page.buttons == button
    assert (f"{HERE}reset/" in page.links()) == reset


def test_what_the_button_offers_is_not_refused(as_ada: Client, ada: Any, clock: Any) -> None:
    halfway(ada.learner_id)
    clock.shift(settings.RETRY_AFTER)

    assert as_ada.post(f"{HERE}start/").status_code == 302


def test_at_the_highest_level_no_button_offers_what_would_be_refused(as_ada: Client, ada: Any, clock: Any) -> None:
    halfway(ada.learner_id)
    Mastery.objects.filter(learner_id=ada.learner_id).update(sure=7, possible=7, points=56.0)
    clock.shift(settings.RETRY_AFTER)

    page = here(as_ada)

    assert page.buttons == []
    assert "You hold the highest level open today in this competence" in page.notices[0]
    assert as_ada.post(f"{HERE}start/").status_code == 409


def test_starting_too_early_is_refused_with_the_day(as_ada: Client, ada: Any) -> None:
    halfway(ada.learner_id)

    answer = as_ada.post(f"{HERE}start/")

    assert answer.status_code == 409
    assert "6 March 2026" in Page(answer).text()


def test_points_and_level_are_those_of_the_last_test(as_ada: Client, ada: Any) -> None:
    sitting = halfway(ada.learner_id)

    words = here(as_ada).text()

    assert f"Between {sitting.sure} and {sitting.possible}" in words
    assert f"{round(sitting.points)} points, give or take {max(1, round(sitting.doubt))}" in words


def test_former_tests_stay_listed_with_their_figures(as_ada: Client, ada: Any, clock: Any) -> None:
    sitting = halfway(ada.learner_id)
    clock.shift(settings.RESET_AFTER)
    sittings.reset_competence(ada.learner_id, "1.2", at=sitting.finished_at + settings.RESET_AFTER)

    page = here(as_ada)

    assert page.buttons == ["Begin"]
    assert url("sitting", sitting) in page.links()
    words = standing.level_words(sitting.sure, sitting.possible)
    assert f"{words} · {sitting.points:.0f} ± {standing.whole_doubt(sitting.doubt)}" in page.text()


def test_each_topic_has_its_ladder_of_eight_levels(as_ada: Client) -> None:
    page = here(as_ada)

    topics = current_catalogue().competences["1.2"].topics
    ladders = [[plain(rung.text_content()) for rung in ladder] for ladder in page.all("//ol")]
    assert page.texts("//main//li//h3") == [plain(topic.title.en.replace("'", "’")) for topic in topics]
    assert [len(ladder) for ladder in ladders] == [8] * len(topics)


def test_topics_have_a_pole_once_measured(as_ada: Client, ada: Any) -> None:
    poles = '//main//li//*[local-name()="svg"][contains(@class, "al-pole")]'
    assert here(as_ada).all(poles) == []

    halfway(ada.learner_id)

    assert len(here(as_ada).all(poles)) == len(current_catalogue().competences["1.2"].topics)


def test_next_steps_are_tutorials_of_this_competence(as_ada: Client, ada: Any) -> None:
    halfway(ada.learner_id)

    links = here(as_ada).links('//section[@aria-labelledby="h-tutorials"]//a/@href')

    assert 1 <= len(links) <= 3
    assert all(link.startswith("/tutorials/1.2.") for link in links)


def test_a_competence_without_questions_shows_its_ladder_and_no_button(as_ada: Client) -> None:
    page = Page(as_ada.get("/competences/5.2/"))

    assert page.buttons == []
    assert "The questions are being written." in page.text()
    assert len(page.all("//ol")) == len(current_catalogue().competences["5.2"].topics)


def test_starting_a_competence_without_questions_is_refused(as_ada: Client) -> None:
    answer = as_ada.post("/competences/5.2/start/")

    assert answer.status_code == 409
    assert "has no question yet" in Page(answer).text()


@pytest.mark.parametrize("code", ["9.9", "1", "1.2.1", "x" * 300, "%00", "a%20b", "..%5C..", "é"])
@pytest.mark.parametrize("end", ["", "start/", "reset/"])
def test_an_unknown_competence_is_not_found(as_ada: Client, code: str, end: str) -> None:
    path = f"/competences/{code}/{end}"

    answer = as_ada.post(path) if end == "start/" else as_ada.get(path)

    assert answer.status_code == 404


def test_it_reads_in_french(as_ada: Client, ada: Any) -> None:
    halfway(ada.learner_id)

    page = here(as_ada, "fr")

    assert page.title == "Ranger, retrouver et conserver ses données"
    assert "6 mars 2026" in page.text()
