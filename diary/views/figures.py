"""From what was counted to the charts of Patterns, each with its finding in one sentence."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from diary.analysis import duration, frequency, timing
from diary.analysis.frequency import Span
from diary.analysis.records import DayRecord, EpisodeRecord
from diary.analysis.spread import quartiles
from diary.charts.axis import plural
from diary.charts.bars import Bar, count_chart, days_chart
from diary.charts.chart import Chart
from diary.charts.dots import Band, Dot, length_chart
from diary.charts.raster import MOST_DAYS, day_raster, hour_grid
from diary.periods import local_time
from diary.quantities import Clock, format_date
from diary.report.pictures import hour_weeks, raster_days

SPANS_BY = {"day": frequency.by_day, "week": frequency.by_week, "month": frequency.by_month}
MOST_HOUR_ROWS = 53


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


def lengths_figure(
    days: Sequence[DayRecord], episodes: Sequence[EpisodeRecord], each: str, now: datetime
) -> Figure:
    """Show how long each twitch was, those still going as at least, and the usual length of the time."""
    twitches = [episode for episode in episodes if episode.is_twitch]
    spans = frequency.by_month(days) if each == "month" else frequency.by_week(days)
    bands = [band(span, twitches) for span in spans]
    first, last = days[0].date, days[-1].date
    chart = length_chart("lengths", "How long each twitch was", first, last, dots(twitches, now), bands)
    found = duration.lengths(twitches, now)
    more = duration.left_out(found)
    return Figure(chart, f"{duration.finding(found)} {f'Besides, {more}.' if more else ''}".strip())


def dots(twitches: Iterable[EpisodeRecord], now: datetime) -> list[Dot]:
    """Return a dot for each twitch, on the clock of its own zone."""
    return [
        Dot(
            local_time(twitch.started_at, twitch.zone),
            twitch.seconds(now),
            at_least=twitch.is_ongoing,
            about=twitch.length_precision == "about",
        )
        for twitch in twitches
    ]


def band(span: Span, twitches: Iterable[EpisodeRecord]) -> Band:
    """Return the usual length in a span; below four lengths there is none."""
    known = [
        t.length_s for t in twitches if t.length_s is not None and span.first <= t.started_on <= span.last
    ]
    middle = quartiles(known) if len(known) >= duration.USUAL_FROM else None
    if middle is None:
        return Band(span.first, span.last, len(known))
    return Band(span.first, span.last, len(known), middle.median, middle.q1, middle.q3)


def times_figure(
    days: Sequence[DayRecord],
    touching: Sequence[EpisodeRecord],
    started: Sequence[EpisodeRecord],
    now: datetime,
    clock: Clock,
) -> Figure:
    """Show the time of day: a row per day, beyond a month a row per week or some weeks."""
    finding = timing.finding(timing.window(timing.hours(started)), clock)
    if len(days) <= MOST_DAYS:
        chart = day_raster("times", "When, each row a day", raster_days(days, touching, now), clock)
    else:
        weeks = -(-len(days) // 7 // MOST_HOUR_ROWS) or 1
        row = "a week" if weeks == 1 else f"{weeks} weeks"
        chart = hour_grid("times", f"When, each row {row}", hour_weeks(days, started, weeks), clock)
    return Figure(chart, finding or "No few hours of the day hold most of the twitches.")
