"""What happened beside the twitching: lines through a picture, each named above it where there is room."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from diary.charts.axis import Plot, fraction_of
from diary.charts.svg import Svg, shortened, text_width

MOST_WORDS = 190
MOST_LINES = 3


@dataclass(frozen=True, slots=True)
class Mark:
    """A visit, or a medicine that was begun; between `first` and `last` where no day is known."""

    first: date
    words: str
    last: date | None = None

    def touches(self, first: date, last: date) -> bool:
        """Whether it may have happened on one of these days."""
        return self.first <= last and (self.last or self.first) >= first


@dataclass(frozen=True, slots=True)
class Placed:
    """A mark between two places across, with its words around `middle` on a line; None leaves them out."""

    start: float
    end: float
    middle: float
    words: str
    line: int | None


def place(marks: Iterable[Mark], svg: Svg, left: float, width: float, first: date, days: int) -> list[Placed]:
    """Return where the marks stand, the words of each on the lowest line that has room for them."""
    placed: list[Placed] = []
    free_from = [0.0] * MOST_LINES
    for mark in sorted(marks, key=lambda mark: (mark.first, mark.last or mark.first)):
        ends = (left + width * fraction_of(day, first, days) for day in (mark.first, mark.last or mark.first))
        start, end = ends
        words = shortened(mark.words, MOST_WORDS, svg.size)
        half = text_width(words, svg.size) / 2
        middle = min(max((start + end) / 2, half), svg.width - half)
        line = next((n for n, free in enumerate(free_from) if middle - half >= free), None)
        if line is not None:
            free_from[line] = middle + half + 8
        placed.append(Placed(start, end, middle, words, line))
    return placed


def lines(placed: Sequence[Placed]) -> int:
    """Return how many lines of words stand above the picture."""
    return max((mark.line + 1 for mark in placed if mark.line is not None), default=0)


def draw_marks(svg: Svg, plot: Plot, placed: Sequence[Placed]) -> None:
    """Draw each mark through the whole plot, up to its words."""
    for mark in placed:
        top = plot.top - (mark.line or 0) * svg.size * 1.3
        svg.line(mark.start, top, mark.start, plot.bottom, "series-2", 1.4, "5 3")
        if mark.end > mark.start:
            svg.line(mark.end, top, mark.end, plot.bottom, "series-2", 1.4, "5 3")
            svg.line(mark.start, top, mark.end, top, "series-2", 2.4)
    for mark in placed:  # over the lines of the others, which would cross its words
        if mark.line is not None:
            wide = text_width(mark.words, svg.size)
            top = plot.top - mark.line * svg.size * 1.3
            svg.rect(mark.middle - wide / 2, top - 4 - svg.size, wide, svg.size * 1.25, fill="surface")
            svg.text(mark.middle, top - 4, mark.words, "series-2", "middle")
