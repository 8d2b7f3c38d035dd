"""The button "It started again" makes the next twitch at the same place, linked to the first."""

from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.test import Client
from django.urls import reverse
from time_machine import TimeMachineFixture

from diary.models import Episode, User
from tests.factories import make_episode

NOW = datetime(2026, 5, 28, 13, 5, tzinfo=UTC)
EARLIER = NOW - timedelta(minutes=4)


@pytest.fixture(autouse=True)
def five_past_two(time_machine: TimeMachineFixture) -> None:
    time_machine.move_to(NOW, tick=False)


def start_again(client: Client, episode: Episode, **data: Any) -> Episode:
    sent = {"uuid": uuid4(), "again": episode.uuid, **data}
    assert client.post(reverse("episode-create"), sent).status_code == 302
    return Episode.objects.latest("pk")


def test_it_is_timed_at_the_same_place_and_linked_to_the_first(client_of_alice: Client, alice: User) -> None:
    first = make_episode(alice, EARLIER)
    kept = Episode.objects.values().get()
    second = start_again(client_of_alice, first)
    assert (second.place, second.is_ongoing, second.spell_group) == (first.place, True, first.uuid)
    assert Episode.objects.values().get(pk=first.pk) == kept  # nothing of the first changes


def test_the_third_is_linked_to_the_first_too(client_of_alice: Client, alice: User) -> None:
    first = make_episode(alice, EARLIER - timedelta(hours=1))
    second = make_episode(alice, EARLIER, spell_group=first.uuid)
    assert start_again(client_of_alice, second).spell_group == first.uuid


def test_the_place_in_words_goes_along(client_of_alice: Client, alice: User) -> None:
    first = make_episode(alice, EARLIER, site="other", side="", place_words="behind the ear")
    assert start_again(client_of_alice, first).where == "somewhere else: behind the ear"


def test_where_it_was_said_to_be_meanwhile_counts(client_of_alice: Client, alice: User) -> None:
    first = make_episode(alice, EARLIER, site="calf")
    assert str(start_again(client_of_alice, first, place="thumb:left").place) == "left calf"


def test_a_place_that_is_being_timed_already_goes_on(client_of_alice: Client, alice: User) -> None:
    first = make_episode(alice, EARLIER)
    running = make_episode(alice, NOW, None, is_ongoing=True)
    start_again(client_of_alice, first)
    running.refresh_from_db()
    assert (Episode.objects.count(), running.spell_group) == (2, None)


def test_sent_twice_it_starts_once(client_of_alice: Client, alice: User) -> None:
    first, uuid = make_episode(alice, EARLIER), uuid4()
    assert start_again(client_of_alice, first, uuid=uuid) == start_again(client_of_alice, first, uuid=uuid)
    assert Episode.objects.count() == 2


def test_what_somebody_else_keeps_is_passed_over(client_of_bob: Client, alice: User, bob: User) -> None:
    hers = make_episode(alice, EARLIER, site="calf")
    his = start_again(client_of_bob, hers, place="calf:right")
    assert (his.user, str(his.place), his.spell_group) == (bob, "right calf", None)


@pytest.mark.parametrize("again", ["", "x", "0" * 40])
def test_a_link_that_cannot_be_read_is_passed_over(client_of_alice: Client, alice: User, again: str) -> None:
    first = make_episode(alice, EARLIER)
    assert start_again(client_of_alice, first, again=again, place="calf:left").spell_group is None


def test_what_was_deleted_does_not_start_again(client_of_alice: Client, alice: User) -> None:
    deleted = make_episode(alice, EARLIER, deleted_at=NOW)
    assert start_again(client_of_alice, deleted).spell_group is None


def test_the_panel_and_the_row_name_what_started_again(client_of_alice: Client, alice: User) -> None:
    first = make_episode(alice, EARLIER)
    field = f'name="again" value="{first.uuid}"'
    assert client_of_alice.get(f"/today/?saved={first.uuid}").text.count(field) == 1
    assert client_of_alice.get("/today/").text.count(field) == 1
