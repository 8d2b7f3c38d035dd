import errno
import os
import signal
import sys
import threading
import time
import webbrowser
from argparse import ArgumentParser
from collections.abc import Callable
from contextlib import suppress
from typing import Any

from django.conf import settings
from django.core.management import CommandError, call_command
from django.core.management.base import BaseCommand
from django.db import DatabaseError, connection
from django.utils import timezone

from diary.management.database import is_there, refuse_where_lost, set_up
from diary.transfer import rolling
from diary.transfer.erasing import let_go

LOOK_EVERY_S = 15 * 60  # how often it looks whether a new day has begun
LARGEST_REQUEST = 256 * 1024 * 1024  # what is larger is cut off; a page refuses long before, with a sentence


class Command(BaseCommand):
    help = "Sets the diary up where needed and serves it on this computer."
    requires_system_checks = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--port", type=int, default=8000, help="8000 unless told")
        parser.add_argument(
            "--host", default="127.0.0.1", help="0.0.0.0 inside a container; this computer alone"
        )
        parser.add_argument("--proxy", default="127.0.0.1", help="whose X-Forwarded headers are believed")
        parser.add_argument(
            "--set-up-only", action="store_true", help="make the tables, or renew them, and end"
        )
        parser.add_argument("--no-browser", action="store_true", help="do not open a browser")
        parser.add_argument("--fresh", action="store_true", help="begin anew where a diary is gone")

    def handle(
        self, *, host: str, port: int, proxy: str, set_up_only: bool, no_browser: bool, fresh: bool, **_: Any
    ) -> None:
        if settings.DEBUG:
            raise CommandError("start serves with DEBUG off; to develop, use runserver.")
        if not is_there() and not fresh:
            refuse_where_lost()
        prepare()
        if not set_up_only:
            serve(host, port, proxy, opens_browser=not no_browser, say=self.say)

    def say(self, text: str) -> None:
        self.stdout.write(text)
        self.stdout.flush()  # at once, also into a log


def prepare() -> None:
    set_up()
    let_go(timezone.now())
    call_command("collectstatic", interactive=False, verbosity=0)
    connection.close()


def serve(host: str, port: int, proxy: str, *, opens_browser: bool, say: Callable[[str], None]) -> None:
    from waitress.server import create_server

    from config.wsgi import application

    try:
        server = create_server(application, host=host, port=port, **options(proxy))
    except OSError as problem:
        if problem.errno != errno.EADDRINUSE:
            raise
        raise CommandError(
            f"Port {port} is in use, perhaps by a diary that is already running; choose another with --port."
        ) from None
    address = f"http://localhost:{port}/"
    threading.Thread(target=keep_house, daemon=True).start()
    say(f"Your diary is open at {address}\nIt is kept in {settings.DATA_FOLDER}\nCtrl+C ends it.")
    if opens_browser and has_browser():
        threading.Thread(target=webbrowser.open, args=[address], daemon=True).start()
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
    server.run()
    say("Ended.")


def keep_house() -> None:
    """Let go of what was deleted long ago and back up once a day; a failure waits for the next look."""
    while True:
        with suppress(DatabaseError):
            let_go(timezone.now())
        if rolling.are_made():
            rolling.roll(timezone.now().date())
        connection.close()
        time.sleep(LOOK_EVERY_S)


def options(proxy: str) -> dict[str, Any]:
    chosen: dict[str, Any] = {"ident": "", "max_request_body_size": LARGEST_REQUEST}
    if settings.SITE_URL.startswith("https:"):
        # A proxy does the encryption, and says so.
        headers = {"x-forwarded-proto", "x-forwarded-for"}
        chosen |= {"trusted_proxy": proxy, "trusted_proxy_headers": headers}
    return chosen


def has_browser() -> bool:
    """Whether a window can open here; a text browser would take over the terminal."""
    if sys.platform in ("win32", "darwin"):
        return True
    return "DISPLAY" in os.environ or "WAYLAND_DISPLAY" in os.environ
