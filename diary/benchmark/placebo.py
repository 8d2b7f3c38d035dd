"""One person's twitching beside another person's days: everything is real, every link is false."""

import csv
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from itertools import permutations
from pathlib import Path

from diary.analysis.days import NOTHING_SAID
from diary.analysis.records import DayRecord
from diary.benchmark.worlds import FIRST
from diary.periods import DAY


def placebos(folder: Path, days: int) -> Iterator[list[DayRecord]]:
    """Yield every pair of people of the folder, as many times as the days fit into the shorter diary."""
    people = [_person(path) for path in sorted(folder.glob("wellness-*"))]
    for one, other in permutations(people, 2):
        length = min(len(one), len(other))
        for start in range(0, length - days + 1, days):
            yield [_mixed(at, one[start + at], other[start + at]) for at in range(days)]


def _person(folder: Path) -> list[DayRecord]:
    """Return the days of a diary in the project's own files."""
    with (folder / "episodes.csv").open(newline="") as file:
        started = Counter(row["started_at"][:10] for row in csv.DictReader(file))
    with (folder / "days.csv").open(newline="") as file:
        said = {date.fromisoformat(row["date"]): row for row in csv.DictReader(file)}
    first, last = min(said), max(said)
    span = [first + n * DAY for n in range((last - first).days + 1)]
    return [_day(day, said.get(day, {}), started[str(day)]) for day in span]


def _day(day: date, row: dict[str, str], episodes: int) -> DayRecord:
    factors = {code: float(row[code]) if row.get(code) else None for code in NOTHING_SAID}
    answer = row.get("twitching", "")
    state = {"": "blank", "none": "none"}.get(answer, "twitching")
    return DayRecord(day, state, bool(answer), episodes, 0, frozenset(), None, factors)


def _mixed(at: int, one: DayRecord, other: DayRecord) -> DayRecord:
    return replace(one, date=FIRST + at * DAY, factors=other.factors)
