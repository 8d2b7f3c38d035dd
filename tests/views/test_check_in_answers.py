"""Each answer of the check-in is kept as it is given, and can be taken back (ux section 4)."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from django.test import Client

from diary.models import Day, Episode, User
from tests.factories import make_day, make_episode

NOW = datetime(2026, 5, 28, 20, 12, tzinfo=UTC)
TODAY = NOW.date()
HERE = "/checkin/2026-05-28/"
HTMX = {"HX-Request": "true"}


@pytest.fixture(autouse=True)
def twelve_past_nine_in_london(time_machine: Any) -> None:
    time_machine.move_to(NOW, tick=False)


def answer(client: Client, **said: str) -> str:
    return client.post(f"{HERE}answer/", said, headers=HTMX).text


def day_of(user: User) -> Day:
    day = Day.objects.for_user(user).on(TODAY)
    assert day is not None
    return day


def nights(user: User, *hours: float) -> None:
    for back, value in enumerate(hours, 1):
        make_day(user, TODAY - timedelta(days=back), sleep_hours=value)


def ask_about(user: User, *codes: str, **fields: str) -> None:
    user.tracks = list(codes)
    for name, value in fields.items():
        setattr(user, name, value)
    user.save()


def test_one_answer_is_one_small_sending(client_of_alice: Client, alice: User) -> None:
    assert "Saved 9:12pm" in answer(client_of_alice, stress="4")
    day = day_of(alice)
    assert (day.stress, day.sleep_hours, day.caffeine_mg, day.twitching) == (4, None, None, "")


def test_an_answer_that_cannot_be_is_not_kept_and_says_why(client_of_alice: Client, alice: User) -> None:
    shown = answer(client_of_alice, sleep_hours="30")
    assert "Not saved. Sleep must be between 0 and 24 hours" in shown
    assert not Day.objects.for_user(alice).exists()


@pytest.mark.parametrize(
    ("name", "said"),
    [("stress", "0"), ("sleep_hours", "7"), ("twitching", "none"), ("note", "calm"), ("caffeine_mg", "0")],
)
def test_clear_takes_an_answer_back_to_not_recorded(
    client_of_alice: Client, alice: User, name: str, said: str
) -> None:
    answer(client_of_alice, **{name: said})
    answer(client_of_alice, clear=name)
    assert getattr(day_of(alice), name) in (None, "")


def test_nothing_is_chosen_at_first(client_of_alice: Client) -> None:
    shown = client_of_alice.get(HERE).text
    assert "not set" in shown
    assert "checked" not in shown
    assert 'name="clear"' not in shown
    assert not Day.objects.exists()


def test_the_first_press_starts_at_seven_hours_then_at_ones_own_median(
    client_of_alice: Client, alice: User
) -> None:
    assert 'data-start="7.0"' in client_of_alice.get(HERE).text
    nights(alice, 6, 6.1)
    assert 'data-start="6.0"' in client_of_alice.get(HERE).text


def test_the_usual_night_is_offered_from_five_nights_on(client_of_alice: Client, alice: User) -> None:
    nights(alice, 6, 7, 7, 8)
    assert "Usual:" not in client_of_alice.get(HERE).text
    make_day(alice, TODAY - timedelta(days=9), sleep_hours=6.6)
    assert "Usual: 7 h" in client_of_alice.get(HERE).text


def test_a_usual_night_is_marked_as_such_and_is_no_night_of_its_own(
    client_of_alice: Client, alice: User
) -> None:
    nights(alice, 7, 7, 7, 7, 7)
    assert '<span class="tag">usual</span>' in answer(client_of_alice, usual="sleep_hours")
    assert (day_of(alice).sleep_hours, day_of(alice).sources) == (7, {"sleep_hours": "usual"})
    tomorrow = TODAY + timedelta(days=1)
    assert Day.objects.for_user(alice).entered("sleep_hours", tomorrow, 14) == [7] * 5
    answer(client_of_alice, sleep_hours="8")
    assert (day_of(alice).sleep_hours, day_of(alice).sources) == (8, {})


def test_without_a_script_one_save_keeps_the_usual_as_usual(client_of_alice: Client, alice: User) -> None:
    make_day(alice, TODAY, sleep_hours=7, sources={"sleep_hours": "usual"})
    client_of_alice.post(HERE, {"sleep_hours": "7 h", "stress": "3", "save": "all"})
    assert (day_of(alice).stress, day_of(alice).sources) == (3, {"sleep_hours": "usual"})


def test_other_questions_are_off_until_chosen(client_of_alice: Client, alice: User) -> None:
    assert "Alcohol" not in client_of_alice.get(HERE).text
    ask_about(alice, "alcohol_units", "heavy_sweating")
    shown = client_of_alice.get(HERE).text
    assert "Alcohol, in units" in shown
    assert "Heavy sweating?" in shown
    assert "Show all" not in shown


def test_six_other_questions_stand_on_the_page_and_more_are_one_press_away(
    client_of_alice: Client, alice: User
) -> None:
    ask_about(
        alice, "exercise_min", "screen_hours", "alcohol_units", "magnesium_mg", "heavy_sweating",
        "upset_stomach", "illness", "cycle_day",
    )  # fmt: skip
    shown = client_of_alice.get(HERE).text
    assert "Show all (2 more)" in shown
    before, after = shown.split("Show all (2 more)")
    assert "Diarrhoea or vomiting?" in before
    assert "Day of your cycle" in after


@pytest.mark.parametrize(
    ("code", "said", "kept"),
    [
        ("exercise_min", "30", 30),
        ("screen_hours", "2 h 30 min", 2.5),
        ("alcohol_units", "1,5", 1.5),
        ("magnesium_mg", "300 mg", 300),
        ("heavy_sweating", "0", 0),
        ("upset_stomach", "1", 1),
        ("illness", "1", 1),
        ("meals_skipped", "3", 3),
        ("cycle_day", "14", 14),
    ],
)
def test_an_other_question_is_kept_in_its_unit(
    client_of_alice: Client, alice: User, code: str, said: str, kept: float
) -> None:
    ask_about(alice, code)
    answer(client_of_alice, **{code: said})
    assert getattr(day_of(alice), code) == kept


@pytest.mark.parametrize(
    ("code", "said", "sentence"),
    [
        ("exercise_min", "2000", "Exercise must be between 0 and 1,440 minutes"),
        ("exercise_min", "a lot", "Write a number, like 30"),
        ("alcohol_units", "-1", "Alcohol must be between 0 and 100 units"),
        ("cycle_day", "0", "Cycle day must be between 1 and 60"),
        ("illness", "7", "Choose yes or no"),
    ],
)
def test_an_other_question_has_its_bounds(
    client_of_alice: Client, alice: User, code: str, said: str, sentence: str
) -> None:
    ask_about(alice, code)
    assert sentence in answer(client_of_alice, **{code: said})
    assert not Day.objects.exists()


def test_no_alcohol_is_said_not_assumed(client_of_alice: Client, alice: User) -> None:
    ask_about(alice, "alcohol_units")
    answer(client_of_alice, stress="1")
    assert day_of(alice).alcohol_units is None
    answer(client_of_alice, zero="alcohol_units")
    assert day_of(alice).alcohol_units == 0


@pytest.mark.parametrize(
    ("kind", "said", "kept"), [("yes_no", "1", 1), ("scale", "10", 10), ("number", "2.5", 2.5)]
)
def test_ones_own_question_is_asked_in_ones_own_words(
    client_of_alice: Client, alice: User, kind: str, said: str, kept: float
) -> None:
    ask_about(alice, "own_answer", own_question="<b>Gardening?", own_kind=kind)
    assert "&lt;b&gt;Gardening?" in client_of_alice.get(HERE).text
    answer(client_of_alice, own_answer=said)
    assert day_of(alice).own_answer == kept


def test_what_is_tracked_is_chosen_in_the_settings(client_of_alice: Client, alice: User) -> None:
    chosen = {
        "timezone": "Europe/London", "clock": "12", "volume_unit": "ml", "theme": "system",
        "lock_after_min": "0",
        "ask_after_min": "15", "long_episode_min": "5", "eyelid_days": "7", "site_days": "14",
        "gap_days": "3",
        "tracks": ["illness", "exercise_min"], "own_question": " Worked in  the garden? ",
        "own_kind": "scale",
    }  # fmt: skip
    client_of_alice.post("/settings/", chosen)
    alice.refresh_from_db()
    assert alice.asked == ["exercise_min", "illness", "own_answer"]
    assert (alice.own_question, alice.own_kind) == ("Worked in the garden?", "scale")


def test_no_twitching_is_on_today_from_six_in_the_evening(client_of_alice: Client, time_machine: Any) -> None:
    time_machine.move_to(datetime(2026, 5, 28, 16, 59, tzinfo=UTC), tick=False)
    assert "No twitching today" not in client_of_alice.get("/today/").text
    time_machine.move_to(datetime(2026, 5, 28, 17, 0, tzinfo=UTC), tick=False)
    assert "No twitching today" in client_of_alice.get("/today/").text


def test_not_filled_in_then_none_then_twitching_then_not_filled_in_again(
    client_of_alice: Client, alice: User
) -> None:
    answer(client_of_alice, twitching="none")
    assert day_of(alice).twitching == "none"
    episode = make_episode(alice, NOW)
    assert (day_of(alice).twitching, day_of(alice).overruled_at) == ("", NOW)
    assert "You said no twitching before." in client_of_alice.get("/today/").text
    assert "You said no twitching before." in client_of_alice.get(HERE).text
    episode.discard(NOW)
    assert day_of(alice).twitching == ""
    assert "You said no twitching before." not in client_of_alice.get(HERE).text
    client_of_alice.post(f"{HERE}twitching/", {"twitching": "none"})
    assert (day_of(alice).twitching, day_of(alice).overruled_at) == ("none", None)


def test_an_entry_of_another_day_overrules_nothing(client_of_alice: Client, alice: User) -> None:
    answer(client_of_alice, twitching="none")
    make_episode(alice, NOW - timedelta(days=1))
    assert day_of(alice).twitching == "none"
    assert Episode.objects.for_user(alice).count() == 1


def yesterday_is_shown(client: Client) -> bool:
    return "Yesterday is not filled in." in client.get("/today/").text


@pytest.fixture
def long_standing(alice: User) -> User:
    alice.date_joined = NOW - timedelta(days=30)
    alice.save()
    return alice


def test_yesterday_is_one_line_until_eight_in_the_evening(
    client_of_alice: Client, long_standing: User, time_machine: Any
) -> None:
    assert not yesterday_is_shown(client_of_alice)
    time_machine.move_to(datetime(2026, 5, 28, 18, 59, tzinfo=UTC), tick=False)
    assert yesterday_is_shown(client_of_alice)
    client_of_alice.post("/checkin/2026-05-27/leave-blank/")
    assert not yesterday_is_shown(client_of_alice)
    assert not Day.objects.exists()


def test_yesterday_is_known_by_an_entry_or_a_word(
    client_of_alice: Client, long_standing: User, time_machine: Any
) -> None:
    time_machine.move_to(datetime(2026, 5, 28, 9, 0, tzinfo=UTC), tick=False)
    day = make_day(long_standing, date(2026, 5, 27), stress=4)
    assert yesterday_is_shown(client_of_alice)
    day.twitching = "none"
    day.save()
    assert not yesterday_is_shown(client_of_alice)


def test_somebody_new_is_not_asked_about_yesterday(client_of_alice: Client, time_machine: Any) -> None:
    time_machine.move_to(datetime(2026, 5, 28, 9, 0, tzinfo=UTC), tick=False)
    assert not yesterday_is_shown(client_of_alice)


def test_today_counts_what_was_given(client_of_alice: Client, alice: User) -> None:
    make_day(alice, TODAY, sleep_hours=7, stress=0)
    assert "2 of 4" in client_of_alice.get("/today/").text
