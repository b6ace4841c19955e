"""Walking with the keyboard alone: at each step the focus is somewhere, it shows, and nothing covers it."""

from playwright.sync_api import Locator, Page, expect

from tests.e2e.pages import ANY_NUMBER, ANY_TEXT

# The look of the focused thing and of what stands for it (a drawn box beside a hidden radio, the text of a summary).
SHOWN = """
() => {
  const focused = document.activeElement;
  if (!focused || focused === document.body) return "";
  const stands = [focused, ...(focused.labels ?? []), ...focused.children, focused.parentElement];
  const look = () => stands.flatMap((one) => ["", "::before", "::after"].map((part) => {
    const style = getComputedStyle(one, part || null);
    return [style.outline, style.boxShadow, style.border, style.backgroundColor, style.textDecoration].join();
  })).join("|");
  const words = focused.getAttribute("aria-label") ?? focused.textContent.trim().slice(0, 40);
  const named = `<${focused.tagName.toLowerCase()}> ${words}`;

  const seen = [focused, ...(focused.labels ?? [])].some((one) => {
    const box = one.getBoundingClientRect();
    const [left, right] = [Math.max(box.left, 0), Math.min(box.right, innerWidth)];
    const [top, bottom] = [Math.max(box.top, 0), Math.min(box.bottom, innerHeight)];
    if (right - left < 2 || bottom - top < 2) return false;
    return [0.1, 0.5, 0.9].some((x) => [0.1, 0.5, 0.9].some((y) => {
      const there = document.elementFromPoint(left + x * (right - left), top + y * (bottom - top));
      return there && (one.contains(there) || there.contains(one) && one.tagName === "INPUT");
    }));
  });
  if (!seen) return `covered or out of sight: ${named}`;

  const lit = look();
  focused.blur();
  const dark = look();
  focused.focus({ preventScroll: true });
  return lit === dark ? `no visible focus: ${named}` : "";
}
"""


class Keyboard:
    """Tab, Enter, Space and arrows; no mouse."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.stops = 0

    def to(self, target: Locator) -> None:
        """Tab until the target has the focus, looking at each stop."""
        expect(target).to_be_visible()
        for _ in range(120):
            self.page.keyboard.press("Tab")
            self.stops += 1
            fault = self.page.evaluate(SHOWN)
            assert not fault, fault
            if target.evaluate("element => element === document.activeElement"):
                return
        raise AssertionError(f"Tab never reaches {target}.")

    def press(self, target: Locator, key: str = "Enter") -> None:
        """Go to a link or a button, and use it."""
        self.to(target)
        self.page.keyboard.press(key)

    def type(self, target: Locator, text: str) -> None:
        """Go to a field, and write in it."""
        self.to(target)
        self.page.keyboard.type(text)

    def fill(self, form: Locator) -> set[str]:
        """Answer whatever is asked, and say which kinds of control were met."""
        met = set()
        for control in form.locator("select, input[type=text]").all():
            self._give(control)
            met.add("select" if control.evaluate("c => c.tagName") == "SELECT" else "text")
        if form.locator("input[type=radio]").count():
            self.to(form.locator("input[type=radio]").first)
            self.page.keyboard.press("ArrowDown")
            met.add("radio")
        for box in form.locator("input[type=checkbox]").all()[:2]:
            self.press(box, "Space")
            met.add("checkbox")
        return met

    def _give(self, control: Locator) -> None:
        self.to(control)
        if control.evaluate("c => c.tagName") == "SELECT":
            self.page.keyboard.press("ArrowDown")
        else:
            number = control.get_attribute("inputmode") == "decimal"
            self.page.keyboard.type(ANY_NUMBER if number else ANY_TEXT)
