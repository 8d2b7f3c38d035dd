"""Blood tests: the result and the laboratory's own range, as the paper has them."""

from django.db import models
from django.db.models import Q

from diary.models.kept import Kept, KeptQuerySet
from diary.models.written import WrittenField
from diary.quantities import PartialDate
from diary.quantities.laboratory import LONGEST_UNIT, Amount, LabRange
from diary.vocabulary.laboratory import ANALYTES, CHOICES, OTHER


class BloodTestQuerySet(KeptQuerySet):
    """Blood tests in words."""


class BloodTest(Kept):
    """One result. `name` is what a test is called that is not on the list; `low` and `high` are in `unit`."""

    what = models.CharField(max_length=20)
    name = models.CharField(max_length=60, blank=True)
    value = WrittenField(Amount)
    unit = models.CharField(max_length=LONGEST_UNIT, blank=True)
    low = WrittenField(Amount, blank=True)
    high = WrittenField(Amount, blank=True)
    taken_on = WrittenField(PartialDate, blank=True)
    note = models.TextField(blank=True, max_length=5000)

    objects = BloodTestQuerySet.as_manager()

    class Meta(Kept.Meta):
        constraints = [
            *Kept.Meta.constraints,
            models.CheckConstraint(
                condition=Q(what__in=list(CHOICES)),
                name="bloodtest_what_known",
                violation_error_message="Choose a test from the list",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.label} {self.value} {self.unit}".strip()

    @property
    def label(self) -> str:
        """What it is called."""
        return self.name if self.what == OTHER else ANALYTES[self.what].name

    @property
    def lab_range(self) -> LabRange:
        """The laboratory's own range."""
        return LabRange(self.low, self.high)

    @property
    def place(self) -> str:
        """Where it lies in that range: "above", "below", "in"; "" when that cannot be told."""
        return self.lab_range.place_of(self.value)
