import secrets
from argparse import ArgumentParser
from typing import Any

from django.core.management import CommandError
from django.db import transaction
from django.utils.timezone import now

from diary.management.database import DiaryCommand
from diary.models import User
from diary.periods import zone_names
from diary.transfer.demo import MARK, NAME, PERSONAS, make_demo


class Command(DiaryCommand):
    help = (
        f"Makes or renews the account “{NAME}” with an invented diary, marked “{MARK}”, that ends today; "
        "prints its password. No other account is touched."
    )
    sets_up = True  # to look around comes first

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--persona", choices=sorted(PERSONAS), default="eyelid", help="whose diary")
        parser.add_argument("--timezone", default="Europe/London", metavar="NAME", help="where they live")

    @transaction.atomic
    def handle(self, *, persona: str, timezone: str, **options: Any) -> None:
        if timezone not in zone_names():
            raise CommandError(f"“{timezone}” is not a time zone; write it like Europe/London.")
        remove_old_demo()
        password = secrets.token_urlsafe(9)
        result = make_demo(persona, password, timezone, now())
        self.stdout.write(f"{MARK}: {', '.join(f'{count.created} {count.name}' for count in result.counts)}.")
        self.stdout.write(f"Sign in as {NAME} with the password {password}")


def remove_old_demo() -> None:
    """Remove the demo account of an earlier run, and never one that a person made under that name."""
    try:
        old = User.objects.get(username=NAME)
    except User.DoesNotExist:
        return
    if not old.is_demo:
        raise CommandError(f"The account “{NAME}” is somebody's own and stays as it is.")
    old.delete()
