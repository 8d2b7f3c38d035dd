"""The numbers behind a verdict: partial Spearman with Bartlett's effective sample size, and a rate ratio.

Both allow for weekends, a straight line and everything slower than about six weeks: a hard quarter at work
would otherwise flag an innocent factor in 39 to 85 % of year-long diaries (statistics.md 3.3). Days that
resemble their neighbours count for less than their number. One entry per calendar day, NaN where not known.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import exp, log, sqrt

import numpy as np
from numpy.typing import NDArray

from diary.analysis.poisson import FARTHEST, Array, fit
from diary.analysis.student import t_quantile, t_two_sided

Mask = NDArray[np.bool_]

WINDOW = 21
"""Days; waves slower than twice as many are taken out."""
MOST_LAGS = 16
"""Days back to which neighbours count. The reference takes 10, with which 6.6 ± 0.8 % of year-long diaries of
the world "sticky" show a false link; with 16 it is 3.4 ± 0.6 %, for at most 2 points of power. Measured by
`benchmark --links`."""
PAIRS_NEEDED = 30
GROUP_NEEDED = 5
FEWEST_NEIGHBOURS = 8

# Less than this of a factor is left when the weekend or the calendar explain it all.
NOTHING_LEFT = 1e-9

# How much links differ from diary to diary, as the standard deviation of their log ratio (statistics.md 3.8).
PRIOR_SD = 0.5


@dataclass(frozen=True, slots=True)
class Association:
    """How ranks go together from -1 to 1, over how many days, worth how many, how likely by chance."""

    n: int
    rho: float
    worth: float
    p: float


@dataclass(frozen=True, slots=True)
class Contrast:
    """How many times as often on exposed days: as it is, drawn towards 1, and what would fit (95 %)."""

    ratio: float
    shrunk: float
    interval: tuple[float, float]


def adjusters(weekend: Array) -> Array:
    """Return what is allowed for: a level, a straight line, slow waves, and weekends where there are any."""
    days = len(weekend)
    time = (np.arange(days) + 0.5) / days
    waves = np.cos(np.pi * np.outer(time, np.arange(1, max(1, days // WINDOW) + 1)))
    columns = np.column_stack([np.ones(days), time, waves])
    return np.column_stack([columns, weekend]) if np.ptp(weekend) else columns


def ranks(values: Array) -> Array:
    """Return the ranks of what is known, ties sharing their mean."""
    known = ~np.isnan(values)
    _, place, sizes = np.unique(values[known], return_inverse=True, return_counts=True)
    found = np.full(len(values), np.nan)
    found[known] = (np.cumsum(sizes) - (sizes - 1) / 2)[place]
    return found


def remaining(values: Array, known: Mask, allowed_for: Array) -> Array:
    """Return what the columns do not explain of the known days; NaN on the others."""
    columns, seen = allowed_for[known], values[known]
    left = np.full(values.shape, np.nan)
    left[known] = seen - columns @ np.linalg.lstsq(columns, seen, rcond=None)[0]
    return left


def inflation(one: Array, other: Array, most_lags: int = MOST_LAGS) -> float:
    """Return how much two series that each resemble their own yesterday widen their correlation, at least 1.

    Bartlett's 1 + 2 Σ (1 - k/n) r(k) s(k), over neighbours that are both known.
    """
    n = int((~np.isnan(one) & ~np.isnan(other)).sum())
    lags = range(1, min(most_lags, n // 5) + 1)
    pairs = zip(lags, _likeness(one, lags), _likeness(other, lags), strict=True)
    return max(1.0, 1 + 2 * sum((1 - k / n) * r * s for k, r, s in pairs))


def _likeness(series: Array, lags: Sequence[int]) -> list[float]:
    """Return how a series resembles itself so many days before; 0 where hardly a pair of days is known."""
    known = ~np.isnan(series)
    level = np.where(known, series - series[known].mean(), 0.0)
    spread, found = float(level @ level) / known.sum(), []
    for k in lags:
        both = int((known[k:] & known[:-k]).sum())
        found.append(float(level[k:] @ level[:-k]) / both / spread if both > FEWEST_NEIGHBOURS else 0.0)
    return found


def association(
    outcome: Array, factor: Array, allowed_for: Array, most_lags: int = MOST_LAGS
) -> Association | None:
    """Correlate what is left of the ranks; None with too few pairs, or where nothing is left to compare."""
    return _of_ranks(ranks(outcome), ranks(factor), allowed_for, most_lags)


def _of_ranks(
    outcome: Array, factor: Array, allowed_for: Array, most_lags: int = MOST_LAGS
) -> Association | None:
    ranked = np.column_stack([outcome, factor])
    known = ~(np.isnan(outcome) | np.isnan(factor))
    n = int(known.sum())
    if n < PAIRS_NEEDED:
        return None
    left = remaining(ranked, known, allowed_for)
    if np.nanstd(left, axis=0).min() <= NOTHING_LEFT:
        return None
    one, other = left[known].T
    rho = float(np.asarray(np.corrcoef(one, other))[0, 1])
    df = max(2.0, n / inflation(left[:, 0], left[:, 1], most_lags) - allowed_for.shape[1] - 1)
    t = rho * sqrt(df / max(1e-12, 1 - rho * rho))
    return Association(n, rho, df + 2, t_two_sided(t, df))


def associations(
    outcome: Array, factors: Array, allowed_for: Array, most_lags: int = MOST_LAGS
) -> list[Association | None]:
    """Test each column by itself."""
    return [association(outcome, column, allowed_for, most_lags) for column in factors.T]


def mutual(outcome: Array, factors: Array, allowed_for: Array) -> list[Association | None]:
    """Test each column with the others allowed for too, on the days on which all are known."""
    complete = ~np.isnan(factors).any(axis=1)
    ranked = np.column_stack([ranks(column) for column in factors.T])
    found = []
    for at, column in enumerate(factors.T):
        others = np.nan_to_num(np.delete(ranked, at, axis=1))
        held = np.where(complete, ranks(column), np.nan)
        found.append(_of_ranks(ranks(outcome), held, np.column_stack([allowed_for, others])))
    return found


def alike(one: Array, other: Array, allowed_for: Array) -> float:
    """Return how two factors go together, from -1 to 1; 0 where that cannot be said."""
    found = association(one, other, allowed_for)
    return found.rho if found else 0.0


def holm(chances: Sequence[float]) -> list[float]:
    """Return the chances after Holm: of a false finding anywhere among all that were tested."""
    adjusted, largest = [0.0] * len(chances), 0.0
    for rank, at in enumerate(sorted(range(len(chances)), key=chances.__getitem__)):
        largest = max(largest, min(1.0, chances[at] * (len(chances) - rank)))
        adjusted[at] = largest
    return adjusted


def contrast(
    outcome: Array, exposed: Array, allowed_for: Array, most_lags: int = MOST_LAGS
) -> Contrast | None:
    """Compare the rate on exposed days (1) with that on the others (0); None where there is no ratio.

    A Poisson regression whose error Bartlett's factor widens; see `shrunk` for the middle one.
    """
    known = ~(np.isnan(outcome) | np.isnan(exposed))
    counts, groups = outcome[known], exposed[known]
    sides = [counts[groups == side] for side in (1, 0)]
    left = remaining(exposed, known, allowed_for)
    if any(len(side) < GROUP_NEEDED or not side.any() for side in sides) or np.nanstd(left) <= NOTHING_LEFT:
        return None
    others = allowed_for[known, 1:]
    columns = np.column_stack([np.ones(len(counts)), groups, others - others.mean(axis=0)])
    found = fit(counts, columns)
    if found is None:
        return None
    surprises = np.full(len(outcome), np.nan)
    surprises[known] = found.residuals
    wider = inflation(left, surprises, most_lags)
    df = max(3.0, len(counts) / wider - columns.shape[1])
    return _contrast(float(found.coefficients[1]), float(found.errors[1]) * sqrt(wider), df)


def _contrast(log_ratio: float, error: float, df: float) -> Contrast | None:
    half_width = t_quantile(0.975, df) * error
    if not half_width + abs(log_ratio) < FARTHEST:
        return None
    interval = exp(log_ratio - half_width), exp(log_ratio + half_width)
    return Contrast(exp(log_ratio), shrunk(log_ratio, error, interval), interval)


def shrunk(log_ratio: float, error: float, interval: tuple[float, float]) -> float:
    """Return the ratio drawn towards 1 by what is usual among links, but never out of its own interval."""
    middle = log_ratio * PRIOR_SD**2 / (PRIOR_SD**2 + error**2)
    return exp(min(max(middle, log(interval[0])), log(interval[1])))
