"""Whose diary a command is about."""

from argparse import ArgumentParser

from django.core.management import CommandError

from diary.models import User


def add_user_argument(parser: ArgumentParser) -> None:
    """Let the command ask for --user NAME."""
    parser.add_argument("--user", required=True, metavar="NAME", help="the name the person signs in with")


def person(name: str) -> User:
    """Return the person of that name. Raises CommandError."""
    try:
        return User.objects.get(username=name)
    except User.DoesNotExist:
        raise CommandError(f"There is no account “{name}”.") from None
