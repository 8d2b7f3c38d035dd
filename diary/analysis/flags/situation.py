"""Everything the rules may look at, read once and then fixed."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import cached_property
from typing import Protocol, Self

from diary.analysis.flags.flag import Thresholds
from diary.analysis.flags.runs import Run, Stretch
from diary.analysis.health import ConditionRecord, MedicineRecord, says_pregnant
from diary.analysis.records import PlaceDay, SignRecord
from diary.quantities import format_date
from diary.vocabulary.catalogue import FORTNIGHT
from diary.vocabulary.sites import Place


@dataclass(frozen=True)
class Situation:
    """The diary at an instant, and as it stood on a day before: `as_of` moves `today`, `present` stays.

    `on` has the episodes of each date, one by one or added up, `arrivals` the first date of each place.
    `filled_in` are the dates known to have had twitching or none, `said_yes` those on which a check-in said
    that there was some; before `known_from` nobody looked, None is
    nowhere at all. `habits` has the days with an amount of each factor, `noted` the dates of each sign that
    was answered yes, `ratings` how strong on a scale. `written` are the dates with any entry at all. `poured`
    is the most that was drunk within an hour of a date. `conditions` are those of the health record.
    """

    on: Mapping[date, Sequence[PlaceDay]]
    runs: Sequence[Run]
    arrivals: Mapping[Place, date]
    filled_in: frozenset[date]
    said_yes: frozenset[date]
    known_from: date | None
    habits: Mapping[str, Mapping[date, float]]
    noted: Mapping[str, frozenset[date]]
    ratings: Mapping[str, Mapping[date, int]]
    written: frozenset[date]
    poured: Mapping[date, int]
    conditions: Sequence[ConditionRecord]
    visits: Sequence[date]
    medicines: Sequence[MedicineRecord]
    thresholds: Thresholds
    now: datetime
    today: date
    present: date

    def as_of(self, day: date) -> Self:
        """Return the diary as it stood at the end of that day, for the rules that look back from it."""
        return replace(self, today=day)

    def last_days(self, count: int) -> Sequence[date]:
        """Return today and the days before it, that many in all, in order."""
        last = self.today.toordinal()  # asked for a dozen times per day of a report: without timedeltas
        return [*map(date.fromordinal, range(last - count + 1, last + 1))]

    def touching(self, window: Iterable[date]) -> list[PlaceDay]:
        """Return the episodes that touch one of these days, each once."""
        return list({id(group): group for day in window for group in self.on.get(day, ())}.values())

    @cached_property
    def fortnight(self) -> Sequence[date]:
        """The two weeks up to today."""
        return self.last_days(FORTNIGHT)

    @cached_property
    def lately(self) -> Sequence[PlaceDay]:
        """The episodes that touch the two weeks; kept, for most rules look at them."""
        return self.touching(self.fortnight)

    def twitched_on(self, day: date) -> bool:
        """Whether there was twitching on the day, logged or only said in a check-in."""
        return bool(self.on.get(day)) or day in self.said_yes

    def has_twitched(self, count: int) -> bool:
        """Whether there was twitching on one of the last days."""
        return any(map(self.twitched_on, self.last_days(count)))

    def yes_days(self, sign: str, count: int) -> list[date]:
        """Return the last days with a yes about the sign; not asked is never a yes and never a no."""
        said = self.noted.get(sign)
        return [day for day in self.last_days(count) if day in said] if said else []

    def said_days(self, codes: Sequence[str], count: int) -> list[date]:
        """Return the last days with a yes about one of these, be they signs or questions of the check-in."""
        window, factors = self.last_days(count), [self.habits.get(code, {}) for code in codes]
        signs = frozenset[date]().union(*(self.noted.get(code, ()) for code in codes))
        return [day for day in window if day in signs or any(given.get(day) for given in factors)]

    @property
    def is_pregnant(self) -> bool:
        """Whether the health record says so of the day looked at."""
        return says_pregnant(self.conditions, self.today)

    def amounts(self, factor: str, count: int) -> dict[date, float]:
        """Return the amounts of the last days that have one."""
        given = self.habits.get(factor)
        return {day: given[day] for day in self.last_days(count) if day in given} if given else {}

    def in_the_last(self, days: int) -> str:
        """Return "in the last 2 weeks", or for a day that is past "in the 2 weeks to 12 May"."""
        span = {7: "week", 14: "2 weeks"}[days]
        if self.today == self.present:
            return f"in the last {span}"
        return f"in the {span} to {format_date(self.today, self.present)}"

    def days_filled_in(self, first: date, last: date) -> int | None:
        """Count the days filled in from first to last; None where not all of them were read."""
        if self.known_from is None or first < self.known_from:
            return None
        return sum(first <= day <= last for day in self.filled_in)


def arrivals(found: Sequence[Stretch]) -> dict[Place, date]:
    """Return the first date of each place; its stretches stand in order."""
    return {stretch.place: stretch.dates[0] for stretch in reversed(found)}


def by_date(groups: Iterable[PlaceDay], first: date, today: date) -> dict[date, list[PlaceDay]]:
    """Return the episodes of each date from the first to today; one still going touches each day since."""
    on: dict[date, list[PlaceDay]] = defaultdict(list)
    for group in groups:
        for day in group.dates(first, today):
            on[day].append(group)
    return on


class Dated(Protocol):
    """A day with its factors."""

    @property
    def date(self) -> date: ...
    @property
    def factors(self) -> Mapping[str, float | None]: ...


def habits(said: Iterable[Dated]) -> dict[str, dict[date, float]]:
    """Return the days with an amount of each factor."""
    given: dict[str, dict[date, float]] = defaultdict(dict)
    for day in said:
        for factor, amount in day.factors.items():
            if amount is not None:
                given[factor][day.date] = amount
    return given


def ratings(signs: Iterable[SignRecord]) -> dict[str, dict[date, int]]:
    """Return the days with a rating of each sign."""
    given: dict[str, dict[date, int]] = defaultdict(dict)
    for sign in signs:
        if sign.rating is not None:
            given[sign.sign][sign.date] = sign.rating
    return given


def yes_dates(signs: Iterable[SignRecord]) -> dict[str, frozenset[date]]:
    """Return the dates on which each sign was answered yes."""
    said: dict[str, set[date]] = defaultdict(set)
    for sign in signs:
        if sign.answer:
            said[sign.sign].add(sign.date)
    return {sign: frozenset(dates) for sign, dates in said.items()}
