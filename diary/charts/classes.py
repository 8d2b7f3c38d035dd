"""How many twitches were how long: upright bars on a scale from seconds to weeks."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from diary.charts.axis import Plot, count_ticks, draw_base, draw_count_axis, plural
from diary.charts.chart import Chart, Numbers, Table
from diary.charts.key import Sample, draw_key, filled
from diary.charts.svg import Svg, box, text_width
from diary.quantities.lengths import format_length

LEAST = 2.0
"""One among thousands is still a mark to be seen."""


@dataclass(frozen=True, slots=True)
class LengthClass:
    """Lengths from `low` up to `high` seconds (None: or more): known, about so long, and still going."""

    low: int
    high: int | None
    known: int = 0
    about: int = 0
    going: int = 0

    @property
    def all(self) -> int:
        """How many there are."""
        return self.known + self.about + self.going

    @property
    def label(self) -> str:
        """The class in words: "10 s to 30 s"."""
        if self.high is None:
            return f"{format_length(self.low)} or more"
        if not self.low:
            return f"under {format_length(self.high)}"
        return f"{format_length(self.low)} to {format_length(self.high)}"


def classes_chart(name: str, title: str, classes: Sequence[LengthClass]) -> Chart:
    """Return a bar for each class of lengths; estimates are hatched, those still going are hollow."""
    header = ("Length", "Known", "About so long", "Still going")
    rows = tuple((c.label, *(f"{count:,}" for count in (c.known, c.about, c.going))) for c in classes)
    total = sum(c.all for c in classes)
    about = f"{plural(total, 'twitch', 'twitches')} by length, from seconds to weeks."
    return Chart(
        name,
        title,
        about if total else "No lengths recorded.",
        Table(title, header, rows),
        partial(_draw, tuple(classes)),
        partial(_numbers, classes),
    )


def _numbers(classes: Sequence[LengthClass]) -> Numbers:
    rows = tuple((c.low, c.high, c.known, c.about, c.going) for c in classes)
    return Numbers(("from_s", "to_s", "known", "about", "still_going"), rows)


def _draw(classes: Sequence[LengthClass], svg: Svg) -> None:
    below = draw_key(svg, _key(classes), 0, 2)
    ticks = count_ticks(max((c.all for c in classes), default=0))
    left = text_width(f"{ticks[-1]:,}", svg.size) + 12
    plot = Plot(left, below + 26, svg.width - 4, below + 26 + (150 if svg.is_narrow else 180))
    svg.height = plot.bottom + svg.size + 14
    draw_count_axis(svg, plot, ticks)
    step = plot.width / max(1, len(classes))
    unit = plot.height / ticks[-1]
    tops = [
        _draw_bar(svg, each, plot, plot.left + n * step + 2, step - 4, unit) for n, each in enumerate(classes)
    ]
    if all(text_width(f"{each.all:,}", svg.size, bold=True) <= step for each in classes):
        for n, each in enumerate(classes):
            _draw_number(svg, each.all, plot.left + (n + 0.5) * step, tops[n])
    draw_base(svg, plot)
    svg.area(plot.left, plot.top, plot.width, plot.height, across=len(classes))
    _draw_edges(svg, plot, classes, step)


def _draw_bar(svg: Svg, each: LengthClass, plot: Plot, x: float, width: float, unit: float) -> float:
    """Stack the known lengths, estimates and those still going, the surest at the foot; return the top."""
    known, about, going = (
        max(LEAST, count * unit) if count else 0 for count in (each.known, each.about, each.going)
    )
    top = plot.bottom - known
    svg.path(box(x, top, width, known) if known else "", fill="series-1")
    if about:
        top -= about
        svg.rect(x, top, width, about, fill="estimate", stroke="series-1", line=1.2)
    if going:
        top -= going
        svg.rect(x + 0.8, top, width - 1.6, going, fill="surface", stroke="series-2", line=1.6, dash="4 3")
    return top


def _draw_number(svg: Svg, count: int, middle: float, top: float) -> None:
    if count:
        svg.text(middle, top - 6, f"{count:,}", anchor="middle", bold=True)


def _draw_edges(svg: Svg, plot: Plot, classes: Sequence[LengthClass], step: float) -> None:
    """Name the edges between the classes that have room, each with a small tick."""
    free_from = 0.0
    for n, each in enumerate(classes):
        x = plot.left + n * step
        words = format_length(each.low) if each.low else "0"
        half = text_width(words, svg.size) / 2
        svg.line(x, plot.bottom, x, plot.bottom + 5, "neutral")
        middle = max(half, min(x, svg.width - half))
        if middle - half >= free_from:
            svg.text(middle, plot.bottom + svg.size + 8, words, "label", "middle")
            free_from = middle + half + 8


def _key(classes: Sequence[LengthClass]) -> list[tuple[Sample, str]]:
    samples: list[tuple[Sample, str, bool]] = [
        (filled("series-1"), "known", True),
        (filled("estimate", "series-1"), "about so long", any(c.about for c in classes)),
        (_going_sample, "still going, at least so long", any(c.going for c in classes)),
    ]
    return [(sample, words) for sample, words, is_there in samples if is_there]


def _going_sample(svg: Svg, x: float, y: float) -> None:
    svg.rect(x + 1, y - 5, 14, 10, fill="surface", stroke="series-2", line=1.6, dash="4 3")
