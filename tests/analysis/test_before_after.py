"""Before and after a chosen day: reference values on real series, behaviour on invented ones."""

from collections.abc import Callable, Sequence
from datetime import timedelta

import pytest

from diary.analysis.before_after import BeforeAfter, before_after, finding
from diary.analysis.records import DayRecord
from tests.analysis.links.invented import FIRST, day
from tests.analysis.series import REFERENCE, restless, visits


def days(values: Sequence[int | None]) -> list[DayRecord]:
    return [day(at, value) for at, value in enumerate(values)]


def weeks(counts: Sequence[int]) -> list[DayRecord]:
    """Every day checked in, the whole week's episodes on its first."""
    return days([value for count in counts for value in (count, 0, 0, 0, 0, 0, 0)])


def compared(records: Sequence[DayRecord], cut: int, skip_before: int = 14) -> BeforeAfter:
    return before_after(records, FIRST + timedelta(days=cut), skip_before)


if REFERENCE.exists():  # a newcomer has no reference series

    @pytest.mark.real_data
    @pytest.mark.parametrize(
        ("series", "cut", "weeks", "per_day", "expected", "verdict"),
        [
            (restless, 42, (6, 28), (0.6905, 1.9846), (2.8743, 1.3940, 5.9263), "more"),
            (visits, 180, (25, 26), (2.2571, 1.5604), (0.6913, 0.5293, 0.9029), "less"),
        ],
    )
    def test_the_reference_values(
        series: Callable[[], Sequence[int | None]],
        cut: int,
        weeks: tuple[int, int],
        per_day: tuple[float, float],
        expected: tuple[float, float, float],
        verdict: str,
    ) -> None:
        found = compared(days(series()), cut, skip_before=0)
        assert (found.weeks, found.verdict) == (weeks, verdict)
        assert [rate / 7 for rate in found.per_week] == pytest.approx(per_day, abs=5e-5)
        assert found.interval is not None
        assert (found.ratio, *found.interval) == pytest.approx(expected, abs=5e-5)


STEADY = [9, 11, 10, 8, 12, 10, 9, 11, 10, 10]


def test_a_clear_halving() -> None:
    found = compared(weeks([*STEADY, *(count // 2 for count in STEADY)]), 70)
    assert (found.weeks, found.verdict, found.was_changing) == ((8, 10), "less", False)
    assert found.ratio == pytest.approx(0.48, abs=0.03)


def test_the_fortnight_before_is_left_out() -> None:
    """Two bad weeks that led to a medicine make no improvement of what was usual."""
    records = weeks([*STEADY[:8], 40, 40, *STEADY])
    assert compared(records, 70).ratio == pytest.approx(1, abs=0.05)
    assert compared(records, 70, skip_before=0).ratio < 0.75


def test_a_fall_that_was_under_way_is_said() -> None:
    falling = [round(60 * 0.97**week) + (5, -4, 0, -1)[week % 4] for week in range(20)]
    found = compared(weeks(falling), 70)
    assert (found.verdict, found.was_changing) == ("less", True)
    assert "It was already falling before." in finding(found, "magnesium")


@pytest.mark.parametrize(
    ("before", "after", "verdict"),
    [(5, 4, "too_few_weeks"), (6, 3, "too_few_weeks"), (6, 4, "no_clear_change")],
)
def test_four_weeks_are_needed_on_each_side(before: int, after: int, verdict: str) -> None:
    found = compared(weeks([10] * (before + after)), before * 7)
    assert found.verdict == verdict
    assert found.weeks == (before - 2, after)


def test_only_whole_weeks_count() -> None:
    found = compared(days([2] * 42 + [2] * 28 + [9] * 6), 42)
    assert (found.weeks, found.ratio) == ((4, 4), pytest.approx(1))


def test_a_side_without_an_episode_has_no_ratio() -> None:
    found = compared(weeks([10] * 6 + [0] * 6), 42)
    assert (found.ratio, found.interval, found.per_week) == (None, None, (10, 0))
    assert "6 weeks after: none a week" in finding(found, "magnesium")


def test_days_without_a_check_in_do_not_exist() -> None:
    found = compared(days([2] * 42 + [2, None] * 28), 42)
    assert found.ratio == pytest.approx(1)


@pytest.mark.parametrize("cut", [-10, 0, 10, 500])
def test_a_day_outside_the_diary_is_too_early(cut: int) -> None:
    assert compared(weeks([10] * 10), cut).verdict == "too_few_weeks"
    assert before_after([], FIRST).per_week == (None, None)


def test_what_is_said() -> None:
    found = BeforeAfter(FIRST, (8, 8), (11.2, 1.44), 0.6, (0.4, 1.1), "no_clear_change")
    assert finding(found, "magnesium") == (
        "8 weeks before magnesium: 11 a week. 8 weeks after: 1.4 a week (the 2 weeks just before you started "
        "are left out, because people often start something when things are at their worst). Weeks as "
        "different as these are common in your diary, so this may be chance. A diary cannot show that "
        "magnesium was the reason."
    )


@pytest.mark.parametrize(
    ("found", "words"),
    [
        (
            BeforeAfter(FIRST, (8, 8), (9, 9), 1, (0.7, 1.4), "no_clear_change"),
            "If there is a difference it is small.",
        ),
        (BeforeAfter(FIRST, (8, 8), (9, 4), 0.5, (0.3, 0.8), "less"), "larger than your usual ups and downs"),
        (
            BeforeAfter(FIRST, (3, 8), (9, 4), None, None, "too_few_weeks"),
            "there are 3 before (the last 2 weeks left out) and 8 after",
        ),
    ],
)
def test_what_is_said_of_others(found: BeforeAfter, words: str) -> None:
    assert words in finding(found, "magnesium")
