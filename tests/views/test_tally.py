"""Counting as it happens: kept from the first tap, and nothing lost or counted twice."""

from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.db import connection
from django.test import Client
from time_machine import TimeMachineFixture

from diary.models import Episode, User
from tests.conftest import client_of
from tests.factories import make_episode, make_user

NOW = datetime(2026, 5, 28, 13, 5, tzinfo=UTC)
UNIT = timedelta(seconds=1)


@pytest.fixture(autouse=True)
def five_past_two(time_machine: TimeMachineFixture) -> None:
    time_machine.move_to(NOW, tick=False)


@pytest.fixture
def ours() -> UUID:
    """The uuid that one page made for its count."""
    return uuid4()


def at(seconds: float) -> str:
    """Return the moment so many seconds before now, as a script sends it."""
    return (NOW - timedelta(seconds=seconds)).isoformat().replace("+00:00", "Z")


def send(client: Client, ours: UUID, **data: Any) -> Any:
    return client.post("/log/tally/tap/", {"uuid": ours, **data}, headers={"HX-Request": "true"})


def count(user: User) -> Episode:
    return Episode.objects.for_user(user).kept().get()


def moments(user: User) -> list[float]:
    """Return how many seconds before now each tap was."""
    return [(NOW - tap).total_seconds() for tap in count(user).tapped_at]


def test_the_first_tap_makes_the_spell(client_of_alice: Client, alice: User, ours: UUID) -> None:
    assert send(client_of_alice, ours, tap=at(3)).status_code == 204
    spell = count(alice)
    assert (spell.kind, spell.uuid, spell.zone) == ("spell", ours, "Europe/London")
    assert (spell.started_at, spell.ended_at) == (NOW - 3 * UNIT, NOW - 3 * UNIT)
    assert (spell.times_low, spell.times_high, spell.length_precision) == (1, 1, "timed")


def test_it_grows_from_the_first_tap_to_the_last(client_of_alice: Client, alice: User, ours: UUID) -> None:
    for ago in (600, 300, 20):
        send(client_of_alice, ours, tap=at(ago))
    spell = count(alice)
    assert (spell.times_low, spell.times_high, spell.length_s) == (3, 3, 580)
    assert spell.taps == [(NOW - timedelta(seconds=ago)).isoformat() for ago in (600, 300, 20)]


def test_taps_that_could_not_be_sent_go_along_with_the_next(
    client_of_alice: Client, alice: User, ours: UUID
) -> None:
    send(client_of_alice, ours, tap=[at(5), at(4.25), at(4)])
    assert moments(alice) == [5, 4.25, 4]


def test_a_tap_sent_again_counts_once(client_of_alice: Client, alice: User, ours: UUID) -> None:
    for _ in range(3):
        send(client_of_alice, ours, tap=[at(5), at(4)])
    assert moments(alice) == [5, 4]


def test_taps_that_arrive_in_another_order_stand_in_their_own(
    client_of_alice: Client, alice: User, ours: UUID
) -> None:
    for ago in (2, 9, 5):
        send(client_of_alice, ours, tap=at(ago))
    assert moments(alice) == [9, 5, 2]


@pytest.mark.django_db(transaction=True)
def test_ten_taps_at_once_are_ten(ours: UUID) -> None:
    alice = make_user()
    clients = [client_of(alice) for _ in range(10)]

    def tap(n: int) -> int:
        try:
            return send(clients[n], ours, tap=at(2 - n / 5)).status_code
        finally:
            connection.close()

    with ThreadPoolExecutor(10) as pool:
        assert set(pool.map(tap, range(10))) == {204}
    assert (len(moments(alice)), count(alice).times_high) == (10, 10)


def test_the_last_tap_can_be_taken_back_once(client_of_alice: Client, alice: User, ours: UUID) -> None:
    send(client_of_alice, ours, tap=[at(9), at(5)])
    for _ in range(2):
        send(client_of_alice, ours, undo=at(5))
    assert (moments(alice), count(alice).ended_at) == ([9], NOW - 9 * UNIT)


def test_a_tap_taken_back_before_it_was_sent_is_none(
    client_of_alice: Client, alice: User, ours: UUID
) -> None:
    send(client_of_alice, ours, tap=[at(9), at(5)], undo=at(5))
    assert moments(alice) == [9]


def test_without_a_tap_left_there_is_no_spell(client_of_alice: Client, alice: User, ours: UUID) -> None:
    send(client_of_alice, ours, tap=at(5))
    send(client_of_alice, ours, undo=at(5))
    assert not Episode.objects.for_user(alice).kept().exists()
    send(client_of_alice, ours, tap=at(1))
    assert moments(alice) == [1]


