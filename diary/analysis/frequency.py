"""How often: days and episodes, by day, week and month. A day not filled in is never counted as quiet."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from math import inf

from diary.analysis.records import DayRecord

# A quieter week needs at least this many days filled in and as many twitching before (clinical.md A5,
# the mirror of RISING), and half as many or fewer now.
QUIETER_DAYS = 4

# A running mean of 7 days is drawn where more than half of them were checked in.
MEAN_FROM = 4

ENDS = ((8 * 7, 7, "week"), (2 * 365, 4 * 7, "4 weeks"), (inf, 365, "year"))
"""Below how many days which part of them, in days and in words, is set beside its like."""


@dataclass(frozen=True, slots=True)
class Counts:
    """Days of a period, counted. `same_day` are those filled in on the day itself."""

    in_period: int
    filled_in: int
    checked_in: int
    twitching: int
    none: int
    same_day: int


@dataclass(frozen=True, slots=True)
class Span:
    """A day, week or month: its days filled in, its days with twitching, what started in it."""

    first: date
    last: date
    twitching: int
    filled_in: int
    twitches: int
    spells: int

    @classmethod
    def of(cls, days: Sequence[DayRecord]) -> "Span":
        """Add up the days of a span; at least one."""
        return cls(
            first=days[0].date,
            last=days[-1].date,
            twitching=sum(day.is_twitching for day in days),
            filled_in=sum(day.is_filled_in for day in days),
            twitches=sum(day.twitches for day in days),
            spells=sum(day.spells for day in days),
        )

    @property
    def in_span(self) -> int:
        """Calendar days, filled in or not."""
        return (self.last - self.first).days + 1

    @property
    def is_uncounted(self) -> bool:
        """Whether there was twitching of which no single twitch began in it: how many is not known, never 0.

        It was only said, came and went, or went on from the day before.
        """
        return bool(self.twitching) and not self.twitches

    @property
    def episodes(self) -> int:
        """Twitches and spells that started in it."""
        return self.twitches + self.spells


def counts(days: Sequence[DayRecord]) -> Counts:
    """Count the days."""
    return Counts(
        in_period=len(days),
        filled_in=sum(day.is_filled_in for day in days),
        checked_in=sum(day.checked_in for day in days),
        twitching=sum(day.is_twitching for day in days),
        none=sum(day.state == "none" for day in days),
        same_day=sum(day.is_same_day is True for day in days),
    )


def by_day(days: Sequence[DayRecord]) -> list[Span]:
    """Return one span per day."""
    return [Span.of([day]) for day in days]


def by_week(days: Sequence[DayRecord]) -> list[Span]:
    """Return blocks of 7 days counted from the first day; the last one may be shorter."""
    return [Span.of(days[n : n + 7]) for n in range(0, len(days), 7)]


def by_month(days: Sequence[DayRecord]) -> list[Span]:
    """Return one span per calendar month, cut off where the days end."""
    months = groupby(days, key=lambda day: (day.date.year, day.date.month))
    return [Span.of(list(group)) for _, group in months]


def running_means(days: Sequence[DayRecord]) -> list[float | None]:
    """Return for each day the mean number of twitches of the 7 days around it; they are every day in order.

    Only days checked in count, as quiet ones need a check-in to be seen; None below 4 of them. A day with
    twitching that was not counted is none of them.
    """
    said = [day.twitches if day.checked_in and not Span.of([day]).is_uncounted else None for day in days]
    return [_mean(said[max(0, n - 3) : n + 4]) for n in range(len(days))]


def _mean(counts: Iterable[int | None]) -> float | None:
    known = [count for count in counts if count is not None]
    return sum(known) / len(known) if len(known) >= MEAN_FROM else None


def finding(days: Sequence[DayRecord]) -> str:
    """Say on how many of the days filled in there was twitching."""
    total = counts(days)
    if not total.filled_in:
        return "No day is filled in yet."
    unit = "day" if total.filled_in == 1 else "days"
    if not total.twitching:
        return f"No twitching on {total.filled_in:,} of {total.filled_in:,} {unit} filled in."
    return f"Twitching on {total.twitching:,} of {total.filled_in:,} {unit} filled in."


def first_and_last(days: Sequence[DayRecord]) -> str:
    """Set the first and last week side by side, of months 4 weeks, of years a year; "" where one is blank."""
    size, words = next((size, words) for most, size, words in ENDS if len(days) < most)
    first, last = (Span.of(part) if part else None for part in (days[:size], days[-size:]))
    if len(days) < 2 * size or not (first and last and first.filled_in and last.filled_in):
        return ""
    return f"{_of(first)} in the first {words}, {_of(last, unit=False)} in the last."


def first_and_last_week(days: Sequence[DayRecord]) -> str:
    """Set the first and last 7 days side by side, as counts; "" below 14 days or where one is blank."""
    if len(days) < 14:
        return ""
    first, last = Span.of(days[:7]), Span.of(days[-7:])
    if not (first.filled_in and last.filled_in):
        return ""
    return f"{_of(first)} in the first week, {_of(last, unit=False)} in the last."


def quieter(days: Sequence[DayRecord], today: date) -> str:
    """Set this week beside the one before where that had twice as many (ux 7, P-6); else "", as of days past.

    Only counts: "less often" is said by the test in `trend` alone.
    """
    if len(days) < 14 or days[-1].date != today:
        return ""
    before, now = Span.of(days[-14:-7]), Span.of(days[-7:])
    is_known = min(before.filled_in, now.filled_in) >= QUIETER_DAYS
    if not is_known or before.twitching < QUIETER_DAYS or 2 * now.twitching > before.twitching:
        return ""
    return f"Twitching on {_of(now)} this week, {_of(before, unit=False)} the week before."


def busiest(spans: Iterable[Span]) -> Span | None:
    """Return the span with the most episodes, the earliest of equals; None when there are none."""
    most = max(spans, key=lambda span: span.episodes, default=None)
    return most if most and most.episodes else None


def _of(span: Span, unit: bool = True) -> str:
    days = (" day" if span.filled_in == 1 else " days") if unit else ""
    return f"{span.twitching} of {span.filled_in}{days}"
