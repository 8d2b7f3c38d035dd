"""A file into the diary: all of it or nothing, and a second time changes nothing."""

import time
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from math import inf
from typing import Any

from django.db import transaction

from diary.models import User
from diary.transfer.cells import BadCell, OutOfRange
from diary.transfer.columns import Table
from diary.transfer.experiments import experiment
from diary.transfer.health_record import BUILDERS as RECORD_BUILDERS
from diary.transfer.problems import BadFile, Problem
from diary.transfer.reading import Row, Rows, read_file
from diary.transfer.records import BUILDERS, Owner
from diary.transfer.shelves import Shelf, shelves_of
from diary.transfer.tables import SETTINGS

ALL_BUILDERS = {**BUILDERS, **RECORD_BUILDERS, "experiments": experiment}
# What a row says about the length replaces all that was known about it.
LENGTH = {"ended_at", "length_s", "state"}
LENGTH_WITH_RANGE = {*LENGTH, "length_precision", "length_low_s", "length_high_s"}
TOO_SLOW = (
    "The file takes longer than a minute to read here. Divide it into several files, or let "
    "“manage.py import_diary” take the time it needs."
)
# A start and an end say the length; and a row that is imported is there again.
NEVER_KEPT = {"length_s", "deleted_at"}


@dataclass(frozen=True, slots=True)
class Count:
    """How many records of one kind were (or, on trial, would be) created, left as they were, and changed."""

    name: str
    created: int = 0
    unchanged: int = 0
    changed: int = 0

    @property
    def label(self) -> str:
        """The kind of record as a heading."""
        return self.name.capitalize().replace("_", " ")


@dataclass(frozen=True, slots=True)
class ImportResult:
    """What became of a file. With any problem nothing was written."""

    counts: tuple[Count, ...] = ()
    problems: tuple[Problem, ...] = ()
    left_out: tuple[Problem, ...] = ()

    @property
    def created(self) -> int:
        """How many records are new."""
        return sum(count.created for count in self.counts)

    @property
    def unchanged(self) -> int:
        """How many records were in the diary already."""
        return sum(count.unchanged for count in self.counts)

    @property
    def changed(self) -> int:
        """How many records the file changes."""
        return sum(count.changed for count in self.counts)

    @property
    def can_go_on(self) -> bool:
        """Whether the file can be taken, if need be without its bad values."""
        return not self.problems or self.only_values_are_bad

    @property
    def only_values_are_bad(self) -> bool:
        """Whether leaving the bad values not recorded would let the rest in."""
        return bool(self.problems) and all(problem.can_be_left_out for problem in self.problems)


def import_file(
    user: User,
    data: bytes,
    now: datetime,
    *,
    is_trial: bool = False,
    blank_bad_values: bool = False,
    seconds: float = inf,
) -> ImportResult:
    """Take a CSV file or an archive into the person's diary; on trial only say what would happen.

    With `blank_bad_values` numbers out of range count as not recorded and are listed in `left_out`.
    A file whose rows are not read within `seconds` is refused whole.
    """
    until = time.monotonic() + seconds
    try:
        parts = read_file(data)
        return import_rows(
            user, parts, now, is_trial=is_trial, blank_bad_values=blank_bad_values, until=until
        )
    except BadFile as error:
        return ImportResult(problems=error.problems)


def import_rows(
    user: User,
    parts: Sequence[Rows],
    now: datetime,
    *,
    is_trial: bool = False,
    blank_bad_values: bool = False,
    until: float = inf,
) -> ImportResult:
    """Take rows into the person's diary, as `import_file` does. Raises BadFile at the moment `until`."""
    with transaction.atomic():
        # One import at a time: two copies of a file at once must not both find the diary empty.
        owner = Owner(User.objects.select_for_update().get(pk=user.pk), now)
        intake = Intake(owner, blank_bad_values, is_archive=len(parts) > 1, until=until)
        for part in parts:
            intake.take(part)
        if not intake.problems and not is_trial:
            intake.write()
    return intake.result()


