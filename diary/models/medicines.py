"""Medicines and supplements: what, how much, how often, and when that began, changed and ended."""

from dataclasses import dataclass
from typing import Self

from django.db import models
from django.db.models import Q

from diary.models.kept import Kept, KeptQuerySet
from diary.models.written import WrittenField
from diary.quantities import PartialDate
from diary.vocabulary.medicines import CLASSES


@dataclass(frozen=True, slots=True)
class DoseChange:
    """How much and how often from a date on; None when nobody said from when."""

    on: PartialDate | None
    dose: str
    how_often: str

    @classmethod
    def from_kept(cls, kept: dict[str, str]) -> Self:
        """Read a change as a medicine keeps it. Raises ValueError where its date is none."""
        on = PartialDate.from_text(kept["on"]) if kept.get("on") else None
        return cls(on, str(kept.get("dose", "")), str(kept.get("how_often", "")))

    def to_keep(self) -> dict[str, str]:
        """Return what a medicine keeps of it, as `from_kept` reads it."""
        return {"on": str(self.on or ""), "dose": self.dose, "how_often": self.how_often}


class MedicineQuerySet(KeptQuerySet):
    """Medicines in words."""

    def by_name(self) -> Self:
        """Return them by their names."""
        return self.order_by(models.functions.Lower("name"), "pk")


class Medicine(Kept):
    """A medicine or supplement over the time it was taken.

    `dose` and `how_often` are as they began, `changes` what they became. `stopped` is null while it is taken;
    stopped on a day that nobody knows any more, it is an unknown date.
    """

    name = models.CharField(max_length=100)
    kind = models.CharField(max_length=20, blank=True)
    dose = models.CharField(max_length=60, blank=True)
    how_often = models.CharField(max_length=60, blank=True)
    started = WrittenField(PartialDate, blank=True)
    stopped = WrittenField(PartialDate, blank=True)
    changes = models.JSONField(default=list, blank=True)
    note = models.TextField(blank=True, max_length=5000)

    objects = MedicineQuerySet.as_manager()

    class Meta(Kept.Meta):
        constraints = [
            *Kept.Meta.constraints,
            models.CheckConstraint(
                condition=Q(kind="") | Q(kind__in=list(CLASSES)),
                name="medicine_kind_known",
                violation_error_message="Choose a kind from the list",
            ),
        ]

    def __str__(self) -> str:
        return " ".join(filter(None, (self.name, self.dose_now.dose)))

    @property
    def is_taken(self) -> bool:
        """Whether it is taken now."""
        return self.stopped is None

    @property
    def dose_changes(self) -> list[DoseChange]:
        """What the dose became, in order; those of no known date come as they were written."""
        return [DoseChange.from_kept(change) for change in self.changes]

    @property
    def dose_now(self) -> DoseChange:
        """How much and how often it is taken now, or was at the end."""
        first = DoseChange(self.started, self.dose, self.how_often)
        return self.dose_changes[-1] if self.changes else first

    def change_dose(self, change: DoseChange) -> None:
        """Add a change behind those that are not certain to lie after it."""
        changes = self.dose_changes
        later = (n for n, other in enumerate(changes) if change.on and change.on.is_before(other.on))
        changes.insert(next(later, len(changes)), change)
        self.changes = [each.to_keep() for each in changes]
