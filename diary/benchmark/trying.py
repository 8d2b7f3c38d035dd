"""How often an experiment shows what is not there, and what is: the figures behind `analysis/experiment`."""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import replace
from math import sqrt
from typing import TYPE_CHECKING

from diary.analysis.experiment import Plan, result
from diary.analysis.records import DayRecord
from diary.benchmark.worlds import FIRST, REAL, STICKY, World, diaries
from diary.periods import DAY
from diary.vocabulary.trying import LAYOUTS, LIMITED, Weeks

if TYPE_CHECKING:
    import numpy as np

Say = Callable[[str], None]
WHITE = World("white", mood_lasts=0.0, mood_sd=0.0)
KEPT_SHARES = (1.0, 0.5)
"""The limit does nothing; it halves the episodes."""
ROW = "{:<10}{:>8}{:>8}{:>10}{:>16}{:>16}{:>16}"


def measure(say: Say, count: int) -> None:
    """Print for each layout, ordered by chance, how often a difference is shown and how often none can be."""
    say(ROW.format("layout", "world", "rate x", "diaries", "differs, %", "no interval, %", "holds truth, %"))
    for code, layout in LAYOUTS.items():
        for world in (WHITE, REAL, STICKY):
            for share in KEPT_SHARES:
                found = tried(layout, world, share, count)
                columns = (_share(found[name], count) for name in ("differs", "none", "covered"))
                say(ROW.format(code, world.name, share, count, *columns))


def tried(layout: Weeks, world: World, share: float, count: int) -> Counter[str]:
    """Count what invented diaries show of a limit that leaves that share of the episodes."""
    import numpy as np

    chance = np.random.default_rng([layout.block_days, layout.rounds, int(share * 100), *world.name.encode()])
    found: Counter[str] = Counter()
    for days in diaries(world, layout.in_all * 7, count):
        order = "".join(("LU", "UL")[chance.integers(2)] for _ in range(layout.rounds))
        plan = Plan("caffeine_mg", "at_most", 100, FIRST, layout.block_days, order)
        shown = result(plan, thinned(plan, days, share, chance), plan.last + DAY)
        low, high = shown.interval or (1.0, 1.0)
        found["differs"] += shown.verdict in ("fewer", "more")
        found["none"] += shown.interval is None
        found["covered"] += shown.interval is not None and low <= share <= high
    return found


def thinned(
    plan: Plan, days: Sequence[DayRecord], share: float, chance: "np.random.Generator"
) -> list[DayRecord]:
    """Return the days with only a share of the episodes left where the limit is held."""
    return [
        _thinned(day, int(chance.binomial(day.twitches, share)))
        if plan.order[at // plan.block_days] == LIMITED
        else day
        for at, day in enumerate(days)
    ]


def _thinned(day: DayRecord, twitches: int) -> DayRecord:
    state = "twitching" if twitches else "none"
    return replace(day, twitches=twitches, state=state) if day.checked_in else day


def _share(hits: int, n: int) -> str:
    """Return a share with its Monte Carlo error, in percent."""
    share = hits / n
    return f"{100 * share:.1f} ± {100 * sqrt(share * (1 - share) / n):.1f}"
