"""The locked diary: nothing can be read, start and stop still work, and the password opens it."""

from datetime import UTC, datetime
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from time_machine import TimeMachineFixture

from diary.models import Episode, User
from tests.conftest import client_of
from tests.factories import make_day, make_episode
from tests.test_isolation import OWN, RECORD, all_of, every
from tests.test_isolation import SECRET as BOBS
from tests.test_isolation import bob as bob_with_data

NOW = datetime(2026, 5, 28, 13, 5, tzinfo=UTC)
SECRET = "left calf"
bob = bob_with_data  # somebody with a record at every address
STAY_OPEN = {"lock", "unlock", "lock-stop", "sign-out-everywhere"}


@pytest.fixture(autouse=True)
def five_past_two(time_machine: TimeMachineFixture) -> None:
    time_machine.move_to(NOW, tick=False)


@pytest.fixture
def locked(client_of_alice: Client, alice: User) -> Client:
    """A browser of Alice's with a locked diary that has something in it, also something that runs."""
    make_episode(alice, NOW, None, is_ongoing=True, site="calf", note=SECRET)
    make_day(alice, NOW.date(), note=SECRET)
    client_of_alice.post("/lock/")
    return client_of_alice


def running(user: User) -> list[Episode]:
    return list(Episode.objects.for_user(user).ongoing())


def tap(client: Client, path: str, **more: str) -> Any:
    return client.post(path, {"uuid": "1d9c4e0e-6a0f-4a8c-9a55-0e9e26e6a1b1", "place": "", **more})


def test_no_page_of_ones_own_can_be_read(locked: Client) -> None:
    for name in OWN.keys() - STAY_OPEN:
        answer = locked.get(reverse(name, kwargs=OWN[name]))
        assert answer.status_code == 403, name
        assert SECRET not in answer.content.decode(), name
        assert "Timing" not in answer.content.decode(), name


def test_no_record_can_be_read_or_changed_but_by_a_stop(bob: User) -> None:
    client, before = client_of(bob), all_of(bob)
    client.post("/lock/")
    for name, method, address in every(RECORD, bob):
        bob.authenticator_set.all().delete()  # a made-up key; the page could not ask a browser for it
        answer = getattr(client, method)(address)
        stops = (name, method) == ("episode-stop", "post")
        assert answer.status_code == (200 if stops else 403), (name, method)
        assert BOBS not in answer.content.decode(), (name, method)
        assert stops or all_of(bob)[::2] == before[::2], (name, method)


@pytest.mark.parametrize("path", ["/help/", "/help/privacy/", "/healthz", "/robots.txt", "/nowhere/"])
def test_what_is_open_to_all_says_what_it_says_to_all(locked: Client, path: str) -> None:
    answer, stranger = locked.get(path), Client().get(path)
    assert answer.status_code == stranger.status_code
    assert answer.content == stranger.content
    assert "Clear-Site-Data" not in answer


def test_a_twitch_can_be_started_and_nothing_is_shown(locked: Client, alice: User) -> None:
    answer = tap(locked, reverse("episode-create"))
    assert answer.status_code == 200
    assert "Your tap is kept." in answer.content.decode()
    assert SECRET not in answer.content.decode()
    assert len(running(alice)) == 2


def test_it_stopped_ends_what_started_last(locked: Client, alice: User) -> None:
    tap(locked, reverse("episode-create"))
    answer = tap(locked, reverse("lock-stop"))
    assert (answer.status_code, "Your tap is kept." in answer.content.decode()) == (200, True)
    assert [episode.site for episode in running(alice)] == ["calf"]


def test_a_second_tap_on_the_same_page_stops_nothing_more(locked: Client, alice: User) -> None:
    make_episode(alice, NOW, None, is_ongoing=True, site="thumb")
    tap(locked, reverse("lock-stop"))
    tap(locked, reverse("lock-stop"))
    assert len(running(alice)) == 1


def test_where_nothing_was_timed_the_answer_is_the_same_and_the_open_diary_says_so(
    client_of_alice: Client, alice: User
) -> None:
    client_of_alice.post("/lock/")
    assert "Your tap is kept." in tap(client_of_alice, reverse("lock-stop")).content.decode()
    opened = client_of_alice.post(reverse("unlock"), {"password": "correct horse"}, follow=True)
    assert "At 2:05pm you said it stopped, but nothing was being timed." in opened.content.decode()


