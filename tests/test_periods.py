"""Days belong to a place: 23, 24 or 25 hours long, east and west of UTC."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diary import periods
from diary.periods import Period


def utc(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


@pytest.mark.parametrize(
    ("zone", "instant", "day", "minute"),
    [
        ("Pacific/Auckland", "2026-05-28T12:30", date(2026, 5, 29), 30),
        ("America/Los_Angeles", "2026-05-28T06:30", date(2026, 5, 27), 23 * 60 + 30),
        ("Asia/Kolkata", "2026-05-28T18:29", date(2026, 5, 28), 23 * 60 + 59),
        ("Europe/London", "2026-03-29T01:30", date(2026, 3, 29), 2 * 60 + 30),
    ],
)
def test_an_instant_belongs_to_the_day_and_minute_of_its_own_zone(
    zone: str, instant: str, day: date, minute: int
) -> None:
    assert periods.local_date(utc(instant), zone) == day
    assert periods.local_minute(utc(instant), zone) == minute


@pytest.mark.parametrize(
    ("zone", "day", "hours"),
    [
        ("Europe/London", date(2026, 3, 29), 23),
        ("Europe/London", date(2026, 10, 25), 25),
        ("America/New_York", date(2026, 3, 8), 23),
        ("America/New_York", date(2026, 11, 1), 25),
        ("Australia/Lord_Howe", date(2026, 4, 5), 24.5),
        ("Asia/Kolkata", date(2026, 3, 29), 24),
    ],
)
def test_a_day_is_as_long_as_its_clocks_make_it(zone: str, day: date, hours: float) -> None:
    period = Period(day, day, zone)
    assert period.end - period.start == timedelta(hours=hours)


def test_a_day_without_midnight_starts_when_the_clocks_jump() -> None:
    assert periods.start_of_day(date(2018, 11, 4), "America/Sao_Paulo") == utc("2018-11-04T03:00")


def test_a_span_that_ends_at_midnight_does_not_touch_the_next_day() -> None:
    start, midnight = utc("2026-05-28T20:00"), utc("2026-05-28T23:00")
    assert periods.last_touched_date(start, midnight, "Europe/London") == date(2026, 5, 28)
    later = midnight + timedelta(seconds=1)
    assert periods.last_touched_date(start, later, "Europe/London") == date(2026, 5, 29)


def test_an_empty_span_touches_its_own_day() -> None:
    midnight = utc("2026-05-28T23:00")
    assert periods.last_touched_date(midnight, midnight, "Europe/London") == date(2026, 5, 29)


def test_weeks_are_counted_from_the_first_day_and_the_last_may_be_short() -> None:
    period = Period(date(2026, 4, 30), date(2026, 5, 15), "UTC")
    firsts = [(week.first.day, len(week)) for week in period.weeks()]
    assert firsts == [(30, 7), (7, 7), (14, 2)]


def test_a_period_ending_today_has_the_days_asked_for() -> None:
    period = Period.ending(date(2026, 5, 27), days=28, timezone="UTC")
    assert (period.first, len(period)) == (date(2026, 4, 30), 28)
    assert list(period.days())[-1] == date(2026, 5, 27)


def test_a_period_is_cut_off_after_today_but_keeps_a_day() -> None:
    period = Period(date(2026, 5, 1), date(2026, 5, 31), "UTC")
    assert period.until(date(2026, 5, 10)).last == date(2026, 5, 10)
    assert len(period.until(date(2026, 4, 1))) == 1


def test_a_period_that_ends_before_it_starts_is_refused() -> None:
    with pytest.raises(ValueError, match="last day"):
        Period(date(2026, 5, 2), date(2026, 5, 1), "UTC")


@given(
    st.datetimes(timezones=st.just(UTC)).filter(lambda moment: 1900 < moment.year < 2100),
    st.sampled_from(["Europe/London", "Pacific/Apia", "America/Los_Angeles", "Asia/Kathmandu", "UTC"]),
)
def test_every_instant_lies_in_exactly_the_day_it_is_given(instant: datetime, zone: str) -> None:
    day = periods.local_date(instant, zone)
    period = Period(day, day, zone)
    assert period.start <= instant < period.end
