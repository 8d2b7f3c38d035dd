"""One local date of the diary: what the person said about it. A value that was not given is null, never 0."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from typing import Any, cast

from django.conf import settings
from django.db import models, transaction
from django.db.models import Q

from diary.models.account import User, check_zone
from diary.models.owned import OwnedQuerySet
from diary.periods import Period
from diary.vocabulary.factors import FACTORS, SLEEP_QUALITIES, TWITCHING
from diary.vocabulary.signs import RATINGS


class DayQuerySet(OwnedQuerySet):
    """Days in words."""

    def answered_in(self, period: Period) -> int:
        """Return on how many days of the period the question about twitching was answered."""
        return self.filter(date__range=(period.first, period.last)).exclude(twitching="").count()

    def dated_in(self, period: Period) -> "DayQuerySet":
        """Return the days of the period that have a record, in order."""
        return self.filter(date__range=(period.first, period.last)).order_by("date")

    def with_note(self) -> "DayQuerySet":
        """Return those that somebody wrote a note about."""
        return self.exclude(note="")

    def on(self, day: date) -> "Day | None":
        """Return the record of that day, if there is one."""
        return cast("Day | None", self.filter(date=day).first())

    def up_to(self, last: date, count: int) -> "list[Day]":
        """Return that many days with a record, the latest first, none after the last one."""
        return cast("list[Day]", list(self.filter(date__lte=last).order_by("-date")[:count]))

    def first_date(self) -> date | None:
        """Return the earliest day with a record; None when there is none."""
        return self.aggregate(first=models.Min("date"))["first"]

    def last_checked_in(self, until: date) -> date | None:
        """Return the last day up to that one on which twitching was asked about and answered."""
        said = self.filter(date__lte=until).exclude(twitching="")
        return said.aggregate(last=models.Max("date"))["last"]

    def entered(self, code: str, before: date, most: int) -> list[float]:
        """Return the factor's values before that day, the latest first, but none filled in as usual."""
        known = self.filter(date__lt=before, **{f"{code}__isnull": False}).order_by("-date")
        rows = known.values_list(code, "sources")[: most * 4]
        return [value for value, sources in rows if sources.get(code) != "usual"][:most]

    @transaction.atomic
    def keep(
        self, user: User, day: date, answers: Mapping[str, Any], now: datetime, source: str = "entered"
    ) -> "Day":
        """Keep these answers beside what the day already says, each factor with its source."""
        made = {"zone": user.timezone, "made_at": now, "changed_at": now}
        self.get_or_create(user=user, date=day, defaults=made)
        kept = cast("Day", self.select_for_update().get(user=user, date=day))
        for name, value in answers.items():
            kept.say(name, value, source)
        kept.note_date((name for name in answers if not kept.is_counted(name)), user.today(now))
        kept.changed_at = now
        kept.save()
        return kept

    @transaction.atomic
    def add_up(
        self, user: User, day: date, totals: Mapping[str, int | None], now: datetime, source: str
    ) -> None:
        """Take what the drinks of a day add up to; None leaves what was given by hand."""
        kept = self.keep(user, day, {}, now)
        for code, total in totals.items():
            kept.count(code, total, source)
        kept.note_date(totals, user.today(now))
        kept.save()

    def overrule_none(self, first: date, last: date, now: datetime) -> None:
        """Take "no twitching" back on days that have a later entry; it counts again only when said again."""
        said = self.filter(date__range=(first, last), twitching="none")
        said.update(twitching="", overruled_at=now, changed_at=now)


GIVEN = ("given_water_ml", "given_caffeine_mg")
Date = date
"""The type, under a name that the field of a day does not hide."""


def _between(code: str) -> models.CheckConstraint:
    factor = FACTORS[code]
    return models.CheckConstraint(
        condition=Q(**{code: None}) | Q(**{f"{code}__range": (factor.low, factor.high)}),
        name=f"day_{code}_in_range",
        violation_error_message=factor.out_of_range,
    )


