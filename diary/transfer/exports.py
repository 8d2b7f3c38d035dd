"""The diary into files: two CSV files for people, and an archive that loses nothing."""

import csv
import io
import json
import zipfile
from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import Any

from diary.models import Day, Drink, DrinkPreset, Episode, Experiment, PutAway, Review, Sign, User
from diary.transfer.columns import Cell, Table
from diary.transfer.experiments import EXPERIMENTS
from diary.transfer.health_record import entries_of
from diary.transfer.reading import ARCHIVE_FORMAT, ARCHIVE_VERSION, guarded
from diary.transfer.readme import readme
from diary.transfer.tables import (
    ARCHIVED_DAYS,
    CSV_FILES,
    DAYS,
    DRINKS,
    EPISODES,
    OWN_DRINKS,
    PUT_AWAY,
    REVIEWS,
    SETTINGS,
    SIGN,
)


def archive_json(user: User, now: datetime) -> bytes:
    """Return the whole diary as JSON: the same columns as the CSV files, and what only a program needs."""
    episodes = Episode.objects.for_user(user).within_reach(now).order_by("started_at", "pk")
    records: dict[Table, Iterable[Any]] = {
        SETTINGS: [user],
        EPISODES: episodes,
        ARCHIVED_DAYS: Day.objects.for_user(user).order_by("date"),
        SIGN: Sign.objects.for_user(user).order_by("date", "sign"),
        DRINKS: Drink.objects.for_user(user).order_by("date", "pk"),
        OWN_DRINKS: DrinkPreset.objects.for_user(user).order_by("pk"),
        PUT_AWAY: PutAway.objects.for_user(user).order_by("made_on", "pk"),
        REVIEWS: Review.objects.for_user(user).order_by("made_on", "version"),
        EXPERIMENTS: Experiment.objects.for_user(user).order_by("first", "pk"),
        **entries_of(user, now),
    }
    tables = {table.name: [table.cells_of(record) for record in found] for table, found in records.items()}
    head = {"format": ARCHIVE_FORMAT, "version": ARCHIVE_VERSION, "made_at": now.isoformat()}
    return json.dumps(head | tables, ensure_ascii=False, indent=1).encode()


def archive_zip(user: User, now: datetime) -> bytes:
    """Return the archive: diary.json, the CSV files for people and a README.txt that explains them."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("diary.json", archive_json(user, now))
        for table in CSV_FILES:
            archive.writestr(f"{table.name}.csv", csv_file(user, table))
        archive.writestr("README.txt", readme())
    return target.getvalue()


def csv_file(user: User, table: Table) -> bytes:
    """Return episodes.csv or days.csv, with a byte order mark so that spreadsheets read it as UTF-8."""
    rows = _episode_rows(user) if table is EPISODES else _day_rows(user)
    text = io.StringIO(newline="")
    writer = csv.DictWriter(text, [column.name for column in table.columns], extrasaction="ignore")
    writer.writeheader()
    writer.writerows({name: _csv_cell(cell) for name, cell in row.items()} for row in rows)
    return text.getvalue().encode("utf-8-sig")


def _csv_cell(cell: Cell) -> str:
    return "" if cell is None else guarded(str(cell))


def _episode_rows(user: User) -> Iterator[dict[str, Cell]]:
    return map(EPISODES.cells_of, Episode.objects.for_user(user).kept().order_by("started_at", "pk"))


def _day_rows(user: User) -> list[dict[str, Cell]]:
    """Return a row per day, with the answers of that day; answers without a day have a row of their own."""
    days = Day.objects.for_user(user).order_by("date")
    rows = {day.date: DAYS.cells_of(day) for day in days}
    for sign in Sign.objects.for_user(user).order_by("date"):
        row = rows.setdefault(sign.date, {"date": str(sign.date)})
        row[sign.sign] = "yes" if sign.answer else "no"
        row[f"{sign.sign}_rating"] = sign.rating
    return [rows[date] for date in sorted(rows)]
