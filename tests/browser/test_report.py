"""Page 1 from the browser's own printer: one sheet, dark on white."""

import io
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pdfplumber
import pytest
from django.utils import timezone

from diary.models import User
from tests.factories import make_day, make_episode, make_user

PLACES = [("eyelid_lower", "left"), ("calf", "right"), ("thumb", "left"), ("widespread", ""), ("jaw", "left")]


def full_month() -> User:
    user = make_user("alice")
    now = timezone.now()
    for n in range(90):
        site, side = PLACES[n % len(PLACES)]
        make_episode(
            user, now - timedelta(days=n % 28, minutes=400 + 7 * n), 30 + 7 * n, site=site, side=side
        )
    for n in range(28):
        make_day(user, (now - timedelta(days=n)).date(), twitching="yes", sleep_hours=7, stress=n % 11)
    return user


@pytest.mark.parametrize("paper", ["A4", "Letter"])
def test_the_report_prints_on_one_sheet_dark_on_white(
    open_page: Callable[..., Any], signed_in: Callable[..., Any], paper: str
) -> None:
    page = open_page("/report/preview/", signed_in(full_month()), color_scheme="dark")
    sheet, second, *_ = pdfplumber.open(io.BytesIO(page.pdf(format=paper, print_background=True))).pages
    text = sheet.extract_text()
    needed = ("Asked about", "What I want to ask", "Not a diagnosis", "Page 1")
    assert [words for words in needed if words not in text] == []
    assert second.extract_text().startswith("Details")
    assert [words for words in ("Get PDF", "Sign out", "Look it over") if words in text] == []
    plain = [letter for letter in sheet.chars if letter["top"] < 100]
    assert {max(letter["non_stroking_color"]) for letter in plain} == {0}
    areas = [box for box in sheet.rects if box["width"] > 300 and box["height"] > 20 and box["fill"]]
    assert {min(area["non_stroking_color"]) for area in areas} <= {1}
