import re

from django.test import Client

from diary.models import User


def nav_words(html: str) -> list[str]:
    links = re.findall(r"<li>.*?</li>", html[html.index("<nav") : html.index("<main")], re.DOTALL)
    return [" ".join(re.sub(r"<[^>]*>", " ", link).split()) for link in links]


def test_the_five_places_come_first_and_the_menu_after(client_of_alice: Client) -> None:
    found = nav_words(client_of_alice.get("/settings/").content.decode())
    order = ["Today", "Diary", "Log", "Patterns", "Report", "Health record", "Settings"]
    order += ["Help: when to see a doctor", "Hide words", "Lock now", "Sign out"]
    assert found == [name for name in order if name in found]
    assert {"Settings", "Help: when to see a doctor", "Hide words", "Lock now", "Sign out"} <= set(found)


def test_the_place_one_is_at_is_marked_once(client_of_alice: Client) -> None:
    html = client_of_alice.get("/settings/").content.decode()
    assert re.findall(r'href="([^"]*)" aria-current="(\w+)"', html) == [("/settings/", "page")]


def test_the_front_door_is_today(client_of_alice: Client) -> None:
    html = client_of_alice.get("/").content.decode()
    assert re.findall(r'href="([^"]*)" aria-current="(\w+)"', html) == [("/today/", "page")]


def test_a_signed_out_visitor_sees_help_and_no_places(client: Client, alice: User) -> None:
    html = client.get("/accounts/login/").content.decode()
    assert "<nav" not in html
    assert '<a href="/help/">Help: when to see a doctor</a>' in html
