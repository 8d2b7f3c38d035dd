"""Invented charts of every kind, for any number of days, and how to read a drawn one."""

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from itertools import pairwise
from xml.etree import ElementTree

from diary.charts.bars import Bar, count_chart, days_chart
from diary.charts.body import PlaceDays, body_chart
from diary.charts.chart import Chart
from diary.charts.classes import LengthClass, classes_chart
from diary.charts.dots import Band, Dot, length_chart
from diary.charts.hours import HourWeek, HourWeekday, hour_grid
from diary.charts.intervals import Interval, intervals_chart
from diary.charts.levels import levels_chart
from diary.charts.marks import Mark
from diary.charts.panels import Panel, panels_chart
from diary.charts.raster import RasterDay, day_raster
from diary.charts.rows import Row, rows_chart
from diary.charts.stacks import Kind, stacks_chart
from diary.charts.strip import Slot, StripRow, strip_chart
from diary.charts.year import year_chart

FIRST = date(2026, 4, 30)
HOSTILE = '<script>alert("1")</script>&\' \x00\x0b'
SVG = "{http://www.w3.org/2000/svg}"


def day(n: int) -> date:
    return FIRST + timedelta(days=n)


def counts(days: int, title: str = "Twitches per day") -> Chart:
    return count_chart("counts", title, [Bar(day(n), None if n % 5 == 3 else n % 4) for n in range(days)])


def weekly(days: int, title: str = "Days with twitching per week") -> Chart:
    bars = [Bar(day(n), None if n % 35 == 28 else 3, 0 if n % 35 == 28 else 5, 7) for n in range(0, days, 7)]
    return days_chart("weekly", title, bars)


def lengths(days: int, title: str = "Length of each twitch") -> Chart:
    dots = [
        Dot(
            datetime(2026, 4, 30, n % 24, 5, tzinfo=UTC) + timedelta(days=n),
            None if n % 7 == 6 else 4 ** (n % 9),
            n % 11 == 10,
            n % 3 == 1,
        )
        for n in range(days)
    ]
    return length_chart(
        "lengths",
        title,
        FIRST,
        day(max(days, 1) - 1),
        dots,
        [Band(FIRST, day(max(days, 1) - 1), days, 60, 20, 300)],
    )


def raster(days: int, title: str = "Time of each twitch") -> Chart:
    if days > 31:
        return grid(days, title)
    rows = [
        RasterDay(
            day(n), ("twitching", "none", "blank")[n % 3], ((600, 600), (1439, 1440)) if n % 3 == 0 else ()
        )
        for n in range(days)
    ]
    return day_raster("raster", title, rows)


def grid(days: int, title: str = "Twitches by hour") -> Chart:
    weeks = [
        HourWeek(day(n), tuple((hour * n) % 7 for hour in range(24)), 0 if n % 35 == 7 else 6)
        for n in range(0, days, 7)
    ]
    return hour_grid("grid", title, weeks)


def rows(days: int, title: str = "How long") -> Chart:
    return rows_chart(
        "rows", title, [Row(f"{title} {n}", n % 3 or None) for n in range(days)], ("Length", "Twitches")
    )


def body(days: int, title: str = "Where") -> Chart:
    dates = frozenset(day(n) for n in range(days))
    places = (
        [PlaceDays("calf", "left", f"{title}, calf", dates), PlaceDays("other", "", title, dates)]
        if days
        else []
    )
    return body_chart("body", title, places, days)


def strip(days: int, title: str = "Places") -> Chart:
    each, size = ("day", 1) if days <= 31 else ("week", 7)
    slots = [Slot(day(n), size, 0 if n % 35 == 28 else size) for n in range(0, days, size)]
    places = [
        StripRow(f"{title} {k}", tuple((n + k) % (size + 1) for n in range(len(slots)))) for k in range(3)
    ]
    return strip_chart("strip", title, slots, places if days else [], each)


def year(days: int, title: str = "The days of 2026") -> Chart:
    states = {day(n): ("twitching", "none", "blank")[n % 3] for n in range(days)}
    return year_chart("year", title, 2026, states)


def averaged(days: int, title: str = "Twitches per day") -> Chart:
    bars = [Bar(day(n), None if n % 5 == 3 else n % 4) for n in range(days)]
    return count_chart("averaged", title, bars, averages=[None if n % 9 == 4 else 1.5 for n in range(days)])


def weekdays(days: int, title: str = "Days of the week") -> Chart:
    rows = [HourWeekday(n, tuple((h * n) % 5 for h in range(24)), n % 3, 3) for n in range(min(days, 7))]
    return hour_grid("weekdays", title, rows)


def classes(days: int, title: str = "How long") -> Chart:
    edges = (0, 10, 60, 3_600, 86_400, 604_800)
    found = [LengthClass(low, high, days % 7, days % 3, days % 2) for low, high in pairwise((*edges, None))]
    return classes_chart("classes", title, found if days else [])


def panels(days: int, title: str = "Your days") -> Chart:
    slots = [Slot(day(n), 1, 1) for n in range(days)]
    values = tuple(None if n % 4 == 1 else float(n % 3) for n in range(days))
    words = tuple("not recorded" if value is None else f"{value:g}" for value in values)
    drawn = [Panel(f"{title} {tone}", values, words, 0, 2, "0", "2", tone) for tone in ("series-1", "")]
    return panels_chart("panels", title, slots, drawn, [Mark(FIRST, title)])


def levels(days: int, title: str = "How strong") -> Chart:
    slots = [Slot(day(n), 1, 1) for n in range(days)]
    counts = [(n % 3, n % 2, 0 if n % 5 else 2) for n in range(days)]
    return levels_chart("levels", title, slots, ("Faint", "Mild", title), counts, "day")


def stacks(days: int, title: str = "Stress") -> Chart:
    counts = tuple(n % 5 for n in range(days))
    return stacks_chart("stacks", title, [Kind(f"{title} high", counts), Kind("Other days", counts[::3])])


def intervals(days: int, title: str = "Times as often") -> Chart:
    rows = [Interval(f"{title} {n}", 1 + n, 0.05, 9 + n, "Cannot tell", n == 0) for n in range(min(days, 8))]
    return intervals_chart("intervals", title, rows)


KINDS: tuple[Callable[..., Chart], ...] = (
    *(counts, weekly, lengths, raster, grid, rows, body, strip, year),
    *(averaged, weekdays, classes, panels, levels, stacks, intervals),
)


def drawn(svg: str) -> ElementTree.Element:
    return ElementTree.fromstring(svg)  # our own drawing


def words(svg: str) -> list[str]:
    return [text.text or "" for text in drawn(svg).iter(f"{SVG}text")]


def marks(svg: str, **attributes: str) -> list[ElementTree.Element]:
    found = drawn(svg).iter()
    return [mark for mark in found if all(mark.get(key) == value for key, value in attributes.items())]
