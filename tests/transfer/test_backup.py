import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from django.db import connection

from diary.transfer import backup
from tests.conftest import Run


def add_person(diary: Path, name: str) -> None:
    with closing(sqlite3.connect(diary)) as database, database:
        database.execute("INSERT INTO auth_group (name) VALUES (?)", [name])


def people(diary: Path) -> list[str]:
    with closing(sqlite3.connect(diary)) as database:
        return [name for (name,) in database.execute("SELECT name FROM auth_group")]


def test_a_backup_restores_what_was_there(run: Run, diary_file: Path, tmp_path: Path) -> None:
    add_person(diary_file, "before")
    run("backup", str(tmp_path / "copy"))
    add_person(diary_file, "after")
    done = run("restore", str(tmp_path / "copy"))
    assert done.returncode == 0, done.stderr
    assert people(diary_file) == ["before"]


def test_restoring_keeps_the_present_diary_beside_it(run: Run, diary_file: Path, tmp_path: Path) -> None:
    run("backup", str(tmp_path / "copy"))
    add_person(diary_file, "after")
    run("restore", str(tmp_path / "copy"))
    (kept,) = diary_file.parent.glob("diary-before-*.sqlite3")
    assert people(kept) == ["after"]


def test_a_door_that_may_have_been_closed_since_is_not_put_back(
    run: Run, diary_file: Path, tmp_path: Path
) -> None:
    add_person(diary_file, "before")
    with closing(sqlite3.connect(diary_file)) as database, database:
        columns = database.execute("PRAGMA table_info(diary_sharedreport)").fetchall()
        values = ", ".join("'[]'" if column[1] == "log" else "1" for column in columns)
        database.execute(f"INSERT INTO diary_sharedreport VALUES ({values})")
        database.execute("INSERT INTO django_session VALUES ('a phone, lost since', '', '2026-01-01')")
    run("backup", str(tmp_path / "copy"))
    run("restore", str(tmp_path / "copy"))
    with closing(sqlite3.connect(diary_file)) as database:
        assert database.execute("SELECT token_digest FROM diary_sharedreport").fetchall() == []
        assert database.execute("SELECT session_key FROM django_session").fetchall() == []
    assert people(diary_file) == ["before"]


def test_a_lost_diary_comes_back_from_its_backup(run: Run, diary_file: Path, tmp_path: Path) -> None:
    add_person(diary_file, "before")
    run("backup", str(tmp_path / "copy"))
    diary_file.unlink()
    assert run("restore", str(tmp_path / "copy")).returncode == 0
    assert people(diary_file) == ["before"]


def test_a_backup_is_whole_while_somebody_writes(run: Run, diary_file: Path, tmp_path: Path) -> None:
    with closing(sqlite3.connect(diary_file)) as writer:
        writer.execute("BEGIN IMMEDIATE")
        writer.execute("INSERT INTO auth_group (name) VALUES ('unfinished')")
        done = run("backup", str(tmp_path / "copy"))
    assert done.returncode == 0, done.stderr
    assert people(tmp_path / "copy") == []


def test_a_backup_never_overwrites(run: Run, diary_file: Path, tmp_path: Path) -> None:
    (tmp_path / "copy").write_text("something dear")
    assert "is already there" in run("backup", str(tmp_path / "copy")).stderr
    assert (tmp_path / "copy").read_text() == "something dear"


@pytest.mark.parametrize("content", [b"", b"no diary at all", b"SQLite format 3\0" + b"\0" * 5000])
def test_a_file_that_is_no_diary_is_refused(
    run: Run, diary_file: Path, tmp_path: Path, content: bytes
) -> None:
    add_person(diary_file, "present")
    (tmp_path / "copy").write_bytes(content)
    done = run("restore", str(tmp_path / "copy"))
    assert done.returncode == 1
    assert done.stderr.startswith("CommandError: ")
    assert people(diary_file) == ["present"]


def test_a_backup_of_a_newer_program_is_refused(run: Run, diary_file: Path, tmp_path: Path) -> None:
    run("backup", str(tmp_path / "copy"))
    with closing(sqlite3.connect(tmp_path / "copy")) as copy, copy:
        copy.execute(
            "INSERT INTO django_migrations (app, name, applied) VALUES ('diary', '9999', '2030-01-01')"
        )
    assert "comes from a newer version" in run("restore", str(tmp_path / "copy")).stderr


def test_a_diary_in_use_is_not_replaced(run: Run, diary_file: Path, tmp_path: Path) -> None:
    run("backup", str(tmp_path / "copy"))
    server = sqlite3.connect(diary_file)
    server.execute("SELECT * FROM django_session").fetchall()
    done = run("restore", str(tmp_path / "copy"))
    server.close()
    assert "The diary is in use" in done.stderr
    assert [path.name for path in diary_file.parent.glob("diary*")] == ["diary.sqlite3"]


def test_other_databases_are_sent_to_their_own_tools(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(connection, "vendor", "postgresql", raising=False)
    with pytest.raises(backup.BackupError, match="use pg_dump of PostgreSQL"):
        backup.back_up(tmp_path / "copy")
