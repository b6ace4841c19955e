"""Ada comes back, in two tabs, with the back button, with a nervous finger: each question is answered once."""

from playwright.sync_api import expect

from tests.e2e.pages import Sitting, sign_in_as


def test_ada_resumes_where_she_was(visit, service):
    page = visit()
    sign_in_as(page, "Ada")

    page.locator(".al-next a").first.click()
    sitting = Sitting(page)
    position = sitting.position

    assert position == len(service.stored(sitting.id)) + 1
    expect(sitting.receipt).to_be_visible()
    page.locator("header a").last.click()
    expect(page.locator(".al-next")).to_contain_text(f"Question {position}")


def test_of_two_tabs_the_late_one_is_shown_the_question_that_is_open(visit, service):
    first = Sitting.tried(visit())
    visit.watch(first.page).statuses.add(409)
    second = Sitting(first.page.context.new_page())
    second.page.goto(first.page.url)

    first.answer()
    second.fill()
    second.submit.click()

    expect(second.at(2)).to_contain_text("The page has been updated")
    expect(second.heading).to_have_text(first.heading.inner_text())
    expect(second.heading).to_be_focused()
    assert len(service.stored(first.id)) == 1


def test_the_late_tab_goes_on_from_the_question_that_is_open(visit, service):
    first = Sitting.tried(visit())
    visit.watch(first.page).statuses.add(409)
    second = Sitting(first.page.context.new_page())
    second.page.goto(first.page.url)

    first.skip_one()
    second.skip.click()
    expect(second.at(2)).to_be_visible()
    second.skip_one()

    assert [position for position, _, _ in service.stored(first.id)] == [1, 2]


def test_the_back_button_never_shows_a_question_that_was_answered(visit, service):
    sitting = Sitting.tried(visit())
    sitting.answer()
    page = sitting.page

    page.get_by_role("link", name="Pause").click()
    expect(page.locator("#home")).to_be_visible()
    page.evaluate("history.back()")

    expect(sitting.at(2)).to_be_visible()
    sitting.answer()
    assert [position for position, _, _ in service.stored(sitting.id)] == [1, 2]


def test_the_back_button_without_script_leads_to_the_question_that_is_open(visit, service):
    page = visit(java_script_enabled=False)
    visit.watch(page).statuses.add(409)
    sitting = Sitting.tried(page)
    sitting.answer()

    page.get_by_role("link", name="Pause").click()
    page.evaluate("history.back()")
    expect(sitting.form).to_be_visible()
    sitting.skip.click()

    expect(sitting.form).to_be_visible()
    assert sitting.position == len(service.stored(sitting.id)) + 1


def test_a_question_reloaded_is_the_same_question(visit):
    sitting = Sitting.tried(visit())
    sitting.answer()
    asked = sitting.heading.inner_text()

    sitting.page.reload()

    expect(sitting.at(2).locator("h1")).to_have_text(asked)


def test_a_double_click_on_submit_answers_once(visit, service):
    sitting = Sitting.tried(visit())
    sitting.fill()

    sitting.submit.dblclick()

    expect(sitting.at(2)).to_be_visible()
    expect(sitting.receipt).to_contain_text("Answer 1 saved")
    assert [position for position, _, _ in service.stored(sitting.id)] == [1]


def test_a_double_click_without_script_answers_once(visit, service):
    sitting = Sitting.tried(visit(java_script_enabled=False))
    sitting.fill()

    sitting.submit.dblclick()

    expect(sitting.at(2)).to_be_visible()
    assert [position for position, _, _ in service.stored(sitting.id)] == [1]
