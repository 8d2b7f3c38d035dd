"""From midnight to midnight: the frame of every picture of the time of day."""

from collections.abc import Sequence

from diary.charts.axis import Plot, hour_text
from diary.charts.key import Sample, draw_key
from diary.charts.svg import Svg, text_width

HOURS = (0, 6, 12, 18, 24)


def framed(svg: Svg, entries: Sequence[tuple[Sample, str]], height: float, at_right: str) -> Plot:
    """Draw the key, leave room for the names of rows and states, and return the area between."""
    below = draw_key(svg, entries, 0, 2)
    top = below + svg.size + 12
    left = text_width("30 May", svg.size) + 10
    right = svg.width - text_width(at_right, svg.size) - 6
    svg.height = top + height + 4
    return Plot(left, top, right, top + height)


def draw_hours(svg: Svg, plot: Plot, clock: str) -> None:
    """Draw a line for every sixth hour and name it above, or every other one where there is less room."""
    size = svg.size * 0.92
    widest = max(text_width(hour_text(hour, clock), size) for hour in HOURS)
    named = HOURS if widest + 4 <= plot.width / 4 else HOURS[::2]
    for hour in HOURS:
        x = plot.left + plot.width * hour / 24
        svg.line(x, plot.top - 3, x, plot.bottom)
        if hour in named:
            svg.text(x, plot.top - 7, hour_text(hour, clock), "label", "middle", size=size)


def draw_row_name(svg: Svg, plot: Plot, top: float, words: str, step: float, has_line: bool = True) -> None:
    """Name a row at its left, with a line above it where asked for."""
    if has_line:
        svg.line(plot.left, top, plot.right, top)
    svg.text(plot.left - 8, top + step / 2 + svg.size * 0.35, words, "label", "end")
