"""The health record in words, the same on its page and in the report. A range is the lab's, no judgement."""

from datetime import date

from diary.analysis.health import BloodResult, MedicineRecord
from diary.models import BloodTest, DoseChange, Medicine
from diary.quantities import PartialDate, before_numbers, format_partial_date

PLACES = {"above": "above the lab’s range", "below": "below the lab’s range", "in": "in the lab’s range"}


def medicine_line(medicine: Medicine | MedicineRecord) -> str:
    """Return "Sertraline 100 mg, once a day"."""
    now = medicine.dose_now
    return ", ".join(filter(None, (f"{before_numbers(medicine.name)} {now.dose}".strip(), now.how_often)))


def dose_words(dose: DoseChange) -> str:
    """Return "100 mg, once a day"; "" when neither was said."""
    return ", ".join(filter(None, (dose.dose, dose.how_often)))


def medicine_dates(medicine: Medicine | MedicineRecord, first_noticed: date | None = None) -> str:
    """Return when it started, changed and stopped: "started March 2026 with 50 mg; 100 mg from 3 May 2026".

    With the day on which twitching was first noticed also how long before or after it that was.
    """
    parts = [_begun(medicine) + since(medicine.started, first_noticed)]
    parts += [_changed(change) for change in medicine.dose_changes]
    if medicine.stopped:
        parts.append(_on("stopped", medicine.stopped))
    return "; ".join(filter(None, parts))


def since(started: PartialDate | None, first_noticed: date | None) -> str:
    """Return " (15 days before first noticed)"; "" unless both are known to the day."""
    if first_noticed is None or started is None or started.first != started.last or started.first is None:
        return ""
    days = (first_noticed - started.first).days
    if days == 0:
        return " (the day first noticed)"
    count = f"{abs(days):,} day{'' if abs(days) == 1 else 's'}"
    return f" ({count} {'before' if days > 0 else 'after'} first noticed)"


def result_line(test: BloodTest | BloodResult) -> str:
    """Return "Magnesium 0.85 mmol/l"."""
    return f"{test.label} {test.value} {test.unit}".strip()


def range_words(test: BloodTest | BloodResult) -> str:
    """Return "above the lab’s range, 0.7 to 1.0"; "" when the lab's range was not typed in."""
    limits = str(test.lab_range)
    if not limits:
        return ""
    return f"{PLACES[test.place]}, {limits}" if test.place else f"the lab’s range is {limits}"


def _begun(medicine: Medicine | MedicineRecord) -> str:
    """The first dose is said where it is not the one of now."""
    first = dose_words(DoseChange(None, medicine.dose, medicine.how_often)) if medicine.dose_changes else ""
    if medicine.started is None:
        return first and f"at first {first}"
    return _on("started", medicine.started) + (first and f" with {first}")


def _on(what: str, on: PartialDate) -> str:
    return f"{what} {format_partial_date(on)}" if on.year else f"{what}, {format_partial_date(on)}"


def _changed(change: DoseChange) -> str:
    if change.on and change.on.year:
        return f"{dose_words(change)} from {format_partial_date(change.on)}"
    return f"then {dose_words(change)}"
