"""Every column of everything that is a person's travels in the archive, found by walking the models.

A new model or a new field fails here until the archive carries it, or the table below says why it stays.
"""

from collections.abc import Iterator
from typing import Any

import pytest
from django.apps import apps
from django.db import models
from hypothesis import HealthCheck, Phase, find, settings

from diary.models import (
    BloodTest,
    Condition,
    Day,
    Drink,
    DrinkPreset,
    Episode,
    Experiment,
    Medicine,
    PutAway,
    Question,
    Review,
    Sign,
    User,
    Visit,
)
from diary.transfer.exports import archive_zip
from diary.transfer.imports import import_file
from tests.factories import make_user
from tests.transfer import diaries as any_diary
from tests.transfer.diaries import NOW, rows
from tests.transfer.test_erasing import paths_to_a_person
from tests.transfer.test_round_trip import SETTINGS

STAYS = {
    "User.id": "the database's own number", "User.password": "a secret of this account",
    "User.username": "the account's; the archive goes into any account",
    "User.last_login": "of this account", "User.date_joined": "of this account",
    "User.is_superuser": "a right on this machine", "User.is_staff": "a right on this machine",
    "User.is_active": "a right on this machine", "User.last_name": "never asked for",
    "User.email": "never asked for", "User.is_demo": "an import does not make a diary invented",
    "User_groups": "rights on this machine", "User_user_permissions": "rights on this machine",
    "Authenticator": "passkeys and codes open this account alone", "UserSession": "devices of this account",
    "EmailAddress": "never asked for", "EmailConfirmation": "never asked for",
    "SharedReport": "a link to this address; its token and its PIN are kept nowhere as they are",
}  # fmt: skip
"""What deliberately does not travel, and why."""

MADE = {
    Episode: any_diary.episodes(), Day: any_diary.days(), Drink: any_diary.drinks(),
    DrinkPreset: any_diary.own_drinks(), Review: any_diary.reviews(), Experiment: any_diary.experiments(),
    Medicine: any_diary.medicines(), BloodTest: any_diary.blood_tests(), Visit: any_diary.visits(),
    Condition: any_diary.conditions(), Question: any_diary.questions(), Sign: any_diary.signs(),
    PutAway: any_diary.put_aways(),
}  # fmt: skip
FIELDS = [(model, field.name) for model in MADE for field in model._meta.local_concrete_fields
          if not field.primary_key and field.name != "user"]  # fmt: skip
ONE = settings(
    max_examples=500, phases=[Phase.generate], database=None, derandomize=True, deadline=None,
    suppress_health_check=list(HealthCheck),
)  # fmt: skip


def of_a_person() -> Iterator[Any]:
    """Yield every model of every app whose rows lead to a person."""
    for model in apps.get_models(include_auto_created=True):
        if any(paths_to_a_person(model)):
            yield model


def test_every_model_of_a_person_travels_or_says_why_not() -> None:
    assert {model.__name__ for model in of_a_person()} == (
        {model.__name__ for model in MADE} | {"User"} | {name for name in STAYS if "." not in name}
    )


def test_every_setting_travels_or_says_why_not() -> None:
    fields = {f"User.{field.name}" for field in User._meta.local_concrete_fields}
    assert fields == {f"User.{name}" for name in SETTINGS} | {name for name in STAYS if "." in name}
    plain = User()
    assert [name for name, value in SETTINGS.items() if value == getattr(plain, name)] == []


@pytest.mark.django_db
@pytest.mark.parametrize(("model", "name"), FIELDS, ids=lambda part: getattr(part, "__name__", part))
def test_a_field_that_says_something_comes_back(model: Any, name: str) -> None:
    """Something: not what the field holds by itself, so that losing it would be seen."""
    writer, reader = make_user("writer"), make_user("reader", timezone="Asia/Tokyo")
    record = find(MADE[model], lambda made: says_something(made, name), settings=ONE)
    record.user = writer
    record.save()
    assert import_file(reader, archive_zip(writer, NOW), NOW).problems == ()
    assert [row[name] for row in rows(reader, model)] == [row[name] for row in rows(writer, model)]
    assert rows(reader, model)[0][name] != by_itself(model._meta.get_field(name))


def says_something(record: Any, name: str) -> bool:
    field = record._meta.get_field(name)
    if hasattr(record, "derive"):
        record.derive()
    return getattr(record, name) != by_itself(field)


def by_itself(field: models.Field) -> Any:
    """Return what the field holds when nobody sets it; of a random default, nothing."""
    return None if isinstance(field, models.UUIDField) else field.get_default()
