from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management import CommandError
from django.utils import timezone

from diary.management.database import DiaryCommand
from diary.management.people import add_user_argument, person
from diary.transfer.exports import archive_zip


class Command(DiaryCommand):
    help = "Writes one person's diary as a zip: diary.json (lossless), episodes.csv, days.csv, README.txt."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path)
        add_user_argument(parser)

    def handle(self, *, file: Path, user: str, **options: Any) -> None:
        data = archive_zip(person(user), timezone.now())
        try:
            with file.open("xb") as target:
                target.write(data)
        except FileExistsError:
            raise CommandError(f"{file} is already there; give a new name.") from None
        except OSError as error:
            raise CommandError(f"{file} cannot be written: {error.strerror}.") from None
        self.stdout.write(f"The diary of {user} is in {file}. It is not encrypted: keep it safe.")
