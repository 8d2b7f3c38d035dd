"""What was written from memory: the one definition, for the marks of the diary and of its charts."""

from datetime import date, datetime, timedelta
from typing import Protocol

from diary.models.history import SETTLING
from diary.periods import local_date


class _Written(Protocol):
    started_at: datetime
    ended_at: datetime | None
    is_ongoing: bool
    started_on: date
    ended_on: date | None
    zone: str
    made_at: datetime


def is_from_memory(episode: _Written) -> bool:
    """Say whether it was written more than two hours after its end, or on a later date (ux 2).

    Without an end the start counts. What still goes on is written while it does.
    """
    late = episode.made_at - (episode.ended_at or episode.started_at)
    if episode.is_ongoing or late <= timedelta():
        return False
    written_on = local_date(episode.made_at, episode.zone)
    return late > SETTLING or written_on > (episode.ended_on or episode.started_on)
