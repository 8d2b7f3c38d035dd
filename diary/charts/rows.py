"""Lying bars with the words at their left and the number at their end; right in black and white."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from diary.charts.chart import Chart, Numbers, Table
from diary.charts.svg import Svg, shortened, text_width

NOT_FILLED_IN = "not filled in"


@dataclass(frozen=True, slots=True)
class Row:
    """One bar: `value` of `of` (or of the longest bar), `words` at its end, None when not filled in."""

    label: str
    value: float | None
    words: str = ""
    of: float | None = None

    @property
    def text(self) -> str:
        """What stands at the end of the bar."""
        if self.value is None or self.of == 0:
            return NOT_FILLED_IN
        return self.words or f"{self.value:,g}"

    @property
    def is_blank(self) -> bool:
        """Whether there is nothing to draw a bar from."""
        return self.value is None or self.of == 0


def rows_chart(name: str, title: str, rows: Sequence[Row], header: tuple[str, str]) -> Chart:
    """Return one lying bar per row; `header` names the two columns of its table."""
    table = Table(title, header, tuple((row.label, row.text) for row in rows))
    said = "; ".join(f"{row.label}: {row.text}" for row in rows) or "Nothing to show"
    return Chart(name, title, f"{said}.", table, partial(_draw, tuple(rows)), partial(_numbers, rows, header))


def _numbers(rows: Sequence[Row], header: tuple[str, str]) -> Numbers:
    names = tuple(name.lower().replace(" ", "_") for name in (*header, "of"))
    return Numbers(names, tuple((row.label, row.value, row.of) for row in rows))


def _draw(rows: Sequence[Row], svg: Svg) -> None:
    step = svg.size * 1.75
    left = min(svg.width * 0.4, max((text_width(row.label, svg.size) for row in rows), default=0) + 10)
    right = max((text_width(row.text, svg.size, bold=True) for row in rows), default=0) + 8
    room = max(20.0, svg.width - left - right)
    longest = max((row.value or 0 for row in rows), default=0) or 1
    svg.height = max(1, len(rows)) * step
    svg.area(0, 0, svg.width, len(rows) * step, down=len(rows))
    for n, row in enumerate(rows):
        _draw_row(svg, row, n * step, left, room, longest)


def _draw_row(svg: Svg, row: Row, top: float, left: float, room: float, longest: float) -> None:
    high = svg.size
    base = top + svg.size * 1.2
    svg.text(0, base, shortened(row.label, left - 6, svg.size))
    if row.is_blank:
        svg.rect(left, base - high * 0.92, room, high, fill="hatch")
        svg.text(left + room + 7, base, row.text, "label", italic=True)
        return
    length = room * min(1.0, (row.value or 0) / (row.of or longest))
    if row.of:
        svg.rect(left, base - high * 0.92, room, high, fill="surface", stroke="line")
    svg.rect(left, base - high * 0.92, max(length, 1), high, fill="series-1" if row.value else "neutral")
    end = left + (room if row.of else length) + 7
    svg.text(end, base, row.text, bold=True)
