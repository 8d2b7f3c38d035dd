"""Before and after a day that was chosen beforehand: the start of a medicine, a change of habit.

The weekly rate with a step (statistics.md 5). The fortnight just before is left out, as people often start
something when things are at their worst: a useless medicine then shows -58 % in the fortnight after.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from diary.analysis.records import DayRecord
from diary.analysis.trend import FOUR_WEEKS, centred
from diary.analysis.weekly import (
    ROUNDING,
    SMALL_RATIOS,
    WEEK,
    Slope,
    Week,
    known_weeks,
    rate_slope,
    weeks_from,
)

SKIP_BEFORE = 14
WEEKS_NEEDED = 4
WEEKS_BETTER = 8


@dataclass(frozen=True, slots=True)
class BeforeAfter:
    """The rate after a day against that before; 1 is no change, 0.5 a halving; `interval` has 95 %.

    Rates are episodes a week over the days checked in, of the `weeks` with enough check-ins on each side;
    they and the ratio are None without such weeks, the ratio also where one side has no episode. `verdict` is
    "more", "less", "no_clear_change" or "too_few_weeks". `was_changing` says that a steady change was under
    way already, which would be mistaken for a step.
    """

    since: date
    weeks: tuple[int, int]
    per_week: tuple[float | None, float | None]
    ratio: float | None
    interval: tuple[float, float] | None
    verdict: str
    was_changing: bool = False


def before_after(days: Sequence[DayRecord], since: date, skip_before: int = SKIP_BEFORE) -> BeforeAfter:
    """Compare the weeks from a day on with those before it; `days` are every calendar day in order."""
    cut = next((at for at, day in enumerate(days) if day.date >= since), len(days))
    before = known_weeks(days[: max(0, cut - skip_before)])
    after = [Week(cut + week.start, week.checked_in, week.episodes) for week in weeks_from(days[cut:])]
    counted, rates = (len(before), len(after)), (_per_week(before), _per_week(after))
    if min(counted) < WEEKS_NEEDED:
        return BeforeAfter(since, counted, rates, None, None, "too_few_weeks")
    step = [0.0] * len(before) + [1.0] * len(after)
    found = rate_slope([*before, *after], [step]) if all(rates) else None
    if found is None:
        return BeforeAfter(since, counted, rates, None, None, "no_clear_change")
    verdict = _verdict(found)
    is_under_way = verdict in ("more", "less") and _was_changing([*before, *after], step, found)
    return BeforeAfter(since, counted, rates, found.ratio, found.interval, verdict, is_under_way)


def _per_week(weeks: Sequence[Week]) -> float | None:
    checked_in = sum(week.checked_in for week in weeks)
    return WEEK * sum(week.episodes for week in weeks) / checked_in if checked_in else None


def _verdict(found: Slope) -> str:
    low, high = found.interval
    if low > 1 + ROUNDING:
        return "more"
    return "less" if high < 1 - ROUNDING else "no_clear_change"


def _was_changing(weeks: Sequence[Week], step: Sequence[float], found: Slope) -> bool:
    """Whether a straight line goes the same way beside the step and leaves the step unclear."""
    line = centred([week.start / FOUR_WEEKS for week in weeks])
    slope, rest = rate_slope(weeks, [line, step]), rate_slope(weeks, [step, line])
    if slope is None or rest is None:
        return False
    is_same_way = slope.value * found.value > 0 and _verdict(slope) != "no_clear_change"
    return is_same_way and _verdict(rest) == "no_clear_change"


def finding(found: BeforeAfter, name: str) -> str:
    """Say it in episodes a week; `name` is what began that day, as a sentence has it: "magnesium"."""
    if found.verdict == "too_few_weeks":
        return (
            f"Too early to compare: that needs {WEEKS_NEEDED} weeks with enough check-ins on each side, and "
            f"there are {found.weeks[0]} before (the last 2 weeks left out) and {found.weeks[1]} after."
        )
    return f"{_rates(found, name)} {_how_sure(found)} A diary cannot show that {name} was the reason."


def _rates(found: BeforeAfter, name: str) -> str:
    before, after = (_about(rate or 0) for rate in found.per_week)
    return (
        f"{found.weeks[0]} weeks before {name}: {before} a week. {found.weeks[1]} weeks after: {after} a "
        "week (the 2 weeks just before you started are left out, because people often start something when "
        "things are at their worst)."
    )


def _how_sure(found: BeforeAfter) -> str:
    if found.was_changing:
        return f"It was already {'rising' if found.verdict == 'more' else 'falling'} before."
    if found.verdict != "no_clear_change":
        return "This difference is larger than your usual ups and downs."
    low, high = found.interval or (0.0, 2.0)
    if SMALL_RATIOS[0] < low and high < SMALL_RATIOS[1]:
        return "If there is a difference it is small."
    return "Weeks as different as these are common in your diary, so this may be chance."


def _about(rate: float) -> str:
    if not rate:
        return "none"
    return f"{rate:.0f}" if rate >= 2 else f"{rate:.1f}"
