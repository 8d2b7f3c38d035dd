"""How often the links are wrong, how often they find what is there, what a look costs (statistics.md 3)."""

import time
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from statistics import median

from diary.analysis.days import NOTHING_SAID
from diary.analysis.links import Link, links
from diary.analysis.links.counting import Looked
from diary.analysis.links.judging import chances, counts, judged, spanned
from diary.analysis.links.result import POSSIBLE
from diary.analysis.records import DayRecord
from diary.benchmark import intervals, looks
from diary.benchmark.measure import memory_mb
from diary.benchmark.placebo import placebos
from diary.benchmark.shares import Say, share
from diary.benchmark.worlds import LINKS, REAL, STICKY, WAVES, diaries

PARTS = ("costs", "chance", "placebo", "power", "looks", "intervals")
NULL_DAYS = (60, 120, 365)
POWER_DAYS = (60, 90, 180, 365)
PLACEBO_DAYS = (60, 90, 120)
ROW = "{:<34}{:>8}{:>10}{:>22}{:>22}{:>10}"
# statistics.md 3.4, by number of days, of the test alone.
DESIGN = dict(
    zip(
        (world.name for world in LINKS),
        ((7, 16, 46, 82), (15, 38, 75, 97), (52, 80, 98, 100), (20, 38, 78, 99), (12, 22, 60, 95)),
        strict=True,
    )
)


def measure(say: Say, parts: Iterable[str], count: int, real: Path | None) -> None:
    """Print the parts; `count` invented diaries per cell, the placebo from the folder of real ones."""
    does = {
        "costs": lambda: costs(say),
        "chance": lambda: chance(say, count),
        "placebo": lambda: placebo(say, real),
        "power": lambda: power(say, max(1, count // 5)),
        "looks": lambda: looks.measure(say, count),
        "intervals": lambda: intervals.measure(say, max(1, count // 2)),
    }
    for part in parts:
        does[part]()


def chance(say: Say, count: int) -> None:
    """Print in how many diaries without any link one is shown; the bound is 5, a wave of a year 6."""
    say("\n" + _header("any link, four factors together"))
    for world in (REAL, STICKY, *WAVES):
        for days in NULL_DAYS:
            say(_row(world.name, days, _looked_at(diaries(world, days, count))))


def placebo(say: Say, real: Path | None) -> None:
    """Print the same of real diaries, where a folder of them is given."""
    if real:
        for days in PLACEBO_DAYS:
            say(_row("real diaries, someone else's days", days, _looked_at(placebos(real, days))))


def power(say: Say, count: int) -> None:
    """Print in how many diaries with a link that very link is shown."""
    say("\n" + _header("the true link is found"))
    for world in LINKS:
        for at, days in enumerate(POWER_DAYS):
            counted = _looked_at(diaries(world, days, count), next(iter(world.effects)))
            say(_row(world.name, days, counted, f"{DESIGN[world.name][at]}"))


def _looked_at(found: Iterable[Sequence[DayRecord]], factor: str = "") -> Counter[str]:
    """Count the diaries in which any link was found, or that of one factor."""
    counted: Counter[str] = Counter()
    for days in found:
        counted["diaries"] += 1
        tested, shown = _judged_and_shown(days)
        counted["tested"] += any(link.p is not None and link.p <= POSSIBLE for link in _of(tested, factor))
        counted["shown"] += any(link.is_found for link in _of(shown, factor))
    return counted


def _of(found: Iterable[Link], factor: str) -> list[Link]:
    return [link for link in found if factor in ("", link.factor)]


def _judged_and_shown(days: Sequence[DayRecord]) -> tuple[list[Link], list[Link]]:
    """Test all factors that vary, whatever the gates say; and again as a review does, behind them.

    Where the test alone finds nothing, nothing is shown either.
    """
    seen, looked = spanned(days, days[-1].date), Looked()
    varying = [link for link in counts(days, days[-1].date, None, looked).links if link.cut]
    ready = [link for link in varying if link.is_ready]
    alone = chances(seen, varying, looked)
    behind = alone if ready == varying else chances(seen, ready, looked)
    if min([1.0, *alone, *behind]) > POSSIBLE:
        return [], []
    tested = judged(seen, varying, None, looked)
    return tested, tested if ready == varying else judged(seen, ready, None, looked)


def _header(name: str) -> str:
    return ROW.format(name, "days", "diaries", "test alone, %", "as shown, %", "design")


def _row(name: str, days: int, counted: Counter[str], design: str = "-") -> str:
    n = counted["diaries"]
    return ROW.format(name, days, f"{n:,}", *(share(counted[key], n) for key in ("tested", "shown")), design)


def costs(say: Say) -> None:
    """Print the processor's time and the memory of a look: the first of a process, and later ones."""
    before, started = memory_mb(), time.process_time()
    year = _denser(next(diaries(REAL, 365, 1)))  # imports numpy, as the first look does
    began = time.process_time()
    links(year, year[-1].date)
    first = time.process_time() - began
    say(f"numpy and the first diary {began - started:.2f} s, the first look {1000 * first:.0f} ms")
    say(f"memory {before} MB before, {memory_mb()} MB after")
    for days in (90, 365):
        plain = next(diaries(REAL, days, 1))
        for name, diary in (("4 factors", plain), ("14 factors", _denser(plain))):
            say(f"{days} days, {name}: {1000 * _seconds(diary):.1f} ms warm")


def _denser(days: Sequence[DayRecord]) -> list[DayRecord]:
    """Return the diary with every optional factor in use."""
    extra = [
        code for code in NOTHING_SAID if code not in ("sleep_hours", "stress", "caffeine_mg", "water_ml")
    ]
    return [
        replace(day, factors={**day.factors, **{code: (at * 7 + n) % 5 for n, code in enumerate(extra)}})
        if day.checked_in
        else day
        for at, day in enumerate(days)
    ]


def _seconds(days: Sequence[DayRecord]) -> float:
    taken = []
    for _ in range(15):
        began = time.process_time()
        links(days, days[-1].date)
        taken.append(time.process_time() - began)
    return median(taken)
