"""Longer or shorter: one week, one number; never one row per twitch."""

from collections.abc import Sequence
from datetime import timedelta
from math import exp

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diary.analysis.lengthening import LengthChange, finding, length_change
from diary.analysis.records import EpisodeRecord
from tests.analysis.made import at, spell, twitch

MONDAY = at("2026-03-02 08:00")
NOW = at("2026-12-01 12:00")


def weeks(lengths: Sequence[Sequence[float]]) -> list[EpisodeRecord]:
    """A row of lengths per week, one after another from Monday on."""
    return [
        twitch(MONDAY + timedelta(weeks=week, hours=hour), seconds)
        for week, row in enumerate(lengths)
        for hour, seconds in enumerate(row)
    ]


def changed(lengths: Sequence[Sequence[float]], extra: Sequence[EpisodeRecord] = ()) -> LengthChange:
    last = (MONDAY + timedelta(weeks=len(lengths)) - timedelta(days=1)).date()
    return length_change([*weeks(lengths), *extra], last, NOW)


def test_a_length_that_halves_every_four_weeks_is_found_exactly() -> None:
    found = changed([[1024 * 0.5 ** (week / 4)] * 3 for week in range(12)])
    assert found.length_ratio_4_weeks == pytest.approx(0.5, rel=1e-3)
    assert (found.verdict, found.weeks) == ("shorter", 12)


def test_lengths_that_do_not_change() -> None:
    found = changed([[30, 60, 90], [35, 55, 80], [80, 60, 30], [60, 61, 40]] * 3)
    assert found.verdict == "no_clear_change"
    assert found.interval[0] < 1 < found.interval[1]


def test_a_bad_week_of_a_hundred_twitches_is_one_week() -> None:
    """Each row a finding would make this one sure; the weeks make it no finding at all."""
    found = changed([[60] * 3] * 7 + [[600] * 100])
    assert found.verdict == "no_clear_change"


@pytest.mark.parametrize(("per_week", "weeks"), [(2, 0), (3, 8)])
def test_a_week_needs_three_lengths(per_week: int, weeks: int) -> None:
    assert changed([[60] * per_week] * 8).weeks == weeks


def test_eight_weeks_are_needed() -> None:
    assert changed([[60] * 3] * 7) == LengthChange(None, None, "too_few_weeks", 7)
    assert changed([]) == LengthChange(None, None, "too_few_weeks", 0)


def test_what_has_no_length_of_its_own_is_left_out() -> None:
    extra = [
        twitch("2026-03-03 08:00", None),
        twitch("2026-03-03 09:00", ongoing=True),
        spell("2026-03-03 09:00", "2026-03-04 20:00"),
        twitch("2026-11-20 09:00", 9000),
    ]
    lengths = [[30 + week, 60, 90] for week in range(9)]
    assert changed(lengths, extra) == changed(lengths)


rows = st.lists(st.lists(st.integers(0, 10**6), min_size=3, max_size=5), min_size=8, max_size=14)


@given(rows)
def test_whatever_was_written_the_answer_is_a_number_or_says_so(lengths: list[list[int]]) -> None:
    found = changed(lengths)
    low, high = found.interval or (0.0, 0.0)
    assert 0 < low <= found.length_ratio_4_weeks * (1 + 1e-9)
    assert found.length_ratio_4_weeks <= high * (1 + 1e-9) < exp(700)


@pytest.mark.parametrize(
    ("found", "words"),
    [
        (LengthChange(None, None, "too_few_weeks", 5), "5 of 8 weeks have 3 recorded lengths or more"),
        (LengthChange(1.2, (1.1, 1.4), "longer", 9), "Twitches became longer over time"),
        (LengthChange(1.0, (0.8, 1.3), "no_clear_change", 9), "if there is one, it is small"),
        (LengthChange(1.0, (0.5, 1.3), "no_clear_change", 9), "Cannot tell"),
    ],
)
def test_what_is_said(found: LengthChange, words: str) -> None:
    assert words in finding(found)
