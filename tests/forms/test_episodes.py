from datetime import UTC, datetime, timedelta
from typing import Any, cast

import pytest
from crispy_forms.utils import render_crispy_form
from django.http import QueryDict

from diary.forms.episodes import FACTS, EpisodeForm, sent
from diary.models import Episode, User
from diary.vocabulary.sites import Place
from tests.factories import make_episode, make_user

START = datetime(2026, 5, 28, 13, 5, 37, 250_000, tzinfo=UTC)  # 2:05:37pm in London
NOW = datetime(2026, 5, 28, 20, 0, tzinfo=UTC)


@pytest.fixture
def episode(alice: User) -> Episode:
    return make_episode(alice, START, 40.5, strength=2, note="at the desk", relief={"rest": 1, "water": None})


def changed(episode: Episode, fact: str = "", **typed: str | list[str]) -> EpisodeForm:
    """Send the page of one fact as a browser would: every box it shows, with these changed."""
    fact = fact or next(fact for fact, boxes in FACTS.items() if {*boxes} & typed.keys())
    page = EpisodeForm(fact=fact, instance=episode, user=episode.user, now=NOW)
    data = QueryDict(mutable=True)
    for name in FACTS[fact]:
        for box, said in sent(name, typed.get(name, page[name].value())).lists():
            data.setlist(box, said)
    for box in typed.keys() - {*FACTS[fact]}:
        data[box] = cast("str", typed[box])
    return EpisodeForm(data, fact=fact, instance=episode, user=episode.user, now=NOW)


def saved(episode: Episode, fact: str = "", **typed: str | list[str]) -> Episode:
    form = changed(episode, fact, **typed)
    assert form.is_valid(), form.errors
    form.save()
    return Episode.objects.for_user(episode.user).get()


def facts(episode: Episode) -> dict[str, Any]:
    told_anew = {"changed_at", "going_at"}  # "Still going" is as true as it is new
    names = [field.name for field in Episode._meta.fields if field.name not in told_anew]
    return {name: getattr(episode, name) for name in names}


@pytest.mark.parametrize("fact", FACTS)
@pytest.mark.parametrize(
    "fields",
    [
        {},
        {"start_precision": "about", "length_precision": "about"},
        {"length_precision": "about", "length_low_s": 30, "length_high_s": 60, "seconds": 45},
        {"seconds": None},
        {"seconds": None, "is_ongoing": True},
        {"kind": "spell", "seconds": 9 * 86_400},
        {"site": "", "side": ""},
        {"site": "calf", "side": ""},
        {"site": "widespread", "side": ""},
        {"site": "other", "side": "", "place_words": "behind the ear"},
        {"kind": "spell", "times_low": 7, "times_high": 7, "each_lasted": "minutes"},
        {"kind": "spell", "is_constant": True},
        {"seconds": None, "is_forgotten": True},
        {"suspected_triggers": ["tired"], "relief": {"rest": 0, "water": 4}},
        {"seconds": 0},
        {"zone": "Asia/Kathmandu"},
    ],
)
def test_a_page_sent_back_unchanged_changes_nothing(alice: User, fields: dict[str, Any], fact: str) -> None:
    make_episode(alice, **{"started_at": START - timedelta(days=10), **fields})
    kept = Episode.objects.for_user(alice).get()
    before = facts(kept)
    assert facts(saved(kept, fact)) == before
    assert Episode.objects.for_user(alice).get().changed_at == NOW


def test_a_new_start_moves_a_twitch_with_its_length(episode: Episode) -> None:
    moved = saved(episode, start_time="about 1pm")
    assert (moved.started_at, moved.start_precision) == (datetime(2026, 5, 28, 12, 0, tzinfo=UTC), "about")
    assert (moved.duration, moved.length_precision) == (timedelta(seconds=40.5), "timed")


def test_a_new_day_keeps_the_time(episode: Episode) -> None:
    assert saved(episode, start_date="27 May").started_at == datetime(2026, 5, 27, 13, 5, tzinfo=UTC)


def test_a_new_start_of_a_spell_keeps_its_end(alice: User) -> None:
    spell = make_episode(alice, START, 3600, kind="spell")
    moved = saved(spell, start_time="1pm")
    assert moved.ended_at == START + timedelta(hours=1)
    assert moved.started_at == datetime(2026, 5, 28, 12, 0, tzinfo=UTC)


def test_a_typed_length_goes_before_the_choice(episode: Episode) -> None:
    again = saved(episode, length="1 to 2 min", ending="going")
    kept = (again.length_s, again.length_precision, again.length_low_s, again.length_high_s, again.is_ongoing)
    assert kept == (90, "about", 60, 120, False)
    again = saved(again, length="45s")
    assert (again.length_s, again.length_precision, again.length_low_s) == (45, "stated", None)


def test_a_typed_end_goes_before_the_choice(alice: User) -> None:
    running = make_episode(alice, START, None, is_ongoing=True)
    ended = saved(running, end_time="3pm")
    assert (ended.ended_at, ended.is_ongoing) == (datetime(2026, 5, 28, 14, 0, tzinfo=UTC), False)
    assert ended.length_precision == "stated"


def test_an_end_can_lie_on_a_later_day(alice: User) -> None:
    long = make_episode(alice, START - timedelta(days=20), None, is_ongoing=True)
    ended = saved(long, end_date="27 May", end_time="about 9am")
    assert ended.ended_at == datetime(2026, 5, 27, 8, 0, tzinfo=UTC)
    assert ended.length_precision == "about"


