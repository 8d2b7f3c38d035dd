"""From when twitches began to the charts of the time of day."""

from collections.abc import Iterable, Sequence
from datetime import datetime

from diary.analysis import timing
from diary.analysis.records import DayRecord, EpisodeRecord
from diary.charts.hours import HourWeekday, hour_grid
from diary.charts.raster import day_raster
from diary.quantities import Clock
from diary.quantities.dates import WEEKDAYS
from diary.report.pictures import hour_weeks, raster_days
from diary.views.figures import Begun, Figure

MOST_HOUR_ROWS = 53


def days_figure(
    days: Sequence[DayRecord],
    touching: Iterable[EpisodeRecord],
    begun: Iterable[Begun],
    now: datetime,
    clock: Clock,
) -> Figure:
    """Show the time of day, a row for each day; 31 days at most."""
    chart = day_raster("times", "When, each row a day", raster_days(days, touching, now), clock)
    return Figure(chart, finding(begun, clock))


def weeks_figure(days: Sequence[DayRecord], begun: Iterable[Begun], clock: Clock) -> Figure:
    """Show the time of day, a row for each week, or for some weeks where there are many."""
    weeks = max(1, -(-len(days) // 7 // MOST_HOUR_ROWS))
    row = "a week" if weeks == 1 else f"{weeks} weeks"
    chart = hour_grid("times", f"When, each row {row}", hour_weeks(days, begun, weeks), clock)
    return Figure(chart, finding(begun, clock))


def finding(begun: Iterable[Begun], clock: Clock) -> str:
    """Say between which hours most began, or that there are none."""
    found = timing.finding(timing.window(timing.hours(begun)), clock)
    return found or "No few hours of the day hold most of the twitches."


def weekdays_figure(days: Sequence[DayRecord], begun: Iterable[Begun], clock: Clock) -> Figure:
    """Show the time of day for each day of the week."""
    counts = timing.by_weekday(begun)
    rows = [
        HourWeekday(n, counts[n], sum(day.is_filled_in for day in those), len(those))
        for n in range(7)
        if (those := [day for day in days if day.date.weekday() == n])
    ]
    chart = hour_grid("weekdays", "Time of day and day of the week", rows, clock)
    return Figure(chart, weekdays_finding([sum(hours) for hours in counts]))


def weekdays_finding(totals: Sequence[int]) -> str:
    """Say how few and how many began on the days of the week; chance alone makes them differ."""
    if not any(totals):
        return "No twitch began on these days."
    low, high = min(totals), max(totals)
    if low == high:
        return f"As many on each day of the week: {low:,}."
    least, most = WEEKDAYS[totals.index(low)], WEEKDAYS[totals.index(high)]
    return f"From {low:,} on {least}s to {high:,} on {most}s; weekdays differ by chance too."
