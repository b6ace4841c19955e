"""An account, with every mistake one can make: open it, enter, find a lost password, move, change language, leave."""

from uuid import uuid4

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.mailbox import link_in, newest

PASSWORD, OTHER = "Somewhere-0ver-the-hill", "An0ther-side-of-the-hill"


@pytest.fixture
def email() -> str:
    return f"sam-{uuid4().hex[:8]}@example.org"


def sign_up(page: Page, email: str, password: str = PASSWORD) -> None:
    page.goto("/sign-up/")
    fill(page, {"First name": "Sam", "Last name": "Hill", "E-mail address": email, "Password": password})
    page.get_by_label("I accept the terms of use").check()
    send(page, "Create my account")


def fill(page: Page, values: dict[str, str]) -> None:
    for label, value in values.items():
        page.get_by_role("main").get_by_label(label, exact=True).fill(value)


def send(page: Page, button: str) -> None:
    page.get_by_role("main").get_by_role("button", name=button, exact=True).click()


def summary(page: Page):
    return page.get_by_role("main").get_by_role("alert")


def sign_in(page: Page, login: str, password: str) -> None:
    page.goto("/sign-in/")
    fill(page, {"E-mail address or username": login, "Password": password})
    send(page, "Sign in")


def expect_to_be_in(page: Page) -> None:
    expect(page.get_by_role("heading", level=1, name="Hello Sam")).to_be_visible()


def test_signing_up_with_every_mistake_keeps_what_was_typed(visit, email):
    page = visit()
    page.goto("/sign-up/")

    send(page, "Create my account")
    expect(summary(page).get_by_role("listitem")).to_have_count(5)
    expect(summary(page)).to_be_focused()

    sign_up(page, "sam at example", "hill")
    expect(summary(page).get_by_role("listitem")).to_have_count(2)
    expect(page.get_by_label("First name")).to_have_value("Sam")
    expect(page.get_by_label("E-mail address")).to_have_value("sam at example")

    fill(page, {"E-mail address": email, "Password": "Password1"})
    send(page, "Create my account")
    expect(summary(page)).to_contain_text("most used")

    fill(page, {"Password": PASSWORD})
    send(page, "Create my account")
    expect_to_be_in(page)


def test_a_link_of_the_error_summary_leads_to_its_field(visit):
    page = visit()
    page.goto("/sign-up/")
    send(page, "Create my account")

    summary(page).get_by_role("link").nth(2).click()

    expect(page.get_by_label("E-mail address")).to_be_focused()


def test_an_address_that_has_an_account_is_refused_like_a_wrong_one(visit, email):
    sign_up(visit(), email)
    page = visit()

    sign_up(page, email)
    taken = summary(page).inner_text()
    sign_up(page, "nobody@nowhere")

    expect(summary(page)).to_have_text(taken, use_inner_text=True)


def test_signing_in_wrong_tells_nothing_of_who_has_an_account(visit, email):
    sign_up(visit(), email)
    page = visit()

    sign_in(page, email, OTHER)
    known = summary(page).inner_text()
    sign_in(page, f"no-{email}", OTHER)

    expect(summary(page)).to_have_text(known, use_inner_text=True)
    sign_in(page, email, PASSWORD)
    expect_to_be_in(page)


def test_a_lost_password_is_chosen_again_with_the_link_of_a_message(visit, service, email):
    sign_up(visit(), email)
    page = visit()
    visit.watch(page).statuses.add(410)
    page.goto("/sign-in/")
    page.get_by_role("link", name="Forgotten password").click()
    fill(page, {"E-mail address": email})
    send(page, "Send me the link")
    expect(page.get_by_role("heading", name="Look at your mailbox")).to_be_visible()

    link = link_in(newest(service, email, of=2), "/password/reset/")
    page.goto(link)
    fill(page, {"New password": OTHER})
    send(page, "Save the new password")
    sign_in(page, email, OTHER)

    expect_to_be_in(page)
    page.goto(link)
    expect(page.get_by_role("heading", name="This link no longer works")).to_be_visible()


def test_the_link_of_the_welcome_message_confirms_the_address(visit, service, email):
    page = visit()
    sign_up(page, email)

    page.goto(link_in(newest(service, email, of=1), "/welcome/"))
    send(page, "This is my address")

    expect(page.get_by_text("Your e-mail address is confirmed.")).to_be_visible()
    expect(page.get_by_text("Confirmed", exact=True)).to_be_visible()


def test_the_address_changes_with_the_code_sent_to_the_new_one(visit, service, email):
    page, new = visit(), f"new-{email}"
    sign_up(page, email)
    page.goto("/account/email/")
    fill(page, {"New e-mail address": new, "Current password": PASSWORD})
    send(page, "Send me the code")

    fill(page, {"Code of 6 digits": "12"})
    send(page, "Change my address")
    expect(summary(page)).to_contain_text("6 digits")
    code = next(word for word in newest(service, new, of=1).split() if word.isdecimal() and len(word) == 6)
    fill(page, {"Code of 6 digits": code})
    send(page, "Change my address")

    expect(page.get_by_role("main")).to_contain_text(new)
    assert new in newest(service, email, of=2)


def test_the_language_of_the_pages_is_changed_and_kept(visit, email):
    page = visit()
    sign_up(page, email)

    page.goto("/account/language/")
    page.get_by_label("French").check()
    send(page, "Save")

    expect(page.get_by_role("heading", level=1, name="Mon compte")).to_be_visible()
    expect(page.locator("html")).to_have_attribute("lang", "fr")
    again = visit()
    sign_in(again, email, PASSWORD)
    expect(again.locator("html")).to_have_attribute("lang", "fr")


def test_a_visitor_changes_the_language_at_the_foot_of_the_page(visit):
    page = visit()

    page.get_by_role("contentinfo").get_by_role("button", name="Français").click()

    expect(page.locator("html")).to_have_attribute("lang", "fr")
    expect(page.get_by_role("button", name="Trouver où j’en suis")).to_be_visible()


def test_an_account_deleted_opens_no_more(visit, service, email):
    page = visit()
    sign_up(page, email)
    newest(service, email, of=1)
    page.goto("/account/delete/")
    fill(page, {"Current password": OTHER})
    send(page, "Delete my account for good")
    expect(summary(page)).to_be_visible()

    fill(page, {"Current password": PASSWORD})
    send(page, "Delete my account for good")
    expect(page.get_by_role("heading", name="Your account is deleted")).to_be_visible()

    sign_in(page, email, PASSWORD)
    expect(summary(page)).to_be_visible()
    newest(service, email, of=2)
