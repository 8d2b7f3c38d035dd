"""More or less often: the weekly rate of episodes over the days checked in (statistics.md, sections 0 and 4).

A Poisson regression of weekly totals on time, its spread taken from the weeks themselves (quasi-Poisson) and
widened for weeks that resemble their neighbours. Days without a check-in do not exist here.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from diary.analysis.records import DayRecord
from diary.analysis.weekly import ROUNDING, SMALL_RATIOS, known_weeks, rate_slope

WEEKS_NEEDED = 8
FOUR_WEEKS = 28


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


def change(days: Sequence[DayRecord]) -> Change:
    """Return how often it twitches now compared with before; `days` are every calendar day in order."""
    weeks = known_weeks(days)
    if len(weeks) < WEEKS_NEEDED:
        return Change(None, None, "too_few_weeks", len(weeks))
    slope = rate_slope(weeks, [centred([week.start / FOUR_WEEKS for week in weeks])])
    if slope is None:
        return Change(None, None, "no_clear_change", len(weeks))
    return Change(slope.ratio, slope.interval, _verdict(*slope.interval), len(weeks))


def centred(times: Sequence[float]) -> list[float]:
    """Return the times around their middle."""
    middle = sum(times) / len(times)
    return [time - middle for time in times]


def _verdict(low: float, high: float) -> str:
    if low > 1 + ROUNDING:
        return "more"
    return "less" if high < 1 - ROUNDING else "no_clear_change"


def _no_clear_change(interval: tuple[float, float]) -> str:
    low, high = interval
    if low > SMALL_RATIOS[0] and high < SMALL_RATIOS[1]:
        return "No clear change over time; if there is one, it is small."
    return "Cannot tell whether it is changing: weeks as different as these are common in this diary."


def finding(found: Change) -> str:
    """Say whether it became more or less often, and how sure that is; never more than the numbers hold."""
    if found.verdict == "too_few_weeks":
        have = "has" if found.weeks == 1 else "have"
        missing = f"{found.weeks} of {WEEKS_NEEDED} weeks {have} enough check-ins"
        return f"Too early to say whether it is changing: {missing}."
    if found.interval is None:
        return f"Nothing to compare over {found.weeks} weeks: too few episodes on the days checked in."
    if found.verdict == "no_clear_change":
        return _no_clear_change(found.interval)
    direction = "more often" if found.verdict == "more" else "less often"
    return f"Twitching came {direction} over time, steadier than the usual ups and downs of this diary."
