"""How strong over time: upright bars of levels in order, the lowest at the foot; right in black and white."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import accumulate

from diary.charts.axis import (
    HEADS,
    Plot,
    count_ticks,
    draw_base,
    draw_count_axis,
    draw_slot_labels,
    plural,
    slot_text,
)
from diary.charts.chart import Chart, Numbers, Table
from diary.charts.key import draw_key
from diary.charts.strip import Slot
from diary.charts.svg import Svg, box, text_width
from diary.quantities.dates import format_dates

TONES = {"seq-1": "", "seq-2": "lined", "seq-3": "cut", "seq-4": ""}
"""The tones of the levels, from the lowest, and the lines over each."""
LINED_FROM, EDGED_FROM = 9.0, 4.0
"""Bars closer together than this have no room for lines, or would be all edge."""
NOT_RECORDED = "not recorded"


@dataclass(frozen=True, slots=True)
class _Facts:
    slots: tuple[Slot, ...]
    levels: tuple[str, ...]
    counts: tuple[tuple[int, ...], ...]
    each: str

    @property
    def total(self) -> int:
        """How many answers there are."""
        return sum(map(sum, self.counts))


def levels_chart(
    name: str,
    title: str,
    slots: Sequence[Slot],
    levels: Sequence[str],
    counts: Iterable[Sequence[int]],
    each: str = "week",
) -> Chart:
    """Return a bar for each slot, with how many had each of the levels, four at most, the lowest first."""
    facts = _Facts(tuple(slots), tuple(levels), tuple(tuple(count) for count in counts), each)
    table = Table(title, (HEADS[each], *facts.levels), tuple(_rows(facts)))
    return Chart(name, title, _description(facts), table, partial(_draw, facts), partial(_numbers, facts))


def _rows(facts: _Facts) -> Iterable[tuple[str, ...]]:
    for slot, counts in zip(facts.slots, facts.counts, strict=True):
        known = (f"{count:,}" for count in counts)
        cells = known if any(counts) else (NOT_RECORDED,) * len(counts)
        yield slot_text(slot.start, slot.last, facts.each), *cells


def _numbers(facts: _Facts) -> Numbers:
    rows = (
        (slot.start, slot.last, *(counts if any(counts) else (None,) * len(counts)))
        for slot, counts in zip(facts.slots, facts.counts, strict=True)
    )
    return Numbers(("first", "last", *(level.lower() for level in facts.levels)), tuple(rows))


def _description(facts: _Facts) -> str:
    if not facts.total:
        return "Nothing recorded."
    span = format_dates(facts.slots[0].start, facts.slots[-1].last)
    return f"One bar for each {facts.each}, {span}, from {plural(facts.total, 'answer')}."


def _draw(facts: _Facts, svg: Svg) -> None:
    samples = [(partial(_sample, tone), words) for tone, words in zip(TONES, facts.levels, strict=False)]
    below = draw_key(svg, samples, 0, 2)
    ticks = count_ticks(max(map(sum, facts.counts), default=0))
    left = text_width(f"{ticks[-1]:,}", svg.size) + 12
    plot = Plot(left, below + 18, svg.width - 4, below + 18 + (130 if svg.is_narrow else 160))
    svg.height = plot.bottom + svg.size + 14
    draw_count_axis(svg, plot, ticks)
    step = plot.width / max(1, len(facts.slots))
    for level, tone in list(enumerate(TONES))[: len(facts.levels)]:
        boxes = "".join(_boxes(facts, level, plot, ticks[-1]))
        svg.path(boxes, fill=tone)
        if step > EDGED_FROM:
            lines = TONES[tone] if step > LINED_FROM else ""
            svg.path(boxes, fill=lines or "none", stroke="neutral", width=0.75 if lines else 0.5)
    draw_base(svg, plot)
    if facts.slots:
        svg.area(plot.left, plot.top, plot.width, plot.height, across=len(facts.slots))
        draw_slot_labels(svg, plot, [slot.start for slot in facts.slots], facts.slots[-1].last, facts.each)


def _boxes(facts: _Facts, level: int, plot: Plot, top: int) -> Iterable[str]:
    """Yield the part of each bar that stands for a level."""
    step = plot.width / max(1, len(facts.slots))
    width = min(step * (0.7 if step > 4 else 0.9), 56)
    for n, counts in enumerate(facts.counts):
        if counts[level]:
            under, over = (plot.height * count / top for count in _ends(counts, level))
            yield box(plot.left + (n + 0.5) * step - width / 2, plot.bottom - over, width, over - under)


def _ends(counts: Sequence[int], level: int) -> tuple[int, int]:
    sums = [0, *accumulate(counts)]
    return sums[level], sums[level + 1]


def _sample(tone: str, svg: Svg, x: float, y: float) -> None:
    svg.rect(x, y - 5, 16, 10, fill=tone)
    svg.rect(x, y - 5, 16, 10, fill=TONES[tone] or "none", stroke="neutral", line=0.75)
