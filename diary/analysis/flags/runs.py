"""Runs: twitch days at one place that belong together, because few days lie between them (clinical.md A4)."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from diary.analysis.records import EpisodeRecord, PlaceDay
from diary.vocabulary.sites import Place


@dataclass(frozen=True, slots=True)
class Run:
    """Twitch days at a place with at most the gap's number of free days between neighbours.

    `dates` are local, in order. `elapsed` runs from the first start to the last end in real time, so a clock
    change neither adds nor takes an hour; for an episode still going the end is now. `is_cut` tells that the
    run may have begun before the days that were read.
    """

    place: Place
    groups: tuple[PlaceDay, ...]
    dates: tuple[date, ...]
    elapsed: timedelta
    is_active: bool
    is_cut: bool

    @property
    def first(self) -> date:
        """The first twitch day."""
        return self.dates[0]

    @property
    def last(self) -> date:
        """The last twitch day."""
        return self.dates[-1]

    @property
    def twitches(self) -> Iterator[PlaceDay]:
        """Those with a length of their own: not the spells that came and went."""
        return (group for group in self.groups if group.is_twitch)


def runs(
    episodes: Iterable[EpisodeRecord | PlaceDay],
    gap_days: int,
    now: datetime,
    today: date,
    read_from: date | None = None,
) -> list[Run]:
    """Return the runs of every place, by place and date; what starts after now is left out.

    `read_from` is the first day that was read, when that is not the whole diary.
    """
    at: dict[tuple[str, str], list[PlaceDay]] = defaultdict(list)
    for group in map(PlaceDay.of, episodes):
        if group.first_start <= now:
            at[group.site, group.side].append(group)
    found = []
    for place in sorted(at):
        for groups in _joined(at[place], gap_days, today):
            found.append(_run(Place(*place), groups, gap_days, now, today, read_from))
    return found


def _joined(groups: list[PlaceDay], gap_days: int, today: date) -> Iterator[list[PlaceDay]]:
    """Cut the groups of one place where more than the gap's number of free days lie between them."""
    groups.sort(key=lambda group: (group.started_on, group.first_start))
    joined, last = [groups[0]], groups[0].last_day(today)
    for group in groups[1:]:
        if (group.started_on - last).days > gap_days + 1:
            yield joined
            joined = []
        joined.append(group)
        last = max(last, group.last_day(today))
    yield joined


def _run(
    place: Place, groups: list[PlaceDay], gap_days: int, now: datetime, today: date, read_from: date | None
) -> Run:
    dates = {day for group in groups for day in group.dates(group.started_on, max(group.started_on, today))}
    first, last = min(dates), max(dates)
    return Run(
        place=place,
        groups=tuple(groups),
        dates=tuple(sorted(dates)),
        elapsed=max(_end(group, now) for group in groups) - min(group.first_start for group in groups),
        is_active=(today - last).days <= gap_days + 1,
        is_cut=read_from is not None and (first - read_from).days <= gap_days,
    )


def _end(group: PlaceDay, now: datetime) -> datetime:
    return now if group.is_ongoing else min(now, group.last_end)
