"""Where it twitched on the days asked for: on the figure, over time, and as a table."""

from datetime import UTC, datetime, timedelta
from typing import Any
from xml.etree import ElementTree

import pytest
from django.test import Client
from time_machine import TimeMachineFixture

from diary.models import User
from tests.factories import make_day, make_episode

NOW = datetime(2026, 5, 28, 13, 5, tzinfo=UTC)
DAY = timedelta(days=1)


@pytest.fixture(autouse=True)
def five_past_two_in_london(time_machine: TimeMachineFixture) -> None:
    time_machine.move_to(NOW, tick=False)


def fill(user: User) -> None:
    """26 days filled in: the calf twitches on 4, the lower back and the eyelid on 4 each."""
    for n in range(26):
        make_day(user, (NOW - n * DAY).date(), twitching="yes" if n < 4 else "none")
    for n in range(4):
        for site, side in (("thigh_front", "left"), ("calf", "left"), ("eyelid_lower", "left")):
            make_episode(user, NOW - n * DAY, site=site, side=side)


def shades(answer: Any) -> set[str]:
    """Return the shades of the regions of the figure, the key left out."""
    root = ElementTree.fromstring(answer.context["figures"][0].chart.wide)
    drawn = [mark for group in root.iter() if group.get("clip-path") for mark in group]
    return {mark.get("class", "").split()[0] for mark in drawn} - {"fill-seq-0"}


def test_four_of_26_have_one_tone_on_front_and_back_and_the_head_shows_the_face(
    client_of_alice: Client, alice: User
) -> None:
    fill(alice)
    answer = client_of_alice.get("/patterns/places/")
    assert shades(answer) == {"fill-seq-2"}
    assert answer.context["table"].rows[0][1] == "4 of 26"


def test_the_table_has_every_place_with_days_entries_and_dates(client_of_alice: Client, alice: User) -> None:
    make_episode(alice, NOW - DAY, site="cheek", side="right")
    make_episode(alice, NOW, site="cheek", side="right")
    make_episode(alice, NOW, site="", side="")
    assert client_of_alice.get("/patterns/places/").context["table"].rows == (
        ("Right cheek", "2 of 2", "2", "27 May", "28 May"),
        ("Place not recorded", "1 of 2", "1", "28 May", "28 May"),
    )


def test_the_strip_begins_with_the_place_that_began(client_of_alice: Client, alice: User) -> None:
    make_episode(alice, NOW, site="cheek", side="right")
    make_episode(alice, NOW - 20 * DAY, site="calf", side="left")
    spread = client_of_alice.get("/patterns/places/").context["figures"][1]
    assert [row[0] for row in spread.chart.table.rows] == ["left calf", "right cheek"]
    assert "the last to begin was right cheek, on 28 May" in spread.finding


def test_without_a_place_there_is_nothing_to_draw(client_of_alice: Client, alice: User) -> None:
    make_episode(alice, NOW, site="", side="")
    answer = client_of_alice.get("/patterns/places/")
    assert "None is recorded in these 28 days" in answer.text
    assert "figures" not in answer.context


def test_nothing_of_somebody_else_is_shown(client_of_bob: Client, alice: User) -> None:
    fill(alice)
    assert "None is recorded" in client_of_bob.get("/patterns/places/").text


@pytest.mark.parametrize("query", ["from=x", "span=decade", "from=10+May&to=1+May"])
def test_days_that_cannot_be_get_a_sentence(client_of_alice: Client, alice: User, query: str) -> None:
    fill(alice)
    answer = client_of_alice.get(f"/patterns/places/?{query}")
    assert (answer.status_code, "figures" in answer.context) == (200, False)


def test_the_days_go_along_to_the_other_pages(client_of_alice: Client) -> None:
    assert 'href="/patterns/time/?span=3m"' in client_of_alice.get("/patterns/places/?span=3m").text
