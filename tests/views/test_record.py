"""The health record: five kinds of entries on one page, each added, changed, deleted and put back."""

from datetime import UTC, date, datetime
from typing import Any

import pytest
from django.test import Client
from time_machine import TimeMachineFixture

from diary.models import BloodTest, Condition, Medicine, Question, User, Visit
from diary.quantities import PartialDate
from tests.factories import (
    make_blood_test,
    make_condition,
    make_medicine,
    make_question,
    make_visit,
)

ENTRIES: list[tuple[str, Any, Any, dict[str, str]]] = [
    ("medicines", Medicine, make_medicine, {"name": "Sertraline", "started": "March 2026"}),
    ("tests", BloodTest, make_blood_test, {"what": "magnesium", "result": "0.85 mmol/l"}),
    ("visits", Visit, make_visit, {"date": "12 March", "who": "GP"}),
    ("conditions", Condition, make_condition, {"whose": "self", "name": "Migraine"}),
    ("questions", Question, make_question, {"words": "Could the tablet do this?"}),
]
each = pytest.mark.parametrize(("folder", "model", "make", "typed"), ENTRIES, ids=[e[0] for e in ENTRIES])


@pytest.fixture(autouse=True)
def five_past_two_in_london(time_machine: TimeMachineFixture) -> None:
    time_machine.move_to(datetime(2026, 5, 28, 13, 5, tzinfo=UTC), tick=False)


def send(client: Client, path: str, **typed: str) -> Any:
    return client.post(f"/record/{path}", typed, follow=True)


def words(answer: Any) -> str:
    return " ".join(answer.text.split())


@each
def test_an_entry_is_kept_once_however_often_it_is_sent(
    client_of_alice: Client, alice: User, folder: str, model: Any, make: Any, typed: dict[str, str]
) -> None:
    uuid = client_of_alice.get(f"/record/{folder}/new/").context["form"]["uuid"].value()
    for _ in range(2):
        answer = client_of_alice.post(f"/record/{folder}/new/", {**typed, "uuid": str(uuid)})
        assert (answer.status_code, answer["Location"]) == (302, f"/record/#{folder}")
    assert [entry.uuid for entry in model.objects.for_user(alice)] == [uuid]


@each
def test_an_entry_is_changed_where_it_stands(
    client_of_alice: Client, alice: User, folder: str, model: Any, make: Any, typed: dict[str, str]
) -> None:
    entry = make(alice)
    page = client_of_alice.get(f"/record/{folder}/{entry.uuid}/")
    boxes = {box.html_name: box.value() for box in page.context["form"]}
    shown = {name: page.context["form"].fields[name].prepare_value(boxes[name]) or "" for name in boxes}
    last = "words" if folder == "questions" else "note"
    answer = send(client_of_alice, f"{folder}/{entry.uuid}/", **{**shown, last: "changed"})
    assert "Saved: " in answer.text
    changed = model.objects.for_user(alice).get()
    assert getattr(changed, last) == "changed"
    setattr(changed, last, getattr(entry, last))
    fields = [field.name for field in model._meta.concrete_fields]
    assert [getattr(changed, name) for name in fields] == [getattr(entry, name) for name in fields]


@each
def test_a_deleted_entry_is_gone_from_the_page_and_one_press_puts_it_back(
    client_of_alice: Client, alice: User, folder: str, model: Any, make: Any, typed: dict[str, str]
) -> None:
    entry = make(alice)
    answer = send(client_of_alice, f"{folder}/{entry.uuid}/delete/")
    assert f"Deleted: {entry}." in answer.text
    assert f"/record/{folder}/{entry.uuid}/undo/" in answer.text
    assert f'href="/record/{folder}/{entry.uuid}/"' not in answer.text
    answer = send(client_of_alice, f"{folder}/{entry.uuid}/undo/")
    assert f'href="/record/{folder}/{entry.uuid}/"' in answer.text
    assert model.objects.for_user(alice).kept().get() == entry


