from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management import CommandError
from django.db import DatabaseError
from django.utils import timezone

from diary.management.database import DiaryCommand
from diary.transfer import rolling
from diary.transfer.backup import BackupError, back_up, refuse_other_databases


class Command(DiaryCommand):
    help = "Writes a copy of the whole diary, safely while it is in use."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path, nargs="?", help="without one, among those made every day")

    def handle(self, *, file: Path | None, **options: Any) -> None:
        try:
            made = to_file(file) if file else among_the_daily()
        except BackupError as problem:
            raise CommandError(str(problem)) from None
        except (DatabaseError, OSError) as problem:
            raise CommandError(rolling.in_words(problem)) from None
        self.stdout.write(f"Everything is in {made}. It is not encrypted: keep it safe.")


def to_file(file: Path) -> Path:
    back_up(file)
    return file


def among_the_daily() -> Path:
    refuse_other_databases("pg_dump")
    return rolling.make(timezone.now().date())
