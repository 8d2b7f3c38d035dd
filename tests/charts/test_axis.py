from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diary.charts import axis


@pytest.mark.parametrize(
    ("top", "ticks"),
    [
        (0, (0, 1)),
        (1, (0, 1)),
        (4, (0, 1, 2, 3, 4)),
        (7, (0, 2, 4, 6, 8)),
        (45, (0, 20, 40, 60)),
        (400, (0, 100, 200, 300, 400)),
    ],
)
def test_counts_are_labelled_from_zero_in_round_steps(top: int, ticks: tuple[int, ...]) -> None:
    assert axis.count_ticks(top) == ticks


@given(st.integers(0, 10**7))
def test_the_highest_count_is_never_above_the_scale(top: int) -> None:
    ticks = axis.count_ticks(top)
    assert ticks[-1] >= top
    assert 2 <= len(ticks) <= 5


@given(st.floats(1, 10**7), st.floats(1, 10**7))
def test_every_length_stands_within_its_scale(one: float, other: float) -> None:
    ticks = [seconds for seconds, _ in axis.length_ticks(min(one, other), max(one, other))]
    assert ticks[0] <= min(one, other)
    assert ticks[-1] >= max(one, other)
    assert len(ticks) >= 3


def test_lengths_run_from_seconds_to_weeks() -> None:
    words = [words for _, words in axis.length_ticks(1, 604_800)]
    assert words == ["1 s", "10 s", "1 min", "10 min", "1 h", "1 day", "1 week"]


@given(st.dates(date(1990, 1, 1), date(2050, 1, 1)), st.integers(0, 5_000), st.integers(1, 14))
def test_dates_to_label_lie_in_the_span_and_are_few(first: date, days: int, most: int) -> None:
    last = first + timedelta(days=days)
    ticks = axis.date_ticks(first, last, most)
    assert 1 <= len(ticks) <= most
    assert all(first <= day <= last for day, _ in ticks)


def test_four_weeks_are_labelled_by_week_and_a_year_by_month() -> None:
    assert [words for _, words in axis.date_ticks(date(2026, 4, 30), date(2026, 5, 27), 8)] == [
        "30 Apr",
        "7 May",
        "14 May",
        "21 May",
    ]
    year = [words for _, words in axis.date_ticks(date(2025, 11, 1), date(2026, 10, 31), 12)]
    assert year[:4] == ["Nov", "Dec", "2026", "Feb"]


@pytest.mark.parametrize(
    ("minute", "twelve", "twenty_four"),
    [
        (0, "midnight", "00:00"),
        (570, "9:30am", "09:30"),
        (720, "midday", "12:00"),
        (840, "2pm", "14:00"),
        (750, "12:30pm", "12:30"),
        (1_050, "5:30pm", "17:30"),
        (1_440, "midnight", "24:00"),
    ],
)
def test_a_clock_time_reads_as_the_person_reads_clocks(minute: int, twelve: str, twenty_four: str) -> None:
    assert axis.clock_text(minute) == twelve
    assert axis.clock_text(minute, "24") == twenty_four


def test_a_moment_outside_the_span_stands_at_its_edge() -> None:
    first = date(2026, 4, 30)
    assert axis.fraction_of(datetime(2026, 4, 29, 12, tzinfo=UTC), first, 10) == 0
    assert axis.fraction_of(datetime(2026, 5, 5, 0, 0, tzinfo=UTC), first, 10) == 0.5
    assert axis.fraction_of(date(2027, 1, 1), first, 10) == 1


def test_many_months_are_named_by_their_years() -> None:
    starts = [date(2016 + n // 12, n % 12 + 1, 1) for n in range(120)]
    labels = list(axis.slot_labels(starts, date(2025, 12, 31), "month", 12))
    assert labels == [(12 * n, str(2016 + n)) for n in range(10)]
    few = list(axis.slot_labels(starts[:3], date(2016, 3, 31), "month", 12))
    assert few == [(0, "2016"), (1, "Feb"), (2, "Mar")]
