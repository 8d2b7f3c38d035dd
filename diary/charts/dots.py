"""How long: every twitch as a dot on a scale from seconds to weeks, against time."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import cached_property, partial
from math import log
from typing import NamedTuple

from diary.charts import dot_marks
from diary.charts.axis import (
    Plot,
    date_ticks,
    draw_base,
    draw_label_below,
    fraction_of,
    length_ticks,
    plural,
)
from diary.charts.chart import Chart, Numbers, Table
from diary.charts.key import Sample, draw_key
from diary.charts.shades import cell, draw_cells
from diary.charts.svg import Svg, text_width
from diary.quantities.dates import format_date, format_dates
from diary.quantities.lengths import format_length

# Above this many, single dots hide each other and cells of a grid say more.
MOST_DOTS = 900
MOST_ROWS = 60
CELLS_ACROSS = 52
CELLS_PER_TICK = 3
MINUTES = 1_440


class Dot(NamedTuple):
    """One twitch: its local start and its length in seconds, None when not recorded.

    `at_least` says it is still going on, `about` that the length is an estimate. A tuple: there are many.
    """

    when: datetime
    seconds: float | None
    at_least: bool = False
    about: bool = False


@dataclass(frozen=True, slots=True)
class Band:
    """The usual length from `first` to `last`: median and quartiles in seconds, None when too few to say."""

    first: date
    last: date
    n: int
    median: float | None = None
    low: float | None = None
    high: float | None = None


@dataclass(frozen=True)
class _Facts:
    """`rows` are those of the table that the dots have, where it lists them."""

    first: date
    last: date
    dots: tuple[Dot, ...]
    bands: tuple[Band, ...]
    ticks: tuple[tuple[int, str], ...]
    rows: tuple[int, ...]

    @property
    def days(self) -> int:
        return (self.last - self.first).days + 1

    @cached_property
    def places(self) -> list[tuple[float, float]]:
        """Where each dot stands, across and up, each 0 to 1; written for many thousands of them."""
        heights = {seconds: self.height_of(seconds) for seconds in {dot.seconds or 1 for dot in self.dots}}
        start, days = self.first.toordinal(), self.days
        return [
            (
                min(
                    1.0,
                    max(0.0, (when.toordinal() - start + (when.hour * 60 + when.minute) / MINUTES) / days),
                ),
                heights[seconds or 1],
            )
            for when, seconds, *_ in self.dots
        ]

    @cached_property
    def cells(self) -> Counter[tuple[int, int]]:
        """How many dots stand in each cell of the grid, by column and row."""
        up, across = self.cells_up, CELLS_ACROSS
        return Counter((min(across - 1, int(x * across)), min(up - 1, int(y * up))) for x, y in self.places)

    @property
    def cells_up(self) -> int:
        """The rows of the grid."""
        return CELLS_PER_TICK * (len(self.ticks) - 1)

    def height_of(self, seconds: float) -> float:
        """Return where a length stands between the lowest tick (0) and the highest (1)."""
        low, high = self.ticks[0][0], self.ticks[-1][0]
        return min(1.0, max(0.0, log(max(seconds, 1) / low) / log(high / low)))


def length_chart(
    name: str, title: str, first: date, last: date, dots: Sequence[Dot], bands: Sequence[Band] = ()
) -> Chart:
    """Return every length from `first` to `last`, with the median and the middle half of each band."""
    timed = tuple(dot for dot in dots if dot.seconds is not None)
    known = [dot.seconds for dot in timed if dot.seconds] or [10, 600]
    rows = tuple(n for n, dot in enumerate(dots) if dot.seconds is not None) if len(dots) <= MOST_ROWS else ()
    facts = _Facts(first, last, timed, tuple(bands), length_ticks(min(known), max(known)), rows)
    return Chart(
        name,
        title,
        _description(facts, len(dots)),
        _table(title, dots, bands),
        partial(_draw, facts),
        partial(_numbers, dots),
    )


def _numbers(dots: Sequence[Dot]) -> Numbers:
    rows = ((str(dot.when), dot.seconds, _manner(dot)) for dot in dots)
    return Numbers(("started", "length_s", "precision"), tuple(rows))


def _manner(dot: Dot) -> str | None:
    if dot.seconds is None:
        return None
    return "at least" if dot.at_least else "about" if dot.about else "known"


def _description(facts: _Facts, every: int) -> str:
    span = format_dates(facts.first, facts.last)
    if not facts.dots:
        return f"No lengths recorded, {span}."
    missing = every - len(facts.dots)
    more = f" {plural(missing, 'length')} not recorded." if missing else ""
    return f"{plural(len(facts.dots), 'twitch', 'twitches')} by start and length, {span}.{more}"


def _table(title: str, dots: Sequence[Dot], bands: Sequence[Band]) -> Table:
    """Return every length where they are few, and the usual length of each band where they are many."""
    if len(dots) <= MOST_ROWS:
        return Table(title, ("Started", "Length"), tuple(_dot_row(dot) for dot in dots))
    header = ("Days", "Twitches with a length", "Usual length", "Half were between")
    return Table(title, header, tuple(_band_row(band) for band in bands))


def _dot_row(dot: Dot) -> tuple[str, str]:
    if dot.seconds is None:
        return format_date(dot.when), "not recorded"
    manner = "at least " if dot.at_least else "about " if dot.about else ""
    return format_date(dot.when), manner + format_length(dot.seconds)


def _band_row(band: Band) -> tuple[str, ...]:
    usual = "too few to say" if band.median is None else format_length(band.median)
    between = "-"
    if band.low is not None and band.high is not None:
        between = f"{format_length(band.low)} and {format_length(band.high)}"
    return format_dates(band.first, band.last), f"{band.n:,}", usual, between


def _draw(facts: _Facts, svg: Svg) -> None:
    crowded = len(facts.dots) > MOST_DOTS
    below = draw_key(svg, list(_key(facts, crowded)), 0, 2)
    top = below + 14
    left = max(text_width(words, svg.size) for _, words in facts.ticks) + 12
    plot = Plot(left, top, svg.width - 6, top + (190 if svg.is_narrow else 230))
    svg.height = plot.bottom + svg.size + 14
    _draw_scales(svg, plot, facts)
    _mark_areas(svg, plot, facts)
    if crowded:
        _draw_cells(svg, plot, facts)
        _draw_medians(svg, plot, facts, halo=6)
    else:
        _draw_bands(svg, plot, facts)
        _draw_medians(svg, plot, facts)
        _draw_dots(svg, plot, facts)


def _mark_areas(svg: Svg, plot: Plot, facts: _Facts) -> None:
    """Say where the dots of the table stand, or where its bands do."""
    if facts.rows or not facts.dots:
        for row, (x, y) in zip(facts.rows, facts.places, strict=True):
            svg.area(plot.left + plot.width * x - 7, plot.bottom - plot.height * y - 7, 14, 14, row)
        return
    for row, band in enumerate(facts.bands):
        left, right = _edges(band, plot, facts)
        svg.area(left - 1, plot.top, right - left + 2, plot.height, row)


def _draw_scales(svg: Svg, plot: Plot, facts: _Facts) -> None:
    for seconds, words in facts.ticks:
        y = plot.bottom - plot.height * facts.height_of(seconds)
        svg.line(plot.left, y, plot.right, y)
        svg.text(plot.left - 8, y + svg.size * 0.35, words, "label", "end")
    draw_base(svg, plot)
    for day, words in date_ticks(facts.first, facts.last, int(plot.width / (svg.size * 3.8))):
        x = plot.left + plot.width * fraction_of(day, facts.first, facts.days)
        draw_label_below(svg, plot, x, words, words.isdigit())


def _key(facts: _Facts, crowded: bool) -> Iterator[tuple[Sample, str]]:
    if crowded:
        yield dot_marks.cells_sample, "from few to many twitches"
    else:
        yield dot_marks.dot_sample, "one twitch"
    if not crowded and any(dot.about and not dot.at_least for dot in facts.dots):
        yield dot_marks.about_sample, "about that long"
    if not crowded and any(dot.at_least for dot in facts.dots):
        yield dot_marks.at_least_sample, "at least that long"
    if any(band.median is not None for band in facts.bands):
        yield dot_marks.median_sample, "usual length (median)"
    if not crowded and any(band.low is not None for band in facts.bands):
        yield dot_marks.band_sample, "half were between"


def _draw_dots(svg: Svg, plot: Plot, facts: _Facts) -> None:
    """Draw all dots of a kind as one path: a line of no length with round ends is a dot."""
    size = 5.5 if len(facts.dots) <= 250 else 3.8
    paths: dict[str, list[str]] = {"dot": [], "about": [], "at_least": []}
    mark_of = {"dot": dot_marks.dot, "about": dot_marks.diamond, "at_least": dot_marks.ring_with_arrow}
    for dot, (x, y) in zip(facts.dots, facts.places, strict=True):
        kind = "at_least" if dot.at_least else "about" if dot.about else "dot"
        paths[kind].append(mark_of[kind](plot.left + plot.width * x, plot.bottom - plot.height * y))
    svg.path("".join(paths["dot"]), stroke="series-1", width=size, round_ends=True)
    svg.path("".join(paths["about"]), fill="surface", stroke="series-1", width=1.3)
    svg.path("".join(paths["at_least"]), fill="surface", stroke="series-2", width=1.5, round_ends=True)


def _draw_bands(svg: Svg, plot: Plot, facts: _Facts) -> None:
    """Draw the middle half of each band as a soft area."""
    for band in facts.bands:
        if band.low is not None and band.high is not None:
            left, right = _edges(band, plot, facts)
            top, foot = (
                plot.bottom - plot.height * facts.height_of(value) for value in (band.high, band.low)
            )
            svg.rect(left, top, right - left, max(1.0, foot - top), "seq-1", "neutral", radius=2, line=0.6)


def _draw_medians(svg: Svg, plot: Plot, facts: _Facts, halo: float = 0) -> None:
    """Draw the median of each band as a line, over a crowd with a halo."""
    for band in facts.bands:
        if band.median is not None:
            left, right = _edges(band, plot, facts)
            y = plot.bottom - plot.height * facts.height_of(band.median)
            if halo:
                svg.line(left, y, right, y, "surface", halo)
            svg.line(left, y, right, y, "ink", 2)


def _edges(band: Band, plot: Plot, facts: _Facts) -> tuple[float, float]:
    after = band.last + timedelta(days=1)
    left, right = (
        plot.left + plot.width * fraction_of(day, facts.first, facts.days) for day in (band.first, after)
    )
    return left + 1, max(left + 3, right - 1)


def _draw_cells(svg: Svg, plot: Plot, facts: _Facts) -> None:
    """Shade each cell of a grid by its share of the fullest one."""
    merged = 2 if svg.is_narrow else 1
    counts: Counter[tuple[int, int]] = Counter()
    for (column, row), count in facts.cells.items():
        counts[column // merged, row] += count
    fullest = max(counts.values())
    wide, high = plot.width * merged / CELLS_ACROSS, plot.height / facts.cells_up
    paths: dict[int, list[str]] = {1: [], 2: [], 3: [], 4: []}
    for (column, row), count in counts.items():
        shade = -(-4 * count // fullest)
        at = plot.left + column * wide + 0.5, plot.bottom - (row + 1) * high + 0.5
        paths[shade].append(cell(*at, wide - 1, high - 1, shade))
    draw_cells(svg, paths)
