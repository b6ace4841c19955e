"""Every page in every state: no accessibility fault, in English and in French, in light and in dark, at 400 % zoom."""

from collections.abc import Callable
from uuid import uuid4

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.examiner import Examiner
from tests.e2e.pages import Sitting, preview, sign_in_as

REVIEWER = {"en": "Nora", "fr": "Noor"}
PASSWORD = "Somewhere-0ver-the-hill"


@pytest.fixture(params=["en", "fr"])
def language(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def examine(visit: Callable[..., Page], language: str) -> Examiner:
    page = visit(locale={"en": "en-GB", "fr": "fr-FR"}[language])
    visit.watch(page).statuses |= {404, 409, 410}
    expect(page.locator("html")).to_have_attribute("lang", language)
    return Examiner(page, visit.watch(page))


def send(page: Page) -> None:
    """Send the form of the page, and wait for what it becomes."""
    with page.expect_navigation():
        page.locator("main form.al-form").last.locator("button[type=submit]").last.click()


def test_the_pages_of_a_visitor(examine):
    page = examine.page
    for state, address in {
        "home": "/",
        "terms": "/legal/terms/",
        "privacy": "/legal/privacy/",
        "accessibility": "/accessibility/",
        "demonstration": "/demos/first-look/",
        "no such page": "/nowhere/",
        "goodbye": "/goodbye/",
        "link over": "/password/reset/old/",
        "gallery": "/design/",
    }.items():
        examine.at(state, address)
    for state, address in {
        "sign in": "/sign-in/",
        "sign up": "/sign-up/",
        "forgotten": "/password/forgotten/",
    }.items():
        examine.at(state, address)
        send(page)
        examine(f"{state}, with mistakes")
    page.locator("input[type=email]").fill("nobody@example.org")
    send(page)
    examine("password sent")
    assert examine.faults == []


def test_the_pages_of_someone_who_learns(examine):
    sitting = Sitting.tried(examine.page)
    first_questions(examine, sitting)
    pages_of_a_learner(examine, "begun")
    sitting.page.goto(f"/sittings/{number_of(sitting)}/")
    stage_and_end(examine, sitting)
    pages_of_a_learner(examine, "measured")
    examine.at("sign up, with something to keep", "/sign-up/")
    assert examine.faults == []


def number_of(sitting: Sitting) -> str:
    sitting.page.goto("/tests/")
    link = sitting.page.locator("#tests a").first.get_attribute("href") or ""
    return link.strip("/").rpartition("/")[2]


def first_questions(examine: Examiner, sitting: Sitting) -> None:
    page = sitting.page
    examine("first question")
    page.locator(".al-tools summary").first.click()
    examine("first question, why")
    sitting.submit.click()
    expect(page.get_by_role("alert").first).to_be_visible()
    examine("question, with mistakes")
    other = page.context.new_page()
    other.goto(page.url)
    Sitting(other).skip_one()
    other.close()
    sitting.skip.click()
    expect(page.locator("#run .al-notice").first).to_be_visible()
    examine("another question is open")
    not_saved(examine, sitting)


def not_saved(examine: Examiner, sitting: Sitting) -> None:
    page = sitting.page
    examine.watch.network_is_cut = True
    page.on("dialog", lambda dialog: dialog.accept())
    page.route("**/answer/", lambda route: route.abort())
    sitting.skip.click()
    expect(page.locator("#not-saved")).to_be_visible()
    examine("answer not saved yet")
    page.unroute("**/answer/")
    expect(sitting.at(3)).to_be_visible()
    examine("question, with the receipt of the last one")


def pages_of_a_learner(examine: Examiner, when: str) -> None:
    for state, address in {
        "home": "/",
        "profile": "/competences/",
        "competence": "/competences/1.2/",
        "reset": "/competences/1.2/reset/",
        "tests": "/tests/",
        "tutorials": "/tutorials/",
    }.items():
        examine.at(f"{state}, {when}", address)


def stage_and_end(examine: Examiner, sitting: Sitting) -> None:
    page = sitting.page
    address = page.url
    examine.at("report", f"{address}questions/1/report/")
    page.locator("select").select_option("cannot-open")
    page.locator("form button[type=submit]").last.click()
    examine("report, with mistakes and help")
    page.locator("textarea").fill("…")
    page.locator("form button[type=submit]").last.click()
    expect(page.locator("#thanks")).to_be_visible()
    examine("report sent")
    examine.at("corrections, none yet", f"{address}corrections/")
    page.goto(address)
    sitting.skip_to_checkpoint()
    examine("checkpoint")
    page.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true; })")
    examine("checkpoint, all open")
    sitting.finish()
    examine("end")
    examine.at("corrections", f"{address}corrections/")
    page.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true; })")
    examine("corrections, all open")


