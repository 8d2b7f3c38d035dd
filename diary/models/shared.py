"""Finished reports that others may read by a link and a PIN, each as it was when the link was made."""

import secrets
import uuid
from collections.abc import Iterator
from datetime import datetime, timedelta
from hashlib import sha256
from typing import Self, cast

from django.conf import settings
from django.contrib.auth.hashers import check_password, make_password
from django.db import IntegrityError, models, transaction
from django.db.models import Count, Q

from diary.models.owned import OwnedQuerySet
from diary.quantities import format_dates

LETTERS = "23456789abcdefghjkmnpqrstuvwxyz"  # without those that are read as others: a link may be typed
TOKEN_LENGTH = 26  # of 31 letters: 128.8 bits
PIN_LENGTH = 6
WRONG_AT_ONCE, WAIT = 5, timedelta(minutes=5)
WRONG_IN_ALL = 20  # of a million PINs: one guess in 50,000 comes through before the link closes
MOST_OPEN = 10
MOST_LINES = 100  # of the log; what came before is only counted
KEPT_AFTER = timedelta(days=30)
"""How long the list still says of a link that is over when it was opened; its report is gone by then."""
TOLD_FOR = timedelta(days=7)
"""How long the page of the report says that wrong PINs closed a link."""

OFTEN = {0: "Not opened", 1: "Opened once", 2: "Opened twice"}
RIGHT, WRONG, WAITS, CLOSED = "right", "wrong", "waits", "closed"
"""What can become of a PIN that was entered."""


class SharedReportQuerySet(OwnedQuerySet):
    """Shared reports in words. `with_token` is a second door: it gives the one link the token is of."""

    def with_token(self, token: str, now: datetime) -> "SharedReport | None":
        """Return the open link of that token; None for any other, whatever the reason."""
        found = self.light().open_at(now).filter(token_digest=digest(token))
        return cast("SharedReport | None", found.first())

    def open_at(self, now: datetime) -> Self:
        """Return those that can be opened with their PIN."""
        return self.filter(closed_at=None, expires_at__gt=now)

    def over_at(self, now: datetime) -> Self:
        """Return those that were closed, or whose days are over."""
        return self.filter(Q(closed_at__lte=now) | Q(expires_at__lte=now))

    def light(self) -> Self:
        """Leave the reports themselves where they are until one is asked for."""
        return self.defer("page", "pdf")

    def latest_first(self) -> Self:
        """Return them with the newest first."""
        return self.order_by("-made_at", "-pk")

    def so_far(self, now: datetime) -> dict[str, int]:
        """Count them: all there are, those that are open, and those that wrong PINs closed lately."""
        lately = Q(closed_by=SharedReport.BY_PINS, closed_at__gt=now - TOLD_FOR)
        is_open = Q(closed_at=None, expires_at__gt=now)
        return self.aggregate(
            any=Count("pk"), open=Count("pk", filter=is_open), shut=Count("pk", filter=lately)
        )

    def lend(self, shared: "SharedReport") -> tuple[str, str] | None:
        """Keep a new link and return its token and its PIN, which are kept nowhere as they are.

        None where the same page was sent twice: the first has told them.
        """
        token = "".join(secrets.choice(LETTERS) for _ in range(TOKEN_LENGTH))
        pin = f"{secrets.randbelow(10**PIN_LENGTH):0{PIN_LENGTH}}"
        shared.token_digest, shared.pin = digest(token), make_password(pin)
        try:
            with transaction.atomic():
                shared.save(force_insert=True)
        except IntegrityError:
            return None
        return token, pin

    def tidy(self, now: datetime) -> None:
        """Remove the reports of links that are over, and after 30 days what is left of them."""
        over = self.over_at(now)
        over.filter(Q(closed_at__lte=now - KEPT_AFTER) | Q(expires_at__lte=now - KEPT_AFTER)).delete()
        over.exclude(page="").update(page="", pdf=b"", pin="")


def digest(token: str) -> str:
    """Return what a token is known by. It is long and random, so one round of SHA-256 tells nothing of it."""
    return sha256(token.encode(errors="replace")).hexdigest()


