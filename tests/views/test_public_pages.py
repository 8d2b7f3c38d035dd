"""What anyone may see: help, the health check, and the pages for when something goes wrong."""

import re
from typing import Any

import pytest
from django.core.cache import cache
from django.template.loader import render_to_string
from django.test import Client

from diary.models import User


@pytest.mark.django_db
def test_help_is_open_to_anyone_and_names_its_source_and_date(client: Client) -> None:
    page = client.get("/help/").content.decode()
    assert "Help: when to see a doctor" in page
    assert "a twitch lasts more than 2 weeks" in page
    assert "(reviewed 30 October 2023)" in page


def test_help_counts_with_the_persons_own_numbers(client_of_alice: Client, alice: User) -> None:
    alice.eyelid_days, alice.gap_days = 13, 1
    alice.save()
    page = client_of_alice.get("/help/").content.decode()
    assert "on and off for more than 13 days" in page
    assert "no longer than 1 quiet day." in page


@pytest.mark.django_db
def test_help_names_no_disease(client: Client) -> None:
    page = client.get("/help/").content.decode()
    assert re.findall(r"\b(ALS|MND|motor neurone|sclerosis|Parkinson|epilepsy)\b", page) == []


@pytest.mark.django_db
def test_the_health_check_says_ok_and_no_more(client: Client) -> None:
    response = client.get("/healthz")
    assert (response.status_code, response.content, response["Content-Type"]) == (200, b"ok\n", "text/plain")


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("address", "words"),
    [
        ("http://localhost:8000", "On the computer where the diary was started"),
        ("https://diary.example", "On the server diary.example"),
    ],
)
def test_how_it_is_kept_is_said_in_200_words(client: Client, settings: Any, address: str, words: str) -> None:
    settings.SITE_URL = address
    page = client.get("/help/privacy/").text
    said = re.sub(r"<[^>]*>", " ", page[page.index("<h1") : page.index("</main>")]).split()
    assert words in " ".join(said)
    assert len(said) <= 200


def test_search_engines_are_asked_to_stay_away(client: Client) -> None:
    assert client.get("/robots.txt").content == b"User-agent: *\nDisallow: /\n"


def test_a_page_that_is_not_there_says_so_and_repeats_nothing(client_of_alice: Client) -> None:
    response = client_of_alice.get("/nothing/secret-word/")
    assert response.status_code == 404
    assert "This page is not here" in response.content.decode()
    assert "secret-word" not in response.content.decode()


@pytest.mark.parametrize("name", ["400", "403", "403_csrf", "404", "413", "429", "500"])
def test_error_pages_can_be_drawn_with_nothing_at_hand(name: str) -> None:
    page = render_to_string(f"{name}.html")
    assert page.count("<h1>") == 1
    assert 'href="/help/"' in page


def test_too_many_tries_get_our_page(client_of_alice: Client) -> None:
    cache.clear()
    for _ in range(6):
        answer = client_of_alice.post("/accounts/password/change/", {"oldpassword": "guess"})
    assert answer.status_code == 429
    assert "Wait a few minutes, then try again." in answer.text


def test_a_form_that_was_open_too_long_gets_our_page(alice: User) -> None:
    response = Client(enforce_csrf_checks=True).post("/accounts/login/", {"login": "alice"})
    assert response.status_code == 403
    assert "This page was open too long" in response.content.decode()
