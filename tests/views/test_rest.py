"""A calm end: a break is offered once there is enough for a visit, and nothing is asked during it."""

from datetime import timedelta

import pytest
from django.test import Client
from time_machine import TimeMachineFixture

from diary.models import User
from tests.factories import NOON, TODAY, make_day

OFFER, RESTING = "That is enough for a visit", "You are taking a break"
YESTERDAY = "Yesterday is not filled in"


@pytest.fixture(autouse=True)
def at_noon(time_machine: TimeMachineFixture) -> None:
    time_machine.move_to(NOON, tick=False)


@pytest.fixture
def patient(alice: User) -> User:
    """Someone who has kept the diary for a while, but not yesterday."""
    User.objects.filter(pk=alice.pk).update(date_joined=NOON - timedelta(days=60))
    return alice


def answer(user: User, days: int) -> None:
    for ago in range(2, 2 + days):
        make_day(user, TODAY - timedelta(days=ago), twitching="none")


def today(client: Client) -> str:
    return client.get("/today/").content.decode()


def test_three_weeks_of_answers_are_enough(patient: User, client_of_alice: Client) -> None:
    answer(patient, 20)
    assert OFFER not in today(client_of_alice)
    make_day(patient, TODAY, twitching="yes")
    assert "21 of the last 28 days are answered" in today(client_of_alice)


def test_a_day_without_a_word_on_twitching_is_no_answer(patient: User, client_of_alice: Client) -> None:
    answer(patient, 20)
    make_day(patient, TODAY, sleep_hours=7)
    assert OFFER not in today(client_of_alice)


def test_during_a_break_nothing_is_asked_and_logging_works(patient: User, client_of_alice: Client) -> None:
    answer(patient, 22)
    assert YESTERDAY in today(client_of_alice)
    client_of_alice.post("/rest/", {"rest": "yes"})
    page = today(client_of_alice)
    assert (RESTING in page, YESTERDAY in page, OFFER in page) == (True, False, False)
    assert "It is twitching now" in page


def test_a_break_is_two_weeks_or_until_it_is_ended(
    patient: User, client_of_alice: Client, time_machine: TimeMachineFixture
) -> None:
    client_of_alice.post("/rest/", {"rest": "yes"})
    time_machine.shift(timedelta(days=13))
    assert RESTING in today(client_of_alice)
    time_machine.shift(timedelta(days=1))
    assert RESTING not in today(client_of_alice)


def test_who_goes_on_is_not_offered_it_again_for_four_weeks(patient: User, client_of_alice: Client) -> None:
    answer(patient, 22)
    client_of_alice.post("/rest/", {"rest": "no"})
    page = today(client_of_alice)
    assert (OFFER in page, RESTING in page) == (False, False)
