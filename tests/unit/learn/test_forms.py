"""The answer form: what it reads in what was sent, what it asks again, and what it puts back in the controls."""

from typing import Any
from urllib.parse import urlencode

import pytest
from django.http import QueryDict
from hypothesis import given
from hypothesis import strategies as st

from families.contract import Format, Kind, Play
from sites.learn.forms import MAX_LENGTH, AnswerForm, Unfit, place
from sites.learn.inputs import inputs
from tests.unit.learn.plays import a_choice, some_fields

KEY = "0198aaaa-0000-7000-8000-000000000000"
ENVELOPE = {"position": "3", "key": KEY}
FIELDS = ("drink", "cups", "day", "size")
GOOD = {"field-drink": "tea", "field-cups": "3", "field-day": "2/3/2026", "field-size": "l"}


def a_form(locale: str = "en", **sent: Any) -> AnswerForm:
    return AnswerForm(QueryDict(urlencode({**ENVELOPE, **sent}, doseq=True)), locale)


def read(form: AnswerForm, play: Play) -> Any:
    return form.sent().read(play)


def refused(form: AnswerForm, play: Play) -> dict[str, str]:
    with pytest.raises(Unfit):
        read(form, play)
    return form.errors


def test_the_envelope_says_which_question_and_under_which_key() -> None:
    sent = a_form(choice="tea").sent()

    assert (sent.position, str(sent.key), sent.left_page) == (3, KEY, False)


@pytest.mark.parametrize(
    "envelope",
    [{"position": ""}, {"position": "0"}, {"position": "x"}, {"position": "1001"}, {"key": ""}, {"key": "1"}],
    ids=lambda envelope: "=".join(*envelope.items()),
)
def test_an_envelope_that_says_nothing_is_refused(envelope: dict[str, str]) -> None:
    form = a_form(**envelope)

    with pytest.raises(Unfit):
        form.sent()

    assert form.summary == [{"href": "#answer", "text": "This page had grown old. It has been updated: answer again."}]


@pytest.mark.parametrize(("sent", "left"), [({"left": "1"}, True), ({"left": ""}, False), ({}, False)])
def test_leaving_the_page_is_told(sent: dict[str, str], left: bool) -> None:
    assert a_form(choice="tea", **sent).sent().left_page == left


def test_skipping_gives_nothing_whatever_was_typed() -> None:
    assert read(a_form(skip="1", **GOOD), some_fields()) is None
    assert read(a_form(skip="1"), a_choice()) is None


# --- choices ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("kind", "picked", "given"),
    [
        (Kind.CHOICE, ["ink"], ["ink"]),
        (Kind.CHOICES, ["tea", "milk"], ["milk", "tea"]),
        (Kind.CHOICES, ["tea", "milk", "ink"], ["ink", "milk", "tea"]),
        (Kind.CHOICE, ["rum", "tea"], ["tea"]),
    ],
    ids=["one", "two", "all", "one that exists"],
)
def test_what_was_picked_is_read_in_order(kind: Kind, picked: list[str], given: list[str]) -> None:
    assert read(a_form(choice=picked), a_choice(kind)) == {"choice": given}


@pytest.mark.parametrize(
    ("kind", "picked", "message"),
    [
        (Kind.CHOICE, [], "Choose one answer, or skip the question."),
        (Kind.CHOICE, ["tea", "milk"], "Choose one answer, or skip the question."),
        (Kind.CHOICE, ["rum"], "Choose one answer, or skip the question."),
        (Kind.CHOICES, [], "Choose at least two answers, or skip the question."),
        (Kind.CHOICES, ["tea"], "Choose at least two answers, or skip the question."),
        (Kind.CHOICES, ["tea", "rum"], "Choose at least two answers, or skip the question."),
    ],
    ids=["none", "two for one", "an unknown one", "none of several", "one of several", "one that exists"],
)
def test_too_few_or_too_many_are_asked_again(kind: Kind, picked: list[str], message: str) -> None:
    assert refused(a_form(choice=picked), a_choice(kind)) == {"choice": message}


# --- fields ----------------------------------------------------------------------------------------------------------


