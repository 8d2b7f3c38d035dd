from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management import CommandError
from django.core.management.base import BaseCommand

from diary.transfer import rolling
from diary.transfer.backup import BackupError, put_back, refuse_other_databases


class Command(BaseCommand):
    help = (
        "Checks a copy made by “backup” and puts it back; the present diary is kept beside it. "
        "Without a file, lists the backups that the diary made by itself."
    )
    requires_system_checks = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path, nargs="?", help="a path, or the name of one in the list")
        parser.add_argument("--newest", action="store_true", help="the newest of the list")

    def handle(self, *, file: Path | None, newest: bool, **options: Any) -> None:
        try:
            refuse_other_databases("pg_restore")
            if chosen := newest_kept() if newest else file:
                self.put_back(found(chosen))
            else:
                self.list_kept()
        except BackupError as problem:
            raise CommandError(str(problem)) from None

    def put_back(self, file: Path) -> None:
        kept = put_back(file)
        self.stdout.write(
            f"The diary of {file} is back. Everybody signs in again, with the password of then."
        )
        if kept:
            self.stdout.write(f"The one it replaces is kept for four weeks, as {kept}.")

    def list_kept(self) -> None:
        newest_kept()
        self.stdout.write(f"Backups in {rolling.folder()}, newest first:")
        for path in rolling.kept():
            self.stdout.write(f"  {path.name}")
        self.stdout.write("“restore --newest” puts the first one back, “restore NAME” another.")


def newest_kept() -> Path:
    if not (kept := rolling.kept()):
        raise BackupError(f"There are no backups in {rolling.folder()}.")
    return kept[0]


def found(file: Path) -> Path:
    """The file of that path; of a mere name that is not there, the daily backup so called."""
    daily = rolling.folder() / file
    return daily if not file.exists() and daily.is_file() else file
