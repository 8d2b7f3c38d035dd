"""Everything the rules may look at, read once and then fixed."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from diary.analysis.flags.flag import Thresholds
from diary.analysis.flags.runs import Run, runs
from diary.analysis.records import DayRecord, EpisodeRecord, PlaceDay, SignRecord
from diary.periods import DAY, local_date


@dataclass(frozen=True, slots=True)
class Situation:
    """The diary at an instant: runs, days by date, answers about other signs, days of visits, thresholds."""

    groups: tuple[PlaceDay, ...]
    runs: tuple[Run, ...]
    days: Mapping[date, DayRecord]
    signs: tuple[SignRecord, ...]
    visits: tuple[date, ...]
    thresholds: Thresholds
    now: datetime
    today: date

    @classmethod
    def at(
        cls,
        episodes: Iterable[EpisodeRecord | PlaceDay],
        days: Iterable[DayRecord],
        signs: Iterable[SignRecord],
        visits: Iterable[date],
        thresholds: Thresholds,
        now: datetime,
        zone: str,
        read_from: date | None = None,
    ) -> "Situation":
        """Gather what is known; `read_from` is the first day read when that is not the whole diary."""
        today = local_date(now, zone)
        groups = tuple(map(PlaceDay.of, episodes))
        return cls(
            groups=groups,
            runs=tuple(runs(groups, thresholds.gap_days, now, today, read_from)),
            days={day.date: day for day in days if day.date <= today},
            signs=tuple(sign for sign in signs if sign.date <= today),
            visits=tuple(sorted(visit for visit in visits if visit <= today)),
            thresholds=thresholds,
            now=now,
            today=today,
        )

    def last_days(self, count: int) -> Sequence[date]:
        """Return today and the days before it, that many in all, in order."""
        return [self.today - n * DAY for n in reversed(range(count))]

    def filled_in(self, first: date, last: date) -> int | None:
        """Count the days filled in from first to last; None unless every one of them was read."""
        span = [first + n * DAY for n in range((last - first).days + 1)]
        if any(day not in self.days for day in span):
            return None
        return sum(self.days[day].is_filled_in for day in span)
