"""Earlier, came and went, and the page that asks before it starts."""

import re
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.test import Client
from time_machine import TimeMachineFixture

from diary.models import Episode, User
from diary.periods import local_time
from tests.factories import make_episode

NOW = datetime(2026, 5, 28, 13, 5, tzinfo=UTC)


@pytest.fixture(autouse=True)
def five_past_two_in_london(time_machine: TimeMachineFixture) -> None:
    time_machine.move_to(NOW, tick=False)


def span(episode: Episode) -> tuple:
    return episode.started_at, episode.ended_at, episode.start_precision, episode.length_precision


def test_a_link_to_a_place_asks_before_it_starts(client_of_alice: Client) -> None:
    shown = client_of_alice.get("/log/now/?site=calf&side=left").text
    assert "Left calf" in shown
    assert "Start timing" in shown
    assert not Episode.objects.exists()


def test_a_link_to_a_place_without_its_side_asks_for_it(client_of_alice: Client) -> None:
    shown = client_of_alice.get("/log/now/?site=forehead").text
    assert "Forehead: which side?" in shown
    offered = re.findall(r'name="place" value="([^"]*)"', shown)
    assert offered == ["forehead:left", "forehead:right", "forehead:middle"]


@pytest.mark.parametrize(("site", "place"), [("diaphragm", "diaphragm:middle"), ("widespread", "widespread")])
def test_a_link_to_a_place_of_one_side_or_none_asks_for_no_side(
    client_of_alice: Client, site: str, place: str
) -> None:
    shown = client_of_alice.get("/log/now/", {"site": site}).text
    assert "which side?" not in shown
    assert re.findall(r'name="place" value="([^"]*)"', shown) == [place]


@pytest.mark.parametrize("query", ["", "?site=elbow&side=up", "?site=kneecap", "?side=left", "?site=%00"])
def test_a_link_to_no_place_offers_every_place(client_of_alice: Client, query: str) -> None:
    shown = client_of_alice.get(f"/log/now/{query}").text
    assert shown.count('name="place" value="') > 80
    assert 'value="eyelid_lower:left"' in shown


@pytest.mark.parametrize("headers", [{}, {"Sec-Purpose": "prefetch;prerender"}, {"Purpose": "prefetch"}])
def test_opening_or_prefetching_a_bookmark_writes_nothing(client_of_alice: Client, headers: Any) -> None:
    for method in (client_of_alice.get, client_of_alice.head):
        assert method("/log/now/?site=calf&side=left", headers=headers).status_code == 200
    assert not Episode.objects.exists()


def test_an_earlier_twitch_is_kept_as_typed(client_of_alice: Client, alice: User) -> None:
    data = {"start_time": "1:30pm", "length": "1:30", "other_place": "calf:left", "strength": "2"}
    answer = client_of_alice.post("/log/earlier/", data)
    (episode,) = Episode.objects.for_user(alice)
    begun = datetime(2026, 5, 28, 12, 30, tzinfo=UTC)
    assert span(episode) == (begun, begun + timedelta(seconds=90), "exact", "stated")
    assert (str(episode.place), episode.strength) == ("left calf", 2)
    assert answer.url == f"/today/?saved={episode.uuid}"


def test_an_earlier_twitch_sent_twice_is_kept_once(client_of_alice: Client) -> None:
    data = {"uuid": str(uuid4()), "start": "20", "lasted": "30"}
    for _ in range(2):
        client_of_alice.post("/log/earlier/", data)
    assert Episode.objects.count() == 1


def test_the_form_brings_a_uuid_of_its_own(client_of_alice: Client) -> None:
    forms = [client_of_alice.get("/log/earlier/").context["form"]["uuid"].value() for _ in range(2)]
    assert forms[0]
    assert forms[0] != forms[1]


def test_a_length_without_a_unit_is_asked_about_and_nothing_is_lost(client_of_alice: Client) -> None:
    data = {"start_time": "1:30pm", "length": "45", "note": "on the train"}
    answer = client_of_alice.post("/log/earlier/", data)
    assert answer.status_code == 200
    assert "Choose seconds or minutes for 45" in answer.text
    assert 'value="1:30pm"' in answer.text
    assert "on the train" in answer.text
    assert "<title>Error: It happened earlier - Diary</title>" in answer.text
    assert not Episode.objects.exists()


def test_an_entry_at_several_places_names_them_all(client_of_alice: Client) -> None:
    data = {"start": "20", "lasted": "30", "other_place": ["calf:left", "calf:right", "thumb:left"]}
    answer = client_of_alice.post("/log/earlier/", data, follow=True)
    assert "Saved: left calf and right calf and left thumb / thumb base" in answer.text
    assert Episode.objects.count() == 3


def test_undo_takes_back_all_that_was_saved_together(client_of_alice: Client, bob: User) -> None:
    foreign = make_episode(bob)
    data = {"start": "20", "lasted": "30", "other_place": ["calf:left", "calf:right"]}
    client_of_alice.post("/log/earlier/", data)
    first, second = Episode.objects.exclude(pk=foreign.pk).order_by("pk")
    undo = {"step": "create", "also": [str(second.uuid), "no uuid"]}
    client_of_alice.post(f"/episodes/{first.uuid}/undo/", undo)
    assert not Episode.objects.for_user(first.user).kept().exists()
    answer = client_of_alice.post(f"/episodes/{first.uuid}/undo/", {"step": "delete", "also": [foreign.uuid]})
    assert answer.status_code == 404


