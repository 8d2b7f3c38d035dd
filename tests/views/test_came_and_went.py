"""Came and went: the parts of a day, how many times, how long each, and how it is told."""

from datetime import UTC, datetime
from typing import Any

import pytest
from django.test import Client
from time_machine import TimeMachineFixture

from diary.analysis.days import day_records, episode_records
from diary.analysis.places import places
from diary.forms.parts import parts
from diary.models import Episode, User
from diary.periods import Period
from diary.templatetags.words import what_words
from tests.factories import make_episode

THREE = datetime(2026, 5, 28, 14, 0, tzinfo=UTC)


@pytest.fixture(autouse=True)
def three_in_the_afternoon(time_machine: TimeMachineFixture) -> None:
    time_machine.move_to(THREE, tick=False)


def read_back(is_today: bool, now: datetime = THREE, zone: str = "Europe/London", clock: Any = "12") -> dict:
    found = [part for part in parts(now, zone, clock) if part.is_today == is_today]
    return {part.code: (part.begins, part.ends) for part in found}


def test_today_a_part_ends_now_at_the_latest() -> None:
    assert read_back(is_today=True) == {
        "morning": ("6am", "midday"),
        "afternoon": ("midday", "now"),
        "evening": ("6pm", ""),
        "night": ("midnight", "6am"),
        "all_day": ("midnight", "now"),
    }


def test_on_an_earlier_day_a_part_is_whole() -> None:
    assert read_back(is_today=False) == {
        "morning": ("6am", "midday"),
        "afternoon": ("midday", "6pm"),
        "evening": ("6pm", "midnight"),
        "night": ("midnight", "6am"),
        "all_day": ("midnight", "midnight"),
    }


def test_a_clock_of_24_hours_reads_so() -> None:
    assert read_back(is_today=False, clock="24")["evening"] == ("18:00", "00:00")


@pytest.mark.parametrize(
    ("now", "morning"),
    [
        (datetime(2026, 3, 29, 4, 59, tzinfo=UTC), ""),  # the clocks went forward this night: 5:59am
        (datetime(2026, 3, 29, 5, 1, tzinfo=UTC), "now"),
        (datetime(2026, 10, 25, 5, 59, tzinfo=UTC), ""),  # and back: 5:59am
        (datetime(2026, 10, 25, 6, 1, tzinfo=UTC), "now"),
    ],
)
def test_the_hours_are_those_of_the_clock_on_the_wall(now: datetime, morning: str) -> None:
    assert read_back(is_today=True, now=now)["morning"] == ("6am", morning)


def test_the_page_says_which_hours_are_meant(client_of_alice: Client) -> None:
    shown = client_of_alice.get("/log/came-and-went/").text
    assert "Afternoon: midday to now</p>" in shown
    assert "Afternoon: midday to 6pm</p>" in shown
    assert "Evening has not come yet today</p>" in shown


def saved(client: Client, **data: str) -> Episode:
    assert client.post("/log/came-and-went/", {"when": "afternoon", **data}).status_code == 302
    return Episode.objects.get()


def answers(spell: Episode) -> tuple:
    return spell.times_low, spell.times_high, spell.is_constant, spell.each_lasted


@pytest.mark.parametrize(
    ("times", "each", "expected", "words"),
    [
        ("", "", (None, None, False, ""), "came and went over about 3 h"),
        ("2-5", "", (2, 5, False, ""), "came and went over about 3 h, 2 to 5 times"),
        ("6-20", "half_minute", (6, 20, False, "half_minute"),
         "came and went over about 3 h, 6 to 20 times, about 30 s each"),
        ("21-", "minutes", (21, None, False, "minutes"),
         "came and went over about 3 h, more than 20 times, minutes each"),
        ("nearly_all", "", (None, None, True, ""), "nearly constant over about 3 h"),
    ],
)  # fmt: skip
def test_how_many_and_how_long_are_kept_and_told(
    client_of_alice: Client, times: str, each: str, expected: tuple, words: str
) -> None:
    spell = saved(client_of_alice, times=times, each_lasted=each)
    assert (answers(spell), what_words(spell)) == (expected, words)


def test_the_diary_and_the_panel_say_it(client_of_alice: Client) -> None:
    spell = saved(client_of_alice, times="nearly_all")
    assert "nearly constant" in client_of_alice.get("/diary/").text
    assert "nearly constant" in client_of_alice.get(f"/today/?saved={spell.uuid}").text


@pytest.mark.parametrize("name", ["times", "each_lasted", "when"])
def test_an_answer_that_is_not_there_is_refused(client_of_alice: Client, name: str) -> None:
    answer = client_of_alice.post("/log/came-and-went/", {"when": "afternoon", name: "often"})
    assert "Choose one of the answers" in answer.text
    assert not Episode.objects.exists()


def test_set_times_without_a_time_asks_for_it(client_of_alice: Client) -> None:
    answer = client_of_alice.post("/log/came-and-went/", {"when": "set"})
    assert "Choose when it came and went, or type from when to when" not in answer.text
    assert "Enter when it began, like 2:15pm" in answer.text


def test_a_twitch_timed_within_the_spell_counts_no_day_twice(client_of_alice: Client, alice: User) -> None:
    make_episode(alice, datetime(2026, 5, 28, 12, 0, tzinfo=UTC))
    client_of_alice.post("/log/came-and-went/", {"when": "afternoon", "place": "eyelid_lower:left"})
    [day] = day_records(alice, Period(THREE.date(), THREE.date(), "Europe/London"), THREE)
    assert (day.state, day.twitches, day.spells) == ("twitching", 1, 1)
    [place] = place_days_of(alice)
    assert place == ("left lower eyelid", 1)


def place_days_of(user: User) -> list[tuple[str, int]]:
    """Return each place with its days."""
    period = Period(THREE.date(), THREE.date(), "Europe/London")
    found = places(episode_records(user, period), period, THREE.date())
    return [(str(one.place), one.days) for one in found]
