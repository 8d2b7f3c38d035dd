"""Commands on a data folder that holds no diary, or no longer does."""

from pathlib import Path

import pytest
from django.core.management import load_command_class

from config.data_folder import mark_as_used, settle
from diary.management.database import DiaryCommand
from tests.conftest import Run

COMMANDS = {
    "report": ["report", "--user", "alice", "--json"],
    "import_diary": ["import_diary", "days.csv", "--user", "alice"],
    "export_diary": ["export_diary", "out.zip", "--user", "alice"],
    "backup": ["backup", "copy.sqlite3"],
    "new_password": ["new_password", "--user", "alice"],
}


def test_every_command_looks_for_the_diary_first() -> None:
    assert [
        name for name in COMMANDS if not isinstance(load_command_class("diary", name), DiaryCommand)
    ] == []


@pytest.mark.parametrize("command", ["report", "backup"])
def test_without_a_diary_a_command_says_what_to_do_first(run: Run, folder: Path, command: str) -> None:
    done = run(*COMMANDS[command])
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == ("CommandError: There is no diary here yet; run “python3 manage.py start” first.\n")
    assert not (folder / "diary.sqlite3").exists()


def test_the_demo_sets_a_new_folder_up(run: Run, folder: Path) -> None:
    done = run("demo", "--persona", "settled")
    assert (done.returncode, done.stderr) == (0, "")
    assert "Sign in as demo with the password" in done.stdout
    assert (folder / "README.txt").exists()


@pytest.mark.parametrize("command", ["demo", "export_diary"])
def test_where_a_diary_is_gone_no_command_makes_an_empty_one(run: Run, folder: Path, command: str) -> None:
    mark_as_used(settle(folder))
    done = run(*COMMANDS.get(command, [command]))
    assert done.returncode == 1
    assert done.stderr.startswith(f"CommandError: There was a diary in {folder}, but diary.sqlite3 is gone.")
    assert not (folder / "diary.sqlite3").exists()
