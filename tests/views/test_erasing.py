"""The two pages that delete: what they say, whom they ask, and what is left."""

import pytest
from django.test import Client
from time_machine import TimeMachineFixture

from diary.models import Episode, User
from tests.conftest import client_of
from tests.factories import NOON, make_episode

BOTH = pytest.mark.parametrize("path", ["/settings/delete/entries/", "/settings/delete/account/"])
PASSWORD = {"password": "correct horse"}


@BOTH
def test_the_page_says_what_goes_offers_the_files_and_asks_who_it_is(
    client_of_alice: Client, path: str
) -> None:
    page = client_of_alice.get(path).content.decode()
    words = ("What goes", "What stays", "/export/diary.zip", "Your password")
    assert [word for word in words if word not in page] == []


@BOTH
@pytest.mark.sqlite
def test_the_page_says_until_when_backups_keep_what_goes(
    client_of_alice: Client, path: str, time_machine: TimeMachineFixture
) -> None:
    time_machine.move_to(NOON)
    assert "25 June 2026" in client_of_alice.get(path).content.decode()


@BOTH
@pytest.mark.parametrize("sent", [{}, {"password": "wrong"}, {"credential": "{}"}])
def test_nothing_is_deleted_without_the_password(
    client_of_alice: Client, alice: User, path: str, sent: dict[str, str]
) -> None:
    make_episode(alice)
    assert client_of_alice.post(path, sent).status_code == 200
    assert Episode.objects.for_user(alice).count() == 1
    assert client_of_alice.get("/settings/").status_code == 200


@BOTH
def test_a_wrong_password_is_not_tried_for_ever(client_of_alice: Client, path: str) -> None:
    answers = [client_of_alice.post(path, {"password": str(n)}).status_code for n in range(12)]
    assert answers == [200] * 10 + [429] * 2


def test_the_account_is_deleted_at_once(client_of_alice: Client, alice: User) -> None:
    elsewhere = client_of(alice)
    done = client_of_alice.post("/settings/delete/account/", PASSWORD, follow=True)
    assert "Everything is deleted" in done.content.decode()
    assert not User.objects.exists()
    assert elsewhere.get("/settings/").status_code == 302


def test_entries_are_deleted_and_the_account_is_kept(client_of_alice: Client, alice: User) -> None:
    make_episode(alice)
    done = client_of_alice.post("/settings/delete/entries/", PASSWORD)
    assert (done["Location"], done["Clear-Site-Data"]) == ("/deleted/", '"cache", "storage"')
    assert client_of_alice.get("/settings/").status_code == 302
    assert not Episode.objects.for_user(alice).exists()
    assert Client().login(username="alice", **PASSWORD)


def test_nobody_who_is_signed_in_reads_that_everything_is_deleted(client_of_alice: Client) -> None:
    assert client_of_alice.get("/deleted/")["Location"] == "/settings/"
