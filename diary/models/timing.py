"""When an episode was: its start, its end, and whether it is still being timed."""

from datetime import datetime, timedelta
from typing import Any, Self

from django.db import models, transaction
from django.db.models.functions import Coalesce, Greatest

from diary.models.account import check_zone
from diary.models.owned import OwnedQuerySet
from diary.vocabulary import episodes as words
from diary.vocabulary import rules

LET_GO = timedelta(hours=rules.LET_GO_AFTER_H)
SHORTEST = timedelta(seconds=1)


class TimedQuerySet(OwnedQuerySet):
    """Episodes by whether they still run."""

    def kept(self) -> Self:
        """Return the episodes that were not deleted."""
        return self.filter(deleted_at=None)

    def ongoing(self) -> Self:
        """Return the episodes still running, the newest first.

        Asked by the missing end and ordered by the day first, the answer lies in an index.
        """
        return self.kept().filter(ended_on=None, is_ongoing=True).order_by("-started_on", "-started_at")

    def unanswered(self, now: datetime) -> Self:
        """Return those still running that nobody has said a word about for 12 hours.

        With the start as a plain column SQLite would read every episode there ever was, on every page.
        """
        last_word = Greatest("started_at", "made_at", Coalesce("going_at", "started_at"))
        return self.ongoing().alias(last_word=last_word).filter(last_word__lte=now - LET_GO)

    def let_go(self, now: datetime) -> None:
        """End the timers that nobody stopped. Nothing is written, and nobody waits, where there is none.

        Every request and command asks for this before it reads: no diary needs a clock of its own. They are
        asked for again under the lock, so that a stop on its way wins or comes after, and neither is lost.
        """
        if self.unanswered(now).exists():
            with transaction.atomic():
                silent: Any = self.unanswered(now).select_for_update()
                for episode in silent:
                    episode.let_go()


class Timed(models.Model):
    """What kind an episode is, and its times, in UTC; `zone` is where the person was.

    An empty end means either "still going" (`is_ongoing`) or "length not recorded". `going_at` is when
    somebody last said that it still went on, null when only the start or the entry itself says so.
    """

    kind = models.CharField(max_length=6, choices=words.KINDS, default="twitch")
    started_at = models.DateTimeField()
    start_precision = models.CharField(max_length=5, choices=words.START_PRECISIONS, default="exact")
    ended_at = models.DateTimeField(null=True, blank=True)
    is_ongoing = models.BooleanField(default=False)
    length_precision = models.CharField(max_length=7, choices=words.LENGTH_PRECISIONS, default="unknown")
    length_low_s = models.PositiveIntegerField(null=True, blank=True)
    length_high_s = models.PositiveIntegerField(null=True, blank=True)
    zone = models.CharField(max_length=64, validators=[check_zone])
    going_at = models.DateTimeField(null=True, blank=True)
    is_forgotten = models.BooleanField(default=False)  # a timer nobody stopped; its length is not recorded
    made_at = models.DateTimeField()
    changed_at = models.DateTimeField()

    class Meta:
        abstract = True

    @property
    def last_word(self) -> datetime:
        """The last moment at which somebody said that it went on: by starting it, if by nothing else."""
        return max(self.started_at, self.made_at, self.going_at or self.started_at)

    @property
    def duration(self) -> timedelta | None:
        """How long it lasted; None while it runs and when it was not recorded."""
        return None if self.ended_at is None else self.ended_at - self.started_at

    @property
    def known_until(self) -> datetime:
        """The last moment that is known of one that is over."""
        still_going = self.going_at if self.is_forgotten and self.going_at else self.started_at
        return self.ended_at or max(still_going, self.started_at)

    @property
    def ended_with_the_tap(self) -> bool:
        """Whether it was over when it was tapped ("It just twitched"): a length then moves the start."""
        return self.start_precision == "about" and not self.is_ongoing and self.made_at == self.known_until

    @property
    def was_timed(self) -> bool:
        """Whether a timer ran for it, so that its end can be taken back: it was written as it started."""
        was_tapped = self.start_precision == "exact" and self.made_at == self.started_at
        is_timers = self.length_precision == "timed" or (was_tapped and self.length_precision != "stated")
        return self.kind == "twitch" and (is_timers or self.is_forgotten)

    def stop(self, at: datetime, now: datetime, precision: str = "timed") -> None:
        """End it and keep it; one that has ended already keeps its first end. The shortest is a second.

        One that was let go is ended after all: the person's word goes before our silence.
        """
        if self.is_ongoing or self.is_forgotten:
            self.is_ongoing, self.is_forgotten, self.length_precision = False, False, precision
            self.ended_at = max(at, self.started_at + SHORTEST)
            self._keep_changed(now)

    def stop_somewhen(self, now: datetime) -> None:
        """End it without a length: nobody knows when it stopped."""
        if self.is_ongoing or self.is_forgotten:
            self.is_ongoing = self.is_forgotten = False
            self._keep_changed(now)

    def keep_going(self, at: datetime, now: datetime) -> None:
        """Keep that it still went on then; one that was let go runs again, one that ended does not."""
        if self.is_ongoing or self.is_forgotten:
            self.is_ongoing, self.is_forgotten = True, False
            self.going_at = max(at, self.last_word)
            self._keep_changed(now)

    def resume(self, now: datetime) -> None:
        """Take back the end of one that was timed, as if it had not been stopped.

        Only so long as a timer may run without a word: an old page starts nothing of another day again.
        """
        if self.was_timed and not self.is_ongoing and (self.is_forgotten or now - self.changed_at < LET_GO):
            self.is_ongoing, self.is_forgotten, self.length_precision = True, False, "unknown"
            self.ended_at, self.going_at = None, now
            self._keep_changed(now)

    def let_go(self) -> None:
        """End one that nobody answered for; what is known is that it went on until the last word."""
        self.going_at = self.last_word if self.last_word > self.started_at else None
        self.is_ongoing, self.is_forgotten = False, True
        self.save()

    def _keep_changed(self, now: datetime) -> None:
        self.changed_at = now
        self.save()
