"""Few to many as four shades: darker and larger for more, so that black and white alone tell them apart."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise

from diary.charts.key import Sample
from diary.charts.svg import Svg, box

SIZES = {1: 0.46, 2: 0.64, 3: 0.82, 4: 1.0}
"""How much of its cell a shade fills, across and down."""
EDGED = (1, 2)
"""Shades so light that only an edge shows them on white paper."""


def tone_tops(most: int) -> tuple[int, ...]:
    """Return the highest count of each of the four shades above none; few counts need fewer shades."""
    if most <= 4:
        return tuple(range(1, most + 1))
    return tuple(-(-most * k // 4) for k in (1, 2, 3, 4))


def shades(tops: Sequence[int]) -> list[tuple[int, int]]:
    """Return (highest count, shade): the darkest shade is always the highest count."""
    return [(0, 0), *((top, 4 - len(tops) + n) for n, top in enumerate(tops, 1))]


def shade_of(tops: Sequence[int]) -> dict[int, int]:
    """Return the shade of every count from 1 up to the highest."""
    return {
        count: shade
        for (below, _), (top, shade) in pairwise(shades(tops))
        for count in range(below + 1, top + 1)
    }


def cell(x: float, y: float, width: float, height: float, shade: int) -> str:
    """Return the path of a cell, as much of it as its shade fills, around its middle."""
    part = SIZES[shade]
    return box(x + width * (1 - part) / 2, y + height * (1 - part) / 2, width * part, height * part)


def stamp(width: float, height: float, shade: int) -> tuple[float, float, str]:
    """Return where a cell of that shade begins in its place, and its shape, for very many of one size."""
    rest, part = (1 - SIZES[shade]) / 2, SIZES[shade]
    return width * rest, height * rest, box(0, 0, width * part, height * part).removeprefix("M0 0")


def draw_cells(svg: Svg, cells: Mapping[int, Iterable[str]], has_edges: bool = True) -> None:
    """Draw the cells of each shade as one path, the light ones with an edge."""
    for shade, paths in sorted(cells.items()):
        edge = "neutral" if has_edges and shade in EDGED else ""
        svg.path("".join(paths), fill=f"seq-{shade}", stroke=edge, width=0.9)


def sampled(shade: int) -> Sample:
    """Return a sample of a shade in its size."""

    def draw(svg: Svg, x: float, y: float) -> None:
        draw_cells(svg, {shade: [cell(x + 2, y - 6, 12, 12, shade)]})

    return draw


def key_of(tops: Sequence[int], unit: str = "") -> list[tuple[Sample, str]]:
    """Return the entries of the key, with the unit after the first."""
    ranges = [(below + 1, top, shade) for (below, _), (top, shade) in pairwise(shades(tops))]
    return [
        (sampled(shade), f"{low}{f' to {top}' if top > low else ''}{unit if low == 1 else ''}")
        for low, top, shade in ranges
    ]
