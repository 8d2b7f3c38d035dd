"""The numbers of a chart as a file: one's own, of the days shown, and nothing to calculate."""

import csv
import io
from datetime import UTC, date, datetime, timedelta

import pytest
from django.test import Client
from time_machine import TimeMachineFixture

from diary.charts.chart import Numbers
from diary.models import User
from diary.views.chart_csv import csv_of
from tests.factories import make_day, make_episode

NOW = datetime(2026, 5, 28, 13, 5, tzinfo=UTC)
DAY = timedelta(days=1)
TIME = ("days", "counts", "lengths", "classes", "strength", "times", "weekdays", "conditions")


@pytest.fixture(autouse=True)
def five_past_two_in_london(time_machine: TimeMachineFixture) -> None:
    time_machine.move_to(NOW, tick=False)


@pytest.fixture
def alice(alice: User) -> User:
    for n in range(4):
        make_episode(alice, NOW - n * DAY, 40, strength=2)
    make_day(alice, (NOW - 5 * DAY).date(), twitching="none", stress=0)
    return alice


def rows(client: Client, path: str) -> list[dict[str, str]]:
    answer = client.get(path)
    assert answer["Content-Type"] == "text/csv; charset=utf-8"
    return list(csv.DictReader(io.StringIO(answer.content.decode("utf-8-sig"))))


@pytest.mark.parametrize("name", TIME)
def test_every_chart_over_time_has_its_numbers(client_of_alice: Client, alice: User, name: str) -> None:
    page = client_of_alice.get("/patterns/time/?span=2w").text
    assert f'href="{name}.csv?span=2w"' in page
    assert rows(client_of_alice, f"/patterns/time/{name}.csv?span=2w")


def test_a_blank_day_is_an_empty_cell_and_a_quiet_one_a_zero(client_of_alice: Client, alice: User) -> None:
    counts = {row["first"]: row["twitches"] for row in rows(client_of_alice, "/patterns/time/counts.csv")}
    assert (counts["2026-05-28"], counts["2026-05-24"], counts["2026-05-23"]) == ("1", "", "0")
    assert len(counts) == 28


def test_places_and_the_year_have_theirs(client_of_alice: Client, alice: User) -> None:
    where = {"site": "eyelid_lower", "side": "left", "days_with_twitching": "4", "days_filled_in": "5"}
    assert rows(client_of_alice, "/patterns/places/where.csv") == [where]
    assert len(rows(client_of_alice, "/patterns/places/spread.csv")) == 28
    year = rows(client_of_alice, "/diary/calendar/year.csv")
    assert year[0] == {"date": "2026-05-23", "state": "none"}


@pytest.mark.parametrize(
    "path", ["/patterns/time/nothing.csv", "/patterns/time/counts.csv?span=x", "/patterns/places/counts.csv"]
)
def test_what_is_not_there_is_not_found(client_of_alice: Client, alice: User, path: str) -> None:
    assert client_of_alice.get(path).status_code == 404


def test_nothing_of_somebody_else_is_in_the_file(client_of_bob: Client, alice: User) -> None:
    assert client_of_bob.get("/patterns/time/counts.csv").status_code == 404
    assert client_of_bob.get("/patterns/places/where.csv").status_code == 404
    states = {row["state"] for row in rows(client_of_bob, "/diary/calendar/year.csv")}
    assert states == {"blank"}


def test_nothing_in_a_file_can_become_a_formula() -> None:
    numbers = Numbers(("=cmd()", "b"), (("+1", 0.1), ("@x", None), (date(2026, 5, 1), 0)))
    assert csv_of(numbers).decode("utf-8-sig").splitlines() == [
        "'=cmd(),b",
        "'+1,0.1",
        "'@x,",
        "2026-05-01,0",
    ]
