"""The colours the PDF reads are the colours the browser shows."""

import re
from pathlib import Path

import pytest
from django.conf import settings

from diary.charts.palette import PAGE, PAPER, SCREEN

CSS = Path(settings.BASE_DIR) / "diary/static/diary/css"
TOKENS = {"neutral": "chart-neutral", "label": "chart-ink", "line": "chart-line", "hatch": "chart-hatch"}


@pytest.mark.parametrize("tone", sorted(SCREEN))
def test_a_tone_has_the_light_value_of_its_token(tone: str) -> None:
    tokens = dict(re.findall(r"--([\w-]+): light-dark\((#\w+),", (CSS / "tokens.css").read_text()))
    assert SCREEN[tone] == tokens[TOKENS.get(tone, tone)]


def test_the_page_has_the_colours_of_its_token() -> None:
    tokens = (CSS / "tokens.css").read_text()
    assert f"--bg: light-dark({PAGE['light']}, {PAGE['dark']});" in tokens


def test_paper_has_a_grey_for_every_tone() -> None:
    assert set(PAPER) == set(SCREEN)
    assert all(grey[1:3] == grey[3:5] == grey[5:7] for grey in PAPER.values())


def test_every_class_of_a_mark_is_in_the_style_sheet() -> None:
    sheet = (CSS / "charts.css").read_text()
    assert all(f".fill-{tone} " in sheet for tone in SCREEN if tone != "hatch")
    assert all(
        f".stroke-{tone} " in sheet
        for tone in ("ink", "neutral", "line", "hatch", "surface", "series-1", "series-2")
    )
    assert not re.search(r"#[0-9a-fA-F]{3,6}\b", sheet)
