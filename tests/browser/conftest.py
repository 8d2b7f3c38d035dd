"""A real browser against a real server. Chosen with `-m browser`; these tests never skip themselves."""

import os
import shutil
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect
from time_machine import TimeMachineFixture

# Playwright's own event loop runs in this thread; Django's database calls are made between its steps.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"

PHONE = {"width": 360, "height": 640}
DESKTOP = {"width": 1280, "height": 800}
# A busy machine answers late; a test that waits longer than it must costs nothing when the page is right.
PATIENCE_MS = 60_000
expect.set_options(timeout=PATIENCE_MS)
QUIET = ["--disable-quic", "--no-first-run", "--disable-background-networking"]
QUIET += ["--disable-component-update", "--disable-sync", "--no-sandbox"]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    here = Path(__file__).parent
    for item in items:
        if here in item.path.parents:
            item.add_marker(pytest.mark.browser)
            item.add_marker(pytest.mark.django_db(transaction=True))


@pytest.fixture
def afternoon(time_machine: TimeMachineFixture) -> None:
    """Some pages ask other things at night: tests that use this meet them early in the afternoon."""
    time_machine.move_to(datetime.now(UTC).replace(hour=13, minute=5), tick=True)


@pytest.fixture(scope="session")
def browser_type_launch_args() -> dict[str, Any]:
    chromium = os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("google-chrome")
    if not chromium:
        pytest.fail("The browser tests need Chromium: install it, or name it in CHROMIUM")
    return {"executable_path": chromium, "args": QUIET}


@pytest.fixture(params=[PHONE, DESKTOP], ids=["phone", "desktop"])
def size(request: pytest.FixtureRequest) -> dict[str, int]:
    return request.param


@pytest.fixture(params=["light", "dark"])
def scheme(request: pytest.FixtureRequest) -> str:
    return request.param


Opener = Callable[..., Page]


@pytest.fixture
def open_page(browser: Browser, live_server: Any) -> Iterator[Opener]:
    """Open a page of the diary in a context of its own; any request to another address fails the test."""
    contexts: list[BrowserContext] = []
    elsewhere: list[str] = []

    def opener(path: str = "/", cookies: Any = None, **options: Any) -> Page:
        settings = {"viewport": PHONE, "timezone_id": "Europe/London", "locale": "en-GB", **options}
        context = browser.new_context(base_url=live_server.url, **settings)
        contexts.append(context)
        if cookies:
            context.add_cookies(cookies)
        context.set_default_timeout(PATIENCE_MS)
        page = context.new_page()
        page.on("request", lambda sent: None if is_ours(sent.url) else elsewhere.append(sent.url))
        page.goto(path)
        return page

    def is_ours(url: str) -> bool:
        return url.startswith((live_server.url, "data:", "blob:"))

    yield opener
    for context in contexts:
        context.close()
    assert elsewhere == []


@pytest.fixture
def signed_in(live_server: Any) -> Callable[..., list[dict[str, str]]]:
    """Make the cookie of a signed-in person, without going through the form."""

    def cookies(user: Any) -> list[dict[str, str]]:
        from django.conf import settings
        from django.test import Client

        client = Client()
        client.force_login(user)
        value = client.cookies[settings.SESSION_COOKIE_NAME].value
        return [{"name": settings.SESSION_COOKIE_NAME, "value": value, "url": live_server.url}]

    return cookies
