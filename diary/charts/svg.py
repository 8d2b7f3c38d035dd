"""The one writer of SVG: marks with a class and a colour, text escaped in one place, ids of their own."""

import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import lru_cache
from html import escape
from unicodedata import bidirectional

from django.utils.safestring import SafeString, mark_safe

from diary.charts.palette import SCREEN

# The PDF ships Source Sans 3; in the browser the style sheet's own font wins.
FONT = "Source Sans 3, system-ui, sans-serif"
# What is hatched, with which line: the days not filled in, and twitches whose length is an estimate.
# Over a shade, the lines that keep two levels of an order apart in black and white.
HATCHES = {
    "hatch": ("hatch", 1.1),
    "estimate": ("series-1", 1.6),
    "lined": ("ink", 0.9),
    "cut": ("surface", 1.3),
}
_UNFIT_FOR_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def number(value: float) -> str:
    """Return a coordinate with one decimal at most; raises ValueError for NaN and infinity."""
    if value - value:  # NaN for NaN and infinity, and NaN is true; twice as quick as isfinite
        raise ValueError("A coordinate must be a finite number")
    return f"{value:.1f}".removesuffix(".0")


def points(*pairs: tuple[float, float]) -> str:
    """Return the path through the points, drawn with straight lines."""
    return "M" + "L".join(f"{number(x)} {number(y)}" for x, y in pairs)


def box(x: float, y: float, width: float, height: float) -> str:
    """Return the path of an upright rectangle."""
    return f"M{number(x)} {number(y)}h{number(width)}v{number(height)}h{number(-width)}z"


def pillar(x: float, y: float, width: float, height: float) -> str:
    """Return the path of a bar that stands on its foot, its two upper corners a little rounded."""
    r = min(2.5, width / 4, height)
    if r < 0.5:
        return box(x, y, width, height)
    corner = number(r)
    return (
        f"M{number(x)} {number(y + height)}v{number(r - height)}q0-{corner} {corner}-{corner}"
        f"h{number(width - 2 * r)}q{corner} 0 {corner} {corner}v{number(height - r)}z"
    )


def ring(x: float, y: float, radius: float) -> str:
    """Return the path of a circle."""
    r, across = number(radius), number(2 * radius)
    return f"M{number(x - radius)} {number(y)}a{r} {r} 0 1 1 {across} 0a{r} {r} 0 1 1-{across} 0z"


def text_width(words: str, size: float, bold: bool = False) -> float:
    """Return a generous estimate of how wide the words are drawn, in user units."""
    return size * (1.1 if bold else 1) * sum(_letter_width(letter) for letter in words)


@lru_cache(maxsize=512)
def _letter_width(letter: str) -> float:
    if letter in "\u200e\u2068\u2069":
        return 0.0
    if ord(letter) > 0x2E7F:
        return 1.05
    if letter in " .,:;'|ijlI":
        return 0.34
    return 0.98 if letter in "mwMW" else 0.64


def isolated(words: str) -> str:
    """Return words that run from right to left so that what follows them stays where it belongs."""
    is_mixed = any(bidirectional(letter) in ("R", "AL", "AN", "RLO", "RLE", "RLI") for letter in words)
    return f"\u2068{words}\u2069" if is_mixed else words


def shortened(words: str, room: float, size: float) -> str:
    """Return the words, cut with an ellipsis where they would be wider than the room."""
    if text_width(words, size) <= room:
        return words
    kept = words
    while kept and text_width(kept + "…", size) > room:
        kept = kept[:-1]
    return kept.rstrip() + "…"


