"""Local days, weeks and spans of them: the only place that knows what a day is.

A day is the calendar day of the place where something happened. It may last 23 or 25 hours; nothing here
assumes 24. Instants are aware and kept in UTC; a span of instants is half-open, from `start` up to `end`.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo, available_timezones

DAY = timedelta(days=1)
WEEK = timedelta(days=7)


@lru_cache(maxsize=1)
def zone_names() -> frozenset[str]:
    """Return the IANA names this machine knows."""
    return frozenset(available_timezones())


def local_time(instant: datetime, zone: str) -> datetime:
    """Return the instant as the clock on the wall in the zone showed it."""
    return instant.astimezone(ZoneInfo(zone))


def local_date(instant: datetime, zone: str) -> date:
    """Return the calendar day of the instant in the zone."""
    return local_time(instant, zone).date()


def local_minute(instant: datetime, zone: str) -> int:
    """Return the clock time as minutes after midnight, 0 to 1439, as the wall showed it."""
    wall = local_time(instant, zone)
    return wall.hour * 60 + wall.minute


def start_of_day(day: date, zone: str) -> datetime:
    """Return the first instant of the local day, in UTC.

    Where the clocks skip midnight, that is the moment they jump to.
    """
    return datetime.combine(day, time.min, ZoneInfo(zone)).astimezone(UTC)


def last_touched_date(start: datetime, end: datetime, zone: str) -> date:
    """Return the last local day that the half-open span from start to end touches.

    A span that ends at midnight does not touch the day that begins there; an empty span touches its own day.
    """
    if end <= start:
        return local_date(start, zone)
    return local_date(end - timedelta(microseconds=1), zone)


@dataclass(frozen=True, slots=True)
class Period:
    """An inclusive span of local dates in one IANA zone."""

    first: date
    last: date
    timezone: str

    def __post_init__(self) -> None:
        if self.last < self.first:
            raise ValueError("The last day must not be before the first day")

    @classmethod
    def ending(cls, last: date, days: int, timezone: str) -> "Period":
        """Return the period of that many days, the last one included."""
        return cls(max(date.min + DAY, last) - (days - 1) * DAY, last, timezone)

    @property
    def start(self) -> datetime:
        """The first instant of the first day, in UTC."""
        return start_of_day(self.first, self.timezone)

    @property
    def end(self) -> datetime:
        """The first instant after the last day, in UTC."""
        return start_of_day(self.last + DAY, self.timezone)

    def __len__(self) -> int:
        return (self.last - self.first).days + 1

    def __contains__(self, day: date) -> bool:
        return self.first <= day <= self.last

    def days(self) -> Iterator[date]:
        """Yield every calendar day, in order."""
        return (self.first + n * DAY for n in range(len(self)))

    def weeks(self) -> "list[Period]":
        """Return blocks of 7 days counted from the first day; the last one may be shorter."""
        firsts = (self.first + n * WEEK for n in range((len(self) + 6) // 7))
        return [Period(first, min(first + 6 * DAY, self.last), self.timezone) for first in firsts]

    def until(self, last: date) -> "Period":
        """Return the same period cut off after the given day, at least one day long."""
        return Period(self.first, max(self.first, min(self.last, last)), self.timezone)
