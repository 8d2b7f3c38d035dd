from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management import CommandError
from django.core.management.base import BaseCommand

from diary.transfer.backup import BackupError, put_back


class Command(BaseCommand):
    help = "Checks a copy made by “backup” and puts it back; the present diary is kept beside it."
    requires_system_checks = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path)

    def handle(self, *, file: Path, **options: Any) -> None:
        try:
            kept = put_back(file)
        except BackupError as problem:
            raise CommandError(str(problem)) from None
        self.stdout.write(f"The diary of {file} is back.")
        if kept:
            self.stdout.write(f"The one it replaces is kept as {kept}.")
