"""One answer at a time, as a chip sends it."""

from datetime import timedelta
from typing import Any

import pytest
from django.http import QueryDict

from diary.forms.panel import AnswerForm
from diary.models import Episode, User
from tests.factories import NOON, make_episode

NOW = NOON + timedelta(minutes=5)


def answered(episode: Episode, *sent: str) -> Episode:
    for each in sent:
        form = AnswerForm(QueryDict(each))
        assert form.is_valid(), form.errors
        form.save(episode, NOW)
    return Episode.objects.for_user(episode.user).get()


def test_several_triggers_are_put_in_and_taken_out_one_by_one(alice: User) -> None:
    episode = make_episode(alice)
    assert answered(episode, "trigger=screen", "trigger=tired").suspected_triggers == ["tired", "screen"]
    assert answered(episode, "no_trigger=tired").suspected_triggers == ["screen"]


@pytest.mark.parametrize(
    ("again", "name", "kept"),
    [
        ("trigger=tired", "suspected_triggers", ["tired"]),
        ("no_trigger=tired", "suspected_triggers", []),
        ("tried=rest", "relief", {"rest": None}),
        ("not_tried=rest", "relief", {}),
        ("strength=3", "strength", 3),
    ],
)
def test_a_button_pressed_twice_says_the_same_twice(alice: User, again: str, name: str, kept: Any) -> None:
    assert getattr(answered(make_episode(alice), again, again), name) == kept


def test_how_much_it_helped_is_asked_of_each_thing_tried(alice: User) -> None:
    episode = make_episode(alice)
    said = answered(episode, "tried=water", "tried=rest", "helped=rest:4", "helped=water:0", "helped=water:")
    assert said.relief == {"rest": 4, "water": None}
    assert answered(episode, "not_tried=rest", "tried=rest").relief == {"rest": None, "water": None}


def test_how_much_something_helped_that_was_not_tried_says_nothing(alice: User) -> None:
    assert answered(make_episode(alice), "helped=rest:4").relief == {}


@pytest.mark.parametrize(
    "sent",
    ["trigger=moon", "no_trigger=moon", "tried=moon", "not_tried=x", "helped=moon:1", "helped=rest:5",
     "helped=rest:x", "strength=5", "seen=maybe", "length_s=7", "place=elbow:upper"],
)  # fmt: skip
def test_an_answer_nobody_offered_is_refused(sent: str) -> None:
    assert not AnswerForm(QueryDict(sent)).is_valid()


def test_an_answer_of_one_question_leaves_the_others_alone(alice: User) -> None:
    episode = make_episode(alice, suspected_triggers=["cold"], relief={"rest": 1}, seen="yes", note="n")
    said = answered(episode, "strength=2")
    assert (said.suspected_triggers, said.relief, said.seen, said.note) == (["cold"], {"rest": 1}, "yes", "n")


def test_first_answers_are_no_change_and_one_taken_back_is(alice: User) -> None:
    episode = make_episode(alice, seconds=None, site="", side="", made_at=NOON)
    first = ["place=calf:left", "length_s=30", "strength=2", "trigger=tired", "tried=rest", "helped=rest:2"]
    assert answered(episode, *first).history == []
    assert [change["was"] for change in answered(episode, "strength=", "no_trigger=tired").history] == [
        {"strength": 2},
        {"suspected_triggers": ["tired"]},
    ]


def test_the_length_of_a_spell_is_not_said_by_a_chip(alice: User) -> None:
    spell = make_episode(alice, seconds=7200, kind="spell", length_precision="about")
    assert answered(spell, "length_s=30").length_s == 7200


def test_the_start_that_was_tapped_stays_when_a_length_is_said_of_a_timer_nobody_stopped(alice: User) -> None:
    timer = make_episode(alice, seconds=None, is_forgotten=True)
    said = answered(timer, "length_s=30")
    assert (said.started_at, said.ended_at) == (NOON, NOON + timedelta(seconds=30))