def test_an_entry_for_a_day_returns_to_that_day(client_of_alice: Client, alice: User) -> None:
    path = "/log/earlier/?date=2026-05-20&next=/diary/2026-05-20/"
    assert 'value="20 May"' in client_of_alice.get(path).text
    answer = client_of_alice.post(path, {"start_date": "20 May", "start_time": "9am"}, follow=True)
    assert answer.redirect_chain == [("/diary/2026-05-20/", 302)]
    assert "Saved: place not said" in answer.text
    assert Episode.objects.get().started_at == datetime(2026, 5, 20, 8, 0, tzinfo=UTC)


@pytest.mark.parametrize("day", ["", "x", "2026-02-30", "20 May"])
def test_a_day_in_the_address_that_is_none_is_left_out(client_of_alice: Client, day: str) -> None:
    assert client_of_alice.get("/log/earlier/", {"date": day}).status_code == 200


@pytest.mark.parametrize(
    ("when", "start_hour", "end"),
    [
        ("night", 23, datetime(2026, 5, 28, 5, 0, tzinfo=UTC)),
        ("morning", 5, datetime(2026, 5, 28, 11, 0, tzinfo=UTC)),
        ("afternoon", 11, NOW),
        ("all_day", 23, NOW),
    ],
)
def test_a_part_of_today_ends_now_at_the_latest(
    client_of_alice: Client, when: str, start_hour: int, end: datetime
) -> None:
    client_of_alice.post("/log/came-and-went/", {"when": when, "place": "calf:left"})
    episode = Episode.objects.get()
    begun = datetime(2026, 5, 27 if start_hour == 23 else 28, start_hour, 0, tzinfo=UTC)
    assert span(episode) == (begun, end, "about", "about")
    assert (episode.kind, str(episode.place), episode.is_ongoing) == ("spell", "left calf", False)


def test_the_evening_of_an_earlier_day_ends_at_midnight(client_of_alice: Client) -> None:
    client_of_alice.post("/log/came-and-went/", {"when": "evening", "day": "yesterday"})
    at = datetime(2026, 5, 27, tzinfo=UTC)
    assert span(Episode.objects.get())[:2] == (at.replace(hour=17), at.replace(hour=23))
    assert Episode.objects.get().ended_on.day == 27


def test_set_times_can_end_at_the_midnight_that_ends_the_day(client_of_alice: Client) -> None:
    data = {"when": "set", "day": "yesterday", "start_time": "10pm", "end_time": "midnight"}
    client_of_alice.post("/log/came-and-went/", data)
    at = datetime(2026, 5, 27, tzinfo=UTC)
    assert span(Episode.objects.get())[:2] == (at.replace(hour=21), at.replace(hour=23))


@pytest.mark.parametrize(
    ("day", "start", "end", "from_to"),
    [
        ("yesterday", "10pm", "3am", ("27 22:00", "28 03:00")),
        ("26 May", "10pm", "3am", ("26 22:00", "27 03:00")),
        ("", "yesterday at 10pm", "3am", ("27 22:00", "28 03:00")),
        ("", "yesterday at 10pm", "11pm", ("27 22:00", "27 23:00")),
        ("", "yesterday at 10pm", "40 min ago", ("27 22:00", "28 13:25")),
    ],
)
def test_set_times_may_go_over_midnight(
    client_of_alice: Client, day: str, start: str, end: str, from_to: tuple[str, str]
) -> None:
    data = {"when": "set", "day": day, "start_time": start, "end_time": end}
    client_of_alice.post("/log/came-and-went/", data)
    kept = span(Episode.objects.get())[:2]
    assert tuple(local_time(at, "Europe/London").strftime("%d %H:%M") for at in kept) == from_to


def test_a_start_later_than_now_asks_whether_it_was_yesterday(client_of_alice: Client) -> None:
    answer = client_of_alice.post("/log/came-and-went/", {"start_time": "10pm", "end_time": "3am"})
    assert "Yesterday at 10pm?" in answer.text


def test_a_whole_day_that_the_clocks_shorten_has_23_hours(client_of_alice: Client) -> None:
    client_of_alice.post("/log/came-and-went/", {"when": "all_day", "day": "29 March"})
    assert Episode.objects.get().length_s == 23 * 3600


def test_set_times_go_before_a_part_of_the_day(client_of_alice: Client) -> None:
    data = {"when": "morning", "start_time": "12:15pm", "end_time": "1pm"}
    client_of_alice.post("/log/came-and-went/", data)
    at = datetime(2026, 5, 28, tzinfo=UTC)
    assert span(Episode.objects.get())[:2] == (at.replace(hour=11, minute=15), at.replace(hour=12))


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        ({}, "Choose when it came and went, or type from when to when"),
        ({"when": "evening"}, "That part of the day has not come yet"),
        ({"start_time": "1pm"}, "Enter when it was over, like 4pm"),
        ({"end_time": "1pm"}, "Enter when it began, like 2:15pm"),
        ({"start_time": "1pm", "end_time": "12:30pm"}, "The end must be after the start"),
        ({"start_time": "1pm", "end_time": "11pm"}, "The time must be in the past"),
        ({"when": "morning", "day": "1 June 2026"}, "The day must be today or earlier"),
        ({"when": "noon"}, "Choose one of the answers"),
    ],
)
def test_a_spell_that_cannot_be_says_why(
    client_of_alice: Client, data: dict[str, str], sentence: str
) -> None:
    answer = client_of_alice.post("/log/came-and-went/", data | {"note": "on and off"})
    assert sentence in answer.text
    assert "on and off" in answer.text
    assert not Episode.objects.exists()


@pytest.mark.parametrize("path", ["", "place/"])
def test_somebody_elses_episode_has_no_page(client_of_bob: Client, alice: User, path: str) -> None:
    assert client_of_bob.get(f"/episodes/{make_episode(alice).uuid}/{path}").status_code == 404
