"""A demonstration from its door to its end, a timed question, a question not to be left, and a problem reported."""

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.pages import Sitting, preview, sign_in_as


@pytest.fixture
def rose(visit):
    page = visit()
    sign_in_as(page, "Rose")
    return page


def test_the_demonstration_is_walked_from_its_door_to_its_corrections(visit, service):
    page = visit()
    page.get_by_role("link", name="See the demonstration").click()
    count = int(page.get_by_text("questions, without an account").inner_text().split()[0])
    page.get_by_role("button", name="Begin").click()
    sitting = Sitting(page)
    number = sitting.id

    while not sitting.is_over:
        sitting.answer()

    expect(page.get_by_role("heading", level=1, name="You have reached the end")).to_be_visible()
    expect(page.locator(".al-verdict")).to_have_count(count)
    assert len(service.stored(number)) == count


def test_reloading_a_timed_question_gives_no_second_more(rose, service):
    sitting = preview(rose, "1-2-4-1-menu")
    expect(rose.get_by_role("heading", name="The next question is timed")).to_be_visible()
    rose.get_by_role("button", name="Start the clock").click()
    expect(rose.get_by_role("timer")).to_contain_text("Time left")
    service.let_time_pass(sitting.id, seconds=40)

    rose.reload()

    assert int(rose.locator("[data-ends-in]").get_attribute("data-ends-in") or 0) <= 50
    service.let_time_pass(sitting.id, seconds=60)
    rose.reload()
    expect(rose.get_by_role("timer")).to_contain_text("The time is over")
    number = sitting.id
    sitting.answer()
    assert [verdict for _, _, verdict in service.stored(number)] == ["out-of-time"]


def test_the_time_is_the_servers_whatever_the_clock_of_the_device_says(rose, service):
    rose.clock.install()
    sitting = preview(rose, "1-2-2-2-tools")
    rose.get_by_role("button", name="Start the clock").click()
    expect(rose.get_by_role("timer")).to_contain_text("Time left")
    number = sitting.id

    rose.clock.fast_forward("10:00")
    expect(rose.get_by_role("timer")).to_contain_text("The time is over")
    sitting.answer()

    assert [verdict for _, _, verdict in service.stored(number)] == ["wrong"]


def test_leaving_a_question_to_answer_on_this_page_shows_a_reminder_and_costs_nothing(rose, service):
    sitting = preview(rose, "1-2-1-6-resolve")
    number, reminder = sitting.id, rose.get_by_text("You have left the page.")
    expect(rose.get_by_text("Stay on this page")).to_be_visible()
    expect(reminder).to_be_hidden()

    leave_for_a_moment(rose)
    expect(reminder).to_be_visible()
    sitting.answer()

    assert [verdict for _, _, verdict in service.stored(number)] == ["wrong"]


def leave_for_a_moment(page: Page) -> None:
    # Playwright makes each page believe it has the focus, unless told.
    page.context.new_cdp_session(page).send("Emulation.setFocusEmulationEnabled", {"enabled": False})
    page.context.new_page().bring_to_front()
    page.bring_to_front()


def test_a_problem_is_reported_after_a_way_to_help_oneself(visit):
    sitting = Sitting.tried(visit())
    page = sitting.page
    page.get_by_role("link", name="Report a problem").click()

    page.get_by_label("What is it about?").select_option("cannot-open")
    page.get_by_role("button", name="Send the report").click()
    expect(page.get_by_role("alert")).to_contain_text("Your message is empty")
    expect(page.get_by_text("Something to try first")).to_be_visible()
    expect(page.get_by_label("What is it about?")).to_have_value("cannot-open")

    page.get_by_label("What did you see?").fill("The archive asks for a program I do not have.")
    page.get_by_role("button", name="Send the report").click()
    expect(page.get_by_role("heading", level=1, name="Thank you")).to_be_visible()
    page.get_by_role("link", name="Back to the test").click()
    expect(sitting.at(1)).to_be_visible()


def test_a_message_typed_without_saying_what_it_is_about_is_kept(visit):
    sitting = Sitting.tried(visit())
    page = sitting.page
    page.goto(f"{page.url}questions/1/report/")

    page.get_by_label("What did you see?").fill("Nothing shows.")
    page.get_by_label("What is it about?").evaluate("select => { select.value = ''; }")
    page.get_by_role("button", name="Send the report").click()

    expect(page.get_by_role("alert")).to_be_visible()
    expect(page.get_by_label("What did you see?")).to_have_value("Nothing shows.")
