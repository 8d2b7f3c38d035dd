"""Eight people at once at a server of their own: pages a second, how long each waits, writes, memory."""

import http.client
import json
import os
import socket
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, contextmanager
from dataclasses import dataclass
from urllib.parse import urlencode
from uuid import uuid4

from django.conf import settings

from diary.benchmark.measure import memory_mb

CLIENTS = 8
SECONDS = 10  # each page is asked for so long
WRITES = 200  # of each client
PAGES = {
    "Today": "/today/",
    "Diary list": "/diary/",
    "Patterns, 4 weeks": "/patterns/time/",
    "Report, 4 weeks": "/report/preview/",
}
ROW = "{:<20}{:>12}{:>12}{:>12}"


@dataclass(frozen=True, slots=True)
class Visitor:
    """Somebody signed in, on a connection that stays open."""

    port: int
    cookie: str

    def seconds(self, count_until: float, path: str) -> list[float]:
        """Ask for the page again and again until then, and return how long each answer took."""
        waits = []
        with closing(http.client.HTTPConnection("localhost", self.port, timeout=60)) as connection:
            while time.monotonic() < count_until:
                started = time.perf_counter()
                ask(connection, "GET", path, {"Cookie": f"sessionid={self.cookie}"})
                waits.append(time.perf_counter() - started)
        return waits

    def write(self, count: int) -> list[float]:
        """Log so many twitches that are over, one after another."""
        waits = []
        token = "a" * 32  # Django compares the cookie with the form: both are ours
        headers = {
            "Cookie": f"sessionid={self.cookie}; csrftoken={token}",
            "Content-Type": "application/x-www-form-urlencoded",
        }
        with closing(http.client.HTTPConnection("localhost", self.port, timeout=60)) as connection:
            for _ in range(count):
                facts = {
                    "csrfmiddlewaretoken": token,
                    "uuid": uuid4(),
                    "place": "calf:left",
                    "is_over": "yes",
                }
                started = time.perf_counter()
                ask(connection, "POST", "/episodes/new/", headers, urlencode(facts))
                waits.append(time.perf_counter() - started)
        return waits


def ask(
    connection: http.client.HTTPConnection, method: str, path: str, headers: Mapping[str, str], body: str = ""
) -> None:
    connection.request(method, path, body, dict(headers))
    answer = connection.getresponse()
    answer.read()
    if answer.status not in (200, 302):
        raise RuntimeError(f"{method} {path} answered {answer.status}")


def measure(say: Callable[[str], object], episodes: int, database_url: str) -> None:
    """Fill a diary, serve it and load it, on SQLite or on the empty database that `database_url` names."""
    with tempfile.TemporaryDirectory() as folder, free_port() as port:
        environment = {**os.environ, "DIARY_DATA": folder, "SITE_URL": f"http://localhost:{port}"}
        environment |= {"DEBUG": "false", "DATABASE_URL": database_url}
        if not database_url:
            del environment["DATABASE_URL"]
        manage(environment, "--step", "fill", "--sizes", str(episodes))
        with server(environment, port) as process:
            visitor = Visitor(port, manage(environment, "--step", "sign_in"))
            report(say, visitor, process.pid)
        rows = json.loads(manage(environment, "--step", "count"))
    say(f"{rows - episodes:,} of {CLIENTS * WRITES:,} writes are there")


def report(say: Callable[[str], object], visitor: Visitor, pid: int) -> None:
    say(ROW.format(f"{CLIENTS} at once", "a second", "median ms", "95 % ms"))
    for name, path in PAGES.items():
        say(line(name, *at_once(lambda path=path: visitor.seconds(time.monotonic() + SECONDS, path))))  # type: ignore[misc]
    say(line(f"{WRITES} writes each", *at_once(lambda: visitor.write(WRITES))))
    say(f"the server then holds {memory_mb(pid)} MB")


def at_once(work: Callable[[], list[float]]) -> tuple[list[float], float]:
    """Let every client work at the same time; their waits, and the seconds it took in all."""
    started = time.perf_counter()
    with ThreadPoolExecutor(CLIENTS) as pool:
        waits = [wait for each in [pool.submit(work) for _ in range(CLIENTS)] for wait in each.result()]
    return waits, time.perf_counter() - started


def line(name: str, waits: list[float], took: float) -> str:
    late = statistics.quantiles(waits, n=20)[-1] if len(waits) > 1 else waits[0]
    figures = (len(waits) / took, statistics.median(waits) * 1000, late * 1000)
    return ROW.format(name, *(f"{figure:.1f}" for figure in figures))


@contextmanager
def free_port() -> Iterator[int]:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    yield port


@contextmanager
def server(environment: Mapping[str, str], port: int) -> Iterator[subprocess.Popen[bytes]]:
    command = [sys.executable, "manage.py", "start", "--no-browser", "--port", str(port)]
    with subprocess.Popen(
        command, env=environment, cwd=settings.BASE_DIR, stdout=subprocess.DEVNULL
    ) as process:
        try:
            wait_for(port)
            yield process
        finally:
            process.terminate()


def wait_for(port: int) -> None:
    for _ in range(600):
        try:
            with closing(http.client.HTTPConnection("localhost", port, timeout=5)) as connection:
                return ask(connection, "GET", "/healthz", {})
        except OSError:
            time.sleep(0.1)
    raise RuntimeError("The server does not answer")


def manage(environment: Mapping[str, str], *arguments: str) -> str:
    command = [sys.executable, "manage.py", "benchmark", *arguments]
    done = subprocess.run(
        command, env=environment, cwd=settings.BASE_DIR, check=True, stdout=subprocess.PIPE, text=True
    )
    return done.stdout.strip()
