"""Invented diaries to look at: believable, always the same for the same day, and marked as made up.

The numbers are those of clinical.md G2, themselves invented to agree with published descriptions.
"""

import math
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from random import Random

from diary.models import User
from diary.periods import Period, local_date
from diary.quantities.clock import local_instant
from diary.transfer.columns import Table
from diary.transfer.demo_record import invented_record
from diary.transfer.imports import ImportResult, import_rows
from diary.transfer.reading import Row, Rows
from diary.transfer.tables import DAYS, EPISODES
from diary.vocabulary.factors import FACTORS
from diary.vocabulary.signs import ON_PAGE_1
from diary.vocabulary.sites import Place

NAME = "demo"
MARK = User.MADE_UP
Z_90 = 1.2816  # the 90th percentile of the normal distribution
PRECISIONS, PRECISION_WEIGHTS = ("timed", "about", "unknown"), (6, 3, 1)


@dataclass(frozen=True, slots=True)
class Persona:
    """Someone who never lived: for how long they write, where and when it twitches, and how their days are.

    `chances` are (up to which day, chance of twitching on a day); `length_s` median and 90th percentile;
    `hours` the clock hours between which it twitches; factors are mean and spread in the diary's units. The
    seed is one with which the flags that clinical.md expects of the persona are raised.
    """

    days: int
    filled_in: float
    places: dict[Place, float]
    chances: tuple[tuple[int, float], ...]
    more_per_day: float
    length_s: tuple[float, float]
    strengths: tuple[int, ...]
    hours: tuple[int, int]
    factors: dict[str, tuple[float, float]]
    seed: int
    triggers: tuple[str, ...] = ()
    answers_every: int = 10
    noticed_before: int = 5


PERSONAS = {
    "eyelid": Persona(
        days=56,
        filled_in=0.85,
        places={Place("eyelid_lower", "left"): 0.85, Place("eyelid_upper", "left"): 0.15},
        chances=((23, 0.8), (35, 0.15), (56, 0.35)),
        more_per_day=2,
        length_s=(180, 720),
        strengths=(1, 2, 2, 2, 3),
        hours=(15, 22),
        factors={
            "sleep_hours": (6.4, 0.9),
            "caffeine_mg": (320, 110),
            "stress": (6, 1.5),
            "water_ml": (1500, 400),
        },
        seed=14,
        triggers=("screen", "tired", "caffeine"),
    ),
    "runner": Persona(
        days=56,
        filled_in=0.8,
        places={
            Place("calf", "right"): 0.45,
            Place("calf", "left"): 0.2,
            Place("foot_sole", "right"): 0.2,
            Place("thigh_front", "right"): 0.1,
            Place("thumb", "left"): 0.05,
        },
        chances=((56, 0.5),),
        more_per_day=1.2,
        length_s=(40, 360),
        strengths=(1, 2, 2, 3),
        hours=(20, 23),
        factors={
            "sleep_hours": (7.1, 0.8),
            "caffeine_mg": (210, 80),
            "stress": (4, 1.5),
            "water_ml": (2200, 500),
        },
        seed=16,
        triggers=("exercise",),
    ),
    "settled": Persona(
        days=42,
        filled_in=0.6,
        places={Place("shoulder", "right"): 0.6, Place("eyelid_upper", "right"): 0.4},
        chances=((42, 0.08),),
        more_per_day=0,
        length_s=(20, 60),
        strengths=(1, 1, 2),
        hours=(8, 22),
        factors={
            "sleep_hours": (7.6, 0.7),
            "caffeine_mg": (120, 60),
            "stress": (3, 1.2),
            "water_ml": (1800, 400),
        },
        seed=12,
        answers_every=0,
    ),
}
ANSWERED = ON_PAGE_1[:-1]
"""Of the other signs that a report asks about all but one, to show what "not answered" looks like."""


def make_demo(persona: str, password: str, zone: str, now: datetime) -> ImportResult:
    """Make the demo account with that persona's diary, ending today."""
    today, who = local_date(now, zone), PERSONAS[persona]
    user = User.objects.create_user(
        NAME,
        password=password,
        first_name=MARK,
        timezone=zone,
        is_demo=True,
        first_noticed_on=today - timedelta(days=who.days + who.noticed_before),
    )
    rows = [*invented(who, zone, now), *invented_record(today, now)]
    return import_rows(user, rows, now)


