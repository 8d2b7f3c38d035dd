"""What the days were like, with what was given on a later day drawn hollow."""

from datetime import UTC, date, datetime

import pytest
from django.test import Client
from time_machine import TimeMachineFixture

from diary.analysis.days import day_records
from diary.models import Day, User
from diary.periods import Period
from diary.views.conditions import conditions_figure
from tests.factories import make_day

NOW = datetime(2026, 5, 28, 13, 5, tzinfo=UTC)


@pytest.fixture(autouse=True)
def five_past_two(time_machine: TimeMachineFixture) -> None:
    time_machine.move_to(NOW, tick=False)


def table(user: User, days: int, each: str) -> tuple[tuple[str, ...], ...]:
    period = Period.ending(NOW.date(), days, user.timezone)
    figure = conditions_figure(user, day_records(user, period, NOW), each, [])
    assert figure
    return (figure.chart.table.header, *figure.chart.table.rows)


def test_a_value_given_later_says_when(alice: User) -> None:
    make_day(alice, date(2026, 5, 26), sleep_hours=7)
    Day.objects.keep(alice, date(2026, 5, 26), {"stress": 3}, NOW)
    Day.objects.keep(alice, date(2026, 5, 28), {"stress": 5}, NOW)
    assert table(alice, 3, "day") == (
        ("Day", "Twitches", "Sleep", "Stress", "Entered"),
        ("26 May 2026", "not filled in", "7 h", "3 of 10", "stress on 28 May 2026"),
        ("27 May 2026", "not filled in", "not recorded", "not recorded", "-"),
        ("28 May 2026", "not filled in", "not recorded", "5 of 10", "-"),
    )


def test_a_week_is_hollow_where_all_of_it_was_given_later(alice: User) -> None:
    for day in (15, 16, 23):
        Day.objects.keep(alice, date(2026, 5, day), {"stress": 3}, NOW)
    make_day(alice, date(2026, 5, 24), stress=3)
    assert [row[-1] for row in table(alice, 14, "week")] == ["Entered", "stress on later days", "-"]


def test_a_check_in_made_later_shows_on_patterns(client_of_alice: Client, alice: User) -> None:
    for day in (26, 27, 28):
        make_day(alice, date(2026, 5, day), twitching="none")
    client_of_alice.post("/checkin/2026-05-26/answer/", {"stress": "3"})
    assert "from memory, given on a later day" in client_of_alice.get("/patterns/time/?span=2w").text


def test_an_own_question_of_yes_and_no_is_a_share_of_the_days(alice: User) -> None:
    alice.own_question, alice.own_kind = "Did I fast?", "yes_no"
    for day, value in ((22, 1), (23, 0), (24, 0), (25, 1)):
        make_day(alice, date(2026, 5, day), own_answer=value)
    assert table(alice, 7, "week")[1][2] == "yes on 50% of days"
    alice.own_kind = "number"
    assert table(alice, 7, "week")[1][2] == "0.5"
