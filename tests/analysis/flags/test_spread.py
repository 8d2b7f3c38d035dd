"""Several places within two weeks."""

import pytest

from diary.analysis.records import EpisodeRecord
from tests.analysis.flags.marches import EYELID, found, march, raised
from tests.analysis.made import said, twitch


def test_an_upper_and_a_lower_eyelid_are_two_places() -> None:
    episodes = [*march([1, 3, 5, 7], "eyelid_upper left"), *march([2, 4, 6, 8], EYELID)]
    assert raised(*episodes) == {"MULTI_PLACE"}


MULTI = [
    pytest.param([*march([3]), *march([4], "thumb left")], set(), id="two episodes"),
    pytest.param(march([3, 4, 5]), set(), id="one place"),
    pytest.param(
        [*march([3, 4, 5]), *march([3, 4, 5], "calf right")], set(), id="both sides at once, always"
    ),
    pytest.param([*march([3, 4]), *march([5], "calf right")], {"MULTI_PLACE"}, id="left and right apart"),
    pytest.param([*march([3, 4, 5]), *march([5], "calf right")], set(), id="right never alone"),
    pytest.param(
        [*march([3, 4], "nose left"), *march([5], "nose middle")], {"MULTI_PLACE"}, id="a side and the middle"
    ),
    pytest.param([*march([3, 4]), *march([5], "calf")], set(), id="a side not said adds no place"),
    pytest.param([*march([3, 4]), *march([5], "")], set(), id="a place not said adds none"),
    pytest.param([*march([1]), *march([14, 15], "thumb left")], set(), id="15 dates"),
    pytest.param([*march([2]), *march([14, 15], "thumb left")], {"MULTI_PLACE"}, id="14 dates"),
]


@pytest.mark.parametrize(("episodes", "expected"), MULTI)
def test_several_places_within_two_weeks(episodes: list[EpisodeRecord], expected: set[str]) -> None:
    assert raised(*episodes) == expected


def test_places_are_named_as_a_sentence_says_them() -> None:
    episodes = [
        *march([3, 4], "thigh_front left"),
        *march([5], "finger_index right"),
        *march([6], "widespread"),
    ]
    (flag,) = (flag for flag in found(*episodes) if flag.rule == "MULTI_PLACE")
    assert flag.sentence.startswith(
        "In the last 2 weeks you have logged twitching in 3 places: "
        "right index finger or its web, left thigh at the front and many places at once."
    )


def test_a_week_before_without_any_says_none() -> None:
    quiet = [said(f"2026-03-{day:02}", "none") for day in range(1, 15)]
    (flag,) = found(*march([11, 12, 13, 14]), now="2026-03-14 18:00", checkins=quiet)
    fact = "There was twitching on 4 days in the last week, on none the week before."
    assert (flag.rule, flag.sentence.startswith(fact)) == ("RISING", True)


def test_a_twitch_still_going_counts_as_a_place_of_today() -> None:
    long_ago = twitch("2026-01-01 12:00", ongoing=True, place="thumb left")
    assert "MULTI_PLACE" in raised(long_ago, *march([14, 15]))
