"""The health record in the archive: its tables, and how their rows become entries."""

import json
import uuid
from collections.abc import Callable, Iterable
from datetime import datetime
from typing import Any

from diary.models import BloodTest, Condition, Medicine, Question, User, Visit
from diary.models.record import WHOSE
from diary.quantities.laboratory import LONGEST_UNIT
from diary.transfer import cells
from diary.transfer.cells import BadCell
from diary.transfer.columns import Column, Table, field, text, when
from diary.transfer.records import Owner, Record, Values, need
from diary.transfer.tables import DATE, MADE_AT, NOTE, UUID
from diary.vocabulary.laboratory import ANALYTES, CHOICES, OTHER
from diary.vocabulary.medicines import CLASSES

PARTIAL = "YYYY-MM-DD, YYYY-MM, YYYY or unknown"
DELETED_AT = Column("deleted_at", "when it was deleted; kept for 30 days", cells.instant, when("deleted_at"))


def _words(name: str, meaning: str, length: int) -> Column:
    return Column(name, meaning, cells.words_of(length), field(name), is_text=True)


def _partial(name: str, meaning: str) -> Column:
    return Column(name, f"{meaning}, {PARTIAL}", cells.partial_date, text(name))


def _amount(name: str, meaning: str) -> Column:
    return Column(name, meaning, cells.amount, text(name))


def _changes(medicine: Medicine) -> str | None:
    return json.dumps(medicine.changes, ensure_ascii=False) if medicine.changes else None


MEDICINES = Table(
    "medicines",
    "name",
    (
        UUID,
        _words("name", "the medicine or supplement", 100),
        Column("kind", f"its class: {', '.join(CLASSES)}", cells.one_of(CLASSES), field("kind")),
        _words("dose", "how much, when it began", 60),
        _words("how_often", "how often, when it began", 60),
        _partial("started", "when it began"),
        _partial("stopped", "when it ended; empty while it is taken"),
        Column("changes", "what the dose became, as JSON", cells.dose_changes, _changes),
        NOTE,
        MADE_AT,
        DELETED_AT,
    ),
)

TESTS = Table(
    "tests",
    "what",
    (
        UUID,
        Column("what", f"what was measured: {', '.join(CHOICES)}", cells.one_of(CHOICES), field("what")),
        _words("name", "what it is called, when what is other", 60),
        _amount("value", "the result, such as 0.85 or <0.01"),
        _words("unit", "its unit", LONGEST_UNIT),
        _amount("low", "lower end of the laboratory's own range"),
        _amount("high", "upper end of the laboratory's own range"),
        _partial("taken_on", "when blood was taken"),
        NOTE,
        MADE_AT,
        DELETED_AT,
    ),
)

VISITS = Table(
    "visits",
    "date",
    (
        UUID,
        DATE,
        _words("who", "who you saw", 100),
        NOTE,
        _partial("review_on", "when they want to see you again"),
        MADE_AT,
        DELETED_AT,
    ),
)

CONDITIONS = Table(
    "conditions",
    "name",
    (
        UUID,
        Column("whose", ", ".join(WHOSE), cells.one_of(WHOSE), field("whose"), has_default=True),
        _words("name", "what it is called", 100),
        _words("relative", "who has it, when it is in the family", 60),
        _partial("since", "since when"),
        NOTE,
        MADE_AT,
        DELETED_AT,
    ),
)

QUESTIONS = Table(
    "questions",
    "words",
    (
        UUID,
        _words("words", "what to ask at the next visit", 200),
        Column("asked_at", "when it was ticked off", cells.instant, when("asked_at")),
        MADE_AT,
        DELETED_AT,
    ),
)

RECORD = (MEDICINES, TESTS, VISITS, CONDITIONS, QUESTIONS)
MODELS: dict[Table, Any] = {
    MEDICINES: Medicine,
    TESTS: BloodTest,
    VISITS: Visit,
    CONDITIONS: Condition,
    QUESTIONS: Question,
}


def entries_of(user: User, now: datetime) -> dict[Table, Iterable[Any]]:
    """Return the person's entries by table, with those that can still be put back."""
    return {
        table: model.objects.for_user(user).within_reach(now).order_by("made_at", "pk")
        for table, model in MODELS.items()
    }


def _kept(values: Values, owner: Owner) -> dict[str, Any]:
    return {
        "user": owner.user,
        "uuid": values.get("uuid") or uuid.uuid4(),
        "made_at": owner.instant(values, "made_at") or owner.now,
        "deleted_at": owner.instant(values, "deleted_at"),
    }


def _texts(values: Values, *names: str) -> dict[str, Any]:
    return {name: values.get(name) or "" for name in names}


def medicine(values: Values, owner: Owner) -> list[Record]:
    """Build a medicine."""
    started, stopped = values.get("started"), values.get("stopped")
    if stopped and stopped.is_before(started):
        raise BadCell("The end must not be before the start", "stopped")
    words = _texts(values, "name", "kind", "dose", "how_often", "note")
    dates = {"started": started, "stopped": stopped, "changes": values.get("changes") or []}
    return [Medicine(**_kept(values, owner), **words, **dates)]


def blood_test(values: Values, owner: Owner) -> list[Record]:
    """Build the result of a blood test."""
    need(values, "value", *(["name"] if values["what"] == OTHER else []))
    units, unit = ANALYTES[values["what"]].units if values["what"] in ANALYTES else None, values.get("unit")
    if units and unit not in units:
        raise BadCell(f"This can be {', '.join(units)}", "unit")
    low, high = values.get("low"), values.get("high")
    if low and high and high.number < low.number:
        raise BadCell("The range must start with its lower end", "low")
    facts = {name: values.get(name) for name in ("what", "value", "low", "high", "taken_on")}
    return [BloodTest(**_kept(values, owner), **_texts(values, "name", "unit", "note"), **facts)]


def visit(values: Values, owner: Owner) -> list[Record]:
    """Build a visit."""
    facts = {"date": values["date"], "review_on": values.get("review_on")}
    return [Visit(**_kept(values, owner), **_texts(values, "who", "note"), **facts)]


def condition(values: Values, owner: Owner) -> list[Record]:
    """Build a condition."""
    facts = {"whose": values.get("whose") or "self", "since": values.get("since")}
    return [Condition(**_kept(values, owner), **_texts(values, "name", "relative", "note"), **facts)]


def question(values: Values, owner: Owner) -> list[Record]:
    """Build a question."""
    asked_at = owner.instant(values, "asked_at")
    return [Question(**_kept(values, owner), words=values["words"], asked_at=asked_at)]


BUILDERS: dict[str, Callable[[Values, Owner], list[Record]]] = {
    "medicines": medicine,
    "tests": blood_test,
    "visits": visit,
    "conditions": condition,
    "questions": question,
}
