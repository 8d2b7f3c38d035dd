"""Drinks: one log that gives the day its fluid and its caffeine together (ux C-5 to C-7)."""

from datetime import UTC, date, datetime
from typing import Any

import pytest
from django.test import Client
from time_machine import TimeMachineFixture

from diary.models import Day, Drink, DrinkPreset, User
from diary.transfer.exports import csv_file
from diary.transfer.tables import DAYS
from tests.factories import make_day, make_drink

NOW = datetime(2026, 5, 28, 13, 5, tzinfo=UTC)
TODAY = NOW.date()
HERE = "/checkin/2026-05-28/"
DRINKS = f"{HERE}drinks/"


@pytest.fixture(autouse=True)
def five_past_two_in_london(time_machine: TimeMachineFixture) -> None:
    time_machine.move_to(NOW, tick=False)


def day_of(user: User) -> Day:
    day = Day.objects.for_user(user).on(TODAY)
    assert day is not None
    return day


def cell(user: User, column: str) -> str:
    header, row = csv_file(user, DAYS).decode("utf-8-sig").splitlines()
    return dict(zip(header.split(","), row.split(","), strict=True))[column]


def remove(client: Client, user: User, name: str) -> None:
    drink = next(drink for drink in Drink.objects.for_user(user).on(TODAY) if drink.name == name)
    client.post(f"{DRINKS}{drink.uuid}/", {"remove": "1"})


def test_two_coffees_and_a_tea_are_230_mg_and_620_ml(client_of_alice: Client, alice: User) -> None:
    for name in ("Coffee", "Coffee", "Tea"):
        client_of_alice.post(DRINKS, {"drink": name})
    day = day_of(alice)
    assert (day.caffeine_mg, day.water_ml) == (230, 620)
    assert day.sources == {"caffeine_mg": "drinks", "water_ml": "drinks"}
    assert [drink.at for drink in Drink.objects.for_user(alice).on(TODAY)] == [NOW] * 3


def test_a_tap_that_is_sent_twice_is_one_drink(client_of_alice: Client, alice: User) -> None:
    tap = {"drink": "Coffee", "drink_uuid": "3f0c5d3e-0a6e-4c39-9d1a-111111111111"}
    client_of_alice.post(DRINKS, tap)
    client_of_alice.post(DRINKS, tap)
    assert day_of(alice).caffeine_mg == 90


def test_a_drink_on_an_earlier_day_has_no_time_of_its_own(client_of_alice: Client, alice: User) -> None:
    client_of_alice.post("/checkin/2026-05-26/drinks/", {"drink": "Tea"})
    assert [(drink.date, drink.at) for drink in Drink.objects.for_user(alice)] == [(date(2026, 5, 26), None)]


def test_when_it_was_can_be_said_by_part_of_the_day(client_of_alice: Client, alice: User) -> None:
    drink = make_drink(alice)
    client_of_alice.post(f"{DRINKS}{drink.uuid}/", {"when": "morning"})
    drink.refresh_from_db()
    assert drink.at == datetime(2026, 5, 28, 8, 0, tzinfo=UTC)


def test_removing_every_drink_leaves_nothing_recorded(client_of_alice: Client, alice: User) -> None:
    make_drink(alice)
    remove(client_of_alice, alice, "Coffee")
    day = day_of(alice)
    assert (day.caffeine_mg, day.water_ml, day.sources) == (None, None, {})
    assert (cell(alice, "caffeine_mg"), cell(alice, "water_ml")) == ("", "")


def test_water_alone_says_nothing_about_caffeine(client_of_alice: Client, alice: User) -> None:
    client_of_alice.post(DRINKS, {"drink": "Water"})
    assert (day_of(alice).caffeine_mg, day_of(alice).water_ml) == (None, 250)
    assert cell(alice, "caffeine_mg") == ""


