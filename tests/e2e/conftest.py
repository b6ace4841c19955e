"""A real browser in front of the real product; each journey has a browser profile of its own, and is watched."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright

from tests.e2e.service import Service
from tests.e2e.watch import Watch

ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
DESKTOP = {"width": 1280, "height": 900}
# People of the staff may preview any question: this is how a journey meets the very one it is about.
REVIEWERS = """
from datetime import datetime, UTC
from domain.accounts.actions import Newcomer, create_demo_person
from domain.accounts.models import Person
from sites.common.accounts.legal import both_in_force
now = datetime.now(UTC)
for name, language in (("Rose", "en"), ("Nora", "en"), ("Noor", "fr")):
    newcomer = Newcomer(name, "Review", f"{name.lower()}@demo.invalid", "Demo-people-have-0-password", language)
    create_demo_person(newcomer, agreed=both_in_force(now.date()), at=now)
Person.objects.filter(last_name="Review").update(is_staff=True)
"""

expect.set_options(timeout=15_000)


@pytest.fixture(scope="session")
def chromium() -> str:
    """The browser of this machine; without one, each journey is skipped and says so."""
    path = os.environ.get("CHROMIUM", "/usr/bin/chromium")
    if not path or not Path(path).exists():
        pytest.skip("No Chromium here: install one, or give its path in CHROMIUM, to walk the journeys.")
    return path


@pytest.fixture(scope="session")
def service(chromium: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Service]:
    """The product, prepared and served as `run.py up` does."""
    made = Service(tmp_path_factory.mktemp("service"))
    made.manage("prepare")
    made.manage("shell", "--verbosity", "0", "--command", REVIEWERS)
    yield made.start()
    made.stop()


@pytest.fixture(scope="session")
def browser(chromium: str) -> Iterator[Browser]:
    with sync_playwright() as playwright:
        # Going back to a page kept in memory is what people meet; Playwright turns it off unless told.
        launched = playwright.chromium.launch(
            executable_path=chromium, args=ARGUMENTS, ignore_default_args=["--disable-back-forward-cache"]
        )
        yield launched
        launched.close()


class Visit:
    """Opens pages, each in a profile of its own, and remembers what they complained about."""

    def __init__(self, browser: Browser, url: str) -> None:
        self.browser, self.url = browser, url
        self.watched: list[tuple[BrowserContext, Watch]] = []

    def __call__(self, **wishes: Any) -> Page:
        """A new profile, and its first page at the first address."""
        asked = {"locale": "en-GB", "viewport": DESKTOP, "reduced_motion": "reduce", **wishes}
        context = self.browser.new_context(base_url=self.url, **asked)
        self.watched.append((context, Watch(self.url).over(context)))
        page = context.new_page()
        page.goto("/")
        return page

    def watch(self, page: Page) -> Watch:
        """The watch over a page, to say what the journey provokes."""
        return next(watch for context, watch in self.watched if context is page.context)

    def close(self) -> list[str]:
        """End all the profiles, and give their faults."""
        for context, _ in self.watched:
            context.close()
        return [fault for _, watch in self.watched for fault in watch.faults]


@pytest.fixture
def visit(browser: Browser, service: Service) -> Iterator[Callable[..., Page]]:
    opened = Visit(browser, service.url)
    yield opened
    assert opened.close() == []