class Intake:
    """One import under way: every row is looked at, whatever is wrong with the others."""

    def __init__(self, owner: Owner, blank_bad_values: bool, is_archive: bool, until: float) -> None:
        self.owner = owner
        self.until = until
        self.blank_bad_values = blank_bad_values
        self.is_archive = is_archive
        self.shelves = shelves_of(owner.user)
        self.settings: dict[str, Any] = {}
        self.problems: list[Problem] = []
        self.left_out: list[Problem] = []

    def take(self, part: Rows) -> None:
        """Look at every row of a table. Raises BadFile when time is up."""
        for row in part.rows:
            if time.monotonic() > self.until:
                raise BadFile(TOO_SLOW)
            values = self._values(part.table, row)
            if values is not None:
                self._take_row(part.table, row, values)

    def _take_row(self, table: Table, row: Row, values: dict[str, Any]) -> None:
        try:
            if table is SETTINGS:
                self._take_settings(values)
            else:
                self._place(table, row, values)
        except BadCell as error:
            self.problems.append(self._problem(table, row, error.column, error))

    def _values(self, table: Table, row: Row) -> dict[str, Any] | None:
        """Read every cell; None when one of them cannot be taken. Each bad cell is named."""
        values, bad = {}, []
        for column in table.all_columns:
            if column.name not in row.cells:
                continue
            try:
                values[column.name] = column.value(row.cells[column.name])
            except BadCell as error:
                bad.append((column.name, error))
        if table is not SETTINGS and values.get(table.key) is None and table.key not in dict(bad):
            bad.append((table.key, BadCell("This must not be empty")))
        found = [self._problem(table, row, name, error) for name, error in bad]
        if not found or (self.blank_bad_values and all(problem.can_be_left_out for problem in found)):
            self.left_out += found
            return values
        self.problems += found
        return None

    def _problem(self, table: Table, row: Row, column: str, error: BadCell) -> Problem:
        name = table.name if self.is_archive else ""
        return Problem(row.number, column, error.reason, name, isinstance(error, OutOfRange))

    def _place(self, table: Table, row: Row, values: dict[str, Any]) -> None:
        shelf = self.shelves[table.name]
        known = shelf.find(values, self.owner)
        said = {name for name, value in values.items() if value is not None}
        if known is not None:
            values = kept_values(table, known, values) | values_said(table, values)
        for record in ALL_BUILDERS[table.name](values, self.owner):
            home = self._home(record)
            # What days.csv says about the day's making is not said about its answers.
            home.put(record, row.number, said if home is shelf else set(), self.owner.now)

    def _home(self, record: Any) -> Shelf:
        return next(shelf for shelf in self.shelves.values() if isinstance(record, shelf.model))

    def _take_settings(self, values: dict[str, Any]) -> None:
        for name, value in values_said(SETTINGS, values).items():
            setting = getattr(User(), name) if value is None else value
            if getattr(self.owner.user, name) != setting:
                self.settings[name] = setting

    def write(self) -> None:
        """Store what is new and what has changed."""
        for name, value in self.settings.items():
            setattr(self.owner.user, name, value)
        if self.settings:
            self.owner.user.save(update_fields=list(self.settings))
        for shelf in self.shelves.values():
            shelf.write()

    def result(self) -> ImportResult:
        """Say what became of it."""
        counts = [
            Count(name, **shelf.counts) for name, shelf in self.shelves.items() if any(shelf.counts.values())
        ]
        if self.settings:
            counts.append(Count("settings", changed=1))
        if self.problems:
            counts = []
        return ImportResult(tuple(counts), tuple(self.problems), tuple(self.left_out))


def values_said(table: Table, values: dict[str, Any]) -> dict[str, Any]:
    """Return what the row says: an empty cell says "not recorded", except in columns with a default."""
    silent = {column.name for column in table.all_columns if column.has_default}
    return {name: value for name, value in values.items() if value is not None or name not in silent}


def kept_values(table: Table, record: Any, values: dict[str, Any]) -> dict[str, Any]:
    """Return what the diary knows already and the row does not speak of."""
    left_behind = NEVER_KEPT | (LENGTH_WITH_RANGE if LENGTH & values.keys() else set())
    columns = [column for column in table.all_columns if column.name not in values_said(table, values)]
    written = {column: column.write(record) for column in columns if column.name not in left_behind}
    return {column.name: column.value("" if cell is None else str(cell)) for column, cell in written.items()}
