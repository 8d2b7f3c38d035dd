"""One local date of the diary: what the person said about it. A value that was not given is null, never 0."""

from datetime import date, datetime
from typing import cast

from django.conf import settings
from django.db import models
from django.db.models import Q

from diary.models.account import User, check_zone
from diary.models.owned import OwnedQuerySet
from diary.periods import Period
from diary.vocabulary.factors import FACTORS, SLEEP_QUALITIES, TWITCHING
from diary.vocabulary.signs import SIGNS


class DayQuerySet(OwnedQuerySet):
    """Days in words."""

    def dated_in(self, period: Period) -> "DayQuerySet":
        """Return the days of the period that have a record, in order."""
        return self.filter(date__range=(period.first, period.last)).order_by("date")

    def on(self, day: date) -> "Day | None":
        """Return the record of that day, if there is one."""
        return cast("Day | None", self.filter(date=day).first())

    def first_date(self) -> date | None:
        """Return the earliest day with a record; None when there is none."""
        return self.aggregate(first=models.Min("date"))["first"]


def _between(code: str) -> models.CheckConstraint:
    factor = FACTORS[code]
    return models.CheckConstraint(
        condition=Q(**{code: None}) | Q(**{f"{code}__range": (factor.low, factor.high)}),
        name=f"day_{code}_in_range",
        violation_error_message=factor.out_of_range,
    )


class Day(models.Model):
    """A day's check-in.

    `twitching` is the answer to "any twitching today?": empty is not asked. `water_ml` counts all drinks.
    """

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    date = models.DateField()
    zone = models.CharField(max_length=64, validators=[check_zone])
    twitching = models.CharField(max_length=4, blank=True, choices=TWITCHING)
    sleep_hours = models.FloatField(null=True, blank=True)
    sleep_quality = models.PositiveSmallIntegerField(null=True, blank=True, choices=SLEEP_QUALITIES)
    water_ml = models.PositiveIntegerField(null=True, blank=True)
    caffeine_mg = models.PositiveIntegerField(null=True, blank=True)
    stress = models.PositiveSmallIntegerField(null=True, blank=True)
    note = models.TextField(blank=True, max_length=5000)
    made_at = models.DateTimeField()
    changed_at = models.DateTimeField()

    objects = DayQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["user", "date"],
                name="day_once_per_person",
                violation_error_message="This day is already in your diary",
            ),
            models.CheckConstraint(
                condition=Q(twitching="") | Q(twitching__in=TWITCHING),
                name="day_twitching_known",
                violation_error_message="Choose none, yes, or leave it blank",
            ),
            models.CheckConstraint(
                condition=Q(sleep_quality=None) | Q(sleep_quality__in=list(SLEEP_QUALITIES)),
                name="day_sleep_quality_1_to_3",
                violation_error_message="Choose badly, so-so or well",
            ),
            *(_between(code) for code in FACTORS),
        ]

    def __str__(self) -> str:
        return f"{self.date}"


class SignQuerySet(OwnedQuerySet):
    """Answers in words."""

    def dated_in(self, period: Period) -> "SignQuerySet":
        """Return the answers given for days of the period, in order."""
        return self.filter(date__range=(period.first, period.last)).order_by("date")

    def on(self, day: date) -> "SignQuerySet":
        """Return the answers given for that day."""
        return self.filter(date=day)

    def keep_answer(self, user: User, day: date, sign: str, answer: bool | None, now: datetime) -> None:
        """Keep the answer about one sign; None takes it back."""
        if answer is None:
            self.filter(user=user, date=day, sign=sign).delete()
            return
        said = {"answer": answer}
        self.update_or_create(
            user=user, date=day, sign=sign, defaults=said, create_defaults=said | {"made_at": now}
        )


class Sign(models.Model):
    """An answer about one other sign on one day. No row means it was not asked, which is never a no."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    date = models.DateField()
    sign = models.CharField(max_length=20, choices=SIGNS)
    answer = models.BooleanField()
    made_at = models.DateTimeField()

    objects = SignQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["user", "date", "sign"], name="sign_once_per_day"),
        ]

    def __str__(self) -> str:
        return f"{self.sign} on {self.date}: {'yes' if self.answer else 'no'}"
