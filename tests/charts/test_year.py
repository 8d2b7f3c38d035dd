"""A year at a glance: each day a square, told apart by its shape."""

from datetime import date, timedelta

import pytest

from diary.charts.year import year_chart
from tests.charts.samples import marks

EVERY_DAY = {date(2024, 1, 1) + timedelta(n): "twitching" for n in range(366)}


def test_the_table_counts_every_month_and_leaves_days_to_come_out() -> None:
    states = {date(2024, 2, 28): "twitching", date(2024, 2, 29): "blank", date(2024, 3, 1): "none"}
    rows = year_chart("y", "2024", 2024, states).table.rows
    assert len(rows) == 12
    assert rows[1:3] == (("February", "1", "0", "1"), ("March", "0", "1", "0"))


@pytest.mark.parametrize("drawing", ["wide", "narrow"])
def test_a_leap_year_has_366_squares(drawing: str) -> None:
    svg = getattr(year_chart("y", "2024", 2024, EVERY_DAY), drawing)
    squares = [mark.get("d", "").count("z") for mark in marks(svg, fill="#0B6B70")]
    assert sum(squares) == 366


def test_a_day_without_twitching_has_a_smaller_square() -> None:
    both = {date(2024, 1, 1): "twitching", date(2024, 1, 2): "none"}
    full, small = (
        mark.get("d", "").split("h")[1]
        for mark in marks(year_chart("y", "2024", 2024, both).wide)
        if mark.tag.endswith("path") and mark.get("class", "").startswith(("fill-series-1", "fill-surface"))
    )
    assert float(full.split("v")[0]) > 2 * float(small.split("v")[0])
