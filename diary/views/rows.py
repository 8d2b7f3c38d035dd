"""What a list shows besides its entries: what was deleted on the page before, and the key of the marks."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from diary.analysis.memory import is_from_memory
from diary.models import Episode
from diary.views.panel import named
from diary.views.person import PersonRequest


def named_deleted(request: PersonRequest) -> Episode | None:
    """Return the episode that was deleted on the page before, unless it is back."""
    deleted = named(request, "deleted")
    return deleted if deleted and deleted.deleted_at else None


def in_place(
    episodes: list[Episode], deleted: Episode | None, day: date, is_latest_first: bool = False
) -> list[Episode]:
    """Return the episodes of the day with the deleted one where it stood, if that was this day."""
    if deleted is None or deleted.started_on != day:
        return episodes
    return sorted([*episodes, deleted], key=lambda it: it.started_at, reverse=is_latest_first)


def besides(rows: Iterable[Episode], deleted: Episode | None) -> dict[str, Any]:
    """Return the deleted one where it has no row of its own, and whether a row is marked as from memory."""
    shown = list(rows)
    return {
        "deleted": None if deleted in shown else deleted,
        "has_memory": any(is_from_memory(episode) for episode in shown if not episode.deleted_at),
    }


def so_far(request: PersonRequest, episodes: list[Episode], day: date) -> dict[str, Any]:
    """Return the rows of Today, the latest first, where the last twitch may start again."""
    deleted = named_deleted(request)
    listed = in_place(episodes, deleted, day, is_latest_first=True)
    return {"listed": listed, "may_start_again": True, **besides(listed, deleted)}
