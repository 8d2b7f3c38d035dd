"""An experiment from its plan to what it showed, and nothing of that before its end."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from time_machine import TimeMachineFixture

from diary.models import Experiment, User
from tests.factories import make_day, make_episode, make_experiment

NOW = datetime(2026, 5, 28, 13, 5, tzinfo=UTC)
TODAY = NOW.date()
DAY = timedelta(days=1)
TRY = "/patterns/triggers/try/"
PLAN = {"limit": "100", "layout": "1w2", "order": "L", "first": "2026-05-29"}


@pytest.fixture(autouse=True)
def five_past_two_in_london(time_machine: TimeMachineFixture) -> None:
    time_machine.move_to(NOW, tick=False)


def fill(user: User, made: Experiment, days: int = 28) -> None:
    """Every day checked in, twitching twice on the days as usual and hardly on the others."""
    for n in range(days):
        is_limited, on = made.order[n // made.block_days] == "L", made.first + n * DAY
        twitches = n % 2 if is_limited else 2 + n % 3
        mg = 60 if is_limited else 240
        make_day(user, on, twitching="yes" if twitches else "none", caffeine_mg=mg)
        for k in range(twitches):
            at = datetime(on.year, on.month, on.day, 9 + k, tzinfo=UTC)
            make_episode(user, at)


def address(made: Experiment) -> str:
    return f"{TRY}{made.uuid}/"


def test_a_plan_is_made_kept_and_reminded_of(
    client_of_alice: Client, alice: User, time_machine: TimeMachineFixture
) -> None:
    answer: Any = client_of_alice.post(f"{TRY}new/caffeine_mg/", PLAN, follow=True)
    made = Experiment.objects.for_user(alice).get()
    assert answer.redirect_chain == [(address(made), 302)]
    assert "Starts tomorrow: at most 100 mg of caffeine" in client_of_alice.get("/today/").text
    time_machine.move_to(NOW + 3 * DAY, tick=False)
    assert "At most 100 mg of caffeine today (day 3 of 7)" in client_of_alice.get("/today/").text
    time_machine.move_to(NOW + 8 * DAY, tick=False)
    assert "Caffeine as usual today (day 1 of 7)" in client_of_alice.get("/today/").text


def test_a_plan_that_cannot_be_kept_says_why_and_loses_nothing(client_of_alice: Client, alice: User) -> None:
    answer = client_of_alice.post(f"{TRY}new/caffeine_mg/", {**PLAN, "limit": "lots", "layout": ""})
    assert "Choose how long" in answer.text
    assert 'value="lots"' in answer.text
    assert not Experiment.objects.for_user(alice).exists()


@pytest.mark.parametrize("factor", ["illness", "cycle_day", "exercise_min", "own_answer", "nonsense"])
def test_what_the_check_in_does_not_ask_cannot_be_tried(client_of_alice: Client, factor: str) -> None:
    assert client_of_alice.get(f"{TRY}new/{factor}/").status_code == 404


def test_while_one_runs_no_other_can_begin(client_of_alice: Client, alice: User) -> None:
    made = make_experiment(alice, TODAY - 3 * DAY)
    for method in (client_of_alice.get, client_of_alice.post):
        answer: Any = method(f"{TRY}new/stress/", {**PLAN, "limit": "4"})
        assert answer["Location"] == address(made)
    assert Experiment.objects.for_user(alice).get() == made
    page = client_of_alice.get(TRY).text
    assert "What do you want to try?" not in page
    assert "Day 4 of 28" in page


def test_triggers_says_that_one_runs(client_of_alice: Client, alice: User) -> None:
    assert TRY in client_of_alice.get("/patterns/triggers/").text
    made = make_experiment(alice, TODAY - 3 * DAY)
    page = client_of_alice.get("/patterns/triggers/").text
    assert "You are trying out: At most 100 mg of caffeine. Day 4 of 28." in page
    assert address(made) in page


@pytest.mark.parametrize("ago", [0, 14, 27])
def test_nothing_is_shown_before_the_end(client_of_alice: Client, alice: User, ago: int) -> None:
    made = make_experiment(alice, TODAY - ago * DAY)
    fill(alice, made, ago + 1)
    answer = client_of_alice.get(address(made))
    assert answer.context.get("figures") is answer.context.get("rows") is None
    assert f"{ago + 1} of {ago + 1} days checked in so far" in answer.text
    for word in ("episode", "fewer", "Twitching on"):
        assert word not in answer.text
    assert client_of_alice.get(f"{address(made)}days.csv").status_code == 404


def test_after_the_last_day_the_counts_come_first_and_the_interval_with_them(
    client_of_alice: Client, alice: User
) -> None:
    made = make_experiment(alice, TODAY - 28 * DAY)
    fill(alice, made)
    answer = client_of_alice.get(address(made))
    assert answer.context["rows"] == [
        ("Days checked in", "14 of 14", "14 of 14"),
        ("Days with twitching", "7", "14"),
        ("Episodes", "7", "43"),
        ("Episodes a day", "0.5", "3.1"),
        ("Within the limit, of days answered", "14 of 14", "0 of 14"),
        ("Caffeine, middle value", "60 mg", "240 mg"),
    ]
    assert answer.context["verdict"] == "Fewer with the limit"
    assert answer.text.index("you logged 0.5 episodes a day") < answer.text.index("That is fewer than")
    assert "You knew which days were which" in answer.text
    assert [figure.chart.name for figure in answer.context["figures"]] == ["days", "times"]
    assert client_of_alice.get(f"{address(made)}times.csv").status_code == 200
    assert "see what it showed" in client_of_alice.get("/today/").text


def test_a_thick_diary_costs_the_result_no_more_questions(client_of_alice: Client, alice: User) -> None:
    made = make_experiment(alice, TODAY - 28 * DAY)
    with CaptureQueriesContext(connection) as few:
        client_of_alice.get(address(made))
    fill(alice, made)
    with CaptureQueriesContext(connection) as many:
        client_of_alice.get(address(made))
    assert len(few) == len(many) <= 8


def test_a_day_filled_in_afterwards_counts(client_of_alice: Client, alice: User) -> None:
    made = make_experiment(alice, TODAY - 28 * DAY)
    fill(alice, made, 27)
    assert client_of_alice.get(address(made)).context["rows"][0] == (
        "Days checked in",
        "13 of 14",
        "14 of 14",
    )
    make_day(alice, TODAY - DAY, twitching="none")
    assert client_of_alice.get(address(made)).context["rows"][0] == (
        "Days checked in",
        "14 of 14",
        "14 of 14",
    )


def test_an_empty_diary_says_that_there_is_too_little(client_of_alice: Client, alice: User) -> None:
    made = make_experiment(alice, TODAY - 28 * DAY)
    answer = client_of_alice.get(address(made))
    assert "Too few days to compare: 0 with the limit and 0 as usual are checked in." in answer.text
    assert answer.context["figures"] == []
    assert "you logged none" not in answer.text
    for what in ("Days with twitching", "Episodes", "Episodes a day"):
        assert (what, "not recorded", "not recorded") in answer.context["rows"]


def test_stopped_early_it_says_so_and_compares_nothing(client_of_alice: Client, alice: User) -> None:
    made = make_experiment(alice, TODAY - 8 * DAY)
    fill(alice, made, 9)
    answer: Any = client_of_alice.post(f"{address(made)}stop/", follow=True)
    assert "It was stopped on day 9 of 28, so nothing is compared" in answer.text
    assert "episode" not in answer.text
    assert "Stop early" not in answer.text
    assert "Stopped on day 9 of 28" in client_of_alice.get(TRY).text
    assert address(made) not in client_of_alice.get("/today/").text


def test_stopped_before_it_begins_it_leaves_no_trace(client_of_alice: Client, alice: User) -> None:
    made = make_experiment(alice, TODAY + DAY)
    answer: Any = client_of_alice.post(f"{address(made)}stop/")
    assert answer["Location"] == TRY
    assert not Experiment.objects.for_user(alice).exists()


def test_the_ended_ones_stay_in_a_list(client_of_alice: Client, alice: User) -> None:
    older = make_experiment(alice, date(2026, 3, 2), factor="stress", limit=4)
    newer = make_experiment(alice, date(2026, 4, 6))
    page = client_of_alice.get(TRY).text
    assert page.index(address(newer)) < page.index(address(older))
    assert "Stress of at most 4" in page


def test_the_words_of_the_own_question_are_those_it_had(client_of_alice: Client, alice: User) -> None:
    asked = {"factor": "own_answer", "own_question": "<b>Garden?</b>", "limit": 0}
    made = make_experiment(alice, TODAY - 28 * DAY, **asked)
    page = client_of_alice.get(address(made)).text
    assert "No to “&lt;b&gt;Garden?&lt;/b&gt;”" in page
    assert "<b>Garden" not in page


def test_today_is_that_of_the_zone_the_person_is_in_now(
    client_of_alice: Client, alice: User, time_machine: TimeMachineFixture
) -> None:
    made = make_experiment(alice, TODAY)
    time_machine.move_to(datetime(2026, 5, 27, 23, 30, tzinfo=UTC), tick=False)
    assert "(day 1 of 7)" in client_of_alice.get(address(made)).text
    alice.timezone = "America/New_York"
    alice.save()
    assert "Starts tomorrow" in client_of_alice.get(address(made)).text


def test_no_break_is_offered_while_days_are_needed(client_of_alice: Client, alice: User) -> None:
    for n in range(28):
        make_day(alice, TODAY - n * DAY, twitching="none")
    assert "Take a break" in client_of_alice.get("/today/").text
    make_experiment(alice, TODAY - DAY)
    assert "Take a break" not in client_of_alice.get("/today/").text
