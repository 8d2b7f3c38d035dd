"""The cast: Alice keeps the diary under test, Bob has one of his own that she must never see."""

import importlib.util
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

import hypothesis
import pytest
from django.test import Client

from diary.models import User
from tests.factories import make_user

# The browser's tests need the dev lock. With the test lock alone, `-m browser` finds none and says so.
collect_ignore = [] if importlib.util.find_spec("playwright") else ["browser"]


# A busy machine is no finding, and a suite that fails by chance guards nothing: it draws the same examples
# each time. `--hypothesis-profile=search` looks for new ones.
hypothesis.settings.register_profile("diary", deadline=None, derandomize=True, max_examples=50)
hypothesis.settings.register_profile("search", deadline=None, max_examples=500)
hypothesis.settings.load_profile("diary")


@pytest.fixture
def alice(db: None) -> User:
    return make_user("alice")


@pytest.fixture
def bob(db: None) -> User:
    return make_user("bob")


@pytest.fixture
def client_of_alice(alice: User) -> Client:
    return client_of(alice)


@pytest.fixture
def client_of_bob(bob: User) -> Client:
    return client_of(bob)


def client_of(user: User) -> Client:
    client = Client()
    client.force_login(user)
    return client


BASE = Path(__file__).parent.parent
Run = Callable[..., subprocess.CompletedProcess[str]]
PATIENCE_S = 300  # how long a test waits for what a busy machine does late; a test that hangs ends some time


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The data folder of commands that run in a process of their own."""
    return tmp_path / "data"


@pytest.fixture
def run(folder: Path) -> Run:
    """Runs a manage.py command as a person would: a process and a data folder of its own."""

    def run_command(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
        return run_manage(arguments, {"DIARY_DATA": str(folder)} | environment)

    return run_command


@pytest.fixture(scope="session")
def empty_diary(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("empty")
    assert run_manage(["migrate", "-v0"], {"DIARY_DATA": str(folder)}).returncode == 0
    return folder / "diary.sqlite3"


@pytest.fixture
def diary_file(empty_diary: Path, folder: Path) -> Path:
    """The database of an empty diary in the data folder."""
    folder.mkdir(mode=0o700)
    return Path(shutil.copy(empty_diary, folder))


def run_manage(arguments: Sequence[str], environment: dict[str, str]) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "manage.py", *arguments],
        cwd=BASE,
        env=clean_environment() | environment,
        capture_output=True,
        text=True,
        timeout=PATIENCE_S,
        check=False,
    )


def clean_environment() -> dict[str, str]:
    mine = {"DIARY_DATA", "DATABASE_URL", "SECRET_KEY", "SITE_URL", "DEBUG", "SIGN_UP"}
    mine |= {"DJANGO_SETTINGS_MODULE", "DJANGO_ALLOW_ASYNC_UNSAFE"}  # of this test run
    return {name: value for name, value in os.environ.items() if name not in mine}
