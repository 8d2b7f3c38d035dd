from datetime import timedelta
from itertools import pairwise

import pytest

from diary.charts.hours import HourWeek, hour_grid
from diary.charts.raster import RasterDay, day_raster
from diary.charts.svg import text_width
from tests.charts.samples import FIRST, day, drawn, marks, words


def test_each_day_says_its_times_none_or_not_filled_in() -> None:
    days = [
        RasterDay(FIRST, "twitching", ((570, 571), (1_050, 1_050)), ((845, 871),)),
        RasterDay(day(1), "none"),
        RasterDay(day(2), "blank"),
        RasterDay(day(3), "twitching"),
    ]
    assert day_raster("r", "When", days).table.rows == (
        ("30 April 2026", "9:30am; 5:30pm; 2:05pm to 2:31pm, came and went"),
        ("1 May 2026", "none"),
        ("2 May 2026", "not filled in"),
        ("3 May 2026", "yes, time not recorded"),
    )


def test_a_nearly_constant_spell_is_named_and_drawn_apart_from_one_that_came_and_went() -> None:
    days = [
        RasterDay(FIRST, "twitching", spells=((60, 120),)),
        RasterDay(day(1), "twitching", constant=((60, 180),)),
    ]
    chart = day_raster("r", "When", days)
    assert [row[1] for row in chart.table.rows] == [
        "1am to 2am, came and went",
        "1am to 3am, nearly constant",
    ]
    assert [row[2] for row in chart.numbers().rows] == ["spell", "nearly_constant"]
    assert {"came and went", "nearly constant"} <= set(words(chart.wide))
    assert (
        len(marks(chart.wide, stroke="#22313A")) - len(marks(chart.wide, **{"stroke-dasharray": "3 2"})) == 2
    )
    assert "came and went" not in words(day_raster("r", "When", days[1:]).wide)


def test_none_is_written_and_only_a_blank_day_is_hatched() -> None:
    chart = day_raster("r", "When", [RasterDay(FIRST, "none"), RasterDay(day(1), "twitching", ((5, 5),))])
    assert "none" in words(chart.wide)
    assert marks(chart.wide, fill="url(#r-wide-hatch)") == []
    blank = day_raster("r", "When", [RasterDay(FIRST, "blank")])
    assert len(marks(blank.wide, fill="url(#r-wide-hatch)")) == 2  # the key and the day


def test_words_at_low_rows_do_not_overprint() -> None:
    states = ["none", "blank", "none", "blank", "none", "none"]
    chart = day_raster("r", "When", [RasterDay(day(n), state) for n, state in enumerate(states)])
    said = [mark for mark in drawn(chart.on_paper(480, 13.7)).iter() if mark.text == "none"]
    heights = [float(mark.get("y", "0")) for mark in said]
    assert len(heights) == 3
    assert all(below - above > 12 for above, below in pairwise(heights))


def test_a_twitch_just_before_midnight_stays_inside_its_day() -> None:
    chart = day_raster("r", "When", [RasterDay(FIRST, "twitching", ((1_439, 1_440),))])
    right = max(float(mark.get("d", "M0 ").split()[0][1:]) for mark in marks(chart.wide, stroke="#DDD3C2"))
    tick = [
        mark.get("d", "") for mark in marks(chart.wide) if mark.get("class") == "fill-ink" and mark.get("d")
    ]
    assert float(tick[0].split()[0][1:]) + 2.6 <= right + 0.1


def test_more_than_a_month_of_rows_is_refused() -> None:
    with pytest.raises(ValueError, match="hour_grid"):
        day_raster("r", "When", [RasterDay(day(n), "none") for n in range(32)])


def test_weeks_give_24_counts_and_a_blank_week_none() -> None:
    counts = tuple(range(24))
    chart = hour_grid("g", "When", [HourWeek(FIRST, counts, 7), HourWeek(day(7), (0,) * 24, 0)], clock="24")
    assert chart.table.header[:4] == ("Week", "Days filled in", "00:00", "01:00")
    assert chart.table.rows[0][1:] == ("7 of 7", *(str(count) for count in counts))
    assert chart.table.rows[1][1:] == ("0 of 7", *("not filled in",) * 24)
    assert len(marks(chart.wide, fill="url(#g-wide-hatch)")) == 2


def test_weeks_over_years_are_named_by_the_year_that_begins_in_them() -> None:
    rows = [HourWeek(FIRST + timedelta(days=70 * n), (1,) * 24, 70, 70) for n in range(53)]
    named = [word for word in words(hour_grid("g", "When", rows).narrow) if len(word) == 4 and word.isdigit()]
    assert named == [str(year) for year in range(2026, 2037)]
    assert "30 Apr" in words(hour_grid("g", "When", rows[:5]).narrow)


def test_the_only_count_has_the_darkest_shade() -> None:
    chart = hour_grid("g", "When", [HourWeek(FIRST, (1, *(0,) * 23), 7)])
    assert len(marks(chart.wide, fill="#0A4A4E")) == 2  # the key and the hour


def test_the_hours_are_named_as_far_as_they_keep_apart() -> None:
    days = [RasterDay(day(n), "blank") for n in range(3)]
    chart = day_raster("r", "When", days)
    assert {"midnight", "6am", "midday", "6pm"} <= set(words(chart.wide))
    at = sorted(
        (float(mark.get("x", "0")), text_width(mark.text or "", 12))
        for mark in marks(chart.narrow, **{"text-anchor": "middle"})
    )
    assert all(x + wide / 2 < y - other / 2 for (x, wide), (y, other) in pairwise(at))


def test_a_phone_leaves_not_filled_in_to_the_key() -> None:
    chart = day_raster("r", "When", [RasterDay(FIRST, "blank"), RasterDay(day(1), "none")])
    assert [words(svg).count("not filled in") for svg in (chart.wide, chart.narrow)] == [2, 1]
    assert "none" in words(chart.narrow)
