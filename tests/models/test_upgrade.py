"""The database of every schema there was comes forward with what was written in it."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from django.db import connections, models
from django.db.migrations.executor import MigrationExecutor
from django.db.migrations.loader import MigrationLoader

ALL = sorted(name for app, name in MigrationLoader(None).disk_migrations if app == "diary")
# The first, the one with the whole health record, and each since.
SCHEMAS = [ALL[0], *(name for name in ALL[:-1] if name >= "0007")]

BY_NAME = {
    "username": "alice", "timezone": "Europe/London", "zone": "Europe/London", "site": "eyelid_lower",
    "side": "left", "kind": "twitch", "sign": "weakness", "what": "magnesium", "value": "0.85",
    "factor": "caffeine_mg", "way": "at_most", "order": "LUUL", "note": "kept, 雪", "strength": 3,
    "twitching": "yes", "stress": 7, "sleep_hours": 6.5, "version": 1, "rule": "EYELID_7D", "ended_on": None,
    "length_s": None, "block_days": 7, "Medicine.kind": "ssri",
    "last": date(2026, 5, 28),
}  # fmt: skip
AT = datetime(2026, 5, 1, 9, tzinfo=UTC)
BY_TYPE = {
    models.CharField: "word", models.TextField: "words", models.DateTimeField: AT,
    models.DateField: AT.date(), models.BooleanField: True, models.UUIDField: UUID(int=7),
    models.FloatField: 1.5, models.IntegerField: 5, models.JSONField: {}, models.BinaryField: b"bytes",
}  # fmt: skip


@contextmanager
def database(file: Path) -> Iterator[Any]:
    """A database of its own, beside that of the tests."""
    connections.settings["old"] = {
        **connections.settings["default"],
        "NAME": str(file),
        "ENGINE": "django.db.backends.sqlite3",
    }
    try:
        yield connections["old"]
    finally:
        connections["old"].close()
        del connections["old"], connections.settings["old"]


def migrate(connection: Any, name: str) -> Any:
    """Bring the diary to that migration and every other app to its last; return the models of then."""
    executor = MigrationExecutor(connection)
    others = [node for node in executor.loader.graph.leaf_nodes() if node[0] != "diary"]
    return executor.migrate([*others, ("diary", name)]).apps


def fill(model: Any, owner: Any) -> Any:
    """Make a row with a value in every column that needs one, and in those that are named above."""
    values = {field.name: value_of(field) for field in model._meta.local_concrete_fields if is_told(field)}
    mine = {"user": owner} if owner else {}
    return model.objects.using("old").create(**values, **mine)


def is_told(field: Any) -> bool:
    if field.primary_key or field.is_relation:
        return False
    return named(field) in BY_NAME or not (field.has_default() or field.null or field.blank)


def value_of(field: Any) -> Any:
    known = (value for kind, value in BY_TYPE.items() if isinstance(field, kind))
    return BY_NAME[named(field)] if named(field) in BY_NAME else next(known)


def named(field: Any) -> str:
    """Return the name under which a value is listed: of one table's column alone, or of any."""
    of_table = f"{field.model.__name__}.{field.name}"
    return of_table if of_table in BY_NAME else field.name


def diary_models(apps: Any) -> dict[str, Any]:
    return {model.__name__: model for model in apps.get_app_config("diary").get_models()}


def rows(apps: Any) -> dict[str, list[dict[str, Any]]]:
    return {name: list(model.objects.using("old").values()) for name, model in diary_models(apps).items()}


def fill_all(apps: Any) -> None:
    found = diary_models(apps)
    owner = fill(found.pop("User"), None)
    for model in found.values():
        fill(model, owner)


@pytest.fixture(scope="module")
def old(tmp_path_factory: pytest.TempPathFactory, django_db_blocker: Any) -> dict[str, tuple[Path, Any]]:
    """Every schema as a file with a row in each of its tables, and what the rows say."""
    folder = tmp_path_factory.mktemp("old")
    kept = {}
    empty = folder / "empty.sqlite3"
    with django_db_blocker.unblock():
        for name in SCHEMAS:
            with database(empty) as connection:
                apps = migrate(connection, name)
            full = Path(shutil.copy(empty, folder / f"{name}.sqlite3"))
            with database(full):
                fill_all(apps)
                kept[name] = (full, rows(apps))
    return kept


@pytest.mark.parametrize("name", SCHEMAS)
def test_what_was_written_in_an_old_diary_is_there_in_the_new(
    old: dict[str, tuple[Path, Any]], name: str, django_db_blocker: Any
) -> None:
    file, before = old[name]
    with django_db_blocker.unblock(), database(file) as connection:
        after = rows(migrate(connection, ALL[-1]))
    assert all(len(found) == 1 for found in before.values())
    assert {table: of_then(after[table], found) for table, found in before.items()} == before


def of_then(rows: list[dict[str, Any]], before: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return the rows without the columns that came later."""
    return [{name: value for name, value in row.items() if name in before[0]} for row in rows]
