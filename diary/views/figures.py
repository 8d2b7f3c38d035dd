"""From what was counted to the charts of Patterns, each with its finding in one sentence."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, time

from diary.analysis import duration, frequency, timing
from diary.analysis.frequency import Span
from diary.analysis.records import DayRecord, EpisodeRecord, Start
from diary.analysis.spread import quartiles
from diary.charts.axis import plural
from diary.charts.bars import Bar, count_chart, days_chart
from diary.charts.chart import Chart
from diary.charts.dots import Band, Dot, length_chart
from diary.charts.raster import day_raster, hour_grid
from diary.quantities import Clock, format_date
from diary.report.pictures import hour_weeks, raster_days

SPANS_BY = {"day": frequency.by_day, "week": frequency.by_week, "month": frequency.by_month}
MOST_HOUR_ROWS = 53

Begun = EpisodeRecord | Start
"""An episode that started in the days shown."""


@dataclass(frozen=True, slots=True)
class Figure:
    """A chart and what it shows in one sentence."""

    chart: Chart
    finding: str


def days_figure(days: Sequence[DayRecord], each: str) -> Figure:
    """Show on how many days there was twitching; single days are shown by the week."""
    each = "week" if each == "day" else each
    bars = [bar(span, span.twitching) for span in SPANS_BY[each](days)]
    chart = days_chart("days", f"Days with twitching, by {each}", bars, each)
    return Figure(chart, frequency.first_and_last_week(days) or frequency.finding(days))


def counts_figure(days: Sequence[DayRecord], each: str) -> Figure:
    """Show how many twitches there were."""
    spans = SPANS_BY[each](days)
    chart = count_chart("counts", f"Twitches, by {each}", [bar(span, span.twitches) for span in spans], each)
    return Figure(chart, counts_finding(spans))


def counts_finding(spans: Sequence[Span]) -> str:
    """Say how many there were, and when most."""
    twitches, spells = sum(span.twitches for span in spans), sum(span.spells for span in spans)
    came_and_went = f", and {plural(spells, 'spell')} that came and went" if spells else ""
    total = f"{plural(twitches, 'twitch', 'twitches')}{came_and_went}."
    most = max(spans, key=lambda span: span.twitches, default=None)
    if most is None or not twitches or len(spans) == 1:
        return total
    when = "on" if most.first == most.last else f"in the {plural(most.in_span, 'day')} from"
    return f"{total} Most were {when} {format_date(most.first, spans[-1].last)}: {most.twitches:,}."


def bar(span: Span, value: int) -> Bar:
    """Return the bar of a span; where no day is filled in it has no value."""
    return Bar(span.first, value if span.filled_in else None, span.filled_in, span.in_span)


def lengths_figure(days: Sequence[DayRecord], begun: Sequence[Begun], each: str, now: datetime) -> Figure:
    """Show how long each twitch was, those still going as at least, and the usual length of the time."""
    twitches = [episode for episode in begun if episode.is_twitch]
    spans = frequency.by_month(days) if each == "month" else frequency.by_week(days)
    first, last = days[0].date, days[-1].date
    title = "How long each twitch was"
    chart = length_chart("lengths", title, first, last, dots(twitches, now), bands(spans, twitches))
    found = duration.lengths(twitches, now)
    more = duration.left_out(found)
    return Figure(chart, f"{duration.finding(found)} {f'Besides, {more}.' if more else ''}".strip())


def dots(twitches: Iterable[Begun], now: datetime) -> list[Dot]:
    """Return a dot for each twitch, by the clock of its own zone."""
    return [
        Dot(
            datetime.combine(twitch.started_on, time(*divmod(twitch.started_minute, 60))),
            twitch.seconds(now),
            at_least=twitch.is_ongoing,
            about=twitch.length_precision == "about",
        )
        for twitch in twitches
    ]


def bands(spans: Sequence[Span], twitches: Iterable[Begun]) -> list[Band]:
    """Return the usual length in each of the spans, which follow one another."""
    firsts = [span.first for span in spans]
    known: list[list[int]] = [[] for _ in spans]
    for twitch in twitches:
        if twitch.length_s is not None:
            known[bisect_right(firsts, twitch.started_on) - 1].append(twitch.length_s)
    return [band(span, lengths) for span, lengths in zip(spans, known, strict=True)]


def band(span: Span, lengths: Sequence[int]) -> Band:
    """Return the usual length in a span; below four lengths there is none."""
    middle = quartiles(lengths) if len(lengths) >= duration.USUAL_FROM else None
    if middle is None:
        return Band(span.first, span.last, len(lengths))
    return Band(span.first, span.last, len(lengths), middle.median, middle.q1, middle.q3)


def days_times_figure(
    days: Sequence[DayRecord],
    touching: Iterable[EpisodeRecord],
    begun: Iterable[Begun],
    now: datetime,
    clock: Clock,
) -> Figure:
    """Show the time of day, a row for each day; 31 days at most."""
    chart = day_raster("times", "When, each row a day", raster_days(days, touching, now), clock)
    return Figure(chart, times_finding(begun, clock))


def weeks_times_figure(days: Sequence[DayRecord], begun: Iterable[Begun], clock: Clock) -> Figure:
    """Show the time of day, a row for each week, or for some weeks where there are many."""
    weeks = max(1, -(-len(days) // 7 // MOST_HOUR_ROWS))
    row = "a week" if weeks == 1 else f"{weeks} weeks"
    chart = hour_grid("times", f"When, each row {row}", hour_weeks(days, begun, weeks), clock)
    return Figure(chart, times_finding(begun, clock))


def times_finding(begun: Iterable[Begun], clock: Clock) -> str:
    """Say between which hours most began, or that there are none."""
    found = timing.finding(timing.window(timing.hours(begun)), clock)
    return found or "No few hours of the day hold most of the twitches."
