"""From what was said about some days to small multiples of it, with what happened in between."""

from collections.abc import Iterable, Sequence
from datetime import date

from diary.analysis import factors
from diary.analysis.frequency import Span
from diary.analysis.health import Event
from diary.analysis.records import DayRecord
from diary.charts.axis import count_ticks
from diary.charts.bars import NOT_FILLED_IN, UNCOUNTED
from diary.charts.marks import Mark
from diary.charts.panels import NOT_RECORDED, Panel, panels_chart
from diary.charts.strip import Slot
from diary.models import User
from diary.quantities import format_date
from diary.quantities.volumes import ML
from diary.templatetags.words import factor_label, factor_words
from diary.views.figures import SPANS_BY, Figure
from diary.vocabulary.factors import FACTORS, OWN

USUAL_LEFT_OUT = " Values filled in as “usual” are left out."


def conditions_figure(
    user: User, days: Sequence[DayRecord], each: str, events: Iterable[Event]
) -> Figure | None:
    """Show every factor that has a value under the twitches; None where nobody said anything.

    Values filled in as usual are left out, as they are of the triggers.
    """
    left_out = USUAL_LEFT_OUT if any(day.usual for day in days) else ""
    days = [factors.said_for_itself(day) for day in days]
    codes = factors.given(days)
    if not codes:
        return None
    spans = SPANS_BY[each](days)
    start = days[0].date
    parts = [days[(s.first - start).days : (s.last - start).days + 1] for s in spans]
    panels = [twitches_panel(spans), *(factor_panel(user, code, parts) for code in codes)]
    slots = [Slot(span.first, span.in_span, span.filled_in) for span in spans]
    marks = [mark(event, start, days[-1].date) for event in events]
    middles = "" if each == "day" else f", the middle of each {each}"
    title = f"What the days were like{middles}"
    chart = panels_chart("conditions", title, slots, panels, marks, each)
    return Figure(chart, finding(len(codes), days) + left_out)


def mark(event: Event, first: date, last: date) -> Mark:
    """Return an event as a mark; of one that is known by its month, the days of it that are shown."""
    return Mark(max(event.first, first), event.label, min(event.last, last))


def finding(count: int, days: Sequence[DayRecord]) -> str:
    """Say how much there is to see; what goes together is for the page about triggers."""
    said = sum(any(value is not None for value in day.factors.values()) for day in days)
    answers = "one question" if count == 1 else f"{count} questions"
    return f"Answers to {answers}, on {said:,} of {len(days):,} days."


def twitches_panel(spans: Sequence[Span]) -> Panel:
    """Return the twitches, where something is known of a slot."""
    values = tuple(
        None if span.is_uncounted or not span.filled_in else float(span.twitches) for span in spans
    )
    top = count_ticks(max((value for value in values if value), default=0), most=2)[-1]
    words = tuple(
        UNCOUNTED if span.is_uncounted else NOT_FILLED_IN if value is None else f"{value:,g}"
        for span, value in zip(spans, values, strict=True)
    )
    return Panel("Twitches", values, words, 0, top, "0", f"{top:,}", "series-1")


def factor_panel(user: User, code: str, parts: Sequence[Sequence[DayRecord]]) -> Panel:
    """Return the middle value of a factor in each slot."""
    values = tuple(factors.middle(part, code, is_yes_no(user, code)) for part in parts)
    words = tuple(middle_words(user, code, value) for value in values)
    low, high = limits(code, [value for value in values if value is not None])
    is_asked_so = is_yes_no(user, code)
    ends = ("no", "yes") if is_asked_so else (short(user, code, low), short(user, code, high))
    tone = "series-3" if is_asked_so else ""
    return Panel(factor_label(code, user), values, words, low, high, *ends, tone, entered_later(code, parts))


def entered_later(code: str, parts: Sequence[Sequence[DayRecord]]) -> dict[int, str]:
    """Return when the values of a slot were given, where all of them were on a later day."""
    found = {}
    for n, part in enumerate(parts):
        given = [day for day in part if day.factors[code] is not None]
        if given and all(code in day.late for day in given):
            found[n] = "on later days" if len(part) > 1 else f"on {format_date(part[0].late[code])}"
    return found


def is_yes_no(user: User, code: str) -> bool:
    """Whether it is answered by yes or no."""
    return (user.own_kind if code == OWN else FACTORS[code].kind) == "yes_no"


def middle_words(user: User, code: str, value: float | None) -> str:
    """Return the value in words; a share of days with yes as such."""
    if value is None:
        return NOT_RECORDED
    if is_yes_no(user, code) and value not in (0, 1):
        return f"yes on {value:.0%} of days"
    return factor_words(code, round(value, 2), user)


def limits(code: str, values: Sequence[float]) -> tuple[float, float]:
    """Return where the panel begins and ends: from 0, a scale whole, other values up to a round number."""
    if FACTORS[code].kind in ("scale", "yes_no"):
        return FACTORS[code].low, FACTORS[code].high
    return 0, count_ticks(max(values, default=0), most=2)[-1]


def short(user: User, code: str, value: float) -> str:
    """Return a value for the axis, with its unit where one is short."""
    if code == "water_ml" and user.volume_unit == "fl_oz":
        return f"{value / float(ML['fl_oz']):.0f} fl oz"
    unit = FACTORS[code].unit
    return f"{value:,g} {unit}" if value and unit in ("h", "ml", "mg", "min") else f"{value:,g}"
