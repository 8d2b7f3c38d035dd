"""Where a number, a length or a date stands in a picture, and the few labels that say so."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import lru_cache
from math import ceil, log10

from django.utils.formats import date_format

from diary.charts.svg import Svg, text_width
from diary.quantities.dates import format_date, format_dates

LENGTH_TICKS = (
    (1, "1 s"),
    (10, "10 s"),
    (60, "1 min"),
    (600, "10 min"),
    (3_600, "1 h"),
    (86_400, "1 day"),
    (604_800, "1 week"),
    (2_419_200, "4 weeks"),
    (31_536_000, "1 year"),
)
HEADS = {"day": "Day", "week": "Week", "month": "Month"}
"""What a slot of the time axis is, at the head of its column."""
_DAY_STEPS = (1, 2, 7, 14)
_MONTH_STEPS = (1, 2, 3, 6, 12, 24, 60, 120)


@dataclass(frozen=True, slots=True)
class Plot:
    """The inner area of a picture, in user units."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def width(self) -> float:
        return self.right - self.left

    @property
    def height(self) -> float:
        return self.bottom - self.top


def count_ticks(top: float, most: int = 4) -> tuple[int, ...]:
    """Return round whole numbers from 0 up to at least `top`, with at most `most` steps."""
    rough = max(1.0, top / most)
    magnitude = 10 ** int(log10(rough))
    step = next(k * magnitude for k in (1, 2, 5, 10) if k * magnitude >= rough)
    return tuple(range(0, max(1, ceil(top / step)) * step + 1, step))


def length_ticks(shortest: float, longest: float) -> tuple[tuple[int, str], ...]:
    """Return the lengths in seconds to label, from at or under the shortest to at or over the longest."""
    values = [seconds for seconds, _ in LENGTH_TICKS]
    first = max(0, bisect_left(values, shortest + 0.5) - 1)
    last = min(len(values) - 1, max(bisect_left(values, longest), first + 2))
    return LENGTH_TICKS[min(first, last - 2) : last + 1]


# Kept, because date_format takes 10 µs, which a table of 365 days would feel; the diary speaks one language.
@lru_cache(maxsize=24)
def month_name(month: int, is_short: bool = False) -> str:
    """Return the name of the month 1 to 12."""
    return date_format(date(2000, month, 1), "M" if is_short else "F")


def plural(count: int, one: str, many: str = "") -> str:
    """Return the count with its noun, as in "1 day" and "2 days"."""
    return f"{count:,} {one if count == 1 else many or one + 's'}"


def date_ticks(first: date, last: date, most: int) -> tuple[tuple[date, str], ...]:
    """Return at most `most` (and at least one) dates of the span to label, by day, week or month."""
    days = (last - first).days + 1
    for step in _DAY_STEPS:
        if ceil(days / step) <= most and (step > 2 or days <= 16):
            chosen = [first + timedelta(n) for n in range(0, days, step)]
            return tuple((day, short_day_text(day)) for day in chosen)
    months = [month for month in _months(first, last) if first <= month]
    for step in _MONTH_STEPS:
        kept = [month for month in months if (month.year * 12 + month.month - 1) % step == 0]
        if 0 < len(kept) <= most:
            return tuple((month, month_text(month)) for month in kept)
    return ((first, short_day_text(first)),)


def month_text(month: date) -> str:
    """Return the month's short name, and for January the year, which then begins."""
    return str(month.year) if month.month == 1 else month_name(month.month, is_short=True)


def hour_text(hour: int, clock: str = "12") -> str:
    """Return a full hour, 0 to 24, as the person reads clocks."""
    if clock == "24":
        return f"{hour:02}:00"
    named = {0: "midnight", 12: "midday", 24: "midnight"}
    return named.get(hour) or (f"{hour}am" if hour < 12 else f"{hour - 12}pm")


def clock_text(minute: int, clock: str = "12") -> str:
    """Return minutes after midnight, 0 to 1440, as "5:30pm", "2pm" or "17:30"."""
    hour, rest = divmod(min(minute, 1_440), 60)
    if clock == "24":
        return f"{hour:02}:{rest:02}"
    if not rest:
        return hour_text(hour)
    return f"{(hour - 1) % 12 + 1}:{rest:02}{'am' if hour % 24 < 12 else 'pm'}"


def slot_text(first: date, last: date, each: str) -> str:
    """Return the days of a slot in a table: a day, the days of a week, or a month."""
    if each == "day":
        return format_date(first)
    return format_dates(first, last) if each == "week" else f"{month_name(first.month)} {first.year}"


def slot_labels(starts: Sequence[date], last: date, each: str, room: float) -> Iterator[tuple[int, str]]:
    """Yield which slots are named on the time axis, and how; `room` is how many names fit."""
    most = max(1, int(room))
    if len(starts) <= most:
        for n, start in enumerate(starts):
            yield n, month_text(start) if each == "month" else short_day_text(start)
        return
    for day, words in date_ticks(starts[0], last, most):
        yield bisect_right(starts, day) - 1, words


def fraction_of(when: date | datetime, first: date, days: int) -> float:
    """Return where a local moment stands in `days` days from `first`: 0 at the start, 1 at the end."""
    passed = float(when.toordinal() - first.toordinal())
    if isinstance(when, datetime):
        passed += (when.hour * 60 + when.minute) / 1_440
    return min(1.0, max(0.0, passed / days))


def draw_count_axis(svg: Svg, plot: Plot, ticks: Sequence[int]) -> None:
    """Draw a quiet line and a number for each tick, the lowest one firmer."""
    for tick in ticks:
        y = plot.bottom - plot.height * tick / ticks[-1]
        if tick:
            svg.line(plot.left, y, plot.right, y)
        svg.text(plot.left - 8, y + svg.size * 0.35, f"{tick:,}", "label", "end")


def draw_base(svg: Svg, plot: Plot) -> None:
    """Draw the line the bars stand on."""
    svg.line(plot.left, plot.bottom, plot.right, plot.bottom, "neutral")


def draw_label_below(svg: Svg, plot: Plot, x: float, words: str, is_new_year: bool = False) -> None:
    """Write a word of the time axis under x with a small tick, kept inside the picture."""
    half = text_width(words, svg.size) / 2
    middle = min(max(x, half + 1), svg.width - half - 1)
    svg.line(x, plot.bottom, x, plot.bottom + 5, "neutral")
    svg.text(
        middle, plot.bottom + svg.size + 8, words, "ink" if is_new_year else "label", "middle", is_new_year
    )


def draw_slot_labels(svg: Svg, plot: Plot, starts: Sequence[date], last: date, each: str) -> None:
    """Draw the time axis under slots of equal width, naming as many as there is room for."""
    step = plot.width / max(1, len(starts))
    for n, words in slot_labels(starts, last, each, plot.width / (svg.size * 3.8)) if starts else ():
        draw_label_below(svg, plot, plot.left + step * (n + 0.5), words, words.isdigit())


def short_day_text(day: date) -> str:
    """Return the day as in "30 Apr"."""
    return f"{day.day} {month_name(day.month, is_short=True)}"


def _months(first: date, last: date) -> list[date]:
    start = first.year * 12 + first.month - 1
    end = last.year * 12 + last.month - 1
    return [date(m // 12, m % 12 + 1, 1) for m in range(start, end + 1)]