def test_the_pages_around_an_empty_start(examine):
    page = examine.page
    page.goto("/demos/first-look/")
    page.locator("#demo form button").click()
    expect(page.locator("#run")).to_be_visible()
    for state, address in {
        "home": "/",
        "profile": "/competences/",
        "competence": "/competences/1.2/",
        "competence without questions": "/competences/1.1/",
        "tests": "/tests/",
        "tutorial": "/tutorials/1.2.1-1/",
        "tutorial with a drawing": "/tutorials/1.2.1-2/",
    }.items():
        examine.at(f"{state}, nothing measured", address)
    assert examine.faults == []


QUESTIONS = {
    "picture and text": "1-2-1-1-letter",
    "picture and drop-downs": "1-2-1-1-closing",
    "table": "1-2-1-2-restore",
    "one choice": "1-2-3-1-hall",
    "several choices": "1-2-1-4-attachments",
    "number": "1-2-3-2-left",
    "date": "1-2-2-3-poster",
    "four fields": "1-2-4-2-slip",
    "files": "1-2-3-3-extract",
    "generated table": "1-2-4-3-mixed",
    "storage": "1-2-3-4-heavy",
}


def test_each_kind_of_question(examine, language):
    sign_in_as(examine.page, REVIEWER[language])
    examine.at("preview", "/preview/1-2-1-1-letter/")
    for state, challenge in QUESTIONS.items():
        preview(examine.page, challenge)
        examine(state)
    assert examine.faults == []


def test_a_folder_browsed_in_the_page(examine, language):
    page = examine.page
    sign_in_as(page, REVIEWER[language])
    preview(page, "1-2-1-3-count-kind")
    examine("folder to download")
    page.locator("a[href$='/folder/']").first.click()
    expect(page.locator("#folder")).to_be_visible()
    examine("folder")
    address = page.url
    examine.at("folder, sorted and searched", f"{address}?search=a&sort=size&down=1&hidden=1")
    page.locator("tbody a").last.click()
    expect(page.locator("#h-file")).to_be_visible()
    examine("folder, a file open")
    examine.at("folder, nothing found", f"{address}?search=zzzzzz")
    assert examine.faults == []


def test_a_timed_question_and_one_not_to_be_left(examine, language, service):
    page = examine.page
    sign_in_as(page, REVIEWER[language])
    sitting = preview(page, "1-2-4-1-menu")
    examine("before the clock")
    page.locator("form[action$='/clock/'] button").click()
    expect(page.get_by_role("timer")).to_be_visible()
    examine("clock")
    service.let_time_pass(sitting.id, seconds=100)
    page.reload()
    examine("clock, time over")
    sitting.skip_one()
    examine("end of a list")
    preview(page, "1-2-3-6-proves")
    examine("not to be left")
    page.evaluate("dispatchEvent(new Event('blur'))")
    examine("not to be left, left")
    assert examine.faults == []


def test_the_pages_of_an_account(examine):
    page = examine.page
    page.goto("/sign-up/")
    for field, text in {
        "first_name": "Lou",
        "last_name": "Test",
        "email": f"lou-{uuid4().hex[:8]}@example.org",
    }.items():
        page.locator(f"main [name={field}]").fill(text)
    page.locator("main [name=password]").fill(PASSWORD)
    page.locator("main [name=terms]").check()
    send(page)
    examine.at("account", "/account/")
    for part in ("email", "password", "language", "delete"):
        examine.at(part, f"/account/{part}/")
        if part != "language":
            send(page)
            examine(f"{part}, with mistakes")
    page.goto("/account/email/")
    page.locator("main [name=email]").fill(f"lou-{uuid4().hex[:8]}@example.org")
    page.locator("main [name=password]").fill(PASSWORD)
    send(page)
    examine("code")
    examine.at("account, address to change", "/account/")
    examine.at("sign out", "/sign-out/")
    assert examine.faults == []
