"""The question a running timer asks, its answers, and what every way out says of one nobody stopped."""

import io
import json
import zipfile
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.core.management import call_command
from django.test import Client
from django.urls import reverse
from time_machine import TimeMachineFixture

from diary.models import Episode, User
from diary.models.episodes import EpisodeQuerySet
from tests.factories import make_episode

NOW = datetime(2026, 5, 28, 13, 5, tzinfo=UTC)


@pytest.fixture(autouse=True)
def five_past_two(time_machine: TimeMachineFixture) -> None:
    time_machine.move_to(NOW, tick=False)


def running(user: User, ago: timedelta, **fields: Any) -> Episode:
    return make_episode(user, NOW - ago, None, is_ongoing=True, site="calf", **fields)


def minutes(n: int) -> timedelta:
    return timedelta(minutes=n)


def asks(client: Client, path: str) -> bool:
    return '">Still twitching?</strong>' in client.get(path).text


def offered(client: Client) -> list[str]:
    """Return the times at which it may have stopped that a page shows."""
    part = client.get("/log/").text.partition("It stopped about</p>")[2].partition("</form>")[0]
    return [
        button.partition('"')[0]
        for button in part.split('name="ago" value="')[1:]
        if " hidden>" not in button
    ]


def post(client: Client, action: str, episode: Episode, **data: str) -> Any:
    answer = client.post(reverse(f"episode-{action}", args=[episode.uuid]), data)
    episode.refresh_from_db()
    return answer


def end(episode: Episode) -> tuple:
    return episode.is_ongoing, episode.is_forgotten, episode.ended_at, episode.length_precision


@pytest.mark.parametrize("path", ["/today/", "/log/", "/diary/", "/settings/", "/log/earlier/"])
@pytest.mark.parametrize(("ago", "is_asked"), [(14, False), (16, True)])
def test_every_page_asks_after_fifteen_minutes(
    client_of_alice: Client, alice: User, path: str, ago: int, is_asked: bool
) -> None:
    running(alice, minutes(ago))
    assert asks(client_of_alice, path) is is_asked


@pytest.mark.parametrize(("setting", "is_asked"), [(5, True), (60, False)])
def test_the_minutes_are_the_persons_own(
    client_of_alice: Client, alice: User, setting: int, is_asked: bool
) -> None:
    User.objects.filter(pk=alice.pk).update(ask_after_min=setting)
    running(alice, minutes(16))
    assert asks(client_of_alice, "/diary/") is is_asked


def test_still_going_is_asked_again_as_long_after(
    client_of_alice: Client, alice: User, time_machine: TimeMachineFixture
) -> None:
    episode = running(alice, minutes(16))
    answer = post(client_of_alice, "going", episode, next="/diary/")
    assert (answer.url, episode.going_at, end(episode)[0]) == ("/diary/", NOW, True)
    time_machine.shift(14 * 60)
    assert not asks(client_of_alice, "/diary/")
    time_machine.shift(2 * 60)
    assert asks(client_of_alice, "/diary/")


def test_still_going_is_kept_from_the_moment_of_the_tap(client_of_alice: Client, alice: User) -> None:
    episode = running(alice, minutes(16))
    post(client_of_alice, "going", episode, at="2026-05-28T13:04:30Z", sent_at="2026-05-28T13:05:00Z")
    assert episode.going_at == NOW - timedelta(seconds=30)


def test_a_script_gets_the_buttons_back_and_what_was_heard(client_of_alice: Client, alice: User) -> None:
    episode = running(alice, minutes(16))
    address = reverse("episode-going", args=[episode.uuid])
    headers = {"HX-Request": "true", "HX-Current-URL": "http://testserver/log/earlier/"}
    shown = client_of_alice.post(address, headers=headers).text
    assert "Timing goes on." in shown
    assert 'name="next" value="/log/earlier/"' in shown
    assert "hidden>Still twitching?" in shown


@pytest.mark.parametrize(
    ("ago", "expected"),
    [
        (16, ["5", "15", "unknown"]),
        (31, ["5", "15", "30", "unknown"]),
        (15, ["5", "unknown"]),
    ],
)
def test_only_times_after_the_start_are_offered(
    client_of_alice: Client, alice: User, ago: int, expected: list[str]
) -> None:
    running(alice, minutes(ago))
    assert offered(client_of_alice) == expected


def test_only_times_after_it_was_last_said_to_go_on_are_offered(client_of_alice: Client, alice: User) -> None:
    running(alice, timedelta(hours=3), going_at=NOW - minutes(16))
    assert offered(client_of_alice) == ["5", "15", "unknown"]


@pytest.mark.parametrize(
    ("ago", "expected"),
    [
        ("5", (False, False, NOW - minutes(5), "about")),
        ("30", (False, False, NOW - minutes(30), "about")),
        ("unknown", (False, False, None, "unknown")),
        ("", (False, False, NOW, "timed")),
        ("a while", (False, False, NOW, "timed")),
    ],
)
def test_it_stopped_about_then(client_of_alice: Client, alice: User, ago: str, expected: tuple) -> None:
    episode = running(alice, minutes(40))
    answer = post(client_of_alice, "stop", episode, ago=ago)
    assert end(episode) == expected
    assert answer.url == f"/today/?saved={episode.uuid}"


