"""Backups that make themselves: one a day into the data folder, the old ones thrown away.

SQLite alone; PostgreSQL has its own tools. Their days are those of UTC.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from django.conf import settings
from django.db import DatabaseError, connection

from diary.transfer.backup import BackupError, back_up, set_aside_until

DAYS, WEEKS = 7, 4
"""Each of the last 7 days, and the last one of each of the last 4 weeks."""

NAME = re.compile(r"diary-(\d{4}-\d\d-\d\d)\.sqlite3")

_problem = ""  # why the last try of this process failed


def folder() -> Path:
    """Return where the backups are; it need not be there yet."""
    path: Path = settings.DATA_FOLDER / "backups"
    return path


def are_made() -> bool:
    """Say whether this diary is of the kind that backs itself up."""
    return connection.vendor == "sqlite"


def roll(today: date) -> None:
    """Make today's backup unless it is there, then throw away the old. A failure is kept for `state`."""
    global _problem
    try:
        if not path_of(today).exists():
            make(today)
        throw_away(today)
        _problem = ""
    except (BackupError, DatabaseError, OSError) as failure:
        _problem = in_words(failure)


def make(today: date) -> Path:
    """Make today's backup, in place of an earlier one of today. It gets its name once it is checked.

    Raises BackupError, DatabaseError or OSError; nothing is left half-written then.
    """
    folder().mkdir(mode=0o700, parents=True, exist_ok=True)
    arriving = folder() / "arriving"
    arriving.unlink(missing_ok=True)
    try:
        back_up(arriving)
        arriving.chmod(0o600)
        return arriving.replace(path_of(today))
    finally:
        arriving.unlink(missing_ok=True)


def path_of(day: date) -> Path:
    """Return where that day's backup is, or would be."""
    return folder() / f"diary-{day}.sqlite3"


def kept() -> list[Path]:
    """Return the backups that are there, newest first."""
    try:
        found = [path for path in folder().iterdir() if NAME.fullmatch(path.name)]
    except OSError:
        return []
    return sorted(found, reverse=True)


def throw_away(today: date) -> None:
    """Remove the backups that are neither of the last days nor the last of a recent week.

    What a restore put aside goes with them: it holds what has been deleted since, too.
    """
    of_day = {day_of(path): path for path in kept()}
    for day in of_day.keys() - worth_keeping(list(of_day), today):
        of_day[day].unlink(missing_ok=True)
    for path in set_aside_until(today - timedelta(weeks=WEEKS)):
        path.unlink(missing_ok=True)


def day_of(path: Path) -> date:
    """Return the day in a backup's name."""
    return date.fromisoformat(path.name[len("diary-") : len("diary-") + 10])


def worth_keeping(days: Sequence[date], today: date) -> set[date]:
    """Return which of these days' backups stay; the newest always does, however old."""
    last_of_week = {day.isocalendar()[:2]: day for day in sorted(days)}.values()
    recent = {day for day in days if day > today - timedelta(days=DAYS)}
    weekly = {day for day in last_of_week if day > today - timedelta(weeks=WEEKS)}
    return recent | weekly | set(sorted(days)[-1:])


def kept_after(day: date) -> date:
    """Return the day whose backup takes that day's away, at the latest."""
    return day + timedelta(weeks=WEEKS)


def kept_until(today: date) -> date | None:
    """Return the day from which no backup holds what is deleted today; None where none are made."""
    return kept_after(today) if are_made() else None


@dataclass(frozen=True, slots=True)
class State:
    """How the backups stand: when the newest was made, and why a later one could not be."""

    made_at: datetime | None
    problem: str


def state() -> State | None:
    """Return how the backups stand; None where this kind of diary has to be backed up by other means."""
    return State(last_made(), _problem) if are_made() else None


def last_made() -> datetime | None:
    """Return when the newest backup was made; None without one."""
    try:
        return datetime.fromtimestamp(kept()[0].stat().st_mtime, UTC)
    except (IndexError, OSError):
        return None


def in_words(failure: Exception) -> str:
    """Return what was in the way as a sentence for people."""
    if isinstance(failure, BackupError):
        return str(failure)
    if isinstance(failure, OSError):
        return f"The folder of the backups cannot be written: {failure.strerror}."
    if "malformed" in str(failure):
        return "The diary’s file is damaged. Keep the backups there are, and put the newest back."
    if "full" in str(failure):
        return "The disk is full."
    return "The folder of the backups cannot be written, or the disk is full."
