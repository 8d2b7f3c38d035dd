"""Every calendar day is there, a blank one stays blank, and nothing is read as zero."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from hypothesis import given
from hypothesis import strategies as st

from diary.analysis.days import (
    NOTHING_SAID,
    check_ins,
    day_records,
    days_from,
    episode_records,
    place_days,
    sign_records,
    signs_so_far,
    started_in,
    visit_dates,
    visits_so_far,
)
from diary.analysis.factors import summary
from diary.analysis.frequency import counts
from diary.analysis.records import CheckIn, DayRecord, EpisodeRecord, SignRecord
from diary.models import Episode, User
from diary.periods import DAY, Period
from diary.vocabulary.factors import FACTORS
from diary.vocabulary.sites import Place
from tests.analysis.made import LONDON, at, days_of, period, said, spell, twitch
from tests.factories import NOON, make_day, make_episode, make_sign, make_user, make_visit

WEEK = period("2026-05-25", "2026-05-31")
CALF = Place("calf", "left")


def the_day(
    day: str, episodes: list[EpisodeRecord] | None = None, checkins: list[CheckIn] | None = None
) -> DayRecord:
    return days_of(period(day, day), episodes or [], checkins or [])[0]


def test_a_day_without_a_word_is_blank() -> None:
    day = the_day("2026-05-28")
    assert (day.state, day.checked_in, day.is_same_day, day.twitches, day.spells) == (
        "blank",
        False,
        None,
        0,
        0,
    )
    assert set(day.factors.values()) == {None}


def test_a_day_is_quiet_only_when_the_person_said_so() -> None:
    assert the_day("2026-05-28", checkins=[said("2026-05-28", "none")]).state == "none"


def test_a_check_in_without_a_word_on_twitching_leaves_the_day_blank() -> None:
    day = the_day("2026-05-28", checkins=[said("2026-05-28", "", sleep_hours=6.5)])
    assert (day.state, day.checked_in, day.is_same_day, day.factors["sleep_hours"]) == (
        "blank",
        False,
        None,
        6.5,
    )


def test_an_episode_makes_a_twitching_day_that_is_not_checked_in() -> None:
    day = the_day("2026-05-28", [twitch("2026-05-28 12:00")])
    assert (day.state, day.checked_in, day.twitches, day.places) == ("twitching", False, 1, {CALF})


def test_an_episode_outweighs_a_check_in_that_says_none() -> None:
    day = the_day("2026-05-28", [twitch("2026-05-28 12:00")], [said("2026-05-28", "none")])
    assert (day.state, day.checked_in) == ("twitching", True)


def test_a_check_in_that_says_yes_is_a_twitching_day_without_episodes() -> None:
    day = the_day("2026-05-28", checkins=[said("2026-05-28", "yes")])
    assert (day.state, day.twitches, day.places) == ("twitching", 0, frozenset())


def test_a_spell_counts_once_and_is_no_twitch() -> None:
    day = the_day("2026-05-28", [spell("2026-05-28 09:00", "2026-05-28 17:00")])
    assert (day.state, day.twitches, day.spells) == ("twitching", 0, 1)


def test_a_twitch_over_midnight_starts_once_and_touches_both_days() -> None:
    days = days_of(WEEK, [twitch("2026-05-28 23:59", end="2026-05-29 00:01")])
    assert [(day.twitches, bool(day.places)) for day in days[2:6]] == [
        (0, False),
        (1, True),
        (0, True),
        (0, False),
    ]


def test_a_twitch_that_ends_at_midnight_does_not_touch_the_next_day() -> None:
    days = days_of(WEEK, [twitch("2026-05-28 23:59", end="2026-05-29 00:00")])
    assert [day.state for day in days] == ["blank"] * 3 + ["twitching"] + ["blank"] * 3


def test_a_twitch_of_weeks_touches_the_whole_period_without_starting_in_it() -> None:
    days = days_of(WEEK, [twitch("2026-05-01 08:00", end="2026-06-20 08:00")])
    assert [(day.state, day.twitches, day.is_same_day) for day in days] == [("twitching", 0, True)] * 7


def test_an_ongoing_twitch_touches_up_to_today_and_no_further() -> None:
    days = days_from([twitch("2026-05-27 08:00", ongoing=True)], [], WEEK, date(2026, 5, 29))
    assert [day.state for day in days] == ["blank", "blank", "twitching", "twitching", "twitching"]


def test_days_after_today_are_not_in_the_period() -> None:
    assert [day.date.day for day in days_from([], [], WEEK, date(2026, 5, 26))] == [25, 26]
    assert days_from([], [], WEEK, date(2026, 5, 24)) == []


def test_the_first_word_on_the_day_itself_counts_as_same_day() -> None:
    late = twitch("2026-05-28 12:00")._replace(made_at=at("2026-05-29 09:00"))
    assert the_day("2026-05-28", [late]).is_same_day is False
    assert the_day("2026-05-28", [late], [said("2026-05-28", "yes")]).is_same_day is True
    assert the_day("2026-05-28", checkins=[said("2026-05-28", "none", "2026-05-30")]).is_same_day is False


@pytest.mark.parametrize("zone", ["Pacific/Auckland", "America/Los_Angeles", "Asia/Kolkata"])
def test_an_episode_belongs_to_the_date_of_its_own_zone(zone: str) -> None:
    late, early = twitch("2026-05-28 23:30", 20, zone=zone), twitch("2026-05-29 00:30", 20, zone=zone)
    assert [day.twitches for day in days_of(WEEK, [late, early])] == [0, 0, 0, 1, 1, 0, 0]


@pytest.mark.parametrize("day", [date(2026, 3, 29), date(2026, 10, 25)])
def test_days_of_23_and_25_hours_are_one_day(day: date) -> None:
    span = Period(day - timedelta(days=1), day + timedelta(days=1), LONDON)
    all_day = twitch(f"{day} 00:00", end=f"{day + timedelta(days=1)} 00:00")
    assert [record.state for record in days_of(span, [all_day])] == ["blank", "twitching", "blank"]


DIARY = st.lists(
    st.tuples(st.integers(0, 13), st.sampled_from(["", "none", "yes"]), st.none() | st.integers(0, 1200)),
    max_size=14,
    unique_by=lambda row: row[0],
)
BURSTS = st.lists(st.tuples(st.integers(0, 13 * 1440), st.integers(0, 3 * 86_400)), max_size=8)
FIRST = date(2026, 3, 20)  # the clocks change within the two weeks


def diary(rows: list[tuple[int, str, int | None]]) -> list[CheckIn]:
    return [
        said(str(FIRST + timedelta(days=n)), answer, **({} if mg is None else {"caffeine_mg": mg}))
        for n, answer, mg in rows
    ]


def bursts(rows: list[tuple[int, int]], shift: int = 0) -> list[EpisodeRecord]:
    walls = [
        (datetime.combine(FIRST, datetime.min.time()) + timedelta(days=shift, minutes=m), s) for m, s in rows
    ]
    return [twitch(f"{wall:%Y-%m-%d %H:%M}", seconds, zone="Asia/Kolkata") for wall, seconds in walls]


@given(DIARY, BURSTS, st.data())
def test_deleting_a_value_changes_n_by_one_and_never_adds_a_zero(
    rows: list[tuple[int, str, int | None]], episodes: list[tuple[int, int]], data: st.DataObject
) -> None:
    valued = [row for row in rows if row[2] is not None]
    if not valued:
        return
    gone = data.draw(st.sampled_from(valued))
    less = [(row[0], row[1], None) if row is gone else row for row in rows]
    span = Period(FIRST, FIRST + timedelta(days=13), LONDON)
    before, after = (days_of(span, bursts(episodes), diary(some)) for some in (rows, less))
    values = [day.factors["caffeine_mg"] for day in after]
    assert values.count(0) <= [day.factors["caffeine_mg"] for day in before].count(0)
    known = summary(after, "caffeine_mg")
    assert (known.n if known else 0) == len(valued) - 1
    assert counts(before) == counts(after)


@given(DIARY, BURSTS)
def test_a_blank_day_never_counts(
    rows: list[tuple[int, str, int | None]], episodes: list[tuple[int, int]]
) -> None:
    span = Period(FIRST, FIRST + timedelta(days=13), LONDON)
    days = days_of(span, bursts(episodes), diary(rows))
    known = [day for day in days if day.is_filled_in]
    assert replace(counts(days), in_period=len(known)) == counts(known)
    assert counts(days).filled_in == counts(days).twitching + counts(days).none


@given(DIARY, BURSTS, st.integers(1, 400))
def test_a_diary_shifted_by_days_gives_the_same_days_shifted(
    rows: list[tuple[int, str, int | None]], episodes: list[tuple[int, int]], n: int
) -> None:
    shift = timedelta(days=n)
    span = Period(FIRST, FIRST + timedelta(days=16), "Asia/Kolkata")
    later = Period(span.first + shift, span.last + shift, "Asia/Kolkata")
    moved = [replace(c, day=c.day + shift, made_on=c.made_on + shift) for c in diary(rows)]
    days = days_of(span, bursts(episodes), diary(rows))
    assert days_of(later, bursts(episodes, n), moved) == [replace(day, date=day.date + shift) for day in days]


def test_records_carry_what_is_kept(alice: User) -> None:
    episode = make_episode(alice, strength=3, seen="yes")
    (record,) = episode_records(alice, WEEK)
    assert {name: getattr(record, name) for name in EpisodeRecord._fields} == {
        name: getattr(episode, name) for name in EpisodeRecord._fields
    }


def test_nothing_of_another_person_and_nothing_deleted_is_read(alice: User, bob: User) -> None:
    make_episode(bob)
    make_day(bob, twitching="none")
    make_sign(bob)
    make_visit(bob)
    make_episode(alice, deleted_at=NOON)
    assert episode_records(alice, WEEK) == place_days(alice, WEEK) == check_ins(alice, WEEK) == []
    assert sign_records(alice, WEEK) == visit_dates(alice) == []
    assert {day.state for day in day_records(alice, WEEK, NOON)} == {"blank"}


def test_what_is_kept_comes_out_as_days(alice: User) -> None:
    make_episode(alice, NOON - timedelta(days=1))
    make_day(alice, NOON.date(), twitching="none", stress=4, caffeine_mg=0)
    make_sign(alice, answer=False)
    make_visit(alice)
    days = day_records(alice, WEEK, NOON)
    assert [day.state for day in days] == ["blank", "blank", "twitching", "none"]
    assert days[-1].factors == {**NOTHING_SAID, "caffeine_mg": 0, "stress": 4}
    assert sign_records(alice, WEEK) == [SignRecord(NOON.date(), "weakness", False)]
    assert visit_dates(alice) == [NOON.date()]


def test_adding_up_in_the_database_gives_the_same_days_as_counting_each_episode(alice: User) -> None:
    for hours, seconds, fields in [
        (0, 40, {}),
        (1, 90, {}),
        (2, 60, {"kind": "spell"}),
        (5, 3 * 86_400, {"side": "right"}),
        (30, None, {"zone": "Pacific/Auckland"}),
        (50, None, {"is_ongoing": True, "site": "calf"}),
    ]:
        make_episode(alice, NOON - timedelta(days=2) + timedelta(hours=hours), seconds, **fields)
    today, checkins = date(2026, 5, 31), check_ins(alice, WEEK)
    added_up = days_from(place_days(alice, WEEK), checkins, WEEK, today)
    assert added_up == days_from(episode_records(alice, WEEK), checkins, WEEK, today)


def test_episodes_that_touch_the_period_are_read_by_start(alice: User) -> None:
    for days in (3, 40, 1, 9):
        make_episode(alice, NOON - timedelta(days=days), 86_400 * days, site="calf")
    make_episode(alice, NOON - timedelta(days=60), None, is_ongoing=True)
    make_episode(alice, NOON - timedelta(days=50), 86_400)
    found = episode_records(alice, WEEK)
    assert [(NOON - record.started_at).days for record in found] == [60, 40, 9, 3, 1]
    assert [record.started_on.day for record in started_in(found, WEEK)] == [25, 27]


@pytest.mark.parametrize(
    ("read", "queries"),
    [
        (lambda user: episode_records(user, WEEK), 1),
        (lambda user: day_records(user, WEEK, NOON), 2),
    ],
)
def test_the_number_of_queries_does_not_grow(
    alice: User, read: Callable[[User], object], queries: int
) -> None:
    for n in range(30):
        make_episode(alice, NOON - timedelta(hours=n))
    with CaptureQueriesContext(
        connection,
    ) as asked:
        read(alice)
    assert len(asked) == queries


@pytest.mark.sqlite  # PostgreSQL chooses its plans by statistics
def test_reading_a_week_out_of_years_uses_the_index(alice: User) -> None:
    plan = Episode.objects.for_user(alice).rows_touching(WEEK, "site").explain()
    assert plan.count("episode_by_last_day") == 2


def test_every_factor_of_the_vocabulary_is_read(alice: User) -> None:
    make_day(alice, **{code: factor.high for code, factor in FACTORS.items()})
    (found,) = check_ins(alice, WEEK)
    assert found.factors == {code: factor.high for code, factor in FACTORS.items()}


def test_the_day_of_the_reader_is_that_of_the_period(db: None) -> None:
    kiwi = make_user("kiwi", timezone="Pacific/Auckland")
    now = datetime(2026, 5, 28, 13, tzinfo=UTC)
    span = period("2026-05-28", "2026-05-31", "Pacific/Auckland")
    assert [day.date.day for day in day_records(kiwi, span, now)] == [28, 29]


def test_what_was_said_before_a_flight_west_is_of_today_and_only_where_the_days_reach_today(
    alice: User,
) -> None:
    today = NOON.date()
    tomorrow, yesterday = today + DAY, today - DAY
    make_sign(alice, tomorrow, "weakness")
    make_visit(alice, tomorrow)
    make_visit(alice, tomorrow + DAY)
    week = Period(today - 6 * DAY, today, "Europe/London")
    assert signs_so_far(alice, week, today) == [SignRecord(today, "weakness", answer=True)]
    assert signs_so_far(alice, week.until(yesterday), today) == []
    assert visits_so_far(alice, today) == [today]
