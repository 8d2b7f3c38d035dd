"""The one door to a person's records."""

from typing import TYPE_CHECKING, Self

from django.db import models

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser

    from diary.models.account import User


class OwnedQuerySet(models.QuerySet):
    """Records that belong to somebody: nothing comes out but through `for_user`."""

    def for_user(self, user: "User | AnonymousUser") -> Self:
        """Return only this person's records."""
        return self.filter(user=user)
