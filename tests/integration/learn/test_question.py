"""A question on its page: each kind with its labels, and what helps to answer it."""

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client

from domain.assessment import queries
from domain.content.queries import current_catalogue
from tests.integration.learn.places import (
    DAY,
    FIGURES,
    FOCUS,
    LISTS,
    ONE,
    SEVERAL,
    SHORT,
    Page,
    asked,
    expected,
    filled,
    kept,
    plain,
    url,
)
from tests.steps import reply, start

pytestmark = pytest.mark.django_db


def shown(client: Client, learner: Any, challenge: str, *, locale: str = "en") -> Page:
    sitting = asked(learner.learner_id, challenge, locale=locale)
    return Page(client.get(url("sitting", sitting)))


def test_a_single_choice_is_radio_buttons_in_a_named_group(as_ada: Client, ada: Any) -> None:
    page = shown(as_ada, ada, ONE)

    ids = {o.id for o in current_catalogue().challenges[ONE].file.options}
    assert page.text("//legend") == "Choose one answer"
    assert set(page.links('//fieldset//input[@type="radio"][@name="choice"]/@value')) == ids
    assert page.links("//input[@checked]/@value") == []


def test_a_choice_of_several_is_boxes_to_tick(as_ada: Client, ada: Any) -> None:
    page = shown(as_ada, ada, SEVERAL)

    assert page.text("//legend") == "Choose at least two answers"
    assert len(page.all('//fieldset//input[@type="checkbox"][@name="choice"]')) == 6


@pytest.mark.parametrize("challenge", [SHORT, FIGURES, DAY, LISTS, ONE, SEVERAL])
def test_every_control_has_its_label(as_ada: Client, ada: Any, challenge: str) -> None:
    page = shown(as_ada, ada, challenge)

    controls = page.links('//form[@data-answer]//*[self::input or self::select][not(@type="hidden")]/@id')
    assert controls
    for control in controls:
        assert page.text(f'//label[@for="{control}"]')


def test_a_field_has_its_hint_tied_to_it(as_ada: Client, ada: Any) -> None:
    page = shown(as_ada, ada, DAY)

    (described,) = page.links('//input[@name="field-day"]/@aria-describedby')
    assert page.text(f'//*[@id="{described}"]') == "Day, month and year, for example 30/04/2026."


@pytest.mark.parametrize(("challenge", "keyboard"), [(FIGURES, "decimal"), (SHORT, None)], ids=["figures", "words"])
def test_a_number_calls_for_a_keyboard_of_figures(as_ada: Client, ada: Any, challenge: str, keyboard: Any) -> None:
    page = shown(as_ada, ada, challenge)

    (field, *_) = page.all('//form[@data-answer]//input[starts-with(@name, "field-")]')
    assert field.get("inputmode") == keyboard
    assert field.get("autocomplete") == "off"


def test_a_list_begins_with_no_choice(as_ada: Client, ada: Any) -> None:
    page = shown(as_ada, ada, LISTS)

    for select in page.all("//form[@data-answer]//select"):
        first, *others = select.xpath("option")
        assert (first.get("value"), plain(first.text)) == ("", "Choose in the list")
        assert [option.get("value") for option in others] == ["dont-save", "cancel", "save"]


def test_the_order_of_the_options_stays_the_same_at_each_reload(as_ada: Client, ada: Any) -> None:
    sitting = asked(ada.learner_id, SEVERAL)
    read = '//input[@name="choice"]/@value'

    assert Page(as_ada.get(url("sitting", sitting))).links(read) == Page(as_ada.get(url("sitting", sitting))).links(
        read
    )


def test_the_picture_has_its_short_and_its_long_text(as_ada: Client, ada: Any) -> None:
    page = shown(as_ada, ada, "1-2-1-1-letter")

    (picture,) = page.all("//main//img")
    assert picture.get("alt") == "A window for saving a document, with a name, a path, a list and two buttons."
    assert as_ada.get(picture.get("src"))["Content-Type"] == "image/svg+xml"
    assert "Window entitled “Save the document”" in page.text("//figure//details")


def test_a_table_has_its_caption_and_its_heads(as_ada: Client, ada: Any) -> None:
    page = shown(as_ada, ada, SHORT)

    table = queries.play_of(queries.open_sitting(ada.learner_id, "1.2")).table
    assert page.text("//table/caption") == plain(table.caption.replace("'", "’"))
    assert len(page.all('//thead//th[@scope="col"]')) == len(table.head)
    assert len(page.all('//tbody//th[@scope="row"]')) == len(table.rows)


