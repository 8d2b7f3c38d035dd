"""What a person wrote, or all there is of them, removed for good and at once."""

from collections.abc import Iterator
from datetime import datetime
from importlib import import_module
from typing import Any

from django.apps import apps
from django.conf import settings
from django.contrib.auth import SESSION_KEY
from django.contrib.sessions.models import Session
from django.db import connection, transaction

from diary.models import SharedReport, User
from diary.transfer import waiting

TOLD = ("first_name", "first_noticed_on", "rest_until", "rest_offered_on", "own_question", "report_choices")
"""What the settings hold about the person, not about how the diary works for them."""


def erase_entries(user: User) -> None:
    """Remove all that the person wrote and sign them out; the account and how it is set up stay."""
    with transaction.atomic():
        leave_no_trace()
        for model in owned_models():
            model.objects.for_user(user).delete()
        for name in TOLD:
            setattr(user, name, getattr(User(), name))
        user.save(update_fields=TOLD)
        sign_out(user)
        transaction.on_commit(empty_journal)
    waiting.drop(user)


def erase_account(user: User) -> None:
    """Remove the person and everything that is theirs."""
    waiting.drop(user)
    with transaction.atomic():
        leave_no_trace()
        forget_counts(user)
        sign_out(user)
        user.delete()
        transaction.on_commit(empty_journal)


def let_go(now: datetime) -> None:
    """Remove what anybody deleted longer ago than it is kept, and the reports of links that are over."""
    for model in owned_models():
        if hasattr(model.objects, "past_keeping"):
            model.objects.past_keeping(now).delete()
    SharedReport.objects.tidy(now)


def owned_models() -> Iterator[Any]:
    """Yield every model of the diary that belongs to a person; a new one is among them by itself."""
    for model in apps.get_app_config("diary").get_models():
        if hasattr(model._default_manager, "for_user"):
            yield model


def sign_out(user: User) -> None:
    """Remove every session of the person, also one that no list of devices knows."""
    store = import_module(settings.SESSION_ENGINE).SessionStore()
    for session in Session.objects.iterator():
        if session.get_decoded().get(SESSION_KEY) == str(user.pk):
            store.delete(session.session_key)
    user.usersession_set.all().delete()  # type: ignore[attr-defined]  # allauth's


def forget_counts(user: User) -> None:
    """Remove what counts the person's tries: allauth names them by number. Those of others stay."""
    theirs = [f"%:user:{user.pk}", f"%:user:{user.pk}:lock", f"%?user={user.pk}&%"]
    with connection.cursor() as cursor:
        for pattern in theirs:
            cursor.execute("DELETE FROM diary_cache WHERE cache_key LIKE %s", [pattern])


def forget_wrong_passwords() -> None:
    """Remove the counts of wrong passwords, which name nobody; what else is counted or kept stays."""
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM diary_cache WHERE cache_key LIKE %s", ["%:login_failed:%"])


def leave_no_trace() -> None:
    """Have SQLite write zeros over what is deleted from now on; by itself it only marks the room as free."""
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA secure_delete=ON")


def empty_journal() -> None:
    """Bring SQLite's -wal file home and empty it, as it still holds the pages from before."""
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
