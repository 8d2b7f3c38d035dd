"""The human figure: its outline and regions in three views, drawn for this diary.

Everything is given for one half, as (distance from the midline, height from the top), and mirrored. A region
is a coarse shape; the outline cuts it, so neighbours always meet and the outline stays one calm line. Front
and face look at the person as a doctor does, the back view from behind (ux.md, B-5).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from diary.charts.svg import number, ring

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
        one = (start[0] + (end[0] - before[0]) / 6, start[1] + (end[1] - before[1]) / 6)
        two = (end[0] - (after[0] - start[0]) / 6, end[1] - (after[1] - start[1]) / 6)
        path.append("C" + " ".join(f"{number(x)} {number(y)}" for x, y in (one, two, end)))
    return "".join(path) + ("z" if closed else "")


def mirrored(half: Half) -> str:
    """Return the closed outline of a half that begins and ends on the midline."""
    left = [(-d, y) for d, y in half]
    return curve([*left, *reversed(half[:-1])], closed=True)


def both(*lines: Half, closed: bool = False) -> str:
    """Return lines and their mirror images."""
    return "".join(curve([(-d, y) for d, y in half], closed) + curve(half, closed) for half in lines)


# From the crown round head, arm and leg to the crotch. Doubled points are corners: thumb, armpit, crotch.
_BODY = line(
    "0,4 11,6.5 18,16 19.5,29 17,42 11.5,51 10,57 11,65 19,71 32,75.5 42,82 47.5,95 49,115 51.4,137 54.3,154 "
    "57,172 58.8,190 59.7,205 63.2,212 68.1,221 70.5,231 68.5,235.5 64.5,232 63,229.5 63,229.5 64,241 "
    "63.5,254 60,262.5 54.5,262.5 50,254 47.5,240 46.3,226 46,209 42.2,191 39.1,171 37.3,153 35.1,134 "
    "33.8,117 33,101 33,101 33,117 32,135 31,153 31,168 33.5,186 35.5,206 35.8,226 34,252 30.5,276 28,294 "
    "28.5,311 28.5,326 25,347 20.5,365 21,375 25.5,384 27,390.5 22,395 13.5,394.5 9.5,387 8.5,376 8,364 "
    "6.5,346 4.5,325 5,308 5,293 3.5,264 1.8,236 0,217"
)

_FACE = line("0,5 17,7.5 33,18 42.5,37 45.5,60 45,82 42.5,104 37,122 26,138 12,148.5 0,150.5")

_SHOULDER = line("12,66 20,60 70,60 70,103 52,107 33.5,106 33,101 27,84 18,74")
_RIBS = line("35,100 30,104 23,112 19.2,126 19.6,140 24,148 31,151 37,151 37,151 39,126 37,100")
_UPPER_ARM = line("33.5,106 52,107 70,103 69,142 52,146 33,147 33,128")
_ELBOW = line("33,147 52,146 69,142 71,157 52,161 33,163")
_FOREARM = line("33,163 52,161 71,157 73,184 55,192 37,194 36,186")
_WRIST = line("37,194 55,192 73,184 78,200 60,208 40,211")
_ANKLE = line("0.5,350 18,350 41,348 41,364 18,366 0.5,366")

FRONT = View(
    code="front",
    label="Front",
    mirror=False,
    reach=100,
    height=400,
    outline=mirrored(_BODY),
    regions=(
        Region("head", "head", line("0,0 30,0 30,44 14,50 0,52"), (0, 30), 32, (26, 22), is_whole=True),
        Region("neck", "neck", line("0,52 14,50 16,52 16,66 12,70 0,73"), (5.5, 63), 11, (24, 58)),
        Region("shoulder", "shoulder", _SHOULDER, (39, 92), 20, (58, 84)),
        Region("chest", "chest", line("0,73 12,70 18,74 27,84 33,100 30,104 23,112 19.9,122 19.2,129 0,131"),
               (11, 104), 20, (62, 106)),
        Region("upper_arm", "upper arm", _UPPER_ARM, (42, 127), 15, (59, 127)),
        Region("elbow", "elbow", _ELBOW, (45, 154), 16, (63, 150)),
        Region("forearm", "forearm", _FOREARM, (48.5, 179), 16, (67, 176)),
        Region("wrist", "wrist", _WRIST, (52.5, 202), 12, (69, 194)),
        Region("palm", "palm", line("40,211 60,208 63,229.5 66,237 40,243"), (54.5, 225), 15, (77, 235)),
        Region("thumb", "thumb", line("60,208 78,200 82,200 82,238 64,236 63,229.5"),
               (66, 221), 6, (77, 214)),
        Region("fingers", "fingers", line("40,243 66,237 82,238 82,270 40,270"), (56.5, 251), 15, (72, 256)),
        Region("belly", "belly", line("0,131 19.2,129 19.6,140 24,148 31,151 37,151 37,168 20,173 0,175"),
               (10, 153), 20, (52, 158)),
        Region("ribs", "side of the ribs", _RIBS, (26, 126), 12, (58, 130), is_smooth=True),
        Region("hip", "hip", line("15,173.6 20,173 36,168 41,168 41,196 22,204 15,209"),
               (25, 188), 17, (52, 188)),
        Region("groin", "groin", line("0,175 15,173.6 15,209 0,221"), (7.5, 194), 13, (50, 212)),
        Region("thigh", "thigh", line("15,209 22,204 41,195 41,278 18,281 15,281"), (25, 240), 17, (46, 240)),
        Region("thigh_inner", "inner thigh", line("0.5,221 15,209 15,281 0.5,281"),
               (8.5, 250), 12, (42, 268)),
        Region("knee", "knee", line("0.5,281 18,281 41,278 41,303 18,306 0.5,306"),
               (16.5, 294), 21, (38, 292)),
        Region("shin", "shin", line("0.5,306 18,306 41,303 41,348 18,350 0.5,350"),
               (16.5, 328), 20, (37, 330)),
        Region("ankle", "ankle", _ANKLE, (14.5, 358), 12, (34, 357)),
        Region("foot_top", "top of foot", line("0.5,366 18,366 41,364 41,379 18,382 0.5,382"),
               (15, 374.5), 11, (34, 374)),
        Region("toes", "toes", line("0.5,382 18,382 41,379 41,400 0.5,400"), (18, 389), 0, (35, 391)),
    ),
)  # fmt: skip

BACK = View(
    code="back",
    label="Back",
    mirror=True,
    reach=100,
    height=400,
    outline=mirrored(_BODY),
    regions=(
        Region("head_back", "back of head", line("0,0 30,0 30,44 14,50 0,52"), (8.7, 29), 14, (27, 22)),
        Region("neck", "neck", line("0,52 14,50 16,52 16,66 12,70 0,73"), (5.5, 62), 11, (24, 58)),
        Region("shoulder", "shoulder", _SHOULDER, (39, 92), 20, (58, 84)),
        Region("back_upper", "upper back", line("0,73 12,70 18,74 27,84 33,101 33.5,106 34,130 20,134 0,136"),
               (15.5, 106), 26, (62, 106)),
        Region("upper_arm", "upper arm", _UPPER_ARM, (42, 127), 15, (59, 127)),
        Region("elbow", "elbow", _ELBOW, (45, 154), 16, (63, 150)),
        Region("forearm", "forearm", _FOREARM, (48.5, 179), 16, (67, 176)),
        Region("wrist", "wrist", _WRIST, (52.5, 202), 12, (69, 194)),
        Region("hand_back", "back of hand", line("40,211 60,208 78,200 82,200 82,270 40,270"),
               (55.5, 236), 16, (76, 248)),
        Region("back_lower", "lower back", line("0,136 20,134 34,130 35,150 36,171 20,177 0,180"),
               (15, 156), 26, (52, 152)),
        Region("buttock", "buttock", line("0,180 20,177 36,171 40,212 26,221 12,224 0,222"),
               (18, 201), 29, (52, 200)),
        Region("thigh", "thigh", line("0.5,222 12,224 26,221 40,212 41,291 18,294 0.5,294"),
               (18, 256), 28, (44, 268)),
        Region("calf", "calf", line("0.5,294 18,294 41,291 41,348 18,350 0.5,350"),
               (16.5, 324), 21, (37, 326)),
        Region("ankle", "ankle", _ANKLE, (14.5, 358), 12, (34, 357)),
        Region("sole", "heel and sole", line("0.5,366 18,366 41,364 41,400 0.5,400"),
               (16, 383), 14, (34, 386)),
    ),
)  # fmt: skip

# The eyelids meet in the two corners of the eye; the eye itself stays white.
_BROW = line("3.5,44 8,40 20,36 31,37 36.2,43 35.2,49.5 29,47.4 20,46.8 10,49.4 4.5,49")
_UPPER_LID = line("5,67 5.5,57 10,49.4 20,46.8 32,48.2 35.8,55 36.5,65 36.5,65 30,61.8 20,60.6 11,63 5,67")
_LOWER_LID = line("5,67 5,67 11,70.5 20,72 30,70.2 36.5,65 36.5,65 33,77 20,83 8.5,78 5,67")
_MOUTH_CORNER = line("17,109.5 21,104.5 27,105 30.8,109.5 31,116 27.5,121 21,121.5 17,117 19,113")
_CHEEK = line(
    "0.1,48 4,49 8,49 21,46.5 35.3,49 36.8,62 38,75 45.4,76 44,92 60,92 60,98 40,106 19,113 8,98 0.1,100"
)
_EAR = line("45.5,60 50,57.5 51.8,69 49,81 45,82")
_EYE = line("5,67 11,63 20,60.6 30,61.8 36.5,65 36.5,65 30,70.2 20,72 11,70.5 5,67")

FACE = View(
    code="face",
    label="Face",
    mirror=False,
    reach=80,
    height=190,
    outline=mirrored(_FACE)
    + both(_EAR, closed=True)
    + "M-8.5 163Q0 160 8.5 163L8.5 171Q8 179.5 0 180Q-8 179.5 -8.5 171z",
    regions=(
        Region("forehead", "forehead", line("0,0 31,0 34.5,22 35.3,49 4,49 0,48"), (16, 24), 32, (36, 4)),
        Region("temple", "temple", line("31,0 60,0 60,57 45.5,57 45.4,76 38,75 36.8,62 35.3,49 34.5,22"),
               (40, 44), 9, (55, 34)),
        Region("cheek", "cheek", _CHEEK, (32, 94), 20, (55, 99)),
        Region("jaw", "jaw", line("19,113 40,106 60,98 60,160 13,160 15.5,132 14,122.5"),
               (30, 124), 16, (49, 130)),
        Region("chin", "chin", line("0,124.5 14,122.5 15.5,132 13,160 0,160"), (6.8, 137), 13, (28, 152),
               is_single=True),
        Region("eyebrow", "eyebrow", _BROW, (21, 41.5), 0, (55, 20), is_smooth=True),
        Region("ear", "ear", line("45.5,57 60,57 60,92 43.8,92 45,82"), (48.5, 70), 0, (55, 64)),
        Region("eyelid_upper", "upper eyelid", _UPPER_LID, (21, 54.5), 10, (55, 50), is_smooth=True,
               target=line("4.5,49.5 10,49.4 20,46.8 32,48.2 35.8,55 37,66 20,66.4 5,67")),
        Region("eyelid_lower", "lower eyelid", _LOWER_LID, (29, 75), 0, (55, 79), is_smooth=True,
               target=line("5,67 20,66.4 37,66 33,77 20,83 8.5,78")),
        Region("nose", "nose", line("0,48 4.5,49 4.5,63 5.5,78 10.5,89 11.5,95 7,98.5 0,100"),
               (6.5, 92), 12, (55, 90), is_smooth=True, is_single=True),
        Region("mouth_corner", "corner of the mouth", _MOUTH_CORNER,
               (24.5, 113), 8, (52, 110), is_smooth=True),
        Region("lip_upper", "upper lip", line("0,100 8,98 19,113 0,113"),
               (11, 108), 0, (55, 107), is_single=True),
        Region("lip_lower", "lower lip", line("0,113 19,113 14,122.5 0,124.5"), (11, 118), 0, (53, 120),
               is_single=True),
        Region("tongue", "tongue", line("0,155 15,155 15,185 0,185"), (4.5, 171.5), 8, (16, 174),
               is_single=True),
    ),
    eyes=both(_EYE),
    hints=both(line("9,46.5 17,42.5 26,42 34,46.5"))
    + curve(line("-16,112 -7,113.2 0,112.8 7,113.2 16,112"))
    + ring(-20.5, 66.4, 3.8)
    + ring(20.5, 66.4, 3.8),
    words=((0, 188, "tongue"),),
)  # fmt: skip

VIEWS = (FRONT, BACK, FACE)

REGIONS = {f"{view.code}.{region.code}": region for view in VIEWS for region in view.regions}
