"""The raw counts, from the first day on, and the gate before any verdict; needs no numbers library."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from diary.analysis.links.exposures import GROUP_DAYS, Cut, choose_cut, exposure_of
from diary.analysis.links.result import (
    CHECK_INS_NEEDED,
    EPISODES_NEEDED,
    TWITCHING_DAYS_NEEDED,
    Group,
    Link,
)
from diary.analysis.records import DayRecord
from diary.vocabulary.factors import CORE, FACTORS, OPTIONAL

NOTHING = Group(0, 0, 0)


@dataclass(frozen=True, slots=True)
class Looked:
    """How to look: whether values filled in as usual count too, and the kind of the person's own question."""

    with_usual: bool = False
    own_kind: str = "yes_no"


class Pair(NamedTuple):
    """One day of the comparison: its place in the calendar, the factor as it applies, the episodes."""

    at: int
    value: float
    episodes: int


def values_of(days: Sequence[DayRecord], factor: str, looked: Looked) -> list[float | None]:
    """Return the factor day by day; a value filled in as usual says little about that very day."""
    with_usual = looked.with_usual
    return [day.factors[factor] if with_usual or factor not in day.usual else None for day in days]


def in_use(days: Sequence[DayRecord], looked: Looked) -> list[str]:
    """Return the core factors and every optional one that has a value."""
    optional = (code for code in OPTIONAL if any(v is not None for v in values_of(days, code, looked)))
    chosen = {*CORE, *optional}
    return [code for code in FACTORS if code in chosen]


def pairs(days: Sequence[DayRecord], factor: str, looked: Looked) -> list[Pair]:
    """Return the days checked in on which the factor is known, that of the day before where it has a lag."""
    lag = exposure_of(factor, looked.own_kind).lag_days
    values = [*[None] * lag, *values_of(days, factor, looked)]
    return [
        Pair(at, value, episodes)
        for at, (day, value) in enumerate(zip(days, values, strict=False))
        if value is not None and (episodes := day.episodes) is not None
    ]


def counted(days: Sequence[DayRecord], factor: str, looked: Looked, kept: Cut | None) -> Link:
    """Return the raw counts of a factor and what a verdict still waits for."""
    known, exposure = pairs(days, factor, looked), exposure_of(factor, looked.own_kind)
    cut = choose_cut(exposure, [pair.value for pair in known], kept)
    exposed = [pair for pair in known if cut and cut.holds(pair.value)]
    others = [pair for pair in known if cut and not cut.holds(pair.value)]
    groups = _group(exposed), _group(others)
    return Link(
        factor, exposure.lag_days, cut, len(known), *groups, waits_for=_waits_for(len(known), *groups)
    )


def _group(members: Sequence[Pair]) -> Group:
    episodes = [pair.episodes for pair in members]
    return Group(len(members), sum(count > 0 for count in episodes), sum(episodes))


def _waits_for(check_ins: int, exposed: Group, others: Group) -> str:
    """Return what is too little for a verdict, empty when nothing is (statistics.md 0, gates)."""
    if check_ins < CHECK_INS_NEEDED:
        return "check_ins"
    if min(exposed.days, others.days) < GROUP_DAYS:
        return "days"
    is_enough = exposed.episodes + others.episodes >= EPISODES_NEEDED
    return "" if is_enough and exposed.twitching + others.twitching >= TWITCHING_DAYS_NEEDED else "episodes"


def dots(days: Sequence[DayRecord], link: Link, looked: Looked) -> tuple[list[int], list[int]]:
    """Return the episodes of each exposed and each other day, for a dot strip."""
    known = pairs(days, link.factor, looked) if link.cut else []
    exposed = [pair.episodes for pair in known if link.cut and link.cut.holds(pair.value)]
    return exposed, [pair.episodes for pair in known if link.cut and not link.cut.holds(pair.value)]
