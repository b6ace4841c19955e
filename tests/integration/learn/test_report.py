"""Reporting a problem on a question: what it is about, a way to help oneself, the words; and nothing about who."""

from typing import Any

import pytest
from django.test import Client

from domain.assessment import queries
from domain.assessment.seeds import seed
from domain.content.models import ProblemReport
from domain.content.reports import DETAILS
from tests.integration.learn.places import (
    SHORT,
    TIMED,
    Page,
    asked,
    at_checkpoint,
    demo_of,
    ended,
    expected,
    filled,
    plain,
    url,
)
from tests.steps import reply, start

pytestmark = pytest.mark.django_db
SAID = {"detail": "not-understood", "comment": "Which stop?"}


def offered(client: Client, sitting: Any, position: int = 1) -> list[str]:
    return Page(client.get(url("report", sitting, position=position))).links("//select//option/@value")


def test_before_the_correction_the_expected_answer_cannot_be_discussed(as_ada: Client, ada: Any) -> None:
    codes = offered(as_ada, start(ada.learner_id))

    assert codes == ["", *(d.code for details in DETAILS.values() for d in details if not d.after_correction)]


@pytest.mark.parametrize("play", [at_checkpoint, ended], ids=["at a checkpoint", "after the end"])
def test_once_it_can_be_read_the_correction_can_be_discussed(as_ada: Client, ada: Any, play: Any) -> None:
    codes = offered(as_ada, play(ada.learner_id))

    assert codes == ["", *(detail.code for details in DETAILS.values() for detail in details)]


def test_what_follows_the_correction_is_refused_before_it(as_ada: Client, ada: Any) -> None:
    sitting = start(ada.learner_id)

    answer = as_ada.post(url("report", sitting, position=1), {**SAID, "detail": "mine-is-right"})

    assert answer.status_code == 422
    assert not ProblemReport.objects.exists()


def test_a_report_keeps_what_was_seen_and_not_who_saw_it(as_ada: Client, ada: Any) -> None:
    sitting = asked(ada.learner_id, SHORT, locale="fr")

    answer = as_ada.post(url("report", sitting, position=1), SAID, headers={"User-Agent": "A browser 1.0"})

    report = ProblemReport.objects.get()
    assert answer["Location"] == url("thanks", sitting, position=1)
    assert (report.challenge, report.release_id, report.locale) == (SHORT, sitting.release, "fr")
    assert bytes(report.seed) == seed(sitting.id, 1, SHORT)
    assert (report.given, report.device, report.comment) == (None, "A browser 1.0", "Which stop?")
    for value in ProblemReport.objects.values().get().values():
        assert str(ada.learner_id) not in str(value)


def test_a_report_on_an_answered_question_keeps_the_answer(as_ada: Client, ada: Any) -> None:
    sitting = asked(ada.learner_id, SHORT)
    given = expected(sitting)
    as_ada.post(url("answer", sitting), filled(sitting, given))

    as_ada.post(url("report", sitting, position=1), SAID)

    assert ProblemReport.objects.get().given == given
    assert ProblemReport.objects.get().challenge == SHORT


def test_one_is_thanked_and_led_back_to_the_test(as_ada: Client, ada: Any) -> None:
    sitting = start(ada.learner_id)

    page = Page(as_ada.post(url("report", sitting, position=1), SAID, follow=True))

    assert page.title == "Thank you, your report is kept"
    assert url("sitting", sitting) in page.links()


@pytest.mark.parametrize(
    ("said", "error"),
    [
        ({**SAID, "comment": ""}, "Your message is empty."),
        ({**SAID, "comment": " \n "}, "Your message is empty."),
        ({**SAID, "comment": "x" * 10_001}, "Your message is over 10,000 characters."),
        ({**SAID, "detail": ""}, "Choose what your report is about in the list."),
        ({**SAID, "detail": "colour"}, "Choose what your report is about in the list."),
    ],
    ids=["empty", "blank", "too long", "about nothing", "about something unknown"],
)
def test_what_says_nothing_is_refused_and_kept_in_the_form(
    as_ada: Client, ada: Any, said: dict[str, str], error: str
) -> None:
    sitting = start(ada.learner_id)

    answer = as_ada.post(url("report", sitting, position=1), said)

    page = Page(answer)
    assert answer.status_code == 422
    assert any(error in message for message in page.errors)
    assert page.text("//textarea") == plain(said["comment"])
    assert not ProblemReport.objects.exists()


