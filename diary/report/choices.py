"""What a person chose for a report: its days, its paper, its parts and what may be seen on it."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from diary.analysis.notes import note_records, ticked
from diary.models import User
from diary.periods import Period
from diary.vocabulary.report import AT_FIRST, OFF_AT_FIRST, PARTS, Paper

__all__ = ["AT_FIRST", "OFF_AT_FIRST", "PARTS", "Choices", "Paper", "choices_of"]


@dataclass(frozen=True, slots=True)
class Choices:
    """One report as it was asked for.

    `parts` are codes of PARTS; `name` is printed as it stands, "" for none; `plain_heading` keeps the word
    for what is recorded out of header, footer, file name and title (ux R-16). `notes` are the ids of the
    notes that were ticked one by one; the part "notes" prints no other.
    """

    period: Period
    paper: Paper = "a4"
    parts: frozenset[str] = AT_FIRST
    name: str = ""
    plain_heading: bool = False
    notes: frozenset[UUID] = frozenset()


def choices_of(user: User, asked: Mapping[str, Any]) -> Choices:
    """Return what was asked for, with those notes of its days that were ticked and not changed since."""
    if not user.report_choices.get("notes"):
        return Choices(**asked)
    notes = frozenset(note.uuid for note in ticked(user, note_records(user, asked["period"])))
    parts = asked["parts"] | ({"notes"} if notes else frozenset())
    return Choices(**{**asked, "parts": parts}, notes=notes)
