import json
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management import CommandError
from django.utils import timezone

from diary.forms.report import PAPERS, ReportForm
from diary.management.database import DiaryCommand
from diary.management.people import add_user_argument, person
from diary.report.as_json import as_json
from diary.report.choices import choices_of
from diary.report.pdf import as_pdf
from diary.report.report import make_report


class Command(DiaryCommand):
    help = "Makes the report for the doctor, as last chosen on its page: a PDF, or its numbers as JSON."

    def add_arguments(self, parser: ArgumentParser) -> None:
        add_user_argument(parser)
        parser.add_argument("--from", dest="first", metavar="DATE", help="first day, such as 2026-05-01")
        parser.add_argument("--to", dest="last", metavar="DATE", help="last day; today when left out")
        parser.add_argument("--paper", choices=PAPERS)
        parser.add_argument("--json", action="store_true", help="print the numbers")
        parser.add_argument("file", type=Path, nargs="?", metavar="FILE.pdf")

    def handle(self, *, user: str, json: bool, file: Path | None, **options: Any) -> None:
        if json == bool(file):
            raise CommandError("Give either --json or the name of a PDF file.")
        form = ReportForm.remembering(_asked(options), user=person(user), now=timezone.now())
        if not form.is_valid():
            raise CommandError(
                " ".join(f"{sentence}." for errors in form.errors.values() for sentence in errors)
            )
        if file:
            self._write(form, file)
        else:
            self._print(form)

    def _print(self, form: ReportForm) -> None:
        found = make_report(form.user, choices_of(form.user, form.choices), form.now)
        self.stdout.write(json.dumps(as_json(found), indent=2))

    def _write(self, form: ReportForm, file: Path) -> None:
        pdf = as_pdf(make_report(form.user, choices_of(form.user, form.choices), form.now))
        try:
            file.write_bytes(pdf)
        except OSError as error:
            raise CommandError(f"{file} cannot be written: {error.strerror}.") from None
        self.stdout.write(f"The report is in {file}. It is not encrypted: keep it safe.")


def _asked(options: dict[str, Any]) -> list[tuple[str, list[str]]]:
    asked = {"from": options["first"], "to": options["last"], "paper": options["paper"]}
    return [(name, [words]) for name, words in asked.items() if words]
