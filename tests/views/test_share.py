"""Making a link to a report, the list of links, and closing one."""

import re
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.contrib.auth.hashers import check_password
from django.test import Client
from django.urls import reverse
from time_machine import TimeMachineFixture

from diary.models import SharedReport, User
from diary.models.shared import MOST_OPEN, digest
from tests.conftest import client_of
from tests.factories import NOON, make_episode, make_shared_report

MADE = {"days": "7", "uuid": "5f0c2c0e-0d0b-4d53-9b0c-6a1f6c2f3d10"}
LINKS = SharedReport.objects


@pytest.fixture(autouse=True)
def noon(time_machine: TimeMachineFixture) -> None:
    time_machine.move_to(NOON, tick=False)


@pytest.fixture(autouse=True)
def pdf(monkeypatch: pytest.MonkeyPatch) -> None:
    """What stands in the PDF is the report's own matter; here it is only passed on."""
    monkeypatch.setattr("diary.views.share.as_pdf", lambda report: f"%PDF of {report.period.last}".encode())


def make(client: Client, **said: Any) -> Any:
    return client.post("/report/share/", MADE | said)


def only(user: User) -> SharedReport:
    return LINKS.for_user(user).get()


def test_the_way_to_a_link_stands_beside_the_pdf(client_of_alice: Client) -> None:
    assert 'href="/report/share/"' in client_of_alice.get("/report/").text
    assert "Links to your report" in client_of_alice.get("/settings/").text


def test_the_page_says_what_a_link_would_show(alice: User, client_of_alice: Client) -> None:
    make_episode(alice, note="Bad day at work")
    page = client_of_alice.get("/report/share/").text
    assert "1 to 28 May 2026" in page
    assert "How this was made" in page
    assert re.findall(r'value="(\d+)"[^>]*checked', page) == ["7"]
    assert "Bad day at work" not in page


def test_a_link_is_told_with_its_pin_this_once(alice: User, client_of_alice: Client) -> None:
    make_episode(alice)
    told = make(client_of_alice, label="Dr Patel")
    address, pin = told.context["address"], told.context["pin"]
    kept = only(alice)
    assert re.fullmatch(r"http://testserver/shared/[2-9a-z]{26}/", address)
    assert address in told.text
    assert f"{pin[:3]} {pin[3:]}" in told.text
    assert "until Thursday 4 June" in told.text
    assert (digest(address.split("/")[-2]), kept.label) == (kept.token_digest, "Dr Patel")
    assert check_password(pin, kept.pin)
    for path in ("/report/links/", "/report/", "/report/share/"):
        page = client_of_alice.get(path).text
        assert pin not in page
        assert address.split("/")[-2] not in page


def test_a_link_of_a_diary_on_a_server_has_its_address(
    alice: User, client_of_alice: Client, settings: Any
) -> None:
    make_episode(alice)
    settings.SITE_URL = "https://diary.example"
    assert make(client_of_alice).context["address"].startswith("https://diary.example/shared/")
    assert "runs on this computer alone" not in client_of_alice.get("/report/share/").text
    settings.SITE_URL = "http://localhost:8000"
    assert "runs on this computer alone" in client_of_alice.get("/report/share/").text


@pytest.mark.parametrize(("days", "last"), [(1, "2026-05-29"), (7, "2026-06-04"), (30, "2026-06-27")])
def test_a_link_opens_up_to_the_end_of_its_last_day(
    alice: User, client_of_alice: Client, days: int, last: str
) -> None:
    """In London, an hour ahead of UTC."""
    make_episode(alice)
    make(client_of_alice, days=days)
    assert str(only(alice).last_on) == last
    assert only(alice).expires_at == datetime.fromisoformat(f"{last}T23:00Z")


@pytest.mark.parametrize("days", ["", "2", "-7", "7.0", "365", "x", "\x00"])
def test_a_link_opens_for_as_long_as_is_offered(alice: User, client_of_alice: Client, days: str) -> None:
    make_episode(alice)
    assert "Choose how long it can be opened" in make(client_of_alice, days=days).text
    assert not LINKS.exists()


def test_the_last_day_is_that_of_the_person(db: None, time_machine: TimeMachineFixture) -> None:
    """Ten at night in New York is the next day in UTC, and the clocks go back before the link ends."""
    anna = User.objects.create_user("anna", timezone="America/New_York")
    time_machine.move_to(datetime(2026, 10, 30, 2, tzinfo=UTC), tick=False)
    make_episode(anna, datetime(2026, 10, 29, 12, tzinfo=UTC))
    make(client_of(anna))
    link = only(anna)
    assert (str(link.made_on), str(link.last_on)) == ("2026-10-29", "2026-11-05")
    assert link.expires_at == datetime(2026, 11, 6, 5, tzinfo=UTC)


def test_a_report_stays_as_it_was(alice: User, client_of_alice: Client) -> None:
    first = make_episode(alice)
    make(client_of_alice)
    before = only(alice)
    assert "Twitching on 1 of 1 day filled in." in before.page
    assert bytes(before.pdf) == b"%PDF of 2026-05-28"
    make_episode(alice, NOON - timedelta(days=1))
    first.delete()
    assert (only(alice).page, bytes(only(alice).pdf)) == (before.page, bytes(before.pdf))


