"""Shades from few to many: by colour, and by size where there is none."""

import pytest

from diary.charts.shades import EDGED, cell, key_of, shade_of, stamp, tone_tops


@pytest.mark.parametrize(
    ("most", "tops"), [(0, ()), (1, (1,)), (3, (1, 2, 3)), (4, (1, 2, 3, 4)), (9, (3, 5, 7, 9))]
)
def test_shades_split_the_counts_evenly(most: int, tops: tuple[int, ...]) -> None:
    assert tone_tops(most) == tops


def test_every_count_has_a_shade_and_the_highest_the_darkest() -> None:
    assert shade_of((3, 5, 7, 9)) == {1: 1, 2: 1, 3: 1, 4: 2, 5: 2, 6: 3, 7: 3, 8: 4, 9: 4}
    assert shade_of((1, 2)) == {1: 3, 2: 4}


def test_more_fills_more_of_the_cell_around_the_same_middle() -> None:
    sides = [float(cell(10, 20, 8, 8, shade).split("h")[1].split("v")[0]) for shade in (1, 2, 3, 4)]
    assert sides == sorted(set(sides))
    assert cell(10, 20, 8, 8, 4) == "M10 20h8v8h-8z"
    assert cell(10, 20, 10, 10, 1) == "M12.7 22.7h4.6v4.6h-4.6z"


def test_a_stamp_draws_the_same_cell() -> None:
    across, down, shape = stamp(10, 10, 1)
    assert f"M{10 + across:g} {20 + down:g}{shape}" == cell(10, 20, 10, 10, 1)


def test_the_key_names_the_counts_of_each_shade() -> None:
    assert [words for _, words in key_of((2, 4, 6, 7), " days")] == ["1 to 2 days", "3 to 4", "5 to 6", "7"]
    assert set(EDGED) == {1, 2}