def test_no_caffeine_is_a_zero_that_a_drink_replaces_with_a_note(
    client_of_alice: Client, alice: User
) -> None:
    client_of_alice.post(f"{HERE}answer/", {"zero": "caffeine_mg"})
    assert (day_of(alice).caffeine_mg, cell(alice, "caffeine_mg")) == (0, "0")
    client_of_alice.post(DRINKS, {"drink": "Coffee"})
    assert day_of(alice).caffeine_mg == 90
    assert "Changed: no caffeine → 90 mg." in client_of_alice.get(HERE).text
    remove(client_of_alice, alice, "Coffee")
    assert (day_of(alice).caffeine_mg, day_of(alice).given_caffeine_mg) == (0, None)


def test_drinks_win_over_a_number_and_the_page_says_so(client_of_alice: Client, alice: User) -> None:
    client_of_alice.post(f"{HERE}answer/", {"water_ml": "1.5 l"})
    client_of_alice.post(DRINKS, {"drink": "Coffee"})
    assert (day_of(alice).water_ml, day_of(alice).given_water_ml) == (200, 1500)
    assert "The drinks below count, 200 ml. The 1,500 ml given as a number does not." in (
        client_of_alice.get(HERE).text
    )
    client_of_alice.post(f"{HERE}answer/", {"water_ml": "2 l"})
    assert (day_of(alice).water_ml, day_of(alice).given_water_ml) == (200, 2000)
    remove(client_of_alice, alice, "Coffee")
    assert (day_of(alice).water_ml, day_of(alice).sources) == (2000, {})


def test_a_drink_of_ones_own_is_there_to_tap_the_next_time(client_of_alice: Client, alice: User) -> None:
    client_of_alice.post(DRINKS, {"own": "1", "own_name": " Mate  tea ", "own_ml": "300 ml", "own_mg": "85"})
    assert (day_of(alice).water_ml, day_of(alice).caffeine_mg) == (300, 85)
    client_of_alice.post(DRINKS, {"drink": "Mate tea"})
    assert day_of(alice).caffeine_mg == 170


@pytest.mark.parametrize(
    ("own", "sentence"),
    [
        ({"own_ml": "300", "own_mg": "0"}, "Write what the drink is called"),
        ({"own_name": "Mate", "own_mg": "0"}, "Write how much it is"),
        ({"own_name": "Mate", "own_ml": "300"}, "Write 0 when there is none"),
        ({"own_name": "Mate", "own_ml": "6 l", "own_mg": "0"}, "A drink can have up to 5,000 ml"),
        ({"own_name": "M" * 41, "own_ml": "1", "own_mg": "0"}, "The name can have 40 letters at most"),
    ],
)
def test_a_drink_that_is_not_told_whole_is_not_added(
    client_of_alice: Client, alice: User, own: dict[str, str], sentence: str
) -> None:
    shown = client_of_alice.post(DRINKS, {"own": "1", **own}, headers={"HX-Request": "true"}).text
    assert sentence in shown
    assert all(f'value="{typed}"' in shown for typed in own.values())
    assert not Drink.objects.for_user(alice).exists()


def test_a_day_cannot_hold_more_than_a_day_can(client_of_alice: Client, alice: User) -> None:
    make_drink(alice, ml=5000, mg=2950)
    answer = client_of_alice.post(DRINKS, {"drink": "Coffee"}, follow=True)
    assert "Not added. Caffeine must be between 0 and 3,000 mg" in answer.text
    assert day_of(alice).caffeine_mg == 2950


def test_my_usual_drinks_go_in_at_once_each_removable(client_of_alice: Client, alice: User) -> None:
    for name, ml, mg, usual in (("Coffee", "250 ml", "110", "2"), ("Water", "250", "0", "3")):
        client_of_alice.post("/settings/drinks/", {"name": name, "ml": ml, "mg": mg, "usual": usual})
    client_of_alice.post(DRINKS, {"usual_drinks": "1"})
    day = day_of(alice)
    assert (day.caffeine_mg, day.water_ml) == (220, 1250)
    assert day.sources == {"caffeine_mg": "usual", "water_ml": "usual"}
    remove(client_of_alice, alice, "Coffee")
    assert day_of(alice).caffeine_mg == 110


