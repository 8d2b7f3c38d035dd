"""The bytes of a file into rows of text cells. What a cell means is not asked here."""

import csv
import io
import json
import re
import zipfile
import zlib
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from diary.transfer.cells import nearest, quoted
from diary.transfer.columns import Table
from diary.transfer.experiments import EXPERIMENTS
from diary.transfer.health_record import RECORD
from diary.transfer.problems import BadFile, Problem
from diary.transfer.tables import CSV_FILES, DAYS, DIARY, EPISODES

MEGABYTE = 1024 * 1024
MAX_BYTES = 10 * MEGABYTE
MAX_UNPACKED_BYTES = 100 * MEGABYTE
MAX_ROWS = 100_000
ARCHIVE = (*DIARY, EXPERIMENTS, *RECORD)
ARCHIVE_FORMAT = "diary"
ARCHIVE_VERSION = 1

TOO_LARGE = f"The file is larger than {MAX_BYTES // MEGABYTE} MB. Divide it into several files."
NOT_A_DIARY = (
    "This is not a file of the diary. It can be a CSV file with a first row that names the columns "
    "(started_at for episodes, date for days), or an archive the diary made (.zip or .json)."
)
GUARDED = re.compile(r"'+[=+\-@\t\r]")


@dataclass(frozen=True, slots=True)
class Row:
    """One row: its number and the cells it has, by column. A column that is not there says nothing."""

    number: int
    cells: dict[str, str]


@dataclass(frozen=True, slots=True)
class Rows:
    """The rows of one table."""

    table: Table
    rows: Sequence[Row]


def read_file(data: bytes) -> list[Rows]:
    """Return the rows of a CSV file or an archive, told by what is inside. Raises BadFile."""
    if len(data) > MAX_BYTES:
        raise BadFile(TOO_LARGE)
    if data.startswith(b"PK"):
        return _read_zip(data)
    return _read_text(_decoded(data))


def _read_text(text: str) -> list[Rows]:
    return _read_json(text) if text.lstrip().startswith("{") else [_read_csv(text)]


def _decoded(data: bytes) -> str:
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        raise BadFile("The text is in UTF-16. Save it as “CSV UTF-8”.")
    if b"\0" in data:
        raise BadFile(NOT_A_DIARY)
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise BadFile(
            f"Line {line} holds a letter that is not in UTF-8. Save the file as “CSV UTF-8”."
        ) from None


# --- zip


def _read_zip(data: bytes) -> list[Rows]:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return _read_members(archive)
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, EOFError, OSError):
        raise BadFile("The zip file is damaged or locked with a password.") from None


def _read_members(archive: zipfile.ZipFile) -> list[Rows]:
    names = archive.namelist()
    if "[Content_Types].xml" in names:
        raise BadFile("This is a spreadsheet. Save it as “CSV UTF-8” and import that file.")
    wanted = [name for name in ("diary.json",) if name in names] or [
        f"{table.name}.csv" for table in CSV_FILES
    ]
    found = [
        rows for name in wanted if name in names for rows in _read_text(_decoded(_unpacked(archive, name)))
    ]
    if not found:
        raise BadFile("The zip file holds no diary.json, episodes.csv or days.csv.")
    return found


def _unpacked(archive: zipfile.ZipFile, name: str) -> bytes:
    with archive.open(name) as member:
        data = member.read(MAX_UNPACKED_BYTES + 1)
    if len(data) > MAX_UNPACKED_BYTES:
        raise BadFile(f"{name} in the zip file is larger than {MAX_UNPACKED_BYTES // MEGABYTE} MB.")
    return data


# --- csv


