"""Upright bars: how many twitches, or how many days with twitching, per day, week or month."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial
from itertools import groupby

from diary.charts.axis import (
    HEADS,
    Plot,
    count_ticks,
    draw_base,
    draw_count_axis,
    draw_label_below,
    plural,
    slot_labels,
    slot_text,
)
from diary.charts.chart import Chart, Numbers, Table
from diary.charts.key import Sample, draw_key, filled, hatched
from diary.charts.svg import Svg, box, pillar, points, text_width
from diary.quantities.dates import format_dates

NOT_FILLED_IN = "not filled in"
UNCOUNTED = "twitching, not counted"
AVERAGE = "average of 7 days"
LEAST = 2.0
"""One among hundreds is still a mark to be seen."""
HOLLOW = 6.0
OUTLINED_FROM = 5.0
"""Narrower bars would be all outline."""


@dataclass(frozen=True, slots=True)
class Bar:
    """One slot of the time axis: `days` days from `start`, `filled_in` of them filled in.

    `value` is None when none of them is: the slot is hatched then, and never a zero. `is_uncounted` says that
    there was something and not how many, which is no zero either.
    """

    start: date
    value: int | None
    filled_in: int | None = None
    days: int = 1
    is_uncounted: bool = False

    @property
    def last(self) -> date:
        """The last day of the slot."""
        return self.start + timedelta(days=self.days - 1)

    @property
    def blank_days(self) -> int:
        """The days of the slot that are not filled in."""
        if self.value is None:
            return self.days
        return 0 if self.filled_in is None else self.days - self.filled_in


def count_chart(
    name: str,
    title: str,
    bars: Sequence[Bar],
    each: str = "day",
    noun: str = "twitch",
    averages: Sequence[float | None] = (),
) -> Chart:
    """Return bars of counts; `each` is day, week or month; `noun` in the singular says what is counted.

    `averages` holds a running average for each bar, None where it is not known.
    """
    counted = f"{noun.capitalize()}es"
    header = (HEADS[each], counted, *(("Days filled in",) if each != "day" else ()))
    rows = tuple(_count_row(bar, each) for bar in bars)
    return Chart(
        name,
        title,
        _description(bars, each),
        Table(title, header, rows),
        partial(_draw_counts, bars, each, averages),
        partial(_numbers, bars, counted.lower()),
    )


def days_chart(name: str, title: str, bars: Sequence[Bar], each: str = "week") -> Chart:
    """Return bars of the days with twitching of the days filled in; the days not filled in stay hatched."""
    header = (HEADS[each], "Days with twitching", "Days filled in")
    rows = tuple((slot_text(bar.start, bar.last, each), *_days_cells(bar)) for bar in bars)
    return Chart(
        name,
        title,
        _description(bars, each),
        Table(title, header, rows),
        partial(_draw_days, bars, each),
        partial(_numbers, bars, "days_with_twitching"),
    )


def _numbers(bars: Sequence[Bar], counted: str) -> Numbers:
    rows = (
        (bar.start, bar.last, None if bar.is_uncounted else bar.value, bar.days - bar.blank_days, bar.days)
        for bar in bars
    )
    return Numbers(("first", "last", counted, "days_filled_in", "days"), tuple(rows))


def _count_row(bar: Bar, each: str) -> tuple[str, ...]:
    value = UNCOUNTED if bar.is_uncounted else NOT_FILLED_IN if bar.value is None else f"{bar.value:,}"
    cells = (slot_text(bar.start, bar.last, each), value)
    return cells if each == "day" else (*cells, f"{bar.days - bar.blank_days} of {bar.days}")


def _days_cells(bar: Bar) -> tuple[str, str]:
    filled_in = f"{bar.days - bar.blank_days} of {bar.days}"
    return (NOT_FILLED_IN if bar.value is None else f"{bar.value}"), filled_in


def _description(bars: Sequence[Bar], each: str) -> str:
    if not bars:
        return "No days to show."
    blank = sum(bar.blank_days for bar in bars)
    missing = f"{plural(blank, 'day')} not filled in." if blank else "Every day is filled in."
    return f"One bar for each {each}, {format_dates(bars[0].start, bars[-1].last)}. {missing}"


def _draw_counts(bars: Sequence[Bar], each: str, averages: Sequence[float | None], svg: Svg) -> None:
    is_soft = any(average is not None for average in averages)
    tone = "seq-2" if is_soft else "series-1"
    entries = [(filled(tone), "twitches"), (_none_sample, "none")]
    entries += [(_uncounted_sample, UNCOUNTED)] if any(bar.is_uncounted for bar in bars) else []
    entries += [(_average_sample, AVERAGE)] if is_soft else []
    if any(bar.blank_days for bar in bars):
        entries.append((hatched, NOT_FILLED_IN))
    ticks = count_ticks(max((bar.value or 0 for bar in bars), default=0))
    plot = _framed(svg, entries, ticks, strip=4 if each != "day" else 0)
    slots = _slots(bars, plot)
    tops = [max(LEAST, plot.height * bar.value / ticks[-1]) if bar.value else 0 for bar in bars]
    _draw_blank_slots(svg, slots, plot)
    standing = zip(slots, tops, strict=True)
    svg.path("".join(pillar(x, plot.bottom - h, w, h) for (_, x, w), h in standing if h), fill=tone)
    none = [(x, w) for bar, x, w in slots if bar.value == 0 and not bar.is_uncounted]
    svg.path("".join(box(x, plot.bottom - 2, w, 2) for x, w in none), fill="neutral")
    some = [(x, w) for bar, x, w in slots if bar.is_uncounted]
    svg.path("".join(box(x, plot.bottom - HOLLOW, w, HOLLOW) for x, w in some), stroke="series-1", width=1)
    _draw_averages(svg, slots, averages, plot, ticks[-1])
    if each != "day":
        svg.path("".join(_coverage(bar, x, w, plot) for bar, x, w in slots), fill="hatch")
        _draw_values(
            svg,
            [
                (x + w / 2, plot.bottom - h, f"{b.value:,}")
                for (b, x, w), h in zip(slots, tops, strict=True)
                if b.value
            ],
            plot.width / len(slots) if slots else 0,
        )
    _draw_frame(svg, plot, bars, slots, each)


def _draw_averages(
    svg: Svg,
    slots: Sequence[tuple[Bar, float, float]],
    averages: Sequence[float | None],
    plot: Plot,
    top: float,
) -> None:
    """Draw the running average as a line that breaks where it is not known."""
    marks = [
        None if average is None else (x + width / 2, plot.bottom - plot.height * average / top)
        for (_, x, width), average in zip(slots, averages or [None] * len(slots), strict=True)
    ]
    runs = [[mark for mark in run if mark] for is_known, run in groupby(marks, key=bool) if is_known]
    svg.path("".join(points(*run) for run in runs), stroke="series-1", width=2.2, round_ends=True)


def _draw_days(bars: Sequence[Bar], each: str, svg: Svg) -> None:
    entries = [
        (filled("series-1"), "twitching"),
        (filled("seq-1", "neutral"), "no twitching"),
        (hatched, NOT_FILLED_IN),
    ]
    most = max((bar.days for bar in bars), default=7)
    ticks = (0, 7) if most <= 7 else (0, 10, 20, 31)
    plot = _framed(svg, entries, ticks)
    slots = _slots(bars, plot)
    unit = plot.height / ticks[-1]
    heights = [((bar.value or 0) * unit, (bar.days - bar.blank_days) * unit, bar.days * unit) for bar in bars]
    marks = list(zip(slots, heights, strict=True))
    svg.path(
        "".join(box(x, plot.bottom - top, w, top - mid) for (_, x, w), (_, mid, top) in marks), fill="hatch"
    )
    svg.path(
        "".join(box(x, plot.bottom - mid, w, mid - low) for (_, x, w), (low, mid, _) in marks), fill="seq-1"
    )
    svg.path(
        "".join(box(x, plot.bottom - low, w, low) for (_, x, w), (low, _, _) in marks if low), fill="series-1"
    )
    edges = (box(x, plot.bottom - top, w, top) for (_, x, w), (*_, top) in marks if w >= OUTLINED_FROM)
    svg.path("".join(edges), stroke="neutral", width=0.75)
    named = [
        (x + w / 2, plot.bottom - top, f"{b.value} of {b.filled_in}")
        for (b, x, w), (*_, top) in marks
        if b.value is not None
    ]
    _draw_values(svg, named, plot.width / len(slots) if slots else 0)
    _draw_frame(svg, plot, bars, slots, each)


def _framed(svg: Svg, entries: Sequence[tuple[Sample, str]], ticks: Sequence[int], strip: float = 0) -> Plot:
    """Draw the key and the scale, and return the area that is left."""
    below = draw_key(svg, entries, 0, 2)
    left = text_width(f"{ticks[-1]:,}", svg.size) + 12
    plot = Plot(left, below + 26, svg.width - 4, below + 26 + (150 if svg.is_narrow else 180))
    draw_count_axis(svg, plot, ticks)
    svg.height = plot.bottom + svg.size + 14 + strip
    return plot


def _slots(bars: Sequence[Bar], plot: Plot) -> list[tuple[Bar, float, float]]:
    """Return each bar with the left edge and the width of its mark."""
    step = plot.width / max(1, len(bars))
    gap = min(10.0, step * 0.32) if step > 3 else 0.4
    width = min(step - gap, 56)
    return [(bar, plot.left + step * (n + 0.5) - width / 2, width) for n, bar in enumerate(bars)]


def _draw_blank_slots(svg: Svg, slots: Sequence[tuple[Bar, float, float]], plot: Plot) -> None:
    """Hatch every run of slots without a value as one area."""
    for is_blank, run in groupby(slots, key=lambda slot: slot[0].value is None):
        if is_blank:
            edges = [(x, x + width) for _, x, width in run]
            svg.rect(edges[0][0], plot.top, edges[-1][1] - edges[0][0], plot.height, fill="hatch")


def _coverage(bar: Bar, x: float, width: float, plot: Plot) -> str:
    """Return the strip under a bar that stands for the days not filled in."""
    if bar.value is None or not bar.blank_days:
        return ""
    part = width * bar.blank_days / bar.days
    return box(x + width - part, plot.bottom + 1.5, part, 5)


def _draw_values(svg: Svg, values: Sequence[tuple[float, float, str]], step: float) -> None:
    """Write the numbers above their bars when every one of them has room."""
    if max((text_width(words, svg.size, bold=True) for *_, words in values), default=0) + 4 <= step:
        for x, y, words in values:
            svg.text(x, y - 6, words, anchor="middle", bold=True)


def _draw_frame(
    svg: Svg, plot: Plot, bars: Sequence[Bar], slots: Sequence[tuple[Bar, float, float]], each: str
) -> None:
    draw_base(svg, plot)
    svg.area(plot.left, plot.top, plot.width, plot.height, across=len(bars))
    starts, last = [bar.start for bar in bars], max((bar.last for bar in bars), default=date.min)
    for place, words in slot_labels(starts, last, each, plot.width / (svg.size * 3.8)):
        _, x, width = slots[place]
        draw_label_below(svg, plot, x + width / 2, words, words.isdigit())


def _average_sample(svg: Svg, x: float, y: float) -> None:
    svg.line(x, y, x + 16, y, "series-1", 2.2)


def _uncounted_sample(svg: Svg, x: float, y: float) -> None:
    svg.rect(x, y - 1, 16, HOLLOW, stroke="series-1", line=1)


def _none_sample(svg: Svg, x: float, y: float) -> None:
    svg.rect(x, y + 3, 16, 2, fill="neutral")
