"""What the marks of the lengths look like, and each beside its words in the key."""

from diary.charts.shades import cell, draw_cells
from diary.charts.svg import Svg, number, ring


def dot(x: float, y: float) -> str:
    """Return a line of no length, which round ends make a dot."""
    return f"M{number(x)} {number(y)}h.01"


def diamond(x: float, y: float) -> str:
    """Return a length that is about so."""
    return f"M{number(x)} {number(y - 4)}l4 4l-4 4l-4-4z"


def ring_with_arrow(x: float, y: float) -> str:
    """Return a length that is at least so: an arrow up from a ring."""
    return f"{ring(x, y, 3)}M{number(x)} {number(y - 3)}v-9m-3 3l3-3l3 3"


def dot_sample(svg: Svg, x: float, y: float) -> None:
    """Draw it for the key."""
    svg.path(dot(x + 10, y), stroke="series-1", width=5.5, round_ends=True)


def about_sample(svg: Svg, x: float, y: float) -> None:
    """Draw it for the key."""
    svg.path(diamond(x + 10, y), fill="surface", stroke="series-1", width=1.3)


def at_least_sample(svg: Svg, x: float, y: float) -> None:
    """Draw it for the key."""
    svg.path(ring_with_arrow(x + 10, y + 4), fill="surface", stroke="series-2", width=1.5, round_ends=True)


def median_sample(svg: Svg, x: float, y: float) -> None:
    """Draw it for the key."""
    svg.line(x, y, x + 16, y, "ink", 2.2)


def band_sample(svg: Svg, x: float, y: float) -> None:
    """Draw it for the key."""
    svg.rect(x, y - 5, 16, 10, "seq-1", "neutral", radius=2, line=0.6)


def cells_sample(svg: Svg, x: float, y: float) -> None:
    """Draw it for the key."""
    for step in (1, 2, 3, 4):
        draw_cells(svg, {step: [cell(x - 2 + (step - 1) * 5, y - 2.5, 5, 5, step)]})