def test_a_question_deleted_from_the_report_leads_back_to_it_and_can_be_put_back_there(
    client_of_alice: Client, alice: User
) -> None:
    question = make_question(alice)
    answer = client_of_alice.get(f"/record/questions/{question.uuid}/?next=/report/%23questions")
    assert '<input type="hidden" name="next" value="/report/#questions">' in answer.content.decode()
    answer = send(client_of_alice, f"questions/{question.uuid}/delete/", next="/report/#questions")
    assert (answer.request["PATH_INFO"], f"Deleted: {question}." in answer.text) == ("/report/", True)
    answer = send(client_of_alice, f"questions/{question.uuid}/undo/", next="/report/")
    assert answer.request["PATH_INFO"] == "/report/"
    assert Question.objects.for_user(alice).kept().get() == question


@each
def test_what_is_saved_in_one_tab_and_was_deleted_in_another_is_kept(
    client_of_alice: Client, alice: User, folder: str, model: Any, make: Any, typed: dict[str, str]
) -> None:
    entry = make(alice)
    send(client_of_alice, f"{folder}/{entry.uuid}/delete/")
    assert "Saved: " in send(client_of_alice, f"{folder}/{entry.uuid}/", **typed).text
    assert model.objects.for_user(alice).kept().get() == entry


@each
def test_a_new_entry_sent_again_after_it_was_deleted_is_kept(
    client_of_alice: Client, alice: User, folder: str, model: Any, make: Any, typed: dict[str, str]
) -> None:
    uuid = client_of_alice.get(f"/record/{folder}/new/").context["form"]["uuid"].value()
    send(client_of_alice, f"{folder}/new/", **typed, uuid=str(uuid))
    send(client_of_alice, f"{folder}/{uuid}/delete/")
    assert "Saved: " in send(client_of_alice, f"{folder}/new/", **typed, uuid=str(uuid)).text
    assert model.objects.for_user(alice).kept().get().uuid == uuid


@each
def test_what_was_deleted_30_days_ago_is_not_there(
    client_of_alice: Client, alice: User, folder: str, model: Any, make: Any, typed: dict[str, str]
) -> None:
    old = make(alice, deleted_at=datetime(2026, 4, 28, 13, 5, tzinfo=UTC))
    assert client_of_alice.post(f"/record/{folder}/{old.uuid}/undo/").status_code == 404
    send(client_of_alice, f"{folder}/{make(alice).uuid}/delete/")
    assert not model.objects.for_user(alice).with_uuid(old.uuid)


REFUSED = [
    ("medicines", {"name": "", "dose": "50 mg"}, "Enter the name of the medicine or supplement"),
    ("medicines", {"name": "X", "started": "soon"}, "Write the date like 28 May 2026, May 2026 or 2026"),
    ("medicines", {"name": "X", "started": "June 2026"}, "This date must be today or earlier"),
    (
        "medicines",
        {"name": "X", "started": "May", "stopped": "April"},
        "must not be before the day you started",
    ),
    ("tests", {"what": "", "result": "0.85 mmol/l"}, "Choose a test from the list"),
    ("tests", {"what": "magnesium", "result": "0.85"}, "Choose the unit of 0.85"),
    (
        "tests",
        {"what": "magnesium", "result": "2.1 mg/dl", "limits": "0.7-1 mmol/l"},
        "in the unit of the result",
    ),
    ("tests", {"what": "other", "result": "3"}, "Enter what the test is called"),
    ("visits", {"date": "", "who": "Optician"}, "Enter the day of the visit"),
    ("visits", {"date": "1 June 2026", "who": "GP"}, "The day of the visit must be today or earlier"),
    ("visits", {"date": "x", "who": "GP"}, "Write the date like"),
    ("visits", {"date": "12 May", "review_on": "April"}, "The next visit must not be before this one"),
    ("conditions", {"whose": "", "name": "Migraine"}, "Choose who has it"),
    ("conditions", {"whose": "self", "since": "2019"}, "Enter what it is"),
    ("questions", {"words": " "}, "Enter what you want to ask"),
]


