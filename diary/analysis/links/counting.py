"""The raw counts, from the first day on, and the gate before any verdict; needs no numbers library."""

from collections.abc import Sequence
from dataclasses import dataclass

from diary.analysis.links.exposures import GROUP_DAYS, Cut, choose_cut, exposure_of
from diary.analysis.links.result import (
    CHECK_INS_NEEDED,
    EPISODES_NEEDED,
    TWITCHING_DAYS_NEEDED,
    Group,
    Link,
)
from diary.analysis.records import DayRecord
from diary.vocabulary.factors import CORE, FACTORS

NOTHING = Group(0, 0, 0)


@dataclass(frozen=True, slots=True)
class Looked:
    """How to look: whether values filled in as usual count too, and the kind of the person's own question."""

    with_usual: bool = False
    own_kind: str = "yes_no"


@dataclass(frozen=True, slots=True)
class Pair:
    """One day of the comparison: its place in the calendar, the factor as it applies, the episodes."""

    at: int
    value: float
    episodes: int


def episodes_of(day: DayRecord) -> int | None:
    """Return how many episodes began on a day checked in; None, never 0, on one that was not.

    Twitching that was only said, or went on from the day before, counts as one.
    """
    if not day.checked_in:
        return None
    return max(day.twitches + day.spells, int(day.is_twitching))


def value_of(day: DayRecord, factor: str, looked: Looked) -> float | None:
    """Return the factor of a day; a value filled in as usual says little about that very day."""
    return day.factors[factor] if looked.with_usual or factor not in day.usual else None


def in_use(days: Sequence[DayRecord], looked: Looked) -> list[str]:
    """Return the core factors and every optional one that has a value."""
    return [
        code for code in FACTORS if code in CORE or any(value_of(d, code, looked) is not None for d in days)
    ]


def pairs(days: Sequence[DayRecord], factor: str, looked: Looked) -> list[Pair]:
    """Return the days checked in on which the factor is known, that of the day before where it has a lag."""
    lag = exposure_of(factor, looked.own_kind).lag_days
    found = []
    for at in range(lag, len(days)):
        episodes, value = episodes_of(days[at]), value_of(days[at - lag], factor, looked)
        if episodes is not None and value is not None:
            found.append(Pair(at, value, episodes))
    return found


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
