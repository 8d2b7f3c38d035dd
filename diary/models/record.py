"""The health record beside the diary: visits, conditions, questions, and what was put away for a while."""

from datetime import date, datetime
from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import Q

from diary.models.kept import Kept, KeptQuerySet
from diary.models.owned import OwnedQuerySet
from diary.models.written import WrittenField
from diary.quantities import PartialDate
from diary.vocabulary.sites import SIDES

WHOSE = {"self": "Me", "family": "Somebody in my family"}


class VisitQuerySet(KeptQuerySet):
    """Visits in words."""

    def with_note(self) -> Self:
        """Return those that somebody wrote a note about."""
        return self.exclude(note="")

    def last_before(self, day: date) -> date | None:
        """Return the day of the last one before that day."""
        return self.filter(date__lt=day).order_by("-date").values_list("date", flat=True).first()

    def latest_first(self) -> Self:
        """Return them by day, the latest first."""
        return self.order_by("-date", "-pk")


class Visit(Kept):
    """A day on which the person saw a doctor or another professional; `review_on` is when they come again."""

    date = models.DateField()
    who = models.CharField(max_length=100, blank=True)
    review_on = WrittenField(PartialDate, blank=True)
    note = models.TextField(blank=True, max_length=5000)

    objects = VisitQuerySet.as_manager()

    class Meta(Kept.Meta):
        ordering = ("-date",)

    def __str__(self) -> str:
        return f"{self.date} {self.who}".strip()


class ConditionQuerySet(KeptQuerySet):
    """Conditions in words."""

    def own_first(self) -> Self:
        """Return the person's own and then those in the family, by name."""
        return self.order_by("-whose", models.functions.Lower("name"), "pk")


class Condition(Kept):
    """An illness or diagnosis, the person's own or one in the family."""

    whose = models.CharField(max_length=6, choices=WHOSE, default="self")
    name = models.CharField(max_length=100)
    relative = models.CharField(max_length=60, blank=True)
    since = WrittenField(PartialDate, blank=True)
    note = models.TextField(blank=True, max_length=5000)

    objects = ConditionQuerySet.as_manager()

    class Meta(Kept.Meta):
        constraints = [
            *Kept.Meta.constraints,
            models.CheckConstraint(
                condition=Q(whose__in=list(WHOSE)),
                name="condition_whose_known",
                violation_error_message="Choose whose it is",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.relative}: {self.name}" if self.relative else self.name


class QuestionQuerySet(KeptQuerySet):
    """Questions in words."""

    def to_ask(self) -> Self:
        """Return those not ticked off."""
        return self.filter(asked_at=None)

    def in_order(self) -> Self:
        """Return them as they came to mind."""
        return self.order_by("made_at", "pk")


class Question(Kept):
    """Something to ask at the next visit; `asked_at` is null until it is ticked off."""

    words = models.CharField(max_length=200)
    asked_at = models.DateTimeField(null=True, blank=True)

    objects = QuestionQuerySet.as_manager()

    def __str__(self) -> str:
        return self.words

    def tick(self, now: datetime, is_asked: bool) -> None:
        """Tick it off, or put it back on the list."""
        self.asked_at = now if is_asked else None
        self.save(update_fields=["asked_at"])


class PutAwayQuerySet(OwnedQuerySet):
    """Cards that were put away, in words."""

    def quiet_on(self, day: date) -> Self:
        """Return those still away on that day."""
        return self.filter(until__gte=day)

    def about(self, rule: str, site: str, side: str) -> Self:
        """Return the one of this rule at this place."""
        return self.filter(rule=rule, site=site, side=side)


class PutAway(models.Model):
    """A card the person put away: quiet for this place until the date, always found again under Help."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    rule = models.CharField(max_length=30)
    site = models.CharField(max_length=20, blank=True)
    side = models.CharField(max_length=6, blank=True, choices=SIDES)
    made_on = models.DateField()
    until = models.DateField()

    objects = PutAwayQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["user", "rule", "site", "side"], name="put_away_once_per_place"),
            models.CheckConstraint(
                condition=Q(until__gte=models.F("made_on")),
                name="put_away_ends_after_start",
                violation_error_message="The last quiet day must not be before the first",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.rule} until {self.until}"
