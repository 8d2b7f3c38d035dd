"""The drinks log: each drink gives the day its fluid and its caffeine together."""

import uuid
from collections.abc import Iterable
from datetime import date, datetime
from typing import Any, Self, cast

from django.conf import settings
from django.db import models, transaction
from django.db.models import Q

from diary.models.account import User, check_zone
from diary.models.days import Day
from diary.models.owned import OwnedQuerySet
from diary.periods import Period
from diary.vocabulary.drinks import DRINKS, MAX_MG, MAX_ML, MAX_USUAL, KnownDrink


def _up_to(name: str, most: int, sentence: str, prefix: str) -> models.CheckConstraint:
    return models.CheckConstraint(
        condition=Q(**{f"{name}__lte": most}),
        name=f"{prefix}_{name}_in_range",
        violation_error_message=sentence,
    )


ML_SENTENCE = f"A drink can have up to {MAX_ML:,} ml"
MG_SENTENCE = f"A drink can have up to {MAX_MG:,} mg of caffeine"


class DrinkQuerySet(OwnedQuerySet):
    """Drinks in words."""

    def on(self, day: date) -> Self:
        """Return the drinks of that day in the order they were had; those without a time come last."""
        return self.filter(date=day).order_by(models.F("at").asc(nulls_last=True), "pk")

    def timed_in(self, period: Period) -> "models.QuerySet[Any, Any]":
        """Return date, time and ml of those of the period that have a time, as they were had."""
        timed = self.filter(date__range=(period.first, period.last), at__isnull=False)
        return timed.order_by("at").values_list("date", "at", "ml")

    def with_uuid(self, uuid: uuid.UUID) -> Any:
        """Return that drink, if there is one."""
        return self.filter(uuid=uuid).first()

    def favourites(self, since: date) -> list[str]:
        """Return the names of what was drunk since, the most often had first."""
        counted = self.filter(date__gte=since).values("name").annotate(n=models.Count("pk"))
        return [row["name"] for row in counted.order_by("-n", "name")]

    @transaction.atomic
    def log(self, user: User, day: date, drinks: Iterable["Drink"], now: datetime) -> None:
        """Keep these drinks of a day, each once however often it is sent, and add the day up again."""
        for drink in drinks:
            self.get_or_create(
                user=user, uuid=drink.uuid, defaults=drink.facts() | {"date": day, "made_at": now}
            )
        self.add_up(user, day, now)

    @transaction.atomic
    def remove(self, drink: "Drink", now: datetime) -> None:
        """Take a drink out and add the day up again."""
        drink.delete()
        self.add_up(drink.user, drink.date, now)

    def add_up(self, user: User, day: date, now: datetime) -> None:
        """Write what the day's drinks come to beside its other answers.

        Drinks without any caffeine say nothing about caffeine: none is said, not assumed (ux C-6).
        """
        drinks = cast("list[Drink]", list(self.for_user(user).on(day)))
        ml, mg = sum(drink.ml for drink in drinks), sum(drink.mg for drink in drinks)
        totals = {"water_ml": ml if drinks else None, "caffeine_mg": mg or None}
        source = "usual" if drinks and all(drink.is_usual for drink in drinks) else "drinks"
        Day.objects.add_up(user, day, totals, now, source)


class Drink(models.Model):
    """One drink of a day; `at` is null when the time was not said, `is_usual` when it is one of the usual."""

    uuid = models.UUIDField(default=uuid.uuid4, editable=False)
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    date = models.DateField()
    at = models.DateTimeField(null=True, blank=True)
    zone = models.CharField(max_length=64, validators=[check_zone])
    name = models.CharField(max_length=40)
    ml = models.PositiveSmallIntegerField()
    mg = models.PositiveSmallIntegerField()
    is_usual = models.BooleanField(default=False)
    made_at = models.DateTimeField()

    objects = DrinkQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["user", "uuid"], name="drink_uuid_once_per_person"),
            _up_to("ml", MAX_ML, ML_SENTENCE, "drink"),
            _up_to("mg", MAX_MG, MG_SENTENCE, "drink"),
        ]
        indexes = [models.Index(fields=["user", "date"], name="drink_by_day")]

    def __str__(self) -> str:
        return f"{self.name} on {self.date}"

    def facts(self) -> dict[str, Any]:
        """Return what it is, when and where."""
        return {name: getattr(self, name) for name in ("at", "zone", "name", "ml", "mg", "is_usual")}


class DrinkPresetQuerySet(OwnedQuerySet):
    """A person's own drinks in words."""

    def keep(self, user: User, drink: KnownDrink) -> None:
        """Keep this drink under its name, in the size and number it now has."""
        size = {"ml": drink.ml, "mg": drink.mg, "usual": drink.usual}
        self.update_or_create(user=user, name=drink.name, defaults=size)

    def drop(self, name: str) -> None:
        """Take one's own drink off the list; a known one is back as it was."""
        self.filter(name=name).delete()

    def all_drinks(self) -> list[KnownDrink]:
        """Return the drinks to offer: the known ones, as the person changed them, then their own."""
        own = {
            p.name: KnownDrink(p.name, p.ml, p.mg, p.usual)
            for p in cast("Iterable[DrinkPreset]", self.order_by("pk"))
        }
        return list((DRINKS | own).values())


class DrinkPreset(models.Model):
    """A drink of one's own, or a known one by the same name in one's own size."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    name = models.CharField(max_length=40)
    ml = models.PositiveSmallIntegerField()
    mg = models.PositiveSmallIntegerField()
    usual = models.PositiveSmallIntegerField(default=0)

    objects = DrinkPresetQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["user", "name"],
                name="drink_preset_once_per_person",
                violation_error_message="You have a drink of this name already",
            ),
            _up_to("ml", MAX_ML, ML_SENTENCE, "preset"),
            _up_to("mg", MAX_MG, MG_SENTENCE, "preset"),
            _up_to("usual", MAX_USUAL, f"A usual day can have up to {MAX_USUAL} of a drink", "preset"),
        ]

    def __str__(self) -> str:
        return self.name
