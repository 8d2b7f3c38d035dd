"""What may be seen on the report: ticked notes, the name, questions, answers (ux V-8, R-12, R-16)."""

import io
from datetime import UTC, datetime, timedelta
from uuid import uuid4

import pytest
from django.test import Client
from pypdf import PdfReader
from time_machine import TimeMachineFixture

from diary.models import Episode, Question, Sign, User
from diary.vocabulary.signs import ON_PAGE_1, QUESTIONS
from tests.factories import NOON, TODAY, make_episode, make_question, make_sign
from tests.views.test_look import SECRET, change, pdf_text, words

NOW = datetime(2026, 5, 28, 14, tzinfo=UTC)


@pytest.fixture(autouse=True)
def at_two(time_machine: TimeMachineFixture) -> None:
    time_machine.move_to(NOW, tick=False)


def noted(user: User, text: str = SECRET) -> Episode:
    return make_episode(user, NOON - timedelta(days=2), note=text)


def test_only_a_ticked_note_is_in_the_report(alice: User, client_of_alice: Client) -> None:
    shown = noted(alice)
    make_episode(alice, note="not for the doctor")
    assert SECRET not in pdf_text(client_of_alice)
    change(client_of_alice, "notes", notes=[str(shown.uuid)])
    for text in (words(client_of_alice), pdf_text(client_of_alice)):
        assert SECRET in text
        assert "not for the doctor" not in text
    assert "1 of 2" in words(client_of_alice)


def test_a_note_that_was_changed_since_has_lost_its_tick(alice: User, client_of_alice: Client) -> None:
    shown = noted(alice)
    change(client_of_alice, "notes", notes=[str(shown.uuid)])
    Episode.objects.for_user(alice).with_uuids([shown.uuid]).update(note=f"{SECRET} and the row")
    assert "None of 1" in words(client_of_alice)
    assert SECRET not in pdf_text(client_of_alice)


def test_a_tick_is_taken_back_and_those_of_other_days_stay(alice: User, client_of_alice: Client) -> None:
    old, new = make_episode(alice, NOON - timedelta(days=40), note="long ago"), noted(alice)
    change(client_of_alice, "days", span="8w")
    change(client_of_alice, "notes", notes=[str(old.uuid), str(new.uuid)])
    change(client_of_alice, "days", span="2w")
    change(client_of_alice, "notes")
    assert "None of 1" in words(client_of_alice)
    change(client_of_alice, "days", span="8w")
    assert "1 of 2" in words(client_of_alice)


def test_the_note_of_another_cannot_be_ticked(alice: User, bob: User, client_of_alice: Client) -> None:
    theirs = noted(bob, "bobs own")
    page = change(client_of_alice, "notes", notes=[str(theirs.uuid)]).content.decode()
    assert "bobs own" not in page
    alice.refresh_from_db()
    assert alice.report_choices == {}


def test_no_address_shows_a_note(alice: User, client_of_alice: Client) -> None:
    hidden = noted(alice)
    assert SECRET not in pdf_text(client_of_alice, f"?notes={hidden.uuid}&parts=days")


# --- heading and name


@pytest.mark.parametrize(
    ("heading", "name", "printed"),
    [
        ("diary", "full", "Ann Nguyen"),
        ("diary", "initials", "A. N."),
        ("plain", "full", "No name"),
        ("plain", "initials", "A. N."),
        ("plain", "none", "No name"),
    ],
)
def test_under_a_plain_heading_no_full_name_is_printed(
    alice: User, client_of_alice: Client, heading: str, name: str, printed: str
) -> None:
    alice.first_name, alice.last_name = "Ann", "Nguyen"
    alice.save()
    change(client_of_alice, "name", heading=heading, name=name)
    assert f"<br>{printed}<" in words(client_of_alice)


def test_a_plain_report_says_nothing_in_passing(alice: User, client_of_alice: Client) -> None:
    for n in range(28):
        make_episode(alice, NOON - timedelta(days=n))
    change(client_of_alice, "name", heading="plain", name="initials")
    response = client_of_alice.get("/report/diary-report.pdf")
    pdf = PdfReader(io.BytesIO(response.content))
    assert "twitch" not in str([pdf.metadata, pdf.xmp_metadata, response.headers]).lower()
    for page in pdf.pages:
        lines = page.extract_text().splitlines()
        assert "twitch" not in f"{lines[0]} {lines[-1]}".lower()


# --- questions and other signs


def test_a_question_is_added_and_changed_on_the_way_and_back(alice: User, client_of_alice: Client) -> None:
    make_question(alice, "Is it the coffee?")
    mine = Question.objects.for_user(alice).get()
    page = words(client_of_alice)
    for path in ("new/", f"{mine.uuid}/"):
        address = f"/record/questions/{path}?next=/report/%23questions"
        assert f'href="{address}"' in page
        assert 'class="back" href="/report/#questions"' in words(client_of_alice, address)
        response = client_of_alice.post(address, {"words": "Is it the tea?", "uuid": str(uuid4())})
        assert response["Location"] == "/report/#questions"
    assert "Is it the tea?" in words(client_of_alice)


def test_what_a_doctor_asks_first_is_due_until_it_was_answered_in_the_last_week(
    alice: User, client_of_alice: Client
) -> None:
    make_sign(alice, TODAY - timedelta(days=7), "weakness", answer=False)
    make_sign(alice, TODAY - timedelta(days=8), "cramps", answer=False)
    page = words(client_of_alice)
    assert "7 questions not answered in the last 7 days" in page
    assert QUESTIONS["weakness"] not in page
    assert QUESTIONS["cramps"] in page


def test_one_tap_answers_one_question_and_one_tap_all(alice: User, client_of_alice: Client) -> None:
    response = client_of_alice.post("/signs/?next=/report/%23asked", {"cramps": "yes"})
    assert response["Location"] == "/report/#asked"
    due = [sign for sign in ON_PAGE_1 if f'type="hidden" name="{sign}" value="no"' in words(client_of_alice)]
    assert set(due) == set(ON_PAGE_1) - {"cramps"}
    client_of_alice.post("/signs/?next=/report/", dict.fromkeys(due, "no"))
    said = {sign.sign: sign.answer for sign in Sign.objects.for_user(alice).on(TODAY)}
    assert said == dict.fromkeys(ON_PAGE_1, False) | {"cramps": True}
    assert "A doctor will ask" not in words(client_of_alice)


def test_a_yes_that_calls_for_help_is_answered_on_the_report_too(client_of_alice: Client) -> None:
    page = client_of_alice.post("/signs/?next=/report/%23asked", {"breath_rest": "yes"}, follow=True)
    assert "Get medical advice today" in page.content.decode()


def test_signs_are_not_asked_about_for_days_that_are_over(client_of_alice: Client) -> None:
    change(client_of_alice, "days", span="own", **{"from": "3 May", "to": "10 May"})
    assert "A doctor will ask" not in words(client_of_alice)