def test_it_cannot_have_stopped_before_it_was_said_to_go_on(client_of_alice: Client, alice: User) -> None:
    episode = running(alice, minutes(40), going_at=NOW - minutes(10))
    post(client_of_alice, "stop", episode, ago="30")
    assert end(episode)[2:] == (NOW - minutes(10), "about")


def test_both_devices_lose_the_question_when_one_answers(client_of_alice: Client, alice: User) -> None:
    desktop, episode = Client(), running(alice, minutes(20))
    desktop.force_login(alice)
    assert asks(client_of_alice, "/today/")
    assert asks(desktop, "/diary/")
    post(desktop, "going", episode)
    assert not asks(client_of_alice, "/today/")
    post(client_of_alice, "stop", episode)
    assert "It stopped" not in desktop.get("/diary/").text


NIGHT = timedelta(hours=12, minutes=1)
FORGOTTEN = (False, True, None, "unknown")


@pytest.mark.parametrize("path", ["/today/", "/diary/", "/patterns/time/", "/help/"])
def test_any_page_lets_go_of_what_nobody_stopped(client_of_alice: Client, alice: User, path: str) -> None:
    episode = running(alice, NIGHT)
    shown = client_of_alice.get(path).text
    episode.refresh_from_db()
    assert end(episode) == FORGOTTEN
    assert "It stopped" not in shown
    assert "still going" not in shown


def test_the_report_counts_it_and_gives_it_no_length(alice: User) -> None:
    running(alice, NIGHT)
    out = io.StringIO()
    call_command("report", "--user", "alice", "--json", stdout=out)
    found = json.loads(out.getvalue())
    assert found["episodes"] == {"twitches": 1, "spells": 0, "ongoing": 0}
    assert found["length"]["longest_s"] is None


def test_the_export_says_that_nobody_stopped_it(client_of_alice: Client, alice: User) -> None:
    running(alice, NIGHT)
    archive = zipfile.ZipFile(io.BytesIO(client_of_alice.get(reverse("export-zip")).content))
    [row] = json.loads(archive.read("diary.json"))["episodes"]
    assert (row["state"], row["is_forgotten"], row["ended_at"]) == ("ended", "yes", None)


def test_an_it_stopped_from_a_page_opened_before_still_counts(client_of_alice: Client, alice: User) -> None:
    episode = running(alice, NIGHT)
    client_of_alice.get("/diary/")
    post(client_of_alice, "stop", episode, at="2026-05-28T09:00:00Z", sent_at="2026-05-28T13:05:00Z")
    assert end(episode) == (False, False, datetime(2026, 5, 28, 9, tzinfo=UTC), "timed")


def test_one_that_was_let_go_runs_again_when_it_still_does(client_of_alice: Client, alice: User) -> None:
    episode = running(alice, NIGHT)
    client_of_alice.get("/diary/")
    post(client_of_alice, "undo", episode, step="stop")
    assert end(episode) == (True, False, None, "unknown")
    assert "It stopped" in client_of_alice.get("/diary/").text


def test_undo_of_a_late_stop_does_not_let_it_go_at_once(client_of_alice: Client, alice: User) -> None:
    episode = running(alice, NIGHT)
    post(client_of_alice, "stop", episode)
    post(client_of_alice, "undo", episode, step="stop")
    client_of_alice.get("/today/")
    episode.refresh_from_db()
    assert end(episode) == (True, False, None, "unknown")


def test_a_stop_that_gets_in_between_is_not_lost(alice: User, monkeypatch: pytest.MonkeyPatch) -> None:
    episode, lock = running(alice, NIGHT), EpisodeQuerySet.select_for_update

    def after_the_stop(rows: EpisodeQuerySet) -> EpisodeQuerySet:
        Episode.objects.get(pk=episode.pk).stop(NOW, NOW)
        return lock(rows)

    monkeypatch.setattr(EpisodeQuerySet, "select_for_update", after_the_stop)
    Episode.objects.for_user(alice).let_go(NOW)
    episode.refresh_from_db()
    assert end(episode) == (False, False, NOW, "timed")


@pytest.mark.parametrize(
    ("said", "back"),
    [
        ("http://testserver/diary/?kind=spell", "/diary/?kind=spell"),
        ("http://[", ""),
        ("//evil.example/", ""),
    ],
)
def test_the_way_back_is_the_page_a_script_says_it_is_on(
    client_of_alice: Client, alice: User, said: str, back: str
) -> None:
    going = reverse("episode-going", args=[running(alice, minutes(16)).uuid])
    headers = {"HX-Request": "true", "HX-Current-URL": said}
    page = client_of_alice.post(going, headers=headers).content.decode()
    assert f'name="next" value="{back}"' in page
