"""Guessing a password is slow, and the owner is not shut out for long."""

from datetime import timedelta
from typing import Any

import pytest
from django.contrib.auth import hashers
from django.core.cache import caches
from django.core.management import call_command
from django.test import Client
from time_machine import TimeMachineFixture

from diary.models import User

TOO_MANY = "Too many tries. Wait a few minutes, then try again."
ATTACKER, OWNER = "203.0.113.66", "198.51.100.7"


@pytest.fixture(autouse=True)
def noon(time_machine: TimeMachineFixture, alice: User) -> None:
    time_machine.move_to("2026-05-28T12:00Z", tick=False)


def sign_in(password: str, address: str = OWNER, client: Client | None = None) -> Any:
    typed = {"login": "alice", "password": password}
    return (client or Client()).post("/accounts/login/", typed, REMOTE_ADDR=address)


def guess(times: int, address: str = OWNER) -> list[bool]:
    """Try wrong passwords; say of each whether it was refused as one too many."""
    return [TOO_MANY in sign_in(f"guess {n}", address).content.decode() for n in range(times)]


def test_the_sixth_wrong_password_is_one_too_many() -> None:
    assert guess(20) == [False] * 5 + [True] * 15


def test_a_refusal_costs_the_machine_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    guess(19)
    monkeypatch.setattr(hashers, "verify_password", lambda *_: pytest.fail("the password was worked on"))
    monkeypatch.setattr(hashers, "make_password", lambda *_: pytest.fail("the password was worked on"))
    assert guess(1) == [True]


def test_the_owner_gets_in_after_five_minutes(time_machine: TimeMachineFixture) -> None:
    guess(20)
    assert TOO_MANY in sign_in("correct horse").content.decode()
    time_machine.shift(timedelta(minutes=5, seconds=1))
    assert sign_in("correct horse").status_code == 302


def test_a_restart_forgets_nothing(time_machine: TimeMachineFixture) -> None:
    guess(20)
    caches.close_all()
    caches["default"] = caches.create_connection("default")
    assert TOO_MANY in sign_in("correct horse").content.decode()
    time_machine.shift(timedelta(minutes=5, seconds=1))
    assert sign_in("correct horse").status_code == 302


def test_a_stranger_who_keeps_guessing_does_not_shut_the_owner_out() -> None:
    guess(20, ATTACKER)
    assert sign_in("correct horse", OWNER).status_code == 302


def test_signing_in_right_is_not_counted() -> None:
    assert {sign_in("correct horse").status_code for _ in range(12)} == {302}


def test_a_name_nobody_has_is_refused_in_the_same_words() -> None:
    unknown = {"login": "nobody", "password": "guess"}
    answers = [Client().post("/accounts/login/", unknown).content.decode() for _ in range(6)]
    assert "That user name and password do not belong together." in answers[0]
    assert TOO_MANY in answers[5]


def test_a_new_password_from_the_console_opens_the_door_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    guess(20)
    monkeypatch.setattr("diary.management.commands.new_password.asked_password", lambda _: "three new words")
    call_command("new_password", user="alice")
    assert sign_in("three new words").status_code == 302


def test_without_an_address_as_on_a_socket_one_signs_in_and_guessing_ends() -> None:
    assert sign_in("correct horse", address="").status_code == 302
    assert guess(6, address="") == [False] * 5 + [True]
