"""The parts of a day, as a person says when something came and went."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from diary.periods import DAY, local_date, start_of_day
from diary.quantities import Clock, format_clock, local_instant

# The hours of each part; the last one ends with the day.
PARTS = {"morning": (6, 12), "afternoon": (12, 18), "evening": (18, 24), "night": (0, 6), "all_day": (0, 24)}
WHEN = {
    "morning": "Morning",
    "afternoon": "Afternoon",
    "evening": "Evening",
    "night": "Night",
    "all_day": "All day",
}
SET_TIMES = "set"

NOW = "now"


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a day with its first and last hour in words; today it ends now at the latest.

    `ends` is empty while the part has not come yet.
    """

    code: str
    label: str
    is_today: bool
    begins: str
    ends: str


def parts(now: datetime, zone: str, clock: Clock) -> Iterator[Part]:
    """Yield each part as it is today, and as it was on any day before."""
    today = local_date(now, zone)
    for code, label in WHEN.items():
        for day in (today, today - DAY):
            begin, end = (hour_of(day, hour, zone) for hour in PARTS[code])
            begins, ends = (format_clock(at, zone, clock) for at in (begin, end))
            ends = "" if begin >= now else NOW if end > now else ends
            yield Part(code, label, day == today, begins, ends)


def hour_of(day: date, hour: int, zone: str) -> datetime:
    """Return the instant of a full hour, 0 to 24, on a local day; 24 is where the next day begins."""
    if hour in (0, 24):
        return start_of_day(day + (DAY if hour else timedelta()), zone)
    return local_instant(day, time(hour), zone)
