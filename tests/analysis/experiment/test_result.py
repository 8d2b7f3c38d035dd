"""What an experiment showed: nothing before its end, counts as they are, an interval that is earned."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from math import exp, log, sqrt
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diary.analysis.experiment import Arm, Result, result
from diary.analysis.experiment.result import counts_by_kind
from diary.analysis.records import DayRecord
from diary.analysis.student import t_quantile
from tests.analysis.experiment.tried import DAY, FIRST, blocks, day, days, over, plan
from tests.analysis.made import days_of, period, said, twitch

LITTLE, MUCH = [0, 1, 0, 2, 0, 1, 0], [4, 3, 5, 3, 6, 4, 3]
NOBODY = Arm(0, 0, 0, 0, 0, 0, None)


def test_a_clear_difference_with_all_that_was_counted() -> None:
    made = plan("LUULLU")
    found = over(made, blocks(made, LITTLE, MUCH))
    assert replace(found, ratio=None, interval=None) == Result(
        state="over",
        limited=Arm(21, 21, 9, 12, 21, 21, 60),
        usual=Arm(21, 21, 21, 84, 21, 0, 240),
        verdict="fewer",
    )
    assert found.ratio == pytest.approx(12 / 84)
    assert found.interval is not None
    assert found.interval[0] < 12 / 84 < found.interval[1] < 1


def test_blocks_of_a_week_are_compared_by_days_widened_for_days_that_are_alike() -> None:
    made = plan("LUUL")
    counts = [2, 1, 0, 1, 0, 1, 1, 2, 1, 2, 4, 3, 3, 4, 3, 3, 5, 3, 4, 1, 2, 2, 3, 1, 1, 1, 0, 1]
    found = over(made, days(counts))
    held = [at // 7 in (0, 3) for at in range(28)]
    sums = [sum(count for count, kept in zip(counts, held, strict=True) if kept == kind) for kind in (1, 0)]
    means = [sums[0] / 14 if kept else sums[1] / 14 for kept in held]
    left = [(count - mean) / sqrt(mean) for count, mean in zip(counts, means, strict=True)]
    squares = sum(each * each for each in left)
    likeness = (28 * sum(a * b for a, b in pairwise(left)) / squares + 2) / 24
    wider = (1 + likeness) / (1 - likeness)
    error = sqrt(squares / 26 * (1 / sums[0] + 1 / sums[1]) * wider)
    half_width = t_quantile(0.975, 28 / wider - 2) * error
    middle = log(sums[0] / sums[1])
    assert 1 < wider < 3
    assert found.interval == pytest.approx((exp(middle - half_width), exp(middle + half_width)))


def test_longer_blocks_are_compared_by_whole_weeks() -> None:
    made = plan("LUUL", block_days=14)
    weeks = [9, 7, 15, 18, 12, 14, 8, 10]
    found = over(made, days([count for week in weeks for count in (week, 0, 0, 0, 0, 0, 0)]))
    limited, usual = [9, 7, 8, 10], [15, 18, 12, 14]
    expected = [sum(limited) / 4] * 4 + [sum(usual) / 4] * 4
    spread = sum((n - e) ** 2 / e for n, e in zip(limited + usual, expected, strict=True)) / 6
    half_width = t_quantile(0.975, 6) * sqrt(spread * (1 / sum(limited) + 1 / sum(usual)))
    middle = log(sum(limited) / sum(usual))
    assert found.verdict == "fewer"
    assert found.interval == pytest.approx((exp(middle - half_width), exp(middle + half_width)))


@pytest.mark.parametrize("at", [0, 5, 27])
def test_before_the_end_nothing_is_compared(at: int) -> None:
    made = plan("LUUL")
    found = result(made, blocks(made, LITTLE, MUCH), FIRST + at * DAY)
    assert (found.state, found.verdict, found.ratio, found.interval) == ("running", "", None, None)
    assert found.days == at + 1


def test_a_stopped_one_is_never_compared() -> None:
    made = plan("LUUL", stopped_on=FIRST + 20 * DAY)
    found = result(made, blocks(made, LITTLE, MUCH), FIRST + 100 * DAY)
    assert (found.state, found.verdict, found.interval, found.days) == ("stopped", "", None, 21)


def test_before_it_begins_there_is_nothing() -> None:
    made = plan("LU")
    assert result(made, days([3]), FIRST - DAY) == Result("planned", NOBODY, NOBODY)


def test_blank_days_are_left_out_and_never_zero() -> None:
    made = plan("LUUL")
    with_gaps = over(made, blocks(made, [0, 1, None, 2, 0, 1, None], [4, 3, 5, None, 6, 4, 3]))
    assert (with_gaps.limited.days, with_gaps.limited.checked_in) == (14, 10)
    assert with_gaps.ratio == pytest.approx((8 / 10) / (50 / 12))


def test_episodes_without_a_check_in_do_not_count() -> None:
    made = plan("LU")
    logged = twitch("2026-05-04 12:00", place="calf left")
    checkins = [said(f"2026-05-{n:02d}", "none") for n in range(5, 18)]
    found = over(made, days_of(period("2026-05-04", "2026-05-17"), [logged], checkins))
    assert (found.limited.checked_in, found.limited.episodes) == (6, 0)


@pytest.mark.parametrize(
    ("limited", "usual", "verdict"),
    [
        ([None] * 7, MUCH, "too_few_days"),
        ([0] * 7, [0] * 7, "none_at_all"),
        ([0] * 7, MUCH, "cannot_tell"),
        (MUCH, LITTLE, "more"),
        ([5, 4, 5, 4, 5, 4, 5], [4, 5, 4, 5, 4, 5, 4], "small"),
        ([0, 0, 9, 0, 0, 0, 0], [0, 0, 0, 0, 7, 0, 0], "cannot_tell"),
    ],
)
def test_the_verdict(limited: list[int | None], usual: list[int | None], verdict: str) -> None:
    made = plan("LUULLU")
    assert over(made, blocks(made, limited, usual)).verdict == verdict


def test_too_few_weeks_with_check_ins_have_no_interval() -> None:
    made = plan("LU", block_days=14)
    sparse = [2, None, 1, None, 2, None, None, 1, 2, 3, 1, 2, 2, 1]
    found = over(made, days([*sparse, *[2, 1, 3, 2, 1, 2, 2] * 2]))
    assert (found.limited.checked_in, found.verdict, found.interval) == (10, "too_few_weeks", None)


def test_all_days_are_compared_as_planned_kept_or_not() -> None:
    made = plan("LUULLU")
    kept = blocks(made, LITTLE, MUCH)
    broken = [replace(each, factors={**each.factors, "caffeine_mg": 400.0}) for each in kept]
    assert over(made, broken).ratio == over(made, kept).ratio
    assert (over(made, broken).limited.within, over(made, broken).was_apart) == (0, False)
    assert over(made, kept).was_apart


def test_values_filled_in_as_usual_say_nothing_about_the_limit() -> None:
    made = plan("LU")
    filled = days([1] * 14, caffeine_mg=80, usual=frozenset({"caffeine_mg"}))
    assert (over(made, filled).limited.answered, over(made, filled).limited.middle) == (0, None)


def test_days_around_the_plan_change_nothing() -> None:
    made = plan("LUUL")
    inside = blocks(made, LITTLE, MUCH)
    around = [day(-1, 50, caffeine_mg=900), *inside, day(28, 50, caffeine_mg=900)]
    assert over(made, around) == over(made, inside)
    assert counts_by_kind(made, around) == counts_by_kind(made, inside)


@given(st.lists(st.none() | st.integers(0, 9), min_size=28, max_size=28), st.randoms())
def test_the_order_of_the_records_changes_nothing(counts: list[int | None], chance: Random) -> None:
    made, records = plan("LUUL"), days(counts, caffeine_mg=90)
    mixed = [*records]
    chance.shuffle(mixed)
    assert over(made, mixed) == over(made, records)


@given(st.lists(st.none() | st.integers(0, 9), min_size=28, max_size=28), st.integers(0, 27))
def test_a_day_taken_out_never_adds_a_zero(counts: list[int | None], at: int) -> None:
    made, fewer = plan("LUUL"), [*counts]
    fewer[at] = None
    before, after = over(made, days(counts)), over(made, days(fewer))
    assert before.checked_in - after.checked_in == (counts[at] is not None)
    assert before.limited.episodes + before.usual.episodes - (counts[at] or 0) == (
        after.limited.episodes + after.usual.episodes
    )


@pytest.mark.parametrize("zone", ["America/St_Johns", "Asia/Kathmandu", "Australia/Lord_Howe"])
def test_days_are_those_of_the_zone_over_a_change_of_the_clocks(zone: str) -> None:
    """The clocks change within these weeks in two of the zones; each evening's twitch stays on its day."""
    first = datetime(2026, 10, 26, tzinfo=UTC).date()
    made = plan("LU", first=first)
    dates = [first + timedelta(days=n) for n in range(14)]
    evenings = [twitch(f"{each} 23:30", zone=zone) for each in dates[:7]]
    checkins = [said(f"{each}", "yes" if each in dates[:7] else "none") for each in dates]
    records: list[DayRecord] = days_of(period(f"{first}", f"{dates[-1]}", zone), evenings, checkins)
    found = over(made, records)
    assert (found.limited, found.usual) == (Arm(7, 7, 7, 7, 0, 0, None), Arm(7, 7, 0, 0, 0, 0, None))
