"""A full disk and a folder that cannot be written to: a sentence, the typed words, nothing half-written."""

from collections.abc import Iterator

import pytest
from django.db import connection
from django.test import Client

from diary.models import Condition, User

pytestmark = pytest.mark.sqlite  # whose own limits stand in for those of a disk

FULL = "The disk that your diary is kept on is full."
SHUT = "The folder that your diary is kept in cannot be written to."
NOTE = 'It began after the holiday & "went on"\nfor weeks. ' + "word " * 900
ENTRY = {"whose": "self", "name": "Migraine", "note": NOTE}
PAGE = "/record/conditions/new/"


def pragma(words: str) -> int | None:
    with connection.cursor() as cursor:
        cursor.execute(f"PRAGMA {words}")
        found = cursor.fetchone()
    return found and found[0]


@pytest.fixture(params=[FULL, SHUT])
def no_room(request: pytest.FixtureRequest, client_of_alice: Client) -> Iterator[str]:
    """SQLite that refuses to grow, or to write at all, as it does on such a disk."""
    client_of_alice.get(PAGE)
    pragma("query_only=ON" if request.param == SHUT else f"max_page_count={pragma('page_count')}")
    yield request.param
    pragma("query_only=OFF")
    pragma("max_page_count=1073741823")


def test_a_save_that_finds_no_room_says_so_and_gives_the_words_back(
    no_room: str, client_of_alice: Client, alice: User
) -> None:
    answer = client_of_alice.post(PAGE, ENTRY)
    page = answer.content.decode()
    assert (answer.status_code, no_room in page) == (507, True)
    assert 'name="name" value="Migraine"' in page
    assert "It began after the holiday &amp; &quot;went on&quot;" in page
    assert not Condition.objects.for_user(alice).exists()


def test_the_same_is_kept_once_there_is_room(client_of_alice: Client, alice: User) -> None:
    pragma("query_only=ON")
    try:
        refused = client_of_alice.post(PAGE, ENTRY)
    finally:
        pragma("query_only=OFF")
    again = dict(refused.context["typed"])
    assert client_of_alice.post(PAGE, again).status_code == 302
    assert Condition.objects.for_user(alice).get().name == "Migraine"


def test_a_password_is_not_repeated(client_of_alice: Client) -> None:
    pragma("query_only=ON")
    try:
        answer = client_of_alice.post("/settings/delete/account/", {"password": "correct horse"})
    finally:
        pragma("query_only=OFF")
    assert "correct horse" not in answer.content.decode()
