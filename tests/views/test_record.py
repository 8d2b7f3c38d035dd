"""The health record: visits."""

from datetime import UTC, date, datetime

import pytest
from django.test import Client
from time_machine import TimeMachineFixture

from diary.models import User, Visit
from tests.factories import make_visit


@pytest.fixture(autouse=True)
def five_past_two_in_london(time_machine: TimeMachineFixture) -> None:
    time_machine.move_to(datetime(2026, 5, 28, 13, 5, tzinfo=UTC), tick=False)


def test_a_visit_is_kept_and_listed(client_of_alice: Client, alice: User) -> None:
    answer = client_of_alice.post(
        "/record/", {"date": "12 March", "who": "GP", "note": "Wait and see"}, follow=True
    )
    assert "Thursday 12 March 2026, GP" in answer.text
    assert [(visit.date, visit.note) for visit in Visit.objects.for_user(alice)] == [
        (date(2026, 3, 12), "Wait and see")
    ]


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("", "Enter the day of the visit"),
        ("1 June 2026", "The day of the visit must be today or earlier"),
        ("x", "Write the date like"),
    ],
)
def test_a_visit_without_a_day_loses_nothing_typed(
    client_of_alice: Client, typed: str, sentence: str
) -> None:
    answer = client_of_alice.post("/record/", {"date": typed, "who": "Optician"})
    assert sentence in answer.text
    assert 'value="Optician"' in answer.text
    assert not Visit.objects.exists()


@pytest.mark.parametrize("page", ["/record/", "/flags/seen/"])
def test_a_visit_that_is_sent_twice_is_kept_once(client_of_alice: Client, alice: User, page: str) -> None:
    uuid = client_of_alice.get(page).context["form"]["uuid"].value()
    for _ in range(2):
        assert client_of_alice.post(page, {"date": "12 March", "uuid": uuid}).status_code == 302
    assert [visit.uuid for visit in Visit.objects.for_user(alice)] == [uuid]
    assert client_of_alice.get(page).context["form"]["uuid"].value() != uuid


def test_a_visit_is_kept_without_the_characters_nobody_can_see(client_of_alice: Client, alice: User) -> None:
    client_of_alice.post("/record/", {"date": "12 March", "who": "G\x00P ", "note": "a\x00b"})
    assert [(visit.who, visit.note) for visit in Visit.objects.for_user(alice)] == [("GP", "ab")]


def test_a_visit_can_be_removed(client_of_alice: Client, alice: User) -> None:
    client_of_alice.post(f"/record/visits/{make_visit(alice).uuid}/delete/")
    assert not Visit.objects.exists()


def test_somebody_elses_visit_is_neither_shown_nor_removed(client_of_bob: Client, alice: User) -> None:
    visit = make_visit(alice, who="Dr Hers")
    assert "Dr Hers" not in client_of_bob.get("/record/").text
    assert client_of_bob.post(f"/record/visits/{visit.uuid}/delete/").status_code == 404
    assert Visit.objects.exists()
