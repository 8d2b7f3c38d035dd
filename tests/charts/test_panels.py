"""Small multiples: one time axis, gaps stay gaps, what happened in between is marked."""

from dataclasses import replace
from datetime import date

from diary.charts.marks import Mark
from diary.charts.panels import Panel, panels_chart
from diary.charts.strip import Slot
from tests.charts.samples import day, marks, words

SLOTS = [Slot(day(n), 1, 1) for n in range(5)]


def panel(values: tuple[float | None, ...], tone: str = "") -> Panel:
    said = tuple("not recorded" if value is None else f"{value:g} h" for value in values)
    return Panel("Sleep", values, said, 0, 10, "0", "10 h", tone)


def test_the_table_has_a_row_for_each_slot_and_names_the_marks() -> None:
    chart = panels_chart("p", "Days", SLOTS[:2], [panel((7, None))], [Mark(day(1), "visit")])
    assert chart.table.header == ("Day", "Sleep", "Marks")
    assert chart.table.rows == (("30 April 2026", "7 h", "-"), ("1 May 2026", "not recorded", "visit"))
    assert chart.numbers().rows == ((date(2026, 4, 30), date(2026, 4, 30), 7), (day(1), day(1), None))


def test_a_line_breaks_where_nothing_was_said() -> None:
    chart = panels_chart("p", "Days", SLOTS, [panel((7, 8, None, 6, 5))])
    line, dots = (mark.get("d", "") for mark in marks(chart.wide, stroke="#2F3480"))
    assert (line.count("M"), line.count("L"), dots.count("M")) == (2, 2, 4)


def test_a_zero_has_a_mark_and_what_is_missing_has_none() -> None:
    chart = panels_chart("p", "Days", SLOTS, [panel((0, None, 1, 0, None), "series-1")])
    zeros = [mark for mark in marks(chart.wide, fill="#6D7478") if mark.tag.endswith("path")]
    assert [mark.get("d", "").count("z") for mark in zeros] == [2]


def test_a_mark_known_by_its_month_stands_on_every_day_of_it() -> None:
    chart = panels_chart("p", "Days", SLOTS, [panel((1,) * 5)], [Mark(day(1), "started", day(3))])
    assert [row[-1] for row in chart.table.rows] == ["-", "started", "started", "started", "-"]
    assert len(marks(chart.wide, stroke="#C0572A")) == 3  # both ends and what joins them


def test_marks_close_together_are_named_on_three_lines_at_most() -> None:
    close = [Mark(day(n), "a visit") for n in (1, 1, 1, 1, 4)]
    chart = panels_chart("p", "Days", SLOTS, [panel((1,) * 5)], close)
    assert words(chart.wide).count("a visit") == 4
    assert len(marks(chart.wide, stroke="#C0572A")) == 5


def test_a_value_given_later_is_hollow_and_the_table_says_when() -> None:
    late = replace(panel((7, 8, None)), entered={1: "on 9 May"})
    chart = panels_chart("p", "Days", SLOTS[:3], [late, panel((1, 2, 3))], [Mark(day(0), "visit")])
    assert chart.table.header == ("Day", "Sleep", "Sleep", "Entered", "Marks")
    assert [row[-2] for row in chart.table.rows] == ["-", "sleep on 9 May", "-"]
    assert "from memory, given on a later day" in words(chart.narrow)
    key, rings = marks(chart.wide, fill="#FFFFFF", stroke="#2F3480")
    assert (key.get("d", "").count("M"), rings.get("d", "").count("M")) == (1, 1)


def test_a_bar_given_later_is_hollow() -> None:
    late = replace(panel((1, 1, 0), "series-3"), entered={1: "on 9 May"})
    chart = panels_chart("p", "Days", SLOTS[:3], [late])
    hollow = [mark.get("d", "") for mark in marks(chart.wide, fill="#FFFFFF", stroke="#2F3480")]
    assert [d.count("z") for d in hollow] == [1, 1]  # the key's ring and the bar


def test_without_such_a_value_nothing_is_said_about_it() -> None:
    chart = panels_chart("p", "Days", SLOTS[:3], [panel((7, 8, None))])
    assert chart.table.header == ("Day", "Sleep")
    assert "from memory, given on a later day" not in words(chart.wide)
