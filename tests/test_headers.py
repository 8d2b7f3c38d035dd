"""What every answer of the diary carries, at every address: the tables of test_isolation name them all."""

from typing import Any

import pytest
from django.test import Client

from diary.models import User
from tests.conftest import Run, client_of
from tests.test_isolation import OWN, PUBLIC, RECORD, SHUT, every, knock
from tests.test_isolation import bob as bob_with_data

bob = bob_with_data  # somebody with a record at every address


REFUSED = {"camera=()", "microphone=()", "geolocation=()", "payment=()", "usb=()"}


def assert_guarded(answer: Any) -> None:
    """Every answer says where its parts may come from, and tells nobody where it was read."""
    policy = answer["Content-Security-Policy"]
    assert "default-src 'self'" in policy
    assert "unsafe" not in policy
    assert "http" not in policy
    for part in ("object-src 'none'", "base-uri 'none'", "frame-ancestors 'none'", "form-action 'self'"):
        assert part in policy
    assert answer["Referrer-Policy"] in ("same-origin", "no-referrer")
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer["X-Frame-Options"] == "DENY"
    assert answer["Cross-Origin-Opener-Policy"] == "same-origin"
    assert set(answer["Permissions-Policy"].split(", ")) >= REFUSED
    for cookie in answer.cookies.values():
        assert cookie["max-age"] == 0 or (cookie["httponly"], cookie["samesite"]) == (True, "Lax"), cookie.key


def test_a_page_of_ones_own_and_a_record_are_guarded_and_kept_nowhere(bob: User) -> None:
    for *door, address in every(OWN | RECORD, bob):
        if door[0] in OWN:
            bob.authenticator_set.all().delete()  # made up; no page could ask a browser for that key
        answer = knock(bob, door[1], address)
        assert_guarded(answer)
        assert "no-store" in answer["Cache-Control"], door


def test_a_public_page_is_guarded(bob: User) -> None:
    for *door, address in every(PUBLIC | SHUT):
        for user in (None, bob):
            assert_guarded(knock(user, door[1], address))


def test_a_page_that_is_not_there_and_one_that_is_refused_are_guarded(alice: User) -> None:
    client = client_of(alice)
    client.post("/lock/")
    for path in ("/nowhere/", "/today/"):
        assert_guarded(client.get(path))


def test_a_page_that_breaks_is_guarded(bob: User, monkeypatch: pytest.MonkeyPatch) -> None:
    client = client_of(bob)
    client.raise_request_exception = False
    monkeypatch.setattr("diary.views.today.lately", lambda *_: 1 / 0)
    answer = client.get("/today/")
    assert answer.status_code == 500
    assert_guarded(answer)
    assert "no-store" in answer["Cache-Control"]


@pytest.mark.parametrize("host", ["evil.example", "localhost.evil.example", "[::2]", ""])
def test_another_name_for_this_machine_is_refused(db: None, host: str, settings: Any) -> None:
    settings.ALLOWED_HOSTS = [name for name in settings.ALLOWED_HOSTS if name != "testserver"]
    answer = Client().get("/help/", headers={"host": host})
    page = answer.content.decode()
    assert answer.status_code == 400
    assert "evil" not in page
    assert f'It is at <a href="{settings.SITE_URL}">' in page


@pytest.mark.parametrize("host", ["localhost:8000", "127.0.0.1", "[::1]:8000"])
def test_this_machine_is_found_by_its_own_names(db: None, host: str) -> None:
    assert Client().get("/help/", headers={"host": host}).status_code == 200


ASK = """
from django.conf import settings as s
from django.test import Client
scheme, host = s.SITE_URL.split("://")
answer = Client().get("/robots.txt", secure=scheme == "https", headers={"host": host})
cookies = s.SESSION_COOKIE_SECURE, s.CSRF_COOKIE_SECURE
print(answer.status_code, *cookies, answer.headers.get("Strict-Transport-Security"))
"""
PLAIN = "200 False False None"
ENCRYPTED = "200 True True max-age=31536000; includeSubDomains; preload"


@pytest.mark.parametrize(
    ("site", "said"),
    [
        ("http://localhost:8000", PLAIN),
        ("http://[::1]:8000", PLAIN),
        ("https://diary.example", ENCRYPTED),
        ("https://[2001:db8::7]", ENCRYPTED),
    ],
)
def test_cookies_and_encryption_follow_the_address(run: Run, site: str, said: str) -> None:
    done = run("shell", "-v0", "-c", ASK, SITE_URL=site)
    assert (done.stdout.strip(), done.stderr) == (said, "")


@pytest.mark.parametrize("site", ["http://localhost:8000", "http://[::1]:8000"])
def test_the_deploy_checks_are_clean_on_this_machine_too(run: Run, site: str) -> None:
    done = run("check", "--deploy", "--fail-level", "WARNING", SITE_URL=site)
    assert done.returncode == 0, done.stderr


def test_a_plain_address_that_others_can_reach_is_pointed_out(run: Run) -> None:
    done = run("check", "--deploy", "--fail-level", "WARNING", SITE_URL="http://diary.example")
    assert done.returncode == 1
    assert "security.W012" in done.stderr


def test_what_is_far_too_large_is_refused_in_a_sentence(alice: User) -> None:
    answer = client_of(alice).post("/import/", {}, CONTENT_LENGTH=str(33 * 1024 * 1024))
    assert answer.status_code == 413
    assert "The diary takes files of up to 10 MB." in answer.content.decode()
    assert_guarded(answer)
