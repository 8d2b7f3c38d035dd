"""What Today says about the entry just saved."""

import re
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from time_machine import TimeMachineFixture

from diary.models import Episode, User
from tests.factories import make_episode

NOW = datetime(2026, 5, 28, 13, 5, tzinfo=UTC)


@pytest.fixture(autouse=True)
def five_past_two(time_machine: TimeMachineFixture) -> None:
    time_machine.move_to(NOW, tick=False)


def panel(client: Client, episode: Episode) -> str:
    html = client.get("/today/", {"saved": str(episode.uuid)}).text
    return html[html.index('id="saved"') : html.index('class="card logging"')]


def answer(client: Client, episode: Episode, htmx: bool = True, **data: str) -> Any:
    headers = {"HX-Request": "true"} if htmx else {}
    return client.post(reverse("episode-answer", args=[episode.uuid]), data, headers=headers)


def asked(html: str) -> list[str]:
    """Return the questions in their order, those folded away in brackets."""
    found = re.findall(r'<p class="label">([^<]*?)\s*<|<p class="label">([^<]*)</p>|<summary>([^<]*)<', html)
    return [f"[{folded}]" if folded else (first or again) for first, again, folded in found]


FOLDED = ["[What might have set it off?]", "[What helped?]"]


@pytest.mark.parametrize(
    ("fields", "first"),
    [
        ({}, []),
        ({"site": "", "side": ""}, ["Where was it?"]),
        (
            {"seconds": None, "site": "", "side": "", "start_precision": "about"},
            ["Where was it?", "How long did it last?"],
        ),
        ({"seconds": 30, "length_precision": "about"}, ["How long did it last?"]),
        ({"seconds": 300, "length_precision": "about"}, []),
        ({"seconds": 30, "length_precision": "stated"}, []),
        ({"seconds": 7200, "length_precision": "about", "kind": "spell"}, []),
        ({"seconds": None, "kind": "spell"}, []),
    ],
)
def test_what_is_asked_and_in_which_order(
    client_of_alice: Client, alice: User, fields: dict[str, Any], first: list[str]
) -> None:
    html = panel(client_of_alice, make_episode(alice, NOW, **fields))
    assert asked(html) == [*first, "How strong was it?", "Could you see it move?", *FOLDED]


def test_a_spell_is_called_one(client_of_alice: Client, alice: User) -> None:
    assert 'aria-label="About this spell"' in panel(client_of_alice, make_episode(alice, kind="spell"))
    assert 'aria-label="About this twitch"' in panel(client_of_alice, make_episode(alice))


def test_what_was_answered_stands_open_and_the_rest_folded(client_of_alice: Client, alice: User) -> None:
    html = panel(client_of_alice, make_episode(alice, relief={"rest": 2, "water": None}))
    assert html.count('<details class="more">') == 1
    assert html.count('<details class="more" open>') == 1
    assert asked(html)[-2:] == ["Rest: how much did it help?", "Water: how much did it help?"]
    assert re.findall(r'value="([^"]*)" aria-pressed="true">([^<]*)<', html) == [
        ("rest", "Rest"),
        ("water", "Water"),
        ("rest:", "Somewhat"),
    ]


def test_a_place_just_chosen_stays_to_be_taken_back_and_moves_no_chip(
    client_of_alice: Client, alice: User
) -> None:
    for hours, site in enumerate(("thumb", "calf", "calf"), 1):
        make_episode(alice, NOW - timedelta(hours=hours), site=site)
    episode = make_episode(alice, NOW, site="", side="")
    chips = re.findall(r'id="place-([^"]*)"', panel(client_of_alice, episode))
    html = answer(client_of_alice, episode, place="calf:left").text
    assert re.findall(r'id="place-([^"]*)"', html) == chips == ["thumb:left", "calf:left"]
    assert 'name="place" value="" aria-pressed="true">Left calf' in html
    assert "Where was it?" not in panel(client_of_alice, episode)  # on the next page it is settled


def test_a_medicine_comes_with_one_line_of_care(client_of_alice: Client, alice: User) -> None:
    line = "Do not stop a prescribed medicine without asking your doctor."
    episode = make_episode(alice)
    assert line in answer(client_of_alice, episode, trigger="medicine").text
    assert line not in answer(client_of_alice, episode, no_trigger="medicine").text


def test_without_a_script_an_answer_leads_back_to_the_questions(client_of_alice: Client, alice: User) -> None:
    episode = make_episode(alice)
    back = answer(client_of_alice, episode, htmx=False, trigger="cold").url
    assert back == f"/today/?saved={episode.uuid}#asked"
    assert 'aria-pressed="true">Cold' in panel(client_of_alice, episode)


def test_an_answer_about_what_another_window_deleted_shows_the_way_back(
    client_of_alice: Client, alice: User
) -> None:
    episode = make_episode(alice, deleted_at=NOW)
    brought = answer(client_of_alice, episode, strength="2")
    assert "Put it back" in brought.text
    assert (brought["HX-Retarget"], brought["HX-Reselect"]) == ("#saved", "#saved")
    episode.deleted_at = NOW - timedelta(days=31)
    episode.save()
    assert answer(client_of_alice, episode, strength="3").status_code == 404


def test_an_answer_asks_as_much_of_a_thick_diary_as_of_a_thin_one(
    client_of_alice: Client, alice: User
) -> None:
    episode = make_episode(alice, NOW, site="", side="")
    make_episode(alice, NOW - timedelta(days=2))
    with CaptureQueriesContext(connection) as few:
        answer(client_of_alice, episode, place="calf:right")
    for n in range(60):
        make_episode(alice, NOW - timedelta(hours=n), site=("thumb", "calf", "eyelid_upper")[n % 3])
    with CaptureQueriesContext(connection) as many:
        answer(client_of_alice, episode, place="calf:left")
    assert len(many) == len(few) <= 12
