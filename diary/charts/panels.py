"""Small multiples: what each day was like, one panel under the other on the same time axis."""

from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from itertools import groupby

from diary.charts.axis import HEADS, Plot, draw_base, draw_slot_labels, slot_text
from diary.charts.chart import Chart, Numbers, Table
from diary.charts.key import Sample, draw_key
from diary.charts.marks import Mark, draw_marks, lines, place
from diary.charts.strip import Slot
from diary.charts.svg import Svg, box, points, ring, shortened, text_width
from diary.quantities.dates import format_dates

NOT_RECORDED = "not recorded"
MOST_DOTS = {False: 130, True: 60}
"""So many dots across are told apart, in a wide and in a narrow picture."""


@dataclass(frozen=True, slots=True)
class Panel:
    """A value for each slot, None where none was given; drawn between `low` and `high`.

    `words` are the values as the table says them. With `tone` it is drawn as bars from 0 in that colour, with
    a mark of its own for 0; else as dots and a line. `entered` says when, of slots whose value was given on a
    later day, from memory; these are drawn hollow.
    """

    label: str
    values: tuple[float | None, ...]
    words: tuple[str, ...]
    low: float
    high: float
    low_words: str
    high_words: str
    tone: str = ""
    entered: Mapping[int, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class _Facts:
    slots: tuple[Slot, ...]
    panels: tuple[Panel, ...]
    marks: tuple[Mark, ...]
    each: str

    @property
    def days(self) -> int:
        return (self.slots[-1].last - self.slots[0].start).days + 1

    @property
    def has_memory(self) -> bool:
        """Whether a value was given on a later day."""
        return any(panel.entered for panel in self.panels)


def panels_chart(
    name: str,
    title: str,
    slots: Sequence[Slot],
    panels: Sequence[Panel],
    marks: Sequence[Mark] = (),
    each: str = "day",
) -> Chart:
    """Return the panels, with the marks as lines through all of them."""
    facts = _Facts(tuple(slots), tuple(panels), tuple(marks), each)
    entered = ("Entered",) if facts.has_memory else ()
    header = (HEADS[each], *(panel.label for panel in panels), *entered, *(("Marks",) if marks else ()))
    table = Table(title, header, tuple(_rows(facts)))
    return Chart(name, title, _description(facts), table, partial(_draw, facts), partial(_numbers, facts))


def _rows(facts: _Facts) -> Iterator[tuple[str, ...]]:
    for n, slot in enumerate(facts.slots):
        on = [mark.words for mark in facts.marks if mark.touches(slot.start, slot.last)]
        marks = (", ".join(on) or "-",) if facts.marks else ()
        entered = (_entered(facts, n),) if facts.has_memory else ()
        values = (panel.words[n] for panel in facts.panels)
        yield slot_text(slot.start, slot.last, facts.each), *values, *entered, *marks


def _entered(facts: _Facts, n: int) -> str:
    """Return which values of a slot were given when, if on a later day."""
    later = (f"{panel.label.lower()} {panel.entered[n]}" for panel in facts.panels if n in panel.entered)
    return ", ".join(later) or "-"


def _numbers(facts: _Facts) -> Numbers:
    header = ("first", "last", *(panel.label for panel in facts.panels))
    rows = (
        (slot.start, slot.last, *(panel.values[n] for panel in facts.panels))
        for n, slot in enumerate(facts.slots)
    )
    return Numbers(header, tuple(rows))


def _description(facts: _Facts) -> str:
    if not facts.slots or not facts.panels:
        return "Nothing to show."
    names = ", ".join(panel.label.lower() for panel in facts.panels)
    return f"{format_dates(facts.slots[0].start, facts.slots[-1].last)}, one under the other: {names}."


def _draw(facts: _Facts, svg: Svg) -> None:
    left = max((text_width(words, svg.size) for p in facts.panels for words in _ends(p)), default=0) + 12
    high, gap = 44.0, svg.size * 1.9
    below = draw_key(svg, MEMORY_KEY, 0, 2) + 8 if facts.has_memory else 0.0
    if not facts.slots:
        svg.height = below + svg.size
        return
    marks = place(facts.marks, svg, left, svg.width - 8 - left, facts.slots[0].start, facts.days)
    top = below + svg.size * 1.3 * lines(marks) + 4
    plot = Plot(left, top, svg.width - 8, top + max(1, len(facts.panels)) * (high + gap))
    svg.height = plot.bottom + svg.size + 18
    draw_marks(svg, plot, marks)
    for n, panel in enumerate(facts.panels):
        foot = plot.top + (n + 1) * (high + gap)
        _draw_panel(svg, panel, Plot(plot.left, foot - high, plot.right, foot))
    draw_base(svg, plot)
    draw_slot_labels(svg, plot, [slot.start for slot in facts.slots], facts.slots[-1].last, facts.each)
    svg.area(plot.left, plot.top, plot.width, plot.height, across=len(facts.slots))


def _ends(panel: Panel) -> tuple[str, str]:
    return panel.low_words, panel.high_words


def _draw_panel(svg: Svg, panel: Panel, at: Plot) -> None:
    label = shortened(panel.label, at.width / 1.1, svg.size)
    wide = text_width(label, svg.size, bold=True)
    svg.rect(at.left, at.top - svg.size * 1.6, wide, svg.size * 1.5, fill="surface")  # over the marks
    svg.text(at.left, at.top - svg.size * 0.55, label, bold=True)
    svg.line(at.left, at.top, at.right, at.top)
    svg.line(at.left, at.bottom, at.right, at.bottom, "neutral" if panel.tone else "line")
    svg.text(at.left - 8, at.top + svg.size * 0.7, panel.high_words, "label", "end")
    svg.text(at.left - 8, at.bottom, panel.low_words, "label", "end")
    spread = (panel.high - panel.low) or 1
    heights = [None if v is None else at.height * (v - panel.low) / spread for v in panel.values]
    if panel.tone:
        _draw_bars(svg, heights, at, panel.tone, panel.entered)
    else:
        _draw_line(svg, heights, at, panel.entered)


def _draw_bars(
    svg: Svg, heights: Sequence[float | None], at: Plot, tone: str, hollow: Container[int]
) -> None:
    """Draw a bar for each value; a zero is a mark on the line, and what is not known is nothing."""
    step = at.width / len(heights)
    width = max(0.8, min(step * 0.7, 24))
    bars = [
        (n, at.left + (n + 0.5) * step - width / 2, high)
        for n, high in enumerate(heights)
        if high is not None
    ]
    full = {n: box(x, at.bottom - high, width, high) for n, x, high in bars if high}
    svg.path("".join(bar for n, bar in full.items() if n not in hollow), fill=tone)
    svg.path("".join(bar for n, bar in full.items() if n in hollow), fill="surface", stroke=tone)
    svg.path("".join(box(x, at.bottom - 2, width, 2) for _, x, high in bars if not high), fill="neutral")


def _draw_line(svg: Svg, heights: Sequence[float | None], at: Plot, hollow: Container[int]) -> None:
    """Draw a dot for each value, joined where they follow one another; a gap stays a gap."""
    step = at.width / len(heights)
    marks = [
        None if high is None else (at.left + (n + 0.5) * step, at.bottom - high)
        for n, high in enumerate(heights)
    ]
    runs = [[*filter(None, run)] for is_known, run in groupby(marks, key=bool) if is_known]
    svg.path("".join(points(*run) for run in runs), stroke="series-3", width=1, round_ends=True)
    size = 4.4 if len(marks) <= MOST_DOTS[svg.is_narrow] else 2.6
    dots = "".join(points(mark) + "h.01" for n, mark in enumerate(marks) if mark and n not in hollow)
    rings = "".join(ring(*mark, size / 2 + 0.8) for n, mark in enumerate(marks) if mark and n in hollow)
    svg.path(dots, stroke="series-3", width=size, round_ends=True)
    svg.path(rings, fill="surface", stroke="series-3", width=1.2)


def _dot_sample(svg: Svg, x: float, y: float) -> None:
    svg.path(points((x + 10, y)) + "h.01", stroke="series-3", width=4, round_ends=True)


def _ring_sample(svg: Svg, x: float, y: float) -> None:
    svg.path(ring(x + 10, y, 2.8), fill="surface", stroke="series-3", width=1.2)


MEMORY_KEY: tuple[tuple[Sample, str], ...] = (
    (_dot_sample, "given on the day"),
    (_ring_sample, "from memory, given on a later day"),
)
