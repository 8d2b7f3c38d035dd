"""A kept entry fact by fact: looked over, one of them changed, with what it said before."""

import re
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from time_machine import TimeMachineFixture

from diary.forms.episodes import FACTS
from diary.models import Episode, User
from diary.templatetags.facts import LABELS
from tests.factories import make_episode

NOW = datetime(2026, 5, 28, 13, 5, tzinfo=UTC)
BEGUN = datetime(2026, 5, 28, 8, 42, tzinfo=UTC)


@pytest.fixture(autouse=True)
def five_past_two(time_machine: TimeMachineFixture) -> None:
    time_machine.move_to(NOW, tick=False)


def page(client: Client, episode: Episode, **query: str) -> str:
    return client.get(reverse("episode", args=[episode.uuid]), query).text


def change(client: Client, episode: Episode, fact: str, back: str = "/diary/", **data: Any) -> Any:
    address = reverse("episode-fact", args=[episode.uuid, fact])
    return client.post(f"{address}?next={back}", data)


def rows(html: str) -> dict[str, str]:
    """Return the summary list as a person reads it: the fact and its words."""
    found = re.findall(r"<dt>(.*?)</dt>\s*<dd[^>]*>(.*?)</dd>", html.split("<details")[0], re.DOTALL)
    return dict(found)


def before(html: str) -> list[tuple[str, str]]:
    """Return what the page says about earlier versions."""
    _, _, changed = html.partition("<details")
    return re.findall(r"<dt>(.*?)</dt>\s*<dd[^>]*>(.*?)</dd>", changed, re.DOTALL)


def test_every_fact_has_its_words_and_what_is_blank_says_so(client_of_alice: Client, alice: User) -> None:
    episode = make_episode(alice, BEGUN, strength=3, relief={"rest": 4, "water": None}, note="a <b>\nc")
    assert rows(page(client_of_alice, episode)) == {
        "Start": "9:42am, Thursday 28 May",
        "Length": "40 s",
        "Place": "Left lower eyelid",
        "Strength": "Moderate",
        "Seen to move": "Not recorded",
        "What might have set it off": "Not recorded",
        "What helped": "Rest (helped a lot), water",
        "At the same time": "Not recorded",
        "Note": "a &lt;b&gt;<br>c",
        "Kind": "Twitch",
    }


@pytest.mark.parametrize(
    ("fields", "fact", "said"),
    [
        ({"seconds": None}, "Length", "Not recorded"),
        ({"seconds": None, "is_ongoing": True}, "Length", "Still going"),
        ({"length_precision": "about", "start_precision": "about"}, "Length", "About 40 s"),
        ({"start_precision": "about"}, "Start", "About 9:42am, Thursday 28 May"),
        (
            {"length_precision": "about", "length_low_s": 30, "length_high_s": 60, "seconds": 45},
            "Length",
            "About 45 s, 30 s to 1 min",
        ),
        (
            {"kind": "spell", "seconds": 7200, "length_precision": "about"},
            "Length",
            "About 2 h, until about 11:42am",
        ),
        (
            {"kind": "spell", "seconds": 86_400, "started_at": BEGUN - timedelta(days=3)},
            "Length",
            "1 day, until 9:42am, Tuesday 26 May",
        ),
        ({"seconds": None, "is_forgotten": True}, "Length", "Not recorded: you did not stop this timer"),
        (
            {"kind": "spell", "times_low": 2, "times_high": 5, "each_lasted": "seconds"},
            "How often",
            "2 to 5 times, a few seconds each",
        ),
        ({"kind": "spell", "is_constant": True}, "How often", "Nearly all the time"),
        ({"site": "", "side": ""}, "Place", "Not recorded"),
        (
            {"suspected_triggers": ["tired", "exercise"]},
            "What might have set it off",
            "Tired, after exercise",
        ),
        ({"signs": {"weakness": True, "fever": False}}, "At the same time", "Weakness"),
        ({"signs": {"fever": False}}, "At the same time", "Nothing of what was asked"),
        ({"zone": "Asia/Kathmandu"}, "Start", "2:27pm (Kathmandu time), Thursday 28 May"),
    ],
)
def test_a_fact_says_how_sure_it_is(
    client_of_alice: Client, alice: User, fields: dict[str, Any], fact: str, said: str
) -> None:
    episode = make_episode(alice, **{"started_at": BEGUN, **fields})
    assert rows(page(client_of_alice, episode))[fact] == said


