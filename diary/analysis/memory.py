"""What was written from memory: the one definition, for the marks of the diary and of its charts."""

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from typing import Protocol

from diary.models.history import SETTLING
from diary.periods import local_date


class _Written(Protocol):
    @property
    def started_at(self) -> datetime: ...
    @property
    def ended_at(self) -> datetime | None: ...
    @property
    def is_ongoing(self) -> bool: ...
    @property
    def started_on(self) -> date: ...
    @property
    def ended_on(self) -> date | None: ...
    @property
    def zone(self) -> str: ...
    @property
    def made_at(self) -> datetime: ...


def is_from_memory(episode: _Written) -> bool:
    """Say whether it was written more than two hours after its end, or on a later date (ux 2).

    Without an end the start counts. What still goes on is written while it does.
    """
    late = episode.made_at - (episode.ended_at or episode.started_at)
    if episode.is_ongoing or late <= timedelta():
        return False
    written_on = local_date(episode.made_at, episode.zone)
    return late > SETTLING or written_on > (episode.ended_on or episode.started_on)


def given_later(
    day: date,
    made_on: date,
    factors: Mapping[str, float | None],
    sources: Mapping[str, str],
    noted: Mapping[str, str],
) -> dict[str, date]:
    """Return the factors of a day that were given on a later date, each with that date (ux C-10).

    Where none is noted, a day that was first written later had nothing before. When the values of somebody
    else's file were written nobody knows.
    """
    later = {code: date.fromisoformat(on) for code, on in noted.items()}
    if made_on <= day:
        return later
    from_hand = (code for code, value in factors.items() if value is not None)
    return {code: made_on for code in from_hand if sources.get(code) != "imported"} | later
