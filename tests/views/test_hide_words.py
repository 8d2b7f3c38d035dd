"""Today with hidden words names no place, no length and no amount, and still does all that one tap does."""

from datetime import UTC, datetime, timedelta

import pytest
from django.test import Client
from django.urls import reverse
from time_machine import TimeMachineFixture

from diary.models import Episode, User
from tests.factories import make_day, make_drink, make_episode

NOW = datetime(2026, 5, 28, 13, 5, tzinfo=UTC)
TELLING = ("eyelid", "calf", "thumb", "40 s", "90 mg", " mg", "Coffee", "7 h", ">5:00", "secret note")


@pytest.fixture
def client(client_of_alice: Client, alice: User, time_machine: TimeMachineFixture) -> Client:
    """Alice's browser, with something of every kind on Today."""
    time_machine.move_to(NOW, tick=False)
    for back in range(10):  # enough for a card
        make_episode(alice, NOW - timedelta(days=back, hours=4), note="secret note")
    make_episode(alice, NOW - timedelta(minutes=5), None, is_ongoing=True, site="calf")
    make_episode(alice, NOW - timedelta(hours=2), site="thumb", deleted_at=NOW)
    make_day(alice, NOW.date(), sleep_hours=7, stress=8, note="secret note")
    make_drink(alice, NOW.date())
    client_of_alice.post(reverse("hide-words"))
    return client_of_alice


def told(page: str) -> list[str]:
    words = page[page.index("<main") : page.index("</main")]
    return [word for word in TELLING if word in words]


def test_today_names_nothing(client: Client, alice: User) -> None:
    page = client.get("/today/").content.decode()
    assert told(page) == []
    assert "Entry, 10:05am" in page
    assert "Timing, started 2pm" in page
    assert "There is a note for you." in page


def test_the_same_day_with_words_names_them_all(client: Client) -> None:
    """Otherwise a page that never names anything would pass."""
    client.post(reverse("hide-words"))
    assert set(told(client.get("/today/").content.decode())) >= {"eyelid", "calf", "40 s", "Coffee", " mg"}


@pytest.mark.parametrize("place", ["thumb", "eyelid_lower"])
def test_what_was_saved_or_deleted_is_named_by_its_time(client: Client, alice: User, place: str) -> None:
    episode = next(each for each in Episode.objects.for_user(alice) if each.site == place)
    for about in ("saved", "deleted"):
        assert told(client.get(f"/today/?{about}={episode.uuid}").content.decode()) == []


def test_starting_and_stopping_says_nothing_either(client: Client, alice: User) -> None:
    page = client.post(reverse("episode-create"), {"place": "calf:right"}, follow=True)
    assert told(page.content.decode()) == []
    newest = Episode.objects.for_user(alice).ongoing().newest_first()[0]
    page = client.post(reverse("episode-stop", args=[newest.uuid]), follow=True)
    assert "Saved: entry, 2:05pm" in page.content.decode()
    assert told(page.content.decode()) == []


def test_still_going_says_nothing_either(client: Client, alice: User) -> None:
    running = Episode.objects.for_user(alice).ongoing()[0]
    address = reverse("episode-going", args=[running.uuid])
    assert "calf" not in client.post(address, headers={"HX-Request": "true"}).content.decode()


def test_the_banner_of_what_runs_names_no_place_on_other_pages(client: Client) -> None:
    assert "left calf" not in client.get("/settings/").content.decode()


def test_an_earlier_one_saved_from_elsewhere_is_not_named(client: Client) -> None:
    typed = {"start": "20", "lasted": "30", "other_place": "calf:left", "next": "/today/"}
    page = client.post(reverse("log-earlier"), typed, follow=True).content.decode()
    assert '<p class="banner banner-ok success">Saved</p>' in page
    assert told(page) == []


def test_the_menu_leads_back_to_the_page(client: Client) -> None:
    page = client.get("/diary/?kind=twitch").content.decode()
    assert "Show words" in page
    back = client.post(reverse("hide-words"), {"next": "/diary/?kind=twitch"})
    assert back["Location"] == "/diary/?kind=twitch"
    assert "Hide words" in client.get("/diary/").content.decode()
