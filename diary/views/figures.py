"""From what was counted to the charts of Patterns, each with its finding in one sentence."""

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import astuple, dataclass, replace
from datetime import date, datetime, time

from diary.analysis import duration, frequency, lengthening, strength
from diary.analysis.frequency import Span
from diary.analysis.records import DayRecord, DayStrength, EpisodeRecord, Start
from diary.analysis.spread import quartiles
from diary.charts.axis import month_name, plural
from diary.charts.bars import Bar, count_chart, days_chart
from diary.charts.chart import Chart
from diary.charts.classes import LengthClass, classes_chart
from diary.charts.dots import Band, Dot, length_chart
from diary.charts.levels import levels_chart
from diary.charts.rows import Row, rows_chart
from diary.charts.strip import Slot
from diary.quantities import format_date
from diary.vocabulary.episodes import STRENGTHS

AVERAGE_FROM = 42
"""Fewer days are seen at a glance; a running average would only follow single ones."""
LONGEST_WEEK = 7
SPANS_BY = {"day": frequency.by_day, "week": frequency.by_week, "month": frequency.by_month}

Begun = EpisodeRecord | Start
"""An episode that started in the days shown."""


@dataclass(frozen=True, slots=True)
class Figure:
    """A chart and what it shows in one sentence; `note` is what can be said besides."""

    chart: Chart
    finding: str
    note: str = ""


def days_figure(days: Sequence[DayRecord], each: str) -> Figure:
    """Show on how many days there was twitching; single days are shown by the week."""
    each = "week" if each == "day" else each
    bars = [bar(span, span.twitching) for span in SPANS_BY[each](days)]
    chart = days_chart("days", f"Days with twitching, by {each}", bars, each)
    return Figure(chart, frequency.first_and_last(days) or frequency.finding(days))


def counts_figure(days: Sequence[DayRecord], each: str) -> Figure:
    """Show how many twitches there were."""
    spans = SPANS_BY[each](days)
    bars = [replace(bar(span, span.twitches), is_uncounted=span.is_uncounted) for span in spans]
    averages = frequency.running_means(days) if each == "day" and len(days) >= AVERAGE_FROM else ()
    chart = count_chart("counts", f"Twitches, by {each}", bars, each, averages=averages)
    return Figure(chart, counts_finding(spans))


def counts_finding(spans: Sequence[Span]) -> str:
    """Say how many there were, and when most."""
    twitches, spells = sum(span.twitches for span in spans), sum(span.spells for span in spans)
    came_and_went = f", and {plural(spells, 'spell')} that came and went" if spells else ""
    total = f"{plural(twitches, 'twitch', 'twitches')}{came_and_went}."
    most = max(spans, key=lambda span: span.twitches, default=None)
    if most is None or most.twitches < 2 or len(spans) == 1:
        return total
    first = "first " if sum(span.twitches == most.twitches for span in spans) > 1 else ""
    return f"{total} The most were {most.twitches:,}, {first}{when(most, spans[-1].last)}."


def when(span: Span, last: date) -> str:
    """Return when a day, a week or a month was, as a sentence has it; the year as `last` leaves it out."""
    if span.in_span > LONGEST_WEEK:
        return f"in {month_name(span.first.month)} {span.first.year}"
    start = format_date(span.first, last)
    return f"on {start}" if span.first == span.last else f"in the {plural(span.in_span, 'day')} from {start}"


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
    change = lengthening.finding(lengthening.length_change(twitches, last, now))
    return Figure(chart, duration.usual(found), f"{duration.besides(found)} {change}".strip())


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


def classes_figure(twitches: Iterable[Begun], now: datetime) -> Figure:
    """Show how many twitches were how long."""
    found = [LengthClass(*astuple(count)) for count in duration.classes(twitches, now)]
    return Figure(classes_chart("classes", "How many were how long", found), classes_finding(found))


def classes_finding(classes: Sequence[LengthClass]) -> str:
    """Say which length is the most frequent."""
    if not classes:
        return "No length is recorded yet."
    fullest = max(classes, key=lambda each: each.all)
    return f"Most often {fullest.label}: {fullest.all:,} of {sum(each.all for each in classes):,}."


def strength_figures(given: Sequence[DayStrength], days: Sequence[DayRecord], each: str) -> list[Figure]:
    """Show how strong they were, by those for which it was said: over time, where it was, and in all."""
    counts = strength.totals(given)
    in_all = strength_figure(counts)
    return [strengths_figure(given, days, each), in_all] if counts else [in_all]


def strengths_figure(given: Sequence[DayStrength], days: Sequence[DayRecord], each: str) -> Figure:
    """Show how strong they were over time."""
    spans = SPANS_BY[each](days)
    slots = [Slot(span.first, span.in_span, span.filled_in) for span in spans]
    levels, counts = list(STRENGTHS.values()), strength.by_span(given, spans)
    chart = levels_chart("strengths", f"How strong, by {each}", slots, levels, counts, each)
    return Figure(chart, strength.stronger(strength.totals(given)))


def strength_figure(counts: Mapping[int, int]) -> Figure:
    """Show how many were how strong."""
    rows = [Row(words, counts.get(value, 0)) for value, words in STRENGTHS.items()]
    chart = rows_chart("strength", "How many were how strong", rows, ("Strength", "Entries"))
    return Figure(chart, strength.finding(strength.strength_of(counts)))
