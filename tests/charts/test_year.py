"""A year at a glance: each day a square, told apart by its shape."""

from datetime import date, timedelta

import pytest

from diary.charts.year import year_chart
from tests.charts.samples import drawn, marks

EVERY_DAY = {date(2024, 1, 1) + timedelta(n): "twitching" for n in range(366)}


def test_the_table_says_what_is_known_of_each_day_and_leaves_days_to_come_out() -> None:
    states = {date(2024, 3, 1): "none", date(2024, 2, 28): "twitching", date(2024, 2, 29): "blank"}
    assert year_chart("y", "2024", 2024, states).table.rows == (
        ("28 February 2024", "yes"),
        ("29 February 2024", "not filled in"),
        ("1 March 2024", "no"),
    )


def test_a_pointer_finds_each_day_where_its_square_is() -> None:
    states = {date(2024, 1, day): "twitching" for day in (1, 2, 7, 8, 10)}
    chart = year_chart("y", "2024", 2024, states)
    areas = [area.split() for area in (drawn(chart.wide).get("data-areas") or "").split(";")]
    rows_and_downs = [(int(area[4]), int(area[5])) for area in areas]
    assert rows_and_downs == [(0, 2), (2, 1), (3, 1), (4, 1)]  # Monday and Tuesday, Sunday; Monday, Wednesday
    assert areas[0][:2] == [areas[1][0], areas[2][1]]
    assert areas[0][0] < areas[2][0]


@pytest.mark.parametrize("drawing", ["wide", "narrow"])
def test_every_day_of_a_year_is_found_once(drawing: str) -> None:
    svg = drawn(getattr(year_chart("y", "2024", 2024, EVERY_DAY), drawing))
    areas = [list(map(float, area.split())) for area in (svg.get("data-areas") or "").split(";")]
    found = [int(row) + n for *_, row, down, _, _ in areas for n in range(int(down))]
    assert found == list(range(366))


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
