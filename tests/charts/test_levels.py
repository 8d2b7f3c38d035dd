"""Levels in order, stacked over time."""

from diary.charts.levels import levels_chart
from diary.charts.strip import Slot
from tests.charts.samples import FIRST, day, marks, words

WEEKS = (Slot(FIRST, 7, 6), Slot(day(7), 7, 0), Slot(day(14), 3, 3))
LEVELS = ("Faint", "Mild", "Moderate", "Strong")
CHART = levels_chart("s", "How strong, by week", WEEKS, LEVELS, [(1, 0, 2, 0), (0, 0, 0, 0), (0, 3, 0, 1)])


def test_the_table_says_not_recorded_where_nobody_said_how_strong() -> None:
    assert CHART.table.header == ("Week", *LEVELS)
    assert CHART.table.rows == (
        ("30 April to 6 May 2026", "1", "0", "2", "0"),
        ("7 to 13 May 2026", *("not recorded",) * 4),
        ("14 to 16 May 2026", "0", "3", "0", "1"),
    )
    assert CHART.numbers().rows[1] == (day(7), day(13), None, None, None, None)
    assert CHART.description == "One bar for each week, 30 April to 16 May 2026, from 7 answers."


def test_the_levels_stand_one_on_the_other_from_the_foot() -> None:
    parts = {tone: marks(CHART.wide, fill=tone)[-1].get("d", "") for tone in ("#D5E8E6", "#2F7A7D")}
    faint, moderate = (path.split("z")[0] for path in parts.values())
    foot_of_moderate = float(moderate.split(" ")[1].split("h")[0]) + float(
        moderate.split("v")[1].split("h")[0]
    )
    assert foot_of_moderate == float(faint.split(" ")[1].split("h")[0])
    assert faint.split("v")[1].split("h")[0] == "40"  # one of four
    assert moderate.split("v")[1].split("h")[0] == "80"


def test_each_level_has_its_key_an_edge_and_lines_that_need_no_colour() -> None:
    assert set(LEVELS) <= set(words(CHART.narrow))
    over = [mark.get("fill") for mark in marks(CHART.wide, stroke="#6D7478") if mark.tag.endswith("rect")]
    assert over == ["none", "url(#s-wide-lined)", "url(#s-wide-cut)", "none"]


def test_bars_that_stand_close_are_not_all_edge() -> None:
    slots = [Slot(day(n), 1, 1) for n in range(120)]
    chart = levels_chart("s", "How strong", slots, LEVELS, [(1, 1, 1, 1)] * 120, "day")
    edges = [mark for mark in marks(chart.narrow, stroke="#6D7478") if mark.get("d", "").count("z") > 1]
    assert edges == []


def test_without_answers_nothing_is_drawn() -> None:
    chart = levels_chart("s", "How strong", (), LEVELS, ())
    assert chart.description == "Nothing recorded."
    assert chart.table.rows == ()
