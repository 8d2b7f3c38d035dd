"""Nothing of a person is left once it is deleted, in whatever table of whatever app; others keep all."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from allauth.account.models import EmailConfirmation
from allauth.mfa.models import Authenticator
from django.apps import apps
from django.conf import settings
from django.contrib.auth.models import Group, Permission
from django.contrib.sessions.models import Session
from django.core.cache import cache
from django.db import connection, models
from django.test import Client

from diary.models import DrinkPreset, Episode, PutAway, Review, User
from diary.transfer import waiting
from diary.transfer.erasing import TOLD, erase_account, erase_entries
from tests.conftest import client_of
from tests.factories import (
    NOON,
    TODAY,
    make_blood_test,
    make_condition,
    make_day,
    make_drink,
    make_episode,
    make_experiment,
    make_medicine,
    make_question,
    make_shared_report,
    make_sign,
    make_visit,
)

KEYS = (
    "allauth:rl:allauth.account:reauthenticate:10/60/user:user:{}",
    "allauth:rl:allauth.account:reauthenticate:10/60/user:user:{}:lock",
    "allauth.mfa.totp.used?user={}&code=123456",
)
MAKERS = (
    make_episode, make_day, make_sign, make_drink, make_experiment, make_visit, make_medicine,
    make_blood_test, make_condition, make_question, make_shared_report,
)  # fmt: skip
OF_THE_ACCOUNT = {
    "User", "User_groups", "User_user_permissions", "Authenticator", "EmailAddress", "EmailConfirmation",
}  # fmt: skip
TOLD_VALUES = ("Ann", date(2026, 1, 1), date(2026, 6, 1), date(2026, 5, 1), "Garden?", {"parts": ["notes"]})


def give_everything(user: User) -> None:
    """Put something of this person into every table, and a file, counts and two sessions beside them."""
    for make in MAKERS:
        make(user)
    DrinkPreset.objects.create(user=user, name="Tea", ml=300, mg=7)
    PutAway.objects.create(user=user, rule="EYELID_7D", site="", side="", made_on=TODAY, until=TODAY)
    Review.objects.create(user=user, made_on=TODAY, version=1, result={}, made_at=NOON)
    User.objects.filter(pk=user.pk).update(**dict(zip(TOLD, TOLD_VALUES, strict=True)))
    user.refresh_from_db()
    user.groups.add(Group.objects.get_or_create(name="readers")[0])
    user.user_permissions.add(Permission.objects.first())
    address = user.emailaddress_set.create(email=f"{user.username}@diary.example")  # type: ignore[attr-defined]
    EmailConfirmation.objects.create(email_address=address, key=user.username)
    waiting.keep(user, b"a file")
    for key in KEYS:
        cache.set(key.format(user.pk), "y")
    client_of(user)  # a device that no list knows
    Client().post("/accounts/login/", {"login": user.username, "password": "correct horse"})
    Authenticator.objects.create(user=user, type=Authenticator.Type.TOTP, data={})


def paths_to_a_person(model: Any, seen: tuple[Any, ...] = ()) -> Iterator[str]:
    """Yield how each row of the model leads to a person: at once, or by way of other tables."""
    if model is User:
        yield "pk"
        return
    for field in model._meta.local_fields:
        if isinstance(field, models.ForeignKey) and field.related_model not in seen:
            for path in paths_to_a_person(field.related_model, (*seen, model)):
                yield f"{field.name}__{path}"


def rows_of(user: User) -> dict[str, list[Any]]:
    """Return the rows that lead to this person, of every model of every app that can have any."""
    return {
        model.__name__: list(model._default_manager.filter(**{path: user.pk}).order_by("pk").values())
        for model in apps.get_models(include_auto_created=True)
        for path in paths_to_a_person(model)
    }


def sessions_of(user: User) -> list[str]:
    return [s.pk for s in Session.objects.all() if s.get_decoded().get("_auth_user_id") == str(user.pk)]


def beside_the_tables(user: User) -> list[Any]:
    """Return sessions, what is counted, and files named after the person."""
    counted = [cache.get(key.format(user.pk)) for key in KEYS]
    files = [path for path in Path(settings.DATA_FOLDER).rglob("*") if path.name == str(user.pk)]
    return [*sessions_of(user), *filter(None, counted), *files]


def everything_of(user: User) -> Any:
    return rows_of(user), beside_the_tables(user)


def test_every_table_that_can_hold_something_of_a_person_is_tried(alice: User) -> None:
    give_everything(alice)
    assert [name for name, rows in rows_of(alice).items() if not rows] == []
    assert len(beside_the_tables(alice)) == len(KEYS) + 3


def test_nothing_is_left_of_a_deleted_account(alice: User, bob: User) -> None:
    give_everything(alice)
    give_everything(bob)
    number, before = alice.pk, everything_of(bob)
    erase_account(alice)
    alice.pk = number
    assert [name for name, rows in rows_of(alice).items() if rows] == []
    assert beside_the_tables(alice) == []
    assert everything_of(bob) == before


def test_the_account_alone_is_left_of_deleted_entries(alice: User, bob: User) -> None:
    give_everything(alice)
    give_everything(bob)
    before = everything_of(bob)
    erase_entries(alice)
    left = {name for name, rows in rows_of(alice).items() if rows}
    assert left == OF_THE_ACCOUNT
    assert (sessions_of(alice), waiting.waiting(alice, "")) == ([], None)
    assert everything_of(bob) == before


def test_what_the_settings_told_of_the_person_goes_and_the_rest_stays(alice: User) -> None:
    User.objects.filter(pk=alice.pk).update(clock="24", **dict(zip(TOLD, TOLD_VALUES, strict=True)))
    alice.refresh_from_db()
    erase_entries(alice)
    alice.refresh_from_db()
    assert [getattr(alice, name) for name in TOLD] == ["", None, None, None, "", {}]
    assert (alice.clock, alice.has_usable_password()) == ("24", True)


@pytest.mark.django_db(transaction=True)
@pytest.mark.sqlite
def test_deleted_words_are_gone_from_the_file_too(alice: User) -> None:
    make_episode(alice, note="a word found nowhere else " * 50)
    database = Path(connection.settings_dict["NAME"])
    erase_entries(alice)
    files = (database, database.with_name(f"{database.name}-wal"))
    assert all(b"found nowhere else" not in path.read_bytes() for path in files if path.exists())
    assert not Episode.objects.for_user(alice).exists()
