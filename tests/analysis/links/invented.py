"""Invented diaries with a link, without one, and with holes, the same on every machine."""

import random
from collections.abc import Mapping, Sequence
from datetime import date, timedelta

from diary.analysis.days import NOTHING_SAID
from diary.analysis.records import DayRecord

FIRST = date(2026, 1, 5)


def day(at: int, episodes: int | None, usual: Sequence[str] = (), **factors: float | None) -> DayRecord:
    """The day with that number; None episodes is a day not checked in."""
    state = "blank" if episodes is None else "twitching" if episodes else "none"
    said = {**NOTHING_SAID, **factors}
    on = FIRST + timedelta(days=at)
    return DayRecord(
        on, state, episodes is not None, episodes or 0, 0, frozenset(), True, said, frozenset(usual)
    )


def diary(episodes: Sequence[int | None], **factors: Sequence[float | None]) -> list[DayRecord]:
    """A day per number, with the factors of the same place in their rows."""
    rows = [dict(zip(factors, values, strict=True)) for values in zip(*factors.values(), strict=True)]
    return [day(at, count, **row) for at, (count, row) in enumerate(zip(episodes, rows, strict=True))]


def linked(days: int = 180, effect: Mapping[str, float] | None = None, seed: int = 1) -> list[DayRecord]:
    """Sleep, caffeine, drinks and stress by chance; each named one multiplies the rate on its bad days.

    Stress of 7 or more, less than 6 hours of sleep, more than 200 mg of caffeine, under 1,400 ml to drink.
    """
    chance, effect = random.Random(seed), effect or {}
    return [_day(at, chance, effect) for at in range(days)]


def _day(at: int, chance: random.Random, effect: Mapping[str, float]) -> DayRecord:
    factors = {
        "sleep_hours": chance.randrange(16, 34) / 4,
        "caffeine_mg": chance.randrange(0, 400, 10),
        "water_ml": chance.randrange(800, 2600, 50),
        "stress": chance.randrange(11),
    }
    is_bad = {
        "sleep_hours": factors["sleep_hours"] < 6,
        "caffeine_mg": factors["caffeine_mg"] > 200,
        "water_ml": factors["water_ml"] < 1400,
        "stress": factors["stress"] >= 7,
    }
    rate = 1.5
    for code, times in effect.items():
        rate *= times if is_bad[code] else 1
    return day(at, sum(chance.random() < rate / 20 for _ in range(20)), **factors)


def today(days: Sequence[DayRecord]) -> date:
    """The last day of the diary."""
    return days[-1].date
