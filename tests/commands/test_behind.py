"""Commands on a diary whose tables an older version made."""

from typing import Any

import pytest
from django.core.management import CommandError
from django.db import DatabaseError, connection
from django.db.migrations.recorder import MigrationRecorder

from diary.management import database
from diary.management.database import DiaryCommand, is_behind


class NeedsAColumn(DiaryCommand):
    """A command that meets a table without the column it asks for."""

    def handle(self, *args: Any, **options: Any) -> None:
        raise DatabaseError("no such column: diary_user.theme")


@pytest.fixture
def behind(db: None) -> None:
    recorder = MigrationRecorder(connection)
    newest = max(name for app, name in recorder.applied_migrations() if app == "diary")
    recorder.record_unapplied("diary", newest)


def test_a_diary_of_this_version_is_not_behind(db: None) -> None:
    assert not is_behind()
    with pytest.raises(DatabaseError, match="no such column"):
        NeedsAColumn().execute(no_color=False, force_color=False, skip_checks=True)


def test_what_an_older_version_left_is_named_and_what_to_do(behind: None) -> None:
    with pytest.raises(CommandError, match="an older version left it"):
        NeedsAColumn().execute(no_color=False, force_color=False, skip_checks=True)


def test_a_command_that_sets_up_brings_it_up_to_date_first(
    behind: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(database, "set_up", lambda: (_ for _ in ()).throw(CommandError("set up")))
    monkeypatch.setattr(NeedsAColumn, "sets_up", True)
    with pytest.raises(CommandError, match="set up"):
        NeedsAColumn().execute(no_color=False, force_color=False, skip_checks=True)