def _read_csv(text: str) -> Rows:
    lines = csv.reader(io.StringIO(text, newline=""), strict=True)
    number = 1
    try:
        header = [name.strip().lower() for name in next(lines, [])]
        table = _table_of(header)
        rows = []
        for number, line in enumerate(lines, 2):
            if any(cell.strip() for cell in line):
                rows.append((number, line))
            if len(rows) > MAX_ROWS:
                raise BadFile(f"The file has more than {MAX_ROWS:,} rows; divide it into several.")
    except csv.Error:
        raise BadFile(
            [Problem(number + 1, "", "This row is not CSV: look for a quote that is not closed")]
        ) from None
    return Rows(table, list(_even(header, rows)))


def _table_of(header: list[str]) -> Table:
    """Tell the table by its header. Raises BadFile that names every column that is unknown or there twice."""
    if len(header) == 1 and ";" in header[0]:
        raise BadFile("The columns are separated by semicolons. Save the file with commas between them.")
    table = next((table for table in (EPISODES, DAYS) if table.key in header), None)
    if table is None:
        raise BadFile(_no_key(header))
    known = [column.name for column in table.columns]
    problems = [
        Problem(1, quoted(name), f"This column is not known.{nearest(name, known)}")
        for name in header
        if name not in known
    ]
    problems += [
        Problem(1, name, "This column is there twice") for name, n in Counter(header).items() if n > 1
    ]
    if problems:
        raise BadFile(problems)
    return table


def _no_key(header: list[str]) -> str:
    for table in CSV_FILES:
        if set(header) & {column.name for column in table.columns}:
            return f"The first row has no column {table.key}, which {table.name} must have."
    return NOT_A_DIARY


def _even(header: list[str], rows: list[tuple[int, list[str]]]) -> Iterator[Row]:
    uneven = [
        Problem(number, "", f"The row has {len(line)} cells, the header {len(header)}")
        for number, line in rows
        if len(line) != len(header)
    ]
    if uneven:
        raise BadFile(uneven)
    for number, line in rows:
        yield Row(number, dict(zip(header, map(unguarded, line), strict=True)))


def unguarded(cell: str) -> str:
    """Return a cell without the apostrophe that kept a spreadsheet from taking it as a formula."""
    return cell[1:] if GUARDED.match(cell) else cell


def guarded(cell: str) -> str:
    """Return a cell as a spreadsheet can show it without calculating: `unguarded` gives it back."""
    return f"'{cell}" if GUARDED.match(f"'{cell}") else cell


# --- json


def _read_json(text: str) -> list[Rows]:
    try:
        archive = json.loads(text, parse_constant=_no_constant)
    except (ValueError, RecursionError):
        raise BadFile("This is not a diary archive: the JSON cannot be read.") from None
    if not isinstance(archive, dict) or archive.get("format") != ARCHIVE_FORMAT:
        raise BadFile(NOT_A_DIARY)
    if archive.get("version") != ARCHIVE_VERSION:
        raise BadFile("This archive was made by another version of the diary, and this one cannot read it.")
    return [_read_list(table, archive.get(table.name, [])) for table in ARCHIVE]


def _no_constant(name: str) -> Any:
    raise ValueError(name)


def _read_list(table: Table, records: Any) -> Rows:
    if not isinstance(records, list) or not all(isinstance(record, dict) for record in records):
        raise BadFile(f"This is not a diary archive: {table.name} must be a list of records.")
    if len(records) > MAX_ROWS:
        raise BadFile(f"The archive has more than {MAX_ROWS:,} {table.name}.")
    known = {column.name for column in table.all_columns}
    problems = [
        Problem(number, quoted(name), "This is not known, or not a text or number", table.name)
        for number, record in enumerate(records, 1)
        for name, value in record.items()
        if name not in known or not isinstance(value, str | int | float | None) or isinstance(value, bool)
    ]
    if problems:
        raise BadFile(problems)
    return Rows(table, [Row(number, _cells(record)) for number, record in enumerate(records, 1)])


def _cells(record: dict[str, Any]) -> dict[str, str]:
    return {name: "" if value is None else str(value) for name, value in record.items()}
