"""The answer form: what is missing is said, nothing typed is lost; an answer has one receipt, and the first counts."""

from typing import Any

import orjson
import pytest
from django.test import Client

from domain.assessment import queries
from domain.assessment.models import Answer
from domain.core.ids import new_id
from sites.learn.forms import MAX_LENGTH
from tests.integration.learn.places import (
    DAY,
    FIGURES,
    LISTS,
    ONE,
    SEVERAL,
    SHORT,
    Page,
    asked,
    at_checkpoint,
    ended,
    expected,
    filled,
    kept,
    state,
    url,
)
from tests.steps import reply, start

pytestmark = pytest.mark.django_db
HTMX = {"HX-Request": "true"}
KEY = "0198aaaa-0000-7000-8000-000000000000"


@pytest.mark.parametrize(
    ("challenge", "messages"),
    [
        (ONE, ["Choose one answer, or skip the question."]),
        (SEVERAL, ["Choose at least two answers, or skip the question."]),
        (SHORT, ["Type your answer, or skip the question."]),
        (FIGURES, ["Type a number, or skip the question."] * 2),
        (DAY, ["Type your answer, or skip the question.", "Type a date, or skip the question."]),
        (LISTS, ["Choose an answer in the list, or skip the question."] * 3),
    ],
    ids=["one", "several", "words", "figures", "date", "lists"],
)
def test_nothing_answered_is_asked_for_again(as_ada: Client, ada: Any, challenge: str, messages: list[str]) -> None:
    sitting = asked(ada.learner_id, challenge)
    before = state(sitting)

    answer = as_ada.post(url("answer", sitting), {"position": 1, "key": str(new_id())})

    page = Page(answer)
    assert answer.status_code == 422
    assert [error.removeprefix("Error: ") for error in page.errors] == messages
    assert page.texts('//*[@role="alert"]//li') == messages
    assert state(sitting) == before


@pytest.mark.parametrize("challenge", [ONE, SHORT, DAY, LISTS])
def test_the_summary_leads_to_the_field_to_mend(as_ada: Client, ada: Any, challenge: str) -> None:
    sitting = asked(ada.learner_id, challenge)

    page = Page(as_ada.post(url("answer", sitting), {"position": 1, "key": str(new_id())}))

    for target in page.links('//*[@role="alert"]//a/@href'):
        assert page.all(f'//form[@data-answer]//*[@id="{target.removeprefix("#")}"]')


@pytest.mark.parametrize(
    ("challenge", "typed", "message"),
    [
        (FIGURES, "a few", "This number cannot be read."),
        (FIGURES, "1/0", "This number cannot be read."),
        (DAY, "some day", "This date cannot be read."),
        (DAY, "31/02/2026", "This date cannot be read."),
        (SHORT, "x" * (MAX_LENGTH + 1), "This answer is over 500 characters."),
    ],
    ids=["words for a number", "no number", "words for a date", "in no calendar", "too long"],
)
def test_what_cannot_be_read_is_given_back_to_be_mended(
    as_ada: Client, ada: Any, challenge: str, typed: str, message: str
) -> None:
    sitting = asked(ada.learner_id, challenge)
    given = {"fields": {field.name: typed for field in queries.play_of(sitting).fields}}
    before = state(sitting)

    answer = as_ada.post(url("answer", sitting), filled(sitting, given))

    page = Page(answer)
    assert answer.status_code == 422
    assert any(message in error for error in page.errors)
    assert set(page.links('//input[starts-with(@name, "field-")]/@value')) == {typed}
    assert state(sitting) == before


def test_what_was_picked_and_typed_is_kept(as_ada: Client, ada: Any) -> None:
    sitting = asked(ada.learner_id, LISTS)
    form = {"position": 1, "key": str(new_id()), "field-keep": "save", "field-forget": "cancel"}

    page = Page(as_ada.post(url("answer", sitting), form))

    chosen = {s.get("name"): s.xpath("string(option[@selected]/@value)") for s in page.all("//select")}
    assert chosen == {"field-read_again": "", "field-forget": "cancel", "field-keep": "save"}


def test_one_tick_out_of_several_stays_ticked(as_ada: Client, ada: Any) -> None:
    sitting = asked(ada.learner_id, SEVERAL)

    page = Page(as_ada.post(url("answer", sitting), {"position": 1, "key": str(new_id()), "choice": "zip"}))

    assert page.links("//input[@checked]/@value") == ["zip"]


