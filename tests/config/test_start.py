import shutil
import signal
import socket
import sqlite3
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from config.data_folder import mark_as_used, settle
from diary.management.commands import start as start_command
from diary.models import Episode, Medicine, Question, User
from tests.conftest import BASE, PATIENCE_S, Run, clean_environment
from tests.factories import make_episode, make_medicine, make_question

Start = Callable[..., str]


@pytest.fixture
def port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


@pytest.fixture
def start(folder: Path, port: int, tmp_path: Path) -> Iterator[Start]:
    """Starts the diary, waits until it answers, ends it as Ctrl+C does, and returns what it printed."""
    running: list[subprocess.Popen[bytes]] = []
    log = tmp_path / "log"

    def start_and_end(base: Path = BASE, *arguments: str) -> str:
        with log.open("wb") as written:
            server = subprocess.Popen(
                [sys.executable, "manage.py", "start", "--no-browser", "--port", str(port), *arguments],
                cwd=base,
                env=clean_environment() | {"DIARY_DATA": str(folder)},
                stdout=written,
                stderr=written,
                preexec_fn=listen_to_interrupts,
            )
        running.append(server)
        assert first_page(server, port) == 200, log.read_text()
        server.send_signal(signal.SIGINT)
        assert server.wait(timeout=PATIENCE_S) == 0, log.read_text()
        return log.read_text()

    yield start_and_end
    for server in running:
        server.kill()
        server.wait()


def listen_to_interrupts() -> None:
    """A shell lets what it starts in the background ignore Ctrl+C, and children inherit that."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def first_page(server: subprocess.Popen[bytes], port: int) -> int:
    """The status of the first page, 0 where the server ended or did not answer in time."""
    address, deadline = f"http://localhost:{port}/accounts/login/", time.monotonic() + PATIENCE_S
    while time.monotonic() < deadline and server.poll() is None:
        try:
            with urllib.request.urlopen(address, timeout=PATIENCE_S) as page:
                return int(page.status)
        except urllib.error.HTTPError as problem:
            with problem:
                return problem.code
        except urllib.error.URLError:
            time.sleep(0.1)
    return 0


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """Another checkout of the same program."""
    for name in ("config", "diary", "templates"):
        shutil.copytree(BASE / name, tmp_path / "other" / name)
    shutil.copy(BASE / "manage.py", tmp_path / "other")
    return tmp_path / "other"


def test_start_serves_and_says_where(start: Start, folder: Path, port: int) -> None:
    printed = start()
    assert f"http://localhost:{port}/" in printed
    assert str(folder) in printed


def test_everything_in_the_data_folder_is_for_its_owner_alone(start: Start, folder: Path) -> None:
    start()
    modes = {path: path.stat().st_mode & 0o777 for path in (folder, *folder.rglob("*"))}
    assert {"diary.sqlite3", "secret.key"} <= {path.name for path in modes}
    assert modes == {path: 0o700 if path.is_dir() else 0o600 for path in modes}


def test_another_checkout_finds_the_same_diary(
    start: Start, diary_file: Path, folder: Path, copy: Path
) -> None:
    note_something(folder)
    start(copy)
    assert read_notes(folder) == ["kept"]


def note_something(folder: Path) -> None:
    with closing(sqlite3.connect(folder / "diary.sqlite3")) as database, database:
        database.execute("INSERT INTO django_content_type (app_label, model) VALUES ('a test', 'kept')")


def read_notes(folder: Path) -> list[str]:
    with closing(sqlite3.connect(folder / "diary.sqlite3")) as database:
        rows = database.execute("SELECT model FROM django_content_type WHERE app_label = 'a test'")
        return [model for (model,) in rows]


@pytest.fixture
def lost(folder: Path) -> Path:
    """A data folder that has held a diary, without its database."""
    mark_as_used(settle(folder))
    return folder


def test_start_refuses_where_a_diary_was_and_is_gone(run: Run, lost: Path) -> None:
    done = run("start", "--no-browser")
    assert done.returncode == 1
    assert f"There was a diary in {lost}, but diary.sqlite3 is gone." in done.stderr
    assert not (lost / "diary.sqlite3").exists()


def test_start_refuses_where_another_command_left_an_empty_database(run: Run, lost: Path) -> None:
    (lost / "diary.sqlite3").touch()
    assert "is gone" in run("start", "--no-browser").stderr


def test_start_begins_afresh_when_told_to(start: Start, lost: Path) -> None:
    start(BASE, "--fresh")
    assert (lost / "diary.sqlite3").exists()


def test_start_removes_what_was_deleted_thirty_days_ago(alice: User, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(start_command, "call_command", lambda *_, **__: None)
    monkeypatch.setattr(start_command.connection, "close", lambda: None)
    now = datetime.now(UTC)
    lately = make_episode(alice, deleted_at=now - timedelta(days=29))
    for make in (make_episode, make_medicine, make_question):
        make(alice, deleted_at=now - timedelta(days=31))
    start_command.prepare()
    assert list(Episode.objects.for_user(alice)) == [lately]
    assert [model.objects.for_user(alice).count() for model in (Medicine, Question)] == [0, 0]


def test_a_port_in_use_is_one_sentence(run: Run, port: int) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", port))
        taken.listen()
        done = run("start", "--no-browser", "--port", str(port))
    assert done.returncode == 1
    assert done.stderr.startswith(f"CommandError: Port {port} is in use")
    assert "Traceback" not in done.stderr


def test_start_refuses_debug(run: Run) -> None:
    assert "start serves with DEBUG off" in run("start", "--no-browser", DEBUG="true").stderr
