"""One tap each: start, stop, answer, delete, undo."""

import time
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.db import connection
from django.test import Client
from django.urls import reverse
from time_machine import TimeMachineFixture

from diary.models import Episode, User
from diary.models.episodes import EpisodeQuerySet
from tests.conftest import client_of
from tests.factories import make_episode, make_user

NOW = datetime(2026, 5, 28, 13, 5, tzinfo=UTC)


@pytest.fixture(autouse=True)
def at_noon(time_machine: TimeMachineFixture) -> None:
    time_machine.move_to(NOW, tick=False)


def start(client: Client, **data: str) -> Episode:
    client.post(reverse("episode-create"), {"uuid": str(uuid4()), **data})
    return Episode.objects.latest("pk")


def post(client: Client, action: str, episode: Episode, **data: str) -> Any:
    return client.post(reverse(f"episode-{action}", args=[episode.uuid]), data)


def facts(episode: Episode) -> tuple:
    episode.refresh_from_db()
    return episode.started_at, episode.ended_at, episode.is_ongoing, episode.length_precision


def test_a_tap_on_a_place_starts_timing_there(client_of_alice: Client, alice: User) -> None:
    episode = start(client_of_alice, place="eyelid_lower:left")
    assert facts(episode) == (NOW, None, True, "unknown")
    assert (episode.user, str(episode.place), episode.zone) == (alice, "left lower eyelid", "Europe/London")


def test_the_time_of_the_tap_is_kept_not_the_time_it_arrived(client_of_alice: Client) -> None:
    episode = start(client_of_alice, at="2026-05-28T13:04:30.250Z", sent_at="2026-05-28T13:05:00Z")
    assert episode.started_at == NOW - timedelta(seconds=30)


def test_a_device_clock_ten_minutes_ahead_is_corrected(client_of_alice: Client) -> None:
    episode = start(client_of_alice, at="2026-05-28T13:14:30Z", sent_at="2026-05-28T13:15:00Z")
    assert episode.started_at == NOW - timedelta(seconds=30)


@pytest.mark.parametrize(
    "at",
    ["", "now", "2026-05-28T13:04", "2031-01-01T00:00:00Z", "9999-12-31T23:59:59Z", "2026-05-20T00:00:00Z"],
)
def test_a_time_that_cannot_be_is_now(client_of_alice: Client, at: str) -> None:
    assert start(client_of_alice, at=at).started_at == NOW


def test_two_taps_are_a_full_record(client_of_alice: Client, time_machine: TimeMachineFixture) -> None:
    episode = start(client_of_alice, place="calf:left")
    time_machine.shift(37)
    answer = post(client_of_alice, "stop", episode)
    assert facts(episode) == (NOW, NOW + timedelta(seconds=37), False, "timed")
    assert answer.url == f"/today/?saved={episode.uuid}"


def test_stopping_twice_keeps_the_first_end(
    client_of_alice: Client, time_machine: TimeMachineFixture
) -> None:
    episode = start(client_of_alice)
    time_machine.shift(37)
    post(client_of_alice, "stop", episode)
    time_machine.shift(60)
    post(client_of_alice, "stop", episode)
    assert facts(episode)[1] == NOW + timedelta(seconds=37)


def test_a_twitch_stopped_in_the_same_second_lasted_one(client_of_alice: Client) -> None:
    episode = start(client_of_alice)
    post(client_of_alice, "stop", episode)
    assert facts(episode)[1] == NOW + timedelta(seconds=1)


def test_the_same_start_sent_again_is_kept_once(client_of_alice: Client) -> None:
    uuid = str(uuid4())
    for _ in range(3):
        client_of_alice.post(reverse("episode-create"), {"uuid": uuid, "is_over": "yes"})
    assert [episode.uuid for episode in Episode.objects.all()] == [UUID(uuid)]


@pytest.mark.django_db(transaction=True)
def test_the_same_start_posted_eight_times_at_once_is_kept_once() -> None:
    alice, uuid = make_user(), str(uuid4())
    clients = [client_of(alice) for _ in range(8)]
    assert at_once(clients, {"uuid": uuid, "place": "calf:left"}) == [302] * 8
    assert Episode.objects.for_user(alice).count() == 1


def at_once(clients: list[Client], data: dict[str, str]) -> list[int]:
    """Start an episode from all of them at the same time."""

    def post_it(client: Client) -> int:
        try:
            return client.post(reverse("episode-create"), data).status_code
        finally:
            connection.close()

    with ThreadPoolExecutor(len(clients)) as pool:
        return list(pool.map(post_it, clients))


