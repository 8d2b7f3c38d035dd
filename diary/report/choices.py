"""What a person chose for a report: its days, its paper, its parts and what may be seen on it."""

from dataclasses import dataclass
from uuid import UUID

from diary.periods import Period
from diary.vocabulary.report import AT_FIRST, OFF_AT_FIRST, PARTS, Paper

__all__ = ["AT_FIRST", "OFF_AT_FIRST", "PARTS", "Choices", "Paper"]


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
