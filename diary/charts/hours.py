"""The time of day as a grid of 24 hours: each row a week, or a day of the week."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial
from math import ceil

from diary.charts.axis import Plot, hour_text, short_day_text
from diary.charts.chart import Chart, Numbers, Table
from diary.charts.clock_axis import draw_hours, draw_row_name, framed
from diary.charts.key import Sample, filled, hatched
from diary.charts.shades import draw_cells, key_of, shade_of, stamp, tone_tops
from diary.charts.svg import Svg, box, number
from diary.quantities.dates import WEEKDAYS, format_dates

NOT_FILLED_IN = "not filled in"
YEARS_FROM = timedelta(days=400)
"""Rows that reach this far are named by their years; a day and a month would fit several of them."""


@dataclass(frozen=True, slots=True)
class HourWeek:
    """One block of `days` days from `first` with 24 counts of twitches by local hour of their start."""

    first: date
    counts: tuple[int, ...]
    filled_in: int
    days: int = 7

    @property
    def label(self) -> str:
        """The days of the block, for its row of the table."""
        return format_dates(self.first, self.last)

    @property
    def short_label(self) -> str:
        """The first day, for its row of the picture."""
        return short_day_text(self.first)

    @property
    def last(self) -> date:
        """The last day of the block."""
        return self.first + timedelta(days=self.days - 1)


@dataclass(frozen=True, slots=True)
class HourWeekday:
    """All Mondays (0) or Sundays (6) of some days, `days` of them, with 24 counts of twitches by hour."""

    weekday: int
    counts: tuple[int, ...]
    filled_in: int
    days: int

    @property
    def label(self) -> str:
        """The day of the week."""
        return WEEKDAYS[self.weekday]

    @property
    def short_label(self) -> str:
        """The day of the week as in "Mon"."""
        return self.label[:3]


HourRow = HourWeek | HourWeekday


def hour_grid(name: str, title: str, rows: Sequence[HourRow], clock: str = "12") -> Chart:
    """Return a row of 24 cells for each, darker where more twitches began; blank rows are hatched."""
    each = "Weekday" if rows and isinstance(rows[0], HourWeekday) else "Week"
    header = (each, "Days filled in", *(hour_text(hour, clock) for hour in range(24)))
    table = Table(title, header, tuple(_row(row) for row in rows))
    about = f"One row for each {each.lower()} from midnight to midnight{_span(rows)}."
    return Chart(
        name,
        title,
        about if rows else "No days to show.",
        table,
        partial(_draw, tuple(rows), clock),
        partial(_numbers, rows),
    )


def _span(rows: Sequence[HourRow]) -> str:
    firsts = [row.first for row in rows if isinstance(row, HourWeek)]
    return f", {format_dates(firsts[0], firsts[-1])}" if firsts else ""


def _row(row: HourRow) -> tuple[str, ...]:
    counts = (NOT_FILLED_IN,) * 24 if not row.filled_in else tuple(f"{count:,}" for count in row.counts)
    return row.label, f"{row.filled_in} of {row.days}", *counts


def _numbers(rows: Sequence[HourRow]) -> Numbers:
    found = tuple(
        (row.label, row.filled_in, row.days, *(row.counts if row.filled_in else (None,) * 24)) for row in rows
    )
    return Numbers(("row", "days_filled_in", "days", *(f"hour_{hour}" for hour in range(24))), found)


def _draw(rows: Sequence[HourRow], clock: str, svg: Svg) -> None:
    tallest = svg.size * 1.45  # every row has its name then
    step = min(tallest, max(svg.size * 0.72, 260 / max(1, len(rows))))
    most = max((max(row.counts, default=0) for row in rows if row.filled_in), default=0)
    tops = tone_tops(most)
    widest = max((f"{row.days} of {row.days}" for row in rows), key=len, default="")
    plot = framed(svg, _key(tops, rows), len(rows) * step, widest)
    draw_hours(svg, plot, clock)
    svg.path(
        "".join(
            box(plot.left, plot.top + n * step + 0.6, plot.width, step - 1.2)
            for n, row in enumerate(rows)
            if not row.filled_in
        ),
        fill="hatch",
    )
    draw_cells(svg, _cells(rows, plot, step, tops))
    svg.area(plot.left, plot.top, plot.width, plot.height, down=len(rows), across=24, column=2)
    every = ceil(tallest / step - 0.1)
    for n, words in _names(rows, every):
        draw_row_name(svg, plot, plot.top + n * step, words, step, has_line=False)
    for n, row in list(enumerate(rows))[::every]:
        foot = plot.top + (n + 0.5) * step + svg.size * 0.33
        svg.text(plot.right + 6, foot, f"{row.filled_in} of {row.days}", "label")


def _names(rows: Sequence[HourRow], every: int) -> Iterator[tuple[int, str]]:
    """Yield which rows are named, and how: over years the row in which each begins, else the first days."""
    weeks = [row for row in rows if isinstance(row, HourWeek)]
    if not weeks or weeks[-1].last - weeks[0].first < YEARS_FROM:
        yield from ((n, row.short_label) for n, row in list(enumerate(rows))[::every])
        return
    years = [week.first.year for week in weeks]
    begun = [n for n in range(1, len(years)) if years[n] != years[n - 1]]
    first = [] if begun and begun[0] <= every else [0]
    yield from ((n, str(years[n])) for n in first + begun)


def _cells(rows: Sequence[HourRow], plot: Plot, step: float, tops: Sequence[int]) -> dict[int, list[str]]:
    """Return the cells of each shade; an hour without a twitch stays as light as the page."""
    wide, shade_by = plot.width / 24, shade_of(tops)
    stamps = {shade: stamp(wide - 1.2, step - 1.2, shade) for shade in set(shade_by.values())}
    lefts = {
        shade: [number(plot.left + hour * wide + 0.6 + across) for hour in range(24)]
        for shade, (across, _, _) in stamps.items()
    }
    cells: dict[int, list[str]] = {1: [], 2: [], 3: [], 4: []}
    for n, row in enumerate(rows):
        tops_by = {shade: number(plot.top + n * step + 0.6 + down) for shade, (_, down, _) in stamps.items()}
        for hour, count in enumerate(row.counts if row.filled_in else ()):
            if count:
                shade = shade_by[count]
                cells[shade].append(f"M{lefts[shade][hour]} {tops_by[shade]}{stamps[shade][2]}")
    return cells


def _key(tops: Sequence[int], rows: Sequence[HourRow]) -> list[tuple[Sample, str]]:
    entries: list[tuple[Sample, str]] = [(filled("seq-0", "neutral"), "none"), *key_of(tops)]
    if any(not row.filled_in for row in rows):
        entries.append((hatched, NOT_FILLED_IN))
    return entries