def test_each_page_has_a_key_of_its_own(as_ada: Client, ada: Any) -> None:
    sitting, read = start(ada.learner_id), '//form[@data-answer]//input[@name="key"]/@value'

    first, second = (Page(as_ada.get(url("sitting", sitting))).links(read) for _ in range(2))

    assert first != second


def test_without_script_the_form_is_an_ordinary_one(as_ada: Client, ada: Any) -> None:
    sitting = start(ada.learner_id)

    (form,) = Page(as_ada.get(url("sitting", sitting))).all("//form[@data-answer]")

    assert (form.get("method"), form.get("action")) == ("post", url("answer", sitting))
    assert form.get("hx-post") == url("answer", sitting)
    assert form.xpath('.//button[@name="skip"][@value="1"]')


# --- what goes with it -----------------------------------------------------------------------------------------------


def test_the_first_question_says_that_it_is_gentle(as_ada: Client, ada: Any) -> None:
    words = Page(as_ada.get(url("sitting", start(ada.learner_id)))).text()

    assert "We begin with a question that most people succeed in" in words


def test_the_next_ones_say_why_they_were_chosen(as_ada: Client, ada: Any) -> None:
    sitting = reply(start(ada.learner_id))
    skill = current_catalogue().challenges[sitting.challenge].skill

    words = Page(as_ada.get(url("sitting", sitting))).text()

    assert f"This question is about “{skill.topic.title.en}”, at level {skill.level}.".replace("'", "’") in words
    assert "in your place, should succeed." in words


def test_progress_and_the_last_receipt_are_told(as_ada: Client, ada: Any) -> None:
    page = Page(as_ada.get(url("sitting", reply(reply(start(ada.learner_id))))))

    words = page.text('//section[@aria-label="Progress"]')
    assert "Question 3 · corrections after question 5" in words
    assert "Answer 2 saved" in words


def test_before_any_answer_there_is_no_receipt(as_ada: Client, ada: Any) -> None:
    assert "saved" not in Page(as_ada.get(url("sitting", start(ada.learner_id)))).text(
        '//section[@aria-label="Progress"]'
    )


def test_a_question_can_be_reported_and_the_test_left(as_ada: Client, ada: Any) -> None:
    sitting = start(ada.learner_id)

    page = Page(as_ada.get(url("sitting", sitting)))

    assert url("report", sitting, position=1) in page.links()
    assert page.text('//header//a[@href="/"][contains(., "Pause")]')


def test_a_level_that_becomes_sure_is_not_said_on_a_question(as_ada: Client, ada: Any) -> None:
    sitting = start(ada.learner_id)
    while not sitting.reached or sitting.at_checkpoint:
        sitting = reply(sitting)

    assert Page(as_ada.get(url("sitting", sitting))).notices == []


def test_an_answer_tomorrow_finds_the_question_of_today(as_ada: Client, ada: Any, clock: Any) -> None:
    sitting = reply(start(ada.learner_id))
    before = Page(as_ada.get(url("sitting", sitting))).title
    clock.shift(timedelta(days=30))
    later = Client()
    later.force_login(ada)

    assert Page(later.get(url("sitting", sitting))).title == before


# --- without leaving the page ----------------------------------------------------------------------------------------


def test_a_question_of_focus_asks_to_stay_on_the_page(as_ada: Client, ada: Any) -> None:
    page = shown(as_ada, ada, FOCUS)

    assert page.notices[0].startswith("Stay on this page")
    assert page.all('//form[@data-answer]//input[@type="hidden"][@name="left"][@value=""]')
    assert page.all("//*[@data-left-page][@hidden]")


def test_another_question_says_nothing_of_it(as_ada: Client, ada: Any) -> None:
    page = shown(as_ada, ada, SHORT)

    assert page.notices == []
    assert not page.all('//input[@name="left"]')


@pytest.mark.parametrize(("sent", "left"), [("1", True), ("", False)], ids=["left", "stayed"])
def test_in_training_leaving_the_page_is_kept_and_changes_no_verdict(
    as_ada: Client, ada: Any, sent: str, left: bool
) -> None:
    sitting = asked(ada.learner_id, FOCUS)

    as_ada.post(url("answer", sitting), filled(sitting, expected(sitting), left=sent))

    assert (kept(sitting).left_page, kept(sitting).verdict) == (left, "right")
