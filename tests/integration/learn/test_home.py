"""The first page: public for visitors, one's own for those who learn."""

from typing import Any

import pytest
from django.conf import settings
from django.test import Client

from domain.content.queries import current_catalogue
from tests.integration.learn.places import Page, ended, halfway, url
from tests.steps import reply, start

pytestmark = pytest.mark.django_db


def test_a_visitor_is_asked_one_question_and_may_begin_in_one_click(client: Client) -> None:
    page = Page(client.get("/"))

    assert page.title == "Where do you stand with digital tools?"
    assert page.all('//form[@method="post"][@action="/try/"]//button')
    assert "No account is needed to begin." in page.text()


def test_a_visitor_sees_the_demonstration_and_the_five_domains(client: Client) -> None:
    page = Page(client.get("/"))

    assert f"/demos/{next(iter(current_catalogue().demos))}/" in page.links()
    assert len(page.all('//ul[contains(@class, "al-domains")]/li')) == 5


def test_a_visitor_reads_it_in_french(client: Client) -> None:
    page = Page(client.get("/", headers={"Accept-Language": "fr"}))

    assert page.all('/html[@lang="fr"]')
    assert page.title == "Où en êtes‑vous avec le numérique ?"


def test_a_learner_without_anything_is_told_what_a_first_test_costs(as_ada: Client) -> None:
    page = Page(as_ada.get("/"))

    assert page.title == "Hello Ada"
    assert "Nothing is measured yet. A first competence takes about a quarter of an hour" in page.text()
    assert page.texts("//main//li//h3") == ["Storing, finding and keeping data"]
    assert page.buttons == ["Begin: Storing, finding and keeping data"]


def test_an_open_test_is_the_first_thing_to_resume(as_ada: Client, ada: Any) -> None:
    sitting = reply(reply(start(ada.learner_id)))

    page = Page(as_ada.get("/"))

    assert url("sitting", sitting) in page.links()
    assert f"Question 3, about {sitting.about - 2} more" in page.text()
    assert page.buttons == []


@pytest.mark.parametrize("play", [halfway, ended], ids=["half of a test", "all right"])
def test_points_are_told_out_of_what_is_open_with_their_doubt(as_ada: Client, ada: Any, play: Any) -> None:
    sitting = play(ada.learner_id)

    words = Page(as_ada.get("/")).text()

    most = 16 * settings.OPEN_LEVEL * 8
    assert "You have measured 1 competence out of 16." in words
    assert f"{round(sitting.points)} points out of {most}, within" in words


def test_the_rule_of_points_is_read_aloud_with_its_doubt(as_ada: Client, ada: Any) -> None:
    halfway(ada.learner_id)

    page = Page(as_ada.get("/"))

    labels = page.links('//*[local-name()="svg"]/@aria-label')
    assert any("points out of 896, within" in label for label in labels)


def test_the_first_answer_measures(as_ada: Client, ada: Any) -> None:
    start(ada.learner_id)
    assert "Nothing is measured yet." in Page(as_ada.get("/")).text()

    reply(start(ada.learner_id))

    assert "You have measured 1 competence out of 16." in Page(as_ada.get("/")).text()


def test_without_an_account_one_is_told_how_to_keep_all_this(client: Client) -> None:
    client.post("/try/")

    page = Page(client.get("/"))

    assert page.title == "Hello"
    assert "Find all this again tomorrow" in page.text()
    assert "/sign-up/" in page.links()


def test_with_an_account_there_is_nothing_to_keep(as_ada: Client) -> None:
    assert "/sign-up/" not in Page(as_ada.get("/")).links()


def test_what_others_do_is_not_on_this_page(as_ada: Client, bob: Any) -> None:
    reply(start(bob.learner_id))

    assert "Nothing is measured yet." in Page(as_ada.get("/")).text()
