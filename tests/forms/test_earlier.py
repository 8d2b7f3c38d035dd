from datetime import UTC, datetime, timedelta
from uuid import UUID

import pytest
from crispy_forms.utils import render_crispy_form
from django.http import QueryDict

from diary.forms.earlier import EarlierForm
from diary.models import Episode, User
from diary.vocabulary.sites import Place
from tests.factories import make_episode

NOW = datetime(2026, 5, 28, 13, 30, tzinfo=UTC)  # 2:30pm in London
UUID_OF_PAGE = "0b8f3d0e-6f4d-4c0c-9f52-0a1b2c3d4e5f"
SEVERAL = {"place", "other_place", "suspected_triggers"}


def form_of(user: User, typed: str | dict[str, str] = "", **more: str) -> EarlierForm:
    data = QueryDict(typed if isinstance(typed, str) else "", mutable=True)
    data.update({"uuid": UUID_OF_PAGE} | (typed if isinstance(typed, dict) else {}) | more)
    return EarlierForm(data, user=user, now=NOW)


def saved(user: User, **typed: str) -> Episode:
    form = form_of(user, **typed)
    assert form.is_valid(), form.errors
    form.save()
    return Episode.objects.for_user(user).get()


def test_five_taps_make_a_whole_record(alice: User) -> None:
    episode = saved(alice, start="20", lasted="30", other_place="eyelid_lower:left")
    assert (episode.started_at, episode.start_precision) == (NOW - timedelta(minutes=20), "about")
    assert (episode.duration, episode.length_precision) == (timedelta(seconds=30), "about")
    assert episode.place == Place("eyelid_lower", "left")
    assert (episode.zone, episode.made_at, episode.changed_at) == ("Europe/London", NOW, NOW)
    assert episode.uuid == UUID(UUID_OF_PAGE)


def test_what_to_put_right_is_listed_in_the_order_of_the_questions(alice: User) -> None:
    form = form_of(alice, other_place="moon", length="soon", start_time="25:99", strength="9")
    assert list(form.errors) == ["start_time", "length", "other_place", "strength"]


def test_typed_answers_are_kept_as_typed(alice: User) -> None:
    episode = saved(alice, start_time="2:15pm", length="1:30")
    assert (episode.started_at, episode.start_precision) == (
        datetime(2026, 5, 28, 13, 15, tzinfo=UTC),
        "exact",
    )
    assert (episode.length_s, episode.length_precision) == (90, "stated")
    assert episode.place == Place("")


def test_a_typed_range_keeps_its_ends(alice: User) -> None:
    episode = saved(alice, start_time="midday", length="1 to 2 min")
    kept = (episode.length_s, episode.length_precision, episode.length_low_s, episode.length_high_s)
    assert kept == (90, "about", 60, 120)


def test_a_start_alone_is_enough(alice: User) -> None:
    episode = saved(alice, start="5")
    assert (episode.ended_at, episode.is_ongoing, episode.length_precision) == (None, False, "unknown")


def test_one_that_still_goes_on_is_ongoing(alice: User) -> None:
    episode = saved(alice, start="120", lasted="going")
    assert (episode.ended_at, episode.is_ongoing) == (None, True)


def test_a_place_that_is_being_timed_is_not_timed_twice(alice: User) -> None:
    make_episode(alice, NOW - timedelta(minutes=5), seconds=None, is_ongoing=True)
    form = form_of(alice, start="20", lasted="going", other_place="eyelid_lower:left")
    assert form.errors["lasted"] == ["You are timing left lower eyelid already, since 2:25pm"]
    assert form_of(alice, start="20", lasted="30", other_place="eyelid_lower:left").is_valid()


def test_one_that_still_goes_on_and_is_sent_twice_is_kept_once(alice: User) -> None:
    typed = {"start": "20", "lasted": "going", "other_place": "eyelid_lower:left"}
    assert saved(alice, **typed) == saved(alice, **typed)


def test_a_typed_answer_goes_before_a_chip(alice: User) -> None:
    episode = saved(
        alice,
        start="120",
        start_time="2pm",
        lasted="going",
        length="45s",
    )
    assert (episode.started_at, episode.length_s) == (datetime(2026, 5, 28, 13, 0, tzinfo=UTC), 45)


def test_several_places_make_an_entry_each_and_once_however_often_they_are_sent(alice: User) -> None:
    both = "place=calf:left&place=calf:right&other_place=calf:right&other_place=other"
    for _ in range(2):
        form = form_of(alice, both, start="20", lasted="30", place_words="behind the ear", note="both")
        assert form.is_valid(), form.errors
        kept = form.save()
    assert [each.where for each in kept] == ["left calf", "right calf", "somewhere else: behind the ear"]
    assert {(each.length_s, each.note) for each in kept} == {(30, "both")}
    assert str(kept[0].uuid) == UUID_OF_PAGE
    assert Episode.objects.for_user(alice).count() == 3


@pytest.mark.parametrize(
    "day", [{"start": "yesterday"}, {"start_date": "yesterday"}, {"start_date": "27/5/2026"}]
)
def test_a_time_is_read_on_the_chosen_day(alice: User, day: dict[str, str]) -> None:
    assert saved(alice, start_time="11pm", **day).started_at == datetime(2026, 5, 27, 22, 0, tzinfo=UTC)


def test_everything_else_is_kept(alice: User) -> None:
    more = "suspected_triggers=screen&suspected_triggers=tired&relief=water&relief=rest&relief_rest=2"
    form = form_of(alice, more, start="5", strength="3", seen="felt", note="a\r\nb")
    assert form.is_valid(), form.errors
    (episode,) = form.save()
    episode.refresh_from_db()
    assert (episode.strength, episode.seen, episode.note) == (3, "felt", "a\nb")
    assert episode.suspected_triggers == ["tired", "screen"]
    assert episode.relief == {"rest": 2, "water": None}


