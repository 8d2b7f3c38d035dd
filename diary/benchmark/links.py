"""How often the links are wrong, how often they find what is there, what a look costs (statistics.md 3)."""

import csv
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from itertools import permutations
from math import sqrt
from pathlib import Path
from statistics import median

from diary.analysis.days import NOTHING_SAID
from diary.analysis.links import Link, links
from diary.analysis.links.counting import Looked
from diary.analysis.links.judging import chances, counts, judged, spanned
from diary.analysis.links.result import POSSIBLE
from diary.analysis.records import DayRecord
from diary.benchmark.measure import memory_mb
from diary.benchmark.worlds import FIRST, LINKS, REAL, STICKY, WAVES, diaries
from diary.periods import DAY

Say = Callable[[str], None]
NULL_DAYS = (60, 120, 365)
POWER_DAYS = (60, 90, 180, 365)
PLACEBO_DAYS = (60, 90, 120)
ROW = "{:<34}{:>8}{:>10}{:>22}{:>22}"


def measure(say: Say, count: int, real: Path | None) -> None:
    """Print all of it; `count` invented diaries per cell, the placebo from the folder of real ones."""
    costs(say)
    say(
        "\n"
        + ROW.format("any link, four factors together", "days", "diaries", "test alone, %", "as shown, %")
    )
    for world in (REAL, STICKY, *WAVES):
        for days in NULL_DAYS:
            say(_row(world.name, days, _looked_at(diaries(world, days, count))))
    if real:
        for days in PLACEBO_DAYS:
            say(_row("real diaries, someone else's days", days, _looked_at(placebos(real, days))))
    say("\n" + ROW.format("the true link is found", "days", "diaries", "test alone, %", "as shown, %"))
    for world in LINKS:
        for days in POWER_DAYS:
            factor = next(iter(world.effects))
            say(_row(world.name, days, _looked_at(diaries(world, days, max(1, count // 5)), factor)))


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


def _row(name: str, days: int, counted: Counter[str]) -> str:
    n = counted["diaries"]
    return ROW.format(name, days, f"{n:,}", *(_share(counted[key], n) for key in ("tested", "shown")))


def _share(hits: int, n: int) -> str:
    """Return a share with its Monte Carlo error, in percent."""
    share = hits / n if n else 0.0
    return f"{100 * share:.1f} ± {100 * sqrt(share * (1 - share) / max(1, n)):.1f}"


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


def placebos(folder: Path, days: int) -> Iterator[list[DayRecord]]:
    """Yield one person's twitching beside another person's days: everything real, every link false."""
    people = [_person(path) for path in sorted(folder.glob("wellness-*"))]
    for one, other in permutations(people, 2):
        length = min(len(one), len(other))
        for start in range(0, length - days + 1, days):
            yield [_mixed(at, one[start + at], other[start + at]) for at in range(days)]


def _person(folder: Path) -> list[DayRecord]:
    """Return the days of a diary in the project's own files."""
    with (folder / "episodes.csv").open(newline="") as file:
        started = Counter(row["started_at"][:10] for row in csv.DictReader(file))
    with (folder / "days.csv").open(newline="") as file:
        said = {date.fromisoformat(row["date"]): row for row in csv.DictReader(file)}
    first, last = min(said), max(said)
    span = [first + n * DAY for n in range((last - first).days + 1)]
    return [_day(day, said.get(day, {}), started[str(day)]) for day in span]


def _day(day: date, row: dict[str, str], episodes: int) -> DayRecord:
    factors = {code: float(row[code]) if row.get(code) else None for code in NOTHING_SAID}
    answer = row.get("twitching", "")
    state = {"": "blank", "none": "none"}.get(answer, "twitching")
    return DayRecord(day, state, bool(answer), episodes, 0, frozenset(), None, factors)


def _mixed(at: int, one: DayRecord, other: DayRecord) -> DayRecord:
    return replace(one, date=FIRST + at * DAY, factors=other.factors)
