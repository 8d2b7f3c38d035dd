"""What somebody outside meets at a link: a PIN, the report, or the words that it is not open."""

from datetime import timedelta
from typing import Any

import pytest
from django.contrib.sessions.models import Session
from django.test import Client
from time_machine import TimeMachineFixture

from diary.models import SharedReport, User
from diary.models.shared import WAIT
from diary.transfer.erasing import erase_account, erase_entries
from tests.factories import NOON, make_shared_report

LINK, PDF = "/shared/alices-token/", "/shared/alices-token/diary-report.pdf"
REPORT = "Twitching on 1 of 1 day filled in"
SHUT = ["unknown", "over", "closed", "shut", "erased", "gone"]


@pytest.fixture(autouse=True)
def noon(time_machine: TimeMachineFixture) -> None:
    time_machine.move_to(NOON, tick=False)


@pytest.fixture
def link(alice: User) -> SharedReport:
    return make_shared_report(alice)


def enter(pin: str, client: Client | None = None) -> Any:
    return (client or Client()).post(LINK, {"code": pin})


@pytest.fixture
def reader(link: SharedReport) -> Client:
    """Somebody outside who has entered the PIN."""
    client = Client()
    assert enter("123456", client).status_code == 302
    return client


def test_a_link_asks_for_its_pin_and_says_nothing(link: SharedReport) -> None:
    answer = Client().get(LINK)
    assert "Enter the PIN" in answer.text
    words = answer.text.replace("alices-token", "")
    assert [word for word in ("alice", "Twitch", "twitch", "May", "report") if word in words] == []
    assert Client().get(PDF)["Location"] == LINK


@pytest.mark.parametrize("pin", ["123456", " 123 456 ", "123-456", "123 456"])
def test_the_right_pin_opens_the_report(link: SharedReport, pin: str) -> None:
    client = Client()
    answer = enter(pin, client)
    assert (answer.status_code, answer["Location"]) == (302, LINK)
    page = client.get(LINK).text
    assert f"<p>{REPORT}</p>" in page
    assert "as it was on Thursday 28 May 2026. The link is open until Thursday 4 June 2026." in page


@pytest.mark.parametrize("pin", ["", "12345", "1234567", "12345a", "١٢٣٤٥٦", "\x00", "½23456"])
def test_what_is_no_pin_is_not_counted(link: SharedReport, pin: str) -> None:
    assert "Enter the 6 digits" in enter(pin).text
    link.refresh_from_db()
    assert (link.wrong_pins, link.log) == (0, [])


def test_a_wrong_pin_is_told_from_the_right_one_by_words_alone(link: SharedReport) -> None:
    answer = enter("654321")
    assert (answer.status_code, answer.cookies.keys() & {"shared"}) == (200, set())
    assert "That PIN does not fit." in answer.text
    assert REPORT not in answer.text


def test_after_five_wrong_pins_nobody_is_asked_for_five_minutes(
    link: SharedReport, time_machine: TimeMachineFixture
) -> None:
    answers = [enter("654321") for _ in range(5)] + [enter("123456"), Client().get(LINK)]
    assert [answer.status_code for answer in answers] == [200] * 4 + [429] * 3
    assert all("Too many tries. Wait five minutes" in answer.text for answer in answers[4:])
    time_machine.shift(WAIT)
    assert enter("123456").status_code == 302


def test_twenty_wrong_pins_close_the_link(link: SharedReport, time_machine: TimeMachineFixture) -> None:
    for _ in range(4):
        last = [enter("654321").status_code for _ in range(5)][-1]
        time_machine.shift(WAIT)
    assert last == 404
    assert enter("123456").status_code == 404


def test_who_reads_goes_on_reading_while_others_guess(link: SharedReport, reader: Client) -> None:
    for _ in range(5):
        enter("654321")
    assert REPORT in reader.get(LINK).text


def test_the_pdf_is_handed_over_and_written_down(reader: Client, link: SharedReport) -> None:
    answer = reader.get(PDF)
    assert (answer.content, answer["Content-Type"]) == (b"%PDF-1.7", "application/pdf")
    assert answer["Content-Disposition"] == 'attachment; filename="diary-report-2026-05-28.pdf"'
    link.refresh_from_db()
    assert [what for _, what in link.openings] == ["pdf", "opened"]


def test_a_visit_lasts_an_hour(reader: Client, time_machine: TimeMachineFixture) -> None:
    time_machine.shift(timedelta(minutes=59))
    assert REPORT in reader.get(LINK).text
    time_machine.shift(timedelta(minutes=2))
    assert "Enter the PIN" in reader.get(LINK).text
    assert reader.get(PDF)["Location"] == LINK


