"""A hand that counts what it does to a page: every tap, every key."""

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
