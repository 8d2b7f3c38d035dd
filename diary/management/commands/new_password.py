import sys
from argparse import ArgumentParser
from getpass import getpass
from typing import Any

from allauth.usersessions.models import UserSession
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.core.management import CommandError

from diary.management.database import DiaryCommand
from diary.management.people import add_user_argument, person
from diary.models import User
from diary.transfer.erasing import forget_counts, forget_wrong_passwords


class Command(DiaryCommand):
    help = "Sets a new password for somebody who has forgotten theirs, and signs them out everywhere."

    def add_arguments(self, parser: ArgumentParser) -> None:
        add_user_argument(parser)
        parser.add_argument(
            "--one-step",
            action="store_true",
            help="also remove passkeys and codes: the phone is lost",
        )

    def handle(self, *, user: str, one_step: bool, **options: Any) -> None:
        owner = person(user)
        owner.set_password(asked_password(owner))
        owner.save(update_fields=["password"])
        sign_out(owner)
        if one_step:
            owner.authenticator_set.all().delete()  # type: ignore[attr-defined]
        forget_counts(owner)
        forget_wrong_passwords()
        self.stdout.write(f"“{user}” has a new password and is signed out everywhere.")
        if not one_step and owner.authenticator_set.exists():  # type: ignore[attr-defined]
            self.stdout.write("Passkeys and codes from an app still work; --one-step removes them.")


def asked_password(owner: User) -> str:
    """Ask for the new password, twice where somebody types it. Raises CommandError."""
    if sys.stdin.isatty():
        password, again = getpass("New password: "), getpass("Once more: ")
        if password != again:
            raise CommandError("The two are not the same. Nothing was changed.")
    else:
        password = sys.stdin.readline().rstrip("\r\n")
    try:
        validate_password(password, owner)
    except ValidationError as problem:
        raise CommandError(f"{' '.join(problem.messages)} Nothing was changed.") from None
    return password


def sign_out(owner: User) -> None:
    """End every session of this person, on whatever device."""
    for session in UserSession.objects.purge_and_list(owner):
        session.end()
