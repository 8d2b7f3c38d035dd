"""What an experiment showed: the weeks with the limit beside those as usual, once all of them are over.

Days are compared as they were planned, whether the limit was kept or not: leaving out the days on which it
was hard would compare easy days with all others. Only days checked in count. The rate is a Poisson regression
whose spread is taken from the diary itself. Blocks of a week change often enough to go by days, widened as
days resemble their neighbours; in longer ones a slow mood of the body looks like the limit, and whole weeks
are compared. So about 5 % of diaries in which the limit does nothing show a difference; by days it would be
up to 11 % with blocks of 2 weeks (`benchmark --experiments`).
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from math import isfinite
from statistics import median
from typing import Literal, NamedTuple

from diary.analysis.experiment.plan import Plan, State
from diary.analysis.links.counting import Looked, values_of
from diary.analysis.poisson import fit
from diary.analysis.records import DayRecord
from diary.analysis.student import t_quantile
from diary.analysis.weekly import ROUNDING, SMALL_RATIOS, WEEK, WEEK_CHECK_INS, Slope, widened
from diary.vocabulary.trying import LIMITED

Verdict = Literal["", "too_few_days", "too_few_weeks", "none_at_all", "fewer", "more", "small", "cannot_tell"]

DAYS_NEEDED = 10
"""Days checked in of each kind, as many as the links ask for (statistics.md 0)."""
WEEKS_NEEDED = 2
"""Weeks with enough check-ins of each kind, where weeks are compared: fewer have no spread."""
APART = 1 / 3
"""How much larger the share of days within the limit must be where it was asked for. Our choice."""


@dataclass(frozen=True, slots=True)
class Arm:
    """The days of one kind. `days` are those of the calendar, `checked_in` those that count.

    `answered` says on how many the habit is known, `within` on how many of those it kept to the limit, and
    `middle` is its median; None where it is not known at all.
    """

    days: int
    checked_in: int
    twitching: int
    episodes: int
    answered: int
    within: int
    middle: float | None

    @property
    def per_day(self) -> float | None:
        """Episodes a day checked in; None without one."""
        return self.episodes / self.checked_in if self.checked_in else None

    @property
    def share_within(self) -> float:
        """The share of the answers within the limit; 0 without any."""
        return self.within / self.answered if self.answered else 0.0


@dataclass(frozen=True, slots=True)
class Result:
    """What was counted, and how many times as often it twitched with the limit as without.

    `ratio` and `interval` (95 %) are None unless the plan ran to its end and there is enough to compare.
    `verdict` is "fewer", "more", "small" (a difference, if any, is small), "cannot_tell", "too_few_days",
    "too_few_weeks" or "none_at_all"; empty while it runs, and when it was stopped.
    """

    state: State
    limited: Arm
    usual: Arm
    verdict: Verdict = ""
    ratio: float | None = None
    interval: tuple[float, float] | None = None

    @property
    def days(self) -> int:
        """Calendar days of the plan that have come."""
        return self.limited.days + self.usual.days

    @property
    def checked_in(self) -> int:
        """How many of them count."""
        return self.limited.checked_in + self.usual.checked_in

    @property
    def was_apart(self) -> bool:
        """Whether the limit made the two kinds of days different in the habit."""
        return self.limited.share_within - self.usual.share_within >= APART

    @property
    def is_patchy(self) -> bool:
        """Whether more than half of the days of one kind are blank (statistics.md 6, rule 5)."""
        return any(arm.checked_in < arm.days / 2 for arm in (self.limited, self.usual))


def result(plan: Plan, days: Sequence[DayRecord], today: date) -> Result:
    """Count the days of the plan that have come, and compare them once it is over."""
    state, until = plan.state_on(today), plan.stopped_on or plan.last
    seen = [day for day in days if plan.first <= day.date <= min(until, today)]
    limited, usual = (_arm(plan, _of_kind(plan, seen, is_limited)) for is_limited in (True, False))
    counted = Result(state, limited, usual)
    return _compared(plan, seen, counted) if state == "over" else counted


def _of_kind(plan: Plan, days: Sequence[DayRecord], is_limited: bool) -> list[DayRecord]:
    blocks = [block for block in plan.blocks if block.is_limited == is_limited]
    return [day for day in days if any(block.first <= day.date <= block.last for block in blocks)]


def counts_by_kind(plan: Plan, days: Sequence[DayRecord]) -> tuple[list[int], list[int]]:
    """Return the episodes of each day checked in, with the limit and as usual."""
    limited, usual = (
        [count for day in _of_kind(plan, days, kind) if (count := day.episodes) is not None]
        for kind in (True, False)
    )
    return limited, usual


def _arm(plan: Plan, days: Sequence[DayRecord]) -> Arm:
    counts = [count for day in days if (count := day.episodes) is not None]
    values = [value for value in values_of(days, plan.factor, Looked()) if value is not None]
    return Arm(
        days=len(days),
        checked_in=len(counts),
        twitching=sum(count > 0 for count in counts),
        episodes=sum(counts),
        answered=len(values),
        within=sum(map(plan.holds, values)),
        middle=median(values) if values else None,
    )


def _compared(plan: Plan, days: Sequence[DayRecord], counted: Result) -> Result:
    state, limited, usual = counted.state, counted.limited, counted.usual
    if min(limited.checked_in, usual.checked_in) < DAYS_NEEDED:
        return replace(counted, verdict="too_few_days")
    if not limited.episodes and not usual.episodes:
        return replace(counted, verdict="none_at_all")
    spans = _spans(plan, days)
    held = sum(span.is_limited for span in spans)
    if min(held, len(spans) - held) < WEEKS_NEEDED:
        return replace(counted, verdict="too_few_weeks")
    found = _difference(plan, spans) if limited.episodes and usual.episodes else None
    if found is None:
        return replace(counted, verdict="cannot_tell")
    return Result(state, limited, usual, _verdict(*found.interval), found.ratio, found.interval)


class Span(NamedTuple):
    """A day or a week of one block: was it to be with the limit, the days checked in, what began on those."""

    is_limited: bool
    checked_in: int
    episodes: int


def _spans(plan: Plan, days: Sequence[DayRecord]) -> list[Span]:
    """Return what is compared: the days checked in, or the weeks with enough of them."""
    length, fewest = (1, 1) if _goes_by_days(plan) else (WEEK, WEEK_CHECK_INS)
    counts: dict[int, list[int]] = defaultdict(list)
    for day in days:
        if (count := day.episodes) is not None:
            counts[(day.date - plan.first).days // length].append(count)
    known = {at: found for at, found in counts.items() if len(found) >= fewest}
    letters = {at: plan.order[at * length // plan.block_days] for at in known}
    return [Span(letters[at] == LIMITED, len(found), sum(found)) for at, found in sorted(known.items())]


def _goes_by_days(plan: Plan) -> bool:
    return plan.block_days < 2 * WEEK


def _difference(plan: Plan, spans: Sequence[Span]) -> Slope | None:
    """Return the log rate with the limit less that as usual; None where one side has no episode."""
    import numpy as np

    held, exposure, counts = np.array(spans, float).T
    columns = np.column_stack([np.ones(len(spans)), held])
    found = fit(counts, columns, exposure)
    if found is None:
        return None
    value, error = float(found.coefficients[1]), float(found.errors[1])
    if _goes_by_days(plan):
        return widened(value, error, found.residuals, columns.shape[1])
    half_width = t_quantile(0.975, len(spans) - columns.shape[1]) * error
    return Slope(value, half_width) if isfinite(half_width) else None


def _verdict(low: float, high: float) -> Verdict:
    if high < 1 - ROUNDING:
        return "fewer"
    if low > 1 + ROUNDING:
        return "more"
    return "small" if SMALL_RATIOS[0] < low and high < SMALL_RATIOS[1] else "cannot_tell"
