"""Where: the number of days at each place on a figure of the person, darker for a larger share."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial

from diary.charts.axis import plural
from diary.charts.chart import Chart, Numbers, Table
from diary.charts.figure import BACK, FACE, FRONT, REGIONS, VIEWS
from diary.charts.key import draw_key, filled
from diary.charts.shapes import Region, View
from diary.charts.site_regions import REGIONS_OF
from diary.charts.svg import Svg, number, shortened, text_width

SIDES = ("left", "right")
FACE_SCALE = 1.45
# One scale for every view, period and report, so that shades can be compared (ux.md, B-9).
SHARES = ((0.10, "up to 10%"), (0.25, "to 25%"), (0.50, "to 50%"), (1.0, "more"))


@dataclass(frozen=True, slots=True)
class PlaceDays:
    """A place and the local dates it twitched on; `side` is the person's own left, right, middle or ""."""

    site: str
    side: str
    label: str
    dates: frozenset[date]


@dataclass(frozen=True, slots=True)
class _Facts:
    """`rows` says which row of the table a half of a region has: of the place with the most days there."""

    halves: Mapping[tuple[str, str], frozenset[date]]
    rows: Mapping[tuple[str, str], int]
    beside: tuple[PlaceDays, ...]
    filled_in: int


def body_chart(name: str, title: str, places: Sequence[PlaceDays], filled_in: int) -> Chart:
    """Return the figure from front, back and the face; `filled_in` is the number of days filled in."""
    facts = _Facts(
        _halves(places), _rows(places), tuple(place for place in places if not _codes(place)), filled_in
    )
    rows = tuple((place.label, f"{len(place.dates)}", _shown_on(place)) for place in places)
    table = Table(title, ("Place", "Days", "On the figure"), rows)
    said = "; ".join(f"{place.label}: {plural(len(place.dates), 'day')}" for place in places) or "no places"
    about = f"Of {plural(filled_in, 'day')} filled in: {said}."
    return Chart(name, title, about, table, partial(_draw, facts), partial(_numbers, places, filled_in))


def _numbers(places: Sequence[PlaceDays], filled_in: int) -> Numbers:
    rows = ((place.site, place.side, len(place.dates), filled_in) for place in places)
    return Numbers(("site", "side", "days_with_twitching", "days_filled_in"), tuple(rows))


def is_on_figure(place: PlaceDays) -> bool:
    """Whether the place has a spot on the figure; a site with two sides has none without its side."""
    return bool(_codes(place))


def shade(days: int, filled_in: int) -> int:
    """Return 0 for no days, then 1 to 4 by their share of the days filled in: to 10%, 25%, 50%, more."""
    if not days:
        return 0
    return next((n for n, (top, _) in enumerate(SHARES, 1) if days <= top * filled_in), len(SHARES))


def _codes(place: PlaceDays) -> tuple[str, ...]:
    """Return the regions the place lands on: none when a site with two sides came without its side."""
    codes = REGIONS_OF.get(place.site, ())
    if place.side:
        return codes
    return (
        tuple(code for code in codes if REGIONS[code].is_joined)
        if codes and REGIONS[codes[0]].is_joined
        else ()
    )


def _halves(places: Iterable[PlaceDays]) -> dict[tuple[str, str], frozenset[date]]:
    """Return the dates of each half of each region: two places in one region share their days."""
    halves: dict[tuple[str, str], frozenset[date]] = {}
    for place in places:
        for code in _codes(place):
            sides = (place.side,) if place.side in SIDES and not REGIONS[code].is_whole else SIDES
            for side in sides:
                halves[code, side] = halves.get((code, side), frozenset()) | place.dates
    return halves


def _rows(places: Sequence[PlaceDays]) -> dict[tuple[str, str], int]:
    rows: dict[tuple[str, str], int] = {}
    for n, place in sorted(enumerate(places), key=lambda item: -len(item[1].dates)):
        for code, side in _halves([place]):
            if code != "front.head":
                rows.setdefault((code, side), n)
    return rows


