"""The health record in the appendix, whole: medicines, tests, conditions, visits, and the notes ticked."""

from collections.abc import Iterator

from diary.analysis.health import BloodResult, ConditionRecord, MedicineRecord, VisitRecord
from diary.analysis.health_words import PLACES, dose_words, medicine_dates
from diary.charts.axis import plural
from diary.models import DoseChange
from diary.quantities import PartialDate, format_date, format_partial_date
from diary.report.letters import breakable, is_rtl
from diary.report.parts import NONE, Block, Column, listing
from diary.report.report import Report
from diary.vocabulary.medicines import CLASSES

NOT_SAID = "- not said."
MEDICINES = (
    Column("Medicine", is_wide=True),
    Column("Kind", is_wide=True),
    Column("How much, how often", is_wide=True),
    Column("Since when, and what changed", is_wide=True),
)
TESTS = (
    Column("Test", is_wide=True),
    Column("Result", is_number=True),
    Column("The lab’s range", is_number=True),
    Column("In it?"),
    Column("Taken on", is_number=True),
)
CONDITIONS = (Column("Who"), Column("Condition", is_wide=True), Column("Since"))
VISITS = (Column("On"), Column("Who", is_wide=True), Column("To be seen again"))


def medicines(report: Report) -> Iterator[Block]:
    """Yield the medicines and supplements as they stood, those taken first."""
    rows = (_medicine(each, report) for each in report.medicines)
    if listed := listing(MEDICINES, rows, "medicine"):
        yield Block(listing=listed, key=NOT_SAID)


def _medicine(medicine: MedicineRecord, report: Report) -> tuple[str, ...]:
    now = medicine.dose_now
    kind = CLASSES[medicine.kind].label if medicine.kind in CLASSES else ""
    dose = dose_words(DoseChange(None, now.dose, now.how_often))
    dates = medicine_dates(medicine, report.first_noticed_on)
    return _cells(medicine.name, kind, dose, dates)


def tests(report: Report) -> Iterator[Block]:
    """Yield the results of blood tests, the latest first, each with its laboratory's own range."""
    if listed := listing(TESTS, (_test(each) for each in report.tests), "result"):
        yield Block(listing=listed, key=f"{NOT_SAID} Ranges are those of each laboratory, as typed in.")


def _test(test: BloodResult) -> tuple[str, ...]:
    place = PLACES[test.place].removesuffix(" the lab’s range") if test.place else ""
    return _cells(test.label, f"{test.value} {test.unit}", str(test.lab_range), place, _on(test.taken_on))


def conditions(report: Report) -> Iterator[Block]:
    """Yield the conditions, the person's own first."""
    if listed := listing(CONDITIONS, (_condition(each) for each in report.conditions), "condition"):
        yield Block(listing=listed, key=NOT_SAID)


def _condition(condition: ConditionRecord) -> tuple[str, ...]:
    who = "The patient" if condition.whose == "self" else condition.relative or "In the family"
    return _cells(who, condition.name, _on(condition.since))


def visits(report: Report) -> Iterator[Block]:
    """Yield the visits up to the end of the period, the latest first."""
    if listed := listing(VISITS, (_visit(each) for each in report.visits), "visit"):
        yield Block(listing=listed, key=NOT_SAID)


def _visit(visit: VisitRecord) -> tuple[str, ...]:
    return _cells(format_date(visit.date), visit.who, _on(visit.review_on))


def notes(report: Report) -> Iterator[Block]:
    """Yield the notes that were ticked, in the person's own words, and say that they were chosen."""
    for note in report.notes:
        title = f"{format_date(note.on)}, {note.about}"
        lines = tuple(breakable(line) for line in note.words.splitlines() if line.strip())
        yield Block(breakable(title), lines, is_rtl=is_rtl(note.words))
    if report.notes:
        yield Block(key=f"{plural(len(report.notes), 'note')}, chosen one by one by the patient.")


def _cells(*words: str) -> tuple[str, ...]:
    return tuple(breakable(each) or NONE for each in words)


def _on(partial: PartialDate | None) -> str:
    return format_partial_date(partial) if partial else ""
