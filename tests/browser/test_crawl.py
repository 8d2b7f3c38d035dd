"""Every page there is, looked at once: nothing is asked of another address, and nothing is refused."""

from collections.abc import Iterator
from typing import Any

from django.test import Client
from django.urls import reverse
from playwright.sync_api import ConsoleMessage

from diary.models import User
from tests.browser.conftest import Opener
from tests.test_hostile import signed_in as signed_in_a_moment_ago
from tests.test_isolation import OWN, PUBLIC, RECORD, fill


def addresses(user: User) -> Iterator[str]:
    """Yield every address of the project, of records as well; test_isolation fails where one is missing."""
    known = {
        **PUBLIC,
        **OWN,
        **{name: kwargs(user) for name, kwargs in RECORD.items() if "webauthn" not in name},
    }
    for name, kwargs in known.items():
        yield reverse(name, kwargs={"token": f"{user.username}s-token"} if "token" in kwargs else kwargs)


def is_page(client: Client, path: str) -> bool:
    answer = client.get(path)
    return answer.status_code == 200 and answer["Content-Type"].startswith("text/html")


def test_no_page_asks_another_address_or_breaks_its_own_rules(
    open_page: Opener, live_server: Any, alice: User
) -> None:
    fill(alice, "word")
    client, refused = signed_in_a_moment_ago(alice), []
    cookie = {"name": "sessionid", "value": client.cookies["sessionid"].value, "url": live_server.url}
    page = open_page("/help/", [cookie])  # fails the test on any request that leaves this machine

    def look(said: ConsoleMessage) -> None:
        if said.type == "error":
            refused.append(f"{page.url}: {said.text}")

    page.on("console", look)
    paths = [path for path in addresses(alice) if is_page(client, path)]
    for path in paths:
        page.goto(path)
    assert len(paths) >= 60
    assert refused == []
