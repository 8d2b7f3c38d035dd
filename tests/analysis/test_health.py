"""The health record as facts, and the marks it makes for the charts."""

from datetime import date

import pytest

from diary.analysis.health import (
    BloodResult,
    ConditionRecord,
    Event,
    MedicineRecord,
    VisitRecord,
    blood_results,
    condition_records,
    events,
    events_of,
    medicine_records,
    questions,
    visit_records,
)
from diary.models import DoseChange, User
from diary.periods import Period
from diary.quantities import PartialDate
from diary.quantities.laboratory import Amount, LabRange
from tests.factories import (
    NOON,
    make_blood_test,
    make_condition,
    make_medicine,
    make_question,
    make_visit,
)

MAY = Period(date(2026, 5, 1), date(2026, 5, 31), "Europe/London")


def partial(text: str) -> PartialDate:
    return PartialDate.from_text(text)


def test_medicines_taken_now_come_first_and_then_by_name(alice: User) -> None:
    make_medicine(alice, "Zinc", kind="supplement", dose="", how_often="", started=None)
    make_medicine(alice, "aspirin", stopped=partial("2026-05"))
    make_medicine(alice, "Lithium", kind="lithium", changes=[{"on": "2026-03", "dose": "2", "how_often": ""}])
    make_medicine(alice, "Gone", deleted_at=NOON)
    changes = (DoseChange(partial("2026-03"), "2", ""),)
    started = partial("2026-02-16")
    assert medicine_records(alice) == [
        MedicineRecord("Lithium", "lithium", "50 mg", "once a day", started, None, changes),
        MedicineRecord("Zinc", "supplement", "", "", None, None),
        MedicineRecord("aspirin", "ssri", "50 mg", "once a day", started, partial("2026-05")),
    ]
    assert medicine_records(alice)[0].dose_now.dose == "2"


def test_results_come_latest_first_and_undated_ones_last(alice: User) -> None:
    for taken_on in ("unknown", "2026-03-12", "2026-04", ""):
        make_blood_test(alice, taken_on=partial(taken_on) if taken_on else None)
    make_blood_test(alice, deleted_at=NOON)
    assert [str(each.taken_on or "") for each in blood_results(alice)] == [
        "2026-04",
        "2026-03-12",
        "unknown",
        "",
    ]


@pytest.mark.parametrize(("value", "place"), [("0.69", "below"), ("0.85", "in"), ("1.1", "above")])
def test_a_result_is_held_against_its_own_paper(alice: User, value: str, place: str) -> None:
    make_blood_test(alice, value=value)
    limits = LabRange(Amount.from_text("0.7"), Amount.from_text("1.0"))
    result = BloodResult(
        "magnesium", "Magnesium", Amount.from_text(value), "mmol/l", limits, partial("2026-04-20")
    )
    assert blood_results(alice) == [result]
    assert result.place == place


def test_visits_conditions_and_questions_are_ones_own_and_not_deleted(alice: User, bob: User) -> None:
    make_visit(alice, who="GP", review_on=partial("2026-07"))
    make_condition(alice, "tremor", whose="family", relative="mother")
    make_condition(alice, "Migraine", since=partial("2019"))
    make_question(alice, "First?")
    make_question(alice, "Asked already?", asked_at=NOON)
    for make in (make_visit, make_condition, make_question):
        make(alice, deleted_at=NOON)
        make(bob)
    assert visit_records(alice) == [VisitRecord(date(2026, 5, 28), "GP", partial("2026-07"))]
    assert condition_records(alice) == [
        ConditionRecord("self", "Migraine", "", partial("2019")),
        ConditionRecord("family", "tremor", "mother", None),
    ]
    assert questions(alice) == ["First?"]


def test_the_marks_of_a_period_are_in_order_and_in_words(alice: User) -> None:
    change = {"on": "2026-05-10", "dose": "100 mg", "how_often": ""}
    make_medicine(alice, started=partial("2026-04-30"), changes=[change], stopped=partial("2026-05"))
    make_blood_test(alice, taken_on=partial("2026-05-12"))
    make_blood_test(alice, "calcium", taken_on=partial("2026-05-12"))
    make_visit(alice, date(2026, 5, 28), who="GP")
    make_visit(alice, date(2026, 6, 1))
    assert events(alice, MAY) == [
        Event("medicine_stopped", partial("2026-05"), "Sertraline stopped in May 2026"),
        Event("medicine_changed", partial("2026-05-10"), "Sertraline changed to 100 mg"),
        Event("test", partial("2026-05-12"), "Blood test: Magnesium, Calcium"),
        Event("visit", partial("2026-05-28"), "Visit: GP"),
    ]


@pytest.mark.parametrize(
    ("started", "is_shown"),
    [
        ("2026-04-30", False), ("2026-05-01", True), ("2026-05-31", True), ("2026-06-01", False),
        ("2026-04", False), ("2026-05", True), ("2026", True), ("2025", False), ("unknown", False),
    ],
)  # fmt: skip
def test_a_mark_is_shown_where_it_may_lie_in_the_period(started: str, is_shown: bool) -> None:
    medicine = MedicineRecord("Sertraline", "ssri", "", "", partial(started), None)
    assert bool(events_of([medicine], [], [], MAY)) == is_shown


def test_a_mark_of_a_month_has_no_day() -> None:
    event = Event("visit", partial("2026-02"), "Visit")
    assert (event.first, event.last) == (date(2026, 2, 1), date(2026, 2, 28))


def test_many_results_of_a_day_are_one_short_mark() -> None:
    results = [
        BloodResult("other", label, Amount.from_text("1"), "", LabRange(), partial("2026-05-12"))
        for label in "ABCDE"
    ]
    assert [event.label for event in events_of([], results, [], MAY)] == ["Blood test: A, B, C and 2 more"]
