"""Look it over: every choice about the report, changed one at a time and remembered (ux R-12, R-13)."""

import io
from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.test import Client
from pypdf import PdfReader
from time_machine import TimeMachineFixture

from diary.models import User, Visit
from diary.vocabulary.report import PARTS
from tests.factories import NOON, TODAY, make_day, make_episode, make_visit

NOW = datetime(2026, 5, 28, 14, tzinfo=UTC)
SECRET = "after the curry"


@pytest.fixture(autouse=True)
def at_two(time_machine: TimeMachineFixture) -> None:
    time_machine.move_to(NOW, tick=False)


def words(client: Client, url: str = "/report/") -> str:
    response = client.get(url)
    assert response.status_code == 200
    return " ".join(response.content.decode().split())


def change(client: Client, what: str, **answers: Any) -> Any:
    return client.post(f"/report/change/{what}/", answers)


def pdf_text(client: Client, query: str = "") -> str:
    pdf = client.get(f"/report/diary-report.pdf{query}").content
    return " ".join(page.extract_text() for page in PdfReader(io.BytesIO(pdf)).pages)


def test_at_first_it_is_the_last_four_weeks_in_full_on_a4_without_a_note(
    alice: User, client_of_alice: Client
) -> None:
    for n in range(26):
        make_day(alice, TODAY - timedelta(days=n), twitching="none")
    make_episode(alice, note=SECRET)
    page = words(client_of_alice)
    said = ["1 to 28 May 2026", "26 of 28 days filled in. Last 4 weeks.", "None of 1", ">A4<", "<br>alice<"]
    assert [each for each in said if each not in page] == []
    assert "Left out: Twitch by twitch" in page
    assert "Read with care" not in page
    assert SECRET not in page


@pytest.mark.parametrize(
    ("what", "answers"),
    [
        ("days", {"span": "8w"}),
        ("parts", {"parts": ["days", "twitches"]}),
        ("name", {"heading": "plain", "name": "initials"}),
        ("paper", {"paper": "letter"}),
        ("notes", {}),
    ],
)
def test_each_change_is_kept_and_returns(client_of_alice: Client, what: str, answers: dict[str, Any]) -> None:
    assert f'href="/report/change/{what}/"' in words(client_of_alice) or what == "notes"
    assert 'class="back" href="/report/#' + what in words(client_of_alice, f"/report/change/{what}/")
    response = change(client_of_alice, what, **answers)
    assert (response.status_code, response["Location"]) == (302, f"/report/#{what}")


def test_what_was_chosen_drives_the_page_and_the_pdf(alice: User, client_of_alice: Client) -> None:
    for weeks in range(8):
        make_episode(alice, NOON - timedelta(weeks=weeks))
    change(client_of_alice, "days", span="8w")
    change(client_of_alice, "parts", parts=["places"])
    change(client_of_alice, "name", heading="plain", name="initials")
    assert "3 April to 28 May 2026" in words(client_of_alice)
    for text in (words(client_of_alice, "/report/preview/"), pdf_text(client_of_alice)):
        assert "3 April to 28 May 2026" in text
        assert "Diary summary" in text
        assert "Muscle twitch diary" not in text
        assert "How this was made" not in text


def test_with_few_days_filled_in_it_says_what_page_1_says(alice: User, client_of_alice: Client) -> None:
    make_episode(alice)
    assert "Read with care" in words(client_of_alice)
    assert "Read with care" in words(client_of_alice, "/report/preview/")


def test_an_address_counts_before_what_is_remembered(alice: User, client_of_alice: Client) -> None:
    make_episode(alice)
    change(client_of_alice, "days", span="own", **{"from": "3 May", "to": "10 May"})
    change(client_of_alice, "name", heading="diary", name="none")
    page = words(client_of_alice, "/report/preview/?span=2w&name=full")
    assert "15 to 28 May 2026" in page
    assert "</strong> <span>alice</span>" in page
    assert "3 to 10 May 2026" in words(client_of_alice)


def test_without_any_part_page_1_is_the_whole_report(alice: User, client_of_alice: Client) -> None:
    make_episode(alice)
    change(client_of_alice, "parts")
    assert "Nothing: page 1 is the whole report" in words(client_of_alice)
    assert len(PdfReader(io.BytesIO(client_of_alice.get("/report/diary-report.pdf").content)).pages) == 1
    assert " checked" not in words(client_of_alice, "/report/change/parts/")


# --- the days


@pytest.mark.parametrize(
    ("days_ago", "title"),
    [
        (13, "1 to 28 May 2026"),
        (14, "14 to 28 May 2026"),
        (182, "27 November 2025 to 28 May 2026"),
        (183, "1 to 28 May 2026"),
    ],
)
def test_the_report_begins_with_the_last_visit_where_that_is_2_to_26_weeks_ago(
    alice: User, client_of_alice: Client, days_ago: int, title: str
) -> None:
    make_visit(alice, TODAY - timedelta(days=days_ago))
    assert f"<strong>{title}</strong>" in words(client_of_alice)


def test_a_visit_of_today_or_one_deleted_is_not_the_last_one(alice: User, client_of_alice: Client) -> None:
    make_visit(alice, TODAY)
    make_visit(alice, TODAY - timedelta(days=20), deleted_at=NOW)
    make_visit(alice, TODAY - timedelta(days=40))
    assert "Since the visit on 18 April 2026" in words(client_of_alice)


