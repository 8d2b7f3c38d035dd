"""What goes with twitching, as the last review found it: raw counts first, a verdict past the gates."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.test import Client
from time_machine import TimeMachineFixture

from diary.models import Day, Review, User
from diary.periods import Period
from diary.vocabulary.factors import FACTORS, OWN
from tests.factories import make_day, make_episode

NOW = datetime(2026, 5, 28, 13, 5, tzinfo=UTC)
DAY = timedelta(days=1)


@pytest.fixture(autouse=True)
def five_past_two_in_london(time_machine: TimeMachineFixture) -> None:
    time_machine.move_to(NOW, tick=False)


def fill(user: User, days: int) -> None:
    """On days of high stress it twitches 4 times, on others once or not at all."""
    for n in range(days):
        stress = (n * 7) % 11
        twitches = 4 if stress >= 7 else n % 2
        make_day(user, (NOW - n * DAY).date(), twitching="yes" if twitches else "none", stress=stress)
        for k in range(twitches):
            guess = ["stressed"] if twitches == 4 else []
            make_episode(user, NOW - n * DAY - timedelta(minutes=k), suspected_triggers=guess)


def dots_of(shown: Any) -> int:
    """On how many days its chart stands."""
    return len(shown.figure.chart.numbers().rows)


def of(answer: Any, name: str) -> Any:
    return next(each for each in answer.context["compared"] if each.name == name)


def test_an_empty_diary_says_it_is_too_early(client_of_alice: Client) -> None:
    page = client_of_alice.get("/patterns/triggers/").text
    assert "This can show what happens together. It cannot show what brings twitching on." in page
    assert "Too early to compare. Comparisons start at 60 check-ins" in page


def test_raw_counts_and_dots_are_there_before_any_verdict(client_of_alice: Client, alice: User) -> None:
    fill(alice, 20)
    answer = client_of_alice.get("/patterns/triggers/")
    stress = of(answer, "Stress")
    assert stress.status == "Too early: 20 of 60 check-ins"
    assert "with stress of 7 or more you logged 4.0 episodes a day" in stress.counts
    assert stress.figure.chart.table.rows[4][0] == "4"
    assert answer.context["overview"] is None
    assert Review.objects.for_user(alice).count() == 0


def test_past_the_gate_the_review_is_made_once_and_shown(client_of_alice: Client, alice: User) -> None:
    fill(alice, 90)
    answer = client_of_alice.get("/patterns/triggers/")
    assert of(answer, "Stress").is_found
    assert answer.context["compared"][0].name == "Stress"
    assert answer.text.index("It cannot show") < answer.text.index("Stress may go together")
    assert answer.context["overview"].finding == "Stress may go together with twitching."
    assert "We looked at 1 factor on 28 May 2026. You checked in on 90 of 90 days." in answer.text
    client_of_alice.get("/patterns/triggers/")
    assert Review.objects.for_user(alice).count() == 1


def test_usual_values_are_left_out_and_counted_when_asked_for(client_of_alice: Client, alice: User) -> None:
    """Counts and dots know them then; what was found, and how far it is, does not."""
    fill(alice, 90)
    Day.objects.for_user(alice).dated_in(Period.ending(NOW.date(), 20, "UTC")).update(
        sources={"stress": "usual"}
    )
    plain, with_usual = (client_of_alice.get(f"/patterns/triggers/{ask}") for ask in ("", "?usual=on"))
    before, after = of(plain, "Stress"), of(with_usual, "Stress")
    assert "Values filled in as “usual”, on 20 days, are left out" in plain.text
    assert "What was found, and how far it is, leaves them out." in with_usual.text
    assert [dots_of(each) for each in (before, after)] == [70, 90]
    assert (before.counts != after.counts, before.status == after.status) == (True, True)
    assert with_usual.context["review"] == plain.context["review"]
    assert Review.objects.for_user(alice).count() == 1


def test_a_diary_without_usual_values_has_nothing_to_count_in(client_of_alice: Client, alice: User) -> None:
    fill(alice, 20)
    assert "“usual”" not in client_of_alice.get("/patterns/triggers/").text


def test_the_numbers_of_a_chart_count_usual_values_as_the_page_does(
    client_of_alice: Client, alice: User
) -> None:
    fill(alice, 20)
    Day.objects.for_user(alice).dated_in(Period.ending(NOW.date(), 3, "UTC")).update(
        sources={"stress": "usual"}
    )
    lines = [
        client_of_alice.get(f"/patterns/triggers/dots-stress.csv{ask}").content.splitlines()
        for ask in ("", "?usual=on")
    ]
    assert [len(each) for each in lines] == [1 + 17, 1 + 20]


def test_every_question_in_use_is_compared_and_one_s_own_in_its_words(
    client_of_alice: Client, alice: User
) -> None:
    alice.own_question, alice.own_kind = "<b>Cheese</b> & wine", "yes_no"
    alice.save()
    for n in range(70):
        said = {code: FACTORS[code].low if n % 2 else FACTORS[code].high for code in FACTORS}
        make_day(alice, (NOW - n * DAY).date(), twitching="yes" if n % 3 else "none", **said)
    answer = client_of_alice.get("/patterns/triggers/")
    names = {FACTORS[code].label for code in FACTORS if code != OWN} | {"<b>Cheese</b> & wine"}
    assert {each.name for each in answer.context["compared"]} == names
    assert {each.figure is not None for each in answer.context["compared"]} == {True}
    assert f"We looked at {len(FACTORS)} factors" in answer.text
    assert "<b>Cheese" not in answer.text


def test_one_s_own_guess_stands_beside_the_verdict(client_of_alice: Client, alice: User) -> None:
    fill(alice, 20)
    make_episode(alice, NOW - 30 * DAY, suspected_triggers=["cold"])
    rows = [
        (g.label, g.n, g.of, said)
        for g, said in client_of_alice.get("/patterns/triggers/").context["guesses"]
    ]
    assert rows == [("Stressed", 28, 29, "Stress: too early"), ("Cold", 1, 29, "Not asked about each day")]


def test_a_guess_that_the_days_turn_round_is_not_simply_called_a_link(
    client_of_alice: Client, alice: User
) -> None:
    """Stress was suspected, and it never twitches on days of high stress."""
    for n in range(90):
        stress = (n * 7) % 11
        make_day(alice, (NOW - n * DAY).date(), twitching="none" if stress >= 7 else "yes", stress=stress)
    make_episode(alice, NOW - 2 * DAY, suspected_triggers=["stressed"])
    ((_, said),) = client_of_alice.get("/patterns/triggers/").context["guesses"]
    assert said == "Stress: possible link, the other way round"


def test_what_was_tried_is_told_with_how_often_it_helped(client_of_alice: Client, alice: User) -> None:
    make_episode(alice, NOW, relief={"rest": 3})
    make_episode(alice, NOW - DAY, relief={"rest": None})
    page = client_of_alice.get("/patterns/triggers/").text
    assert "Tried 2 times. The one time you said, it helped somewhat or more." in page


def test_a_chart_has_its_numbers_and_nothing_of_somebody_else_is_shown(
    client_of_alice: Client, client_of_bob: Client, alice: User
) -> None:
    fill(alice, 20)
    lines = client_of_alice.get("/patterns/triggers/dots-stress.csv").content.decode("utf-8-sig").splitlines()
    assert (lines[0], len(lines)) == ("kind,episodes_a_day", 21)
    assert client_of_bob.get("/patterns/triggers/dots-stress.csv").status_code == 404
    assert "Too early to compare" in client_of_bob.get("/patterns/triggers/").text
    assert "Your own guesses" not in client_of_bob.get("/patterns/triggers/").text
