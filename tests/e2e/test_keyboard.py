"""A visitor finds where they stand with the keyboard alone, and keeps it in an account."""

from uuid import uuid4

import pytest
from playwright.sync_api import expect

from tests.e2e.keyboard import Keyboard
from tests.e2e.pages import Sitting, sign_in_as

PASSWORD = "Somewhere-0ver-the-hill"
KINDS = {
    "one-choice": ("1-2-3-1-hall", {"radio"}),
    "several-choices": ("1-2-1-4-attachments", {"checkbox"}),
    "drop-downs": ("1-2-1-1-closing", {"select"}),
    "number": ("1-2-3-2-left", {"text"}),
    "date": ("1-2-2-3-poster", {"text"}),
    "several-fields": ("1-2-4-2-slip", {"text"}),
    "without-leaving": ("1-2-3-6-proves", {"checkbox"}),
}


def test_a_visitor_measures_a_competence_by_keyboard_and_finds_it_again_tomorrow(visit):
    page = visit()
    keys, sitting = Keyboard(page), Sitting(page)
    email = f"kim-{uuid4().hex[:8]}@example.org"

    keys.press(page.get_by_role("button", name="Find where I stand"))
    met = play_to_the_end(keys, sitting)
    points = page.locator(".al-figure").first.inner_text()
    create_account(keys, email)
    sign_out_and_in_again(keys, email)

    assert met >= {"text"}
    page.goto("/competences/1.2/")
    expect(page.get_by_role("main")).to_contain_text(f"{points} point")


@pytest.mark.parametrize(("challenge", "controls"), KINDS.values(), ids=KINDS)
def test_each_kind_of_question_is_answered_by_keyboard(visit, challenge, controls):
    page = visit()
    sign_in_as(page, "Rose")
    page.goto(f"/preview/{challenge}/")
    keys, sitting = Keyboard(page), Sitting(page)

    keys.press(page.get_by_role("main").get_by_role("button"))
    expect(sitting.form).to_be_visible()
    met = keys.fill(sitting.form)
    keys.press(sitting.submit)

    expect(page.get_by_role("heading", level=1, name="You have reached the end")).to_be_visible()
    assert met == controls


def test_a_folder_is_browsed_by_keyboard(visit):
    page = visit()
    sign_in_as(page, "Rose")
    page.goto("/preview/1-2-1-3-count-kind/")
    keys = Keyboard(page)

    keys.press(page.get_by_role("main").get_by_role("button"))
    keys.press(page.get_by_role("link", name="Open the folder in this page"))
    keys.type(page.get_by_role("searchbox"), ".")
    keys.press(page.get_by_role("button", name="Search"))
    expect(page.get_by_role("searchbox")).to_have_value(".")
    keys.press(page.locator("tbody a").first)

    expect(page.locator("#h-file")).to_be_focused()


def play_to_the_end(keys: Keyboard, sitting: Sitting) -> set[str]:
    """Answer until the results, reading a correction at each stage; the focus follows to each new heading."""
    met: set[str] = set()
    expect(sitting.form).to_be_visible()
    while not sitting.is_over:
        if sitting.is_at_checkpoint:
            read_a_correction(keys)
            keys.press(keys.page.get_by_role("button", name="Continue"))
            expect(sitting.form).to_be_visible()
        elif keys.page.locator("form[action$='/clock/']").count():
            keys.press(keys.page.get_by_role("button", name="Start the clock"))
            expect(keys.page.get_by_role("timer")).to_be_visible()
        else:
            met |= answer(keys, sitting)
    return met


def answer(keys: Keyboard, sitting: Sitting) -> set[str]:
    position = sitting.position
    met = keys.fill(sitting.form)
    keys.press(sitting.submit)
    expect(keys.page.locator(f"#run:not([data-position='{position}'])")).to_be_visible()
    if not sitting.is_over:
        expect(sitting.heading).to_be_focused()
    return met


def read_a_correction(keys: Keyboard) -> None:
    first = keys.page.locator(".al-verdict").first
    keys.press(first.locator("summary"))
    expect(first).to_have_attribute("open", "")
    expect(first.get_by_role("heading", name="To succeed next time")).to_be_visible()


def create_account(keys: Keyboard, email: str) -> None:
    page = keys.page
    keys.press(page.get_by_role("link", name="Create my account").first)
    for label, text in (
        ("First name", "Kim"),
        ("Last name", "Key"),
        ("E-mail address", email),
        ("Password", PASSWORD),
    ):
        keys.type(page.get_by_label(label, exact=True), text)
    keys.press(page.get_by_label("I accept the terms of use"), "Space")
    keys.press(page.get_by_role("button", name="Create my account"))
    expect(page.get_by_role("heading", level=1, name="Hello Kim")).to_be_visible()


def sign_out_and_in_again(keys: Keyboard, email: str) -> None:
    page = keys.page
    keys.press(page.locator(".al-account"))
    keys.press(page.get_by_role("button", name="Sign out", exact=True))
    expect(page.get_by_text("You are signed out.")).to_be_visible()
    keys.type(page.get_by_label("E-mail address or username"), email)
    keys.type(page.get_by_label("Password", exact=True), PASSWORD)
    keys.press(page.get_by_role("main").get_by_role("button", name="Sign in", exact=True))
    expect(page.get_by_role("heading", level=1, name="Hello Kim")).to_be_visible()