@pytest.mark.parametrize(("folder", "typed", "sentence"), REFUSED)
def test_what_cannot_be_kept_is_said_beside_its_box_and_nothing_typed_is_lost(
    client_of_alice: Client, folder: str, typed: dict[str, str], sentence: str
) -> None:
    answer = send(client_of_alice, f"{folder}/new/", **typed)
    assert sentence in answer.text
    assert answer.text.startswith("<!DOCTYPE html>")
    assert "<title>Error: " in answer.text
    for value in typed.values():
        assert not value.strip() or f'value="{value}"' in answer.text
    assert not any(model.objects.exists() for _, model, _, _ in ENTRIES)


@pytest.mark.parametrize("unit", ["mmol/l", "mg/dl", "mEq/l"])
def test_an_answer_about_the_unit_is_the_result(client_of_alice: Client, alice: User, unit: str) -> None:
    answer = send(client_of_alice, "tests/new/", what="magnesium", result="1.5")
    assert f'name="result_answer" value="1.5 {unit}"' in answer.text
    chosen = {"result": "1.5", "result_asked": "1.5", "result_answer": f"1.5 {unit}"}
    send(client_of_alice, "tests/new/", what="magnesium", **chosen)
    assert str(BloodTest.objects.for_user(alice).get()) == f"Magnesium 1.5 {unit}"


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ({"started": "16 Feb 2026"}, "Started 16 February 2026"),
        ({"started": "March 2026"}, "Started March 2026"),
        ({"started": "don't know"}, "Started, date not known"),
        ({"stopped": "don't know"}, "Stopped, date not known"),
        ({"started": "2019", "stopped": "yesterday"}, "Started 2019; stopped 27 May 2026"),
    ],
)
def test_a_medicine_shows_its_dates_as_well_as_they_are_known(
    client_of_alice: Client, typed: dict[str, str], shown: str
) -> None:
    answer = send(client_of_alice, "medicines/new/", name="Sertraline", dose="50 mg", **typed)
    assert f'<strong>Sertraline 50 mg</strong> <br><span class="quiet">{shown}</span>' in words(answer)
    assert ("<h3>Stopped</h3>" in answer.text) == ("stopped" in typed)


def test_a_changed_dose_is_kept_beside_the_first_and_can_be_taken_out_and_put_back(
    client_of_alice: Client, alice: User
) -> None:
    medicine = make_medicine(alice)
    address = f"medicines/{medicine.uuid}/dose/"
    answer = send(client_of_alice, address, dose="100 mg", on="April 2026")
    assert "Started 16 February 2026 with 50 mg, once a day; 100 mg from April 2026" in words(answer)
    change = {"dose": "100 mg", "how_often": "", "on": "2026-04"}
    for _ in range(2):
        answer = send(client_of_alice, f"{address}delete/", **change)
        assert Medicine.objects.for_user(alice).get().changes == []
    answer = client_of_alice.get(f"/record/{address}", {"dropped": "1", **change})
    assert "Taken out: 100 mg." in answer.text
    send(client_of_alice, address, **change)
    send(client_of_alice, address, **change)
    assert Medicine.objects.for_user(alice).get().changes == [change]


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ({"on": "April"}, "Enter the new dose, or how often"),
        ({"dose": "100 mg", "on": "2019"}, "The dose must not change before the day you started"),
    ],
)
def test_a_dose_that_cannot_have_changed_so_is_refused(
    client_of_alice: Client, alice: User, typed: dict[str, str], sentence: str
) -> None:
    medicine = make_medicine(alice)
    assert sentence in send(client_of_alice, f"medicines/{medicine.uuid}/dose/", **typed).text
    assert Medicine.objects.for_user(alice).get().changes == []


