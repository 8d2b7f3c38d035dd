"""Runs: twitch days at one place that belong together, because few days lie between them (clinical.md A4).

Which days belong together follows from the dates alone. How long a run lasted follows from the instants of
its first start and its last end, so only the episodes of those days have to be known.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import pairwise

from diary.analysis.records import PlaceDay, Touch
from diary.periods import DAY
from diary.vocabulary.sites import Place


@dataclass(frozen=True, slots=True)
class Stretch:
    """The dates of a run, in order: at most the gap's number of free days lie between neighbours.

    It is active while a twitch today would still join it. `is_cut` tells that it may have begun before the
    days that were read.
    """

    place: Place
    dates: tuple[date, ...]
    is_active: bool
    is_cut: bool


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch and its episodes.

    `elapsed` is from the first start to the last end in real time, so a clock change neither adds nor takes
    an hour; for an episode still going the end is now.
    """

    stretch: Stretch
    groups: tuple[PlaceDay, ...]
    elapsed: timedelta

    @property
    def place(self) -> Place:
        """Where it is."""
        return self.stretch.place

    @property
    def dates(self) -> tuple[date, ...]:
        """The twitch days, in order."""
        return self.stretch.dates

    @property
    def first(self) -> date:
        """The first twitch day."""
        return self.stretch.dates[0]

    @property
    def last(self) -> date:
        """The last twitch day."""
        return self.stretch.dates[-1]

    @property
    def is_active(self) -> bool:
        """Whether a twitch today would still join it."""
        return self.stretch.is_active

    @property
    def is_cut(self) -> bool:
        """Whether it may have begun before the days that were read."""
        return self.stretch.is_cut

    @property
    def twitches(self) -> Iterator[PlaceDay]:
        """Those with a length of their own: not the spells that came and went."""
        return (group for group in self.groups if group.is_twitch)


def stretches(
    touched: Iterable[Touch], gap_days: int, today: date, read_from: date | None = None
) -> list[Stretch]:
    """Return the stretches of every place, by place and date.

    `read_from` is the first day that was read, when that is not the whole diary.
    """
    at: dict[tuple[str, str], set[date]] = defaultdict(set)
    for touch in touched:
        at[touch.site, touch.side].update(touch.dates(today))
    return [
        Stretch(
            place=Place(*place),
            dates=dates,
            is_active=(today - dates[-1]).days <= gap_days + 1,
            is_cut=read_from is not None and (dates[0] - read_from).days <= gap_days,
        )
        for place in sorted(at)
        for dates in _joined(sorted(at[place]), gap_days)
    ]


def _joined(dates: list[date], gap_days: int) -> Iterator[tuple[date, ...]]:
    """Cut the dates of one place where more than the gap's number of free days lie between two."""
    furthest, begin = (gap_days + 1) * DAY, 0
    for n, (day, later) in enumerate(pairwise(dates), 1):
        if later - day > furthest:
            yield tuple(dates[begin:n])
            begin = n
    yield tuple(dates[begin:])


def runs(
    found: Iterable[Stretch], groups: Iterable[PlaceDay], now: datetime, since: date = date.min
) -> list[Run]:
    """Return the stretches with their episodes; one without any of them read is left out.

    Of the episodes only those that touch a day from `since` on are kept; the first day counts for its start.
    """
    at: dict[Place, list[PlaceDay]] = defaultdict(list)
    for group in groups:
        at[group.place].append(group)
    inside = ((stretch, _inside(stretch, at[stretch.place])) for stretch in found)
    return [Run(stretch, _late(its, since), _elapsed(its, now)) for stretch, its in inside if its]


def _inside(stretch: Stretch, groups: Iterable[PlaceDay]) -> tuple[PlaceDay, ...]:
    first, last = stretch.dates[0], stretch.dates[-1]
    return tuple(group for group in groups if first <= group.started_on <= last)


def _late(groups: Iterable[PlaceDay], since: date) -> tuple[PlaceDay, ...]:
    return tuple(group for group in groups if group.ended_on is None or group.ended_on >= since)


def _elapsed(groups: Iterable[PlaceDay], now: datetime) -> timedelta:
    ends, starts = zip(*((_end(group, now), group.first_start) for group in groups), strict=True)
    return max(ends) - min(starts)


def _end(group: PlaceDay, now: datetime) -> datetime:
    return now if group.is_ongoing else min(now, group.last_end)
