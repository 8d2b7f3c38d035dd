"""The health record beside the diary: visits so far, and what was put away for a while."""

import uuid
from datetime import date
from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import Q

from diary.models.owned import OwnedQuerySet
from diary.vocabulary.sites import SIDES


class VisitQuerySet(OwnedQuerySet):
    """Visits; `for_user` is all they need."""


class Visit(models.Model):
    """A day on which the person saw a doctor or another professional."""

    uuid = models.UUIDField(default=uuid.uuid4, editable=False)
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    date = models.DateField()
    who = models.CharField(max_length=100, blank=True)
    note = models.TextField(blank=True, max_length=5000)
    made_at = models.DateTimeField()

    objects = VisitQuerySet.as_manager()

    class Meta:
        ordering = ("-date",)
        constraints = [models.UniqueConstraint(fields=["user", "uuid"], name="visit_uuid_once_per_person")]

    def __str__(self) -> str:
        return f"{self.date} {self.who}".strip()


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