def test_nothing_taken_back_from_nothing_is_nothing(client_of_alice: Client, ours: UUID) -> None:
    assert send(client_of_alice, ours, undo=at(5)).status_code == 204
    assert not Episode.objects.exists()


@pytest.mark.parametrize("sent", ["", "soon", "2031-01-01T00:00:00Z", "2026-05-20T00:00:00Z"])
def test_a_time_that_cannot_be_is_now(client_of_alice: Client, alice: User, ours: UUID, sent: str) -> None:
    send(client_of_alice, ours, tap=sent)
    assert moments(alice) == [0]


def test_the_place_can_be_said_before_or_after(client_of_alice: Client, alice: User, ours: UUID) -> None:
    send(client_of_alice, ours, tap=at(5), place="calf:left")
    assert str(count(alice).place) == "left calf"
    send(client_of_alice, ours, place="thigh_front:right")
    assert (str(count(alice).place), moments(alice)) == ("right thigh, front", [5])


@pytest.mark.parametrize("place", ["nowhere", "calf:middle"])
def test_a_place_that_is_none_loses_no_tap(
    client_of_alice: Client, alice: User, ours: UUID, place: str
) -> None:
    send(client_of_alice, ours, tap=at(5), place=place)
    assert (moments(alice), count(alice).site) == ([5], "")


def test_without_a_script_every_press_is_a_page(
    client_of_alice: Client, alice: User, ours: UUID, time_machine: TimeMachineFixture
) -> None:
    for _ in range(3):
        answer = client_of_alice.post("/log/tally/tap/", {"uuid": ours, "tap": ""}, follow=True)
        time_machine.shift(4)
    assert answer.redirect_chain == [(f"/log/tally/{ours}/", 302)]
    assert '<span class="timer" data-count>3</span>' in answer.text
    undo = answer.text.partition('name="undo" value="')[2].partition('"')[0]
    client_of_alice.post("/log/tally/tap/", {"uuid": ours, "undo": undo})
    assert (count(alice).times_low, count(alice).length_s) == (2, 4)


def test_taking_back_the_only_one_returns_to_an_empty_count(client_of_alice: Client, ours: UUID) -> None:
    client_of_alice.post("/log/tally/tap/", {"uuid": ours, "tap": at(5)})
    answer = client_of_alice.post("/log/tally/tap/", {"uuid": ours, "undo": at(5)})
    assert answer.url == "/log/tally/"


def test_a_count_of_a_few_minutes_ago_can_be_gone_on_with(client_of_alice: Client, ours: UUID) -> None:
    send(client_of_alice, ours, tap=[at(600), at(300)], place="calf:left")
    shown = client_of_alice.get("/log/tally/").text
    assert "You counted 2 twitches, left calf, the last 5 min ago." in shown
    assert f'href="/log/tally/{ours}/">Count on</a>' in shown
    assert '<span class="timer" data-count>2</span>' in client_of_alice.get(f"/log/tally/{ours}/").text


def test_a_count_of_an_hour_ago_is_over(client_of_alice: Client, ours: UUID) -> None:
    send(client_of_alice, ours, tap=at(3600))
    assert "Count on" not in client_of_alice.get("/log/tally/").text


def test_a_spell_that_was_not_counted_cannot_be_counted_on(client_of_alice: Client, alice: User) -> None:
    told = make_episode(alice, NOW - 60 * UNIT, kind="spell", times_low=2, times_high=5)
    assert client_of_alice.get(f"/log/tally/{told.uuid}/").status_code == 404
    send(client_of_alice, told.uuid, tap=at(1))
    told.refresh_from_db()
    assert (told.times_high, told.taps) == (5, [])


def test_finish_leads_to_what_was_saved(client_of_alice: Client, ours: UUID) -> None:
    send(client_of_alice, ours, tap=[at(600), at(300)])
    assert f'href="/today/?saved={ours}"' in client_of_alice.get(f"/log/tally/{ours}/").text
    assert "came and went" in client_of_alice.get(f"/today/?saved={ours}").text


def test_a_count_is_never_undone_as_a_timer(client_of_alice: Client, alice: User, ours: UUID) -> None:
    send(client_of_alice, ours, tap=[at(600), at(300)])
    client_of_alice.post(f"/episodes/{ours}/undo/", {"step": "stop"})
    assert not count(alice).is_ongoing


def test_the_same_uuid_of_somebody_else_is_another_count(
    client_of_alice: Client, client_of_bob: Client, alice: User, bob: User, ours: UUID
) -> None:
    send(client_of_bob, ours, tap=at(9))
    send(client_of_alice, ours, tap=at(5))
    assert (moments(alice), moments(bob)) == ([5], [9])
