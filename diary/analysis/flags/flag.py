"""What a rule finds, and what it was worked out from."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Protocol

from diary.quantities.volumes import VolumeUnit
from diary.vocabulary import rules
from diary.vocabulary.emergency import EMERGENCY
from diary.vocabulary.rules import LEVELS
from diary.vocabulary.sites import Place
from diary.vocabulary.sources import Source

PERSISTENT = frozenset({"SITE_14D", "EYELID_7D", "EYELID_21D", "EYELID_90D", "SITE_90D", "EPISODE_VERY_LONG"})
"""The rules that mean "twitching that persists" (clinical.md A5)."""


class _Settings(Protocol):
    @property
    def gap_days(self) -> int: ...
    @property
    def long_episode_min(self) -> int: ...
    @property
    def eyelid_days(self) -> int: ...
    @property
    def site_days(self) -> int: ...
    @property
    def emergency(self) -> str: ...
    @property
    def volume_unit(self) -> str: ...


@dataclass(frozen=True, slots=True)
class Thresholds:
    """The numbers a person may change: free days inside a run, minutes, days until it is pointed out.

    `emergency` is the number to call where the person lives, in words that can stand after "call".
    `volume_unit` is how they measure what they drink.
    """

    gap_days: int = rules.GAP_DAYS
    long_episode_min: int = rules.LONG_EPISODE_MIN
    eyelid_days: int = rules.EYELID_DAYS
    site_days: int = rules.SITE_DAYS
    emergency: str = EMERGENCY[""]
    volume_unit: VolumeUnit = "ml"

    @classmethod
    def of(cls, settings: _Settings) -> "Thresholds":
        """Take them from whoever has them, such as a User."""
        return cls(**{name: getattr(settings, name) for name in cls.__slots__})


@dataclass(frozen=True, slots=True)
class Evidence:
    """How a flag was worked out (ux P-2).

    `rule` is the rule in words, `days` the local dates that raised it. `began_on` is the day from which a
    visit to a doctor counts as "about this", `rose_on` the day it became as pressing as it is, where that
    came later: what hid it before does so no longer. `filled_in` and `blank` count the days from the first
    one looked at to the last; None where it is not a matter of days. `elapsed` is from the first start to
    the last end.
    """

    rule: str
    days: tuple[date, ...]
    began_on: date
    elapsed: timedelta | None = None
    gap_days: int | None = None
    filled_in: int | None = None
    blank: int | None = None
    rose_on: date | None = None

    @property
    def as_it_is_since(self) -> date:
        """The day from which somebody who was told of it was told of this."""
        return max(self.began_on, self.rose_on or self.began_on)


@dataclass(frozen=True, slots=True)
class Flag:
    """Something worth pointing out.

    `state` is "open" or "resolved". `since` is the day it began, None when that lies before the days looked
    at; `until` is the last day of a resolved one, else None. `days` counts the dates it rests on. `sentence`
    states what was seen first, then who advises what; `source` says who, where and when.
    """

    rule: str
    level: str
    state: str
    site: str
    side: str
    since: date | None
    until: date | None
    days: int
    sentence: str
    source: Source
    evidence: Evidence

    @property
    def is_open(self) -> bool:
        """Whether it holds now."""
        return self.state == "open"

    @property
    def is_persistent(self) -> bool:
        """Whether it means twitching that persists."""
        return self.rule in PERSISTENT

    @property
    def place(self) -> Place:
        """Where it was; the empty place for what has none."""
        return Place(self.site, self.side)

    @property
    def rank(self) -> int:
        """How pressing the level is, 0 (worth noting) to 4."""
        return tuple(LEVELS).index(self.level)