@pytest.mark.django_db(transaction=True)
def test_a_place_started_eight_times_at_once_is_timed_once(monkeypatch: pytest.MonkeyPatch) -> None:
    alice, keep_once = make_user(), EpisodeQuerySet.keep_once

    def keep_late(self: EpisodeQuerySet, episode: Episode) -> Episode:
        time.sleep(0.1)  # long enough for the other taps to look too
        return keep_once(self, episode)

    monkeypatch.setattr(EpisodeQuerySet, "keep_once", keep_late)
    assert at_once([client_of(alice) for _ in range(8)], {"place": "calf:left"}) == [302] * 8
    assert Episode.objects.for_user(alice).count() == 1


def test_a_place_that_is_being_timed_is_not_started_again(client_of_alice: Client) -> None:
    first = start(client_of_alice, place="calf:left")
    assert start(client_of_alice, place="calf:left") == first
    assert start(client_of_alice, place="calf:right") != first


def test_two_places_start_two_timers_and_one_that_runs_is_not_started_again(client_of_alice: Client) -> None:
    start(client_of_alice, place="calf:left")
    both = {
        "uuid": str(uuid4()),
        "place": ["calf:left", "calf:right", "other"],
        "place_words": "behind the ear",
    }
    for _ in range(2):
        client_of_alice.post(reverse("episode-create"), both)
    running = Episode.objects.order_by("pk")
    assert [each.where for each in running] == ["left calf", "right calf", "somewhere else: behind the ear"]
    assert {each.is_ongoing for each in running} == {True}


def test_words_too_long_for_somewhere_else_are_refused_in_words(client_of_alice: Client) -> None:
    data = {"place": "other", "place_words": "x" * 61}
    answer = client_of_alice.post(reverse("episode-create"), data, follow=True)
    assert "Say where in 60 characters at most. Nothing was saved." in answer.text
    assert not Episode.objects.exists()


def test_the_same_uuid_of_two_people_makes_two_records(
    client_of_alice: Client, client_of_bob: Client
) -> None:
    uuid = str(uuid4())
    start(client_of_alice, uuid=uuid), start(client_of_bob, uuid=uuid)
    assert Episode.objects.count() == 2


def test_a_place_that_does_not_exist_is_refused_in_words(client_of_alice: Client) -> None:
    answer = client_of_alice.post(reverse("episode-create"), {"place": "elbow:upper"}, follow=True)
    assert "That place is not on the list" in answer.text
    assert not Episode.objects.exists()


def test_it_just_twitched_is_kept_without_a_length(client_of_alice: Client) -> None:
    episode = start(client_of_alice, is_over="yes")
    assert facts(episode) == (NOW, None, False, "unknown")
    assert episode.start_precision == "about"


def test_how_long_it_just_twitched_moves_the_start(client_of_alice: Client) -> None:
    episode = start(client_of_alice, is_over="yes")
    post(client_of_alice, "answer", episode, length_s="30")
    assert facts(episode) == (NOW - timedelta(seconds=30), NOW, False, "about")
    post(client_of_alice, "answer", episode, length_s="10")
    assert facts(episode) == (NOW - timedelta(seconds=10), NOW, False, "about")
    post(client_of_alice, "answer", episode, length_s="")
    assert facts(episode) == (NOW, None, False, "unknown")


def test_a_typed_length_of_what_just_twitched_moves_the_start_too(client_of_alice: Client) -> None:
    episode = start(client_of_alice, is_over="yes")
    client_of_alice.post(f"/episodes/{episode.uuid}/change/length/", {"ending": "ended", "length": "45 s"})
    assert facts(episode) == (NOW - timedelta(seconds=45), NOW, False, "stated")


def test_how_long_an_earlier_one_lasted_moves_the_end(client_of_alice: Client, alice: User) -> None:
    begun = NOW - timedelta(hours=3)
    episode = make_episode(alice, begun, None, made_at=NOW)
    post(client_of_alice, "answer", episode, length_s="30")
    assert facts(episode) == (begun, begun + timedelta(seconds=30), False, "about")


def test_an_answer_changes_itself_alone_and_can_be_taken_back(client_of_alice: Client, alice: User) -> None:
    episode = make_episode(alice, seen="felt")
    post(client_of_alice, "answer", episode, strength="3")
    episode.refresh_from_db()
    assert (episode.strength, episode.seen, episode.site) == (3, "felt", "eyelid_lower")
    post(client_of_alice, "answer", episode, strength="")
    episode.refresh_from_db()
    assert (episode.strength, episode.seen) == (None, "felt")


