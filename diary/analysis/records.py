"""The facts the analysis works on: frozen copies of what is kept, so that counting needs no database."""

import uuid as uuids
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import NamedTuple

from diary.periods import DAY
from diary.vocabulary.sites import Place


class EpisodeRecord(NamedTuple):
    """One episode. Instants are UTC; dates and the clock minute are those of its own zone."""

    uuid: uuids.UUID
    kind: str
    site: str
    side: str
    started_at: datetime
    ended_at: datetime | None
    is_ongoing: bool
    started_on: date
    ended_on: date | None
    started_minute: int
    length_s: int | None
    length_precision: str
    start_precision: str
    strength: int | None
    seen: str
    zone: str
    made_at: datetime
    is_constant: bool = False

    @property
    def place(self) -> Place:
        """Where it was; the empty place when it was not said."""
        return Place(self.site, self.side)

    @property
    def is_twitch(self) -> bool:
        """Whether it is a twitch with a length of its own, not one that came and went."""
        return self.kind == "twitch"

    @property
    def n(self) -> int:
        """One, as a group of episodes has so many."""
        return 1

    @property
    def first_made(self) -> datetime:
        """When it was written."""
        return self.made_at

    def dates(self, first: date, last: date) -> Iterable[date]:
        """Return the dates it touches between first and last; one still going touches up to last."""
        return _touched(self, first, last)

    def seconds(self, now: datetime) -> float | None:
        """Return how long it lasted, or has lasted so far; None when the length was not recorded."""
        if self.is_ongoing:
            return max(0.0, (now - self.started_at).total_seconds())
        return self.length_s


class Start(NamedTuple):
    """An episode that is over, in as much as the charts of a year need: when it began, how long it was.

    The date and the clock minute are those of its own zone.
    """

    kind: str
    started_on: date
    started_minute: int
    length_s: int | None
    length_precision: str
    strength: int | None

    @property
    def is_ongoing(self) -> bool:
        """Never: one still going has to be known whole."""
        return False

    @property
    def is_twitch(self) -> bool:
        """Whether it is a twitch with a length of its own, not one that came and went."""
        return self.kind == "twitch"

    def seconds(self, now: datetime) -> float | None:
        """Return how long it lasted; None when the length was not recorded."""
        return self.length_s


class PlaceDay(NamedTuple):
    """The episodes of one kind at one place that share their first and last local date: `n` of them together.

    `last_end` is the latest end, or the start where no end is known; `longest_s` the longest known length.
    """

    kind: str
    site: str
    side: str
    started_on: date
    ended_on: date | None
    is_ongoing: bool
    zone: str
    n: int
    first_start: datetime
    last_end: datetime
    longest_s: int | None
    first_made: datetime

    @classmethod
    def of(cls, episode: "EpisodeRecord | PlaceDay") -> "PlaceDay":
        """Return a single episode as a group of one; a group stays as it is."""
        if isinstance(episode, PlaceDay):
            return episode
        return cls(
            kind=episode.kind,
            site=episode.site,
            side=episode.side,
            started_on=episode.started_on,
            ended_on=episode.ended_on,
            is_ongoing=episode.is_ongoing,
            zone=episode.zone,
            n=1,
            first_start=episode.started_at,
            last_end=episode.ended_at or episode.started_at,
            longest_s=episode.length_s,
            first_made=episode.made_at,
        )

    @property
    def place(self) -> Place:
        """Where they were; the empty place when it was not said."""
        return Place(self.site, self.side)

    @property
    def is_twitch(self) -> bool:
        """Whether they are twitches with a length of their own."""
        return self.kind == "twitch"

    def last_day(self, today: date) -> date:
        """Return the last local date they touch; those still going touch up to today."""
        return max(self.started_on, self.ended_on or today)

    def dates(self, first: date, last: date) -> Iterable[date]:
        """Return the dates they touch between first and last; those still going touch up to last."""
        return _touched(self, first, last)


