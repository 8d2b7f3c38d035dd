"""More or less often: the weekly rate of episodes over the days checked in (statistics.md, sections 0 and 4).

A Poisson regression of weekly totals on time, its spread taken from the weeks themselves (quasi-Poisson) and
widened for weeks that resemble their neighbours (first-order autocorrelation). Days without a check-in do not
exist here: reading them as quiet would show an improvement that is only a habit of writing less.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import exp, isfinite
from typing import Any

from diary.analysis.records import DayRecord
from diary.analysis.student import t_quantile

WEEK = 7
WEEK_CHECK_INS = 4
WEEKS_NEEDED = 8

# Only an interval inside these says that little changed; a wider one says too little (statistics.md 0).
SMALL_RATIOS = (0.67, 1.5)

# Weeks that are all alike leave an interval as narrow as the arithmetic.
ROUNDING = 1e-9

MOST_ROUNDS = 100
CONVERGED = 1e-10


@dataclass(frozen=True, slots=True)
class Change:
    """How the rate changes per 4 weeks: 1 is no change, 0.5 a halving; `interval` has 95 % confidence.

    `verdict` is "more", "less", "no_clear_change" or "too_few_weeks"; the numbers are None where the diary is
    too short, or where nothing twitched and there is no rate to compare. `weeks` had enough check-ins.
    """

    rate_ratio_4_weeks: float | None
    interval: tuple[float, float] | None
    verdict: str
    weeks: int


@dataclass(frozen=True, slots=True)
class Week:
    """Seven days: `start` in days from the first, how many were checked in, what started on those."""

    start: int
    checked_in: int
    episodes: int


def change(days: Sequence[DayRecord]) -> Change:
    """Return how often it twitches now compared with before; `days` are every calendar day in order."""
    weeks = known_weeks(days)
    if len(weeks) < WEEKS_NEEDED:
        return Change(None, None, "too_few_weeks", len(weeks))
    found = _slope(weeks)
    if found is None:
        return Change(None, None, "no_clear_change", len(weeks))
    slope, half_width = found
    low, high = exp(slope - half_width), exp(slope + half_width)
    return Change(exp(slope), (low, high), _verdict(low, high), len(weeks))


def known_weeks(days: Sequence[DayRecord]) -> list[Week]:
    """Return the weeks with at least 4 check-ins, counted back from the last day."""
    blocks = [(n, days[n : n + WEEK]) for n in range(len(days) % WEEK, len(days), WEEK)]
    weeks = [_week(start, block) for start, block in blocks]
    return [week for week in weeks if week.checked_in >= WEEK_CHECK_INS]


def _week(start: int, days: Sequence[DayRecord]) -> Week:
    said = [day for day in days if day.checked_in]
    return Week(start, len(said), sum(day.twitches + day.spells for day in said))


def _verdict(low: float, high: float) -> str:
    if low > 1 + ROUNDING:
        return "more"
    return "less" if high < 1 - ROUNDING else "no_clear_change"


def _slope(weeks: Sequence[Week]) -> tuple[float, float] | None:
    """Return the slope of the log rate per 4 weeks and half the width of its interval; None without one."""
    import numpy as np

    count = np.array([week.episodes for week in weeks], float)
    time = np.array([week.start for week in weeks]) / 28
    columns = np.column_stack([np.ones(len(weeks)), time - time.mean()])
    fitted = _poisson(count, columns, np.array([week.checked_in for week in weeks], float))
    if fitted is None:
        return None
    coefficients, expected, covariance = fitted
    residuals = (count - expected) / np.sqrt(expected)
    spread = float(residuals @ residuals) / (len(weeks) - 2)
    inflation = _inflation(residuals)
    error = float(np.sqrt(spread * covariance[1, 1] * inflation))
    half_width = t_quantile(0.975, max(2.0, len(weeks) / inflation - 2)) * error
    return (float(coefficients[1]), half_width) if isfinite(half_width) else None


def _poisson(count: Any, columns: Any, exposure: Any) -> tuple[Any, Any, Any] | None:
    """Fit a log rate by reweighted least squares: coefficients, expected counts, covariance without spread.

    None where the fit does not settle: nothing was counted, or all of it at one end.
    """
    import numpy as np

    if not count.any():
        return None
    expected = (count + count.mean()) / 2
    before = np.full(columns.shape[1], np.inf)
    for _ in range(MOST_ROUNDS):
        working = np.log(expected / exposure) + (count - expected) / expected
        weighted = columns.T * expected
        coefficients = np.linalg.solve(weighted @ columns, weighted @ working)
        expected = exposure * np.exp(np.clip(columns @ coefficients, -30, 30))
        if np.max(np.abs(coefficients - before)) < CONVERGED:
            return coefficients, expected, np.linalg.inv(columns.T * expected @ columns)
        before = coefficients
    return None


def _inflation(residuals: Any) -> float:
    """Return how much wider neighbours that resemble each other make the variance, at least 1.

    The autocorrelation is corrected for its bias in short series and kept between 0 and 0.9.
    """
    n, total = len(residuals), float(residuals @ residuals)
    raw = float(residuals[1:] @ residuals[:-1]) / total if total else 0.0
    likeness = min(0.9, max(0.0, (n * raw + 2) / (n - 4)))
    return (1 + likeness) / (1 - likeness)


def _no_clear_change(interval: tuple[float, float]) -> str:
    low, high = interval
    if low > SMALL_RATIOS[0] and high < SMALL_RATIOS[1]:
        return "No clear change over time; if there is one, it is small."
    return "Too early to say whether it is changing: weeks as different as these are common in this diary."


def finding(found: Change) -> str:
    """Say whether it became more or less often, and how sure that is; never more than the numbers hold."""
    if found.verdict == "too_few_weeks":
        missing = f"{found.weeks} of {WEEKS_NEEDED} weeks have enough check-ins"
        return f"Too early to say whether it is changing: {missing}."
    if found.interval is None:
        return f"Nothing to compare over {found.weeks} weeks: too few episodes on the days checked in."
    if found.verdict == "no_clear_change":
        return _no_clear_change(found.interval)
    direction = "more often" if found.verdict == "more" else "less often"
    return f"Twitching came {direction} over time, steadier than the usual ups and downs of this diary."
