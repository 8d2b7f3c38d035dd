"""Whoever makes the first account from another machine shows the code that the console printed."""

import re
from datetime import timedelta

import pytest
from django.test import Client
from time_machine import TimeMachineFixture

from diary.models import User
from tests.views.test_accounts import NEWCOMER

HERE = {"SERVER_NAME": "localhost"}
ELSEWHERE = [
    {"SERVER_NAME": "localhost", "REMOTE_ADDR": "192.168.1.7"},
    {"SERVER_NAME": "testserver"},  # a name of its own
    {"SERVER_NAME": "localhost", "HTTP_X_FORWARDED_FOR": "203.0.113.7"},  # a proxy in between
    {"SERVER_NAME": "localhost", "HTTP_X_REAL_IP": "127.0.0.1"},
]

pytestmark = pytest.mark.django_db


def printed_code(capsys: pytest.CaptureFixture[str]) -> list[str]:
    return re.findall(r"the set-up code is (\S+)\.", capsys.readouterr().out)


def visit(**environment: str) -> Client:
    client = Client(**environment)  # type: ignore[arg-type]
    client.get("/accounts/signup/")
    return client


def test_at_this_machine_no_code_is_asked_for(capsys: pytest.CaptureFixture[str]) -> None:
    visit(**HERE).post("/accounts/signup/", NEWCOMER)
    assert (User.objects.get().username, printed_code(capsys)) == ("ann", [])


@pytest.mark.parametrize("environment", ELSEWHERE, ids=str)
def test_from_elsewhere_the_code_on_the_console_opens_the_door(
    environment: dict[str, str], capsys: pytest.CaptureFixture[str]
) -> None:
    client = visit(**environment)
    [code] = printed_code(capsys)
    for wrong in ("", "AAAA-AAAA", code[:-1]):
        assert "set-up code" in client.post("/accounts/signup/", NEWCOMER | {"code": wrong}).content.decode()
    assert not User.objects.exists()
    client.post("/accounts/signup/", NEWCOMER | {"code": f" {code.lower().replace('-', ' ')}"})
    assert User.objects.get().username == "ann"


def test_where_the_diary_has_a_public_address_everybody_is_elsewhere(settings: object) -> None:
    settings.SITE_URL = "https://diary.example"  # type: ignore[attr-defined]
    visit(**HERE).post("/accounts/signup/", NEWCOMER)
    assert not User.objects.exists()


def test_the_code_is_printed_once_and_a_new_one_an_hour_later(
    capsys: pytest.CaptureFixture[str], time_machine: TimeMachineFixture
) -> None:
    time_machine.move_to("2026-05-28T12:00Z", tick=False)
    visit()
    visit()
    [first] = printed_code(capsys)
    time_machine.shift(timedelta(minutes=61))
    visit().post("/accounts/signup/", NEWCOMER | {"code": first})
    assert len(printed_code(capsys)) == 1
    assert not User.objects.exists()


def test_a_code_that_was_used_is_of_no_more_use(capsys: pytest.CaptureFixture[str]) -> None:
    client = visit()
    [code] = printed_code(capsys)
    client.post("/accounts/signup/", NEWCOMER | {"code": code})
    User.objects.get().delete()
    visit().post("/accounts/signup/", NEWCOMER | {"code": code})
    assert not User.objects.exists()


def test_where_sign_up_is_open_nobody_is_asked_for_a_code(settings: object) -> None:
    settings.SIGN_UP_IS_OPEN = True  # type: ignore[attr-defined]
    visit().post("/accounts/signup/", NEWCOMER)
    assert User.objects.get().username == "ann"
