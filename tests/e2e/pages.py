"""The few screens journeys go through, as one sees them."""

from playwright.sync_api import Locator, Page, expect

ANY_TEXT = "14/03/2025"  # read as a text, and as a date
ANY_NUMBER = "1"


def sign_in_as(page: Page, name: str) -> None:
    """Enter as one of the people of the demonstration."""
    page.goto("/sign-in/")
    page.get_by_role("button", name=name).click()
    expect(page.locator(".al-account")).to_contain_text(name)


def preview(page: Page, challenge: str) -> "Sitting":
    """Meet one very question, as a reviewer does."""
    page.goto(f"/preview/{challenge}/")
    page.locator("#preview button").click()
    page.wait_for_url("**/sittings/*/")
    return Sitting(page)


class Sitting:
    """A test being taken."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.form = page.locator("form[data-answer]")
        self.heading = page.locator("#run h1")
        self.submit = self.form.locator("button:not([name=skip])")
        self.skip = self.form.locator("button[name=skip]")
        self.receipt = page.locator("#receipt")

    @classmethod
    def tried(cls, page: Page) -> "Sitting":
        """Begin without an account, from the first page."""
        page.goto("/")
        page.locator(".al-hero form button").click()
        page.wait_for_url("**/sittings/*/")
        return cls(page)

    @property
    def id(self) -> str:
        return self.page.locator("#run").get_attribute("data-sitting") or ""

    @property
    def position(self) -> int:
        return int(self.page.locator("#run").get_attribute("data-position") or 0)

    @property
    def is_over(self) -> bool:
        return self.page.locator("#run:not([data-position])").count() > 0

    @property
    def is_at_checkpoint(self) -> bool:
        return self.page.locator("form[action$='/continue/']").count() > 0

    def at(self, position: int) -> Locator:
        """The screen of a question, once it is there."""
        return self.page.locator(f"#run[data-position='{position}']")

    def fill(self) -> None:
        """Give some answer, whatever is asked."""
        for control in self.form.locator("select").all():
            control.select_option(index=1)
        for control in self.form.locator("input[type=text]").all():
            control.fill(ANY_NUMBER if control.get_attribute("inputmode") == "decimal" else ANY_TEXT)
        for control in self.form.locator("input[type=radio]").all()[:1]:
            control.check()
        for control in self.form.locator("input[type=checkbox]").all()[:2]:
            control.check()

    def answer(self) -> None:
        """Answer, and wait for what comes next."""
        self.fill()
        self._then(self.submit)

    def skip_one(self) -> None:
        self._then(self.skip)

    def skip_to_checkpoint(self) -> None:
        while not self.is_at_checkpoint:
            self.skip_one()

    def _then(self, button: Locator) -> None:
        asked = self.position
        button.click()
        expect(self.page.locator(f"#run:not([data-position='{asked}'])")).to_be_visible()

    def go_on(self) -> None:
        self.page.locator("form[action$='/continue/'] button").click()
        expect(self.form).to_be_visible()

    def finish(self) -> None:
        self.page.locator("form[action$='/finish/'] button").click()
        expect(self.page.locator("h1.al-display")).to_be_visible()


def fits(page: Page) -> bool:
    """Nothing sticks out of the screen sideways."""
    return bool(page.evaluate("document.scrollingElement.scrollWidth <= innerWidth"))
