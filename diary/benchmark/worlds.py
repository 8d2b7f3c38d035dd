"""Invented diaries whose truth is known: four factors, and twitching that goes with none or one of them.

The recipe of statistics.md 3: the log rate is a level, plus what a link adds, plus a mood of the body that
lasts; episodes are overdispersed counts; 18 % of the days are missing, in runs.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from itertools import pairwise
from math import log, sqrt
from typing import TYPE_CHECKING

from diary.analysis.days import NOTHING_SAID
from diary.analysis.records import DayRecord
from diary.periods import DAY

if TYPE_CHECKING:
    import numpy as np

    from diary.analysis.poisson import Array

FIRST = date(2026, 1, 1)
PER_DAY = 1.5
CLUSTERING = 3
MISSING = 0.18
RUN_OF_MISSING = 1.5
WAVE_IN_RATE = 1.0

# How much each factor resembles its own yesterday (statistics.md 1.1 and 3), and how the normal score reads.
LASTING = {"sleep_hours": 0.1, "stress": 0.4, "caffeine_mg": 0.7, "water_ml": 0.4}
SCALES = {
    "sleep_hours": (7.0, 1.1, 0.25, 0, 14),
    "stress": (4.5, 2.2, 1, 0, 10),
    "caffeine_mg": (180.0, 90.0, 10, 0, 900),
    "water_ml": (1600.0, 450.0, 50, 0, 5000),
}
TOGETHER = {("sleep_hours", "stress"): -0.3, ("stress", "caffeine_mg"): 0.2}


@dataclass(frozen=True)
class World:
    """How things are: `mood_lasts` and `mood_sd` of the body, `all_last` for every factor when sticky.

    `wave_days` is a slow wave in stress and twitching alike, without any link. `effects` multiply the rate by
    so much per standard deviation of a factor (down for sleep and drinks).
    """

    name: str
    mood_lasts: float = 0.6
    mood_sd: float = 0.6
    all_last: float | None = None
    wave_days: int = 0
    effects: dict[str, float] = field(default_factory=dict)


REAL = World("real")
STICKY = World("sticky", mood_lasts=0.85, mood_sd=0.7, all_last=0.85)
WAVES = tuple(World(f"wave {days}", wave_days=days) for days in (60, 120, 365))
# Per standard deviation 1.35, 1.5 and 2 times; the top third of days to the others 1.63, 1.94 and 3.1.
LINKS = tuple(
    World(f"{code}, top third x{shown}", effects={code: log(ratio)})
    for code, ratio, shown in (
        ("stress", 1.35, "1.63"),
        ("stress", 1.5, "1.94"),
        ("stress", 2.0, "3.1"),
        ("sleep_hours", 1.5, "1.94"),
        ("caffeine_mg", 1.5, "1.94"),
    )
)


def diaries(world: World, days: int, count: int) -> Iterator[list[DayRecord]]:
    """Yield invented diaries of the world, the same on every machine."""
    import numpy as np

    chance = np.random.default_rng([days, *world.name.encode()])
    for _ in range(count):
        yield diary(world, days, chance)


def diary(world: World, days: int, chance: "np.random.Generator") -> list[DayRecord]:
    """Return one diary."""
    import numpy as np

    scores = _scores(world, days, chance)
    mood = world.mood_sd * _lasting(chance.normal(size=days), world.mood_lasts)
    wave = np.zeros(days)
    if world.wave_days:
        wave = np.sin(2 * np.pi * (np.arange(days) / world.wave_days + chance.random()))
        scores["stress"] = scores["stress"] + wave
    pulls = sum((pull(world, code) * scores[code] for code in world.effects), np.zeros(days))
    rate = PER_DAY * np.exp(pulls + mood - world.mood_sd**2 / 2 + WAVE_IN_RATE * wave)
    counts = chance.poisson(chance.gamma(CLUSTERING, rate / CLUSTERING)).astype(float)
    return _records(
        counts, {code: read(code, score) for code, score in scores.items()}, _missing(days, chance)
    )


def pull(world: World, code: str) -> float:
    """Return what a standard deviation more of a factor adds to the log rate."""
    return world.effects.get(code, 0.0) * (-1 if code in ("sleep_hours", "water_ml") else 1)


def _scores(world: World, days: int, chance: "np.random.Generator") -> "dict[str, Array]":
    import numpy as np

    codes = list(LASTING)
    alike = np.eye(len(codes))
    for (one, other), rho in TOGETHER.items():
        at = codes.index(one), codes.index(other)
        alike[at] = alike[at[::-1]] = rho
    shocks = chance.normal(size=(days, len(codes))) @ np.linalg.cholesky(alike).T
    return {code: _lasting(shocks[:, at], world.all_last or LASTING[code]) for at, code in enumerate(codes)}


def _lasting(shocks: "Array", phi: float) -> "Array":
    """Return a series of unit variance that keeps so much of its yesterday."""
    series = shocks.copy()
    for at in range(1, len(series)):
        series[at] = phi * series[at - 1] + sqrt(1 - phi * phi) * shocks[at]
    return series


def read(code: str, score: "Array") -> "Array":
    """Return what is written down of a normal score."""
    middle, spread, step, low, high = SCALES[code]
    return (((middle + spread * score) / step).round() * step).clip(low, high)


def _missing(days: int, chance: "np.random.Generator") -> "Array":
    """Return which days are missing, in runs of 1.5 on average."""
    import numpy as np

    stay = 1 - 1 / RUN_OF_MISSING
    begin = MISSING / RUN_OF_MISSING / (1 - MISSING)
    gone = np.zeros(days, bool)
    gone[0] = chance.random() < MISSING
    for before, at in pairwise(range(days)):
        gone[at] = chance.random() < (stay if gone[before] else begin)
    return gone


def _records(counts: "Array", factors: "dict[str, Array]", gone: "Array") -> list[DayRecord]:
    rows = zip(counts.tolist(), gone.tolist(), *(values.tolist() for values in factors.values()), strict=True)
    return [_record(at, row, list(factors)) for at, row in enumerate(rows)]


def _record(at: int, row: tuple[float, ...], codes: list[str]) -> DayRecord:
    count, is_gone, *values = row
    if is_gone:
        return blank(at)
    state = "twitching" if count else "none"
    said = {**NOTHING_SAID, **dict(zip(codes, values, strict=True))}
    return DayRecord(FIRST + at * DAY, state, True, int(count), 0, frozenset(), True, said)


def blank(at: int) -> DayRecord:
    """Return a day on which nobody checked in."""
    return DayRecord(FIRST + at * DAY, "blank", False, 0, 0, frozenset(), None, NOTHING_SAID)
