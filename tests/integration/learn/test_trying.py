"""Trying without an account: one click to the first question."""

from typing import Any
from uuid import UUID

import pytest
from django.conf import settings
from django.test import Client

from domain.assessment import queries
from domain.assessment.models import Mastery, Sitting
from tests.integration.learn.places import Page, ended, filled, halfway, url
from tests.steps import start

pytestmark = pytest.mark.django_db


def learner_of(client: Client) -> UUID:
    return UUID(client.session["learner"])


def test_one_click_leads_to_the_first_question(client: Client) -> None:
    answer = client.post("/try/", follow=True)

    assert answer.status_code == 200
    assert Page(answer).all('//form[@data-answer]//input[@name="position"][@value="1"]')
    assert Sitting.objects.get(learner_id=learner_of(client)).subject == "1.2"


def test_a_second_click_resumes(client: Client) -> None:
    first = client.post("/try/")
    sitting = Sitting.objects.get(learner_id=learner_of(client))
    client.post(url("answer", sitting), filled(sitting))

    second = client.post("/try/", follow=True)

    assert second.redirect_chain[0][0] == first["Location"]
    assert Page(second).all('//input[@name="position"][@value="2"]')


def test_two_visitors_are_two_learners(client: Client) -> None:
    other = Client()

    assert client.post("/try/")["Location"] != other.post("/try/")["Location"]
    assert learner_of(client) != learner_of(other)


def test_someone_with_an_account_tries_as_themselves(as_ada: Client, ada: Any) -> None:
    as_ada.post("/try/")

    assert queries.open_sitting(ada.learner_id, "1.2")
    assert "learner" not in as_ada.session


def test_reading_the_address_starts_nothing(client: Client) -> None:
    assert client.get("/try/").status_code == 405
    assert not Sitting.objects.exists()


@pytest.mark.parametrize("language", ["en", "fr"])
def test_the_test_speaks_the_language_of_the_page(client: Client, language: str) -> None:
    client.post("/try/", headers={"Accept-Language": language})

    assert Sitting.objects.get(learner_id=learner_of(client)).locale == language


def test_too_early_to_try_again_says_from_when(as_ada: Client, ada: Any) -> None:
    halfway(ada.learner_id)

    answer = as_ada.post("/try/")

    assert answer.status_code == 409
    assert "You can take this test again from 6 March 2026." in Page(answer).text()


def test_after_the_delay_one_may_try_again(as_ada: Client, ada: Any, clock: Any) -> None:
    halfway(ada.learner_id)
    clock.shift(settings.RETRY_AFTER)

    assert as_ada.post("/try/").status_code == 302


def test_the_highest_level_leaves_nothing_to_try(as_ada: Client, ada: Any, clock: Any) -> None:
    ended(ada.learner_id)
    Mastery.objects.filter(learner_id=ada.learner_id).update(sure=settings.OPEN_LEVEL)
    clock.shift(settings.RETRY_AFTER)

    answer = as_ada.post("/try/")

    assert answer.status_code == 409
    assert "There is nothing to retry." in Page(answer).text()


def test_a_double_click_opens_one_test(ada: Any) -> None:
    assert start(ada.learner_id).id == start(ada.learner_id).id
    assert Sitting.objects.filter(learner_id=ada.learner_id).count() == 1
