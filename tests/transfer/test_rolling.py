"""The backups that make themselves: what is kept, what is whole, and what is said when one cannot be made."""

import shutil
import sqlite3
import threading
from collections.abc import Iterator
from contextlib import closing
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from django.db import DatabaseError, connection
from hypothesis import given
from hypothesis import strategies as st

from diary.transfer import rolling
from diary.transfer.backup import BackupError, check
from tests.conftest import Run

TODAY = date(2026, 11, 22)  # a Sunday
DAMAGED = "The diary’s file is damaged. Keep the backups there are, and put the newest back."
SHUT = "The folder of the backups cannot be written"
days_ago = st.sets(st.integers(0, 60).map(lambda n: TODAY - timedelta(days=n)))


@pytest.fixture
def place(settings: Any, tmp_path: Path) -> Path:
    settings.DATA_FOLDER = tmp_path
    return tmp_path / "backups"


@pytest.fixture
def copies(monkeypatch: pytest.MonkeyPatch) -> None:
    """Stand in for the copy itself, which SQLite makes outside a test's transaction alone."""
    monkeypatch.setattr(rolling, "back_up", lambda target: target.write_text("the diary"))


def names(place: Path) -> list[str]:
    return sorted(path.name for path in place.iterdir())


def test_a_year_of_days_leaves_seven_days_and_four_weeks(place: Path, copies: None) -> None:
    for n in range(365, -1, -1):
        rolling.roll(TODAY - timedelta(days=n))
    kept = ["2026-11-01", "2026-11-08", "2026-11-15", *(f"2026-11-{day}" for day in range(16, 23))]
    assert names(place) == [f"diary-{day}.sqlite3" for day in kept]


def test_a_diary_that_a_restore_put_aside_goes_after_four_weeks(
    place: Path, copies: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    home = place.parent
    monkeypatch.setitem(connection.settings_dict, "NAME", str(home / "diary.sqlite3"))
    old, young = "diary-before-2026-10-25-235959.sqlite3", "diary-before-2026-10-26-000000.sqlite3"
    for name in (old, young, "my notes"):
        (home / name).write_text("a diary")
    rolling.roll(TODAY)
    assert names(home) == ["backups", young, "my notes"]


@given(days_ago)
def test_nothing_is_kept_past_four_weeks_but_the_newest(days: set[date]) -> None:
    kept = rolling.worth_keeping(list(days), TODAY)
    assert kept <= days
    assert {day for day in days if day > TODAY - timedelta(days=7)} <= kept
    assert all(rolling.kept_after(day) > TODAY or day == max(days) for day in kept)
    assert (max(days) in kept) if days else not kept


def test_a_day_has_one_backup_and_both_it_and_its_folder_are_the_owners_alone(
    place: Path, copies: None
) -> None:
    rolling.roll(TODAY)
    made = (place / "diary-2026-11-22.sqlite3").stat()
    rolling.roll(TODAY)
    assert (place / "diary-2026-11-22.sqlite3").stat().st_mtime_ns == made.st_mtime_ns
    assert (made.st_mode & 0o777, place.stat().st_mode & 0o777) == (0o600, 0o700)


@pytest.mark.sqlite
@pytest.mark.parametrize(("failure", "sentence"), [
    (DatabaseError("database or disk is full"), "The disk is full."),
    (DatabaseError("database disk image is malformed"), DAMAGED),
    (PermissionError(13, "Permission denied"), f"{SHUT}: Permission denied."),
    (BackupError("It is damaged."), "It is damaged."),
])  # fmt: skip
def test_a_backup_that_fails_leaves_the_others_and_says_why(
    place: Path, copies: None, monkeypatch: pytest.MonkeyPatch, failure: Exception, sentence: str
) -> None:
    old = TODAY - timedelta(days=90)
    rolling.roll(old)

    def fails(target: Path) -> None:
        target.write_text("half of it")
        raise failure

    monkeypatch.setattr(rolling, "back_up", fails)
    rolling.roll(TODAY)
    state = rolling.state()
    assert state is not None
    assert (state.problem, names(place)) == (sentence, [f"diary-{old}.sqlite3"])


@pytest.mark.sqlite
def test_a_later_success_takes_the_sentence_back(place: Path, copies: None) -> None:
    place.write_text("a file where the folder should be")
    rolling.roll(TODAY)
    assert rolling.state() == rolling.State(None, f"{SHUT}: File exists.")
    place.unlink()
    rolling.roll(TODAY)
    state = rolling.state()
    assert state is not None
    assert (state.problem, state.made_at is not None) == ("", True)


def test_postgresql_is_left_to_its_own_tools(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(connection, "vendor", "postgresql", raising=False)
    assert (rolling.are_made(), rolling.state(), rolling.kept_until(TODAY)) == (False, None, None)


@pytest.fixture
def busy(diary_file: Path) -> Iterator[list[int]]:
    """Somebody who writes without pause; each number in the list was acknowledged."""
    written: list[int] = []
    enough = threading.Event()

    def write() -> None:
        with closing(sqlite3.connect(diary_file, timeout=20)) as database:
            while not enough.is_set():
                with database:
                    values = (f"{len(written):06d}", "x" * 5000)
                    database.execute("INSERT INTO django_session VALUES (?, ?, '2026-01-01')", values)
                written.append(len(written))

    thread = threading.Thread(target=write)
    thread.start()
    yield written
    enough.set()
    thread.join()


def test_a_backup_made_while_somebody_writes_is_a_whole_diary(
    run: Run, busy: list[int], folder: Path
) -> None:
    before = len(busy)
    done = run("backup")
    after = len(busy)
    assert done.returncode == 0, done.stderr
    (copy,) = (folder / "backups").iterdir()
    check(copy)
    with closing(sqlite3.connect(copy)) as database:
        kept = [int(key) for (key,) in database.execute("SELECT session_key FROM django_session ORDER BY 1")]
    assert kept == list(range(len(kept)))
    assert before <= len(kept) <= after + 1
    assert copy.stat().st_mode & 0o777 == 0o600


def test_the_newest_of_the_daily_backups_comes_back(run: Run, diary_file: Path, folder: Path) -> None:
    assert "There are no backups" in run("restore", "--newest").stderr
    run("backup")
    (newest,) = (folder / "backups").iterdir()
    shutil.copy(newest, newest.with_name("diary-2026-01-01.sqlite3"))
    listed = run("restore").stdout
    assert listed.index(newest.name) < listed.index("diary-2026-01-01.sqlite3")
    diary_file.unlink()
    assert f"The diary of {newest} is back." in run("restore", "--newest").stdout
    assert "diary-2026-01-01.sqlite3 is back" in run("restore", "diary-2026-01-01.sqlite3").stdout
    assert diary_file.exists()
