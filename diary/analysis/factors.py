"""What a day was like: sleep, caffeine, drinks, stress and more, over the days on which they were given."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from diary.analysis.records import DayRecord
from diary.analysis.spread import quartiles
from diary.vocabulary.factors import FACTORS


@dataclass(frozen=True, slots=True)
class FactorSummary:
    """The middle of a factor and where half of the days lie, in its own unit, over `n` days.

    `yes_days` is on how many of them the answer was yes; None for a factor that is not asked so.
    """

    n: int
    median: float
    q1: float
    q3: float
    yes_days: int | None = None


def summary(days: Iterable[DayRecord], code: str) -> FactorSummary | None:
    """Sum up a factor; None when no day has a value. A day without one is left out, never 0."""
    given = [value for day in days if (value := day.factors[code]) is not None]
    if (middle := quartiles(given)) is None:
        return None
    yes_days = sum(value == 1 for value in given) if FACTORS[code].kind == "yes_no" else None
    return FactorSummary(len(given), middle.median, middle.q1, middle.q3, yes_days)


def summaries(days: Iterable[DayRecord]) -> Mapping[str, FactorSummary | None]:
    """Sum up every factor."""
    listed = list(days)
    return {code: summary(listed, code) for code in FACTORS}


def given(days: Iterable[DayRecord]) -> list[str]:
    """Return the factors that have a value on any of the days."""
    listed = list(days)
    return [code for code in FACTORS if any(day.factors[code] is not None for day in listed)]


def said_for_itself(day: DayRecord) -> DayRecord:
    """Return the day without what was filled in as usual, which says little about that very day (ux C-4)."""
    if not day.usual:
        return day
    return replace(day, factors={**day.factors, **dict.fromkeys(day.usual)})


def middle(days: Iterable[DayRecord], code: str, is_yes_no: bool) -> float | None:
    """Return the median of a factor, or the share of days with yes where it is asked so; None without any.

    How it is asked is told, because of the person's own question only they know.
    """
    given = [value for day in days if (value := day.factors[code]) is not None]
    if (found := quartiles(given)) is None:
        return None
    return sum(value == 1 for value in given) / len(given) if is_yes_no else found.median
