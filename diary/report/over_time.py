"""Over time: the twitching and each habit, one under the other, with what happened in between."""

from collections.abc import Iterator, Sequence

from diary.analysis import factors
from diary.analysis.frequency import Span, by_day, by_week
from diary.analysis.health import Event, events_of
from diary.analysis.records import DayRecord
from diary.charts.axis import count_ticks
from diary.charts.bars import NOT_FILLED_IN, UNCOUNTED
from diary.charts.marks import Mark
from diary.charts.panels import NOT_RECORDED, Panel, panels_chart
from diary.charts.strip import Slot
from diary.report.habits import amount_words, is_yes_no, label
from diary.report.parts import Block
from diary.report.pictures import whole_width
from diary.report.report import Report
from diary.vocabulary.factors import FACTORS

MOST_DAYS = 62
"""Up to so many days each has a mark of its own; beyond, seven of them share one."""
PANELS = 7
"""Panels that fit a page with their heading."""


def over_time(report: Report) -> Iterator[Block]:
    """Yield the panels, on as many pictures as they need; nothing where no day is filled in."""
    if report.is_empty:
        return
    each = "day" if len(report.days) <= MOST_DAYS else "week"
    spans = by_day(report.days) if each == "day" else by_week(report.days)
    slots = [Slot(span.first, (span.last - span.first).days + 1, span.filled_in) for span in spans]
    panels = list(_panels(report, spans, each))
    for n in range(0, len(panels), PANELS):
        title = "Day by day" if each == "day" else "Week by week (twitching: days; habits: the middle)"
        chart = panels_chart(f"over-time-{n}", title, slots, panels[n : n + PANELS], _marks(report), each)
        yield Block(title if n == 0 else "", (), whole_width(chart))


def _panels(report: Report, spans: Sequence[Span], each: str) -> Iterator[Panel]:
    yield _twitches(spans) if each == "day" else _days(spans)
    start = report.days[0].date
    parts = [report.days[(span.first - start).days : (span.last - start).days + 1] for span in spans]
    for code in factors.given(report.days):
        yield _factor(report, code, parts)


def _twitches(spans: Sequence[Span]) -> Panel:
    known = [span.filled_in and (span.episodes or not span.twitching) for span in spans]
    values = tuple(
        float(span.episodes) if is_known else None for span, is_known in zip(spans, known, strict=True)
    )
    top = count_ticks(max((value for value in values if value), default=0), most=2)[-1]
    words = tuple(
        f"{value:,g}" if value is not None else UNCOUNTED if span.filled_in else NOT_FILLED_IN
        for span, value in zip(spans, values, strict=True)
    )
    return Panel("Twitches and spells that began", values, words, 0, top, "0", f"{top:,}", "series-1")


def _days(spans: Sequence[Span]) -> Panel:
    values = tuple(float(span.twitching) if span.filled_in else None for span in spans)
    words = tuple(
        f"{span.twitching} of {span.filled_in} days" if span.filled_in else "not filled in" for span in spans
    )
    return Panel("Days with twitching", values, words, 0, 7, "0", "7", "series-1")


def _factor(report: Report, code: str, parts: Sequence[Sequence[DayRecord]]) -> Panel:
    values = tuple(factors.middle(part, code, is_yes_no(report, code)) for part in parts)
    words = tuple(
        NOT_RECORDED if value is None else f"{value:.0%} yes" if is_yes_no(report, code) else
        amount_words(report, code, value) for value in values
    )  # fmt: skip
    low, high = _limits(code, [value for value in values if value is not None])
    if is_yes_no(report, code):
        return Panel(label(report, code), values, words, 0, 1, "no", "yes", "series-3")
    low_words, high_words = (amount_words(report, code, end) for end in (low, high))
    return Panel(label(report, code), values, words, low, high, low_words, high_words)


def _limits(code: str, values: Sequence[float]) -> tuple[float, float]:
    """Return where the panel begins and ends: a scale whole, other values from 0 to a round number."""
    if FACTORS[code].kind == "scale":
        return FACTORS[code].low, FACTORS[code].high
    return 0, count_ticks(max(values, default=0), most=2)[-1]


def _marks(report: Report) -> list[Mark]:
    found = events_of(report.medicines, report.tests, report.visits, report.period)
    return [_mark(event, report) for event in found]


def _mark(event: Event, report: Report) -> Mark:
    """Return an event as a mark; of one that is known by its month, the days of it that are shown."""
    return Mark(max(event.first, report.period.first), event.label, min(event.last, report.period.last))
