"""The log never holds what somebody wrote or looked for, whichever form they sent and whatever breaks."""

import logging
from collections.abc import Iterator
from io import StringIO
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from config.log import WithoutWords
from diary.models import Episode, SharedReport, User
from tests.conftest import client_of
from tests.test_isolation import OWN, PUBLIC, RECORD, SECRET, every, knock
from tests.test_isolation import bob as bob_with_data

bob = bob_with_data

WORDS = "afraid-it-is-back"
FIELDS = (
    "note", "name",
    "what", "who", "words", "dose", "unit", "value", "place_words", "own_question", "first_name",
    "username", "login", "password", "password1", "password2", "oldpassword", "code", "credential", "find",
    "length", "start_time", "start_date", "stress", "sleep_hours", "water_ml", "relative",
    "next", "site", "at",
)  # fmt: skip


@pytest.fixture
def log() -> Iterator[StringIO]:
    """Everything that any logger says from INFO on, formatted as in life."""
    written = StringIO()
    handler = logging.StreamHandler(written)
    handler.setFormatter(WithoutWords("{asctime} {levelname} {name}: {message}", style="{"))
    root, before = logging.getLogger(), logging.getLogger().level
    root.addHandler(handler)
    root.setLevel(logging.INFO)
    yield written
    root.removeHandler(handler)
    root.setLevel(before)


def assert_silent(log: StringIO, capsys: pytest.CaptureFixture[str]) -> None:
    printed = capsys.readouterr()
    for said in (log.getvalue(), printed.out, printed.err):
        assert WORDS not in said
        assert SECRET not in said


def test_no_form_gets_into_the_log(bob: User, log: StringIO, capsys: pytest.CaptureFixture[str]) -> None:
    for *door, address in every(OWN | PUBLIC | RECORD, bob):
        if door[0] not in RECORD:
            bob.authenticator_set.all().delete()  # made up; no page could ask a browser for that key
        for end in ("", "\x00")[: 2 if door[1] == "post" else 1]:
            knock(None if door[0] in PUBLIC else bob, door[1], address, dict.fromkeys(FIELDS, WORDS + end))
    assert_silent(log, capsys)


def test_what_breaks_is_logged_by_its_place_and_kind_alone(
    bob: User, log: StringIO, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def breaks(*_: Any, **__: Any) -> None:
        try:
            raise ValueError(f"Failing row contains ({WORDS})")
        except ValueError as problem:
            raise RuntimeError(WORDS) from problem

    monkeypatch.setattr(Episode, "discard", breaks)
    client = client_of(bob)
    client.raise_request_exception = False
    episode = Episode.objects.for_user(bob).get(note=SECRET)
    address = reverse("episode-delete", kwargs={"uuid": episode.uuid})
    assert client.post(f"{address}?find={WORDS}", {"note": WORDS}).status_code == 500
    assert "RuntimeError" in log.getvalue()
    assert_silent(log, capsys)


@pytest.mark.parametrize("end", ["", "/", "/diary-report.pdf", "/further/"])
def test_no_link_and_no_pin_gets_into_the_log(
    bob: User, log: StringIO, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, end: str
) -> None:
    def breaks(*_: Any) -> None:
        raise ValueError(WORDS)

    client = Client(enforce_csrf_checks=True, raise_request_exception=False)
    client.get(f"/shared/{WORDS}{end}")
    client.post(f"/shared/{WORDS}{end}", {"code": WORDS})
    monkeypatch.setattr(SharedReport.objects, "with_token", breaks)
    client.get(f"/shared/{WORDS}{end}")
    assert not end or "/shared/…" in log.getvalue()  # without the slash it is sent on, which nothing logs
    assert_silent(log, capsys)


def test_a_wrong_host_is_logged_and_nothing_else_of_the_request(
    bob: User, log: StringIO, capsys: pytest.CaptureFixture[str]
) -> None:
    client_of(bob).get("/diary/", {"find": WORDS}, headers={"host": "elsewhere.example"})
    assert "elsewhere.example" in log.getvalue()
    assert_silent(log, capsys)
