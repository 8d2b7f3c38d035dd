"""How long twitches last; what is not known is left out and said."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diary.analysis.duration import LengthCount, Lengths, besides, classes, finding, left_out, lengths, usual
from tests.analysis.made import at, spell, twitch

NOW = at("2026-05-28 12:00")


def of(*seconds: float | None) -> Lengths:
    return lengths([twitch("2026-05-20 12:00", length) for length in seconds], NOW)


def test_nothing_logged_has_no_length() -> None:
    assert of() == Lengths(0, None, None, None, None, False, 0, 0)
    assert finding(of()) == "No length is recorded yet."


def test_the_middle_and_where_half_of_them_lie() -> None:
    assert of(10, 20, 30, 40, 50) == Lengths(5, 30, 20, 40, 50, False, 0, 0)


def test_unknown_lengths_are_left_out_and_counted() -> None:
    found = of(*[40] * 7, None, None, None)
    assert (found.n, found.median_s, found.not_recorded) == (7, 40, 3)
    assert left_out(found) == "3 with length not recorded"


def test_a_spell_has_no_length() -> None:
    assert lengths([spell("2026-05-20 09:00", "2026-05-20 17:00")], NOW) == of()


def test_the_one_still_going_is_at_least_as_long_as_so_far() -> None:
    running = twitch("2026-05-28 11:00", ongoing=True)
    found = lengths([running, twitch("2026-05-20 12:00", 60)], NOW)
    assert found == Lengths(1, 60, 60, 60, 3600, True, 0, 1)
    assert finding(found) == "1 with a length; longest at least 1 hour."
    assert finding(lengths([running], NOW)) == "Still going: longest at least 1 hour."
    assert left_out(found) == "1 still going"
    assert finding(lengths([twitch("2026-05-28 08:00:01", ongoing=True)], NOW)) == (
        "Still going: longest at least 3 hours 59 minutes."
    )


@pytest.mark.parametrize(
    ("timed", "said"),
    [(None, "longest about 5 minutes."), (60, "longest about 5 minutes."), (300, "longest 5 minutes.")],
)
def test_the_longest_is_about_where_none_that_long_was_timed(timed: int | None, said: str) -> None:
    guess = twitch("2026-05-20 12:00", 300)._replace(length_precision="about")
    assert finding(lengths([guess, twitch("2026-05-21 12:00", timed)], NOW)).endswith(said)


def test_a_longer_one_that_ended_is_not_at_least() -> None:
    found = lengths([twitch("2026-05-28 11:59", ongoing=True), twitch("2026-05-20 12:00", 61)], NOW)
    assert (found.longest_s, found.longest_is_at_least) == (61, False)


@pytest.mark.parametrize(
    ("seconds", "sentence"),
    [
        ([50, 50, 50], "3 with a length; longest 50 seconds."),
        (
            [30, 40, 60, 381],
            "Usually lasts 50 seconds (4 with a length); half between 38 seconds and 2 minutes 20 seconds; "
            "longest 6 minutes 21 seconds.",
        ),
    ],
)
def test_usually_needs_four_lengths(seconds: list[float], sentence: str) -> None:
    assert finding(of(*seconds)) == sentence


@given(st.lists(st.integers(0, 86_400), min_size=1, max_size=40), st.data())
def test_deleting_a_length_changes_n_by_one_and_adds_no_zero(seconds: list[int], data: st.DataObject) -> None:
    gone = data.draw(st.integers(0, len(seconds) - 1))
    less: list[float | None] = [None if n == gone else length for n, length in enumerate(seconds)]
    before, after = of(*seconds), of(*less)
    assert (after.n, after.not_recorded) == (before.n - 1, 1)
    kept = [length for length in less if length is not None]
    assert after.median_s is None if not kept else min(kept) <= after.median_s <= max(kept)


def test_lengths_fall_into_classes_from_the_shortest_to_the_longest_in_use() -> None:
    now = at("2026-05-29 12:00")
    found = classes(
        [
            twitch("2026-05-20 12:00", 10),
            twitch("2026-05-20 12:10", 29, length_precision="about"),
            twitch("2026-05-20 13:00", 60),
            twitch("2026-05-22 11:00", None, ongoing=True),
            twitch("2026-05-20 14:00", None),
            spell("2026-05-20 15:00", "2026-05-20 16:00"),
        ],
        now,
    )
    assert (found[0], found[2]) == (LengthCount(10, 30, 1, 1, 0), LengthCount(60, 180, 1, 0, 0))
    assert found[-1] == LengthCount(7 * 86_400, 28 * 86_400, 0, 0, 1)
    assert sum(count.known + count.about + count.going for count in found) == 4


def test_without_a_length_there_is_no_class() -> None:
    assert classes([twitch("2026-05-20 14:00", None)], at("2026-05-29 12:00")) == []


def test_the_usual_length_is_said_apart_from_what_there_is_besides() -> None:
    found = of(*[40] * 5, 70, None)
    assert usual(found) == "Usually 40 seconds."
    assert besides(found) == "6 with a length; longest 1 minute 10 seconds. 1 with length not recorded."
    assert (usual(of(40)), besides(of(40))) == ("1 with a length; longest 40 seconds.", "")
    assert (usual(of(None)), besides(of(None))) == (
        "No length is recorded yet.",
        "1 with length not recorded.",
    )


def test_the_middle_of_long_lengths_is_not_finer_than_it_can_be_known() -> None:
    assert usual(of(59, 3_600, 3_725, 5_430, 90_100)) == (
        "Usually 1 hour 2 minutes; half were between 1 hour and 1 hour 30 minutes."
    )
