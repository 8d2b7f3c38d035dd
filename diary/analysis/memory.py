"""What was written from memory: the one definition, for the marks of the diary and of its charts."""

from datetime import date, datetime, timedelta
from typing import Protocol

from diary.periods import local_date

LATE = timedelta(hours=2)
"""Written later than this after the end, a twitch is from memory; on a later date it always is (ux 2)."""


class _Written(Protocol):
    started_at: datetime
    ended_at: datetime | None
    is_ongoing: bool
    started_on: date
    ended_on: date | None
    zone: str
    made_at: datetime


def is_from_memory(episode: _Written) -> bool:
    """Say whether it was written more than two hours after its end, or on a later date.

    Without an end the start counts. What still goes on is written while it does.
    """
    late = episode.made_at - (episode.ended_at or episode.started_at)
    if episode.is_ongoing or late <= timedelta():
        return False
    written_on = local_date(episode.made_at, episode.zone)
    return late > LATE or written_on > (episode.ended_on or episode.started_on)
