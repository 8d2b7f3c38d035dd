"""Flags as the pages ask for them: the last weeks for Today, the whole diary for the report."""

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from random import Random

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from diary.analysis.days import day_records, episode_records, poured, sign_records, visit_dates
from diary.analysis.flags import (
    Flag,
    Thresholds,
    card,
    flags,
    flags_of,
    flags_today,
    persistent,
    put_away_until,
)
from diary.models import PutAway, User
from diary.periods import Period
from tests.factories import NOON, make_day, make_drink, make_episode, make_sign, make_user, make_visit


def run(user: User, days: int, every: int = 3, last: datetime = NOON, **fields: object) -> None:
    """A twitch every few days up to the last."""
    for back in range(0, days, every):
        make_episode(user, last - timedelta(days=back), **{"site": "calf", **fields})


def test_today_and_the_report_agree_on_a_run_of_weeks(alice: User) -> None:
    run(alice, 22)
    make_day(alice, NOON.date() - timedelta(days=1), twitching="none", caffeine_mg=500)
    make_sign(alice)
    assert flags_today(alice, NOON) == flags_of(alice, NOON)
    assert [flag.rule for flag in flags_of(alice, NOON)] == ["SITE_14D", "WEAK_OR_STIFF", "CAFFEINE_HIGH"]


def test_a_sign_said_before_a_flight_to_where_it_is_still_yesterday_is_not_lost(alice: User) -> None:
    alice.timezone = "Pacific/Auckland"
    today = alice.today(NOON)
    make_sign(alice, today, "sudden_change")
    make_episode(alice, NOON - timedelta(minutes=5), signs={"breath_severe": True})
    alice.timezone = "America/Los_Angeles"
    found = [(flag.rule, flag.level, flag.evidence.days) for flag in flags_today(alice, NOON)]
    days = (today - timedelta(days=1),)
    assert found == [("SUDDEN_FAST", "NOW", days), ("BREATH_SEVERE", "NOW", days)]


def test_a_run_of_years_is_known_to_today_without_its_beginning(alice: User) -> None:
    run(alice, 800)
    (today,), (whole,) = flags_today(alice, NOON), flags_of(alice, NOON)
    assert (today.rule, today.since, today.days) == ("SITE_90D", None, 36)
    assert (whole.rule, whole.since, whole.days) == ("SITE_90D", NOON.date() - timedelta(days=798), 267)
    assert "on 36 of the 36 days filled in since 12 February" in today.sentence


@pytest.mark.parametrize(("first_day", "is_known"), [(105, False), (102, False), (101, True), (100, True)])
def test_a_run_that_begins_well_inside_what_is_read_has_a_beginning(
    alice: User, first_day: int, is_known: bool
) -> None:
    """Today reads 105 days back; with gaps of 3 days a twitch 106 days ago would join one 102 days ago."""
    for back in (first_day, *range(0, first_day, 3)):
        make_episode(alice, NOON - timedelta(days=back), site="calf")
    (flag,) = flags_today(alice, NOON)
    assert flag.since == (NOON.date() - timedelta(days=first_day) if is_known else None)


@pytest.mark.parametrize(("days_ago", "rules"), [(13, {"MULTI_PLACE", "WEAK_OR_STIFF"}), (14, set())])
def test_today_reads_two_weeks_of_what_the_rules_look_at(alice: User, days_ago: int, rules: set[str]) -> None:
    for hours in (1, 2):
        make_episode(alice, NOON - timedelta(hours=hours), site="calf")
    make_episode(alice, NOON - timedelta(days=days_ago), site="thumb")
    make_sign(alice, NOON.date() - timedelta(days=days_ago))
    assert {flag.rule for flag in flags_today(alice, NOON)} == rules


def test_a_twitch_going_for_a_year_is_known_to_today(alice: User) -> None:
    make_episode(alice, NOON - timedelta(days=365), None, is_ongoing=True)
    found = {flag.rule: flag for flag in flags_today(alice, NOON)}
    assert set(found) == {"EYELID_90D", "EPISODE_VERY_LONG", "EPISODE_LONG"}
    assert found["EPISODE_VERY_LONG"].since == date(2025, 5, 28)


@pytest.mark.parametrize("ended_days_ago", [2, 10])
def test_a_long_twitch_before_a_short_period_is_none_of_it(alice: User, ended_days_ago: int) -> None:
    make_episode(alice, NOON - timedelta(days=ended_days_ago + 1), 1200, site="calf")
    make_episode(alice, NOON - timedelta(days=ended_days_ago), site="calf")
    rules = [[flag.rule for flag in flags_of(alice, NOON, NOON.date() - timedelta(days=n))] for n in (2, 11)]
    assert [set(found) - {"RECORDING_GAP"} for found in rules] == [set(), {"EPISODE_LONG"}]


