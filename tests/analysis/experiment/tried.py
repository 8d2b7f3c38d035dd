"""Plans and diaries made by hand: a letter for each block, a number of episodes for each day of it."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

from diary.analysis.days import NOTHING_SAID
from diary.analysis.experiment import Plan, Result, result
from diary.analysis.records import DayRecord

FIRST = date(2026, 5, 4)
DAY = timedelta(days=1)


def plan(order: str = "LUUL", block_days: int = 7, **fields: Any) -> Plan:
    """At most 100 mg of caffeine, unless told otherwise."""
    held = {"factor": "caffeine_mg", "way": "at_most", "limit": 100, "first": FIRST}
    return Plan(**{**held, "block_days": block_days, "order": order, **fields})


def day(at: int, episodes: int | None, **values: Any) -> DayRecord:
    """One day of the plan; None is a day without a check-in."""
    state = "blank" if episodes is None else "twitching" if episodes else "none"
    usual = values.pop("usual", frozenset())
    known = {**NOTHING_SAID, **values}
    checked_in, started = episodes is not None, episodes or 0
    return DayRecord(FIRST + at * DAY, state, checked_in, started, 0, frozenset(), None, known, usual)


def days(counts: Sequence[int | None], **values: Any) -> list[DayRecord]:
    """A day for each number of episodes."""
    return [day(at, count, **values) for at, count in enumerate(counts)]


def blocks(made: Plan, limited: Sequence[int | None], usual: Sequence[int | None]) -> list[DayRecord]:
    """The days of a plan, each block with the same numbers; the limit is kept where it is planned."""
    found = []
    for letter in made.order:
        counts, mg = (limited, 60) if letter == "L" else (usual, 240)
        found += [(count, mg) for count in counts]
    return [day(at, count, caffeine_mg=mg) for at, (count, mg) in enumerate(found)]


def over(made: Plan, records: Sequence[DayRecord]) -> Result:
    """What it shows on the day after the last."""
    return result(made, records, made.last + DAY)
