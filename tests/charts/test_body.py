from datetime import date

import pytest

from diary.charts.body import PlaceDays, body_chart, shade
from diary.charts.chart import Chart
from diary.charts.figure import REGIONS, VIEWS
from diary.charts.site_regions import REGIONS_OF
from diary.vocabulary.sites import SITES
from tests.charts.samples import day, drawn, marks, words


def dates(days: int, after: int = 0) -> frozenset[date]:
    return frozenset(day(after + n) for n in range(days))


def chart(*places: PlaceDays, filled_in: int = 26) -> Chart:
    return body_chart("b", "Where", places, filled_in)


def numbers(svg: str) -> list[tuple[float, str]]:
    """Return where the numbers of days stand, from left to right."""
    texts = [mark for mark in drawn(svg).iter() if (mark.text or "").isdigit()]
    return sorted((float(mark.get("x", "0")), mark.text or "") for mark in texts)


def test_every_site_lands_on_a_region_or_stands_beside_the_figure() -> None:
    beside = {code for code in SITES if code not in REGIONS_OF}
    assert beside == {"widespread", "other"}
    assert set(REGIONS_OF) <= set(SITES)
    assert {code for codes in REGIONS_OF.values() for code in codes} <= set(REGIONS)


def test_every_region_is_reached_by_a_site() -> None:
    assert set(REGIONS) == {code for codes in REGIONS_OF.values() for code in codes}


@pytest.mark.parametrize(
    ("days", "tone"), [(0, 0), (1, 1), (2, 1), (3, 2), (4, 2), (6, 2), (7, 3), (13, 3), (14, 4), (26, 4)]
)
def test_the_shade_is_the_share_of_the_days_filled_in(days: int, tone: int) -> None:
    assert shade(days, 26) == tone


def test_the_same_days_have_the_same_shade_on_front_and_back() -> None:
    drawing = chart(
        PlaceDays("thigh_front", "right", "right thigh", dates(4)),
        PlaceDays("calf", "left", "left calf", dates(4)),
    )
    filled = [mark for mark in marks(drawing.wide, fill="#8FC1BF") if mark.get("d")]
    assert len(filled) == 2


def test_left_is_the_persons_own_on_every_view() -> None:
    front = numbers(chart(PlaceDays("knee", "left", "left knee", dates(3))).wide)
    back = numbers(chart(PlaceDays("calf", "left", "left calf", dates(3))).wide)
    middles = [float(mark.get("x", "0")) for mark in marks(chart().wide) if mark.text in {"Front", "Back"}]
    assert front[0][0] > middles[0]  # at the picture's right: the doctor looks at the person
    assert middles[0] + 100 < back[0][0] < middles[1]  # at the picture's left: seen from behind
    assert [word for word in words(chart().wide) if word in {"R", "L"}] == ["R", "L", "L", "R", "R", "L"]


def test_two_places_in_one_region_share_their_days() -> None:
    drawing = chart(
        PlaceDays("finger_index", "left", "left index finger", dates(4)),
        PlaceDays("finger_ring", "left", "left ring finger", dates(4, after=2)),
    )
    assert [words for _, words in numbers(drawing.wide)] == ["6"]
    assert [row[1] for row in drawing.table.rows] == ["4", "4"]


def test_the_head_on_front_shows_the_total_of_the_face() -> None:
    drawing = chart(
        PlaceDays("eyelid_lower", "left", "left lower eyelid", dates(5)),
        PlaceDays("ear", "right", "right ear", dates(3, after=4)),
    )
    assert numbers(drawing.wide)[0][1] == "7"


def test_a_place_in_the_middle_is_one_shape_with_one_number() -> None:
    middle = chart(PlaceDays("abdomen", "middle", "abdomen", dates(4)))
    sides = chart(
        PlaceDays("abdomen", "left", "left", dates(4)), PlaceDays("abdomen", "right", "right", dates(2))
    )
    assert [words for _, words in numbers(middle.wide)] == ["4"]
    assert [words for _, words in numbers(sides.wide)] == ["2", "4"]


def test_what_has_no_spot_is_listed_beside_the_figure() -> None:
    drawing = chart(
        PlaceDays("widespread", "", "moving around", dates(3)),
        PlaceDays("calf", "", "calf", dates(1)),
        PlaceDays("chin", "", "chin", dates(2)),
    )
    assert {"Not on the figure", "moving around: 3 days", "calf: 1 day"} <= set(words(drawing.narrow))
    assert [row[2] for row in drawing.table.rows] == ["beside it", "beside it", "face: chin"]


def test_a_number_too_wide_for_its_region_stands_beside_it() -> None:
    inside = chart(PlaceDays("shin", "left", "left shin", dates(3)), filled_in=300)
    beside = chart(PlaceDays("shin", "left", "left shin", dates(203)), filled_in=300)
    assert marks(inside.on_paper(400), stroke="#000000") == []
    assert len(marks(beside.on_paper(400), stroke="#000000")) == 2  # the line and its dot


def test_two_numbers_beside_a_view_do_not_overprint() -> None:
    places = (PlaceDays(site, "right", site, dates(99)) for site in ("upper_arm_front", "side_ribs"))
    texts = [
        mark for mark in drawn(chart(*places, filled_in=366).on_paper(760, 24.9)).iter() if mark.text == "99"
    ]
    first, second = sorted(float(mark.get("y", "0")) for mark in texts)[:2]
    assert second - first > 20


def test_the_views_have_the_regions_of_the_map() -> None:
    counts = {view.code: len(view.regions) for view in VIEWS}
    assert counts == {"front": 22, "back": 15, "face": 14}
