"""Where and when: a row for each place, a mark for each day it twitched on; shows how twitching spreads."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial

from diary.charts.axis import Plot, draw_base, draw_slot_labels, plural, slot_text
from diary.charts.chart import Chart, Numbers, Table
from diary.charts.key import Sample, draw_key, filled, hatched
from diary.charts.shades import SIZES, draw_cells, key_of, shade_of, tone_tops
from diary.charts.svg import Svg, box, shortened, text_width
from diary.quantities.dates import format_dates

MOST_ROWS = 12
EDGED_FROM = 4.0
"""Narrower marks would be all edge."""
NOT_FILLED_IN = "not filled in"


@dataclass(frozen=True, slots=True)
class Slot:
    """One slot of the time axis: `days` days from `start`, `filled_in` of them filled in."""

    start: date
    days: int
    filled_in: int

    @property
    def last(self) -> date:
        """The last day of the slot."""
        return self.start + timedelta(days=self.days - 1)


@dataclass(frozen=True, slots=True)
class StripRow:
    """A place and on how many days of each slot it twitched."""

    label: str
    counts: tuple[int, ...]

    @property
    def days(self) -> int:
        """On how many days in all."""
        return sum(self.counts)


@dataclass(frozen=True, slots=True)
class _Facts:
    slots: tuple[Slot, ...]
    rows: tuple[StripRow, ...]
    each: str

    @property
    def tops(self) -> tuple[int, ...]:
        """The highest number of days of each shade; the same for every strip of this step."""
        return tone_tops({"day": 1, "week": 7}.get(self.each, 31))


def strip_chart(
    name: str, title: str, slots: Sequence[Slot], rows: Sequence[StripRow], each: str = "day"
) -> Chart:
    """Return a row for each place, 12 at most; `each` is day, week or month, and a slot is one of these."""
    shown = _Facts(tuple(slots), tuple(rows[:MOST_ROWS]), each)
    table = Table(title, ("Place", "Days", "Twitching on"), tuple(_row(row, shown) for row in rows))
    about = _description(shown, len(rows))
    return Chart(name, title, about, table, partial(_draw, shown), partial(_numbers, slots, rows))


def _numbers(slots: Sequence[Slot], rows: Sequence[StripRow]) -> Numbers:
    found = (
        (row.label, slot.start, slot.last, count if slot.filled_in else None)
        for row in rows
        for slot, count in zip(slots, row.counts, strict=True)
    )
    return Numbers(("place", "first", "last", "days_with_twitching"), tuple(found))


def _row(row: StripRow, facts: _Facts) -> tuple[str, str, str]:
    runs = (format_dates(first, last) for first, last in _runs(row, facts.slots))
    words = runs if facts.each != "month" else _months(row, facts)
    return row.label, f"{row.days:,}", "; ".join(words)


def _runs(row: StripRow, slots: Sequence[Slot]) -> Iterator[tuple[date, date]]:
    """Yield the first and last day of the slots with twitching that follow one another."""
    first = None
    for n, (slot, count) in enumerate(zip(slots, row.counts, strict=True)):
        if not count:
            continue
        first = first or slot.start
        if n + 1 == len(slots) or not row.counts[n + 1]:
            yield first, slot.last
            first = None


def _months(row: StripRow, facts: _Facts) -> Iterator[str]:
    for slot, count in zip(facts.slots, row.counts, strict=True):
        if count:
            yield slot_text(slot.start, slot.last, "month")


def _description(facts: _Facts, every: int) -> str:
    if not facts.slots or not facts.rows:
        return "No places to show."
    span = format_dates(facts.slots[0].start, facts.slots[-1].last)
    left_out = every - len(facts.rows)
    more = f" {plural(left_out, 'more place')} in the table." if left_out else ""
    return f"One row for each of {plural(len(facts.rows), 'place')}, {span}.{more}"


def _draw(facts: _Facts, svg: Svg) -> None:
    below = draw_key(svg, _key(facts), 0, 2)
    at_right = max((text_width(f"{row.days:,}", svg.size, bold=True) for row in facts.rows), default=0) + 8
    widest = max((text_width(row.label, svg.size) for row in facts.rows), default=0) + 10
    left = 0.0 if svg.is_narrow else min(svg.width * 0.34, widest)
    high, step = 14.0, (svg.size * 1.5 if svg.is_narrow else 0) + 22
    plot = Plot(left, below + 8, svg.width - at_right, below + 8 + max(1, len(facts.rows)) * step)
    svg.height = plot.bottom + svg.size + 14
    for n, row in enumerate(facts.rows):
        foot = plot.top + (n + 1) * step - 4
        _draw_row(svg, facts, row, Plot(plot.left, foot - high, plot.right, foot))
    draw_base(svg, plot)
    if facts.slots:
        draw_slot_labels(svg, plot, [slot.start for slot in facts.slots], facts.slots[-1].last, facts.each)


def _draw_row(svg: Svg, facts: _Facts, row: StripRow, at: Plot) -> None:
    """Draw a row in its place, its name at the left or, where that is narrow, above it."""
    if svg.is_narrow:
        svg.text(0, at.top - 5, shortened(row.label, svg.width, svg.size))
    else:
        svg.text(0, at.bottom - 3, shortened(row.label, at.left - 8, svg.size))
    svg.rect(at.left, at.top, at.width, at.height, fill="surface", stroke="line", line=0.75)
    step = at.width / max(1, len(facts.slots))
    gap = 0.6 if step > 4 else 0
    blank = [n for n, slot in enumerate(facts.slots) if not slot.filled_in]
    svg.path("".join(box(at.left + n * step, at.top, step, at.height) for n in blank), fill="hatch")
    _draw_days(svg, facts, row, at, step, gap)
    svg.text(svg.width, at.bottom - 3, f"{row.days:,}", anchor="end", bold=True)
    svg.area(at.left, at.top, at.width, at.height, row=facts.rows.index(row))


def _draw_days(svg: Svg, facts: _Facts, row: StripRow, at: Plot, step: float, gap: float) -> None:
    """Mark single days in the colour of twitching, longer slots in a shade, higher for more days."""
    wide, high = max(1.0, step - 2 * gap), at.height - 2
    lefts = {n: at.left + n * step + gap for n, count in enumerate(row.counts) if count}
    if facts.each == "day":
        svg.path("".join(box(x, at.top + 1, wide, high) for x in lefts.values()), fill="series-1")
        return
    shade, cells = shade_of(facts.tops), defaultdict(list)
    for n, x in lefts.items():
        part = shade[row.counts[n]]
        cells[part].append(box(x, at.top + 1 + high * (1 - SIZES[part]) / 2, wide, high * SIZES[part]))
    draw_cells(svg, cells, has_edges=step > EDGED_FROM)


def _key(facts: _Facts) -> list[tuple[Sample, str]]:
    entries: list[tuple[Sample, str]] = []
    if facts.each == "day":
        entries.append((filled("series-1"), "twitching that day"))
    else:
        entries += key_of(facts.tops, " days")
    if any(not slot.filled_in for slot in facts.slots):
        entries.append((hatched, NOT_FILLED_IN))
    return entries
