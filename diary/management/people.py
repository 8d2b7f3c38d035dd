"""Whose diary a command is about."""

from argparse import ArgumentParser

from django.core.management import CommandError
from django.utils import timezone

from diary.models import Episode, User


def add_user_argument(parser: ArgumentParser) -> None:
    """Let the command ask for --user NAME."""
    parser.add_argument("--user", required=True, metavar="NAME", help="the name the person signs in with")


def person(name: str) -> User:
    """Return the person of that name, their forgotten timers ended as by any page. Raises CommandError."""
    try:
        found = User.objects.get(username=name)
    except User.DoesNotExist:
        raise CommandError(f"There is no account “{name}”.") from None
    Episode.objects.for_user(found).let_go(timezone.now())
    return found