def _shown_on(place: PlaceDays) -> str:
    codes = [code for code in _codes(place) if code != "front.head" or len(_codes(place)) == 1]
    views = {view.code: view.label.lower() for view in VIEWS}
    return (
        "; ".join(f"{views[code.partition('.')[0]]}: {REGIONS[code].label}" for code in codes) or "beside it"
    )


def _draw(facts: _Facts, svg: Svg) -> None:
    below = _draw_key(svg)
    if svg.width < 380:
        below = _draw_stacked(svg, facts, below + 14)
    else:
        below = _draw_in_a_row(svg, facts, below + 14)
    svg.height = _draw_beside(svg, facts, below)


def _draw_key(svg: Svg) -> float:
    samples = [(filled(f"seq-{n}", "hatch"), words) for n, (_, words) in enumerate(SHARES, 1)]
    number, share = "Number: days.", "Shade: share of the days filled in."
    is_one_line = text_width(f"{number} {share}", svg.size) <= svg.width
    for line, words in enumerate([f"{number} {share}"] if is_one_line else [number, share], 1):
        svg.text(0, svg.size * (1.4 * line - 0.4), words, "label")
    return draw_key(svg, samples, 0, svg.size * (1.7 if is_one_line else 3.1))


def _draw_in_a_row(svg: Svg, facts: _Facts, top: float) -> float:
    """Draw front, back and face beside each other, the face larger."""
    reaches = (FRONT.reach, BACK.reach, FACE.reach * FACE_SCALE)
    scale = min(1.0, svg.width / (2 * sum(reaches)))
    gap = (svg.width - 2 * sum(reaches) * scale) / 2
    x, ends = 0.0, []
    for view, reach in zip(VIEWS, reaches, strict=True):
        ends.append(_draw_view(svg, facts, view, x + reach * scale, top, scale * reach / view.reach))
        x += 2 * reach * scale + gap
    return max(ends)


def _draw_stacked(svg: Svg, facts: _Facts, top: float) -> float:
    """Draw front and back beside each other and the face under them."""
    scale = svg.width / (2 * FRONT.reach + 2 * BACK.reach)
    _draw_view(svg, facts, FRONT, FRONT.reach * scale, top, scale)
    below = _draw_view(svg, facts, BACK, svg.width - BACK.reach * scale, top, scale)
    return _draw_view(svg, facts, FACE, svg.width / 2, below + 12, scale * FACE_SCALE)


def _draw_view(svg: Svg, facts: _Facts, view: View, middle: float, top: float, scale: float) -> float:
    """Draw one view with its midline at `middle`, and return where it ends below."""
    left, right = ("L", "R") if view.mirror else ("R", "L")
    edge = (view.reach - 10) * scale
    svg.text(middle - edge, top + svg.size, left, anchor="middle", bold=True)
    svg.text(middle, top + svg.size, view.label, "label", "middle")
    svg.text(middle + edge, top + svg.size, right, anchor="middle", bold=True)
    top += svg.size * 1.6
    with svg.moved(middle, top, scale, clip=svg.clip(view.code, view.outline)):
        for region in view.regions:
            _draw_region(svg, facts, view, region)
    with svg.moved(middle, top, scale):
        svg.path(view.eyes, fill="surface", stroke="neutral", width=1)
        svg.path(view.hints, stroke="neutral", width=1, round_ends=True)
        svg.path(view.outline, stroke="neutral", width=1.2)
    for x, y, words in view.words:
        svg.text(
            middle + x * scale,
            top + y * scale + svg.size * 0.4,
            words,
            "label",
            "middle",
            size=svg.size * 0.92,
        )
    taken: list[tuple[int, float]] = []
    for region in view.regions:
        _mark_areas(svg, facts, view, region, middle, top, scale)
        _draw_numbers(svg, facts, view, region, middle, top, scale, taken)
    return top + view.height * scale


