"""The day's check-in, today's and those before."""

from datetime import UTC, date, datetime

import pytest
from django.test import Client
from time_machine import TimeMachineFixture

from diary.models import Day, User
from tests.factories import make_day

NOW = datetime(2026, 5, 28, 13, 5, tzinfo=UTC)


@pytest.fixture(autouse=True)
def five_past_two_in_london(time_machine: TimeMachineFixture) -> None:
    time_machine.move_to(NOW, tick=False)


def test_a_check_in_keeps_what_was_given_and_nothing_else(client_of_alice: Client, alice: User) -> None:
    answer = client_of_alice.post("/checkin/", {"sleep_hours": "7:30", "stress": "0"})
    (day,) = Day.objects.for_user(alice)
    assert (day.date, day.sleep_hours, day.stress) == (date(2026, 5, 28), 7.5, 0)
    assert (day.water_ml, day.caffeine_mg, day.sleep_quality, day.twitching) == (None, None, None, "")
    assert answer.url == "/today/"


def test_a_past_day_can_be_filled_in_and_comes_back(client_of_alice: Client, alice: User) -> None:
    path = "/checkin/2024-02-29/?next=/diary/"
    answer = client_of_alice.post(path, {"twitching": "none", "caffeine_mg": "0"}, follow=True)
    assert answer.redirect_chain == [("/diary/", 302)]
    assert "Saved: check-in of Thursday 29 February 2024" in answer.text
    assert [(day.date, day.caffeine_mg) for day in Day.objects.for_user(alice)] == [(date(2024, 2, 29), 0)]


def test_a_day_to_come_has_no_check_in(client_of_alice: Client) -> None:
    assert client_of_alice.get("/checkin/2026-05-29/").status_code == 404


@pytest.mark.parametrize("day", ["2026-02-30", "0001-01-01", "9999-12-31", "yesterday"])
def test_a_day_that_does_not_exist_is_no_page(client_of_alice: Client, day: str) -> None:
    assert client_of_alice.get(f"/checkin/{day}/").status_code == 404


@pytest.mark.parametrize(
    ("name", "typed", "sentence"),
    [
        ("stress", "11", "Stress must be between 0 and 10"),
        ("sleep_hours", "30", "Sleep must be between 0 and 24 hours"),
        ("caffeine_mg", "5000", "Caffeine must be between 0 and 3,000 mg"),
    ],
)
def test_what_cannot_be_is_said_and_nothing_typed_is_lost(
    client_of_alice: Client, name: str, typed: str, sentence: str
) -> None:
    answer = client_of_alice.post("/checkin/", {"note": "slept badly", name: typed})
    assert sentence in answer.text
    assert "slept badly" in answer.text
    assert not Day.objects.exists()


def test_after_midnight_it_asks_which_day(client_of_alice: Client, time_machine: TimeMachineFixture) -> None:
    time_machine.move_to(datetime(2026, 5, 28, 0, 30, tzinfo=UTC))  # half past one in London
    shown = client_of_alice.get("/checkin/").text
    assert "Wednesday 27 May (yesterday)" in shown
    assert "Thursday 28 May (today)" in shown


def test_the_day_is_that_of_the_persons_own_zone(client_of_alice: Client, alice: User) -> None:
    alice.timezone = "Pacific/Auckland"
    alice.save()
    client_of_alice.post("/checkin/2026-05-29/", {"stress": "1"})
    assert [(day.date, day.zone) for day in Day.objects.for_user(alice)] == [
        (date(2026, 5, 29), "Pacific/Auckland")
    ]


def test_somebody_elses_day_is_not_shown(client_of_bob: Client, alice: User) -> None:
    make_day(alice, NOW.date(), note="hers")
    assert "hers" not in client_of_bob.get("/checkin/").text
