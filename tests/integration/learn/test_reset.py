"""Beginning a competence again from nothing: what is lost is said first, and history stays."""

from datetime import timedelta
from typing import Any

import pytest
from django.conf import settings
from django.test import Client

from domain.assessment import queries
from domain.assessment.models import Answer, Sitting
from sites.learn import standing
from tests.integration.learn.places import Page, halfway, url
from tests.steps import reply, start

pytestmark = pytest.mark.django_db
HERE = "/competences/1.2/reset/"


def test_what_is_lost_is_said_before(as_ada: Client, ada: Any, clock: Any) -> None:
    sitting = halfway(ada.learner_id)
    clock.shift(settings.RESET_AFTER)

    page = Page(as_ada.get(HERE))

    assert f"Your profile loses {standing.figures(sitting.points, sitting.doubt)} (Between" in page.text()
    assert "Your former tests and their corrections stay" in page.text()
    assert page.buttons == ["Begin again from nothing"]
    assert "/competences/1.2/" in page.links()


def test_reading_the_page_resets_nothing(as_ada: Client, ada: Any, clock: Any) -> None:
    halfway(ada.learner_id)
    clock.shift(settings.RESET_AFTER)

    as_ada.get(HERE)

    assert queries.masteries_of(ada.learner_id)["1.2"].is_measured


def test_too_early_it_is_refused_and_nothing_changes(as_ada: Client, ada: Any, clock: Any) -> None:
    halfway(ada.learner_id)
    clock.shift(settings.RESET_AFTER - timedelta(seconds=1))
    assert Page(as_ada.get(HERE)).buttons == []

    answer = as_ada.post(HERE)

    assert answer.status_code == 409
    assert "from 9 March 2026" in Page(answer).notices[0]
    assert queries.masteries_of(ada.learner_id)["1.2"].is_measured


def test_nothing_measured_is_nothing_to_reset(as_ada: Client) -> None:
    answer = as_ada.post(HERE)

    assert answer.status_code == 409
    assert "There is nothing to reset." in Page(answer).notices[0]


def test_when_the_time_has_come_the_competence_is_new_again(as_ada: Client, ada: Any, clock: Any) -> None:
    sitting = halfway(ada.learner_id)
    clock.shift(settings.RESET_AFTER)

    page = Page(as_ada.post(HERE, follow=True))

    assert "starts again from nothing" in page.notices[0]
    assert page.buttons == ["Begin"]
    assert Answer.objects.filter(learner_id=ada.learner_id, sitting_id=sitting.id).count() == 5
    assert as_ada.get(url("corrections", sitting)).status_code == 200


def test_an_open_test_stops_and_is_listed_as_begun_again(as_ada: Client, ada: Any, clock: Any) -> None:
    sitting = reply(start(ada.learner_id))
    clock.shift(settings.RESET_AFTER)

    as_ada.post(HERE)

    assert queries.sitting_of(ada.learner_id, sitting.id).status == Sitting.Status.ABANDONED
    assert "Begun again" in Page(as_ada.get("/tests/")).text()
    assert as_ada.get(url("sitting", sitting)).status_code == 200


def test_a_double_click_resets_once(as_ada: Client, ada: Any, clock: Any) -> None:
    halfway(ada.learner_id)
    clock.shift(settings.RESET_AFTER)
    as_ada.post(HERE)

    assert as_ada.post(HERE).status_code == 409


def test_after_a_reset_one_begins_without_waiting(as_ada: Client, ada: Any, clock: Any) -> None:
    halfway(ada.learner_id)
    clock.shift(settings.RESET_AFTER)
    as_ada.post(HERE)

    as_ada.post("/competences/1.2/start/")

    assert queries.open_sitting(ada.learner_id, "1.2").before is None
