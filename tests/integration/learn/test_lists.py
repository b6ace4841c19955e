"""Pages that list: my tests, the tutorials; and one tutorial."""

from typing import Any

import pytest
from django.conf import settings
from django.test import Client

from domain.content.queries import current_catalogue
from sites.learn import standing
from tests.conftest import NOON
from tests.integration.learn.places import Page, demo_of, ended, halfway, plain, url
from tests.steps import reply, start

pytestmark = pytest.mark.django_db


# --- my tests --------------------------------------------------------------------------------------------------------


def test_without_any_test_one_is_told_where_to_begin(as_ada: Client) -> None:
    page = Page(as_ada.get("/tests/"))

    assert "No test yet" in page.text()
    assert "/competences/" in page.links()


def test_an_open_test_can_be_resumed(as_ada: Client, ada: Any) -> None:
    sitting = reply(start(ada.learner_id))

    page = Page(as_ada.get("/tests/"))

    assert "In progress" in page.text()
    assert "1 answer" in page.text()
    assert url("sitting", sitting) in page.links()


def test_a_finished_test_leads_to_its_corrections(as_ada: Client, ada: Any) -> None:
    sitting = ended(ada.learner_id)

    page = Page(as_ada.get("/tests/"))

    assert url("corrections", sitting) in page.links()
    assert f"{len(sitting.listed)} answers" in page.text()


def test_a_pole_is_read_aloud_with_its_doubt(as_ada: Client, ada: Any) -> None:
    sitting = halfway(ada.learner_id)

    (label,) = Page(as_ada.get("/tests/")).links(
        '//*[local-name()="svg"][starts-with(@class, "al-pole ")]/@aria-label'
    )

    words = standing.level_words(sitting.sure, sitting.possible)
    assert label == f"{words}, {standing.figures(sitting.points, sitting.doubt)}"


def test_tests_come_with_the_newest_first(as_ada: Client, ada: Any) -> None:
    first = halfway(ada.learner_id)
    second = start(ada.learner_id, at=NOON + settings.RETRY_AFTER)

    links = Page(as_ada.get("/tests/")).links("//h2/a/@href")

    assert links == [url("sitting", second), url("sitting", first)]


def test_demonstrations_and_the_tests_of_others_are_not_listed(as_ada: Client, ada: Any, bob: Any) -> None:
    demo_of(ada.learner_id)
    start(bob.learner_id)

    assert "No test yet" in Page(as_ada.get("/tests/")).text()


# --- tutorials -------------------------------------------------------------------------------------------------------


def test_all_tutorials_are_listed_by_competence(as_ada: Client) -> None:
    page = Page(as_ada.get("/tutorials/"))

    skills = current_catalogue().skills_of("1.2")
    assert page.texts("//section//h2") == ["Storing, finding and keeping data"]
    assert page.links("//section//a/@href") == [f"/tutorials/{skill.id}/" for skill in skills]


def test_those_that_would_help_most_come_first(as_ada: Client, ada: Any) -> None:
    halfway(ada.learner_id)

    page = Page(as_ada.get("/tutorials/"))

    assert page.texts("//section//h2")[0] == "Chosen from your answers"
    assert 1 <= len(page.all('//section[@aria-labelledby="h-chosen"]//a')) <= 3


@pytest.mark.parametrize("language", ["en", "fr"])
def test_every_tutorial_can_be_read(as_ada: Client, language: str) -> None:
    for skill in current_catalogue().skills.values():
        page = Page(as_ada.get(f"/tutorials/{skill.id}/", headers={"Accept-Language": language}))

        assert page.title
        assert len(page.text('//*[@id="lesson"]').split()) >= 120
        for picture in page.all("//main//img"):
            assert picture.get("alt")
            assert as_ada.get(picture.get("src")).status_code == 200


def test_a_tutorial_leads_back_to_its_competence(as_ada: Client) -> None:
    page = Page(as_ada.get("/tutorials/1.2.1-1/"))

    title = current_catalogue().skills["1.2.1-1"].file.tutorial.title.en
    assert page.title == plain(title)
    assert "/competences/1.2/" in page.links()


@pytest.mark.parametrize("skill", ["1.2.1-9", "9.9.9-1", "1.2", "%00", "x" * 500, "é"])
def test_a_tutorial_that_never_was_is_not_found(as_ada: Client, skill: str) -> None:
    assert as_ada.get(f"/tutorials/{skill}/").status_code == 404
