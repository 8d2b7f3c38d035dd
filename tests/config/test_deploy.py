"""What config/deploy says is what the program does; the containers themselves are not built here."""

import re
from pathlib import Path

import pytest
from django.test import Client
from pytest_django import Settings

from config.bootstrap import lock_file
from diary.management.commands import start
from tests.conftest import BASE, Run

DEPLOY = BASE / "config" / "deploy"


def pinned(path: Path) -> set[str]:
    return {line.split()[0] for line in path.read_text().splitlines() if "==" in line and line[0].isalpha()}


def test_the_server_has_what_a_person_runs_and_postgresql() -> None:
    more = {
        line.split("==")[0] for line in pinned(DEPLOY.parent / "locks/server.txt") - pinned(lock_file("run"))
    }
    assert pinned(lock_file("run")) <= pinned(DEPLOY.parent / "locks/server.txt")
    assert more == {"psycopg", "psycopg-binary", "typing-extensions"}


def test_what_the_container_holds_is_there() -> None:
    held = re.findall(r"^!(.+)$", (DEPLOY / "Containerfile.dockerignore").read_text(), re.MULTILINE)
    assert all((BASE / name).exists() for name in held)
    assert {path.name for path in BASE.iterdir() if (path / "__init__.py").exists()} - {"tests"} <= set(held)


@pytest.mark.parametrize("page", ["Containerfile", "compose.yaml", "README.md"])
def test_every_option_of_start_that_is_named_is_one(page: str) -> None:
    known = start.Command().create_parser("manage.py", "start").format_help()
    for line in (DEPLOY / page).read_text().splitlines():
        if "start" in line and "manage.py" in line:
            assert all(option in known for option in re.findall(r"--[a-z][a-z-]+", line)), line


def test_setting_up_only_makes_the_tables_and_ends(run: Run, folder: Path) -> None:
    done = run("start", "--set-up-only")
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    assert (folder / "diary.sqlite3").exists()


def test_the_headers_of_the_named_proxy_alone_are_believed(settings: Settings) -> None:
    assert "trusted_proxy" not in start.options("127.0.0.1")
    settings.SITE_URL = "https://diary.example"
    assert start.options("10.0.0.7")["trusted_proxy"] == "10.0.0.7"


def test_a_worker_says_it_is_well_without_a_proxy(client: Client, db: None, settings: Settings) -> None:
    settings.SECURE_SSL_REDIRECT = True
    assert client.get("/healthz").status_code == 200
    assert client.get("/accounts/login/").status_code == 301