@pytest.mark.parametrize(("days_ago", "is_shown"), [(1, False), (14, False), (27, False), (28, True)])
def test_a_visit_quiets_a_sign_that_goes_on_for_its_four_weeks(
    alice: User, days_ago: int, is_shown: bool
) -> None:
    for back in range(60):
        make_sign(alice, NOON.date() - timedelta(days=back), "impact")
    visit = NOON.date() - timedelta(days=days_ago)
    assert bool(card(flags_today(alice, NOON), [], [visit], NOON.date())) == is_shown


def lasting(found: list[Flag]) -> list[Flag]:
    return [flag for flag in found if flag.is_persistent]


def test_what_was_resolved_before_the_period_is_left_out(alice: User) -> None:
    run(alice, 22, last=NOON - timedelta(days=60))
    first = (NOON - timedelta(days=60)).date()
    assert [flag.state for flag in flags_of(alice, NOON)] == ["resolved"]
    assert [flag.state for flag in lasting(flags_of(alice, NOON, first))] == ["resolved"]
    assert lasting(flags_of(alice, NOON, first + timedelta(days=1))) == []


def test_nothing_of_another_person_raises_a_flag(alice: User, bob: User) -> None:
    run(bob, 100)
    make_sign(bob)
    assert flags_of(alice, NOON) == flags_today(alice, NOON) == []


def test_a_deleted_episode_raises_nothing(alice: User) -> None:
    run(alice, 22, deleted_at=NOON)
    assert flags_of(alice, NOON) == []


def test_the_persons_own_numbers_count(db: None) -> None:
    patient = make_user(site_days=30, gap_days=2)
    run(patient, 22)
    assert flags_of(patient, NOON) == []


@pytest.mark.parametrize("seed", range(6))
def test_reading_dates_first_finds_what_reading_everything_finds(alice: User, seed: int) -> None:
    chance = Random(seed)  # a repeatable diary, no secret
    for _ in range(60):
        start = NOON - timedelta(minutes=chance.randrange(150 * 1440))
        seconds = chance.choice([40, 299, 300, 90_000, 5 * 86_400, None])
        make_episode(
            alice,
            start,
            seconds if start + timedelta(seconds=seconds or 0) <= NOON else None,
            site=chance.choice(["calf", "eyelid_upper", "thumb", ""]),
            side="",
            kind=chance.choice(["twitch", "twitch", "spell"]),
            zone=chance.choice(["Europe/London", "Pacific/Auckland", "America/Los_Angeles"]),
        )
    make_episode(alice, NOON - timedelta(days=chance.randrange(30)), None, is_ongoing=True)
    for back in range(0, 150, 2):
        make_day(
            alice, NOON.date() - timedelta(days=back), twitching="none", caffeine_mg=chance.randrange(900)
        )
    whole = Period(date(2025, 12, 1), NOON.date(), alice.timezone)
    everything = flags(
        episode_records(alice, whole),
        day_records(alice, whole, NOON),
        sign_records(alice, whole),
        visit_dates(alice),
        Thresholds.of(alice),
        NOON,
        alice.timezone,
        whole.first,
    )
    assert flags_of(alice, NOON) == everything
    long = [flag for flag in persistent(everything) if flag.since and flag.since > date(2026, 3, 1)]
    assert [flag for flag in persistent(flags_today(alice, NOON)) if flag.since] == long


@pytest.mark.parametrize(("read", "few"), [(flags_today, 6), (flags_of, 7)])
def test_the_number_of_queries_does_not_grow(
    alice: User, read: Callable[[User, datetime], object], few: int
) -> None:
    def queries() -> int:
        with CaptureQueriesContext(connection) as asked:
            read(alice, NOON)
        return len(asked)

    empty = queries()
    run(alice, 200, every=1)
    make_visit(alice)
    assert (empty, queries()) == (few, few + 1)  # the visits are asked for from three months on


def test_the_drinks_of_an_hour_are_those_within_sixty_minutes(alice: User) -> None:
    for minute, ml in ((0, 600), (59, 500), (60, 450)):
        make_drink(alice, at=NOON - timedelta(hours=2) + timedelta(minutes=minute), ml=ml)
    make_drink(alice, at=None, ml=4000)
    assert poured(alice, Period.ending(NOON.date(), 7, "UTC")) == {NOON.date(): 1100}
    (flag,) = (flag for flag in flags_of(alice, NOON) if flag.rule == "OVER_FLUID")
    assert flag.sentence.startswith("You logged 5,550 ml of drinks on 28 May.")


