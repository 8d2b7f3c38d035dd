"""Weeks as the grain of change: day resembles day, week resembles week less (statistics.md, 0 and 4).

Only days checked in count: reading the others as quiet would show an improvement that is only a habit of
writing less. Weeks that resemble their neighbours widen the interval (first-order autocorrelation).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import exp, isfinite

from diary.analysis.poisson import Array, fit
from diary.analysis.records import DayRecord
from diary.analysis.student import t_quantile

WEEK = 7
WEEK_CHECK_INS = 4

# Only an interval inside these says that there is little; a wider one says too little (statistics.md 0).
SMALL_RATIOS = (0.67, 1.5)

# Weeks that are all alike leave an interval as narrow as the arithmetic.
ROUNDING = 1e-9


@dataclass(frozen=True, slots=True)
class Week:
    """Seven days: `start` in days from the first, how many were checked in, what started on those."""

    start: int
    checked_in: int
    episodes: int


@dataclass(frozen=True, slots=True)
class Slope:
    """A difference of log rates (or log lengths) and half the width of its interval of 95 % confidence."""

    value: float
    half_width: float

    @property
    def ratio(self) -> float:
        """The factor it stands for."""
        return exp(self.value)

    @property
    def interval(self) -> tuple[float, float]:
        """The factors that would fit."""
        return exp(self.value - self.half_width), exp(self.value + self.half_width)


def known_weeks(days: Sequence[DayRecord]) -> list[Week]:
    """Return the weeks with at least 4 check-ins, counted back from the last day."""
    return weeks_from(days, len(days) % WEEK)


def weeks_from(days: Sequence[DayRecord], first: int = 0) -> list[Week]:
    """Return the whole weeks with at least 4 check-ins, counted on from the day with that number."""
    starts = range(first, len(days) - WEEK + 1, WEEK)
    weeks = [_week(start, days[start : start + WEEK]) for start in starts]
    return [week for week in weeks if week.checked_in >= WEEK_CHECK_INS]


def _week(start: int, days: Sequence[DayRecord]) -> Week:
    said = [day.episodes for day in days if day.episodes is not None]
    return Week(start, len(said), sum(said))


def rate_slope(weeks: Sequence[Week], steps: Sequence[Sequence[float]]) -> Slope | None:
    """Return how the log rate goes with the first of the steps, the others allowed for; None without one."""
    import numpy as np

    columns = np.column_stack([np.ones(len(weeks)), *(np.array(step, float) for step in steps)])
    counts = np.array([week.episodes for week in weeks], float)
    found = fit(counts, columns, np.array([week.checked_in for week in weeks], float))
    if found is None:
        return None
    return widened(found.coefficients[1], found.errors[1], found.residuals, columns.shape[1])


def widened(value: float, error: float, residuals: Array, columns: int) -> Slope | None:
    """Return a slope with its error widened for weeks that resemble their neighbours; None if endless."""
    inflation = _inflation(residuals)
    df = max(2.0, len(residuals) / inflation - columns)
    half_width = t_quantile(0.975, df) * float(error) * inflation**0.5
    return Slope(float(value), half_width) if isfinite(half_width) else None


def _inflation(residuals: Array) -> float:
    """Return how much wider neighbours that resemble each other make the variance, at least 1.

    The autocorrelation is corrected for its bias in short series and kept between 0 and 0.9.
    """
    n, total = len(residuals), float(residuals @ residuals)
    raw = float(residuals[1:] @ residuals[:-1]) / total if total else 0.0
    likeness = min(0.9, max(0.0, (n * raw + 2) / (n - 4)))
    return (1 + likeness) / (1 - likeness)
