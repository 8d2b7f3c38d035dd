"""Whether there is a diary for a command to work on; asking makes none."""

from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management import CommandError, call_command
from django.core.management.base import BaseCommand
from django.db import DatabaseError, connection
from django.db.migrations.executor import MigrationExecutor
from django.db.migrations.recorder import MigrationRecorder

from config.data_folder import DATABASE, has_been_used, mark_as_used

BEHIND = (
    "The diary is as an older version left it; run “python3 manage.py start --set-up-only” first, "
    "which brings it up to date."
)


class DiaryCommand(BaseCommand):
    """A command for a diary that is there; without one it is refused in one sentence."""

    sets_up = False

    def execute(self, *args: Any, **options: Any) -> str | None:
        if not is_there():
            refuse_where_lost()
            if not self.sets_up:
                raise CommandError("There is no diary here yet; run “python3 manage.py start” first.")
        if self.sets_up:
            set_up()
        try:
            return super().execute(*args, **options)
        except DatabaseError:
            if is_behind():
                raise CommandError(BEHIND) from None
            raise


def is_there() -> bool:
    """Whether the database holds a diary. Raises CommandError where it cannot be opened."""
    if connection.vendor == "sqlite" and not is_in_memory() and not sqlite_file().exists():
        return False
    try:
        return MigrationRecorder(connection).has_table()
    except DatabaseError as problem:
        raise CommandError(f"The database cannot be opened: {first_line(problem)}.") from None


def is_behind() -> bool:
    """Whether the tables are those of an older version."""
    executor = MigrationExecutor(connection)
    return bool(executor.migration_plan(executor.loader.graph.leaf_nodes()))


def refuse_where_lost() -> None:
    """Raises CommandError where the data folder has held a diary, which is not there."""
    if is_in_data_folder() and has_been_used(settings.DATA_FOLDER):
        raise CommandError(
            f"There was a diary in {settings.DATA_FOLDER}, but {DATABASE} is gone. Put it back with "
            "“manage.py restore FILE”, or begin an empty one with “manage.py start --fresh”."
        )


def set_up() -> None:
    """Makes the tables, or brings them up to date. Raises CommandError where it cannot."""
    try:
        call_command("migrate", interactive=False, verbosity=0)
    except DatabaseError as problem:
        raise CommandError(f"The database cannot be opened: {first_line(problem)}.") from None
    if is_in_data_folder():
        mark_as_used(settings.DATA_FOLDER)


def is_in_memory() -> bool:
    return connection.is_in_memory_db()  # type: ignore[attr-defined]  # of SQLite alone


def sqlite_file() -> Path:
    return Path(connection.settings_dict["NAME"])


def is_in_data_folder() -> bool:
    return settings.DATABASES["default"]["NAME"] == str(settings.DATA_FOLDER / DATABASE)


def first_line(problem: Exception) -> str:
    return str(problem).partition("\n")[0].rstrip(". ")
