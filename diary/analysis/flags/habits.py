"""The rules about what was drunk, slept and lost (clinical.md A5): days without a value are left out."""

from collections.abc import Iterator
from itertools import pairwise
from math import fsum

from diary.analysis.flags.flag import Flag
from diary.analysis.flags.medicines import takes_water_tablet
from diary.analysis.flags.person import flag
from diary.analysis.flags.situation import Situation
from diary.analysis.flags.words import days_phrase
from diary.periods import DAY
from diary.vocabulary import rules
from diary.vocabulary.catalogue import FORTNIGHT

WEEK = 7
SLEEP_NIGHTS = 4
"""Fewer nights than this say nothing about a week; our choice."""


def caffeine_high(seen: Situation) -> Iterator[Flag]:
    """More caffeine than the usual guide, averaged over the days of the last week that have a value."""
    given = seen.amounts("caffeine_mg", WEEK)
    mean = fsum(given.values()) / len(given) if given else 0
    if mean > rules.CAFFEINE_MG:
        when = seen.in_the_last(WEEK)
        fact = f"You have averaged {_more(mean)} mg of caffeine a day, on {len(given)} of {WEEK} days {when}."
        yield flag(seen, "CAFFEINE_HIGH", given, fact)


def sleep_short(seen: Situation) -> Iterator[Flag]:
    """Less sleep than most adults need, averaged over the nights of the last week that have a value."""
    given = seen.amounts("sleep_hours", WEEK)
    mean = fsum(given.values()) / len(given) if given else rules.SLEEP_H
    if len(given) >= SLEEP_NIGHTS and mean < rules.SLEEP_H:
        when = seen.in_the_last(WEEK)
        hours = f"{mean:.1f}" if round(mean, 1) < rules.SLEEP_H else f"{mean:.2f}"
        fact = f"You have averaged {hours} hours of sleep, on {len(given)} of {WEEK} nights {when}."
        yield flag(seen, "SLEEP_SHORT", given, fact)


def fluid_loss(seen: Situation) -> Iterator[Flag]:
    """Diarrhoea or vomiting on two days in a row, in a week with twitching."""
    days = [day for day, said in seen.amounts("upset_stomach", WEEK).items() if said]
    in_a_row = [day for first, day in pairwise(days) if day - first == DAY]
    if in_a_row and seen.touching(seen.last_days(WEEK)):
        fact = f"You noted diarrhoea or vomiting on {days_phrase(len(days))} {seen.in_the_last(WEEK)}."
        yield flag(seen, "FLUID_LOSS", days, fact)


def salts(seen: Situation) -> Iterator[Flag]:
    """Twitching and tingling or spasms, and something by which the body loses salts."""
    felt = seen.yes_days("salts_tingling", FORTNIGHT)
    lost = [day for day, said in seen.amounts("upset_stomach", FORTNIGHT).items() if said]
    sweated = [day for day, said in seen.amounts("heavy_sweating", FORTNIGHT).items() if said]
    if not felt or not seen.touching(seen.last_days(FORTNIGHT)):
        return
    if with_what := _losing(seen, len(lost), len(sweated)):
        fact = (
            f"{seen.in_the_last(FORTNIGHT)} you noted tingling or spasms along with the twitching, "
            f"and {with_what}."
        )
        yield flag(seen, "SALTS", {*felt, *lost, *sweated}, fact[0].upper() + fact[1:])


def _losing(seen: Situation, lost: int, sweated: int) -> str:
    """Return by what the body may be losing salts, "" when nothing is known of it."""
    if lost > 1:
        return "diarrhoea or vomiting"
    if sweated:
        return "heavy sweating"
    return "took a water tablet" if takes_water_tablet(seen) else ""


def _more(mean: float) -> str:
    """Return the number with as few decimals as tell it from the guide: "420", "400.1"."""
    return f"{mean:,.0f}" if round(mean) > rules.CAFFEINE_MG else f"{mean:,.1f}"
