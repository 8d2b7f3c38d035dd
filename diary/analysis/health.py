"""The health record as facts: what was taken, measured and said, and the dated marks it makes for charts."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Literal

from diary.models import BloodTest, Condition, DoseChange, Medicine, Question, User, Visit
from diary.periods import Period
from diary.quantities import PartialDate, before_numbers, format_partial_date
from diary.quantities.laboratory import Amount, LabRange

PREGNANT = re.compile(r"pregnan(t|cy)\b", re.IGNORECASE)
MOST_WEEKS = timedelta(weeks=42)
"""A pregnancy that began longer ago is over, whether or not somebody took it out of the record."""

EventKind = Literal["medicine_started", "medicine_changed", "medicine_stopped", "test", "visit"]


@dataclass(frozen=True, slots=True)
class MedicineRecord:
    """A medicine or supplement; `stopped` is None while it is taken. Dates are as well as they are known."""

    name: str
    kind: str
    dose: str
    how_often: str
    started: PartialDate | None
    stopped: PartialDate | None
    dose_changes: tuple[DoseChange, ...] = ()

    @property
    def is_taken(self) -> bool:
        """Whether it is taken now."""
        return self.stopped is None

    @property
    def dose_now(self) -> DoseChange:
        """How much and how often it is taken now, or was at the end."""
        first = DoseChange(self.started, self.dose, self.how_often)
        return self.dose_changes[-1] if self.dose_changes else first


@dataclass(frozen=True, slots=True)
class BloodResult:
    """One result of a blood test, in the unit of its paper; `lab_range` is the laboratory's own."""

    what: str
    label: str
    value: Amount
    unit: str
    lab_range: LabRange
    taken_on: PartialDate | None

    @property
    def place(self) -> str:
        """Where it lies in the laboratory's range: "above", "below", "in"; "" when that cannot be told."""
        return self.lab_range.place_of(self.value)


@dataclass(frozen=True, slots=True)
class VisitRecord:
    """A day on which the person saw somebody."""

    date: date
    who: str
    review_on: PartialDate | None


@dataclass(frozen=True, slots=True)
class ConditionRecord:
    """An illness of the person's own ("self") or in the family."""

    whose: str
    name: str
    relative: str
    since: PartialDate | None


@dataclass(frozen=True, slots=True)
class Event:
    """Something with a date beside the twitching: a mark for a chart, in words."""

    kind: EventKind
    on: PartialDate
    label: str

    @property
    def first(self) -> date:
        """The earliest day it can have been."""
        return self.on.first or date.min

    @property
    def last(self) -> date:
        """The latest day it can have been: that of a month is its last."""
        return self.on.last or date.max


def medicine_records(user: User) -> list[MedicineRecord]:
    """Return the medicines, those taken now first, in one query."""
    found = Medicine.objects.for_user(user).kept().by_name()
    records = [
        MedicineRecord(m.name, m.kind, m.dose, m.how_often, m.started, m.stopped, tuple(m.dose_changes))
        for m in found
    ]
    return sorted(records, key=lambda record: not record.is_taken)


def blood_results(user: User) -> list[BloodResult]:
    """Return the results of blood tests, the latest first and those without a date last, in one query."""
    found = BloodTest.objects.for_user(user).kept().order_by("made_at", "pk")
    records = [BloodResult(t.what, t.label, t.value, t.unit, t.lab_range, t.taken_on) for t in found]
    return sorted(records, key=lambda record: latest(record.taken_on), reverse=True)


def visit_records(user: User) -> list[VisitRecord]:
    """Return the visits, the latest first, in one query."""
    found = Visit.objects.for_user(user).kept().latest_first()
    return [VisitRecord(visit.date, visit.who, visit.review_on) for visit in found]


def condition_records(user: User) -> list[ConditionRecord]:
    """Return the conditions, the person's own first, in one query."""
    found = Condition.objects.for_user(user).kept().own_first()
    return [ConditionRecord(c.whose, c.name, c.relative, c.since) for c in found]


def says_pregnant(conditions: Iterable[ConditionRecord], day: date) -> bool:
    """Return whether the person wrote down, in so many words, that they are pregnant on that day."""
    own = (condition for condition in conditions if condition.whose == "self")
    return any(_may_last(own_one.since, day) for own_one in own if PREGNANT.match(own_one.name.strip()))


