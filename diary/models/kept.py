"""What the entries of the health record share: an owner, a public id, 30 days to undo a delete."""

import uuid
from datetime import datetime
from typing import Any, Self

from django.conf import settings
from django.db import IntegrityError, models, transaction
from django.db.models import Q

from diary.models.episodes import KEEP_DELETED
from diary.models.owned import OwnedQuerySet


class KeptQuerySet(OwnedQuerySet):
    """Entries in words. Deleted ones are left out unless asked for by name."""

    def kept(self) -> Self:
        """Return those that were not deleted."""
        return self.filter(deleted_at=None)

    def within_reach(self, now: datetime) -> Self:
        """Return those that were not deleted, or so lately that they can be brought back."""
        return self.filter(Q(deleted_at=None) | Q(deleted_at__gt=now - KEEP_DELETED))

    def past_keeping(self, now: datetime) -> Self:
        """Return those deleted longer ago than we promise to keep them."""
        return self.filter(deleted_at__lte=now - KEEP_DELETED)

    def with_uuid(self, uuid: uuid.UUID) -> Any:
        """Return the one under this public id, if there is one."""
        return self.filter(uuid=uuid).first()

    def keep_once(self, entry: "Kept") -> Any:
        """Save a new entry, or return the one this person already keeps under its uuid."""
        try:
            with transaction.atomic():
                entry.save(force_insert=True)
        except IntegrityError:
            kept = self.for_user(entry.user).with_uuid(entry.uuid)
            if kept is None:
                raise
            return kept
        return entry


class Kept(models.Model):
    """An entry of one person; `deleted_at` is null until it is deleted."""

    uuid = models.UUIDField(default=uuid.uuid4, editable=False)
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    made_at = models.DateTimeField()
    deleted_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        abstract = True
        constraints = [
            models.UniqueConstraint(fields=["user", "uuid"], name="%(class)s_uuid_once_per_person")
        ]

    def discard(self, now: datetime) -> None:
        """Delete it; for 30 days it can be put back. Deleted twice it keeps the first time."""
        if self.deleted_at is None:
            self.deleted_at = now
            self.save(update_fields=["deleted_at"])

    def restore(self) -> None:
        """Put it back."""
        self.deleted_at = None
        self.save(update_fields=["deleted_at"])