def test_what_was_typed_is_read_by_the_name_of_its_field() -> None:
    assert read(a_form(**GOOD), some_fields()) == {"fields": {name: GOOD[f"field-{name}"] for name in FIELDS}}


def test_fields_nobody_asked_for_are_left_out() -> None:
    assert read(a_form(**GOOD, **{"field-other": "x"}), some_fields(Format.TEXT)) == {"fields": {"drink": "tea"}}


def test_each_empty_field_says_what_it_waits_for() -> None:
    assert refused(a_form(**{"field-drink": "  "}), some_fields()) == {
        "drink": "Type your answer, or skip the question.",
        "cups": "Type a number, or skip the question.",
        "day": "Type a date, or skip the question.",
        "size": "Choose an answer in the list, or skip the question.",
    }


def test_each_unreadable_field_says_how_to_write_it() -> None:
    errors = refused(a_form(**{**GOOD, "field-cups": "a lot", "field-day": "soon"}), some_fields())

    assert errors == {
        "cups": "This number cannot be read. Write it with digits, for example 85 or 2.5.",
        "day": "This date cannot be read. Write the day, the month and the year, for example 14/03/2025.",
    }


@pytest.mark.parametrize(("length", "fits"), [(MAX_LENGTH, True), (MAX_LENGTH + 1, False)])
def test_an_answer_has_a_greatest_length(length: int, fits: bool) -> None:
    form = a_form(**{"field-drink": "x" * length})

    if fits:
        assert read(form, some_fields(Format.TEXT)) == {"fields": {"drink": "x" * length}}
    else:
        assert refused(form, some_fields(Format.TEXT)) == {"drink": "This answer is over 500 characters. Shorten it."}


@given(st.dictionaries(st.sampled_from([f"field-{name}" for name in FIELDS]), st.text(max_size=40)))
def test_any_text_is_read_or_asked_again(typed: dict[str, str]) -> None:
    form = a_form(**typed)
    try:
        given_ = read(form, some_fields())
    except Unfit:
        assert form.errors
    else:
        assert set(given_["fields"]) == set(FIELDS)


@pytest.mark.parametrize(("name", "href"), [("choice", "#choice"), ("answer", "#answer"), ("cups", "#field-cups")])
def test_the_summary_leads_to_each_control(name: str, href: str) -> None:
    assert f"#{place(name)}" == href


# --- the controls ----------------------------------------------------------------------------------------------------


def test_without_a_question_there_is_no_control() -> None:
    assert inputs(None, None) == []


@pytest.mark.parametrize(
    ("kind", "label", "many"),
    [(Kind.CHOICE, "Choose one answer", False), (Kind.CHOICES, "Choose at least two answers", True)],
)
def test_options_become_one_group(kind: Kind, label: str, many: bool) -> None:
    (group,) = inputs(a_choice(kind), None)

    assert (group["kind"], group["label"], group["many"]) == ("choices", label, many)
    assert [(o["value"], o["label"], o["checked"]) for o in group["options"]] == [
        ("tea", "Tea", False),
        ("milk", "Milk", False),
        ("ink", "Ink", False),
    ]


def test_what_was_picked_stays_picked() -> None:
    (group,) = inputs(a_choice(Kind.CHOICES), a_form(choice=["milk"]))

    assert [option["value"] for option in group["options"] if option["checked"]] == ["milk"]


def test_each_field_becomes_a_control_with_its_help() -> None:
    drink, cups, day, size = inputs(some_fields(), None)

    assert (drink["id"], drink["label"], drink["hint"], drink["value"]) == ("field-drink", "Drink", "One word.", "")
    assert (cups["inputmode"], cups["suffix"], day["inputmode"]) == ("decimal", "cups", "")
    assert [option["label"] for option in size["options"]] == ["Choose in the list", "Small", "Large"]


def test_what_was_typed_comes_back_with_its_fault() -> None:
    play = some_fields()
    form = a_form(**{**GOOD, "field-cups": "a lot"})
    refused(form, play)

    _, cups, day, size = inputs(play, form)

    assert (cups["value"], cups["error"][:28]) == ("a lot", "This number cannot be read. ")
    assert (day["value"], day["error"]) == ("2/3/2026", "")
    assert [option["value"] for option in size["options"] if option["selected"]] == ["l"]