def test_a_tap_on_a_page_that_was_open_before_is_kept_and_sent_to_the_lock(
    locked: Client, alice: User
) -> None:
    answer = locked.post(reverse("episode-create"), {}, headers={"HX-Request": "true"})
    assert (answer.status_code, answer["HX-Redirect"]) == (200, "/lock/?kept=yes")
    assert "Your tap is kept." in locked.get(answer["HX-Redirect"]).content.decode()
    assert len(running(alice)) == 2


def test_a_tap_that_makes_no_sense_is_not_said_to_be_kept(locked: Client, alice: User) -> None:
    page = locked.post(reverse("episode-create"), {"place": "nowhere:left"}).content.decode()
    assert "Your tap is kept." not in page
    assert len(running(alice)) == 1


def test_a_script_that_reads_is_sent_to_the_lock(locked: Client) -> None:
    answer = locked.get("/today/", headers={"HX-Request": "true"})
    assert (answer.status_code, answer["HX-Redirect"]) == (403, "/lock/")


def test_the_password_opens_it_where_one_was(locked: Client) -> None:
    page = locked.get("/diary/?kind=twitch").content.decode()
    assert 'name="next" value="/diary/?kind=twitch"' in page
    opened = locked.post(reverse("unlock"), {"password": "correct horse", "next": "/diary/?kind=twitch"})
    assert opened["Location"] == "/diary/?kind=twitch"
    assert locked.get("/today/").status_code == 200


def test_a_wrong_password_does_not(locked: Client) -> None:
    answer = locked.post(reverse("unlock"), {"password": "wrong"})
    assert "That is not your password" in answer.content.decode()
    assert locked.get("/today/").status_code == 403


def test_guessing_at_the_lock_is_refused_as_at_the_door(locked: Client) -> None:
    answers = [locked.post(reverse("unlock"), {"password": f"guess {n}"}) for n in range(6)]
    assert "Too many tries" in answers[-1].content.decode()
    assert "Too many tries" in locked.post(reverse("unlock"), {"password": "correct horse"}).content.decode()


def test_a_garbled_passkey_does_not_open_it(locked: Client) -> None:
    for credential in ("", "{}", "[]", '{"id": 1}', "null"):
        assert locked.post(reverse("unlock"), {"credential": credential}).status_code == 200
    assert locked.get("/today/").status_code == 403


def test_it_locks_after_the_minutes_the_person_chose(
    client_of_alice: Client, alice: User, time_machine: TimeMachineFixture
) -> None:
    alice.lock_after_min = 5
    alice.save()
    seen = []
    for minutes in (0, 4, 8, 13):  # away for four, four and five
        time_machine.move_to(NOW.replace(minute=5 + minutes), tick=False)
        seen.append(client_of_alice.get("/today/").status_code)
    assert seen == [200, 200, 200, 403]


def test_it_never_locks_by_itself_unless_told_to(client_of_alice: Client, time_machine: Any) -> None:
    client_of_alice.get("/today/")
    time_machine.move_to(NOW.replace(day=30), tick=False)
    assert client_of_alice.get("/today/").status_code == 200


def test_only_this_device_is_locked(locked: Client, alice: User) -> None:
    other = Client()
    other.force_login(alice)
    assert other.get("/today/").status_code == 200


def test_signing_out_works_while_locked(locked: Client) -> None:
    answer = locked.post("/accounts/logout/")
    assert answer["Clear-Site-Data"] == '"cache", "storage"'
    assert locked.get("/today/").status_code == 302


def test_where_it_is_not_locked_the_lock_leads_to_today(client_of_alice: Client) -> None:
    assert client_of_alice.get("/lock/")["Location"] == "/today/"
    assert client_of_alice.post(reverse("lock-stop"))["Location"] == "/today/"


def test_the_lock_is_set_in_the_settings_and_says_what_it_cannot_do(client_of_alice: Client) -> None:
    page = client_of_alice.get("/settings/").content.decode()
    assert "It does not encrypt your device." in page