def test_what_was_noticed_with_a_twitch_counts_on_the_day_of_the_twitch(alice: User) -> None:
    make_episode(alice, NOON - timedelta(days=1), site="calf", signs={"weakness": True, "cramps": False})
    make_episode(alice, NOON - timedelta(days=2), site="calf", signs={"stiffness": True}, deleted_at=NOON)
    (flag,) = flags_today(alice, NOON)
    yesterday = NOON.date() - timedelta(days=1)
    assert (flag.rule, flag.evidence.days) == ("WEAK_OR_STIFF", (yesterday,))
    assert "felt weak" in flag.sentence


@pytest.mark.parametrize(("said_on", "counts_on"), [(None, 5), (0, 0), (3, 3), (9, 5)])
def test_with_one_that_goes_on_it_counts_on_the_day_it_was_said(
    alice: User, said_on: int | None, counts_on: int
) -> None:
    day = None if said_on is None else NOON.date() - timedelta(days=said_on)
    started = NOON - timedelta(days=5)
    make_episode(alice, started, None, is_ongoing=True, signs={"seizure": True}, signs_on=day)
    (flag,) = (flag for flag in flags_today(alice, NOON) if flag.rule == "SEIZURE")
    assert flag.evidence.days == (NOON.date() - timedelta(days=counts_on),)


def test_both_sides_at_once_and_one_again_are_still_one_place(alice: User) -> None:
    for back in range(3):
        for side, hours in (("left", 0), ("right", 0), ("left", 2)):
            start = NOON - timedelta(days=back, hours=4 - hours)
            make_episode(alice, start, site="calf", side=side)
    assert [flag.rule for flag in flags_today(alice, NOON)] == []
    make_episode(alice, NOON - timedelta(hours=1), site="calf", side="right")
    assert [flag.rule for flag in flags_today(alice, NOON)] == ["MULTI_PLACE"]


def test_a_look_back_sees_the_weeks_before_the_period_of_a_report(alice: User) -> None:
    """Three places now, three in the two weeks before: nothing spread, whenever the report begins."""
    for back in range(0, 70, 3):
        for site in ("calf", "thumb", "knee"):
            make_episode(alice, NOON - timedelta(days=back), site=site)
    found = [flags_of(alice, NOON, NOON.date() - timedelta(days=back)) for back in (3, 10, 20, 27)]
    assert [flag for flags in found for flag in flags if flag.rule == "SPREADING"] == []


def shown(user: User, day: date) -> str | None:
    """The card at noon of a day, by a stopped clock, as the page would ask."""
    with time_machine.travel(datetime(day.year, day.month, day.day, 12, tzinfo=UTC), tick=False):
        now = timezone.now()
        away = PutAway.objects.for_user(user)
        found = card(flags_today(user, now), away, visit_dates(user), user.today(now))
        return found.rule if found else None


def states(user: User, first: date, days: int) -> list[str | None]:
    return [shown(user, first + timedelta(days=n)) for n in range(days)]


def test_the_card_comes_stays_and_goes_with_the_run(alice: User) -> None:
    run(alice, 16, every=3, last=NOON)
    assert states(alice, NOON.date() - timedelta(days=1), 7) == [None] + ["SITE_14D"] * 5 + [None]


def test_the_card_put_away_is_back_after_two_weeks(alice: User) -> None:
    run(alice, 80, every=1, last=NOON + timedelta(days=40))
    today = NOON.date()
    PutAway.objects.create(
        user=alice, rule="SITE_14D", site="calf", side="left", made_on=today, until=put_away_until(today)
    )
    assert states(alice, today, 15) == [None] * 14 + ["SITE_14D"]


def test_after_a_visit_the_card_is_quiet_for_four_weeks(alice: User) -> None:
    run(alice, 80, every=1, last=NOON + timedelta(days=40))
    make_visit(alice, NOON.date())
    assert states(alice, NOON.date(), 29) == [None] * 28 + ["SITE_14D"]


def test_a_new_place_after_a_visit_is_shown_at_once(alice: User) -> None:
    run(alice, 30, every=1, last=NOON + timedelta(days=9))
    make_visit(alice, NOON.date())
    make_episode(alice, NOON + timedelta(days=4), site="thumb")
    assert states(alice, NOON.date(), 6) == [None] * 4 + ["MULTI_PLACE"] * 2


def test_an_old_place_after_a_visit_is_no_new_one(alice: User) -> None:
    run(alice, 30, every=1, last=NOON + timedelta(days=9))
    make_episode(alice, NOON - timedelta(days=18), site="thumb")
    make_visit(alice, NOON.date())
    make_episode(alice, NOON + timedelta(days=4), site="thumb")
    assert states(alice, NOON.date(), 6) == [None] * 6