@pytest.mark.parametrize(
    ("typed", "name", "sentence"),
    [
        ({}, "start_time", "Enter when it started"),
        (
            {"start": "yesterday"},
            "start_time",
            "Enter the time it started, like 2:15pm. A guess is fine, like about 2pm",
        ),
        ({"start": "7"}, "start", "Enter when it started"),
        ({"start_time": "7:30"}, "start_time", "Choose am or pm for 7:30"),
        ({"start_time": "11pm"}, "start_time", "Yesterday at 11pm?"),
        ({"start_time": "soon"}, "start_time", "Write the time like 2:15pm, 14:15 or 40 min ago"),
        (
            {"start_time": "3pm", "start_date": "today"},
            "start_time",
            "The time it started must be in the past",
        ),
        (
            {"start_time": "1pm", "start_date": "28/5/2027"},
            "start_date",
            "The time it started must be in the past",
        ),
        (
            {"start_time": "1pm", "start_date": "tomorrow"},
            "start_date",
            "The time it started must be in the past",
        ),
        ({"start_time": "1pm", "start_date": "31 April"}, "start_date", "There is no 31 April 2026"),
        ({"start": "5", "length": "45"}, "length", "Choose seconds or minutes for 45"),
        ({"start": "5", "length": "0s"}, "length", "Length must be longer than 0 seconds"),
        ({"start": "5", "length": "x" * 10_000}, "length", "Write the length like 45s, 2 min or 1:30"),
        ({"start": "5", "length": "6 min"}, "length", "The length must end before now. It started at 2:25pm"),
        (
            {"start": "5", "length": "30 h"},
            "length",
            "A length can be 24 hours at most. For longer, use Came and went",
        ),
        ({"start": "5", "lasted": "45"}, "lasted", "Choose one of the answers"),
        (
            {"start": "5", "place": "elbow:middle"},
            "place",
            "That place is not on the list. Choose another one",
        ),
        (
            {"start": "5", "other_place": "eyelid"},
            "other_place",
            "That place is not on the list. Choose another one",
        ),
        (
            {"start": "5", "other_place": "a\x00"},
            "other_place",
            "That place is not on the list. Choose another one",
        ),
        ({"start": "5", "strength": "5"}, "strength", "Strength must be between 1 (faint) and 4 (strong)"),
        ({"start": "5", "seen": "maybe"}, "seen", "Choose one of the answers"),
        ({"start": "5", "suspected_triggers": "moon"}, "suspected_triggers", "Choose from the answers"),
        (
            {"start": "5", "note": "x" * 10_000},
            "note",
            "The note can have 5,000 characters at most. This one has 10,000",
        ),
    ],
)
def test_bad_input_gets_its_sentence_and_nothing_typed_is_lost(
    alice: User, typed: dict[str, str], name: str, sentence: str
) -> None:
    form = form_of(alice, typed)
    assert form.errors == {name: [sentence]}
    assert Episode.objects.for_user(alice).count() == 0
    shown = {field: form[field].value() for field in typed}
    assert shown == {field: [said] if field in SEVERAL else said for field, said in typed.items()}
    assert sentence in render_crispy_form(form)


@pytest.mark.parametrize("sent", ["relief=\x00", "relief=rest&relief_rest=9"])
def test_what_nobody_offered_to_try_is_refused_and_kept_on_the_page(alice: User, sent: str) -> None:
    form = form_of(alice, sent, start="5", note="after a run")
    assert form.errors == {"relief": ["Choose from the answers"]}
    assert 'href="#id_relief_rest"' in render_crispy_form(form)
    assert "after a run" in render_crispy_form(form)


def test_one_mistake_loses_none_of_the_rest(alice: User) -> None:
    form = form_of(
        alice, start_time="2:15pm", length="45", note="after <coffee>", other_place="calf:left", strength="2"
    )
    html = render_crispy_form(form)
    assert 'value="2:15pm"' in html
    assert 'value="45"' in html
    assert "after &lt;coffee&gt;" in html
    assert 'value="calf:left" checked>' in html
    assert 'value="2" checked' in " ".join(html.split()) or 'value="2" ' in html


def test_the_same_form_sent_twice_is_kept_once(alice: User) -> None:
    for _ in range(2):
        form = form_of(alice, start="20")
        assert form.is_valid()
        form.save()
    assert Episode.objects.for_user(alice).count() == 1


def test_a_form_whose_number_was_tampered_with_is_still_kept(alice: User) -> None:
    assert saved(alice, start="20", uuid="not a number").uuid != UUID(UUID_OF_PAGE)


def test_recent_places_are_offered_and_those_of_others_are_not(alice: User, bob: User) -> None:
    make_episode(bob, NOW, site="calf", side="right")
    assert 'name="place"' not in render_crispy_form(EarlierForm(user=alice, now=NOW))
    make_episode(alice, NOW - timedelta(days=2), site="thumb", side="left")
    html = render_crispy_form(EarlierForm(user=alice, now=NOW))
    assert 'name="place" value="thumb:left"' in html
    assert 'name="place" value="calf:right"' not in html


def test_nothing_is_chosen_at_first_and_nothing_is_marked_required(alice: User) -> None:
    form = EarlierForm(user=alice, now=NOW)
    html = render_crispy_form(form)
    assert "novalidate" in html
    assert " required" not in html
    assert {name: form[name].value() for name in ("start", "lasted", "strength", "seen", "relief")} == {
        "start": None,
        "lasted": "",
        "strength": "",
        "seen": "",
        "relief": None,
    }