def test_options_that_do_not_exist_are_not_answers(as_ada: Client, ada: Any) -> None:
    sitting = asked(ada.learner_id, SEVERAL)
    form = {"position": 1, "key": str(new_id()), "choice": ["link", "link-2", "nothing"]}

    assert as_ada.post(url("answer", sitting), form).status_code == 422


@pytest.mark.parametrize("challenge", [ONE, SEVERAL, SHORT, FIGURES, DAY, LISTS])
def test_the_expected_answer_is_kept_as_right(as_ada: Client, ada: Any, challenge: str) -> None:
    sitting = asked(ada.learner_id, challenge)
    given = expected(sitting)

    answer = as_ada.post(url("answer", sitting), filled(sitting, given))

    assert answer["Location"] == url("sitting", sitting)
    assert (kept(sitting).verdict, kept(sitting).given) == ("right", given)


def test_spaces_around_an_answer_are_left_out(as_ada: Client, ada: Any) -> None:
    sitting = asked(ada.learner_id, SHORT)
    given = {"fields": {name: f"  {typed} " for name, typed in expected(sitting)["fields"].items()}}

    as_ada.post(url("answer", sitting), filled(sitting, given))

    assert kept(sitting).given == expected(sitting)


def test_a_null_character_is_nothing_that_was_typed(as_ada: Client, ada: Any) -> None:
    sitting = asked(ada.learner_id, SHORT)
    (name,) = expected(sitting)["fields"]
    assert as_ada.post(url("answer", sitting), filled(sitting, {"fields": {name: "\0 \0"}})).status_code == 422

    as_ada.post(url("answer", sitting), filled(sitting, {"fields": {name: "no\0on"}}))

    assert kept(sitting).given == {"fields": {name: "noon"}}


@pytest.mark.parametrize("challenge", [ONE, SHORT, LISTS])
def test_skipping_needs_nothing_and_is_kept_as_skipped(as_ada: Client, ada: Any, challenge: str) -> None:
    sitting = asked(ada.learner_id, challenge)

    as_ada.post(url("answer", sitting), filled(sitting))

    assert (kept(sitting).verdict, kept(sitting).given) == ("skipped", None)


# --- in one round trip -----------------------------------------------------------------------------------------------


def test_htmx_gets_the_next_question_and_the_receipt_at_once(as_ada: Client, ada: Any) -> None:
    sitting = start(ada.learner_id)

    answer = as_ada.post(url("answer", sitting), filled(sitting), headers=HTMX)

    receipt = orjson.loads(answer["X-Receipt"])
    assert answer.status_code == 200
    assert b"<html" not in answer.content
    assert Page(answer).links('//input[@name="position"]/@value') == ["2"]
    assert (receipt["position"], receipt["chain"]) == (1, kept(sitting).chain)


def test_the_page_and_the_part_that_refuse_are_of_the_same_status(as_ada: Client, ada: Any) -> None:
    sitting = asked(ada.learner_id, ONE)

    answer = as_ada.post(url("answer", sitting), {"position": 1, "key": str(new_id())}, headers=HTMX)

    assert answer.status_code == 422
    assert b"<html" not in answer.content
    assert Page(answer).errors == ["Error: Choose one answer, or skip the question."]


def test_the_last_answer_sends_htmx_to_the_end(as_ada: Client, ada: Any) -> None:
    sitting = start(ada.learner_id)
    while sitting.is_open:
        form, sitting = filled(sitting), reply(sitting) if sitting.position < 8 else sitting
        answer = as_ada.post(url("answer", sitting), {**form, "position": sitting.position}, headers=HTMX)
        sitting = queries.sitting_of(ada.learner_id, sitting.id)

    assert answer["HX-Redirect"] == url("sitting", sitting)
    assert "X-Receipt" in answer


# --- twice, late, elsewhere ------------------------------------------------------------------------------------------


def test_the_same_answer_sent_again_gets_the_same_receipt(as_ada: Client, ada: Any) -> None:
    sitting = start(ada.learner_id)
    form = filled(sitting)
    first = as_ada.post(url("answer", sitting), form, headers=HTMX)
    reply(queries.sitting_of(ada.learner_id, sitting.id))

    second = as_ada.post(url("answer", sitting), form, headers=HTMX)

    assert second["X-Receipt"] == first["X-Receipt"]
    assert second.status_code == 200
    assert Page(second).links('//input[@name="position"]/@value') == ["3"]


def test_the_same_answer_sent_again_after_the_end_gets_its_receipt(as_ada: Client, ada: Any) -> None:
    sitting = start(ada.learner_id)
    form = filled(sitting)
    first = as_ada.post(url("answer", sitting), form, headers=HTMX)
    ended(ada.learner_id)

    second = as_ada.post(url("answer", sitting), form, headers=HTMX)

    assert (second["X-Receipt"], second["HX-Redirect"]) == (first["X-Receipt"], url("sitting", sitting))


