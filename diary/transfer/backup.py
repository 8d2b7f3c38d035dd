"""The whole database as one file: out while it is in use, and checked before it goes back in."""

import re
import shutil
import sqlite3
from contextlib import closing
from datetime import date, datetime
from pathlib import Path

from django.db import connection
from django.db.migrations.loader import MigrationLoader

DOORS = {"django_session", "usersessions_usersession", "diary_sharedreport"}
"""What lets somebody in: a phone that was lost since the backup must not be signed in again."""


class BackupError(Exception):
    """What is in the way, as one sentence for people."""


def back_up(target: Path) -> None:
    """Writes a complete copy to a new file; the diary can be in use meanwhile."""
    refuse_other_databases("pg_dump")
    if target.exists():
        raise BackupError(f"{target} is already there; give a new name.")
    if not target.parent.is_dir():
        raise BackupError(f"There is no folder {target.parent}.")
    with connection.cursor() as cursor:
        cursor.execute("VACUUM INTO %s", [str(target)])
    check(target)


def put_back(source: Path) -> Path | None:
    """Makes the checked copy the diary; returns where the one it replaces is kept, None without one."""
    refuse_other_databases("pg_restore")
    check(source)
    diary = Path(connection.settings_dict["NAME"])
    connection.close()
    gather(diary)
    arriving = diary.with_name(f"{diary.name}.arriving")
    shutil.copyfile(source, arriving)
    close_doors(arriving)
    kept = set_aside(diary)
    arriving.replace(diary)
    return kept


def refuse_other_databases(tool: str) -> None:
    if connection.vendor != "sqlite":
        raise BackupError(f"This diary is kept in PostgreSQL; use {tool} of PostgreSQL instead.")


def check(path: Path) -> None:
    """Raises BackupError unless the file is an undamaged diary that this program can read."""
    if not path.is_file():
        raise BackupError(f"There is no file {path}.")
    try:
        with closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)) as copy:
            damage = copy.execute("PRAGMA integrity_check").fetchone()[0]
            migrations = set(copy.execute("SELECT app, name FROM django_migrations WHERE app = 'diary'"))
    except sqlite3.DatabaseError:
        raise BackupError(f"{path} is not a copy of a diary.") from None
    if damage != "ok" or not migrations:
        raise BackupError(f"{path} is damaged, so nothing was changed.")
    if not migrations <= set(MigrationLoader(None).disk_migrations):
        raise BackupError(f"{path} comes from a newer version of this program; update first.")


def gather(diary: Path) -> None:
    """Brings the present diary into its one file; refuses while another program has it open."""
    if not diary.exists():
        return
    try:
        with closing(sqlite3.connect(diary, timeout=1)) as present:
            # Leaving WAL brings the -wal file home, and SQLite allows it only to who has the database alone.
            present.execute("PRAGMA journal_mode=DELETE")
    except sqlite3.OperationalError:
        raise BackupError("The diary is in use; end “manage.py start” first.") from None
    except sqlite3.DatabaseError:
        pass  # damaged, perhaps the very reason for putting a copy back: it is kept as it is


def close_doors(arriving: Path) -> None:
    """Removes from a copy who is signed in and the links to reports: one closed since would open again."""
    with closing(sqlite3.connect(arriving)) as copy, copy:
        there = {name for (name,) in copy.execute("SELECT name FROM sqlite_master")}
        for table in DOORS & there:
            copy.execute(f"DELETE FROM {table}")  # noqa: S608  our own names


def set_aside(diary: Path) -> Path | None:
    if not diary.exists():
        return None
    now = datetime.now().astimezone()
    return diary.rename(diary.with_name(f"{diary.stem}-before-{now:%Y-%m-%d-%H%M%S}{diary.suffix}"))


def set_aside_until(day: date) -> list[Path]:
    """Return the diaries that were put aside for a copy on that day or before."""
    diary = Path(connection.settings_dict["NAME"])
    name = re.compile(rf"{re.escape(diary.stem)}-before-(\d{{4}}-\d\d-\d\d)-\d{{6}}{re.escape(diary.suffix)}")
    found = ((path, name.fullmatch(path.name)) for path in diary.parent.iterdir())
    return [path for path, match in found if match and date.fromisoformat(match[1]) <= day]
