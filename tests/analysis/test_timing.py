"""At what time of day, by the clock on the wall."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diary.analysis.timing import Window, by_weekday, finding, hours, window
from tests.analysis.made import spell, twitch


def by_hour(**counts: int) -> list[int]:
    return [counts.get(f"h{hour}", 0) for hour in range(24)]


@pytest.mark.parametrize("zone", ["Pacific/Auckland", "America/Los_Angeles", "Asia/Kolkata"])
def test_hours_are_those_of_the_place_where_it_happened(zone: str) -> None:
    assert hours([twitch("2026-05-20 15:59", zone=zone)])[15] == 1


def test_a_spell_has_no_hour() -> None:
    assert sum(hours([spell("2026-05-20 09:00", "2026-05-20 17:00")])) == 0


def test_the_narrowest_window_with_most_twitches() -> None:
    counts = by_hour(h9=12, h15=5, h16=4, h17=6, h18=5, h19=4, h20=4, h21=5)
    assert window(counts) == Window(15, 21, 28, 45)
    assert finding(window(counts)) == "28 of 45 twitches began between 3pm and 9pm."
    assert finding(window(counts), "24") == "28 of 45 twitches began between 15:00 and 21:00."


def test_a_window_may_pass_midnight() -> None:
    counts = by_hour(h23=5, h0=5, h12=2)
    assert window(counts) == Window(23, 1, 10, 12)
    assert finding(window(counts)) == "10 of 12 twitches began between 11pm and 1am."


def test_a_window_may_end_at_midnight() -> None:
    assert finding(window(by_hour(h23=10))) == "10 of 10 twitches began between 11pm and midnight."


def test_fewer_than_ten_twitches_have_no_window() -> None:
    assert window(by_hour(h9=9)) is None
    assert window(by_hour(h9=10)) == Window(9, 10, 10, 10)


def test_exactly_three_in_five_are_enough() -> None:
    assert window(by_hour(h9=6, h12=4)) == Window(9, 10, 6, 10)
    assert window(by_hour(h9=59, h12=41)) == Window(9, 13, 100, 100)


def test_a_window_is_at_most_eight_hours_wide() -> None:
    eight = [3] * 8 + [1] * 16
    assert window(eight) == Window(0, 8, 24, 40)
    nine = [8] * 9 + [4] * 3 + [3] * 12
    assert sum(nine[:9]) == 0.6 * sum(nine)
    assert window(nine) is None


def test_twitches_all_round_the_clock_have_no_window() -> None:
    assert window([5] * 24) is None
    assert finding(None) == ""


@given(st.lists(st.integers(0, 20), min_size=24, max_size=24))
def test_a_window_holds_what_it_says(counts: list[int]) -> None:
    found = window(counts)
    if found:
        width = (found.end - found.start) % 24
        assert 1 <= width <= 8
        assert found.n == sum(counts[(found.start + n) % 24] for n in range(width)) >= 0.6 * sum(counts)


def test_the_weekday_is_that_of_the_wall_where_it_happened() -> None:
    there = twitch("2026-05-25 00:10", zone="Pacific/Auckland")
    found = by_weekday([there, spell("2026-05-26 09:00", "2026-05-26 10:00")])
    assert found[0][0] == 1
    assert sum(map(sum, found)) == 1
