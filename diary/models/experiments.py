"""A fair self-experiment: one habit held to a limit in some weeks, as usual in others, planned beforehand.

A plan is kept before it begins and nothing but its end can change: nobody shops for a finding.
"""

import uuid
from datetime import date
from typing import Self, cast

from django.conf import settings
from django.db import models, transaction
from django.db.models import F, Q

from diary.models.account import User
from diary.models.owned import OwnedQuerySet
from diary.periods import DAY
from diary.vocabulary.factors import OWN, OWN_KINDS
from diary.vocabulary.trying import HOLDABLE, LIMITED, MOST_BLOCKS, USUAL, WAYS

LONGEST_BLOCK = 28
AFTERWARDS = 7
"""Days for which Today still leads to what an experiment showed."""


class ExperimentQuerySet(OwnedQuerySet):
    """Experiments in words."""

    def open_on(self, day: date) -> "Experiment | None":
        """Return the one that runs on that day, or begins after it."""
        open_ones = self.filter(stopped_on=None, last__gte=day).order_by("-first", "-pk")
        return cast("Experiment | None", open_ones.first())

    def on_today(self, day: date) -> "Experiment | None":
        """Return the one Today speaks of: open, or over for a week at most and not stopped."""
        return self.open_on(day - AFTERWARDS * DAY)

    def over_on(self, day: date) -> Self:
        """Return those that ended or were stopped by that day, the latest first."""
        return self.filter(Q(last__lt=day) | Q(stopped_on__isnull=False)).order_by("-first", "-pk")

    @transaction.atomic
    def begin(self, plan: "Experiment", today: date) -> "Experiment":
        """Keep a plan, unless another one is open: then that one is returned. Sent twice it is kept once."""
        user = User.objects.select_for_update().get(pk=plan.user_id)
        mine = self.for_user(user)
        kept = mine.filter(uuid=plan.uuid).first() or mine.open_on(today)
        if kept is None:
            plan.save(force_insert=True)
        return cast("Experiment", kept or plan)


class Experiment(models.Model):
    """A plan: `factor` is held to `way` ("at_most", "at_least") `limit`, in its unit, in some blocks.

    `order` has a letter for each block of `block_days`: L with the limit, U as usual. `last` is the last day.
    `stopped_on` is the day it was ended early. The words of the person's own question are kept with it.
    """

    uuid = models.UUIDField(default=uuid.uuid4, editable=False)
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    factor = models.CharField(max_length=20)
    way = models.CharField(max_length=8, choices=WAYS)
    limit = models.FloatField()
    own_question = models.CharField(max_length=80, blank=True)
    own_kind = models.CharField(max_length=6, choices=OWN_KINDS, default="yes_no")
    first = models.DateField()
    last = models.DateField()
    block_days = models.PositiveSmallIntegerField()
    order = models.CharField(max_length=MOST_BLOCKS)
    stopped_on = models.DateField(null=True, blank=True)
    made_at = models.DateTimeField()

    objects = ExperimentQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["user", "uuid"], name="experiment_uuid_once_per_person"),
            models.CheckConstraint(
                condition=Q(factor__in=[*HOLDABLE, OWN]),
                name="experiment_factor_known",
                violation_error_message="Choose what to try out",
            ),
            models.CheckConstraint(
                condition=Q(way__in=list(WAYS)),
                name="experiment_way_known",
                violation_error_message="Choose at most or at least",
            ),
            models.CheckConstraint(
                condition=Q(limit__gte=0),
                name="experiment_limit_not_below_zero",
                violation_error_message="The limit must be 0 or more",
            ),
            models.CheckConstraint(
                condition=Q(block_days__range=(7, LONGEST_BLOCK)),
                name="experiment_block_days_in_range",
                violation_error_message=f"A block must have 7 to {LONGEST_BLOCK} days",
            ),
            models.CheckConstraint(
                condition=Q(order__contains=LIMITED) & Q(order__contains=USUAL),
                name="experiment_has_both_blocks",
                violation_error_message="There must be blocks with the limit and blocks as usual",
            ),
            models.CheckConstraint(
                condition=Q(last__gt=F("first")),
                name="experiment_ends_after_start",
                violation_error_message="The last day must be after the first",
            ),
            models.CheckConstraint(
                condition=Q(stopped_on=None) | Q(stopped_on__range=(F("first"), F("last"))),
                name="experiment_stopped_while_it_ran",
                violation_error_message="The day it was stopped must be one of its days",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.factor} from {self.first}"

    def settle(self) -> None:
        """Work out the last day."""
        self.last = self.first + (self.block_days * len(self.order) - 1) * DAY

    def stop(self, today: date) -> None:
        """End it early: one that has not begun leaves no trace, one that is over stays as it is."""
        if today < self.first:
            self.delete()
        elif self.stopped_on is None and today <= self.last:
            self.stopped_on = today
            self.save(update_fields=["stopped_on"])
