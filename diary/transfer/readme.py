"""The README.txt of the archive, written from the tables of columns so that it cannot fall behind."""

from collections.abc import Iterator
from textwrap import fill

from diary.transfer.columns import Table
from diary.transfer.reading import MAX_BYTES, MEGABYTE
from diary.transfer.tables import CSV_FILES
from diary.vocabulary.sites import SITES

HEAD = f"""Your diary, taken out.

diary.json     everything, for a program: importing this zip (or this file) brings the same diary back,
               with medicines, blood tests, visits, conditions, questions and what you tried out
episodes.csv   each time it twitched, for people and spreadsheets; deleted ones are left out
days.csv       each day's check-in

The CSV files are UTF-8, with commas and a first row that names the columns. An empty cell means "not
recorded"; it never means 0. The columns can stand in any order and all but one can be left out. A column that
is not in this list is refused by name, so that nothing is lost unseen.

Importing
- A file is taken whole or not at all: with one bad row nothing is written, and every bad row is named.
- The same file twice changes nothing. An episode is known by its uuid; without one by start and place. A day
  is known by its date. A column that is not in the file leaves what the diary has.
- A file can have up to {MAX_BYTES // MEGABYTE} MB.
- A time without an offset is local in the row's timezone. Where the clocks go back and a time comes twice,
  the first one is taken (for an end: the first one after the start). A time the clocks skip is refused.
- A number out of range, such as a stress of 11, is refused too. If you choose to, such cells are left not
  recorded and the rest is taken; they are listed. No value is ever changed into another one.
- Cells that begin with = + - @ or a tab are written with an apostrophe in front, so that no spreadsheet
  calculates with them. It goes away when they are read back.
"""


def readme() -> str:
    """Return the text, lines ended so that every system's editor shows them."""
    parts = [HEAD, *(_columns(table) for table in CSV_FILES), _places()]
    return "\n\n".join(part.strip() for part in parts).replace("\n", "\r\n") + "\r\n"


def _columns(table: Table) -> str:
    title = f"{table.name}.csv"
    lines = (_line(column.name, column.meaning) for column in table.columns)
    return "\n".join([title, "-" * len(title), *lines])


def _places() -> str:
    return "\n".join(["Places", "------", *_place_lines()])


def _place_lines() -> Iterator[str]:
    for site in SITES.values():
        sides = f" ({', '.join(site.sides)})" if site.sides else ""
        yield _line(site.code, f"{site.label}{sides}")


def _line(name: str, meaning: str) -> str:
    return fill(f"{name:<20} {meaning}", 100, subsequent_indent=" " * 21)
