"""The load is what it says: so many answers, so many twitches kept."""

import time
from typing import Any
from urllib.parse import urlsplit

import pytest
from django.conf import settings
from django.test import Client

from diary.benchmark.load import Visitor, line
from diary.models import Episode, User


@pytest.fixture
def visitor(live_server: Any, client_of_alice: Client) -> Visitor:
    cookie = client_of_alice.cookies[settings.SESSION_COOKIE_NAME].value
    return Visitor(urlsplit(live_server.url).port, cookie)


def test_every_write_that_was_answered_is_kept(visitor: Visitor, alice: User) -> None:
    waits = visitor.write(3)
    assert len(waits) == Episode.objects.for_user(alice).count() == 3
    assert min(waits) > 0


def test_a_page_is_asked_for_until_the_time_is_over(visitor: Visitor) -> None:
    started = time.perf_counter()
    waits = visitor.seconds(time.monotonic() + 0.2, "/today/")
    assert 0 < sum(waits) <= time.perf_counter() - started


def test_what_is_not_answered_well_is_no_measurement(visitor: Visitor) -> None:
    with pytest.raises(RuntimeError, match="/nowhere/ answered 404"):
        visitor.seconds(time.monotonic() + 0.2, "/nowhere/")


def test_a_line_gives_answers_a_second_and_two_waits() -> None:
    assert line("Today", [0.1] * 19 + [0.3], 2.0).split() == ["Today", "10.0", "100.0", "290.0"]
