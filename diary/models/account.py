"""The person who keeps the diary, and how they want it shown and counted."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime

from django.contrib.auth.models import AbstractUser
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q

from diary import periods
from diary.vocabulary import rules
from diary.vocabulary.emergency import EMERGENCY, REGIONS
from diary.vocabulary.factors import OPTIONAL, OWN, OWN_KINDS

LOCK_AFTER = {0: "Off", 1: "After 1 minute", 5: "After 5 minutes", 15: "After 15 minutes"}


def check_zone(name: str) -> None:
    """Raise ValidationError unless the name is a time zone this machine knows."""
    if name not in periods.zone_names():
        raise ValidationError("Choose a time zone from the list, such as Europe/London")


class User(AbstractUser):
    """A person with a diary; the settings live here, there is no profile beside it."""

    CLOCKS = {"12": "2:15pm", "24": "14:15"}
    VOLUME_UNITS = {"ml": "Millilitres", "fl_oz": "US fluid ounces"}
    MADE_UP = "Made-up example"
    THEMES = {"system": "As the device", "light": "Light", "dark": "Dark"}
    LOCKS = LOCK_AFTER

    timezone = models.CharField(max_length=64, default="UTC", validators=[check_zone])
    clock = models.CharField(max_length=2, choices=CLOCKS, default="12")
    volume_unit = models.CharField(max_length=5, choices=VOLUME_UNITS, default="ml")
    theme = models.CharField(max_length=6, choices=THEMES, default="system")
    lock_after_min = models.PositiveSmallIntegerField(choices=LOCKS, default=0)
    hide_words = models.BooleanField(default=False)  # Today then names no place and no number
    ask_after_min = models.PositiveSmallIntegerField(default=rules.ASK_AFTER_MIN)
    first_noticed_on = models.DateField(null=True, blank=True)
    rest_until = models.DateField(null=True, blank=True)  # the last day of a break from being asked
    rest_offered_on = models.DateField(null=True, blank=True)
    is_demo = models.BooleanField(default=False, editable=False)  # an invented diary; every page says so

    region = models.CharField(max_length=2, blank=True, choices=REGIONS)  # whose emergency number is shown

    tracks = models.JSONField(default=list, blank=True)  # the optional factors the check-in asks about
    own_question = models.CharField(max_length=80, blank=True)
    own_kind = models.CharField(max_length=6, choices=OWN_KINDS, default="yes_no")

    # What a report was last asked to show, as its form sends it: lists of words by name.
    report_choices = models.JSONField(default=dict, blank=True)

    gap_days = models.PositiveSmallIntegerField(default=rules.GAP_DAYS)
    long_episode_min = models.PositiveSmallIntegerField(default=rules.LONG_EPISODE_MIN)
    eyelid_days = models.PositiveSmallIntegerField(default=rules.EYELID_DAYS)
    site_days = models.PositiveSmallIntegerField(default=rules.SITE_DAYS)

    class Meta(AbstractUser.Meta):
        constraints = [
            *(
                models.CheckConstraint(
                    condition=Q(**{f"{name}__gte": low, f"{name}__lte": high}),
                    name=f"user_{name}_in_range",
                    violation_error_message=f"Enter a whole number between {low} and {high}",
                )
                for name, (low, high) in {
                    "ask_after_min": rules.ASK_AFTER_MIN_RANGE,
                    "gap_days": rules.GAP_DAYS_RANGE,
                    "long_episode_min": rules.LONG_EPISODE_MIN_RANGE,
                    "eyelid_days": rules.EYELID_DAYS_RANGE,
                    "site_days": rules.SITE_DAYS_RANGE,
                }.items()
            ),
            models.CheckConstraint(
                condition=Q(lock_after_min__in=list(LOCK_AFTER)),
                name="user_lock_after_min_known",
                violation_error_message="Choose when the diary locks from the list",
            ),
        ]

    @property
    def asked(self) -> list[str]:
        """The optional factors the person chose, in the order of the vocabulary."""
        chosen = {*self.tracks} - ({OWN} if not self.own_question else set())
        return [code for code in OPTIONAL if code in chosen]

    @property
    def emergency(self) -> str:
        """The number to call where the person lives, ready to stand after "call"."""
        return EMERGENCY[self.region]

    @property
    def emergency_number(self) -> str:
        """The number alone, to be dialled; "" where it is not known."""
        return self.emergency if self.emergency.isdecimal() else ""

    @classmethod
    def has_anybody(cls) -> bool:
        """Return whether somebody has an account; the demo is nobody's."""
        return cls.objects.filter(is_demo=False).exists()

    def is_resting(self, today: date) -> bool:
        """Whether the person takes a break: nothing is asked of them, logging works as ever."""
        return self.rest_until is not None and today <= self.rest_until

    def rest(self, today: date, until: date | None) -> None:
        """Take a break until that day, or none; either way the offer has been answered today."""
        self.rest_until, self.rest_offered_on = until, today
        self.save(update_fields=["rest_until", "rest_offered_on"])

    def keep_report(self, choices: Mapping[str, Sequence[str]]) -> None:
        """Remember these choices for the next report, beside those about something else."""
        self.report_choices = {**self.report_choices, **choices}
        self.save(update_fields=["report_choices"])

    def today(self, now: datetime) -> date:
        """Return the calendar day it is for this person."""
        return periods.local_date(now, self.timezone)
