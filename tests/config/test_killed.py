"""What was acknowledged is kept: the power button of the server may come at any moment, also amid writes.

SQLite writes through to the disk before a page says so (WAL with synchronous FULL). Three rounds here;
`KILLS=100 pytest tests/config/test_killed.py -s` kills it a hundred times and counts.
"""

import os
import re
import signal
import socket
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, suppress
from http.client import HTTPConnection, HTTPException
from http.cookiejar import CookieJar
from pathlib import Path
from typing import IO
from urllib.error import URLError
from urllib.parse import urlencode
from urllib.request import HTTPCookieProcessor, OpenerDirector, build_opener
from uuid import uuid4

import pytest

from diary.transfer.backup import check
from tests.conftest import BASE, PATIENCE_S, clean_environment

KILLS = int(os.environ.get("KILLS", "3"))
WRITERS = 4

pytestmark = pytest.mark.sqlite


# Loads the program once and serves it in a child of its own as often as a port is sent.
SERVE = """
import os, signal, sys, django
django.setup()
import config.urls, config.wsgi
from diary.management.commands.start import prepare, serve
prepare()
signal.signal(signal.SIGCHLD, signal.SIG_IGN)
for port in sys.stdin:
    child = os.fork()
    if not child:
        serve("127.0.0.1", int(port), "127.0.0.1", opens_browser=False, say=lambda words: None)
    print(child, flush=True)
"""


class Server:
    """The diary as `manage.py start` serves it, and somebody signed in to it."""

    def __init__(self, folder: Path, log: IO[bytes]) -> None:
        environment = {"DIARY_DATA": str(folder), "DJANGO_SETTINGS_MODULE": "config.settings"}
        self.loaded = subprocess.Popen(
            [sys.executable, "-c", SERVE],
            cwd=BASE,
            env=clean_environment() | environment,
            text=True,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=log,
        )
        self.cookies = CookieJar()
        self.visitor: OpenerDirector = build_opener(HTTPCookieProcessor(self.cookies))

    def start(self) -> None:
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        print(self.port, file=self.loaded.stdin, flush=True)
        self.process = int(self.loaded.stdout.readline())
        self._wait()

    def _wait(self) -> None:
        deadline = time.monotonic() + PATIENCE_S
        while time.monotonic() < deadline:
            try:
                self.page("/healthz")
            except URLError:
                time.sleep(0.02)
            else:
                return
        pytest.fail("The server does not answer")

    def kill(self) -> None:
        os.kill(self.process, signal.SIGKILL)  # no goodbye, nothing is tidied up

    def end(self) -> None:
        self.kill()
        self.loaded.communicate()

    def page(self, path: str, **sent: str) -> str:
        address = f"http://localhost:{self.port}{path}"
        data = urlencode(sent).encode() if sent else None
        with self.visitor.open(address, data, timeout=PATIENCE_S) as answer:
            return str(answer.read().decode())

    def post(self, path: str, found_on: str, **sent: str) -> str:
        token = re.search(r'name="csrfmiddlewaretoken" value="(\w+)"', self.page(found_on))
        assert token
        return self.page(path, csrfmiddlewaretoken=token[1], **sent)

    def write(self, saved: list[str]) -> None:
        """Log one twitch after another until the server is gone; keep what it acknowledged."""
        token = "a" * 32  # Django compares the cookie with the form
        cookies = [f"{cookie.name}={cookie.value}" for cookie in self.cookies if cookie.name == "sessionid"]
        headers = {
            "Cookie": f"{cookies[0]}; csrftoken={token}",
            "Content-Type": "application/x-www-form-urlencoded",
        }
        facts = {"csrfmiddlewaretoken": token, "place": "calf:left", "is_over": "yes"}
        connection = HTTPConnection("localhost", self.port, timeout=PATIENCE_S)
        with closing(connection), suppress(OSError, HTTPException):
            while True:
                uuid = str(uuid4())
                connection.request("POST", "/episodes/new/", urlencode(facts | {"uuid": uuid}), headers)
                answer = connection.getresponse()
                assert answer.status == 302, answer.status
                saved.append(uuid)
                answer.read()


@pytest.fixture
def server(diary_file: Path, folder: Path, tmp_path: Path) -> Iterator[Server]:
    with (tmp_path / "log").open("wb") as log:
        server = Server(folder, log)
    server.start()
    sign_up = "/accounts/signup/"
    server.post(sign_up, sign_up, username="sam", password1="quiet river lamp", timezone="Europe/London")
    yield server
    server.end()


def test_what_was_acknowledged_survives_a_kill_amid_writes(server: Server, diary_file: Path) -> None:
    saved: list[str] = []
    for n in range(KILLS):
        with ThreadPoolExecutor(WRITERS) as pool:
            writers = [pool.submit(server.write, saved) for _ in range(WRITERS)]
            wait_for(len(saved) + WRITERS, saved)
            time.sleep(n % 10 / 100)
            server.kill()
        assert [writer.result() for writer in writers] == [None] * WRITERS
        check(diary_file)
        assert set(saved) <= set(kept(diary_file))
        server.start()
    assert "Saved: left calf" in server.page(f"/today/?saved={saved[-1]}")
    rows = len(kept(diary_file))
    assert rows <= len(saved) + WRITERS * KILLS  # each had at most one under way
    print(
        f"\n{KILLS} kills: {len(saved):,} writes acknowledged, all among the {rows:,} kept; whole each time"
    )


def wait_for(many: int, saved: list[str]) -> None:
    deadline = time.monotonic() + PATIENCE_S
    while len(saved) < many and time.monotonic() < deadline:
        time.sleep(0.002)
    assert len(saved) >= many


def kept(diary: Path) -> list[str]:
    with closing(sqlite3.connect(diary)) as database:
        rows = database.execute("SELECT uuid FROM diary_episode ORDER BY id").fetchall()
    return [re.sub(r"(.{8})(.{4})(.{4})(.{4})(.{12})", r"\1-\2-\3-\4-\5", uuid) for (uuid,) in rows]