def test_a_kind_of_medicine_says_what_was_reported_and_by_whom_and_nothing_more(
    client_of_alice: Client, alice: User
) -> None:
    told = client_of_alice.get(f"/record/medicines/{make_medicine(alice, kind='lithium').uuid}/").text
    assert "Lithium: twitching (<a href=" in told
    assert "Do not stop a prescribed medicine on your own" in told
    quiet = client_of_alice.get(f"/record/medicines/{make_medicine(alice, kind='stimulant').uuid}/").text
    assert "reported" not in quiet


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        ("1.10", "<strong>Magnesium 1.10 mmol/l</strong> above the lab’s range, 0.7 to 1.0"),
        ("0.85", "<strong>Magnesium 0.85 mmol/l</strong> in the lab’s range, 0.7 to 1.0"),
        ("0.6", "<strong>Magnesium 0.6 mmol/l</strong> below the lab’s range, 0.7 to 1.0"),
    ],
)
def test_a_result_is_held_against_the_range_of_its_own_paper(
    client_of_alice: Client, alice: User, value: str, shown: str
) -> None:
    make_blood_test(alice, value=value)
    assert shown in words(client_of_alice.get("/record/"))


def test_a_result_is_shown_in_the_other_units_too(client_of_alice: Client, alice: User) -> None:
    make_blood_test(alice)
    assert "20 April 2026. The same as 2.07 mg/dl or 1.70 mEq/l" in client_of_alice.get("/record/").text


def test_a_question_is_ticked_off_and_back(client_of_alice: Client, alice: User) -> None:
    question = make_question(alice)
    tick = f"questions/{question.uuid}/tick/"
    assert f"<s>{question.words}</s>" in send(client_of_alice, tick, asked="yes").text
    assert not Question.objects.for_user(alice).to_ask().exists()
    assert f"<s>{question.words}</s>" not in send(client_of_alice, tick).text
    assert Question.objects.for_user(alice).to_ask().get() == question


def test_a_visit_is_kept_and_listed(client_of_alice: Client, alice: User) -> None:
    typed = {"date": "12 March", "who": "GP", "note": "Wait and see", "review_on": "July 2026"}
    answer = send(client_of_alice, "visits/new/", **typed)
    assert "Thursday 12 March, GP" in answer.text
    assert "To be seen again: July 2026" in answer.text
    visit = Visit.objects.for_user(alice).get()
    assert (visit.date, visit.note, visit.review_on) == (
        date(2026, 3, 12), "Wait and see", PartialDate(2026, 7),
    )  # fmt: skip


def test_a_visit_of_the_care_card_that_is_sent_twice_is_kept_once(
    client_of_alice: Client, alice: User
) -> None:
    uuid = client_of_alice.get("/flags/seen/").context["form"]["uuid"].value()
    for _ in range(2):
        answer = client_of_alice.post("/flags/seen/", {"date": "12 March", "uuid": str(uuid)})
        assert answer.status_code == 302
    assert [visit.uuid for visit in Visit.objects.for_user(alice)] == [uuid]
    assert client_of_alice.get("/flags/seen/").context["form"]["uuid"].value() != uuid


def test_an_entry_is_kept_without_the_characters_nobody_can_see(client_of_alice: Client, alice: User) -> None:
    send(client_of_alice, "visits/new/", date="12 March", who="G\x00P ", note="a\x00b")
    assert [(visit.who, visit.note) for visit in Visit.objects.for_user(alice)] == [("GP", "ab")]


def test_a_relative_is_kept_of_the_family_alone(client_of_alice: Client, alice: User) -> None:
    for whose in ("self", "family"):
        send(client_of_alice, "conditions/new/", whose=whose, name="Tremor", relative="mother")
    assert [str(c) for c in Condition.objects.for_user(alice).own_first()] == ["Tremor", "mother: Tremor"]


def test_an_empty_record_says_what_it_is_for(client_of_alice: Client) -> None:
    answer = client_of_alice.get("/record/")
    assert answer.text.count("Nothing yet.") == 3
    assert "No visits yet" in answer.text


@pytest.mark.parametrize("deleted", ["", "visit", "visit:x", "dog:00000000-0000-0000-0000-000000000000"])
def test_an_address_that_names_nothing_deleted_is_just_the_page(
    client_of_alice: Client, deleted: str
) -> None:
    assert "Deleted:" not in client_of_alice.get("/record/", {"deleted": deleted}).text