def test_a_character_that_no_database_keeps_is_refused(as_ada: Client, ada: Any) -> None:
    sitting = start(ada.learner_id)

    assert as_ada.post(url("report", sitting, position=1), {**SAID, "comment": "a\x00b"}).status_code == 422


@pytest.mark.parametrize("detail", [d.code for details in DETAILS.values() for d in details if d.help])
def test_a_way_to_help_oneself_is_shown_first(as_ada: Client, ada: Any, detail: str) -> None:
    sitting = start(ada.learner_id)

    page = Page(as_ada.get(url("report", sitting, position=1), {"detail": detail}))

    help_ = next(d.help for details in DETAILS.values() for d in details if d.code == detail)
    assert page.notices[0].startswith("Something to try first")
    assert str(help_)[:20].replace("'", "’") in page.notices[0]
    assert page.links("//option[@selected]/@value") == [detail]


def test_help_is_still_shown_when_the_form_comes_back(as_ada: Client, ada: Any) -> None:
    sitting = start(ada.learner_id)

    page = Page(as_ada.post(url("report", sitting, position=1), {"detail": "cannot-open", "comment": ""}))

    assert page.notices[0].startswith("Something to try first")


@pytest.mark.parametrize("detail", ["not-understood", "unknown", "<b>"])
def test_without_such_a_way_nothing_is_shown(as_ada: Client, ada: Any, detail: str) -> None:
    sitting = start(ada.learner_id)

    assert Page(as_ada.get(url("report", sitting, position=1), {"detail": detail})).notices == []


@pytest.mark.parametrize("position", ["0", "2", "99", "9" * 30], ids=["none", "next", "later", "absurd"])
def test_a_question_never_asked_cannot_be_reported(as_ada: Client, ada: Any, position: str) -> None:
    path = f"/sittings/{start(ada.learner_id).id}/questions/{position}/report/"

    assert as_ada.get(path).status_code == 404
    assert as_ada.post(path, SAID).status_code == 404


def test_after_the_end_only_answered_questions_can_be_reported(as_ada: Client, ada: Any) -> None:
    sitting = ended(ada.learner_id)

    assert as_ada.get(url("report", sitting, position=sitting.position - 1)).status_code == 200
    assert as_ada.get(url("report", sitting, position=sitting.position)).status_code == 404


def test_the_question_of_someone_else_cannot_be_reported(as_ada: Client, bob: Any) -> None:
    path = url("report", start(bob.learner_id), position=1)

    assert as_ada.get(path).status_code == 404
    assert as_ada.post(path, SAID).status_code == 404
    assert not ProblemReport.objects.exists()


def test_a_question_of_a_demonstration_can_be_reported(as_ada: Client, ada: Any) -> None:
    sitting = reply(demo_of(ada.learner_id))

    assert as_ada.post(url("report", sitting, position=1), SAID).status_code == 302


def test_reporting_changes_nothing_to_the_test(as_ada: Client, ada: Any) -> None:
    sitting = asked(ada.learner_id, TIMED)

    as_ada.post(url("report", sitting, position=1), SAID)

    now = queries.sitting_of(ada.learner_id, sitting.id)
    assert (now.position, now.timer_at) == (1, None)


def test_it_reads_in_french(as_ada: Client, ada: Any) -> None:
    page = Page(as_ada.get(url("report", start(ada.learner_id), position=1), headers={"Accept-Language": "fr"}))

    assert page.title == "Signaler un problème dans la question 1"