def test_a_known_drink_can_be_as_it_was_again(client_of_alice: Client, alice: User) -> None:
    client_of_alice.post("/settings/drinks/", {"name": "Tea", "ml": "500", "mg": "100", "usual": ""})
    assert DrinkPreset.objects.for_user(alice).get().mg == 100
    client_of_alice.post("/settings/drinks/", {"drop": "Tea"})
    client_of_alice.post(DRINKS, {"drink": "Tea"})
    assert day_of(alice).caffeine_mg == 50


def test_without_a_script_what_else_was_filled_in_comes_along(client_of_alice: Client, alice: User) -> None:
    page = {"drink": "Coffee", "sleep_hours": "7h30", "stress": "3", "note": "calm", "next": "/diary/"}
    answer = client_of_alice.post(DRINKS, page)
    day = day_of(alice)
    assert (day.sleep_hours, day.stress, day.note, day.caffeine_mg) == (7.5, 3, "calm", 90)
    assert answer.url == "/checkin/2026-05-28/?next=%2Fdiary%2F#drinks"


def test_today_adds_a_drink_by_one_tap_and_takes_it_back_by_one(client_of_alice: Client, alice: User) -> None:
    there = client_of_alice.post(DRINKS, {"drink": "Coffee", "on_today": "1"}).url
    assert "Added: Coffee, 200 ml, 90 mg" in client_of_alice.get(there).text
    (drink,) = Drink.objects.for_user(alice)
    back = client_of_alice.post(f"{DRINKS}{drink.uuid}/", {"remove": "1", "on_today": "1"})
    assert client_of_alice.get(back.url).status_code == 200
    assert not Drink.objects.for_user(alice).exists()


def test_today_offers_first_what_is_had_most(client_of_alice: Client, alice: User) -> None:
    make_drink(alice, name="Cola")
    offered = client_of_alice.get("/today/").context["few_drinks"]
    assert [drink.name for drink in offered] == ["Cola", "Coffee", "Tea"]


@pytest.mark.parametrize("data", [{"drink": "Mud"}, {}, {"usual_drinks": "1"}])
def test_a_drink_nobody_knows_adds_nothing(
    client_of_alice: Client, alice: User, data: dict[str, Any]
) -> None:
    assert client_of_alice.post(DRINKS, data).status_code in (200, 302)
    assert not Drink.objects.for_user(alice).exists()


@pytest.mark.parametrize("htmx", [{}, {"HX-Request": "true"}])
@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        ({"drink": "Mud"}, "That drink is not on your list any more"),
        ({"usual_drinks": "1"}, "You have no usual drinks yet"),
    ],
)
def test_today_says_why_a_drink_that_is_gone_was_not_added(
    client_of_alice: Client, data: dict[str, str], sentence: str, htmx: dict[str, str]
) -> None:
    answer = client_of_alice.post(DRINKS, {"on_today": "1"} | data, headers=htmx)
    assert answer.status_code == 302
    assert f"Not added. {sentence}" in client_of_alice.get("/today/").text


def test_a_day_to_come_has_no_drinks(client_of_alice: Client) -> None:
    assert client_of_alice.post("/checkin/2026-05-29/drinks/", {"drink": "Tea"}).status_code == 404


def test_a_day_with_nothing_but_an_unknown_drink_is_not_made(client_of_alice: Client, alice: User) -> None:
    make_day(alice, date(2026, 5, 20))
    client_of_alice.post(DRINKS, {"drink": "Mud"})
    assert [day.date for day in Day.objects.for_user(alice)] == [date(2026, 5, 20)]
