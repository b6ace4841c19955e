"""The picture of the README: a real question with a folder. `python3 run.py shots` takes it again."""

import os
from pathlib import Path

from playwright.sync_api import expect

from tests.e2e.pages import preview, sign_in_as

PICTURE = Path(__file__).resolve().parents[2] / "docs" / "screen.png"


def test_the_question_of_the_readme_can_be_met_and_its_picture_taken(visit):
    page = visit(viewport={"width": 1280, "height": 900}, color_scheme="light")
    sign_in_as(page, "Rose")

    preview(page, "1-2-1-4-same-name")

    expect(page.locator(".al-file")).to_be_visible()
    expect(page.get_by_role("button", name="Submit")).to_be_visible()
    if os.environ.get("SHOTS"):
        page.screenshot(path=PICTURE)
    assert PICTURE.exists(), "Take it: python3 run.py shots"
