"""Where, by the days a place twitched."""

from datetime import date

import pytest

from diary.analysis.places import PlaceCount, finding, places, spread
from diary.vocabulary.sites import Place
from tests.analysis.made import period, spell, twitch

MAY = period("2026-05-01", "2026-05-31")
TODAY = date(2026, 5, 28)
CALF, THUMB = Place("calf", "left"), Place("thumb", "right")


def test_days_are_counted_once_and_episodes_one_by_one() -> None:
    episodes = [
        twitch("2026-05-10 12:00"),
        twitch("2026-05-10 13:00"),
        spell("2026-05-12 23:00", "2026-05-13 01:00", "thumb right"),
    ]
    assert places(episodes, MAY, TODAY) == [
        PlaceCount(THUMB, 2, 1, date(2026, 5, 12), date(2026, 5, 13)),
        PlaceCount(CALF, 1, 2, date(2026, 5, 10), date(2026, 5, 10)),
    ]


def test_what_began_before_the_period_touches_it_without_starting_in_it() -> None:
    episodes = [twitch("2026-04-20 12:00", end="2026-05-03 12:00")]
    assert places(episodes, MAY, TODAY) == [PlaceCount(CALF, 3, 0, date(2026, 5, 1), date(2026, 5, 3))]


def test_what_is_still_going_touches_up_to_today() -> None:
    episodes = [twitch("2026-05-20 12:00", ongoing=True)]
    assert places(episodes, MAY, TODAY) == [PlaceCount(CALF, 9, 1, date(2026, 5, 20), TODAY)]
    assert places(episodes, period("2026-05-01", "2026-05-22"), TODAY)[0].days == 3


def test_left_and_right_are_two_places() -> None:
    found = places([twitch("2026-05-10 12:00"), twitch("2026-05-11 12:00", place="calf right")], MAY, TODAY)
    assert [str(count.place) for count in found] == ["left calf", "right calf"]


def test_a_place_outside_the_period_is_not_there() -> None:
    assert places([twitch("2026-04-20 12:00")], MAY, TODAY) == []


def count(place: str, days: int) -> PlaceCount:
    site, _, side = place.partition(" ")
    return PlaceCount(Place(site, side), days, days, TODAY, TODAY)


def test_mostly_means_half_of_the_twitching_days() -> None:
    found = [count("eyelid_lower left", 16), count("thigh_front right", 4)]
    assert finding(found, 19) == "Mostly left lower eyelid (16 days), then right thigh, front (4)."
    assert finding(found, 32).startswith("Mostly ")
    assert finding(found, 33).startswith("Most often left lower eyelid (16 days)")


def test_three_places_are_named_at_most_and_never_one_that_was_not_said() -> None:
    found = [count("", 9), *(count(f"{site} left", 1) for site in ("calf", "knee", "thumb", "wrist"))]
    assert (
        finding(found, 9)
        == "Most often left calf (1 day), then left knee / above knee (1), then left thumb / thumb base (1)."
    )
    assert finding(found[:1], 9) == "No place is recorded yet."


@pytest.mark.parametrize(
    ("began", "sentence"),
    [
        ([], "No place is recorded yet."),
        ([("left calf", 3)], "One place in these days."),
        ([("left calf", 1), ("right calf", 1)], "2 places, all of them from 1 March on."),
        (
            [("left calf", 1), ("right calf", 8)],
            "2 places: first left calf, on 1 March; the last to begin was right calf, on 8 March.",
        ),
    ],
)
def test_how_it_spread_is_said_of_these_days_alone(began: list[tuple[str, int]], sentence: str) -> None:
    march = period("2026-03-01", "2026-03-28")
    assert spread([(label, date(2026, 3, day)) for label, day in began], march) == sentence