def invented(persona: Persona, zone: str, now: datetime) -> list[Rows]:
    """Invent the persona's diary as rows, so that it goes in as any other file does."""
    chance = Random(persona.seed)  # noqa: S311  nothing secret: the same diary each time is the point
    today = local_date(now, zone)
    episodes: list[dict[str, str]] = []
    days: list[dict[str, str]] = []
    for number, day in enumerate(Period.ending(today, persona.days, zone).days(), 1):
        is_filled_in = chance.random() < persona.filled_in
        found = list(_twitches(persona, number, day, zone, chance))
        checkin = _checkin(persona, number, day, zone, bool(found), chance)
        if is_filled_in:  # a blank day stays blank
            episodes += found
            days.append(checkin)
    limit = now.isoformat()
    return [_rows(EPISODES, episodes, limit), _rows(DAYS, days, limit)]


def _rows(table: Table, rows: list[dict[str, str]], limit: str) -> Rows:
    past = [row for row in rows if datetime.fromisoformat(row["made_at"]) <= datetime.fromisoformat(limit)]
    return Rows(table, [Row(number, row) for number, row in enumerate(past, 2)])


def _twitches(
    persona: Persona, number: int, day: date, zone: str, chance: Random
) -> Iterator[dict[str, str]]:
    likely = next(likely for until, likely in persona.chances if number <= until)
    if chance.random() < likely:
        for _ in range(1 + _poisson(persona.more_per_day, chance)):
            yield _twitch(persona, day, zone, chance)


def _twitch(persona: Persona, day: date, zone: str, chance: Random) -> dict[str, str]:
    place = chance.choices(list(persona.places), list(persona.places.values()))[0]
    first, last = persona.hours
    clock = time(chance.randint(first, last), chance.randint(0, 59), chance.randint(0, 59))
    at = local_instant(day, clock, zone)
    precision = chance.choices(PRECISIONS, PRECISION_WEIGHTS)[0]
    length = _length(persona, precision, chance)
    return {
        "started_at": at.isoformat(),
        "start_precision": "exact" if precision == "timed" else "about",
        "length_s": "" if precision == "unknown" else str(length),
        "length_precision": precision,
        "timezone": zone,
        "site": place.site,
        "side": place.side,
        "strength": str(chance.choice(persona.strengths)),
        "seen": chance.choice(("yes", "felt", "")),
        "suspected_triggers": chance.choice((*persona.triggers, "", "")),
        "relief": chance.choice(("rest=1", "relaxing=2", "", "", "")),
        "made_at": (at + timedelta(seconds=length, minutes=0 if precision == "timed" else 40)).isoformat(),
    }


def _length(persona: Persona, precision: str, chance: Random) -> int:
    median, upper = persona.length_s
    seconds = median * math.exp(chance.gauss() * math.log(upper / median) / Z_90)
    return max(60, round(seconds / 60) * 60) if precision == "about" else max(1, round(seconds))


def _checkin(
    persona: Persona, number: int, day: date, zone: str, has_twitched: bool, chance: Random
) -> dict[str, str]:
    cells = {
        "date": str(day),
        "twitching": "yes" if has_twitched else "none",
        "sleep_quality": str(chance.choices((1, 2, 3), (2, 5, 3))[0]),
        "timezone": zone,
        "made_at": local_instant(day, time(23, 55), zone).isoformat(),
    }
    for code, (mean, spread) in persona.factors.items():
        value = _measured(code, chance.gauss(mean, spread))
        cells[code] = "" if chance.random() < 0.1 else value  # now and then one is not filled in
    if persona.answers_every and number % persona.answers_every == 0:
        cells |= dict.fromkeys(ANSWERED, "no")
    return cells


def _measured(code: str, value: float) -> str:
    """Return a value as people give it: half hours, whole points, tens."""
    known = FACTORS[code]
    step = 0.5 if not known.is_whole else 1 if known.high <= 10 else 10
    return f"{min(known.high, max(known.low, round(value / step) * step)):g}"


def _poisson(mean: float, chance: Random) -> int:
    count, product = 0, chance.random()
    while product > math.exp(-mean):
        count, product = count + 1, product * chance.random()
    return count
