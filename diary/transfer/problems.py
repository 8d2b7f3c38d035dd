"""What is wrong with a file, named so that a person can find and mend it."""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Problem:
    """One bad place: the row as a spreadsheet numbers it (the header is row 1), the column and the reason.

    Row and column are empty where the whole file or the whole row is meant; `table` names the part of an
    archive. A number out of range `can_be_left_out`: the rest of its row still makes sense without it.
    """

    row: int | None
    column: str
    reason: str
    table: str = ""
    can_be_left_out: bool = False

    @property
    def place(self) -> str:
        """Where it is: "Row 12, stress"."""
        row = "" if self.row is None else f"row {self.row}"
        words = ", ".join(word for word in (self.table, row, self.column) if word)
        return words[:1].upper() + words[1:]

    def __str__(self) -> str:
        return f"{self.place}: {self.reason}" if self.place else self.reason


class BadFile(ValueError):
    """A file of which nothing can be taken, with every reason."""

    def __init__(self, problems: Sequence[Problem] | str) -> None:
        self.problems = (Problem(None, "", problems),) if isinstance(problems, str) else tuple(problems)
        super().__init__("\n".join(map(str, self.problems)))
