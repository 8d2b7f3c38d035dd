"""Files in and out through the browser."""

import csv
import io
import os
import time
import zipfile
from datetime import UTC, datetime
from typing import Any

import pytest
import time_machine
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from diary.models import Day, Episode, User
from diary.transfer import waiting
from tests.factories import make_day, make_episode

GOOD = b"date,stress\n2026-05-27,3\n2026-05-28,\n"
BAD = b"date,stress\n2026-05-27,3\n2026-05-28,11\n"
HOPELESS = b"date,stress\nsoon,3\n"


def check(client: Client, data: bytes, name: str = "days.csv") -> Any:
    return client.post("/import/", {"file": SimpleUploadedFile(name, data)})


def take(client: Client, checked: Any, **fields: str) -> Any:
    return client.post("/import/take/", {"name": checked.context["name"], **fields}, follow=True)


def text(response: Any) -> str:
    return response.content.decode()


def test_a_file_is_shown_before_it_is_taken(client_of_alice: Client, alice: User) -> None:
    checked = check(client_of_alice, GOOD)
    assert "Bring this in?" in text(checked)
    assert [(count.name, count.created) for count in checked.context["result"].counts] == [("days", 2)]
    assert not Day.objects.for_user(alice).exists()


def test_taking_the_file_writes_it_and_once_more_changes_nothing(
    client_of_alice: Client, alice: User
) -> None:
    checked = check(client_of_alice, GOOD)
    first, second = take(client_of_alice, checked), take(client_of_alice, checked)
    assert (first.context["result"].created, second.context["result"].unchanged) == (2, 2)
    assert list(Day.objects.for_user(alice).order_by("date").values_list("stress", flat=True)) == [3, None]


def test_bad_rows_are_named_and_can_be_left_out(client_of_alice: Client, alice: User) -> None:
    checked = check(client_of_alice, BAD)
    assert "Stress must be between 0 and 10, not 11" in text(checked)
    assert "<title>Error: Check the file - Diary</title>" in text(checked)
    done = take(client_of_alice, checked, blank="1")
    assert "Left not recorded" in text(done)
    assert list(Day.objects.for_user(alice).order_by("date").values_list("stress", flat=True)) == [3, None]


def test_without_the_word_to_leave_them_out_bad_rows_stop_it(client_of_alice: Client, alice: User) -> None:
    done = take(client_of_alice, check(client_of_alice, BAD))
    assert "Nothing was written" in text(done)
    assert not Day.objects.for_user(alice).exists()


def test_what_cannot_be_left_out_is_not_offered(client_of_alice: Client) -> None:
    checked = check(client_of_alice, HOPELESS)
    assert "“soon” is not a date; write it like 2026-05-28" in text(checked)
    assert "bring in the rest" not in text(checked)


def test_two_hundred_places_are_shown_and_the_others_counted(client_of_alice: Client) -> None:
    checked = check(client_of_alice, b"date\n" + b"soon\n" * 1250)
    assert text(checked).count("“soon” is not a date") == 200
    assert "has 1,250 places to look at" in text(checked)
    assert "and 1,050 more" in text(checked)


def test_a_file_that_is_too_large_gets_its_sentence(client_of_alice: Client) -> None:
    checked = check(client_of_alice, b"date\n".ljust(20 * 1024 * 1024, b"\n"))
    assert "The file is larger than 10 MB. Divide it into several files." in text(checked)


def test_a_file_that_takes_too_long_gets_its_sentence(
    client_of_alice: Client, alice: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("diary.views.transfer.SECONDS", 0)
    assert "The file takes longer than a minute to read here." in text(check(client_of_alice, GOOD))
    assert not Day.objects.for_user(alice).exists()


@pytest.mark.parametrize(("files", "sentence"), [({}, "Choose a file"), ({"file": b""}, "The file is empty")])
def test_no_file_gets_its_sentence(client_of_alice: Client, files: dict[str, bytes], sentence: str) -> None:
    uploads = {name: SimpleUploadedFile("days.csv", data) for name, data in files.items()}
    answer = client_of_alice.post("/import/", uploads)
    assert f'<a href="#id_file">{sentence}</a>' in text(answer)


def test_a_file_with_hostile_text_is_shown_as_text(client_of_alice: Client) -> None:
    checked = check(client_of_alice, b"date,<script>\n", name="<img src=x>.csv")
    assert "&lt;script&gt;" in text(checked)
    assert "<img src=x>" not in text(checked)


def test_a_file_that_is_gone_is_asked_for_again(client_of_alice: Client, alice: User) -> None:
    checked = check(client_of_alice, GOOD)
    os.utime(waiting.folder() / str(alice.pk), (0, time.time() - 3601))
    assert "The file is no longer here. Choose it once more." in text(take(client_of_alice, checked))
    assert not Day.objects.for_user(alice).exists()


def test_another_file_in_its_place_is_not_taken(client_of_alice: Client, alice: User) -> None:
    checked = check(client_of_alice, GOOD)
    check(client_of_alice, BAD)
    assert "no longer here" in text(take(client_of_alice, checked))
    assert not Day.objects.for_user(alice).exists()


def test_nobody_takes_the_file_of_somebody_else(
    client_of_alice: Client, client_of_bob: Client, alice: User, bob: User
) -> None:
    checked = check(client_of_bob, GOOD)
    assert "no longer here" in text(take(client_of_alice, checked))
    assert not Day.objects.for_user(alice).exists()


def test_a_waiting_file_is_for_its_owner_alone(client_of_alice: Client, alice: User) -> None:
    check(client_of_alice, GOOD)
    assert (waiting.folder() / str(alice.pk)).stat().st_mode & 0o077 == 0


@time_machine.travel(datetime(2026, 5, 28, 23, 30, tzinfo=UTC), tick=False)
def test_the_zip_is_named_by_the_day_it_is_for_the_person(client_of_alice: Client, alice: User) -> None:
    make_episode(alice)
    answer = client_of_alice.get("/export/diary.zip")
    assert answer["Content-Disposition"] == 'attachment; filename="diary-2026-05-29.zip"'
    with zipfile.ZipFile(io.BytesIO(answer.content)) as archive:
        assert archive.namelist() == ["diary.json", "episodes.csv", "days.csv", "README.txt"]


def test_a_csv_file_can_be_taken_alone(client_of_alice: Client, alice: User) -> None:
    make_day(alice, stress=3, note="=1+1")
    answer = client_of_alice.get("/export/days.csv")
    [row] = csv.DictReader(io.StringIO(answer.content.decode("utf-8-sig"), newline=""))
    assert (row["date"], row["stress"], row["note"], row["timezone"]) == (
        "2026-05-28", "3", "'=1+1", "Europe/London",
    )  # fmt: skip
    assert (row["sleep_hours"], row["weakness"]) == ("", "")


def test_other_names_are_not_found(client_of_alice: Client) -> None:
    assert client_of_alice.get("/export/visits.csv").status_code == 404


def test_what_was_taken_out_comes_back_through_the_page(
    client_of_alice: Client, client_of_bob: Client, alice: User, bob: User
) -> None:
    make_episode(bob, note="of bob's")
    data = client_of_bob.get("/export/diary.zip").content
    take(client_of_alice, check(client_of_alice, data, "diary.zip"))
    assert Episode.objects.for_user(alice).get().note == "of bob's"


def test_taking_needs_a_press_of_the_button(client_of_alice: Client) -> None:
    assert client_of_alice.get("/import/take/").status_code == 405
