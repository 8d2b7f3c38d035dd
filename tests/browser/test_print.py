"""Ctrl+P on any page: black on white, what is folded unfolded, without the machinery (ux R-15, 8.4)."""

import io
from typing import Any

import pdfplumber
import pytest

from tests.browser.conftest import Opener
from tests.browser.test_report import full_month

# Each page with words of a table or an answer that is on its paper, and the button that is not.
PAGES = {
    "/today/": ("So far today", "It is twitching now"),
    "/diary/calendar/": ("Twitching", "Fill in"),
    "/patterns/time/": ("Days with twitching", "Show as table"),
    "/patterns/places/": ("On the figure", "Show as table"),
    "/report/": ("filled in", "Get PDF"),
    "/help/": ("Call your emergency number", "Sign out"),
    "/checkin/": ("Sleep last night", "Save"),
}
PALEST = 0.55
"""How light ink may be; grey words are darker than that."""
SOME = 0.2
"""Share of a sheet of words, lines and pictures that ink covers; a dark page is all ink."""


def inks(sheets: list[Any]) -> set[float]:
    """Return how light each letter is, but those on a mark of their own, which is dark."""
    return {max(letter["non_stroking_color"]) for sheet in sheets for letter in sheet.chars}


def most_ink(sheets: list[Any]) -> float:
    """Return the largest share of a sheet that is not white."""
    drawn = [sheet.to_image(resolution=36).original.convert("L") for sheet in sheets]
    return max(sum(picture.histogram()[:200]) / (picture.width * picture.height) for picture in drawn)


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no scripts"])
def test_any_page_prints_black_on_white_with_its_tables_open(
    open_page: Opener, signed_in: Any, afternoon: None, scripts: bool
) -> None:
    page = open_page("/today/", signed_in(full_month()), color_scheme="dark", java_script_enabled=scripts)
    for path, (on_paper, machinery) in PAGES.items():
        page.goto(path)
        sheets = pdfplumber.open(io.BytesIO(page.pdf(format="A4", print_background=True))).pages
        text = " ".join(sheet.extract_text() for sheet in sheets)
        assert (path, on_paper in text, machinery in text) == (path, True, False)
        assert (path, most_ink(sheets) < SOME) == (path, True)
        assert (path, {ink for ink in inks(sheets) if PALEST < ink < 1}) == (path, set())