def _mark_areas(
    svg: Svg, facts: _Facts, view: View, region: Region, middle: float, top: float, scale: float
) -> None:
    """Say where the halves of a region stand that have a row of the table."""
    far, near = max(d for d, _ in region.half) * scale, min(d for d, _ in region.half) * scale
    high, low = (end(y for _, y in region.half) * scale for end in (min, max))
    for side in SIDES:
        row = facts.rows.get((f"{view.code}.{region.code}", side))
        if row is not None:
            is_right = (side == "left") is not view.mirror
            svg.area(middle + (near if is_right else -far), top + high, far - near, low - high, row)


def _dates(facts: _Facts, view: View, region: Region) -> tuple[frozenset[date], frozenset[date]]:
    """Return the dates of the picture's left half and of its right half."""
    left, right = (facts.halves.get((f"{view.code}.{region.code}", side), frozenset()) for side in SIDES)
    return (left, right) if view.mirror else (right, left)


def _draw_region(svg: Svg, facts: _Facts, view: View, region: Region) -> None:
    left, right = _dates(facts, view, region)
    if region.is_joined and left == right:
        _draw_shape(svg, region.joined_path, shade(len(left), facts.filled_in))
        return
    _draw_shape(svg, region.left_path, shade(len(left), facts.filled_in))
    _draw_shape(svg, region.right_path, shade(len(right), facts.filled_in))


def _draw_shape(svg: Svg, path: str, tone: int) -> None:
    svg.path(path, fill=f"seq-{tone}", stroke="hatch" if tone else "line", width=0.9, round_ends=True)


def _draw_numbers(
    svg: Svg,
    facts: _Facts,
    view: View,
    region: Region,
    middle: float,
    top: float,
    scale: float,
    taken: list[tuple[int, float]],
) -> None:
    """Write the days into the region, or beside it with a fine line where they are too wide for it.

    `taken` are the side and height of the numbers that stand beside the view already.
    """
    left, right = _dates(facts, view, region)
    is_one = region.is_joined and left == right
    for sign, dates in ((1, right),) if is_one else ((-1, left), (1, right)):
        if not dates:
            continue
        words, tone = f"{len(dates)}", shade(len(dates), facts.filled_in)
        distance = 0 if is_one and region.room else region.at[0]
        x, y = middle + sign * distance * scale, top + region.at[1] * scale
        if text_width(words, svg.size, bold=True) <= region.room * (2 if is_one else 1) * scale:
            svg.text(x, y + svg.size * 0.36, words, "surface" if tone > 2 else "ink", "middle", bold=True)
            continue
        end, height = middle + sign * region.beside[0] * scale, top + region.beside[1] * scale
        height = _free_height(height, sign, taken, svg.size)
        needed = text_width(words, svg.size, bold=True) + 4
        end = max(needed, min(end, svg.width - needed))
        _draw_leader(svg, f"M{number(x)} {number(y)}", f"L{number(end)} {number(height)}")
        svg.text(
            end + sign * 3, height + svg.size * 0.36, words, anchor="start" if sign > 0 else "end", bold=True
        )


def _free_height(height: float, sign: int, taken: list[tuple[int, float]], size: float) -> float:
    """Return the next height further down at which no other number stands on that side, and take it."""
    while any(side == sign and abs(height - other) < size * 0.95 for side, other in taken):
        height += size * 0.5
    taken.append((sign, height))
    return height


def _draw_leader(svg: Svg, start: str, end: str) -> None:
    """Draw a fine line from a dot, both with a halo, to be seen on every shade."""
    svg.path(start + end, stroke="surface", width=2.4)
    svg.path(start + "h.01", stroke="surface", width=5, round_ends=True)
    svg.path(start + end, stroke="ink", width=0.7)
    svg.path(start + "h.01", stroke="ink", width=2.6, round_ends=True)


def _draw_beside(svg: Svg, facts: _Facts, below: float) -> float:
    """List what has no spot on the figure."""
    if not facts.beside:
        return below + 4
    y = below + svg.size * 1.8
    svg.text(0, y, "Not on the figure", bold=True)
    for place in facts.beside:
        y += svg.size * 1.45
        svg.text(0, y, shortened(f"{place.label}: {plural(len(place.dates), 'day')}", svg.width, svg.size))
    return y + svg.size * 0.5