def test_a_link_shows_the_parts_that_were_chosen(alice: User, client_of_alice: Client) -> None:
    make_episode(alice)
    client_of_alice.post("/report/change/parts/", {"parts": ["places"]})
    client_of_alice.post("/report/change/name/", {"heading": "plain", "name": "none"})
    make(client_of_alice)
    page = only(alice).page
    assert re.findall(r'<section id="part-(\w+)"', page) == ["places"]
    assert "Diary summary" in page
    assert "alice" not in page


@pytest.fixture
def alice_with_a_ticked_note(alice: User, client_of_alice: Client) -> User:
    kept = make_episode(alice, note="Bad day at work")
    make_episode(alice, NOON - timedelta(days=1), note="Nobody may see this")
    client_of_alice.post("/report/change/notes/", {"notes": [str(kept.uuid)]})
    return alice


def test_a_ticked_note_is_left_out_unless_ticked_here_too(
    alice_with_a_ticked_note: User, client_of_alice: Client
) -> None:
    asked = client_of_alice.get("/report/share/").text
    assert "Show the note I ticked, too" in asked
    assert "Bad day at work" in asked
    make(client_of_alice)
    link = only(alice_with_a_ticked_note)
    assert (link.notes, "Bad day at work" in link.page) == (0, False)


def test_a_ticked_note_is_shown_when_ticked_here_too(
    alice_with_a_ticked_note: User, client_of_alice: Client
) -> None:
    make(client_of_alice, notes="on")
    link = only(alice_with_a_ticked_note)
    assert (link.notes, "Bad day at work" in link.page, "Nobody may see" in link.page) == (1, True, False)
    assert "with 1 note" in client_of_alice.get("/report/links/").text


def test_notes_that_nobody_ticked_cannot_be_asked_for(alice: User, client_of_alice: Client) -> None:
    make_episode(alice, note="Nobody may see this")
    assert "I ticked, too" not in client_of_alice.get("/report/share/").text
    make(client_of_alice, notes="on")
    assert "Nobody may see" not in only(alice).page


def test_what_somebody_wrote_stands_in_the_page_as_words(alice: User, client_of_alice: Client) -> None:
    alice.first_name = "<script>alert(1)</script>"
    alice.save()
    make_episode(alice)
    make(client_of_alice)
    assert "&lt;script&gt;alert(1)" in only(alice).page
    assert "<script" not in only(alice).page


def test_there_is_no_link_to_an_empty_report(alice: User, client_of_alice: Client) -> None:
    assert "There is nothing to report for these days" in make(client_of_alice).text
    assert not LINKS.exists()


def test_a_page_sent_twice_makes_one_link(alice: User, client_of_alice: Client) -> None:
    make_episode(alice)
    make(client_of_alice)
    again = client_of_alice.post("/report/share/", MADE, follow=True)
    assert again.redirect_chain == [("/report/links/", 302)]
    assert "This link is made already." in again.text
    assert LINKS.for_user(alice).count() == 1


def test_nobody_has_more_open_links_than_they_keep_an_eye_on(alice: User, client_of_alice: Client) -> None:
    make_episode(alice)
    for n in range(MOST_OPEN):
        make_shared_report(alice, str(n))
    assert "You have 10 open links. Close one before you make another" in make(client_of_alice).text
    LINKS.for_user(alice).latest_first()[0].close(NOON)
    assert "Your link and its PIN" in make(client_of_alice).text


def test_the_list_says_what_became_of_each_link(alice: User, client_of_alice: Client) -> None:
    make_shared_report(alice, "1", label="Dr Patel", times_opened=2, log=[[NOON.isoformat(), "opened"]])
    make_shared_report(alice, "2", closed_at=NOON, closed_by="pins", wrong_pins=20)
    make_shared_report(alice, "3", expires_at=NOON)
    said = " ".join(re.sub(r"<[^>]*>", " ", client_of_alice.get("/report/links/").text).split())
    assert "Dr Patel Open until Thursday 4 June 1 to 28 May 2026 Made Thursday 28 May at 1pm." in said
    assert "Opened twice, last on Thursday 28 May at 1pm. What happened Opened with the PIN" in said
    assert "Somebody entered 20 wrong PINs, so the link closed itself on Thursday 28 May at 1pm" in said
    assert said.count("Close this link") == 1
    assert "A link closed itself after many wrong PINs." in client_of_alice.get("/report/").text


def test_a_link_is_closed_at_once_and_its_report_is_gone(alice: User, client_of_alice: Client) -> None:
    link = make_shared_report(alice, "a-token")
    address = reverse("report-link-close", args=[link.uuid])
    assert client_of_alice.get(address).status_code == 405
    assert "The link is closed." in client_of_alice.post(address, follow=True).text
    assert Client().get("/shared/a-token/").status_code == 404
    assert (only(alice).page, only(alice).closed_by) == ("", "owner")
    assert client_of_alice.post(address).status_code == 302


def test_a_new_link_tidies_up_after_old_ones(alice: User, bob: User, client_of_alice: Client) -> None:
    make_episode(alice)
    long_ago = {"expires_at": NOON - timedelta(days=31)}
    make_shared_report(alice, "1", **long_ago)
    make_shared_report(bob, "2", **long_ago)
    make(client_of_alice)
    assert (LINKS.for_user(alice).count(), LINKS.for_user(bob).count()) == (1, 1)