def test_a_visit_is_to_one_link_and_begins_no_session(alice: User, bob: User, reader: Client) -> None:
    make_shared_report(alice, "other", page="another report")
    make_shared_report(bob, "bobs", page="another report")
    cookie = reader.cookies["shared"]
    assert (cookie["path"], cookie["max-age"], cookie["httponly"]) == (LINK, 3600, True)
    reader.cookies["shared"]["path"] = "/"  # a browser would not send it; somebody who means harm would
    for token in ("other", "bobs"):
        assert "Enter the PIN" in reader.get(f"/shared/{token}/").text
    assert reader.get("/today/").status_code == 302
    assert not Session.objects.exists()


@pytest.mark.parametrize("forged", ["", "x", "5f0c2c0e-0d0b-4d53-9b0c-6a1f6c2f3d10:1:x"])
def test_a_visit_cannot_be_forged(link: SharedReport, reader: Client, forged: str) -> None:
    for value in (forged, str(link.uuid), reader.cookies["shared"].value[:-1]):
        client = Client()
        client.cookies["shared"] = value
        assert "Enter the PIN" in client.get(LINK).text


def end(why: str, link: SharedReport, user: User) -> None:
    match why:
        case "over":
            SharedReport.objects.filter(pk=link.pk).update(expires_at=NOON)
        case "closed":
            link.close(NOON)
        case "shut":
            link.close(NOON, SharedReport.BY_PINS)
        case "erased":
            erase_entries(user)
        case "gone":
            erase_account(user)
        case "unknown":
            SharedReport.objects.filter(pk=link.pk).update(token_digest="0" * 64)


@pytest.mark.parametrize("why", SHUT)
def test_a_link_that_is_not_open_says_the_same_whatever_the_reason(
    link: SharedReport, reader: Client, alice: User, why: str
) -> None:
    never = Client().get("/shared/never-there/")
    end(why, link, alice)
    for client in (Client(), reader):
        for answer in (client.get(LINK), client.post(LINK, {"code": "123456"}), client.get(PDF)):
            assert (answer.status_code, answer.content) == (404, never.content)
            assert dict(answer.headers) == dict(never.headers)
    assert "This link is not open" in never.text


def test_every_answer_is_kept_nowhere_and_found_by_nobody(link: SharedReport, reader: Client) -> None:
    answers = {
        "same-origin": [Client().get(LINK), enter("1"), enter("654321")],
        "no-referrer": [reader.get(LINK), reader.get(PDF), Client().get("/shared/x/"), Client().get(PDF)],
    }
    for policy, those in answers.items():
        for answer in those:
            assert answer["Referrer-Policy"] == policy
            assert answer["Cache-Control"] == "private, no-store"
            assert answer["X-Robots-Tag"] == "noindex, nofollow, noarchive"
    for answer in (Client().get(LINK), reader.get(LINK), Client().get("/shared/x/")):
        assert '<meta name="robots" content="noindex, nofollow, noarchive">' in answer.text


def test_the_owner_sees_what_anybody_sees(client_of_alice: Client, link: SharedReport) -> None:
    unlocked = client_of_alice.get(LINK)
    client_of_alice.post("/lock/")
    for answer in (unlocked, client_of_alice.get(LINK), Client().get(LINK)):
        assert "Enter the PIN" in answer.text
        inside = ("Menu", "Sign out", "Today", "alice", "Unlock")
        assert [word for word in inside if word in answer.text] == []
    assert enter("123456", client_of_alice).status_code == 302
    assert REPORT in client_of_alice.get(LINK).text


def test_nothing_but_the_report_can_be_reached_from_it(reader: Client) -> None:
    page = reader.get(LINK).text
    found = {part.partition('"')[0] for part in page.split('href="')[1:]}
    assert {path for path in found if not path.startswith("/static/")} == {PDF}
    assert "<form" not in page


@pytest.mark.parametrize("method", ["put", "patch", "delete", "options"])
def test_a_link_is_only_read(link: SharedReport, method: str) -> None:
    assert getattr(Client(), method)(LINK).status_code == 405
    assert Client().post(PDF).status_code == 405


def test_a_pin_from_another_site_is_refused(link: SharedReport) -> None:
    answer = Client(enforce_csrf_checks=True).post(LINK, {"code": "123456"})
    assert answer.status_code == 403
    link.refresh_from_db()
    assert link.log == []