def _may_last(since: PartialDate | None, day: date) -> bool:
    if since is None or since.first is None or since.last is None:
        return True
    return since.first <= day <= since.last + MOST_WEEKS


def questions(user: User) -> list[str]:
    """Return what the person wants to ask and has not ticked off, in one query."""
    return list(Question.objects.for_user(user).kept().to_ask().in_order().values_list("words", flat=True))


def as_it_stood(medicines: Iterable[MedicineRecord], last: date) -> list[MedicineRecord]:
    """Return the medicines as they were at the end of that day: those taken, then the last to be stopped.

    What started, changed or stopped on a day that is certain to lie after it had not happened yet.
    """
    begun = [_until(medicine, last) for medicine in medicines if not _is_after(medicine.started, last)]
    return sorted(
        begun, key=lambda record: latest(record.stopped) if record.stopped else date.max, reverse=True
    )


def _until(medicine: MedicineRecord, last: date) -> MedicineRecord:
    changes = tuple(change for change in medicine.dose_changes if not _is_after(change.on, last))
    stopped = None if _is_after(medicine.stopped, last) else medicine.stopped
    return replace(medicine, dose_changes=changes, stopped=stopped)


def taken_by(results: Iterable[BloodResult], last: date) -> list[BloodResult]:
    """Return the results but for those that are certain to be from after that day."""
    return [result for result in results if not _is_after(result.taken_on, last)]


def _is_after(on: PartialDate | None, last: date) -> bool:
    return bool(on and on.first and on.first > last)


def latest(on: PartialDate | None) -> date:
    """Return the day by which a date is put in order; an unknown one lies before all others."""
    return (on and on.last) or date.min


def events(user: User, period: Period) -> list[Event]:
    """Return what happened beside the twitching in the period, by date, in three queries."""
    return events_of(medicine_records(user), blood_results(user), visit_records(user), period)


def events_of(
    medicines: Iterable[MedicineRecord],
    tests: Iterable[BloodResult],
    visits: Iterable[VisitRecord],
    period: Period,
) -> list[Event]:
    """Return the dated events that may lie in the period; what has no date is no mark."""
    found = [*_of_medicines(medicines), *_of_tests(tests), *_of_visits(visits)]
    shown = [event for event in found if event.first <= period.last and event.last >= period.first]
    return sorted(shown, key=lambda event: (event.first, event.last))


def _of_medicines(medicines: Iterable[MedicineRecord]) -> Iterator[Event]:
    for medicine in medicines:
        name = before_numbers(medicine.name)
        if medicine.started and medicine.started.year:
            dose = f" {medicine.dose}" if medicine.dose else ""
            yield Event(
                "medicine_started", medicine.started, f"{name}{dose} started{_some_day(medicine.started)}"
            )
        for change in medicine.dose_changes:
            if change.on and change.on.year:
                dose = change.dose or change.how_often
                yield Event("medicine_changed", change.on, f"{name} changed to {dose}{_some_day(change.on)}")
        if medicine.stopped and medicine.stopped.year:
            yield Event("medicine_stopped", medicine.stopped, f"{name} stopped{_some_day(medicine.stopped)}")


def _some_day(on: PartialDate) -> str:
    """A mark over a whole month says that it was some day of it, and not each."""
    return "" if on.first == on.last else f" in {format_partial_date(on)}"


def _of_tests(tests: Iterable[BloodResult]) -> Iterator[Event]:
    """Several results of one day, or of one month, are one mark."""
    together: dict[PartialDate, list[str]] = defaultdict(list)
    for test in tests:
        if test.taken_on and test.taken_on.year:
            together[test.taken_on].append(test.label)
    for on, labels in together.items():
        yield Event("test", on, f"Blood test{_some_day(on)}: {_few(labels)}")


def _few(labels: Sequence[str], most: int = 3) -> str:
    left = len(labels) - most
    return ", ".join(labels[:most]) + (f" and {left} more" if left > 0 else "")


def _of_visits(visits: Iterable[VisitRecord]) -> Iterator[Event]:
    for visit in visits:
        yield Event("visit", PartialDate.of(visit.date), f"Visit: {visit.who}" if visit.who else "Visit")