@pytest.mark.parametrize(("ending", "is_ongoing"), [("going", True), ("", False)])
def test_an_end_can_be_taken_back(episode: Episode, ending: str, is_ongoing: bool) -> None:
    again = saved(episode, ending=ending)
    assert (again.ended_at, again.is_ongoing, again.length_precision) == (None, is_ongoing, "unknown")


@pytest.mark.parametrize(
    ("typed", "name", "nothing"),
    [
        ({"strength": ""}, "strength", None),
        ({"note": ""}, "note", ""),
        ({"place": ""}, "place", Place("")),
        ({"suspected_triggers": []}, "suspected_triggers", []),
    ],
)
def test_an_answer_can_be_taken_back(
    episode: Episode, typed: dict[str, str], name: str, nothing: object
) -> None:
    assert getattr(saved(episode, **typed), name) == nothing


def test_each_thing_tried_says_how_much_it_helped(episode: Episode) -> None:
    again = saved(episode, relief=["water", "sleep", "rest"], relief_sleep="4", relief_rest="0")
    assert again.relief == {"rest": 0, "water": None, "sleep": 4}
    assert saved(again, relief=["rest"], relief_rest="", relief_sleep="4").relief == {"rest": None}
    assert saved(again, relief=[]).relief == {}


def test_kind_and_place_can_be_changed(episode: Episode) -> None:
    assert saved(episode, kind="spell").kind == "spell"
    assert saved(episode, place="calf:right").place == Place("calf", "right")
    assert saved(episode, place="other", place_words="behind the ear").where.endswith("behind the ear")


@pytest.mark.parametrize(
    ("typed", "name", "sentence"),
    [
        ({"start_time": ""}, "start_time", "Enter when it started"),
        ({"start_date": ""}, "start_date", "Enter the day it started"),
        ({"start_time": "11pm"}, "start_time", "The time it started must be in the past"),
        ({"start_date": "29/5/2026"}, "start_date", "The time it started must be in the past"),
        ({"start_time": "2:75pm"}, "start_time", "Write the time like 2:15pm, 14:15 or 40 min ago"),
        ({"end_time": "2pm"}, "end_time", "The end must be after 2:05pm, when it started"),
        (
            {"end_time": "2:05pm", "end_date": "27 May"},
            "end_time",
            "The end must be after 2:05pm, when it started",
        ),
        ({"end_time": "11pm"}, "end_time", "The time it ended must be in the past"),
        ({"end_date": "29/5/2026"}, "end_date", "The time it ended must be in the past"),
        ({"end_time": "7:30"}, "end_time", "Choose am or pm for 7:30"),
        ({"length": "45"}, "length", "Choose seconds or minutes for 45"),
        ({"length": "12 h"}, "length", "The length must end before now. It started at 2:05pm"),
        (
            {"length": ""},
            "length",
            "Enter how long it lasted or when it ended, or choose Length not recorded",
        ),
        ({"ending": "never"}, "ending", "Choose one of the answers"),
        ({"kind": "storm"}, "kind", "Choose a twitch, or came and went"),
        ({"kind": ""}, "kind", "Choose a twitch, or came and went"),
        ({"place": "calf:middle"}, "place", "That place is not on the list. Choose another one"),
        ({"strength": "11"}, "strength", "Strength must be between 1 (faint) and 4 (strong)"),
        ({"note": "x" * 10_000}, "note", "The note can have 5,000 characters at most. This one has 10,000"),
    ],
)
def test_bad_input_gets_its_sentence_and_nothing_typed_is_lost(
    episode: Episode, typed: dict[str, str], name: str, sentence: str
) -> None:
    form = changed(episode, **typed)
    assert form.errors == {name: [sentence]}
    assert {field: form[field].value() for field in typed} == typed
    assert sentence in render_crispy_form(form)


def test_a_spell_cannot_be_moved_past_its_end(alice: User) -> None:
    spell = make_episode(alice, START, 60, kind="spell")
    assert changed(spell, start_time="4pm").errors == {
        "start_time": ["The end must be after 4pm, when it started"]
    }


def test_the_sentence_follows_the_clock_of_the_person(db: None) -> None:
    episode = make_episode(make_user("carol", clock="24"), START, 40)
    assert changed(episode, end_time="14:00").errors == {
        "end_time": ["The end must be after 14:05, when it started"]
    }


def test_times_are_those_of_the_place_where_it_happened(alice: User) -> None:
    episode = make_episode(alice, START, 40, zone="Asia/Kathmandu")
    form = EpisodeForm(fact="when", instance=episode, user=alice, now=NOW)
    assert form["start_time"].value() == "6:50pm"
    assert form["start_time"].help_text == "In Kathmandu time"
    assert saved(episode, start_time="6pm").started_at == datetime(2026, 5, 28, 12, 15, tzinfo=UTC)


def test_the_second_of_two_equal_local_times_stays_the_second(alice: User) -> None:
    second = make_episode(
        alice, datetime(2025, 10, 26, 1, 30, tzinfo=UTC), 40
    )  # 1:30am, after the clocks went back
    assert saved(second, strength="1").started_at == datetime(2025, 10, 26, 1, 30, tzinfo=UTC)


def test_constraints_on_what_the_form_does_not_show_are_checked(episode: Episode) -> None:
    episode.length_high_s = 30  # without the other end of the range
    form = changed(episode, "note")
    assert form.errors == {"__all__": ["The shorter length comes first"]}
