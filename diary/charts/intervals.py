"""How many times as often, with what would also fit: a mark and a line on a scale of halves and doubles."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from math import log2

from diary.charts.axis import Plot
from diary.charts.chart import Chart, Numbers, Table
from diary.charts.key import Sample, draw_key
from diary.charts.svg import Svg, points, ring, shortened, text_width

TICKS = {0.125: "⅛", 0.25: "¼", 0.5: "half", 1: "as often", 2: "twice", 4: "4 times", 8: "8 times"}
LOWEST, HIGHEST = 0.125, 8
LINK = ("link", "no link shown")


@dataclass(frozen=True, slots=True)
class Interval:
    """How many times as often, from `low` to `high`; a finding is filled, all else hollow."""

    label: str
    ratio: float
    low: float
    high: float
    verdict: str
    is_found: bool = False


def intervals_chart(name: str, title: str, rows: Sequence[Interval], key: tuple[str, str] = LINK) -> Chart:
    """Return a row for each; what lies beyond an eighth or 8 times ends in an arrow.

    `key` is what a finding is called, and what all else.
    """
    header = ("Compared", "Times as often", "Between", "Found")
    table = Table(title, header, tuple(_row(row) for row in rows))
    said = "; ".join(f"{row.label}: {row.verdict.lower()}" for row in rows) or "Nothing is compared yet"
    return Chart(name, title, f"{said}.", table, partial(_draw, tuple(rows), key), partial(_numbers, rows))


def _row(row: Interval) -> tuple[str, ...]:
    return row.label, f"{row.ratio:.1f}", f"{row.low:.1f} and {row.high:.1f}", row.verdict


def _numbers(rows: Sequence[Interval]) -> Numbers:
    return Numbers(
        ("compared", "ratio", "low", "high", "found"),
        tuple((row.label, row.ratio, row.low, row.high, row.verdict) for row in rows),
    )


def _draw(rows: Sequence[Interval], key: tuple[str, str], svg: Svg) -> None:
    below = draw_key(svg, list(_key(rows, key)), 0, 2)
    beside = max((text_width(row.label, svg.size) for row in rows), default=0) + 12
    is_above = svg.is_narrow or beside > svg.width * 0.46  # names too long to stand beside their rows
    step, left = (svg.size * 3, 14.0) if is_above else (svg.size * 2, beside)
    right = svg.width - text_width(TICKS[HIGHEST], svg.size) / 2
    plot = Plot(left, below + 12, right, below + 12 + max(1, len(rows)) * step)
    svg.height = plot.bottom + svg.size + 14
    _draw_scale(svg, plot)
    for n, row in enumerate(rows):
        _draw_row(svg, row, plot, plot.top + (n + 1) * step - svg.size, is_above)
    svg.area(0, plot.top, svg.width, plot.height, down=len(rows))


def _x(plot: Plot, ratio: float) -> float:
    share = log2(min(HIGHEST, max(LOWEST, ratio)) / LOWEST) / log2(HIGHEST / LOWEST)
    return plot.left + plot.width * share


def _draw_scale(svg: Svg, plot: Plot) -> None:
    """Draw the scale; once as often stands out, for there is no difference."""
    is_tight = plot.width / (len(TICKS) - 1) < text_width(TICKS[1], svg.size) + 6
    for ratio, words in TICKS.items():
        x = _x(plot, ratio)
        svg.line(x, plot.top, x, plot.bottom, "neutral" if ratio == 1 else "line", 1.4 if ratio == 1 else 1)
        if not is_tight or ratio in (0.25, 1, 4):
            svg.text(x, plot.bottom + svg.size + 4, words, "label", "middle")


def _draw_row(svg: Svg, row: Interval, plot: Plot, y: float, is_above: bool) -> None:
    if is_above:
        words = shortened(row.label, svg.width, svg.size)
        svg.rect(0, y - svg.size * 1.9, text_width(words, svg.size), svg.size * 1.3, fill="surface")
        svg.text(0, y - svg.size * 0.9, words)
    else:
        svg.text(0, y + svg.size * 0.35, row.label)
    tone = "series-2" if row.is_found else "neutral"
    svg.line(_x(plot, row.low), y, _x(plot, row.high), y, tone, 2)
    beyond = [(plot.left, 5)] * (row.low < LOWEST) + [(plot.right, -5)] * (row.high > HIGHEST)
    for x, back in beyond:
        svg.path(points((x + back, y - 4), (x, y), (x + back, y + 4)), stroke=tone, width=2)
    svg.path(ring(_x(plot, row.ratio), y, 5), fill=tone if row.is_found else "surface", stroke=tone, width=2)


def _key(rows: Sequence[Interval], key: tuple[str, str]) -> Iterator[tuple[Sample, str]]:
    if any(row.is_found for row in rows):
        yield partial(_sample, True), key[0]
    if not all(row.is_found for row in rows):
        yield partial(_sample, False), key[1]


def _sample(is_found: bool, svg: Svg, x: float, y: float) -> None:
    tone = "series-2" if is_found else "neutral"
    svg.line(x, y, x + 16, y, tone, 2)
    svg.path(ring(x + 8, y, 4), fill=tone if is_found else "surface", stroke=tone, width=2)
