"""Hands on a page: one that counts its taps and keys, and one that has no pointer."""

from playwright.sync_api import Locator, Page


class Hand:
    """Taps what can be seen and hit, after scrolling to it; what lies folded away needs a tap of its own."""

    def __init__(self, page: Page) -> None:
        self.page, self.taps, self.keys = page, 0, 0

    def tap(self, role: str, name: str) -> None:
        """Tap the first button, link or chip so named."""
        self.tap_on(self.page.get_by_role(role, name=name).first)

    def tap_on(self, what: Locator) -> None:
        what.click()
        self.taps += 1

    def press(self, *keys: str) -> None:
        for key in keys:
            self.page.keyboard.press(key)
        self.keys += len(keys)

    def type(self, words: str) -> None:
        """Type as a person does: every letter is a key."""
        self.press(*words)


# Whether the focus is on the element, or on a radio of its group, from where the arrows lead to it.
FOCUS = """(e) => {
  const on = document.activeElement;
  if (on === e) return "here";
  return on.type === "radio" && e.type === "radio" && on.name === e.name ? "group" : "elsewhere";
}"""
LONGEST_WAY = 150


class Keys(Hand):
    """Does the same without a pointer: Tab up to it, arrows among radios, then Enter or the space bar."""

    def tap_on(self, what: Locator) -> None:
        what.wait_for()
        for _ in range(LONGEST_WAY):
            focus = what.evaluate(FOCUS)
            if focus == "here":
                break
            self.press("ArrowRight" if focus == "group" else "Tab")
        assert focus == "here", f"Keys do not reach {what}"
        self.press("Space" if what.get_attribute("type") in ("radio", "checkbox") else "Enter")
