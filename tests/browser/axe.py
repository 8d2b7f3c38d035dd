"""What axe says against a page, and the sizes and colours it is asked about."""

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}

# Widths in CSS pixels. Every page meets all four pairs; what opens on a page meets the two that differ most.
EVERY_LOOK = [(320, "light"), (320, "dark"), (1280, "light"), (1280, "dark")]
TWO_LOOKS = [(320, "light"), (1280, "dark")]


def problems(page: Page) -> list[str]:
    found = Axe().run(page, options=RULES).response["violations"]
    return [f"{each['id']}: {node['html'][:120]}" for each in found for node in each["nodes"]]
