"""The way back in for somebody who has forgotten everything but owns the machine."""

import io
from typing import Any

import pytest
from allauth.mfa.models import Authenticator
from django.core.cache import cache
from django.core.management import CommandError, call_command
from django.db import connection
from django.test import Client

from diary.models import User


@pytest.fixture
def typed(monkeypatch: pytest.MonkeyPatch) -> Any:
    return lambda text: monkeypatch.setattr("sys.stdin", io.StringIO(f"{text}\n"))


@pytest.fixture
def phone(alice: User) -> Client:
    """A browser that signed in as people do."""
    client = Client()
    client.post("/accounts/login/", {"login": "alice", "password": "correct horse"})
    assert client.get("/today/").status_code == 200
    return client


def test_a_new_password_signs_out_everywhere(phone: Client, alice: User, typed: Any) -> None:
    typed("three new words")
    call_command("new_password", user="alice")
    alice.refresh_from_db()
    assert alice.check_password("three new words")
    assert phone.get("/today/").status_code == 302
    assert not alice.usersession_set.exists()


def test_a_weak_one_is_refused_and_changes_nothing(phone: Client, alice: User, typed: Any) -> None:
    typed("12345678")
    with pytest.raises(CommandError, match="Nothing was changed"):
        call_command("new_password", user="alice")
    alice.refresh_from_db()
    assert alice.check_password("correct horse")
    assert phone.get("/today/").status_code == 200


@pytest.mark.parametrize(("one_step", "left"), [(False, 1), (True, 0)])
def test_the_second_step_goes_only_when_asked(alice: User, typed: Any, one_step: bool, left: int) -> None:
    Authenticator.objects.create(user=alice, type="totp", data={"secret": "x"})
    typed("three new words")
    call_command("new_password", user="alice", one_step=one_step)
    assert Authenticator.objects.filter(user=alice).count() == left


def test_capitals_matter_no_more_than_to_who_signs_in(alice: User, typed: Any) -> None:
    typed("three new words")
    call_command("new_password", user="Alice")
    alice.refresh_from_db()
    assert alice.check_password("three new words")


def test_somebody_unknown_is_one_sentence(db: None) -> None:
    with pytest.raises(CommandError, match="There is no account “nobody”"):
        call_command("new_password", user="nobody")


def test_nothing_else_that_is_counted_or_kept_is_forgotten(alice: User, typed: Any) -> None:
    Client().post("/accounts/login/", {"login": "alice", "password": "wrong"})
    counted = "allauth:rl:allauth.account:reauthenticate:10/60/user:user:{}"
    for key in ("set-up-code", counted.format(alice.pk), counted.format(alice.pk + 1)):
        cache.set(key, "kept")
    typed("three new words")
    call_command("new_password", user="alice")
    left = {key for key in kept_keys() if "login:" not in key}  # those who came, right or wrong
    assert left == {":1:set-up-code", f":1:{counted.format(alice.pk + 1)}"}


def kept_keys() -> set[str]:
    with connection.cursor() as cursor:
        cursor.execute("SELECT cache_key FROM diary_cache")
        return {key for (key,) in cursor.fetchall()}
