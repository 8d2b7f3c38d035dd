from datetime import UTC, date, datetime

import pytest
from django.test import Client

from diary.models import User
from diary.transfer import rolling

CHOSEN = {
    "timezone": "Asia/Tokyo",
    "clock": "24",
    "volume_unit": "fl_oz",
    "theme": "dark",
    "lock_after_min": "0",
    "ask_after_min": "30",
    "long_episode_min": "60",
    "eyelid_days": "14",
    "site_days": "30",
    "gap_days": "0",
}


def test_what_is_chosen_is_kept(client_of_alice: Client, alice: User) -> None:
    response = client_of_alice.post("/settings/", CHOSEN, follow=True)
    alice.refresh_from_db()
    assert {name: str(getattr(alice, name)) for name in CHOSEN} == CHOSEN
    page = response.content.decode()
    assert '<p class="banner success">Saved.</p>' in page
    assert '<html lang="en-GB" data-theme="dark">' in page


def test_a_question_of_ones_own_says_that_its_answers_stay_with_it(client_of_alice: Client) -> None:
    page = client_of_alice.get("/settings/").text
    assert "Answers given so far count for the new words, too." in page


def test_numbers_outside_their_range_are_refused_with_a_sentence(
    client_of_alice: Client, alice: User
) -> None:
    page = client_of_alice.post("/settings/", CHOSEN | {"gap_days": "8", "eyelid_days": ""}).content.decode()
    assert '<a href="#id_gap_days">Quiet days must be a whole number between 0 and 7</a>' in page
    assert '<a href="#id_eyelid_days">Days for an eyelid must be a whole number between 7 and 14</a>' in page
    alice.refresh_from_db()
    assert alice.theme == "system"


def test_a_refused_answer_does_not_change_the_page_it_is_refused_on(client_of_alice: Client) -> None:
    page = client_of_alice.post("/settings/", CHOSEN | {"theme": "neon"}).content.decode()
    assert 'data-theme="system"' in page


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("clock", "Choose how the clock is shown"),
        ("volume_unit", "Choose what drinks are measured in"),
        ("theme", "Choose light, dark, or as the device"),
    ],
)
@pytest.mark.parametrize("sent", ["", "neon"])
def test_a_choice_that_is_not_there_is_refused_by_its_name(
    client_of_alice: Client, name: str, sentence: str, sent: str
) -> None:
    page = client_of_alice.post("/settings/", CHOSEN | {name: sent}).text
    assert f">{sentence}</a>" in page
    assert f'href="#id_{name}' in page


def test_only_zones_this_machine_knows_are_taken(client_of_alice: Client, alice: User) -> None:
    page = client_of_alice.post("/settings/", CHOSEN | {"timezone": "Mars/Crater"}).content.decode()
    assert "Choose a time zone from the list" in page
    alice.refresh_from_db()
    assert alice.timezone == "Europe/London"


def test_the_zone_one_has_is_chosen_in_the_list(client_of_alice: Client) -> None:
    assert (
        '<option value="Europe/London" selected>London</option>'
        in client_of_alice.get("/settings/").content.decode()
    )


def test_settings_are_ones_own(client_of_alice: Client, bob: User) -> None:
    client_of_alice.post("/settings/", CHOSEN)
    bob.refresh_from_db()
    assert (bob.timezone, bob.theme) == ("Europe/London", "system")


def test_what_the_report_needs_is_kept_as_typed(client_of_alice: Client, alice: User) -> None:
    said = {"first_name": "Alice  Example", "first_noticed_on": "3 March 2026"}
    client_of_alice.post("/settings/", CHOSEN | said)
    alice.refresh_from_db()
    assert (alice.get_full_name(), alice.first_noticed_on) == ("Alice Example", date(2026, 3, 3))


def test_a_first_day_to_come_is_refused_and_stays_in_the_box(client_of_alice: Client) -> None:
    page = client_of_alice.post("/settings/", CHOSEN | {"first_noticed_on": "3 March 2126"}).content.decode()
    assert "The day you first noticed it must be in the past" in page
    assert 'value="3 March 2126"' in page


def test_the_page_says_when_the_last_backup_was_made(
    client_of_alice: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = datetime(2026, 5, 28, 13, 5, tzinfo=UTC)
    monkeypatch.setattr(rolling, "state", lambda: rolling.State(made, "The disk is full."))
    page = client_of_alice.get("/settings/").text
    assert "Last backup: Thursday 28 May, 2:05pm." in page
    assert "The last backup could not be made. The disk is full. Your diary itself is as it was." in page


def test_where_no_backup_is_made_the_page_says_who_makes_them(
    client_of_alice: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(rolling, "state", lambda: None)
    page = client_of_alice.get("/settings/").text
    assert "This diary is kept in PostgreSQL" in page
    assert "Last backup" not in page