def test_an_answer_that_is_none_changes_nothing(client_of_alice: Client, alice: User) -> None:
    episode = make_episode(alice, strength=2)
    assert post(client_of_alice, "answer", episode, strength="5").status_code == 404
    episode.refresh_from_db()
    assert episode.strength == 2


def test_with_htmx_an_answer_brings_the_panel_alone(client_of_alice: Client, alice: User) -> None:
    url = reverse("episode-answer", args=[make_episode(alice).uuid])
    answer = client_of_alice.post(url, {"strength": "3"}, headers={"HX-Request": "true"})
    assert answer.text.lstrip().startswith('<div id="saved"')
    assert 'aria-pressed="true">Moderate' in answer.text


def test_a_tap_by_mistake_is_taken_away_and_put_back(client_of_alice: Client) -> None:
    episode = start(client_of_alice)
    panel = client_of_alice.get(post(client_of_alice, "delete", episode).url)
    assert "Removed: place not said" in panel.text
    assert list(Episode.objects.kept()) == []
    post(client_of_alice, "undo", episode, step="delete")
    assert facts(episode) == (NOW, None, True, "unknown")
    assert list(Episode.objects.kept()) == [episode]


def test_undo_after_a_stop_goes_on_timing_from_the_same_start(
    client_of_alice: Client, time_machine: TimeMachineFixture
) -> None:
    episode = start(client_of_alice)
    time_machine.shift(37)
    post(client_of_alice, "stop", episode)
    for _ in range(2):
        post(client_of_alice, "undo", episode, step="stop")
    assert facts(episode) == (NOW, None, True, "unknown")


@pytest.mark.parametrize(("way", "step"), [("stop", "stop"), ("delete", "delete")])
def test_undo_makes_no_second_timer_at_a_place(client_of_alice: Client, way: str, step: str) -> None:
    first = start(client_of_alice, place="calf:left")
    post(client_of_alice, way, first)
    second = start(client_of_alice, place="calf:left")
    post(client_of_alice, "undo", first, step=step)
    assert list(Episode.objects.ongoing()) == [second]
    assert "It is being timed again already" in client_of_alice.get("/today/").text


def test_undo_of_a_stop_leaves_an_entry_that_was_not_timed_alone(
    client_of_alice: Client, alice: User
) -> None:
    episode = make_episode(alice, length_precision="stated")
    before = facts(episode)
    post(client_of_alice, "undo", episode, step="stop")
    assert facts(episode) == before


def test_undo_of_a_new_entry_deletes_it_twice_over(client_of_alice: Client) -> None:
    episode = start(client_of_alice, is_over="yes")
    for _ in range(2):
        post(client_of_alice, "undo", episode, step="create")
    assert list(Episode.objects.kept()) == []


def test_deleting_returns_to_the_page_it_was_asked_on(client_of_alice: Client, alice: User) -> None:
    episode = make_episode(alice)
    there = post(client_of_alice, "delete", episode, next="/diary/?kind=twitch").url
    assert there == f"/diary/?kind=twitch&deleted={episode.uuid}"
    assert "Deleted: left lower eyelid" in client_of_alice.get(there).text


@pytest.mark.parametrize(
    "elsewhere", ["https://example.org/", "//example.org/", "/\\example.org", "javascript:alert(1)"]
)
def test_the_way_back_never_leaves_the_diary(client_of_alice: Client, alice: User, elsewhere: str) -> None:
    url = post(client_of_alice, "delete", make_episode(alice), next=elsewhere).url
    assert url.startswith("/today/")


@pytest.mark.parametrize("action", ["stop", "answer", "delete", "undo"])
def test_someone_elses_episode_is_not_there(client_of_bob: Client, alice: User, action: str) -> None:
    episode = make_episode(alice, strength=2)
    assert post(client_of_bob, action, episode, step="delete", strength="4").status_code == 404
    episode.refresh_from_db()
    assert (episode.strength, episode.deleted_at) == (2, None)


@pytest.mark.parametrize("action", ["create", "stop", "answer", "delete", "undo"])
def test_nothing_is_changed_by_following_a_link(client_of_alice: Client, alice: User, action: str) -> None:
    arguments = [] if action == "create" else [make_episode(alice).uuid]
    assert client_of_alice.get(reverse(f"episode-{action}", args=arguments)).status_code == 405
