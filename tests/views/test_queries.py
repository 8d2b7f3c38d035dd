"""Pages ask the same number of questions whether the diary is thin or thick."""

from datetime import UTC, datetime, timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from time_machine import TimeMachineFixture

from diary.models import User
from tests.factories import (
    make_blood_test,
    make_condition,
    make_day,
    make_episode,
    make_medicine,
    make_question,
    make_shared_report,
    make_visit,
)

NOW = datetime(2026, 5, 28, 13, 5, tzinfo=UTC)
PAGES = [
    "/today/",
    "/log/",
    "/log/now/",
    "/log/earlier/",
    "/log/came-and-went/",
    "/log/tally/",
    "/checkin/",
    "/diary/",
    "/diary/?kind=twitch",
    "/diary/?mark=persists",
    "/diary/2026-05-27/",
    "/diary/calendar/",
    "/diary/deleted/",
    "/patterns/time/",
    "/patterns/time/?span=1y",
    "/patterns/time/?since=1+May&what=magnesium",
    "/patterns/triggers/",
    "/patterns/triggers/try/",
    "/patterns/triggers/try/new/stress/",
    "/patterns/places/",
    "/patterns/places/?span=1y",
    "/report/",
    "/report/change/days/",
    "/report/change/notes/",
    "/report/share/",
    "/report/links/",
    "/record/",
    "/record/medicines/new/",
    "/help/",
]
MOST = 15  # one of them on every page: has somebody forgotten to stop a timer?
MOST_ON_TODAY = 18  # everything at once: what runs, the card, the day, drinks, yesterday, what is tried out


@pytest.fixture(autouse=True)
def five_past_two(time_machine: TimeMachineFixture) -> None:
    time_machine.move_to(NOW, tick=False)


def fill(user: User, count: int, offset: int = 0) -> None:
    for n in range(offset, offset + count):
        site = ("eyelid_lower", "calf", "thumb")[n % 3]
        make_episode(user, NOW - timedelta(hours=7 * n + 1), [None, 40, 600][n % 3], site=site)
        if n % 10 == 0:
            for make in (make_medicine, make_blood_test, make_visit, make_condition, make_question):
                make(user)
            make_shared_report(user, token=f"token {n}", expires_at=NOW + timedelta(days=7))
        if n % 4 == 0:
            make_day(user, (NOW - timedelta(days=n)).date(), stress=n % 11)


def queries(client: Client, path: str) -> int:
    with CaptureQueriesContext(
        connection,
    ) as asked:
        assert client.get(path).status_code == 200
    return len(asked)


def test_a_page_asks_as_much_of_a_hundred_episodes_as_of_one(client_of_alice: Client, alice: User) -> None:
    fill(alice, 60)
    few = {path: queries(client_of_alice, path) for path in PAGES}
    fill(alice, 100, offset=60)
    assert {path: queries(client_of_alice, path) for path in PAGES} == few
    assert {path for path in PAGES if few[path] > MOST} <= {"/today/"}
    assert few["/today/"] <= MOST_ON_TODAY


def test_what_runs_costs_every_page_one_question(client_of_alice: Client, alice: User) -> None:
    before = queries(client_of_alice, "/log/")
    for n in range(3):
        make_episode(alice, NOW, None, is_ongoing=True, site="calf", side=("left", "right", "")[n])
    assert queries(client_of_alice, "/log/") == before
