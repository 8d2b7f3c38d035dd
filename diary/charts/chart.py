"""A finished chart: the same facts as a picture for a desk, a phone and paper, and as a table."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from django.utils.safestring import SafeString, mark_safe

from diary.charts.palette import PAPER
from diary.charts.svg import Svg, escaped

WIDE = 600
NARROW = 320


@dataclass(frozen=True)
class Table:
    """The numbers of a chart as words; the first cell of each row names the row."""

    caption: str
    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]

    @property
    def markup(self) -> SafeString:
        """The table as HTML; written here, because a template takes 20 times as long for a year of days."""
        head = "".join(f'<th scope="col">{escaped(name)}</th>' for name in self.header)
        body = "".join(_row_markup(row) for row in self.rows)
        return mark_safe(  # noqa: S308 - every word goes through escaped()
            f"<table><caption>{escaped(self.caption)}</caption><thead><tr>{head}</tr></thead>"
            f"<tbody>{body}</tbody></table>"
        )


@dataclass(frozen=True)
class Numbers:
    """The numbers of a chart for other programs: one row each, None where nothing is known."""

    header: tuple[str, ...]
    rows: tuple[tuple[str | float | date | None, ...], ...]


def _row_markup(row: tuple[str, ...]) -> str:
    cells = "".join(f"<td>{escaped(cell)}</td>" for cell in row[1:])
    return f'<tr><th scope="row">{escaped(row[0])}</th>{cells}</tr>'


@dataclass(frozen=True)
class Chart:
    """What a page shows: `title` says what is measured, `description` what the picture holds.

    The drawings are made when they are asked for. `name` begins every id in them; a page uses it once.
    """

    name: str
    title: str
    description: str
    table: Table
    draw: Callable[[Svg], None]
    numbers: Callable[[], Numbers]

    @cached_property
    def wide(self) -> SafeString:
        """The picture for a desk, 600 units wide."""
        return self._drawn(Svg(f"{self.name}-wide", WIDE, self.title, self.description))

    @cached_property
    def narrow(self) -> SafeString:
        """The picture for a phone, 320 units wide."""
        return self._drawn(Svg(f"{self.name}-narrow", NARROW, self.title, self.description))

    def on_paper(self, width: float, size: float = 11) -> SafeString:
        """Return the picture in greys, `width` units wide with text of `size` units.

        Printed p points wide, its text comes out at size * p / width points.
        """
        return self._drawn(Svg(f"{self.name}-paper", width, self.title, self.description, PAPER, size))

    def _drawn(self, svg: Svg) -> SafeString:
        self.draw(svg)
        return svg.render()
