from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management import CommandError

from diary.management.database import DiaryCommand
from diary.transfer.backup import BackupError, back_up


class Command(DiaryCommand):
    help = "Writes a copy of the whole diary, safely while it is in use."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path)

    def handle(self, *, file: Path, **options: Any) -> None:
        try:
            back_up(file)
        except BackupError as problem:
            raise CommandError(str(problem)) from None
        self.stdout.write(f"Everything is in {file}. It is not encrypted: keep it safe.")
