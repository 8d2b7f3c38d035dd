"""Today: the ways in, what runs, what was saved, the day so far, the card."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.test import Client
from time_machine import TimeMachineFixture

from diary.models import Day, Episode, PutAway, User, Visit
from tests.factories import make_day, make_episode, make_sign

NOW = datetime(2026, 5, 28, 13, 5, tzinfo=UTC)


@pytest.fixture(autouse=True)
def five_past_two_in_london(time_machine: TimeMachineFixture) -> None:
    time_machine.move_to(NOW, tick=False)


def make_running(user: User, **fields: Any) -> Episode:
    return make_episode(user, **{"started_at": NOW, "seconds": None, "is_ongoing": True, **fields})


def make_weeks_of_twitching(user: User, days: int = 16) -> None:
    for n in range(days):
        make_episode(user, NOW - timedelta(days=n, hours=1), site="calf")


def page(client: Client, path: str = "/today/") -> str:
    answer = client.get(path)
    assert answer.status_code == 200
    return " ".join(answer.text.split())


def test_someone_new_is_shown_where_to_begin(client_of_alice: Client) -> None:
    shown = page(client_of_alice, "/")
    assert "It is twitching now" in shown
    assert "Places you use will appear here." in shown
    assert "Nothing recorded yet. When it twitches, press the big button." in shown


def test_the_title_does_not_say_what_is_kept(client_of_alice: Client) -> None:
    assert "<title>Today - Diary</title>" in page(client_of_alice)


def test_places_are_offered_last_used_first_then_most_used(client_of_alice: Client, alice: User) -> None:
    for n in range(3):
        make_episode(alice, NOW - timedelta(days=n + 2), site="calf", side="left")
    make_episode(alice, NOW - timedelta(days=1), site="thumb", side="right")
    make_episode(alice, NOW - timedelta(days=4), site="cheek", side="left")
    make_episode(alice, NOW - timedelta(days=40), site="nose", side="")
    offered = client_of_alice.get("/today/").context["chips"]
    assert [start.place.code for start in offered] == ["thumb:right", "calf:left", "cheek:left"]


def test_after_a_long_pause_the_last_place_is_still_offered(client_of_alice: Client, alice: User) -> None:
    make_episode(alice, NOW - timedelta(days=400))
    offered = client_of_alice.get("/today/").context["chips"]
    assert [start.place.code for start in offered] == ["eyelid_lower:left"]


def test_what_runs_shows_since_when(client_of_alice: Client, alice: User) -> None:
    make_running(alice, started_at=NOW - timedelta(seconds=37))
    shown = page(client_of_alice)
    assert "Timing: left lower eyelid" in shown
    assert ">0:37<" in shown
    assert "Started 2:04pm." in shown


def test_the_clock_of_the_person_is_used(client_of_alice: Client, alice: User) -> None:
    alice.clock = "24"
    alice.save()
    make_running(alice)
    assert "Started 14:05." in page(client_of_alice)


def test_a_place_that_runs_cannot_be_started_again(client_of_alice: Client, alice: User) -> None:
    make_running(alice)
    assert "Left lower eyelid: already timing, started 2:05pm" in page(client_of_alice)


def test_without_a_place_it_runs_once(client_of_alice: Client, alice: User) -> None:
    make_running(alice, site="", side="")
    assert "Already timing, started 2:05pm" in page(client_of_alice)


def test_what_runs_for_days_says_since_which(client_of_alice: Client, alice: User) -> None:
    make_running(alice, started_at=NOW - timedelta(days=3, hours=4), going_at=NOW)
    shown = page(client_of_alice)
    assert "Started 10:05am, Monday 25 May." in shown
    assert "3 days 4 h" in shown


@pytest.mark.parametrize(
    "path", ["/diary/", "/log/", "/patterns/time/", "/record/", "/settings/", "/checkin/"]
)
def test_what_runs_can_be_stopped_on_every_page(client_of_alice: Client, alice: User, path: str) -> None:
    episode = make_running(alice)
    shown = page(client_of_alice, path)
    assert "Timing: left lower eyelid" in shown
    assert f'action="/episodes/{episode.uuid}/stop/"' in shown


def test_nothing_of_somebody_else_runs_here(client_of_bob: Client, alice: User) -> None:
    make_running(alice)
    assert "It stopped" not in page(client_of_bob)


def test_the_panel_says_what_was_saved(client_of_alice: Client, alice: User) -> None:
    episode = make_episode(alice, NOW, 37)
    shown = page(client_of_alice, f"/today/?saved={episode.uuid}")
    assert "Saved: left lower eyelid, 37 s" in shown
    assert "2:05pm, Thursday 28 May" in shown
    assert "It started again" in shown
    assert "Where was it?" not in shown


def test_the_panel_asks_where_when_the_place_was_not_said(client_of_alice: Client, alice: User) -> None:
    make_episode(alice, NOW - timedelta(days=1))
    episode = make_episode(alice, NOW, 37, site="", side="")
    shown = page(client_of_alice, f"/today/?saved={episode.uuid}")
    assert "Saved: place not said, 37 s" in shown
    assert 'name="place" value="eyelid_lower:left"' in shown


@pytest.mark.parametrize("saved", ["", "x", "00000000-0000-0000-0000-000000000000"])
def test_a_panel_about_nothing_is_not_shown(client_of_alice: Client, saved: str) -> None:
    assert "saved-title" not in page(client_of_alice, f"/today/?saved={saved}")


def test_somebody_elses_entry_has_no_panel_here(client_of_bob: Client, alice: User) -> None:
    assert "saved-title" not in page(client_of_bob, f"/today/?saved={make_episode(alice).uuid}")


def test_a_factor_that_was_not_given_is_not_recorded(client_of_alice: Client, alice: User) -> None:
    make_day(alice, NOW.date(), sleep_hours=7.5, caffeine_mg=0)
    shown = page(client_of_alice)
    assert "<dd>7 h 30 min</dd>" in shown
    assert "<dd>0 mg</dd>" in shown
    assert shown.count("not recorded</dd>") == 2


def test_no_twitching_today_is_one_tap_and_one_back(client_of_alice: Client, alice: User) -> None:
    there = client_of_alice.post("/checkin/2026-05-28/twitching/", {"twitching": "none"}).url
    assert "You said: no twitching today." in page(client_of_alice, there)
    client_of_alice.post("/checkin/2026-05-28/twitching/", {"twitching": ""})
    assert [day.twitching for day in Day.objects.for_user(alice)] == [""]


def test_the_one_tap_answer_leaves_the_rest_of_the_day_alone(client_of_alice: Client, alice: User) -> None:
    make_day(alice, NOW.date(), stress=4)
    client_of_alice.post("/checkin/2026-05-28/twitching/", {"twitching": "none"})
    assert [(day.twitching, day.stress) for day in Day.objects.for_user(alice)] == [("none", 4)]


def test_a_day_with_an_entry_is_not_asked_about_twitching(client_of_alice: Client, alice: User) -> None:
    make_episode(alice)
    assert "No twitching today" not in page(client_of_alice)


@pytest.mark.parametrize(("day", "answer"), [("2026-05-29", "none"), ("2026-05-28", "perhaps")])
def test_an_answer_about_a_day_to_come_is_refused(client_of_alice: Client, day: str, answer: str) -> None:
    path = f"/checkin/{day}/twitching/"
    assert client_of_alice.post(path, {"twitching": answer}).status_code == 404
    assert not Day.objects.exists()


def test_a_long_twitch_is_marked_in_the_list(client_of_alice: Client, alice: User) -> None:
    make_episode(alice, NOW, 299)
    assert ">Long<" not in page(client_of_alice)
    make_episode(alice, NOW, 300, site="calf")
    assert ">Long<" in page(client_of_alice)


def test_two_weeks_of_twitching_bring_the_card_below_the_ways_in(
    client_of_alice: Client, alice: User
) -> None:
    make_weeks_of_twitching(alice)
    shown = page(client_of_alice)
    assert "You have logged twitching in your left calf on 16 of the 16 days filled in" in shown
    assert shown.index("It is twitching now") < shown.index("Show this to a doctor")
    assert "How this was worked out" in shown


def test_the_card_is_gone_when_the_days_are(client_of_alice: Client, alice: User) -> None:
    make_weeks_of_twitching(alice, days=8)
    assert "Show this to a doctor" not in page(client_of_alice)


def test_the_card_is_put_away_for_two_weeks_and_found_under_help(
    client_of_alice: Client, alice: User, time_machine: TimeMachineFixture
) -> None:
    make_weeks_of_twitching(alice)
    card = {"rule": "SITE_14D", "site": "calf", "side": "left"}
    client_of_alice.post("/flags/put-away/", card)
    assert "Show this to a doctor" not in page(client_of_alice)
    assert "Cards you put away" in page(client_of_alice, "/help/")
    assert PutAway.objects.for_user(alice).get().until.isoformat() == "2026-06-10"
    client_of_alice.post("/flags/bring-back/", card)
    assert "Show this to a doctor" in page(client_of_alice)


def test_what_is_about_today_cannot_be_put_away_from_an_older_page(
    client_of_alice: Client, alice: User, time_machine: TimeMachineFixture
) -> None:
    make_sign(alice, NOW.date(), "speech_swallow")
    answer = client_of_alice.post("/flags/put-away/", {"rule": "SPEECH_SWALLOW"}, follow=True)
    assert "Put away for 2 weeks" not in answer.text
    assert "It is about today, so it stays." in answer.text
    time_machine.shift(timedelta(days=2))
    assert "Get advice today" in page(client_of_alice)


def test_having_seen_someone_rests_the_card_and_keeps_the_visit(client_of_alice: Client, alice: User) -> None:
    make_weeks_of_twitching(alice)
    client_of_alice.post("/flags/seen/", {"date": "yesterday", "who": "GP"})
    assert [(visit.date.isoformat(), visit.who) for visit in Visit.objects.for_user(alice)] == [
        ("2026-05-27", "GP")
    ]
    assert "Show this to a doctor" not in page(client_of_alice)


def test_a_visit_that_has_no_day_is_asked_for_one(client_of_alice: Client) -> None:
    shown = client_of_alice.post("/flags/seen/", {"who": "GP"}).text
    assert "Enter the day of the visit" in shown
    assert 'value="GP"' in shown


@pytest.mark.parametrize("card", [{}, {"rule": "x"}, {"rule": "SITE_14D", "site": "calf", "side": "up"}])
def test_a_card_that_does_not_exist_cannot_be_put_away(client_of_alice: Client, card: dict[str, str]) -> None:
    assert client_of_alice.post("/flags/put-away/", card).status_code == 404
    assert not PutAway.objects.exists()
