"""Diaries that real people kept go in whole, and the counts are those of the file read by other means.

The large ones may lie beside the checkout; a small invented one of the same shape is always here.
"""

import csv
from collections import Counter
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from diary.models import Day, Episode, User
from diary.transfer.exports import csv_file
from diary.transfer.imports import import_file
from diary.transfer.tables import DAYS, EPISODES
from diary.vocabulary.factors import FACTORS
from tests.transfer.diaries import NOW

HERE = Path(__file__).parent
BESIDE = HERE.parents[1].parent / "shared" / "data" / "diaries"
FOLDERS = [HERE / "data" / "invented", *sorted(BESIDE.glob("*/"))]
RANGES = {code: (factor.low, factor.high) for code, factor in FACTORS.items()}

each_diary = pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)


def table(path: Path) -> list[dict[str, str]]:
    with path.open(newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file))


def started_on(row: dict[str, str]) -> Any:
    return datetime.fromisoformat(row["started_at"]).astimezone(ZoneInfo(row["timezone"])).date()


def seconds(row: dict[str, str]) -> float | None:
    if not row.get("ended_at"):
        return None
    return (
        datetime.fromisoformat(row["ended_at"]) - datetime.fromisoformat(row["started_at"])
    ).total_seconds()


def out_of_range(rows: list[dict[str, str]]) -> list[tuple[int, str]]:
    return [
        (number, code)
        for number, row in enumerate(rows, 2)
        for code, (low, high) in RANGES.items()
        if row.get(code) and not low <= float(row[code]) <= high
    ]


@each_diary
def test_episodes_go_in_as_the_file_has_them(alice: User, folder: Path) -> None:
    rows = table(folder / "episodes.csv")
    result = import_file(alice, (folder / "episodes.csv").read_bytes(), NOW)
    kept = Episode.objects.for_user(alice)
    assert (result.problems, result.created) == ((), len(rows))
    assert Counter(kept.values_list("started_on", flat=True)) == Counter(map(started_on, rows))
    assert Counter(kept.values_list("length_s", flat=True)) == Counter(map(seconds, rows))
    assert Counter(kept.values_list("site", "side")) == Counter((row["site"], row["side"]) for row in rows)
    starts = {datetime.fromisoformat(row["started_at"]).astimezone(UTC) for row in rows}
    assert set(kept.values_list("started_at", flat=True)) == starts


@each_diary
def test_days_go_in_whole_or_name_each_value_out_of_range(alice: User, folder: Path) -> None:
    rows, data = table(folder / "days.csv"), (folder / "days.csv").read_bytes()
    bad = out_of_range(rows)
    result = import_file(alice, data, NOW)
    assert [(problem.row, problem.column) for problem in result.problems] == bad
    assert result.created == Day.objects.for_user(alice).count() == (0 if bad else len(rows))


@each_diary
def test_days_go_in_without_the_values_out_of_range_when_asked_to(alice: User, folder: Path) -> None:
    rows, data = table(folder / "days.csv"), (folder / "days.csv").read_bytes()
    bad = out_of_range(rows)
    result = import_file(alice, data, NOW, blank_bad_values=True)
    kept = Day.objects.for_user(alice)
    assert (result.problems, result.created) == ((), len(rows))
    assert [(problem.row, problem.column) for problem in result.left_out] == bad
    assert Counter(kept.values_list("twitching", flat=True)) == Counter(row["twitching"] for row in rows)
    for code in RANGES:
        given = [
            float(row[code])
            for number, row in enumerate(rows, 2)
            if row.get(code) and (number, code) not in bad
        ]
        assert Counter(kept.values_list(code, flat=True)) - Counter([None] * len(rows)) == Counter(given)


@each_diary
def test_a_real_diary_comes_back_from_its_export(alice: User, bob: User, folder: Path) -> None:
    for name in ("episodes.csv", "days.csv"):
        import_file(alice, (folder / name).read_bytes(), NOW, blank_bad_values=True)
    out = [csv_file(alice, each) for each in (EPISODES, DAYS)]
    assert [import_file(bob, data, NOW).problems for data in out] == [(), ()]
    assert [csv_file(bob, each) for each in (EPISODES, DAYS)] == out


def test_the_invented_diary_holds_what_the_real_ones_taught() -> None:
    folder = FOLDERS[0]
    assert out_of_range(table(folder / "days.csv")) == [(4, "stress"), (6, "stress")]
    assert (
        len({row["started_at"][-6:] for row in table(folder / "episodes.csv")}) > 1
    )  # across a clock change