class Day(models.Model):
    """A day's check-in.

    `twitching` is the answer to "any twitching today?": empty is not asked; `overruled_at` is when an entry
    overruled a "no". `water_ml` counts all drinks. `sources` says where a factor's value came from unless it
    was entered; while the drinks log counts, the numbers given by hand wait in the `given_` fields.
    `entered_on` has the date of each factor that was given on a later date than the day: from memory.
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
    exercise_min = models.PositiveSmallIntegerField(null=True, blank=True)
    screen_hours = models.FloatField(null=True, blank=True)
    alcohol_units = models.FloatField(null=True, blank=True)
    magnesium_mg = models.PositiveIntegerField(null=True, blank=True)
    heavy_sweating = models.PositiveSmallIntegerField(null=True, blank=True)
    upset_stomach = models.PositiveSmallIntegerField(null=True, blank=True)
    illness = models.PositiveSmallIntegerField(null=True, blank=True)
    meals_skipped = models.PositiveSmallIntegerField(null=True, blank=True)
    cycle_day = models.PositiveSmallIntegerField(null=True, blank=True)
    own_answer = models.FloatField(null=True, blank=True)
    sources = models.JSONField(default=dict, blank=True)
    entered_on = models.JSONField(default=dict, blank=True)
    given_water_ml = models.PositiveIntegerField(null=True, blank=True)
    given_caffeine_mg = models.PositiveIntegerField(null=True, blank=True)
    overruled_at = models.DateTimeField(null=True, blank=True)
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

    def source_of(self, code: str) -> str:
        """Return where the factor's value came from; empty when there is none."""
        if getattr(self, code) is None:
            return ""
        return cast("str", self.sources.get(code, "entered"))

    def is_counted(self, code: str) -> bool:
        """Whether the factor's value is what the drinks of the day add up to."""
        return f"given_{code}" in GIVEN and self.source_of(code) in ("drinks", "usual")

    def given(self, code: str) -> Any:
        """Return what was said by hand, which the drinks may have set aside."""
        return getattr(self, f"given_{code}" if self.is_counted(code) else code)

    def say(self, name: str, value: Any, source: str = "entered") -> None:
        """Take one answer. Where the drinks count a number waits, so that removing them brings it back."""
        if self.is_counted(name):
            setattr(self, f"given_{name}", value)
            return
        setattr(self, name, value)
        if name == "twitching":
            self.overruled_at = None
        if name in FACTORS:
            self._keep_source(name, source)

    def count(self, code: str, total: int | None, source: str) -> None:
        """Take what the drinks add up to; None gives way to what was said by hand."""
        said = self.given(code)
        was_counted = self.is_counted(code)
        setattr(self, code, said if total is None else total)
        setattr(self, f"given_{code}", None if total is None else said)
        if was_counted or total is not None:
            self._keep_source(code, "entered" if total is None else source)

    def note_date(self, codes: Iterable[str], on: Date) -> None:
        """Note when these factors were given, where that was on a later date than the day."""
        for code in FACTORS.keys() & set(codes):
            self.entered_on.pop(code, None)
            if on > self.date and getattr(self, code) is not None:
                self.entered_on[code] = on.isoformat()

    def _keep_source(self, code: str, source: str) -> None:
        self.sources.pop(code, None)
        if source != "entered" and getattr(self, code) is not None:
            self.sources[code] = source


class SignQuerySet(OwnedQuerySet):
    """Answers in words."""

    def dated_in(self, period: Period) -> "SignQuerySet":
        """Return the answers given for days of the period, in order."""
        return self.filter(date__range=(period.first, period.last)).order_by("date")

    def on(self, day: date) -> "SignQuerySet":
        """Return the answers given for that day."""
        return self.filter(date=day)

    def keep_answer(
        self, user: User, day: date, sign: str, answer: bool | None, now: datetime, **more: int | None
    ) -> None:
        """Keep the answer about one sign; None takes it back. A `rating` belongs to a yes."""
        if answer is None:
            self.filter(user=user, date=day, sign=sign).delete()
            return
        said: dict[str, Any] = {"answer": answer, **(more if answer else {"rating": None})}
        self.update_or_create(
            user=user, date=day, sign=sign, defaults=said, create_defaults=said | {"made_at": now}
        )


class Sign(models.Model):
    """An answer about one other sign on one day. No row means it was not asked, which is never a no.

    `rating` says how strong it was, where that was asked and given: 1 to 10.
    """

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    date = models.DateField()
    sign = models.CharField(max_length=20)
    answer = models.BooleanField()
    rating = models.PositiveSmallIntegerField(null=True, blank=True)
    made_at = models.DateTimeField()

    objects = SignQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["user", "date", "sign"], name="sign_once_per_day"),
            models.CheckConstraint(
                condition=Q(rating=None) | Q(answer=True, rating__range=RATINGS),
                name="sign_rating_in_range",
                violation_error_message="A rating goes with a yes, and is from 1 to 10",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.sign} on {self.date}: {'yes' if self.answer else 'no'}"