class Svg:
    """A picture being drawn; `width` is given, `height` is set by whoever draws, both in user units."""

    def __init__(
        self,
        name: str,
        width: float,
        title: str,
        description: str,
        palette: Mapping[str, str] = SCREEN,
        size: float = 13,
    ) -> None:
        if not re.fullmatch(r"[a-z][a-z0-9-]*", name):
            raise ValueError("A chart's name must be fit for an id")
        self.name, self.width, self.height = name, width, 0.0
        self.title, self.description = title, description
        self.size = size
        self._palette = palette
        self._marks: list[str] = []
        self._definitions: dict[str, str] = {}
        self._areas: list[str] = []

    @property
    def is_on_screen(self) -> bool:
        """Whether there is room to scroll, and a script that reads areas."""
        return self._palette is SCREEN

    @property
    def is_narrow(self) -> bool:
        """Whether this is the drawing for a phone or for part of a page."""
        return self.width < 480

    def path(
        self,
        d: str,
        fill: str = "none",
        stroke: str = "",
        width: float = 1,
        dash: str = "",
        round_ends: bool = False,
    ) -> None:
        """Draw a path; `fill` and `stroke` are tones of the palette, or `fill` is one of HATCHES."""
        if d:
            self._marks.append(f'<path d="{d}"{self._paint(fill, stroke, width, dash, round_ends)}/>')

    def rect(
        self,
        x: float,
        y: float,
        width: float,
        height: float,
        fill: str = "none",
        stroke: str = "",
        radius: float = 0,
        line: float = 1,
        dash: str = "",
    ) -> None:
        """Draw a rectangle whose `line` is the width of its edge."""
        where = f'x="{number(x)}" y="{number(y)}" width="{number(width)}" height="{number(height)}"'
        corners = f' rx="{number(radius)}"' if radius else ""
        self._marks.append(f"<rect {where}{corners}{self._paint(fill, stroke, line, dash)}/>")

    def line(
        self,
        x1: float,
        y1: float,
        x2: float,
        y2: float,
        stroke: str = "line",
        width: float = 1,
        dash: str = "",
    ) -> None:
        """Draw a straight line."""
        self.path(points((x1, y1), (x2, y2)), stroke=stroke, width=width, dash=dash)

    def text(
        self,
        x: float,
        y: float,
        words: object,
        tone: str = "ink",
        anchor: str = "start",
        bold: bool = False,
        italic: bool = False,
        size: float | None = None,
    ) -> None:
        """Write the words with their base line at y; `anchor` is start, middle or end."""
        manner = ' font-weight="600"' if bold else ""
        manner += ' font-style="italic"' if italic else ""
        manner += f' text-anchor="{anchor}"' if anchor != "start" else ""
        manner += f' font-size="{number(size)}"' if size else ""
        paint = f'class="fill-{tone}" fill="{self._palette[tone]}"'
        self._marks.append(f'<text x="{number(x)}" y="{number(y)}"{manner} {paint}>{escaped(words)}</text>')

    @contextmanager
    def moved(self, x: float, y: float, scale: float, clip: str = "") -> Iterator[None]:
        """Draw what follows with its origin at (x, y), scaled, and only inside the mask `clip`."""
        mask = f' clip-path="url(#{self.name}-{clip})"' if clip else ""
        self._marks.append(f'<g transform="translate({number(x)} {number(y)}) scale({scale:.4f})"{mask}>')
        yield
        self._marks.append("</g>")

    def clip(self, key: str, d: str) -> str:
        """Define the inside of a path as a mask, and return its key for `moved(clip=...)`."""
        self._definitions[key] = f'<clipPath id="{self.name}-{key}"><path d="{d}"/></clipPath>'
        return key

    def area(
        self,
        x: float,
        y: float,
        width: float,
        height: float,
        row: int = 0,
        down: int = 1,
        across: int = 1,
        column: int = 0,
    ) -> None:
        """Say where `down` times `across` equal cells stand, for a script that shows their words.

        The words are those of the table of the chart: with a `column` a cell is that of the table, else each
        is the next row of it.
        """
        if down and across:
            where = (number(value) for value in (x, y, width, height))
            self._areas.append(" ".join((*where, *map(str, (row, down, across, column)))))

    def render(self) -> SafeString:
        """Return the whole picture, safe to put into a page."""
        ids = f"{self.name}-title", f"{self.name}-about"
        named = f'role="img" aria-labelledby="{ids[0]} {ids[1]}"'
        size = f'viewBox="0 0 {number(self.width)} {number(self.height)}"'
        size += f' width="{number(self.width)}" height="{number(self.height)}"'
        return mark_safe(  # noqa: S308 - text() and the two lines below escape all that is not ours
            f'<svg xmlns="http://www.w3.org/2000/svg" class="chart-svg" {size} {named}'
            f'{self._cells()} font-family="{FONT}" font-size="{number(self.size)}">'
            f'<title id="{ids[0]}">{escaped(self.title)}</title>'
            f'<desc id="{ids[1]}">{escaped(self.description)}</desc>'
            f'{self._defs()}<g aria-hidden="true">{"".join(self._marks)}</g></svg>'
        )

    def _cells(self) -> str:
        return f' data-areas="{";".join(self._areas)}"' if self._areas and self.is_on_screen else ""

    def _defs(self) -> str:
        return f"<defs>{''.join(self._definitions.values())}</defs>" if self._definitions else ""

    def _paint(self, fill: str, stroke: str, width: float, dash: str = "", round_ends: bool = False) -> str:
        classes = [
            f"{part}-{tone}" for part, tone in (("fill", fill), ("stroke", stroke)) if tone in self._palette
        ]
        classes = [name for name in classes if name != "fill-hatch"]
        paint = f' class="{" ".join(classes)}"' if classes else ""
        paint += f' fill="{self._fill(fill)}"'
        if stroke:
            paint += f' stroke="{self._palette[stroke]}" stroke-width="{number(width)}"'
        if dash:
            paint += f' stroke-dasharray="{dash}"'
        if round_ends:
            paint += ' stroke-linecap="round" stroke-linejoin="round"'
        return paint

    def _fill(self, tone: str) -> str:
        if tone == "none":
            return "none"
        if tone not in HATCHES:
            return self._palette[tone]
        line, width = HATCHES[tone]
        self._definitions[tone] = (
            f'<pattern id="{self.name}-{tone}" width="5" height="5" patternUnits="userSpaceOnUse">'
            f'<path d="M-2 2l4-4M-1 6l7-7M3 7l4-4" class="stroke-{line}" fill="none"'
            f' stroke="{self._palette[line]}" stroke-width="{width}"/></pattern>'
        )
        return f"url(#{self.name}-{tone})"


def escaped(words: object) -> str:
    """Return the words fit for XML and HTML; characters that XML cannot hold are left out."""
    return escape(_UNFIT_FOR_XML.sub("", str(words)))