def test_the_usual_days_are_no_choice_that_outlasts_the_next_visit(
    alice: User, client_of_alice: Client, time_machine: TimeMachineFixture
) -> None:
    change(client_of_alice, "days", span="4w", **{"from": "", "to": ""})
    make_visit(alice, TODAY)
    time_machine.move_to(NOW + timedelta(days=21))
    client_of_alice.force_login(alice)
    assert "Since the visit on 28 May 2026" in words(client_of_alice)


def test_chosen_days_outlast_a_visit_and_a_visit_that_is_gone_is_let_go(
    alice: User, client_of_alice: Client
) -> None:
    make_visit(alice, TODAY - timedelta(days=3))
    change(client_of_alice, "days", span="visit")
    assert "25 to 28 May 2026" in words(client_of_alice)
    Visit.objects.for_user(alice).get().discard(NOW)
    assert "1 to 28 May 2026" in words(client_of_alice)


def test_dates_of_ones_own_are_remembered_for_a_week_and_go_on_to_today(
    alice: User, client_of_alice: Client, time_machine: TimeMachineFixture
) -> None:
    change(client_of_alice, "days", span="4w", **{"from": "3 May", "to": ""})
    assert "Your own dates, remembered until Thursday 4 June." in words(client_of_alice)
    for days, title in ((7, "3 May to 4 June 2026"), (8, "9 May to 5 June 2026")):
        time_machine.move_to(NOW + timedelta(days=days))
        client_of_alice.force_login(alice)
        assert f"<strong>{title}</strong>" in words(client_of_alice)


def test_dates_that_only_stayed_in_their_boxes_give_way_to_a_span(client_of_alice: Client) -> None:
    dates = {"from": "3 May", "to": "10 May"}
    change(client_of_alice, "days", span="own", **dates)
    assert 'value="own" id="id_span_4" checked' in words(client_of_alice, "/report/change/days/")
    change(client_of_alice, "days", span="2w", **dates)
    assert "15 to 28 May 2026" in words(client_of_alice)


def test_a_year_remembered_does_not_grow_beyond_one(
    alice: User, client_of_alice: Client, time_machine: TimeMachineFixture
) -> None:
    change(client_of_alice, "days", span="own", **{"from": "28/5/2025"})
    assert "28 May 2025 to 28 May 2026" in words(client_of_alice)
    time_machine.move_to(NOW + timedelta(days=1))
    client_of_alice.force_login(alice)
    assert "2 to 29 May 2026" in words(client_of_alice)


# --- what cannot be


@pytest.mark.parametrize(
    ("what", "answers", "sentence"),
    [
        ("days", {"span": "own"}, "Enter the first day"),
        ("days", {"span": "all"}, "Choose one of these"),
        ("days", {"from": "20 May", "to": "10 May"}, "The first day must not be after the last day"),
        ("days", {"from": "1/1/2025"}, "A report can cover 366 days at most"),
        ("days", {"from": "\0"}, "Write the date like 28 May or 28/5/2026"),
        ("parts", {"parts": ["days", "gossip"]}, "Choose from the answers"),
        ("parts", {"parts": ["notes"]}, "Choose from the answers"),
        ("name", {"heading": "big"}, "Choose one of these"),
        ("paper", {"paper": "a3"}, "Choose one of these"),
        ("notes", {"notes": [str(uuid4())]}, "Choose from the notes on this page"),
        ("notes", {"notes": ["1; drop"]}, "Choose from the notes on this page"),
    ],
)
def test_what_cannot_be_gets_a_sentence_and_changes_nothing(
    alice: User, client_of_alice: Client, what: str, answers: dict[str, Any], sentence: str
) -> None:
    page = change(client_of_alice, what, **answers).content.decode()
    assert sentence in page
    assert 'class="error-summary"' in page
    alice.refresh_from_db()
    assert alice.report_choices == {}


def test_there_is_nothing_else_to_change(client_of_alice: Client) -> None:
    assert client_of_alice.get("/report/change/everything/").status_code == 404


@pytest.mark.parametrize(
    "kept",
    [
        {"span": ["tomorrow"], "name": ["x"], "paper": [], "parts": ["gossip"], "heading": ["☃"]},
        {"from": ["soon"], "chosen_on": ["never"]},
        {"span": ["own"], "chosen_on": [], "notes": ["x", "::"]},
        {"to": ["0001-01-01"], "parts": [[]]},
        {"unknown": ["x"], "span": ["visit"]},
    ],
)
def test_choices_that_nobody_can_read_are_let_go(alice: User, client_of_alice: Client, kept: Any) -> None:
    alice.keep_report(kept)
    assert "1 to 28 May 2026" in words(client_of_alice)
    assert client_of_alice.get("/report/diary-report.pdf").status_code == 200


def test_every_part_is_named(client_of_alice: Client) -> None:
    page = words(client_of_alice).lower()
    assert [label for code, label in PARTS.items() if code != "notes" and label.lower() not in page] == []


def test_the_first_day_can_be_in_another_zone_than_the_server(alice: User, client_of_alice: Client) -> None:
    User.objects.filter(pk=alice.pk).update(timezone="Pacific/Kiritimati")
    assert "2 to 29 May 2026" in words(client_of_alice)
    assert date(2026, 5, 29) == User.objects.get(pk=alice.pk).today(NOW)
