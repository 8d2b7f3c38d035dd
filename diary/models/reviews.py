"""The monthly looks at what goes with twitching, each as it was made: a page shows them, it makes none."""

from datetime import date, datetime
from typing import Any, cast

from django.conf import settings
from django.db import models

from diary.models.account import User
from diary.models.owned import OwnedQuerySet


class ReviewQuerySet(OwnedQuerySet):
    """Reviews in words."""

    def last_made(self, version: int, until: date) -> "Review | None":
        """Return the last one of that version made by the day."""
        made = self.filter(version=version, made_on__lte=until).order_by("-made_on")
        return cast("Review | None", made.first())

    def keep(
        self, user: User, made_on: date, result: dict[str, Any], version: int, now: datetime
    ) -> "Review":
        """Keep the review of a day; of two pages that make it at once, the first one's stands."""
        made = {"result": result, "version": version, "made_at": now}
        kept, _ = self.get_or_create(user=user, made_on=made_on, version=version, defaults=made)
        return cast("Review", kept)


class Review(models.Model):
    """What a look at all factors found on a day; `version` is how it was made, `result` plain values."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    made_on = models.DateField()
    version = models.PositiveSmallIntegerField()
    result = models.JSONField()
    made_at = models.DateTimeField()

    objects = ReviewQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["user", "made_on", "version"], name="review_once_per_day"),
        ]

    def __str__(self) -> str:
        return f"Review of {self.made_on}"
