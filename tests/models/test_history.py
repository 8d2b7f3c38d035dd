"""A changed entry keeps what it was."""

import json
from datetime import datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diary.models import Episode, User
from diary.models.history import SETTLING, versions
from tests.factories import NOON, make_episode

LATER = NOON + timedelta(days=1)
SOON = NOON + timedelta(minutes=3)


def changed(episode: Episode, now: datetime = LATER, **facts: Any) -> list[Any]:
    episode.change(now, **facts)
    episode.refresh_from_db()
    return [change["was"] for change in episode.history]


def test_a_corrected_fact_leaves_what_was_said_before(alice: User) -> None:
    episode = make_episode(alice, strength=2)
    assert changed(episode, SOON, strength=3) == [{"strength": 2}]
    assert changed(episode, side="right", note="no, the other") == [
        {"strength": 2},
        {"side": "left", "note": ""},
    ]
    assert [change["at"] for change in episode.history] == [SOON.isoformat(), LATER.isoformat()]
    assert (episode.rev, episode.changed_at, episode.strength, episode.side) == (2, LATER, 3, "right")


def test_what_stays_as_it_was_is_no_change(alice: User) -> None:
    assert changed(make_episode(alice, strength=2), strength=2, note="") == []


@pytest.mark.parametrize(
    "answer",
    [
        {"strength": 3},
        {"site": "calf", "side": "left"},
        {"suspected_triggers": ["tired", "caffeine"]},
        {"relief": {"rest": 3, "water": None}},
        {"ended_at": NOON + timedelta(seconds=30), "length_precision": "about"},
        {"started_at": NOON - timedelta(seconds=30), "ended_at": NOON, "length_precision": "about"},
    ],
    ids=lambda answer: ",".join(answer),
)
def test_a_first_answer_soon_after_saving_belongs_to_writing_it_down(
    alice: User, answer: dict[str, Any]
) -> None:
    blank = {"site": "", "side": "", "suspected_triggers": ["tired"], "relief": {"rest": None}}
    said = {name: getattr(make_episode(alice, seconds=None, **blank), name) for name in answer}
    early, late = make_episode(alice, seconds=None, **blank), make_episode(alice, seconds=None, **blank)
    assert changed(early, NOON + SETTLING - timedelta(seconds=1), **answer) == []
    assert len(changed(late, NOON + SETTLING, **answer)) == 1
    assert late.history[0]["was"].keys() <= said.keys()


@pytest.mark.parametrize(
    "answer", [{"suspected_triggers": []}, {"relief": {"rest": 1}}, {"relief": {}}, {"strength": None}]
)
def test_an_answer_taken_back_is_a_change_at_once(alice: User, answer: dict[str, Any]) -> None:
    said = {"suspected_triggers": ["tired"], "relief": {"rest": 4}, "strength": 1}
    episode = make_episode(alice, **said)
    assert changed(episode, SOON, **answer) == [{name: said[name] for name in answer}]


def test_what_ran_all_day_is_answered_after_it_ended(alice: User) -> None:
    running = make_episode(alice, seconds=None, is_ongoing=True, site="", side="")
    assert changed(running, LATER, site="calf") == []
    ended = make_episode(alice, seconds=86_400)
    assert changed(ended, LATER + timedelta(minutes=1), strength=2) == []


def test_the_end_of_what_runs_is_no_change_but_another_end_is(alice: User) -> None:
    running = make_episode(alice, seconds=None, is_ongoing=True)
    end = {"ended_at": NOON + timedelta(hours=5), "is_ongoing": False, "length_precision": "about"}
    assert changed(running, LATER, **end) == []
    assert changed(running, LATER, ended_at=NOON + timedelta(hours=4)) == [
        {"ended_at": "2026-05-28T17:00:00+00:00"}
    ]


def test_stop_delete_and_their_undoing_are_no_changes(alice: User) -> None:
    episode = make_episode(alice, seconds=None, is_ongoing=True)
    episode.stop(SOON, SOON)
    episode.resume(SOON)
    episode.discard(LATER)
    episode.restore(LATER)
    assert episode.history == []


def test_every_version_comes_back_the_latest_first(alice: User) -> None:
    episode = make_episode(alice, NOON, 40, strength=2, relief={"rest": 1})
    episode.change(SOON, strength=3, relief={})
    episode.change(LATER, started_at=NOON - timedelta(days=1), ended_at=None, length_precision="unknown")
    kept = [
        (at, before.strength, before.relief, before.length_s, before.started_on)
        for at, before in versions(episode)
    ]
    assert kept == [
        (LATER, 3, {}, 40, NOON.date()),
        (SOON, 2, {"rest": 1}, 40, NOON.date()),
    ]


def test_a_history_survives_the_way_through_a_file(alice: User) -> None:
    episode = make_episode(alice)
    episode.change(LATER, started_at=NOON - timedelta(seconds=1, microseconds=5))
    episode.history = json.loads(json.dumps(episode.history))
    assert [before.started_at for _, before in versions(episode)] == [NOON]


@pytest.mark.parametrize(
    "junk",
    [
        {},
        {"at": "2026-05-28T12:00:00+00:00"},
        {"at": "2026-05-28T12:00:00", "was": {}},
        {"at": 5, "was": {}},
        {"at": "2026-05-28T12:00:00+00:00", "was": 5},
        *(
            {"at": "2026-05-28T12:00:00+00:00", "was": {name: said}}
            for name, said in [
                ("started_at", "yesterday"),
                ("started_at", None),
                ("started_at", "0001-01-01T00:00:00+14:00"),
                ("started_at", "2026-05-28T12:00:00"),
                ("ended_at", "1999-05-28T12:00:00+00:00"),
                ("strength", 11),
                ("strength", [3]),
                ("side", "port"),
                ("kind", None),
                ("suspected_triggers", 5),
                ("relief", ["rest"]),
                ("relief", {"rest": [4]}),
                ("length_low_s", "x"),
            ]
        ),
    ],
    ids=str,
)
def test_a_change_that_cannot_be_read_is_left_out(alice: User, junk: dict[str, Any]) -> None:
    episode = make_episode(alice, strength=2)
    episode.change(LATER, strength=3)
    episode.history = [junk, *episode.history, junk]
    assert [before.strength for _, before in versions(episode)] == [2]


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=9),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=9), inner, max_size=3),
    max_leaves=6,
)
names = st.sampled_from(["started_at", "ended_at", "relief", "site", "side", "length_low_s", "note", "kind"])


@given(
    st.lists(
        st.fixed_dictionaries({"at": json_values, "was": json_values | st.dictionaries(names, json_values)})
    )
)
def test_whatever_a_file_says_the_history_can_be_read(history: list[Any]) -> None:
    episode = Episode(started_at=NOON, zone="Europe/London", history=history)
    assert len(list(versions(episode))) <= len(history)
