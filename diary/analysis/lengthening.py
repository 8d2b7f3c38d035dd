"""Longer or shorter: the weekly mean of the logarithm of the lengths (statistics.md, section 4).

One row per episode would take twenty twitches of one bad day for twenty findings: 20 to 40 % false ones.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from math import log
from typing import Protocol

from diary.analysis.trend import FOUR_WEEKS, WEEKS_NEEDED, centred
from diary.analysis.weekly import ROUNDING, SMALL_RATIOS, WEEK, Slope, widened

EPISODES_NEEDED = 3
"""Lengths that make a week count; our choice, as statistics.md names none."""


class Timed(Protocol):
    """An episode with a day on which it started and, if known, a length."""

    @property
    def is_twitch(self) -> bool:
        """Whether it has a length of its own."""

    @property
    def is_ongoing(self) -> bool:
        """Whether its length is not known yet."""

    @property
    def started_on(self) -> date:
        """The local day on which it began."""

    def seconds(self, now: datetime) -> float | None:
        """Return the length; None when it was not recorded."""


@dataclass(frozen=True, slots=True)
class LengthChange:
    """How the usual length changes per 4 weeks: 1 is no change, 0.5 half as long; `interval` has 95 %.

    `verdict` is "longer", "shorter", "no_clear_change" or "too_few_weeks"; the numbers are None without a
    verdict of their own. `weeks` had enough lengths.
    """

    length_ratio_4_weeks: float | None
    interval: tuple[float, float] | None
    verdict: str
    weeks: int


@dataclass(frozen=True, slots=True)
class _Week:
    start: int
    n: int
    mean: float


def length_change(episodes: Iterable[Timed], last: date, now: datetime) -> LengthChange:
    """Return how long twitches last now compared with before; weeks are counted back from the last day.

    Those still going and those whose length was not recorded are left out.
    """
    weeks = _weeks(episodes, last, now)
    if len(weeks) < WEEKS_NEEDED:
        return LengthChange(None, None, "too_few_weeks", len(weeks))
    found = _slope(weeks)
    if found is None:
        return LengthChange(None, None, "no_clear_change", len(weeks))
    low, high = found.interval
    verdict = "longer" if low > 1 + ROUNDING else "shorter" if high < 1 - ROUNDING else "no_clear_change"
    return LengthChange(found.ratio, found.interval, verdict, len(weeks))


def _weeks(episodes: Iterable[Timed], last: date, now: datetime) -> list[_Week]:
    logs: dict[int, list[float]] = {}
    for episode in episodes:
        seconds = None if episode.is_ongoing or not episode.is_twitch else episode.seconds(now)
        if seconds is not None and episode.started_on <= last:
            logs.setdefault((last - episode.started_on).days // WEEK, []).append(log(max(1.0, seconds)))
    known = {back: found for back, found in logs.items() if len(found) >= EPISODES_NEEDED}
    return [
        _Week(-back * WEEK, len(known[back]), sum(known[back]) / len(known[back]))
        for back in sorted(known)[::-1]
    ]


def _slope(weeks: Sequence[_Week]) -> Slope | None:
    """Fit a line by least squares, each week weighing as much as it has lengths."""
    import numpy as np

    weights = np.sqrt([float(week.n) for week in weeks])
    times = np.array(centred([week.start / FOUR_WEEKS for week in weeks]))
    columns = np.column_stack([np.ones(len(weeks)), times]) * weights[:, None]
    means = np.array([week.mean for week in weeks]) * weights
    line = np.linalg.lstsq(columns, means, rcond=None)[0]
    residuals = means - columns @ line
    spread = float(residuals @ residuals) / (len(weeks) - 2)
    error = (np.linalg.inv(columns.T @ columns)[1, 1] * spread) ** 0.5
    return widened(line[1], error, residuals, 2)


def finding(found: LengthChange) -> str:
    """Say whether twitches last longer or shorter than before, and how sure that is."""
    if found.verdict == "too_few_weeks":
        have = "has" if found.weeks == 1 else "have"
        missing = f"{found.weeks} of {WEEKS_NEEDED} weeks {have} {EPISODES_NEEDED} recorded lengths or more"
        return f"Too early to say whether they last longer or shorter: {missing}."
    if found.verdict in ("longer", "shorter"):
        return (
            f"Twitches became {found.verdict} over time, steadier than the usual ups and downs of this diary."
        )
    low, high = found.interval or (0.0, 2.0)
    if SMALL_RATIOS[0] < low and high < SMALL_RATIOS[1]:
        return "No clear change in how long they last; if there is one, it is small."
    return "Cannot tell whether they last longer or shorter: lengths as different as these are common here."