def test_each_fact_has_a_link_that_says_which_and_leads_to_its_one_question(
    client_of_alice: Client, alice: User
) -> None:
    assert LABELS.keys() == FACTS.keys() | {"signs"}  # these are asked on a page of their own
    episode = make_episode(alice, BEGUN, kind="spell")
    html = page(client_of_alice, episode, next="/diary/")
    assert 'Change<span class="visually-hidden"> length, 9:42am, left lower eyelid</span>' in html
    links = re.findall(r'href="(/episodes/[^"]*/change/(?!signs)[^"]*)"', html)
    assert len(links) == len(FACTS)
    for link, boxes in zip(links, FACTS.values(), strict=True):
        asked = client_of_alice.get(link).text
        names = {*re.findall(r'<(?:input|textarea)[^>]* name="(\w+)"', asked)} - {
            "csrfmiddlewaretoken",
            "save",
            "next",  # of the button that hides the diary
        }
        assert {re.sub("^relief_.*", "relief", name) for name in names} == {*boxes}


def test_saving_returns_to_the_facts_and_from_there_to_where_one_was(
    client_of_alice: Client, alice: User
) -> None:
    episode = make_episode(alice, BEGUN)
    answer = change(
        client_of_alice, episode, "length", "/diary/%3Fkind=twitch", length="2 min", ending="ended"
    )
    episode.refresh_from_db()
    assert (episode.length_s, episode.length_precision, episode.started_at) == (120, "stated", BEGUN)
    assert answer.url == f"/episodes/{episode.uuid}/?next=%2Fdiary%2F%3Fkind%3Dtwitch"
    html = client_of_alice.get(answer.url).text
    assert html.count('href="/diary/?kind=twitch"') == 2  # Back, and Done
    assert "Saved" in html


def test_a_change_that_cannot_be_keeps_what_was_there_and_what_was_typed(
    client_of_alice: Client, alice: User
) -> None:
    episode = make_episode(alice)
    html = change(client_of_alice, episode, "length", length="12x", ending="ended").text
    assert "Write the length like 45s, 2 min or 1:30" in html
    assert 'value="12x"' in html
    assert "<title>Error: " in html
    episode.refresh_from_db()
    assert (episode.length_s, episode.history) == (40, [])


def test_two_windows_change_two_facts_and_lose_neither(client_of_alice: Client, alice: User) -> None:
    episode = make_episode(alice, BEGUN, strength=2)
    for fact in ("strength", "note"):  # both are open before either is sent
        client_of_alice.get(reverse("episode-fact", args=[episode.uuid, fact]))
    change(client_of_alice, episode, "strength", strength="4")
    change(client_of_alice, episode, "note", note="late", strength="1", place="calf:left")
    episode.refresh_from_db()
    assert (episode.strength, episode.note, str(episode.place)) == (4, "late", "left lower eyelid")


def test_a_changed_entry_says_when_and_what_it_said_before(client_of_alice: Client, alice: User) -> None:
    episode = make_episode(alice, BEGUN - timedelta(days=1), 90, length_precision="about", strength=2)
    assert "Changed" not in page(client_of_alice, episode)
    change(client_of_alice, episode, "length", length="45s", ending="ended")
    change(client_of_alice, episode, "strength", strength="")
    html = page(client_of_alice, episode)
    assert "<summary>Changed 28 May</summary>" in html
    assert before(html) == [("Strength", "Mild"), ("Length", "About 1 min 30 s")]


