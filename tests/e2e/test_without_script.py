"""A phone of 360 px, in French, without any script: everything is there, by plain forms and links."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.pages import Sitting, fits

PHONE = {"locale": "fr-FR", "viewport": {"width": 360, "height": 740}, "java_script_enabled": False}


@pytest.fixture
def phone(visit: Callable[..., Page]) -> Page:
    return visit(**PHONE)


def test_a_stage_is_answered_skipped_and_corrected_on_a_phone_without_script(phone):
    page, sitting = phone, Sitting(phone)
    expect(page.locator("html")).to_have_attribute("lang", "fr")

    page.get_by_role("button", name="Trouver où j’en suis").click()
    sitting.answer()
    expect(sitting.receipt).to_have_text("Réponse 1 enregistrée")
    sitting.skip_to_checkpoint()
    sitting.page.locator(".al-verdict summary").nth(1).click()
    expect(page.get_by_text("Pas de réponse").first).to_be_visible()
    assert fits(page)
    sitting.finish()

    expect(page.locator("#h-topics")).to_be_visible()
    expect(page.get_by_role("link", name="Créer mon compte")).to_be_visible()
    assert fits(page)


def test_a_form_with_nothing_in_it_says_what_to_do_and_keeps_the_question(phone):
    page, sitting = phone, Sitting.tried(phone)
    title = sitting.heading.inner_text()

    sitting.submit.click()

    expect(page.get_by_role("alert")).to_contain_text("passez la question")
    expect(sitting.heading).to_have_text(title)
    assert sitting.position == 1


def test_a_folder_is_sorted_searched_and_opened_without_script(phone):
    page = phone
    open_folder_of_the_demo(page)
    rows = page.locator("tbody tr")
    everything = rows.count()

    page.get_by_role("columnheader", name="Taille").get_by_role("link").click()
    expect(page.get_by_role("columnheader", name="Taille")).to_have_attribute("aria-sort", "ascending")
    name = page.locator("tbody a").last.inner_text()
    page.get_by_role("searchbox").fill(name[:-1].upper())
    page.get_by_role("button", name="Chercher").click()
    expect(rows.filter(has_text=name).first).to_be_visible()
    assert rows.count() <= everything

    page.get_by_role("link", name=name).first.click()
    expect(page.get_by_role("heading", level=2, name=name)).to_be_visible()
    assert fits(page)
    page.get_by_role("link", name="Revenir à la question").click()
    expect(Sitting(page).form).to_be_visible()


def open_folder_of_the_demo(page: Page) -> None:
    page.goto("/demos/first-look/")
    page.get_by_role("button", name="Commencer").click()
    sitting = Sitting(page)
    folder = page.locator("a[href$='/folder/']")
    while not folder.count():
        sitting.skip_one()
    folder.first.click()
    expect(page.locator("#folder")).to_be_visible()
