"""Patterns over time: the days asked for, what they say, and what they draw."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from django.test import Client
from time_machine import TimeMachineFixture

from diary.models import User
from diary.quantities import PartialDate
from tests.factories import make_day, make_episode, make_medicine, make_visit

NOW = datetime(2026, 5, 28, 13, 5, tzinfo=UTC)
DAY = timedelta(days=1)


@pytest.fixture(autouse=True)
def five_past_two_in_london(time_machine: TimeMachineFixture) -> None:
    time_machine.move_to(NOW, tick=False)


def fill(user: User) -> None:
    """Twitching on 19 days of the last 28, none on 7, 2 blank."""
    for n in range(19):
        make_episode(user, NOW - n * DAY, 40)
    for n in range(19, 26):
        make_day(user, (NOW - n * DAY).date(), twitching="none")


def titles(answer: Any) -> list[str]:
    return [figure.chart.title for figure in figures(answer)]


def figures(answer: Any) -> list[Any]:
    return [figure for section in answer.context["sections"].values() for figure in section]


def test_patterns_begin_with_time(client_of_alice: Client) -> None:
    assert client_of_alice.get("/patterns/").url == "/patterns/time/"


def test_four_weeks_are_counted_of_the_days_filled_in(client_of_alice: Client, alice: User) -> None:
    fill(alice)
    answer = client_of_alice.get("/patterns/time/")
    assert "Twitching on 19 of 26 days filled in." in answer.text
    assert "of 28" not in answer.text
    assert titles(answer) == [
        "Days with twitching, by week",
        "Twitches, by day",
        "How long each twitch was",
        "How many were how long",
        "How many were how strong",
        "When, each row a day",
        "Time of day and day of the week",
    ]


def test_each_figure_has_a_finding_and_a_table(client_of_alice: Client, alice: User) -> None:
    fill(alice)
    answer = client_of_alice.get("/patterns/time/")
    assert all(figure.finding.endswith(".") for figure in figures(answer))
    assert answer.text.count("<caption>") == 7


@pytest.mark.parametrize(
    ("query", "first", "each"),
    [
        ("span=2w", date(2026, 5, 15), "day"),
        ("span=3m", date(2026, 2, 27), "day"),
        ("from=1+January", date(2026, 1, 1), "week"),
        ("span=1y", date(2025, 5, 29), "week"),
        ("span=1y&each=month", date(2025, 5, 29), "month"),
        ("span=1y&each=day", date(2025, 5, 29), "week"),
        ("from=1+May&to=10+May", date(2026, 5, 1), "day"),
        ("span=dates&from=2022-01-01", date(2022, 1, 1), "month"),
    ],
)
def test_the_address_says_which_days(
    client_of_alice: Client, alice: User, query: str, first: date, each: str
) -> None:
    fill(alice)
    form = client_of_alice.get(f"/patterns/time/?{query}").context["form"]
    assert (form.period.first, form.counted_by) == (first, each)


@pytest.mark.parametrize(
    ("query", "sentence"),
    [
        ("from=31+June", "There is no 31 June"),
        ("from=x", "Write the date like 28 May or 28/5/2026"),
        ("from=10+May&to=1+May", "The first day must not be after the last day"),
        ("from=1999-01-01", "The charts can cover 10 years at most"),
        ("from=1+June+2026", "The first day must be today or earlier"),
        ("span=dates", "Enter the first day"),
        ("span=decade", "Choose one of these"),
    ],
)
def test_days_that_cannot_be_get_a_sentence(
    client_of_alice: Client, alice: User, query: str, sentence: str
) -> None:
    fill(alice)
    answer = client_of_alice.get(f"/patterns/time/?{query}")
    assert answer.status_code == 200
    assert sentence in answer.text
    assert "<svg role" not in answer.text


def test_below_three_days_there_are_no_charts(client_of_alice: Client, alice: User) -> None:
    make_episode(alice, NOW)
    make_day(alice, (NOW - DAY).date(), twitching="none")
    make_day(alice, (NOW - 2 * DAY).date(), stress=5)
    answer = client_of_alice.get("/patterns/time/")
    assert "Charts start at 3 days filled in. You have 2" in answer.text
    assert "So far today" in answer.text
    assert "Left lower eyelid" in answer.text
    assert "sections" not in answer.context


def test_a_twitch_still_going_is_at_least_so_long(client_of_alice: Client, alice: User) -> None:
    fill(alice)
    make_episode(alice, NOW - timedelta(hours=2), None, is_ongoing=True, site="calf")
    assert "longest at least 2 hours" in client_of_alice.get("/patterns/time/").text


def test_a_year_of_weeks_is_drawn(client_of_alice: Client, alice: User) -> None:
    fill(alice)
    assert titles(client_of_alice.get("/patterns/time/?span=1y"))[5] == "When, each row a week"


def test_nothing_of_somebody_else_is_counted(client_of_bob: Client, alice: User) -> None:
    fill(alice)
    assert "You have 0" in client_of_bob.get("/patterns/time/").text


def test_what_was_said_about_the_days_is_drawn_under_the_twitches(
    client_of_alice: Client, alice: User
) -> None:
    fill(alice)
    make_day(alice, NOW.date(), sleep_hours=6.5, illness=1)
    make_visit(alice, (NOW - 3 * DAY).date(), who="<b>Dr Who</b>")
    (figure,) = client_of_alice.get("/patterns/time/").context["sections"]["Your days"]
    assert figure.chart.table.header == ("Day", "Twitches", "Sleep", "Illness", "Marks")
    assert figure.chart.table.rows[-1] == ("28 May 2026", "1", "6 h 30 min", "yes", "-")
    assert figure.chart.table.rows[-4][-1] == "Visit: <b>Dr Who</b>"
    assert figure.finding == "Answers to 2 questions, on 1 of 28 days."


def test_a_usual_night_is_left_out_of_the_trends_and_that_is_said(
    client_of_alice: Client, alice: User
) -> None:
    fill(alice)
    make_day(alice, (NOW - DAY).date(), stress=4, sleep_hours=9, sources={"sleep_hours": "usual"})
    make_day(alice, NOW.date(), sleep_hours=6.5)
    (figure,) = client_of_alice.get("/patterns/time/").context["sections"]["Your days"]
    assert [row[2] for row in figure.chart.table.rows[-2:]] == ["not recorded", "6 h 30 min"]
    assert (
        figure.finding == "Answers to 2 questions, on 2 of 28 days. Values filled in as “usual” are left out."
    )


def test_a_running_average_comes_with_many_days(client_of_alice: Client, alice: User) -> None:
    for n in range(50):
        make_day(alice, (NOW - n * DAY).date(), twitching="none")
    assert "average of 7 days" in client_of_alice.get("/patterns/time/?span=3m").text
    assert "average of 7 days" not in client_of_alice.get("/patterns/time/?span=4w").text


def test_strengths_are_counted_of_these_days(client_of_alice: Client, alice: User) -> None:
    fill(alice)
    make_episode(alice, NOW - DAY, strength=2)
    make_episode(alice, NOW - 100 * DAY, strength=4)
    over_time, in_all = client_of_alice.get("/patterns/time/?each=week").context["sections"]["How strong"]
    assert dict(in_all.chart.table.rows) == {"Faint": "0", "Mild": "1", "Moderate": "0", "Strong": "0"}
    assert over_time.chart.table.rows[-1] == ("22 to 28 May 2026", "0", "1", "0", "0")
    assert over_time.chart.table.rows[0][1:] == ("not recorded",) * 4
    assert over_time.finding == "Moderate or strong in 0 of 1 answer."


def test_strength_over_time_needs_an_answer(client_of_alice: Client, alice: User) -> None:
    fill(alice)
    (in_all,) = client_of_alice.get("/patterns/time/").context["sections"]["How strong"]
    assert in_all.finding == "No strength is recorded yet."


def test_before_and_after_a_day_is_said_in_words(client_of_alice: Client, alice: User) -> None:
    for n in range(140):
        twitches = 3 if n >= 60 else n % 2
        make_day(alice, (NOW - n * DAY).date(), twitching="yes" if twitches else "none")
        for k in range(twitches):
            make_episode(alice, NOW - n * DAY - timedelta(minutes=k))
    began = (NOW - 60 * DAY).date()
    page = client_of_alice.get(f"/patterns/time/?span=2w&since={began}&what=magnesium+%3Cb%3E").text
    assert "9 weeks before magnesium &lt;b&gt;: 21 a week. 8 weeks after: " in page
    assert "A diary cannot show that magnesium &lt;b&gt; was the reason." in page
    assert '<input type="hidden" name="span" value="2w">' in page


def test_too_few_weeks_around_a_day_say_so(client_of_alice: Client, alice: User) -> None:
    fill(alice)
    assert (
        "Too early to compare: that needs 4 weeks" in client_of_alice.get("/patterns/time/?since=10+May").text
    )


@pytest.mark.parametrize(
    ("query", "sentence"),
    [
        ("since=", "Enter the day it began"),
        ("since=31+June", "There is no 31 June"),
        ("since=tomorrow", "The day must be today or earlier"),
        ("since=1900-01-01", "Too early to compare"),
    ],
)
def test_a_day_that_cannot_be_gets_a_sentence_and_the_charts_stay(
    client_of_alice: Client, alice: User, query: str, sentence: str
) -> None:
    fill(alice)
    answer = client_of_alice.get(f"/patterns/time/?{query}")
    assert sentence in answer.text
    assert "sections" in answer.context


def test_whether_they_last_longer_is_said_with_care(client_of_alice: Client, alice: User) -> None:
    fill(alice)
    lengths, _ = client_of_alice.get("/patterns/time/").context["sections"]["How long"]
    assert lengths.finding == "Usually 40 seconds."
    assert lengths.note == (
        "19 with a length; longest 40 seconds. "
        "Too early to say whether they last longer or shorter: 3 of 8 weeks have 3 recorded lengths or more."
    )


def test_ten_years_are_drawn_by_the_month(client_of_alice: Client, alice: User) -> None:
    fill(alice)
    make_episode(alice, NOW - 3_600 * DAY)
    answer = client_of_alice.get("/patterns/time/?from=2016-07-01")
    assert answer.context["form"].counted_by == "month"
    assert len(figures(answer)[0].chart.table.rows) == 119


def test_a_medicine_that_began_is_marked_on_every_day_it_may_have_been(
    client_of_alice: Client, alice: User
) -> None:
    make_day(alice, NOW.date(), sleep_hours=7)
    fill(alice)
    make_medicine(alice, "Magnesium", dose="", started=PartialDate(2026, 5))
    (figure,) = client_of_alice.get("/patterns/time/").context["sections"]["Your days"]
    marked = [row[-1] for row in figure.chart.table.rows]
    assert (marked[0], marked[1], marked[-1]) == ("Magnesium started in May 2026",) * 3
    assert "Magnesium started" in figure.chart.wide


def test_the_busiest_month_is_named_as_one(client_of_alice: Client, alice: User) -> None:
    fill(alice)
    _, twitches = client_of_alice.get("/patterns/time/?span=1y&each=month").context["sections"]["How often"]
    assert twitches.finding.endswith("The most were 19, in May 2026.")
