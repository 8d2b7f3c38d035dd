"""Everything the rules may look at, read once and then fixed."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from diary.analysis.flags.flag import Thresholds
from diary.analysis.flags.runs import Run, Stretch
from diary.analysis.records import PlaceDay, SignRecord
from diary.periods import DAY
from diary.vocabulary.sites import Place


@dataclass(frozen=True, slots=True)
class Situation:
    """The diary at an instant.

    `groups` are the episodes one by one or added up, `arrivals` the first date of each place. `filled_in` are
    the dates known to have had twitching or none; before `known_from` nobody looked, None is nowhere at all.
    `caffeine` has the days with an amount, in mg.
    """

    groups: Sequence[PlaceDay]
    runs: Sequence[Run]
    arrivals: Mapping[Place, date]
    filled_in: frozenset[date]
    known_from: date | None
    caffeine: Mapping[date, float]
    signs: Sequence[SignRecord]
    visits: Sequence[date]
    thresholds: Thresholds
    now: datetime
    today: date

    def last_days(self, count: int) -> Sequence[date]:
        """Return today and the days before it, that many in all, in order."""
        return [self.today - n * DAY for n in reversed(range(count))]

    def days_filled_in(self, first: date, last: date) -> int | None:
        """Count the days filled in from first to last; None where not all of them were read."""
        if self.known_from is None or first < self.known_from:
            return None
        return sum(first <= day <= last for day in self.filled_in)


def arrivals(found: Sequence[Stretch]) -> dict[Place, date]:
    """Return the first date of each place; its stretches stand in order."""
    return {stretch.place: stretch.dates[0] for stretch in reversed(found)}
