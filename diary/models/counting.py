"""Twitches counted as they happen: one spell that grows with every tap."""

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from typing import Any, Self

from django.db import models

from diary.models.timing import Timed, TimedQuerySet
from diary.vocabulary import episodes as words

COUNT_ON = timedelta(minutes=30)


class CountedQuerySet(TimedQuerySet):
    """Episodes by whether they were counted as they happened."""

    def counted(self) -> Self:
        """Return the spells that were counted tap by tap."""
        return self.kept().filter(kind="spell", times_low__isnull=False).exclude(taps=[])

    def counted_lately(self, now: datetime) -> "Any | None":
        """Return the count that had a tap in the last half hour, the latest of them; None without any."""
        lately = self.counted().filter(ended_at__gte=now - COUNT_ON).order_by("-ended_at")
        return lately.first()


class Counted(Timed):
    """A spell's number of times, how long each lasted, and the moment of each that was counted (in UTC)."""

    times_low = models.PositiveSmallIntegerField(null=True, blank=True)
    times_high = models.PositiveSmallIntegerField(null=True, blank=True)
    is_constant = models.BooleanField(default=False)
    each_lasted = models.CharField(max_length=12, blank=True, choices=words.EACH_LASTED)
    taps = models.JSONField(default=list, blank=True)

    class Meta:
        abstract = True

    @property
    def tapped_at(self) -> list[datetime]:
        """The moments that were counted, in order."""
        return sorted(datetime.fromisoformat(tap) for tap in self.taps)

    def count(self, taps: Iterable[datetime]) -> None:
        """Take these moments, at least one, as all there are: the spell goes from the first to the last."""
        moments = sorted({tap.astimezone(UTC) for tap in taps})
        self.taps = [moment.isoformat() for moment in moments]
        self.times_low = self.times_high = len(moments)
        self.is_constant, self.length_precision = False, "timed"
        self.started_at, self.ended_at = (moments[n].replace(microsecond=0) for n in (0, -1))
