"""An experiment as the pages show it: its plan in words, what was counted side by side, its pictures."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, cast

from diary.analysis.days import day_records
from diary.analysis.experiment import Block, Plan, Result, result, words
from diary.analysis.experiment.result import Arm, counts_by_kind
from diary.analysis.links.words import Reader, amount, label
from diary.analysis.records import DayRecord
from diary.charts.intervals import Interval, intervals_chart
from diary.charts.stacks import Kind, stacks_chart
from diary.models import Experiment, User
from diary.periods import Period
from diary.quantities import VolumeUnit, format_dates
from diary.views.figures import Figure
from diary.vocabulary.factors import OWN

WITHIN = "Within the limit, of days answered"
KEY = ("a difference", "no clear difference")
VERDICTS = {
    "fewer": "Fewer with the limit",
    "more": "More with the limit",
    "small": "Little difference",
    "cannot_tell": "Cannot tell",
    "too_few_days": "Too few days",
    "too_few_weeks": "Too few weeks",
    "none_at_all": "No episodes",
}


@dataclass(frozen=True, slots=True)
class Tried:
    """One experiment on a page: its plan in words, and how far it is."""

    kept: Experiment
    plan: Plan
    reader: Reader
    today: date

    @property
    def title(self) -> str:
        """What is held to."""
        return words.capped(words.held(self.plan, self.reader))

    @property
    def progress(self) -> str:
        """How far it is."""
        return words.progress(self.plan, self.today)

    @property
    def reminder(self) -> str:
        """What today is about."""
        return words.reminder(self.plan, self.today, self.reader)

    @property
    def state(self) -> str:
        """Planned, running, stopped or over."""
        return self.plan.state_on(self.today)

    @property
    def blocks(self) -> list[tuple[str, str, bool]]:
        """The dates of each block, what its days are like, and whether it is on now."""
        return [self._block(block) for block in self.plan.blocks]

    def _block(self, block: Block) -> tuple[str, str, bool]:
        kind = words.capped(words.kind(self.plan, block, self.reader))
        is_now = self.state == "running" and block.first <= self.today <= block.last
        return format_dates(block.first, block.last), kind, is_now


def tried(user: User, kept: Experiment, today: date) -> Tried:
    """Return an experiment as a page shows it."""
    plan = Plan.of(kept)
    return Tried(kept, plan, words.reader_of(plan, cast("VolumeUnit", user.volume_unit)), today)


def open_now(user: User, today: date) -> Tried | None:
    """Return the one that runs, or is to begin."""
    kept = Experiment.objects.for_user(user).open_on(today)
    return tried(user, kept, today) if kept else None


def on_today(user: User, today: date) -> Tried | None:
    """Return the one that Today speaks of."""
    kept = Experiment.objects.for_user(user).on_today(today)
    return tried(user, kept, today) if kept else None


def outcome(user: User, found: Tried, now: datetime) -> dict[str, Any]:
    """Return how the limit was kept, and what it showed once it is over; nothing before it began."""
    plan, reader = found.plan, found.reader
    if found.state == "planned":
        return {}
    days = day_records(user, Period(plan.first, plan.last, user.timezone), now)
    shown = result(plan, days, found.today)
    said = {"kept": words.kept(shown, plan, reader), "result": shown}
    if found.state != "over":
        return said | {"finding": words.finding(shown, plan)}
    return said | {
        "counts": words.counts(shown, plan, reader),
        "finding": words.finding(shown, plan),
        "verdict": VERDICTS[shown.verdict],
        "care": words.care(shown),
        "cannot": words.cannot(plan),
        "rows": rows(shown, plan, reader),
        "figures": figures(shown, plan, days, reader),
    }


def rows(shown: Result, plan: Plan, reader: Reader) -> list[tuple[str, str, str]]:
    """Return the counts side by side: what is counted, with the limit, as usual."""
    one, other = shown.limited, shown.usual
    counted = [
        ("Days checked in", f"{one.checked_in} of {one.days}", f"{other.checked_in} of {other.days}"),
        ("Days with twitching", counted_on(one, one.twitching), counted_on(other, other.twitching)),
        ("Episodes", counted_on(one, one.episodes), counted_on(other, other.episodes)),
        ("Episodes a day", per_day(one), per_day(other)),
        (WITHIN, f"{one.within} of {one.answered}", f"{other.within} of {other.answered}"),
    ]
    if plan.factor == OWN and plan.own_kind == "yes_no":
        return counted
    name = f"{label(plan.factor, reader)}, middle value"
    return [*counted, (name, middle(one, plan, reader), middle(other, plan, reader))]


def counted_on(arm: Arm, count: int) -> str:
    """Return what was counted on the days checked in; without one there is no count, not 0."""
    return f"{count:,}" if arm.checked_in else "not recorded"


def per_day(arm: Arm) -> str:
    """Return the episodes a day checked in."""
    return "not recorded" if arm.per_day is None else f"{arm.per_day:.1f}"


def middle(arm: Arm, plan: Plan, reader: Reader) -> str:
    """Return the median of the habit."""
    return "not recorded" if arm.middle is None else amount(plan.factor, arm.middle, reader)


def figures(shown: Result, plan: Plan, days: list[DayRecord], reader: Reader) -> list[Figure]:
    """Return each day as a dot, and the ratio with what would fit where there is one."""
    limited, usual = counts_by_kind(plan, days)
    name = words.capped(words.held(plan, reader))
    kinds = [Kind(name, tuple(limited)), Kind("As usual", tuple(usual))]
    found = []
    if limited and usual:
        chart = stacks_chart("days", "Each day checked in", kinds)
        found.append(Figure(chart, words.twitching_days(shown)))
    if shown.ratio and shown.interval:
        verdict = VERDICTS[shown.verdict]
        row = Interval(name, shown.ratio, *shown.interval, verdict, shown.verdict in ("fewer", "more"))
        chart = intervals_chart("times", "Times as many episodes as usual", [row], KEY)
        found.append(Figure(chart, words.finding(shown, plan)))
    return found
