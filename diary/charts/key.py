"""The key above a picture: what each kind of mark means, in words."""

from collections.abc import Callable, Sequence

from diary.charts.svg import Svg, shortened, text_width

# Draws a sample with its left edge at x and its middle at y, at most 16 wide and 10 high.
Sample = Callable[[Svg, float, float], None]
SAMPLE_WIDTH = 16


def filled(tone: str, edge: str = "") -> Sample:
    """Return a sample of a filled area."""
    return lambda svg, x, y: svg.rect(x, y - 5, SAMPLE_WIDTH, 10, fill=tone, stroke=edge, radius=2, line=0.75)


hatched = filled("hatch", "hatch")


def draw_key(
    svg: Svg, entries: Sequence[tuple[Sample, str]], left: float, top: float, room: float = 0
) -> float:
    """Write the key in as many lines as it needs from (left, top), and return where it ends below."""
    right, x, y = left + (room or svg.width - left), left, top + svg.size * 0.6
    for sample, full in entries:
        words = shortened(full, right - left - SAMPLE_WIDTH - 6, svg.size)
        wide = SAMPLE_WIDTH + 6 + text_width(words, svg.size)
        if x > left and x + wide > right:
            x, y = left, y + svg.size * 1.5
        sample(svg, x, y)
        svg.text(x + SAMPLE_WIDTH + 6, y + svg.size * 0.35, words)
        x += wide + 16
    return y + svg.size * 0.6
