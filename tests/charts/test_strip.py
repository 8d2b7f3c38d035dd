"""Places over time: one scale for every strip, blank days hatched, the table says when."""

from diary.charts.strip import MOST_ROWS, Slot, StripRow, strip_chart
from tests.charts.samples import FIRST, day, marks, words

WEEK = [Slot(day(n), 1, 0 if n == 2 else 1) for n in range(7)]


def test_each_place_names_its_days_as_runs() -> None:
    row = StripRow("left calf", (1, 1, 0, 0, 1, 0, 1))
    table = strip_chart("s", "Places", WEEK, [row]).table
    assert table.rows == (("left calf", "4", "30 April to 1 May 2026; 4 May 2026; 6 May 2026"),)


def test_a_blank_day_is_hatched_and_no_mark() -> None:
    chart = strip_chart("s", "Places", WEEK, [StripRow("left calf", (0,) * 7)])
    assert "not filled in" in words(chart.wide)
    assert len(marks(chart.wide, fill="url(#s-wide-hatch)")) == 2  # the key and the row
    assert [m for m in marks(chart.wide) if m.tag.endswith("path") and m.get("fill") == "#0B6B70"] == []


def test_weeks_are_shaded_on_one_scale_whatever_the_fullest() -> None:
    slots = [Slot(day(0), 7, 7), Slot(day(7), 7, 7)]
    chart = strip_chart("s", "Places", slots, [StripRow("left calf", (2, 1))], "week")
    light = [mark for mark in marks(chart.wide) if mark.get("class") == "fill-seq-1 stroke-neutral"]
    assert [mark.get("d", "").count("M") for mark in light] == [1, 2]  # the key, and both weeks
    assert {"1 to 2 days", "3 to 4", "5 to 6", "7"} <= set(words(chart.wide))


def test_places_beyond_a_dozen_are_told_of() -> None:
    rows = [StripRow(f"place {n}", (1,) * 7) for n in range(MOST_ROWS + 2)]
    chart = strip_chart("s", "Places", WEEK, rows)
    assert "2 more places in the table" in chart.description
    assert len(chart.table.rows) == MOST_ROWS + 2


def test_months_are_named_in_the_table() -> None:
    chart = strip_chart("s", "Places", [Slot(FIRST.replace(day=1), 30, 9)], [StripRow("calf", (3,))], "month")
    assert chart.table.rows == (("calf", "3", "April 2026"),)
