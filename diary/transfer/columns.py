"""What a column of a file is: its name, how a cell is read, and how a record writes it."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from diary.periods import local_time
from diary.transfer.cells import Reader

Cell = str | int | float | None
Writer = Callable[[Any], Cell]


@dataclass(frozen=True, slots=True)
class Column:
    """One column: what it means, how its cell is read and how a record writes it.

    Where `has_default` is set an empty cell says nothing: what is in the diary stays, or the default is
    taken. In every other column an empty cell says "not recorded". Spaces around a cell mean nothing, except
    in text.
    """

    name: str
    meaning: str
    read: Reader
    write: Writer
    has_default: bool = False
    is_text: bool = False

    def value(self, cell: str) -> Any:
        """Return the value of a cell, None when it is empty. Raises BadCell."""
        cell = cell if self.is_text else cell.strip()
        return self.read(cell) if cell else None


@dataclass(frozen=True, slots=True)
class Table:
    """One kind of record; `key` is the column without which a row cannot be placed."""

    name: str
    key: str
    columns: tuple[Column, ...]
    in_archive_only: tuple[Column, ...] = ()

    @property
    def all_columns(self) -> tuple[Column, ...]:
        """The columns of the lossless file, those of the CSV file first."""
        return self.columns + self.in_archive_only

    def cells_of(self, record: Any) -> dict[str, Cell]:
        """Return the cells of a record by column, as they go into a file."""
        return {column.name: column.write(record) for column in self.all_columns}


def field(name: str) -> Writer:
    """Write a field as it is; empty text as nothing, 7.0 as 7."""

    def write(record: Any) -> Cell:
        value = getattr(record, name)
        if isinstance(value, float) and value.is_integer():
            return int(value)
        return None if value == "" else value

    return write


def text(name: str) -> Writer:
    """Write a field by its text; a date becomes 2026-05-28."""
    return lambda record: None if getattr(record, name) is None else str(getattr(record, name))


def when(name: str) -> Writer:
    """Write an instant with the offset of the record's own zone, or in UTC where it has none."""

    def write(record: Any) -> Cell:
        value: datetime | None = getattr(record, name)
        return None if value is None else local_time(value, getattr(record, "zone", "UTC")).isoformat()

    return write


def listed(codes: dict[Any, str]) -> str:
    """Return codes with their labels: "1 = faint, 2 = mild"; a code that is its own label stands alone."""
    labels = {code: label[0].lower() + label[1:] for code, label in codes.items()}
    return ", ".join(label if code == label else f"{code} = {label}" for code, label in labels.items())
