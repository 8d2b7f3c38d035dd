"""The map to choose a place on: the same regions as the report, every one large enough for a finger."""

from functools import cache

import pytest

from diary.charts.body_map import REACH, Role, Target, body_map, targets
from diary.charts.figure import REGIONS, VIEWS
from diary.charts.shapes import Half, View
from diary.charts.site_regions import REGIONS_OF
from diary.forms.places import groups
from diary.vocabulary.sites import SITES, Place
from tests.charts.samples import drawn

NARROW = 288  # the map on the smallest phone, in px


def every_target() -> list[Target]:
    return [target for view in VIEWS for target in targets(view)]


def test_the_map_has_the_regions_of_the_report_and_each_view_its_share() -> None:
    assert {f"{target.view.code}.{target.region.code}" for target in every_target()} == set(REGIONS)
    assert {view.code: len(list(targets(view))) for view in VIEWS} == {"front": 43, "back": 30, "face": 23}


def test_the_map_the_list_and_the_vocabulary_have_the_same_places() -> None:
    in_list = {code for group in groups() for row in group.rows for code, _ in row.options}
    on_map = {place.code for target in every_target() for place in target.places}
    known = {Place(site.code, side).code for site in SITES.values() for side in site.sides or ("",)}
    assert in_list == known
    assert in_list - on_map == {"widespread", "other:left", "other:right", "other:middle"}
    assert {site for site in SITES if site not in REGIONS_OF} == {"widespread", "other"}


def test_every_place_of_a_target_is_drawn_there_by_the_report() -> None:
    for target in every_target():
        code = f"{target.view.code}.{target.region.code}"
        assert all(code in REGIONS_OF[place.site] for place in target.places)


def test_no_two_targets_have_one_name_or_one_id() -> None:
    assert len({target.name for target in every_target()}) == len(every_target()) == 96
    assert len({target.code for target in every_target()}) == 96


@pytest.mark.parametrize(
    ("code", "places"),
    [
        ("back-calf-left", ["calf:left"]),
        ("front-belly-right", ["abdomen:right", "abdomen:middle", "diaphragm:middle"]),
        ("face-nose-middle", ["nose:middle", "nose:left", "nose:right"]),
        ("front-shin-left", ["shin:left", "lower_leg_side:left"]),
        ("front-head", []),
    ],
)
def test_a_target_stands_for_its_places_the_likeliest_first(code: str, places: list[str]) -> None:
    target = next(target for target in every_target() if target.code == code)
    assert [place.code for place in target.places] == places


def test_only_fingers_and_toes_have_to_ask_which() -> None:
    assert {target.region.code for target in every_target() if target.asks} == {"fingers", "toes"}


def test_left_is_the_persons_own_on_every_view() -> None:
    left = {target.view.code: target.at[0] > 0 for target in every_target() if target.side == "left"}
    assert left == {"front": True, "face": True, "back": False}


@pytest.mark.parametrize("role", ["radio", "checkbox"])
@pytest.mark.parametrize("view", VIEWS, ids=lambda view: view.code)
def test_a_view_is_well_formed_and_its_choices_are_named(view: View, role: Role) -> None:
    svg = drawn(body_map(view, role))
    choices = [mark for mark in svg.iter() if mark.get("role") == role]
    assert [mark.get("aria-label", "").lower() for mark in choices] == [
        target.name for target in targets(view) if target.places
    ]
    assert svg.get("aria-label") == f"Body map, {view.label.lower()}"
    assert "style=" not in body_map(view, role)


def test_the_three_views_are_light() -> None:
    assert sum(len(body_map(view, "radio")) for view in VIEWS) < 48_000


@pytest.mark.parametrize("view", VIEWS, ids=lambda view: view.code)
def test_the_largest_square_in_the_smallest_region_is_24_px(view: View) -> None:
    squares = largest_squares(view)
    assert squares.keys() == {region.code for region in view.regions}
    assert {code: side for code, side in squares.items() if side < 24} == {}


def test_the_squares_are_really_measured() -> None:
    squares = largest_squares(VIEWS[0])
    assert squares["head"] > 80 > squares["thumb"]


@pytest.mark.parametrize("view", VIEWS[:2], ids=lambda view: view.code)
def test_no_part_of_the_trunk_is_drawn_over_the_arm_beside_it(view: View) -> None:
    arm = {(35.2, 126): "upper_arm", (38, 152): "elbow", (39.6, 168): "forearm", (43.4, 188): "forearm"}
    drawn_on = {at: [r.code for r in view.regions if covers(r.half, *at)][-1] for at in arm}
    assert drawn_on == arm


def covers(shape: Half, x: float, y: float) -> bool:
    return any(start <= x < end for start, end in spans(shape, y))


@cache
def largest_squares(view: View) -> dict[str, int]:
    """Return the side in px of the largest upright square that only the region's target covers."""
    best: dict[str, int] = {}
    above: list[tuple[str, int]] = []
    for owners in painted(view):
        row: list[tuple[str, int]] = []
        for n, owner in enumerate(owners):
            near = (row[n - 1], above[n - 1], above[n]) if n and above else ()
            size = 1 + min((size if code == owner else 0 for code, size in near), default=0)
            row.append((owner, size))
            best[owner] = max(best.get(owner, 0), size)
        above = row
    return {code: side for code, side in best.items() if code}


def painted(view: View) -> list[list[str]]:
    """Return which region owns each px; of two halves only the one at the picture's right."""
    unit = NARROW / (2 * REACH[view.code])
    return [painted_row(view, (n + 0.5) / unit, unit) for n in range(int(view.height * unit))]


def painted_row(view: View, y: float, unit: float) -> list[str]:
    row = [""] * NARROW
    for region in view.regions:
        is_both = region.is_whole or region.is_single
        for start, end in spans(region.target or region.half, y):
            first, last = round(NARROW / 2 + start * unit), round(NARROW / 2 + end * unit)
            for n in range(max(0, first), min(NARROW, last)):
                row[n] = region.code
                if is_both:
                    row[NARROW - 1 - n] = region.code
    return row


def spans(shape: Half, y: float) -> list[tuple[float, float]]:
    """Return from where to where a line across the picture is inside the shape."""
    edges = zip(shape, (*shape[1:], shape[0]), strict=True)
    cuts = sorted(
        (x2 - x1) * (y - y1) / (y2 - y1) + x1 for (x1, y1), (x2, y2) in edges if (y1 > y) != (y2 > y)
    )
    return list(zip(cuts[::2], cuts[1::2], strict=True))
