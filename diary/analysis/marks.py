"""Which episodes carry a mark in the diary: long ones, and those of twitching that persists."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Protocol

from diary.analysis.flags import Flag, persistent
from diary.vocabulary.sites import Place

LONG = "Long"
PERSISTS = "Persists"


class _Episode(Protocol):
    kind: str
    is_ongoing: bool
    started_at: datetime
    started_on: date
    length_s: int | None

    @property
    def place(self) -> Place: ...


@dataclass(frozen=True, slots=True)
class Marks:
    """What is marked at an instant: twitches from `long_s` seconds on, and places since their day."""

    long_s: int
    since: Mapping[Place, date]
    now: datetime

    @classmethod
    def of(cls, flags: Iterable[Flag], long_episode_min: int, now: datetime) -> "Marks":
        """Take them from the open flags and the person's own number of minutes."""
        since: dict[Place, date] = {}
        for flag in persistent(flags):
            place = Place(flag.site, flag.side)
            since[place] = min(flag.evidence.began_on, since.get(place, date.max))
        return cls(long_episode_min * 60, since, now)

    def on(self, episode: _Episode) -> list[str]:
        """Return the marks of one episode; a spell has no length of its own."""
        found = [LONG] if episode.kind == "twitch" and self._is_long(episode) else []
        began = self.since.get(episode.place)
        return [*found, PERSISTS] if began and episode.started_on >= began else found

    def _is_long(self, episode: _Episode) -> bool:
        if episode.is_ongoing:
            return self.now - episode.started_at >= timedelta(seconds=self.long_s)
        return episode.length_s is not None and episode.length_s >= self.long_s
