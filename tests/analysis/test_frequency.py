"""How often, over the days filled in."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from diary.analysis.frequency import (
    Counts,
    Span,
    busiest,
    by_day,
    by_month,
    by_week,
    counts,
    finding,
    first_and_last,
    first_and_last_week,
    quieter,
    running_means,
)
from diary.analysis.records import DayRecord
from tests.analysis.made import days_of, period, said, spell, twitch


def pattern(marks: str) -> list[DayRecord]:
    """Days from 1 May: T twitching, n none, . blank."""
    answers = {"T": "yes", "n": "none"}
    dates = [f"{date(2026, 5, 1) + timedelta(n)}" for n in range(len(marks))]
    checkins = [said(day, answers[mark]) for day, mark in zip(dates, marks, strict=True) if mark in answers]
    return days_of(period(dates[0], dates[-1]), checkins=checkins)


def test_every_page_says_19_of_26() -> None:
    days = pattern("T" * 19 + "n" * 7 + "..")
    assert finding(days) == "Twitching on 19 of 26 days filled in."
    assert counts(days) == Counts(
        in_period=28, filled_in=26, checked_in=26, twitching=19, none=7, same_day=26
    )


@pytest.mark.parametrize(
    ("marks", "sentence"),
    [
        ("n" * 12 + "..", "No twitching on 12 of 12 days filled in."),
        ("....", "No day is filled in yet."),
        ("T", "Twitching on 1 of 1 day filled in."),
        ("n.", "No twitching on 1 of 1 day filled in."),
    ],
)
def test_the_finding_is_of_the_days_filled_in(marks: str, sentence: str) -> None:
    assert finding(pattern(marks)) == sentence


def test_no_days_at_all_are_counted_as_such() -> None:
    assert counts([]) == Counts(0, 0, 0, 0, 0, 0)
    assert (by_day([]), by_week([]), by_month([]), finding([])) == ([], [], [], "No day is filled in yet.")


def test_episodes_without_a_check_in_fill_in_a_day_that_is_not_checked_in() -> None:
    days = days_of(
        period("2026-05-01", "2026-05-03"), [twitch("2026-05-02 12:00")], [said("2026-05-03", "none")]
    )
    assert counts(days) == Counts(in_period=3, filled_in=2, checked_in=1, twitching=1, none=1, same_day=2)


def test_weeks_count_from_the_first_day_and_the_last_may_be_short() -> None:
    days = days_of(
        period("2026-05-01", "2026-05-10"),
        [
            twitch("2026-05-07 12:00"),
            twitch("2026-05-07 13:00"),
            spell("2026-05-07 23:00", "2026-05-08 01:00"),
        ],
        [said("2026-05-09", "none")],
    )
    assert by_week(days) == [
        Span(date(2026, 5, 1), date(2026, 5, 7), twitching=1, filled_in=1, twitches=2, spells=1),
        Span(date(2026, 5, 8), date(2026, 5, 10), twitching=1, filled_in=2, twitches=0, spells=0),
    ]
    assert [span.in_span for span in by_week(days)] == [7, 3]


def test_months_are_cut_off_where_the_days_end() -> None:
    days = days_of(period("2026-01-30", "2026-03-02"), [twitch("2026-02-28 12:00")])
    assert [(str(span.first), str(span.last), span.episodes) for span in by_month(days)] == [
        ("2026-01-30", "2026-01-31", 0),
        ("2026-02-01", "2026-02-28", 1),
        ("2026-03-01", "2026-03-02", 0),
    ]


def test_days_one_by_one() -> None:
    assert [(span.filled_in, span.twitching) for span in by_day(pattern("Tn."))] == [(1, 1), (1, 0), (0, 0)]


@pytest.mark.parametrize(
    ("marks", "sentence"),
    [
        ("TTTTTn." + "TTTTTnn", "5 of 6 days in the first week, 5 of 7 in the last."),
        ("TTTTTn." + "TTTTTn", ""),
        ("TTTTTn." + ".......", ""),
    ],
)
def test_the_first_and_last_week_side_by_side(marks: str, sentence: str) -> None:
    assert first_and_last_week(pattern(marks)) == sentence


@pytest.mark.parametrize(
    ("days", "sentence"),
    [
        (13, ""),
        (14, "7 of 7 days in the first week, 0 of 7 in the last."),
        (56, "28 of 28 days in the first 4 weeks, 0 of 28 in the last."),
        (730, "365 of 365 days in the first year, 0 of 365 in the last."),
    ],
)
def test_the_longer_the_days_the_longer_the_ends_that_are_compared(days: int, sentence: str) -> None:
    assert first_and_last(pattern("T" * (days // 2) + "n" * (days - days // 2))) == sentence


def test_ends_that_are_blank_are_not_compared() -> None:
    assert first_and_last(pattern("." * 40 + "T" * 40)) == ""


@pytest.mark.parametrize(
    ("marks", "sentence"),
    [
        ("TTTTTTn" + "TTnnnnn", "Twitching on 2 of 7 days this week, 6 of 7 the week before."),
        ("TTTTnnn" + "TTnnnnn", "Twitching on 2 of 7 days this week, 4 of 7 the week before."),
        ("TTTTnnn" + "TTTnnnn", ""),
        ("TTTnnnn" + "nnnnnnn", ""),
        ("TTTTTTT" + "nnn....", ""),
        ("TTTTTTT" + "nnnn...", "Twitching on 0 of 4 days this week, 7 of 7 the week before."),
        ("TTTTTT" + "nnnnnnn", ""),
    ],
)
def test_quieter_has_a_rule(marks: str, sentence: str) -> None:
    days = pattern(marks)
    assert quieter(days, days[-1].date) == sentence


def test_weeks_that_are_past_are_not_called_this_week() -> None:
    days = pattern("TTTTTTn" + "TTnnnnn")
    assert quieter(days, days[-1].date + timedelta(days=1)) == ""


def test_the_busiest_span_is_the_first_of_equals() -> None:
    days = days_of(
        period("2026-05-01", "2026-05-03"), [twitch("2026-05-02 12:00"), twitch("2026-05-03 12:00")]
    )
    assert busiest(by_day(days)) == by_day(days)[1]
    assert busiest(by_day(pattern("nn"))) is None


def checked_in(*counts: int | None) -> list[DayRecord]:
    """Days with so many twitches each; None is a day without a check-in."""
    span = period("2026-03-01", f"2026-03-{len(counts):02}")
    dates = list(span.days())
    known = [(day, count) for day, count in zip(dates, counts, strict=True) if count is not None]
    episodes = [twitch(f"{day} 08:00") for day, count in known for _ in range(count)]
    return days_of(span, episodes, [said(f"{day}", "yes" if count else "none") for day, count in known])


def test_a_running_mean_is_of_the_days_around_it() -> None:
    assert running_means(checked_in(0, 0, 7, 0, 0, 0, 0))[3] == 1


def test_a_running_mean_leaves_blank_days_out_and_is_unknown_below_four() -> None:
    assert running_means(checked_in(2, None, 2, None, 2, None, 2)) == [None, None, None, 2, None, None, None]


def test_twitches_of_a_day_without_a_check_in_are_in_no_mean() -> None:
    days = checked_in(1, 1, 1, 1, None, None, None)
    busy = [twitch("2026-03-05 09:00")] * 9
    quiet = [said(f"2026-03-0{n}", "none") for n in range(1, 5)]
    mixed = days_of(period("2026-03-01", "2026-03-07"), busy, quiet)
    assert running_means(days)[3] == 1
    assert running_means(mixed)[3] == 0


def test_twitching_that_was_only_said_is_no_zero_of_a_mean() -> None:
    days = checked_in(2, 2, 2, 2, 0, 0, 0)
    said_only = [replace(day, state="twitching") if not day.twitches else day for day in days]
    assert running_means(said_only)[3] == 2
    assert [span.is_uncounted for span in by_day(said_only)] == [False] * 4 + [True] * 3
    assert [span.is_uncounted for span in by_week(said_only)] == [False]