class DayGroup(NamedTuple):
    """The episodes of one kind at one place that share their dates, as far as counting days needs them."""

    kind: str
    site: str
    side: str
    started_on: date
    ended_on: date | None
    zone: str
    n: int
    first_made: datetime

    @property
    def place(self) -> Place:
        """Where they were; the empty place when it was not said."""
        return Place(self.site, self.side)

    @property
    def is_twitch(self) -> bool:
        """Whether they are twitches with a length of their own."""
        return self.kind == "twitch"

    def dates(self, first: date, last: date) -> Iterable[date]:
        """Return the dates they touch between first and last; those still going touch up to last."""
        return _touched(self, first, last)


Group = EpisodeRecord | DayGroup | PlaceDay
"""One episode, or some added up."""


def _touched(them: Group, first: date, last: date) -> Iterable[date]:
    """Return the dates between first and last; most twitches begin and end on one."""
    begin, end = them.started_on, them.ended_on
    if begin == end:
        return (begin,) if first <= begin <= last else ()
    begin, end = max(first, begin), min(last, max(begin, end or last))
    return [begin + n * DAY for n in range((end - begin).days + 1)]


class Touch(NamedTuple):
    """The local dates a place was touched, first and last included; no last while it is still going."""

    site: str
    side: str
    first: date
    last: date | None

    def dates(self, today: date) -> Iterable[date]:
        """Return the dates, none after today but the first."""
        if self.first == self.last:
            return (self.first,)
        last = max(self.first, min(self.last or today, today))
        return [self.first + n * DAY for n in range((last - self.first).days + 1)]


@dataclass(frozen=True, slots=True)
class CheckIn:
    """What the person said about one day; every value is None until given."""

    day: date
    twitching: str
    made_on: date
    factors: Mapping[str, float | None]
    usual: frozenset[str] = frozenset()
    late: Mapping[str, date] = field(default_factory=dict)
    sleep_quality: int | None = None


Date = date
"""The type, under a name that the field of a record does not hide."""


@dataclass(frozen=True, slots=True)
class DayRecord:
    """One calendar day: what was said about it and what was logged on it.

    `state` is "twitching" when an episode touches the day or the person said so, "none" only when the person
    said so, else "blank". `twitches` and `spells` count episodes that start that day; `places` are those
    touched. `is_same_day`: was the first word about it written on the day itself; None while blank. `usual`
    are the factors filled in as usual, which say little about that very day; `late` those from memory, with
    the later date on which they were given.
    """

    date: date
    state: str
    checked_in: bool
    twitches: int
    spells: int
    places: frozenset[Place]
    is_same_day: bool | None
    factors: Mapping[str, float | None]
    usual: frozenset[str] = frozenset()
    late: Mapping[str, Date] = field(default_factory=dict)
    sleep_quality: int | None = None

    @property
    def is_filled_in(self) -> bool:
        """Whether it is known if there was twitching."""
        return self.state != "blank"

    @property
    def is_twitching(self) -> bool:
        """Whether there was twitching."""
        return self.state == "twitching"

    @property
    def episodes(self) -> int | None:
        """How many episodes began on a day checked in; None, never 0, on one that was not.

        Twitching that was only said, or went on from the day before, counts as one.
        """
        return max(self.twitches + self.spells, int(self.is_twitching)) if self.checked_in else None


class DayStrength(NamedTuple):
    """How many episodes, `n`, that started on a day had a strength, 1 to 4."""

    day: date
    strength: int
    n: int


class Answers(NamedTuple):
    """What a day said about twitching and the habits a rule asks for; each is None until given."""

    date: date
    twitching: str
    factors: Mapping[str, float | None]

    @classmethod
    def of(cls, day: DayRecord) -> "Answers":
        """Return what a whole day says of it."""
        return cls(day.date, "", {**day.factors, "sleep_quality": day.sleep_quality})


@dataclass(frozen=True, slots=True)
class Try:
    """What was tried against an episode, each with how much it helped (0 to 4) or None when not said."""

    kind: str
    length_s: int | None
    relief: Mapping[str, int | None]

    @property
    def is_twitch(self) -> bool:
        """Whether it is a twitch with a length of its own, not one that came and went."""
        return self.kind == "twitch"


@dataclass(frozen=True, slots=True)
class SignRecord:
    """An answer about another sign on one day; no record means it was not asked, which is never a no."""

    date: date
    sign: str
    answer: bool
    rating: int | None = None