class SharedReport(models.Model):
    """A link to one finished report: its page and its PDF as they were, and how often it was opened.

    `first` and `last` are the days of the report, `last_on` the last day on which the link opens.
    """

    BY_OWNER, BY_PINS = "owner", "pins"

    uuid = models.UUIDField(default=uuid.uuid4, editable=False)
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    label = models.CharField(max_length=60, blank=True)
    first = models.DateField()
    last = models.DateField()
    notes = models.PositiveIntegerField(default=0)
    page = models.TextField(blank=True)
    pdf = models.BinaryField()
    made_at = models.DateTimeField()
    made_on = models.DateField()
    last_on = models.DateField()
    expires_at = models.DateTimeField()
    closed_at = models.DateTimeField(null=True, blank=True)
    closed_by = models.CharField(max_length=5, blank=True)
    token_digest = models.CharField(max_length=64, unique=True)
    pin = models.CharField(max_length=128, blank=True)
    wrong_pins = models.PositiveSmallIntegerField(default=0)
    waits_until = models.DateTimeField(null=True, blank=True)
    times_opened = models.PositiveIntegerField(default=0)
    log = models.JSONField(default=list, blank=True)

    objects = SharedReportQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["user", "uuid"], name="shared_report_uuid_once_per_person"),
        ]

    def __str__(self) -> str:
        return f"Link to the report of {self.first} to {self.last}"

    def is_open(self, now: datetime) -> bool:
        """Whether it can be opened with its PIN."""
        return self.closed_at is None and now < self.expires_at

    def is_waiting(self, now: datetime) -> bool:
        """Whether no PIN is looked at, as there were too many wrong ones."""
        return self.waits_until is not None and now < self.waits_until

    @property
    def over_at(self) -> datetime:
        """When it was closed, or when its days are over."""
        return self.closed_at or self.expires_at

    @property
    def days_words(self) -> str:
        """The days of the report, as short as it stays clear."""
        return format_dates(self.first, self.last)

    @property
    def opened_words(self) -> str:
        """How often it was opened with its PIN."""
        return OFTEN.get(self.times_opened, f"Opened {self.times_opened} times")

    @property
    def openings(self) -> Iterator[tuple[datetime, str]]:
        """When it was used and for what, the latest first: "opened", "pdf", "wrong"."""
        return ((datetime.fromisoformat(at), what) for at, what in reversed(self.log))

    @property
    def last_opened_at(self) -> datetime | None:
        """When it was last opened with its PIN."""
        return next((at for at, what in self.openings if what == "opened"), None)

    def try_pin(self, pin: str, now: datetime) -> str:
        """Count a PIN that was entered, and say whether it was RIGHT, WRONG, or not looked at."""
        if self.is_waiting(now):
            return WAITS
        fits = check_password(pin, self.pin)  # slow, so done before others have to wait for the row
        with transaction.atomic():
            shared = type(self).objects.select_for_update().light().filter(pk=self.pk).first()
            return shared._count(fits, now) if shared else CLOSED

    def _count(self, fits: bool, now: datetime) -> str:
        if not self.is_open(now):
            return CLOSED
        if self.is_waiting(now):
            return WAITS
        self._write_down("opened" if fits else "wrong", now)
        if fits:
            self.times_opened += 1
        else:
            self._count_wrong(now)
        self.save(update_fields=["log", "times_opened", "wrong_pins", "waits_until"])
        return RIGHT if fits else self._after_wrong(now)

    def _after_wrong(self, now: datetime) -> str:
        if not self.is_open(now):
            return CLOSED
        return WAITS if self.is_waiting(now) else WRONG

    def _count_wrong(self, now: datetime) -> None:
        self.wrong_pins += 1
        if self.wrong_pins >= WRONG_IN_ALL:
            self.close(now, self.BY_PINS)
        elif self.wrong_pins % WRONG_AT_ONCE == 0:
            self.waits_until = now + WAIT

    def _write_down(self, what: str, now: datetime) -> None:
        self.log = [*self.log, [now.isoformat(), what]][-MOST_LINES:]

    @transaction.atomic
    def take_pdf(self, now: datetime) -> bytes:
        """Return the PDF, and write down that it was taken; b"" where the link was closed meanwhile."""
        shared = type(self).objects.select_for_update().open_at(now).filter(pk=self.pk).first()
        if shared is None:
            return b""
        shared._write_down("pdf", now)
        shared.save(update_fields=["log"])
        return bytes(shared.pdf)

    def close(self, now: datetime, by: str = BY_OWNER) -> None:
        """Close it at once, and remove the report from it; closed twice it keeps the first time."""
        if self.is_open(now):
            self.closed_at, self.closed_by = now, by
            self.page, self.pdf, self.pin = "", b"", ""
            self.save(update_fields=["closed_at", "closed_by", "page", "pdf", "pin"])
