from datetime import date, timedelta
from itertools import pairwise

from diary.charts.bars import Bar, count_chart, days_chart
from tests.charts.samples import FIRST, day, marks, words


def test_a_day_not_filled_in_is_hatched_and_never_a_zero() -> None:
    blank = count_chart("c", "Twitches", [Bar(FIRST, 2), Bar(day(1), None), Bar(day(2), 1)])
    none = count_chart("c", "Twitches", [Bar(FIRST, 2), Bar(day(1), 0), Bar(day(2), 1)])
    assert len(marks(blank.wide, fill="url(#c-wide-hatch)")) == 2  # the key and the day
    assert marks(none.wide, fill="url(#c-wide-hatch)") == []
    assert blank.table.rows[1] == ("1 May 2026", "not filled in")
    assert none.table.rows[1] == ("1 May 2026", "0")


def test_twitching_that_nobody_counted_is_no_zero() -> None:
    chart = count_chart("c", "Twitches", [Bar(FIRST, 2), Bar(day(1), 0, is_uncounted=True)])
    assert chart.table.rows[1] == ("1 May 2026", "twitching, not counted")
    assert chart.numbers().rows[1][2] is None
    assert "twitching, not counted" in words(chart.wide)
    assert len(marks(chart.wide, fill="#6D7478")) == 1  # the key alone: no mark of a zero


def test_the_table_holds_the_numbers_of_the_bars() -> None:
    bars = [Bar(day(n), n * 700) for n in range(3)]
    table = count_chart("c", "Twitches per day", bars).table
    assert table.header == ("Day", "Twitches")
    assert table.rows == (("30 April 2026", "0"), ("1 May 2026", "700"), ("2 May 2026", "1,400"))


def test_a_week_names_its_days_and_how_many_were_filled_in() -> None:
    bars = [Bar(FIRST, 5, 6, 7), Bar(day(7), None, 0, 7), Bar(day(14), 0, 7, 7)]
    chart = days_chart("w", "Days with twitching per week", bars)
    assert chart.table.rows == (
        ("30 April to 6 May 2026", "5", "6 of 7"),
        ("7 to 13 May 2026", "not filled in", "0 of 7"),
        ("14 to 20 May 2026", "0", "7 of 7"),
    )
    assert {"5 of 6", "0 of 7"} <= set(words(chart.wide))
    assert chart.description == "One bar for each week, 30 April to 20 May 2026. 8 days not filled in."


def test_months_are_named_and_january_shows_the_year() -> None:
    bars = [Bar(date(2025, 12, 1), 4, 31, 31), Bar(date(2026, 1, 1), 6, 20, 31)]
    chart = count_chart("m", "Twitches per month", bars, each="month")
    assert chart.table.rows == (("December 2025", "4", "31 of 31"), ("January 2026", "6", "20 of 31"))
    assert {"Dec", "2026"} <= set(words(chart.narrow))


def test_the_highest_bar_stays_inside_the_picture() -> None:
    chart = count_chart("c", "Twitches", [Bar(day(n), 10**n) for n in range(6)])
    assert "100,000" in words(chart.wide)
    assert all(float(mark.get("y", "0")) >= 0 for mark in marks(chart.wide))


def test_labels_of_a_crowded_year_keep_their_distance() -> None:
    bars = [Bar(FIRST + timedelta(weeks=n), 3, 7, 7) for n in range(53)]
    labelled = [
        mark for mark in marks(days_chart("y", "Year", bars).narrow) if mark.get("text-anchor") == "middle"
    ]
    places = [float(mark.get("x", "0")) for mark in labelled]
    assert all(after - before > 30 for before, after in pairwise(places))
