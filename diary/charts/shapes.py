"""What the figure is made of: views, their regions, and the paths through the points of one half.

Everything is given for one half, as (distance from the midline, height from the top), and mirrored.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from diary.charts.svg import number

Point = tuple[float, float]
Half = tuple[Point, ...]


@dataclass(frozen=True)
class Region:
    """A part of a view: its number stands at `at` with `room` for it, or `beside` when it is too wide.

    A touch counts on the coarse shape, or on `target` where that is larger; `is_single` is one target.
    """

    code: str
    label: str
    half: Half
    at: Point
    room: float
    beside: Point
    is_whole: bool = False
    is_smooth: bool = False
    is_single: bool = False
    target: Half = ()

    @cached_property
    def is_joined(self) -> bool:
        """Whether its two halves meet in the middle."""
        return self.half[0][0] == 0 and self.half[-1][0] == 0

    @cached_property
    def left_path(self) -> str:
        """The half at the picture's left."""
        return self._shape([(-d, y) for d, y in self.half])

    @cached_property
    def right_path(self) -> str:
        """The half at the picture's right."""
        return self._shape(self.half)

    @cached_property
    def joined_path(self) -> str:
        """Both halves as one shape."""
        return self._shape([*((-d, y) for d, y in self.half), *reversed(self.half)])

    def _shape(self, corners: Sequence[Point]) -> str:
        return curve(corners, closed=True) if self.is_smooth else polygon(corners)


@dataclass(frozen=True)
class View:
    """One view of the person: `mirror` is True when the picture's left is the person's left."""

    code: str
    label: str
    mirror: bool
    reach: float
    height: float
    outline: str
    regions: tuple[Region, ...]
    hints: str = ""
    eyes: str = ""
    words: tuple[tuple[float, float, str], ...] = ()


def line(points: str) -> Half:
    """Return the points of "distance,height distance,height"."""
    return tuple((float(d), float(y)) for d, _, y in (point.partition(",") for point in points.split()))


def polygon(corners: Sequence[Point]) -> str:
    """Return a closed path with straight sides."""
    return "M" + "L".join(f"{number(x)} {number(y)}" for x, y in corners) + "z"


def curve(way: Sequence[Point], closed: bool = False) -> str:
    """Return a smooth path through the points (Catmull-Rom); a point given twice in a row is a corner."""
    path = [f"M{number(way[0][0])} {number(way[0][1])}"]
    last = len(way) - 1
    for n in range(last):
        before, start, end, after = way[max(0, n - 1)], way[n], way[n + 1], way[min(last, n + 2)]
        if start == end:
            continue
        if before == start and end == after:  # from corner to corner
            path.append(f"l{_from(start, end)}")
            continue
        one = (start[0] + (end[0] - before[0]) / 6, start[1] + (end[1] - before[1]) / 6)
        two = (end[0] - (after[0] - start[0]) / 6, end[1] - (after[1] - start[1]) / 6)
        path.append(f"c{_from(start, one)} {_from(start, two)} {_from(start, end)}")
    return "".join(path) + ("z" if closed else "")


def _from(start: Point, end: Point) -> str:
    """Return the way to a point, which is shorter to write than where it is."""
    return f"{number(end[0] - start[0])} {number(end[1] - start[1])}"


def mirrored(half: Half) -> str:
    """Return the closed outline of a half that begins and ends on the midline."""
    left = [(-d, y) for d, y in half]
    return curve([*left, *reversed(half[:-1])], closed=True)


def both(*lines: Half, closed: bool = False) -> str:
    """Return lines and their mirror images."""
    return "".join(curve([(-d, y) for d, y in half], closed) + curve(half, closed) for half in lines)
