"""Looks at a page as it is now: accessibility rules in light and in dark, and nothing lost on a very narrow screen."""

import json
from typing import Any

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from tests.e2e.conftest import DESKTOP
from tests.e2e.pages import fits
from tests.e2e.watch import Watch

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
EVERY_RULE = {"type": "tag", "values": TAGS}
# A theme changes colours and nothing else: the rules on structure would find again what they found in light.
RULES_ON_COLOURS = {"type": "rule", "values": ["color-contrast", "link-in-text-block"]}
# 1280 px at 400 %: what WCAG 1.4.10 calls reflow.
ZOOMED = {"width": 320, "height": 256}


class Examiner:
    """Keeps the names of the states it saw, and their faults."""

    def __init__(self, page: Page, watch: Watch) -> None:
        self.page, self.watch = page, watch
        self.states: list[str] = []
        self.faults: list[str] = []

    def __call__(self, state: str) -> None:
        """Examine the page in the state it is in."""
        self.states.append(state)
        self.page.emulate_media(color_scheme="light", reduced_motion="reduce")
        self._follow_the_rules(state, EVERY_RULE)
        self.page.emulate_media(color_scheme="dark", reduced_motion="reduce")
        self._follow_the_rules(f"{state}, dark", RULES_ON_COLOURS)
        self.page.set_viewport_size(ZOOMED)
        if not fits(self.page):
            self.faults.append(f"{state}: wider than the screen at 400 %: {self.page.evaluate(WIDE)}")
        self.page.set_viewport_size(DESKTOP)

    def at(self, state: str, address: str) -> None:
        """Go to an address, and examine it."""
        self.page.goto(address)
        self(state)

    def _follow_the_rules(self, state: str, rules: dict[str, Any]) -> None:
        if not self.page.evaluate("typeof axe === 'object'"):
            self.page.evaluate(Axe().axe_script)
        options = json.dumps({"runOnly": rules, "resultTypes": ["violations"]})
        found = self.page.evaluate(f"axe.run({options}).then((results) => results.violations)")
        for violation in found:
            nodes = [node["html"][:120] for node in violation["nodes"][:3]]
            self.faults.append(f"{state}: {violation['id']}, {violation['help']}: {nodes}")


WIDE = """
() => [...document.querySelectorAll("main *")].filter((one) => one.getBoundingClientRect().right > innerWidth + 1)
  .slice(0, 3).map((one) => one.outerHTML.slice(0, 100))
"""