def test_the_change_is_dated_where_it_happened(client_of_alice: Client, alice: User) -> None:
    episode = make_episode(alice, BEGUN, zone="Pacific/Kiritimati", strength=2)
    change(client_of_alice, episode, "strength", strength="3")
    html = page(client_of_alice, episode)
    assert "<summary>Changed 29 May</summary>" in html
    assert "Until 3:05am (Kiritimati time), 29 May" in html


def test_what_was_left_blank_and_told_days_later_is_a_change(client_of_alice: Client, alice: User) -> None:
    episode = make_episode(alice, BEGUN - timedelta(days=2), site="", side="")
    change(client_of_alice, episode, "place", place="calf:left")
    assert before(page(client_of_alice, episode)) == [("Place", "Not recorded")]


def test_a_history_that_no_page_can_show_is_left_out(client_of_alice: Client, alice: User) -> None:
    was = {"started_at": BEGUN + timedelta(seconds=5), "ended_at": BEGUN + timedelta(seconds=45)}
    seconds = {"at": NOW.isoformat(), "was": {name: at.isoformat() for name, at in was.items()}}
    episode = make_episode(alice, BEGUN, history=[{"at": "x"}, seconds, {"was": 3}])
    assert "Changed" not in page(client_of_alice, episode)


@pytest.mark.parametrize("fact", ["mood", "spell"])
def test_a_fact_that_there_is_not_has_no_page(client_of_alice: Client, alice: User, fact: str) -> None:
    episode = make_episode(alice)
    assert client_of_alice.get(f"/episodes/{episode.uuid}/change/{fact}/").status_code == 404


def test_how_often_a_spell_came_is_a_question_of_its_own(client_of_alice: Client, alice: User) -> None:
    episode = make_episode(alice, kind="spell", times_low=7, times_high=7, is_constant=True)
    change(client_of_alice, episode, "note", note="in the sun")
    episode.refresh_from_db()
    assert (episode.times_low, episode.is_constant) == (7, True)
    change(client_of_alice, episode, "spell", times="6-20", each_lasted="minutes")
    episode.refresh_from_db()
    assert (episode.times_low, episode.times_high, episode.each_lasted) == (6, 20, "minutes")


def test_a_deleted_entry_can_be_read_and_put_back_but_not_changed(
    client_of_alice: Client, alice: User
) -> None:
    episode = make_episode(alice, deleted_at=NOW)
    html = page(client_of_alice, episode, next="/diary/")
    assert "This entry is deleted." in html
    assert "/change/" not in html
    assert "Delete this entry" not in html
    assert change(client_of_alice, episode, "note", note="x").url.startswith(f"/episodes/{episode.uuid}/")
    undo = reverse("episode-undo", args=[episode.uuid])
    client_of_alice.post(undo, {"step": "delete", "next": "/diary/"})
    assert [(kept.uuid, kept.note) for kept in Episode.objects.kept()] == [(episode.uuid, "")]


@pytest.mark.parametrize("path", ["", "place/", "change/note/"])
def test_what_was_deleted_over_30_days_ago_is_gone(client_of_alice: Client, alice: User, path: str) -> None:
    episode = make_episode(alice, BEGUN, deleted_at=NOW - timedelta(days=31))
    assert client_of_alice.get(f"/episodes/{episode.uuid}/{path}").status_code == 404


@pytest.mark.parametrize("path", ["", "change/length/"])
def test_the_page_asks_as_much_of_a_long_history_as_of_none(
    client_of_alice: Client, alice: User, path: str
) -> None:
    episode = make_episode(alice, BEGUN)
    address = f"/episodes/{episode.uuid}/{path}"
    with CaptureQueriesContext(connection) as few:
        client_of_alice.get(address)
    for n in range(20):
        make_episode(alice, BEGUN - timedelta(hours=n))
        episode.change(NOW, strength=n % 4 + 1)
    with CaptureQueriesContext(connection) as many:
        client_of_alice.get(address)
    assert len(many) == len(few) <= 8
