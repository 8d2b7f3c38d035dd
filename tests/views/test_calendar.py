"""The diary as a calendar: every day opens, is marked without colour, and blank ones can be filled in."""

import re
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from django.test import Client
from time_machine import TimeMachineFixture

from diary.models import Day, User
from tests.factories import make_day, make_episode, make_user

NOW = datetime(2026, 5, 28, 13, 5, tzinfo=UTC)
DAY = timedelta(days=1)


@pytest.fixture(autouse=True)
def five_past_two_in_london(time_machine: TimeMachineFixture) -> None:
    time_machine.move_to(NOW, tick=False)


def states(answer: Any) -> dict[date, str]:
    return {cell.date: cell.state for week in answer.context["weeks"] for cell in week if cell.state}


def test_each_day_is_a_link_that_says_what_is_known(client_of_alice: Client, alice: User) -> None:
    make_episode(alice, NOW - 3 * DAY)
    make_episode(alice, NOW - 3 * DAY, site="calf")
    make_day(alice, (NOW - 2 * DAY).date(), twitching="none")
    page = re.sub(r"\s+", " ", client_of_alice.get("/diary/calendar/").text)
    for day, words in ((25, "2 entries"), (26, "no twitching"), (27, "not filled in")):
        link = re.search(
            rf'href="/diary/2026-05-{day}/"[^>]*>{day}<span class="visually-hidden">, ([^<]*)', page
        )
        assert link
        assert link[1] == words


def test_a_day_is_twitching_none_or_blank_since_the_first_record(
    client_of_alice: Client, alice: User
) -> None:
    make_episode(alice, NOW - 3 * DAY)
    make_day(alice, (NOW - 2 * DAY).date(), twitching="none")
    assert states(client_of_alice.get("/diary/calendar/")) == {
        date(2026, 5, 25): "twitching",
        date(2026, 5, 26): "none",
        date(2026, 5, 27): "blank",
        date(2026, 5, 28): "blank",
    }


@pytest.mark.parametrize(
    ("query", "first"),
    [
        ("", date(2026, 5, 1)),
        ("?month=2026-02", date(2026, 2, 1)),
        ("?month=2025-12", date(2025, 12, 1)),
        ("?month=2026-06", date(2026, 5, 1)),
        ("?month=9999-12", date(2026, 5, 1)),
        ("?month=0001-01", date(2026, 5, 1)),
        ("?month=may", date(2026, 5, 1)),
    ],
)
def test_the_address_says_which_month(client_of_alice: Client, query: str, first: date) -> None:
    assert client_of_alice.get(f"/diary/calendar/{query}").context["month"].first == first


def test_arrows_lead_to_the_months_around_but_none_to_come(client_of_alice: Client) -> None:
    assert "?month=2026-06" not in client_of_alice.get("/diary/calendar/").text
    april = client_of_alice.get("/diary/calendar/?month=2026-04").text
    assert 'href="?month=2026-03"' in april
    assert 'href="?month=2026-05"' in april


def test_weeks_begin_on_monday_and_hold_the_whole_month(client_of_alice: Client) -> None:
    weeks = client_of_alice.get("/diary/calendar/?month=2026-02").context["weeks"]
    days = [cell.date for week in weeks for cell in week]
    assert days[0] == date(2026, 1, 26)
    assert days[-1] == date(2026, 3, 1)
    assert {len(week) for week in weeks} == {7}


def test_blank_days_of_two_weeks_are_offered(client_of_alice: Client, alice: User) -> None:
    make_day(alice, (NOW - 20 * DAY).date(), twitching="none")
    make_day(alice, (NOW - DAY).date(), twitching="none")
    blank = client_of_alice.get("/diary/calendar/").context["blank"]
    assert (blank[0], blank[-1], len(blank)) == (date(2026, 5, 14), date(2026, 5, 26), 13)


def test_one_tap_says_no_twitching_and_leads_back(client_of_alice: Client, alice: User) -> None:
    make_day(alice, (NOW - 2 * DAY).date(), twitching="none")
    page = client_of_alice.get("/diary/calendar/")
    assert 'name="next" value="/diary/calendar/"' in page.text
    data = {"twitching": "none", "next": "/diary/calendar/"}
    answer = client_of_alice.post("/checkin/2026-05-27/twitching/", data)
    assert answer.url == "/diary/calendar/"
    assert Day.objects.for_user(alice).on(date(2026, 5, 27)).twitching == "none"
    assert client_of_alice.get("/diary/calendar/").context["blank"] == []


def test_the_year_is_that_of_the_month(client_of_alice: Client, alice: User) -> None:
    make_episode(alice, datetime(2025, 12, 31, 12, tzinfo=UTC))
    year = client_of_alice.get("/diary/calendar/?month=2025-12").context["year"]
    assert year.chart.title == "The days of 2025"
    assert year.chart.table.rows == (("31 December 2025", "yes"),)


def test_days_are_those_of_the_persons_own_zone(client_of_alice: Client) -> None:
    kiwi = make_user("kiwi", timezone="Pacific/Auckland")
    client_of_alice.force_login(kiwi)
    make_episode(kiwi, NOW)
    assert states(client_of_alice.get("/diary/calendar/")) == {date(2026, 5, 29): "twitching"}


def test_the_list_leads_to_the_calendar_and_nothing_of_somebody_else_is_there(
    client_of_bob: Client, alice: User
) -> None:
    make_episode(alice, NOW - DAY)
    assert 'href="/diary/calendar/"' in client_of_bob.get("/diary/").text
    answer = client_of_bob.get("/diary/calendar/")
    assert states(answer) == {date(2026, 5, 28): "blank"}
    assert answer.context["year"].finding == "No day is filled in yet."
