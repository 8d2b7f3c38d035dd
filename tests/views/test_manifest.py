"""What a home screen shows of the diary: a neutral name and the ways in."""

import re
import struct
from pathlib import Path

import pytest
from django.contrib.staticfiles import finders
from django.test import Client
from django.urls import resolve

from diary.models import User

SAYS_WHAT_IS_KEPT = re.compile("twitch|muscle|symptom|spasm|health", re.IGNORECASE)


def test_the_manifest_is_there_for_anyone_and_says_nothing_of_what_is_kept(client: Client) -> None:
    answer = client.get("/manifest.webmanifest")
    said = answer.json()
    assert answer["Content-Type"] == "application/manifest+json"
    assert (said["name"], said["short_name"], said["start_url"]) == ("Diary", "Diary", "/today/")
    assert (said["display"], said["scope"]) == ("standalone", "/")
    assert not SAYS_WHAT_IS_KEPT.search(answer.text)


def test_the_shortcuts_lead_to_pages_of_ours(client: Client) -> None:
    shortcuts = client.get("/manifest.webmanifest").json()["shortcuts"]
    found = {shortcut["name"]: resolve(shortcut["url"]).url_name for shortcut in shortcuts}
    assert found == {"Start timing": "log-now", "Earlier": "log-earlier", "Check-in": "checkin"}


def test_every_icon_is_there_in_the_size_it_says(client: Client) -> None:
    icons = client.get("/manifest.webmanifest").json()["icons"]
    for icon in icons:
        picture = Path(str(finders.find(icon["src"].removeprefix("/static/")))).read_bytes()
        width, height = struct.unpack(">II", picture[16:24])  # a PNG says so at its beginning
        assert f"{width}x{height}" == icon["sizes"]
    assert {(icon["sizes"], icon["purpose"]) for icon in icons} == {
        ("192x192", "any"),
        ("512x512", "any"),
        ("512x512", "maskable"),
    }


@pytest.mark.parametrize(
    ("theme", "colours"),
    [
        ("system", [("#FBF7F0", "light"), ("#121A1E", "dark")]),
        ("light", [("#FBF7F0", "")]),
        ("dark", [("#121A1E", "")]),
    ],
)
def test_the_bars_around_the_page_have_its_colour(
    client_of_alice: Client, alice: User, theme: str, colours: list[tuple[str, str]]
) -> None:
    alice.theme = theme
    alice.save()
    page = client_of_alice.get("/today/").text
    found = re.findall(
        r'name="theme-color" content="(#\w+)"(?: media="\(prefers-color-scheme: (\w+)\)")?', page
    )
    assert found == colours
    assert '<link rel="manifest" href="/manifest.webmanifest">' in page
    assert 'rel="apple-touch-icon"' in page