@pytest.mark.parametrize("headers", [{}, HTMX], ids=["page", "part"])
def test_another_answer_to_a_question_already_answered_is_refused_with_the_one_that_is_open(
    as_ada: Client, ada: Any, headers: dict[str, str]
) -> None:
    sitting = start(ada.learner_id)
    as_ada.post(url("answer", sitting), filled(sitting))
    before = state(sitting)

    answer = as_ada.post(url("answer", sitting), filled(sitting), headers=headers)

    page = Page(answer)
    assert answer.status_code == 409
    assert page.notices[0].startswith("You had already answered this question: the first answer counts.")
    assert page.links('//input[@name="position"]/@value') == ["2"]
    assert orjson.loads(answer["X-Receipt"])["key"] == str(kept(sitting).key)
    assert state(sitting) == before


def test_an_answer_to_a_question_not_yet_asked_is_refused(as_ada: Client, ada: Any) -> None:
    sitting = start(ada.learner_id)
    before = state(sitting)

    answer = as_ada.post(url("answer", sitting), filled(sitting, position=2))

    assert answer.status_code == 409
    assert Page(answer).notices[0].startswith("Another question is open.")
    assert "X-Receipt" not in answer
    assert state(sitting) == before


def test_an_answer_after_the_end_is_refused_with_the_results(as_ada: Client, ada: Any) -> None:
    sitting = ended(ada.learner_id)

    answer = as_ada.post(url("answer", sitting), filled(sitting))

    assert answer.status_code == 409
    assert Page(answer).notices[0].startswith("This test is over.")
    assert "reached" in Page(answer).title or "Between" in Page(answer).title


def test_an_answer_sent_from_another_tab_at_a_checkpoint_shows_the_checkpoint(as_ada: Client, ada: Any) -> None:
    sitting = at_checkpoint(ada.learner_id)

    answer = as_ada.post(url("answer", sitting), filled(sitting, position=3))

    assert answer.status_code == 409
    assert Page(answer).title == "Your position is getting clearer"


@pytest.mark.parametrize(
    "envelope",
    [
        {},
        {"position": "1"},
        {"key": KEY},
        {"position": "1", "key": "not-a-key"},
        {"position": "first", "key": KEY},
        {"position": "-1", "key": KEY},
        {"position": "0", "key": KEY},
        {"position": "9" * 40, "key": KEY},
        {"position": "1.5", "key": KEY},
        {"position": "1", "key": "\x00"},
    ],
    ids=lambda envelope: ",".join(f"{k}={v[:9]}" for k, v in envelope.items()) or "empty",
)
def test_a_form_that_does_not_say_what_it_answers_changes_nothing(as_ada: Client, ada: Any, envelope: Any) -> None:
    sitting = asked(ada.learner_id, SHORT)
    before = state(sitting)

    answer = as_ada.post(url("answer", sitting), {**envelope, "field-answer": "15:20"})

    assert answer.status_code == 422
    assert "This page had grown old." in Page(answer).text()
    assert state(sitting) == before


def test_the_test_of_someone_else_does_not_exist(as_ada: Client, bob: Any) -> None:
    sitting = start(bob.learner_id)
    before = state(sitting)

    assert as_ada.post(url("answer", sitting), filled(sitting)).status_code == 404
    assert as_ada.get(url("sitting", sitting)).status_code == 404
    assert state(sitting) == before


@pytest.mark.parametrize("end", ["", "answer/", "clock/", "continue/", "finish/", "corrections/", "folder/"])
@pytest.mark.parametrize("sitting", ["0198aaaa-0000-7000-8000-000000000000", "not-a-uuid", "0" * 32, "%00"])
def test_a_test_that_never_was_is_not_found(as_ada: Client, sitting: str, end: str) -> None:
    path = f"/sittings/{sitting}/{end}"

    answer = as_ada.post(path) if end in {"answer/", "clock/", "continue/", "finish/"} else as_ada.get(path)

    assert answer.status_code == 404


def test_two_tabs_answer_each_its_question_once(as_ada: Client, ada: Any) -> None:
    sitting = start(ada.learner_id)
    tabs = [filled(sitting), filled(sitting)]

    statuses = [as_ada.post(url("answer", sitting), form).status_code for form in tabs]

    assert statuses == [302, 409]
    assert Answer.objects.filter(learner_id=ada.learner_id).count() == 1
