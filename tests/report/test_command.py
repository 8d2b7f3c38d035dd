import io
import json
from datetime import UTC, datetime
from pathlib import Path

import pytest
import time_machine
from django.core.management import CommandError, call_command
from pypdf import PdfReader

from diary.models import User
from tests.factories import make_day, make_episode

pytestmark = pytest.mark.usefixtures("alice")


@pytest.fixture(autouse=True)
def today() -> object:
    with time_machine.travel(datetime(2026, 5, 28, 9, tzinfo=UTC), tick=False):
        yield


def report(*arguments: str) -> str:
    out = io.StringIO()
    call_command("report", *arguments, stdout=out)
    return out.getvalue()


def test_json_covers_the_last_28_days_until_told_otherwise(alice: User) -> None:
    make_day(alice, twitching="none")
    found = json.loads(report("--user", "alice", "--json"))
    assert found["period"] == {"first": "2026-05-01", "last": "2026-05-28", "timezone": "Europe/London"}
    assert found["days"]["none"] == 1


def test_json_of_the_past_is_seen_from_its_last_day(alice: User) -> None:
    said_so = datetime(2026, 5, 28, 8, tzinfo=UTC)
    started = datetime(2026, 5, 10, 11, tzinfo=UTC)
    make_episode(alice, started, seconds=None, is_ongoing=True, going_at=said_so)
    found = json.loads(report("--user", "alice", "--from", "2026-05-10", "--to", "2026-05-10", "--json"))
    assert (found["days"]["twitching"], found["length"]["longest_s"]) == (1, 12 * 3600)


def test_json_and_pdf_are_as_last_chosen_on_the_page(alice: User, tmp_path: Path) -> None:
    alice.keep_report({"span": ["2w"], "paper": ["letter"], "parts": []})
    assert json.loads(report("--user", "alice", "--json"))["period"]["first"] == "2026-05-15"
    report("--user", "alice", str(tmp_path / "report.pdf"))
    (page,) = PdfReader(tmp_path / "report.pdf").pages
    assert page.mediabox.height == 792


def test_days_to_come_are_left_out() -> None:
    found = json.loads(report("--user", "alice", "--from", "2026-05-20", "--to", "2026-12-31", "--json"))
    assert (found["period"]["last"], found["days"]["in_period"]) == ("2026-05-28", 9)


def test_a_pdf_is_written_on_the_paper_asked_for(tmp_path: Path) -> None:
    said = report("--user", "alice", "--paper", "letter", str(tmp_path / "report.pdf"))
    assert said == f"The report is in {tmp_path / 'report.pdf'}. It is not encrypted: keep it safe.\n"
    assert PdfReader(tmp_path / "report.pdf").pages[0].mediabox.height == 792


BEYOND = "/no/such/folder/report.pdf"


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        ("--json --user nobody", "There is no account “nobody”."),
        ("--user alice", "Give either --json or the name of a PDF file."),
        ("--user alice --json x.pdf", "Give either --json or the name of a PDF file."),
        (
            "--user alice --json --from 2026-05-20 --to 2026-05-10",
            "The first day must not be after the last day.",
        ),
        ("--user alice --json --from 2027-01-01", "The first day must be today or earlier."),
        ("--user alice --json --from 2024-01-01", "A report can cover 366 days at most."),
        ("--user alice --json --from 0001-01-01", "Write the date like 28 May or 28/5/2026."),
        (f"--user alice {BEYOND}", f"{BEYOND} cannot be written: No such file or directory."),
    ],
)
def test_what_makes_no_report_gets_its_sentence(arguments: str, sentence: str) -> None:
    with pytest.raises(CommandError) as refused:
        report(*arguments.split())
    assert str(refused.value) == sentence


@pytest.mark.parametrize("value", ["yesterdayish", "2026-02-30", "20-20-20", "９", "x" * 500])
def test_a_date_that_cannot_be_read_gets_a_sentence(value: str) -> None:
    with pytest.raises(CommandError, match=r"^[A-Z].*\.$"):
        report("--user", "alice", "--json", "--to", value)
