import io
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
import time_machine
from django.test import Client
from django.utils.html import escape
from pypdf import PdfReader

from diary.models import User
from diary.periods import Period
from diary.report.choices import Choices
from diary.report.page1 import page1
from diary.report.report import make_report
from tests.factories import NOON, make_day, make_episode, make_visit
from tests.report.sheets import words_of

NOW = datetime(2026, 5, 28, 14, tzinfo=UTC)
PAGES = ["/report/preview/", "/report/diary-report.pdf"]


@pytest.fixture(autouse=True)
def today() -> Any:
    with time_machine.travel(NOW, tick=False):
        yield


def page_of(client: Client, url: str) -> str:
    response = client.get(url)
    assert response.status_code == 200
    return response.content.decode()


def test_the_pdf_is_two_taps_from_today(alice: User, client_of_alice: Client) -> None:
    make_episode(alice)
    assert 'href="/report/"' in page_of(client_of_alice, "/today/")
    assert 'href="/report/diary-report.pdf"' in page_of(client_of_alice, "/report/")
    response = client_of_alice.get("/report/diary-report.pdf?span=4w&from=&to=&name=full&paper=a4")
    assert response["Content-Type"] == "application/pdf"
    assert response["Content-Disposition"] == 'attachment; filename="diary-report-2026-05-28.pdf"'
    assert PdfReader(io.BytesIO(response.content)).pages[1].extract_text().count("Details") == 1


def test_the_page_and_the_pdf_say_the_same(alice: User, client_of_alice: Client) -> None:
    for n in range(12):
        make_episode(alice, NOON - timedelta(days=n, minutes=17 * n), seconds=20 + 9 * n)
        make_day(alice, NOON.date() - timedelta(days=n), sleep_hours=6 + n / 4, stress=n % 10)
    make_episode(alice, NOON - timedelta(days=40), None, is_ongoing=True)
    query = "?from=2026-05-01&to=2026-05-28"
    html = page_of(client_of_alice, f"/report/preview/{query}")
    pdf = client_of_alice.get(f"/report/diary-report.pdf{query}").content
    text = PdfReader(io.BytesIO(pdf)).pages[0].extract_text()
    period = Period(date(2026, 5, 1), date(2026, 5, 28), alice.timezone)
    facts = words_of(page1(make_report(alice, Choices(period, name=alice.username), NOW)))
    assert [words for words in facts if escape(words) not in html] == []
    assert [words for words in facts if not all(word in text for word in words.split())] == []


@pytest.mark.parametrize(
    ("query", "title"),
    [
        ("", "1 to 28 May 2026"),
        ("?span=2w", "15 to 28 May 2026"),
        ("?span=8w", "3 April to 28 May 2026"),
        ("?span=3m", "27 February to 28 May 2026"),
        ("?from=2026-05-03", "3 to 28 May 2026"),
        ("?to=2026-05-10", "13 April to 10 May 2026"),
        ("?span=2w&from=3+May&to=10/5/2026", "3 to 10 May 2026"),
        ("?from=2026-05-03&to=2027-05-10", "3 to 28 May 2026"),
    ],
)
def test_days_can_be_chosen_by_span_or_by_date(
    alice: User, client_of_alice: Client, query: str, title: str
) -> None:
    for weeks in range(14):
        make_episode(alice, NOON - timedelta(weeks=weeks))
    assert f"<h1>Twitching, {title}</h1>" in page_of(client_of_alice, f"/report/preview/{query}")


def test_the_days_since_the_last_visit_are_offered_when_there_was_one(
    alice: User, client_of_alice: Client
) -> None:
    assert "Since the visit" not in page_of(client_of_alice, "/report/change/days/")
    make_visit(alice, date(2026, 5, 7))
    make_visit(alice, date(2026, 4, 7))
    make_episode(alice)
    assert "Since the visit on 7 May 2026" in page_of(client_of_alice, "/report/change/days/")
    assert "Twitching, 7 to 28 May 2026" in page_of(client_of_alice, "/report/preview/?span=visit")


@pytest.mark.parametrize("url", PAGES)
@pytest.mark.parametrize(
    ("query", "sentence"),
    [
        ("from=2026-05-20&to=2026-05-10", "The first day must not be after the last day"),
        ("from=2027-01-01", "The first day must be today or earlier"),
        ("from=2025-01-01", "A report can cover 366 days at most"),
        ("from=0001-01-01&to=0001-01-05", "Write the date like 28 May or 28/5/2026"),
        ("span=all", "Choose one of these"),
        ("paper=a3", "Choose one of these"),
        ("name=%00", "Choose one of these"),
    ],
)
def test_days_that_make_no_report_get_a_sentence(
    client_of_alice: Client, url: str, query: str, sentence: str
) -> None:
    html = page_of(client_of_alice, f"{url}?{query}")
    assert sentence in html
    assert 'class="error-summary"' in html


@pytest.mark.parametrize("value", ["soon", "2026-02-30", "%00", "<script>", "9" * 400, "-1", "31/31/31"])
def test_a_date_that_cannot_be_read_is_kept_and_asked_about(client_of_alice: Client, value: str) -> None:
    assert 'class="error-summary"' in page_of(client_of_alice, f"/report/preview/?from={value}")


def test_without_an_entry_there_is_nothing_to_report(client_of_alice: Client) -> None:
    html = page_of(client_of_alice, "/report/preview/")
    assert "There is nothing to report for these days." in html
    assert "Get PDF" not in html


def test_nobody_sees_the_diary_of_another(bob: User, client_of_alice: Client) -> None:
    make_episode(bob)
    assert "There is nothing to report for these days." in page_of(client_of_alice, "/report/preview/")


@pytest.mark.parametrize(("chosen", "shown"), [("full", "Ann Nguyen"), ("initials", "A. N."), ("none", "")])
def test_the_name_is_printed_as_chosen(alice: User, client_of_alice: Client, chosen: str, shown: str) -> None:
    alice.first_name, alice.last_name = "Ann", "Nguyen"
    alice.save()
    make_episode(alice)
    html = page_of(client_of_alice, f"/report/preview/?name={chosen}")
    assert f"</strong> <span>{shown}</span></div>" in html


def test_a_hostile_name_is_only_text(alice: User, client_of_alice: Client) -> None:
    alice.first_name = '#evil[x] $a$ <script>alert("1")</script>'
    alice.save()
    make_episode(alice)
    assert "<script>alert" not in page_of(client_of_alice, "/report/preview/")
    pdf = client_of_alice.get("/report/diary-report.pdf").content
    assert "#evil[x] $a$ <script>" in PdfReader(io.BytesIO(pdf)).pages[0].extract_text()


def test_the_title_of_the_window_tells_nothing(alice: User, client_of_alice: Client) -> None:
    make_episode(alice)
    titles = [
        page_of(client_of_alice, url).split("<title>")[1].split("</title>")[0]
        for url in ("/report/", "/report/preview/")
    ]
    assert titles == ["Report - Diary", "Look at the report - Diary"]


def test_ids_of_the_pictures_are_each_used_once(alice: User, client_of_alice: Client) -> None:
    make_episode(alice)
    ids = [part.split('"')[0] for part in page_of(client_of_alice, "/report/preview/").split(' id="')[1:]]
    assert sorted(ids) == sorted(set(ids))


def test_visitors_are_asked_to_sign_in(client: Client) -> None:
    assert [client.get(url).status_code for url in ("/report/", *PAGES)] == [302, 302, 302]
