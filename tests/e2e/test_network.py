"""The network is cut: what was answered is kept, said to be unsaved, and saved by itself, once."""

import pytest
from playwright.sync_api import Page, Request, Route, expect

from tests.e2e.pages import Sitting, preview, sign_in_as


@pytest.fixture
def sitting(visit):
    begun = Sitting.tried(visit())
    visit.watch(begun.page).network_is_cut = True
    return begun


def band(page: Page):
    return page.locator("#not-saved")


def drop_the_next_response(page: Page) -> list[str | None]:
    """Let the next answer reach the server, and its response get lost on the way back; then let all through."""
    receipts: list[str | None] = []

    def lose(route: Route) -> None:
        receipts.append(route.fetch().headers.get("x-receipt"))
        page.unroute("**/answer/")
        route.abort("connectionreset")

    page.route("**/answer/", lose)
    return receipts


def test_an_answer_sent_offline_is_kept_and_saved_by_itself(sitting, service):
    sitting.fill()
    sitting.page.context.set_offline(True)
    sitting.submit.click()

    expect(band(sitting.page)).to_contain_text("Answer not saved yet")
    assert (sitting.position, service.stored(sitting.id)) == (1, [])

    sitting.page.context.set_offline(False)
    expect(sitting.at(2)).to_be_visible()
    expect(sitting.receipt).to_contain_text("Answer 1 saved")
    expect(band(sitting.page)).to_be_hidden()
    assert [position for position, _, _ in service.stored(sitting.id)] == [1]


def test_an_answer_that_waits_for_its_receipt_cannot_be_changed(sitting):
    sitting.fill()
    sitting.page.context.set_offline(True)
    sitting.submit.click()
    expect(band(sitting.page)).to_be_visible()

    expect(sitting.form.locator("[data-given]")).to_have_attribute("inert", "")

    sitting.page.context.set_offline(False)
    expect(sitting.at(2)).to_be_visible()


def test_when_the_response_is_lost_the_retry_gets_the_same_receipt(sitting, service):
    lost = drop_the_next_response(sitting.page)
    sitting.fill()

    with sitting.page.expect_response(lambda response: response.url.endswith("/answer/")) as second:
        sitting.submit.click()

    expect(sitting.at(2)).to_be_visible()
    expect(band(sitting.page)).to_be_hidden()
    assert lost == [second.value.header_value("x-receipt")]
    assert lost[0] is not None
    assert len(service.stored(sitting.id)) == 1


def test_a_skipped_question_is_sent_again_as_skipped(sitting, service):
    sitting.page.context.set_offline(True)
    sitting.skip.click()
    expect(band(sitting.page)).to_be_visible()

    sitting.page.context.set_offline(False)
    expect(sitting.at(2)).to_be_visible()

    assert [verdict for _, _, verdict in service.stored(sitting.id)] == ["skipped"]


def test_an_unsent_answer_is_sent_again_when_one_comes_back_to_the_page(sitting, service):
    page = sitting.page
    page.on("dialog", lambda dialog: dialog.accept())
    sitting.fill()
    page.context.set_offline(True)
    sitting.submit.click()
    expect(band(page)).to_be_visible()
    address = page.url
    page.route("**/answer/", lambda route: route.abort())
    page.context.set_offline(False)

    page.goto("/competences/")
    page.unroute("**/answer/")
    page.goto(address)

    expect(sitting.at(2)).to_be_visible()
    assert [position for position, _, _ in service.stored(sitting.id)] == [1]


def test_after_an_answer_came_through_nothing_is_sent_again(sitting, service):
    posts: list[Request] = []
    sitting.page.on("request", lambda request: posts.append(request) if request.method == "POST" else None)
    sitting.answer()

    sitting.page.reload()
    expect(sitting.at(2)).to_be_visible()
    sitting.answer()

    assert sitting.page.evaluate("Object.keys(sessionStorage).filter((name) => name.startsWith('answer-'))") == []
    assert len(posts) == 2


def test_when_the_session_has_ended_the_answer_waits_for_the_person_to_sign_in(visit, service):
    page = visit()
    sign_in_as(page, "Rose")
    sitting = preview(page, "1-2-4-1-bus")
    number, address = sitting.id, page.url
    page.context.clear_cookies(name="session")

    sitting.fill()
    sitting.submit.click()
    expect(page.locator("#sign-in")).to_be_visible()
    assert service.stored(number) == []

    sign_in_as(page, "Rose")
    page.goto(address)
    expect(page.get_by_role("heading", name="You have reached the end")).to_be_visible()
    assert [position for position, _, _ in service.stored(number)] == [1]
