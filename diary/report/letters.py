"""Letters on paper: a sign that no shipped font can draw is printed by its name, never as an empty box."""

import logging
import struct
import unicodedata
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

from diary.charts.svg import text_width

log = logging.getLogger(__name__)

FOLDERS = ("source-sans/ttf", "kurinto/ttf")
NOT_DRAWN = {"Cc", "Cs", "Co", "Cn"}
"""Controls, halves of a pair, private use and what is no letter at all: they have no shape to draw."""
TURNING = frozenset(range(0x202A, 0x202F)) | frozenset(range(0x2066, 0x206A))
"""Signs that turn the direction of what follows; unseen, they could make a page say something else."""
WHOLE_UNICODE = 12
"""The format of a table of characters that reaches beyond 16 bits; every font of the report has one."""

LONGEST_RUN = 14
"""Letters without a space after which a line may break, so that no word leaves its column."""

Ranges = list[tuple[int, int]]


def font_folders() -> list[Path]:
    """Return the folders of the fonts the report is set in."""
    shipped = Path(str(files("weblate_fonts"))) / "static" / "weblate_fonts"
    return [shipped / folder for folder in FOLDERS]


class Letters(dict[int, str]):
    """What each sign is printed as, found when it is first met; for str.translate."""

    def __init__(self) -> None:
        self.named: set[int] = set()

    def __missing__(self, code: int) -> str:
        self[code] = chr(code) if has_shape(code) else self._name(code)
        return self[code]

    def _name(self, code: int) -> str:
        if chr(code).isspace():
            return " "
        self.named.add(code)
        name = unicodedata.name(chr(code), "").lower()
        return f"[{name or f'sign U+{code:04X}'}]"


def printable(value: Any) -> Any:
    """Return the value with every sign in it that can be drawn, and the names of those that cannot.

    The log says how many were named, and nothing of what was written.
    """
    letters = Letters()
    shown = _printable(value, letters)
    if letters.named:
        log.warning("%d signs in a report have no letter shape and are printed by name", len(letters.named))
    return shown


def _printable(value: Any, letters: Letters) -> Any:
    if isinstance(value, str):
        return value if value.isascii() and value.isprintable() else value.translate(letters)
    if isinstance(value, dict):
        return {key: _printable(each, letters) for key, each in value.items()}
    if isinstance(value, list | tuple):
        return [_printable(each, letters) for each in value]
    return value


def width(words: str) -> float:
    """Return how wide the words are on paper, the names of signs in full, in widths of a letter's height."""
    return text_width(words.translate(Letters()), 1)


def fitted(words: str, room: float) -> str:
    """Return the words, cut with an ellipsis where they would be wider on paper than the room."""
    if width(words) <= room:
        return words
    kept = words
    while kept and width(f"{kept}…") > room:
        kept = kept[:-1]
    return f"{kept.rstrip()}…"


def is_rtl(words: str) -> bool:
    """Whether the first letter with a direction runs from right to left."""
    found = (unicodedata.bidirectional(letter) for letter in words)
    return next((way for way in found if way in ("L", "R", "AL")), "L") != "L"


def breakable(words: str) -> str:
    """Return the words with places to break in runs of letters that have none."""
    return " ".join(_broken(run) for run in words.split(" "))


def _broken(run: str) -> str:
    """A mark stays with the letter it stands on."""
    if len(run) <= LONGEST_RUN:
        return run
    return "".join(
        f"\u200b{letter}" if n and n % LONGEST_RUN == 0 and not _is_mark(letter) else letter
        for n, letter in enumerate(run)
    )


def _is_mark(letter: str) -> bool:
    return unicodedata.category(letter).startswith("M")


def has_shape(code: int) -> bool:
    """Whether a font of the report can draw it, or it only joins and parts its neighbours unseen."""
    kind = unicodedata.category(chr(code))
    if kind in NOT_DRAWN or code in TURNING:
        return False
    if kind == "Cf" or code in (0x2028, 0x2029):
        return code in (0x00AD, 0x200B, 0x200C, 0x200D, 0x200E, 0x200F)
    ranges = _drawn()
    at = bisect_right(ranges, (code, 0x110000)) - 1
    return at >= 0 and ranges[at][0] <= code <= ranges[at][1]


@cache
def _drawn() -> Ranges:
    """Return which code points the fonts together have a shape for, in order and without overlap."""
    found = sorted(r for folder in font_folders() for font in _regular(folder) for r in _ranges(font))
    joined: Ranges = []
    for first, last in found:
        if joined and first <= joined[-1][1] + 1:
            joined[-1] = joined[-1][0], max(joined[-1][1], last)
        else:
            joined.append((first, last))
    return joined


def _regular(folder: Path) -> Iterable[Path]:
    """Return one weight of each family: the others have the same letters."""
    return [*folder.glob("*-Rg.ttf"), *folder.glob("*-Regular.ttf")]


def _ranges(font: Path) -> Iterator[tuple[int, int]]:
    """Yield the code points of a TrueType font, read from its table of characters (OpenType 1.9, cmap)."""
    with font.open("rb") as file:
        count = struct.unpack(">4xH6x", file.read(12))[0]
        tables = {tag: (at, size) for tag, _, at, size in struct.iter_unpack(">4sIII", file.read(16 * count))}
        at, size = tables[b"cmap"]
        file.seek(at)
        cmap = file.read(size)
    offsets = (struct.unpack_from(">4xI", cmap, 4 + 8 * n)[0] for n in range(_short(cmap, 2)))
    for offset in sorted({at for at in offsets if _short(cmap, at) == WHOLE_UNICODE}):
        groups = struct.unpack_from(">I", cmap, offset + 12)[0]
        for first, last, glyph in struct.iter_unpack(">III", cmap[offset + 16 : offset + 16 + 12 * groups]):
            yield (first if glyph else first + 1), last


def _short(table: bytes, at: int) -> int:
    return int(struct.unpack_from(">H", table, at)[0])
