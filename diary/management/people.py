"""Whose diary a command is about."""

from argparse import ArgumentParser

from allauth.account.utils import filter_users_by_username
from django.core.management import CommandError
from django.utils import timezone

from diary.models import Episode, User


def add_user_argument(parser: ArgumentParser) -> None:
    """Let the command ask for --user NAME."""
    parser.add_argument("--user", required=True, metavar="NAME", help="the name the person signs in with")


def person(name: str) -> User:
    """Return the person of that name, their forgotten timers ended as by any page. Raises CommandError.

    Capitals do not matter, as they do not to who signs in.
    """
    alike = list(filter_users_by_username(name))
    if not alike:
        raise CommandError(f"There is no account “{name}”.")
    found = next((user for user in alike if user.username == name), alike[0])
    Episode.objects.for_user(found).let_go(timezone.now())
    return found
