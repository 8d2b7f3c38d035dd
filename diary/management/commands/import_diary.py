from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management import CommandError
from django.utils import timezone

from diary.management.database import DiaryCommand
from diary.management.people import add_user_argument, person
from diary.transfer.imports import ImportResult, import_file
from diary.transfer.reading import MAX_BYTES


class Command(DiaryCommand):
    help = (
        "Takes a CSV file (episodes or days, told by its first row) or an archive (.zip or .json) into a "
        "diary: all of it, or nothing when one row is bad. The same file twice changes nothing."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path)
        add_user_argument(parser)
        parser.add_argument("--dry-run", action="store_true", help="say what would happen and write nothing")
        parser.add_argument(
            "--blank-bad-values",
            action="store_true",
            help="take numbers out of range (a stress of 11) as not recorded and list them; "
            "dates, times and places that cannot be read still stop the import",
        )

    def handle(self, *, file: Path, user: str, dry_run: bool, blank_bad_values: bool, **options: Any) -> None:
        owner, data, now = person(user), contents(file), timezone.now()
        result = import_file(owner, data, now, is_trial=dry_run, blank_bad_values=blank_bad_values)
        if result.problems:
            raise CommandError(refusal(result))
        for problem in result.left_out:
            self.stdout.write(f"Left not recorded: {problem}")
        for count in result.counts:
            figures = f"{count.created} created, {count.unchanged} unchanged, {count.changed} changed"
            self.stdout.write(f"{count.name}: {figures}")
        self.stdout.write("Nothing was written: this was a dry run." if dry_run else "Done.")


def contents(file: Path) -> bytes:
    """Read the file, though no more of it than tells that it is too large."""
    try:
        with file.open("rb") as source:
            return source.read(MAX_BYTES + 1)
    except OSError as error:
        raise CommandError(f"{file} cannot be read: {error.strerror}.") from None


def refusal(result: ImportResult) -> str:
    """Name every bad row."""
    lines = [*map(str, result.problems), "Nothing was written."]
    if result.only_values_are_bad:
        lines.append("With --blank-bad-values these cells are left not recorded and the rest is taken.")
    return "\n".join(lines)
