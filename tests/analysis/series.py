"""The published series that may not be copied in here, where they lie beside the project."""

import csv
import os
from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date, datetime, timedelta
from pathlib import Path

SHARED = Path(__file__).parents[3] / "shared" / "data"
REAL_DATA = Path(os.environ.get("DIARY_REAL_DATA", SHARED))
REFERENCE = REAL_DATA / "reference"


def read(name: str) -> list[dict[str, str]]:
    with (REFERENCE / name).open(newline="") as file:
        return list(csv.DictReader(file))


def asthma() -> list[dict[str, str]]:
    """The first year of daily visits for asthma."""
    return read("Asthma.csv")[:365]


def visits() -> Sequence[int | None]:
    return [int(row["Count"]) for row in asthma()]


def prompts(name: str) -> Iterator[tuple[date, list[float]]]:
    """Every calendar day and the answers to one question on it (Kossakowski and others 2017)."""
    answers: dict[date, list[str]] = defaultdict(list)
    for row in read("kossakowski_esm_symptom_data.csv"):
        answers[datetime.strptime(row["date"], "%d/%m/%y").date()].append(row[name])  # noqa: DTZ007
    first, last = min(answers), max(answers)
    for day in (first + timedelta(days=n) for n in range((last - first).days + 1)):
        yield day, [float(answer) for answer in answers[day] if answer not in ("", "NA")]


def restless() -> Sequence[int | None]:
    """Prompts per day with "restless" of 3 or more; None where nobody was asked."""
    return [sum(value >= 3 for value in values) if values else None for _, values in prompts("Restless")]
