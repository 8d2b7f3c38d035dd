"""The health record as it is kept: dates as well as they are known, results as printed, deletes undone."""

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError

from diary.models import BloodTest, DoseChange, Medicine, User, Visit
from diary.models.kept import Kept
from diary.quantities import PartialDate
from tests.factories import NOON, make_blood_test, make_condition, make_medicine, make_question, make_visit


@pytest.mark.parametrize("text", ["2026-03-12", "2026-03", "2026", "unknown", ""])
def test_a_date_is_kept_as_well_as_it_is_known(alice: User, text: str) -> None:
    date = PartialDate.from_text(text) if text else None
    make_medicine(alice, started=date)
    assert Medicine.objects.for_user(alice).get().started == date


@pytest.mark.parametrize("text", ["2.10", "<0.01", "0", ">100"])
def test_a_result_is_kept_to_its_last_nought(alice: User, text: str) -> None:
    make_blood_test(alice, value=text)
    assert str(BloodTest.objects.for_user(alice).get().value) == text


def test_what_is_no_date_is_not_kept(alice: User) -> None:
    medicine = make_medicine(alice)
    medicine.started = "March"
    with pytest.raises(ValidationError, match="“March” cannot be read"):
        medicine.full_clean()


@pytest.mark.parametrize("make", [make_medicine, make_blood_test, make_visit, make_condition, make_question])
def test_what_was_deleted_can_be_put_back_for_30_days(alice: User, make: object) -> None:
    assert callable(make)
    entry: Kept = make(alice)
    mine = type(entry).objects.for_user(alice)
    entry.discard(NOON)
    entry.discard(NOON + timedelta(days=9))
    assert not mine.kept().exists()
    assert mine.within_reach(NOON + timedelta(days=29)).get() == entry
    assert not mine.within_reach(NOON + timedelta(days=30)).exists()
    entry.restore()
    assert mine.kept().get() == entry


def test_a_uuid_is_there_once_for_a_person(alice: User) -> None:
    visit = make_visit(alice)
    with pytest.raises(IntegrityError):
        make_visit(alice, uuid=visit.uuid)


def test_two_people_may_have_the_same_uuid(alice: User, bob: User) -> None:
    visit = make_visit(alice)
    make_visit(bob, uuid=visit.uuid)
    assert Visit.objects.for_user(bob).with_uuid(visit.uuid).user == bob


def change(on: str, dose: str) -> DoseChange:
    return DoseChange(PartialDate.from_text(on) if on else None, dose, "")


def test_changes_of_the_dose_stand_in_their_order(alice: User) -> None:
    medicine = make_medicine(alice, dose="50 mg")
    for on, dose in [("2026-05", "100 mg"), ("", "150 mg"), ("2026-03-12", "75 mg"), ("unknown", "200 mg")]:
        medicine.change_dose(change(on, dose))
    assert [each.dose for each in medicine.dose_changes] == ["75 mg", "100 mg", "150 mg", "200 mg"]
    assert medicine.dose_now.dose == "200 mg"


def test_without_a_change_the_dose_is_the_first_one(alice: User) -> None:
    medicine = make_medicine(alice, dose="50 mg", how_often="once a day")
    assert medicine.dose_now == DoseChange(medicine.started, "50 mg", "once a day")


def test_stopped_on_a_day_nobody_knows_is_stopped(alice: User) -> None:
    assert make_medicine(alice).is_taken
    assert not make_medicine(alice, stopped=PartialDate()).is_taken
