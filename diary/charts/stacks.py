"""Two kinds of days side by side: a dot for each day, over how many twitches it had."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from diary.charts.axis import Plot, count_ticks, draw_base, plural
from diary.charts.chart import Chart, Numbers, Table
from diary.charts.key import Sample, draw_key
from diary.charts.svg import Svg, isolated, points, shortened, text_width

MOST_HIGH, MOST_WIDE = 14, 8
"""Rows and columns of dots in one pile; with more days on it each dot stands for several."""
DOT = 6.2
TONES = ("series-1", "series-2")


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of days and how many twitches each of them had."""

    label: str
    counts: tuple[int, ...]

    @property
    def mean(self) -> float | None:
        """Twitches a day; None without a day."""
        return sum(self.counts) / len(self.counts) if self.counts else None


@dataclass(frozen=True, slots=True)
class _Pile:
    """Dots side by side, `wide` in a row, each for so many days; the last one may stand for fewer."""

    wide: int
    each: int

    def places(self, days: int) -> Iterator[tuple[float, float]]:
        """Yield where the dots of so many days lie, from the middle of the foot."""
        dots = -(-days // self.each)
        for n in range(dots):
            in_row = min(self.wide, dots - n // self.wide * self.wide)
            yield DOT * (n % self.wide - (in_row - 1) / 2), DOT * (n // self.wide)


def stacks_chart(name: str, title: str, kinds: Sequence[Kind], noun: str = "Episodes") -> Chart:
    """Return a row for each kind of days, two at most, a stack of dots for each number of `noun` a day."""
    most = max((count for kind in kinds for count in kind.counts), default=-1)
    found = [Counter(kind.counts) for kind in kinds]
    header = (f"{noun} a day", *(f"Days: {kind.label}" for kind in kinds))
    rows = tuple((f"{n}", *(f"{counter[n]}" for counter in found)) for n in range(most + 1))
    return Chart(
        name,
        title,
        f"{'; '.join(map(_words, kinds))}.",
        Table(title, header, rows),
        partial(_draw, tuple(kinds), most, noun.lower()),
        partial(_numbers, kinds, noun.lower()),
    )


def _numbers(kinds: Sequence[Kind], noun: str) -> Numbers:
    rows = ((kind.label, count) for kind in kinds for count in kind.counts)
    return Numbers(("kind", f"{noun}_a_day"), tuple(rows))


def _draw(kinds: Sequence[Kind], most: int, noun: str, svg: Svg) -> None:
    top = count_ticks(max(most, 4))[-1]
    highest = max((_highest(kind) for kind in kinds), default=1)
    wide = max(1, min(-(-highest // MOST_HIGH), MOST_WIDE, int((svg.width - 36) / top / DOT)))
    each = -(-highest // (MOST_HIGH * wide))
    below = draw_key(svg, list(_key(each)), 0, 2)
    high = 8.0 + DOT * -(-highest // (each * wide))
    left, right = max(wide * DOT, svg.size) / 2, svg.width - 26
    for n, kind in enumerate(kinds):
        head = _draw_heading(svg, kind, below + 10) + 8
        plot = Plot(left, head, right, head + high)
        _draw_stack(svg, kind, plot, top, _Pile(wide, each), TONES[n])
        below = plot.bottom
    _draw_scale(svg, Plot(left, below, right, below), top, noun)
    svg.height = below + svg.size * 2.9 + 6


def _draw_heading(svg: Svg, kind: Kind, top: float) -> float:
    """Write which days they are and their mean, on two lines where one is too short; return the foot."""
    room = svg.width / 1.1
    is_long = text_width(_words(kind), svg.size) > room
    lines = (kind.label, _mean_words(kind)) if is_long else (_words(kind),)
    for n, line in enumerate(lines, 1):
        svg.text(0, top + n * svg.size * 1.2, shortened(line, room, svg.size), bold=n == 1)
    return top + len(lines) * svg.size * 1.2


def _words(kind: Kind) -> str:
    return f"{isolated(kind.label)}: {_mean_words(kind)}"


def _mean_words(kind: Kind) -> str:
    mean = "" if kind.mean is None else f", {kind.mean:.1f} a day"
    return f"{plural(len(kind.counts), 'day')}{mean}"


def _highest(kind: Kind) -> int:
    return max(Counter(kind.counts).values(), default=1)


def _draw_stack(svg: Svg, kind: Kind, plot: Plot, top: int, pile: _Pile, tone: str) -> None:
    """Pile the dots over their number of twitches, and mark the mean behind them, so that it hides none."""
    if kind.mean is not None:
        x = plot.left + plot.width * kind.mean / top
        svg.line(x, plot.top, x, plot.bottom, "ink", 1.6)
    dots = "".join(
        points((plot.left + plot.width * value / top + x, plot.bottom - 6 - y)) + "h.01"
        for value, days in Counter(kind.counts).items()
        for x, y in pile.places(days)
    )
    svg.path(dots, stroke=tone, width=5, round_ends=True)
    draw_base(svg, plot)
    step, most = plot.width / top, max(kind.counts, default=-1)
    svg.area(plot.left - step / 2, plot.top, step * (most + 1), plot.height, across=most + 1)


def _draw_scale(svg: Svg, plot: Plot, top: int, noun: str) -> None:
    for tick in count_ticks(top):
        x = plot.left + plot.width * tick / top
        svg.line(x, plot.bottom, x, plot.bottom + 5, "neutral")
        svg.text(x, plot.bottom + svg.size + 8, f"{tick}", "label", "middle")
    svg.text(svg.width, plot.bottom + svg.size * 2.9, f"{noun} a day", "label", "end")


def _key(each: int) -> Iterator[tuple[Sample, str]]:
    yield _dot_sample, "one day" if each == 1 else f"up to {each} days"
    yield _mean_sample, "average"


def _dot_sample(svg: Svg, x: float, y: float) -> None:
    svg.path(f"{points((x + 8, y))}h.01", stroke="series-1", width=5, round_ends=True)


def _mean_sample(svg: Svg, x: float, y: float) -> None:
    svg.line(x + 8, y - 5, x + 8, y + 5, "ink", 1.6)
