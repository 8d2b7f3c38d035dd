"""The rules about what was drunk, slept and watched (clinical.md A5): days without a value are left out."""

from collections.abc import Iterator
from math import fsum

from diary.analysis.flags.flag import Flag
from diary.analysis.flags.person import flag
from diary.analysis.flags.situation import Situation
from diary.vocabulary import rules
from diary.vocabulary.sites import SITES

WEEK = 7
SLEEP_NIGHTS = 4
"""Fewer nights than this say nothing about a week; our choice."""
IN_PREGNANCY = f"{rules.CAFFEINE_PREGNANT_MG} mg is the upper guide in pregnancy."


def caffeine_high(seen: Situation) -> Iterator[Flag]:
    """More caffeine than the usual guide, averaged over the days of the last week that have a value."""
    given = seen.amounts("caffeine_mg", WEEK)
    mean = fsum(given.values()) / len(given) if given else 0
    if mean <= rules.CAFFEINE_PREGNANT_MG:
        return  # before the health record is asked
    is_pregnant = seen.is_pregnant
    guide = rules.CAFFEINE_PREGNANT_MG if is_pregnant else rules.CAFFEINE_MG
    if mean > guide:
        when = f"on {len(given)} of {WEEK} days {seen.in_the_last(WEEK)}"
        fact = f"You have averaged {_more(mean, guide)} mg of caffeine a day, {when}."
        yield flag(seen, "CAFFEINE_HIGH", given, fact, advice=IN_PREGNANCY if is_pregnant else "")


def sleep_short(seen: Situation) -> Iterator[Flag]:
    """Less sleep than most adults need, averaged over the nights of the last week that have a value."""
    given = seen.amounts("sleep_hours", WEEK)
    mean = fsum(given.values()) / len(given) if given else rules.SLEEP_H
    if len(given) >= SLEEP_NIGHTS and mean < rules.SLEEP_H:
        when = seen.in_the_last(WEEK)
        hours = f"{mean:.1f}" if round(mean, 1) < rules.SLEEP_H else f"{mean:.2f}"
        fact = f"You have averaged {hours} hours of sleep, on {len(given)} of {WEEK} nights {when}."
        yield flag(seen, "SLEEP_SHORT", given, fact)


def alcohol_high(seen: Situation) -> Iterator[Flag]:
    """More alcohol in a week than the low-risk guide; days without an answer add nothing."""
    given = seen.amounts("alcohol_units", WEEK)
    total = fsum(given.values())
    if total > rules.ALCOHOL_UNITS:
        units = f"{total:,.1f}".removesuffix(".0")
        when = f"on {len(given)} of {WEEK} days {seen.in_the_last(WEEK)}"
        yield flag(seen, "ALCOHOL_HIGH", given, f"You logged {units} units of alcohol, {when}.")


def screen_long(seen: Situation) -> Iterator[Flag]:
    """Long hours at screens while an eyelid twitches on and off."""
    given = seen.amounts("screen_hours", WEEK)
    mean = fsum(given.values()) / len(given) if given else 0
    if mean > rules.SCREEN_H and _eyelid_goes_on(seen):
        when = f"on {len(given)} of {WEEK} days {seen.in_the_last(WEEK)}"
        fact = f"Your screen time has averaged {_more(mean, rules.SCREEN_H)} hours, {when}."
        yield flag(seen, "SCREEN_LONG", given, fact)


def _eyelid_goes_on(seen: Situation) -> bool:
    """Whether a twitch of an eyelid today would still join a run."""
    lately = seen.touching(seen.last_days(seen.thresholds.gap_days + 2))
    return any(group.site in SITES and SITES[group.site].is_eyelid for group in lately)


def _more(mean: float, guide: float) -> str:
    """Return the number with as few decimals as tell it from the guide: "420", "400.1", "6.04"."""
    return next((f"{mean:,.{places}f}" for places in range(3) if round(mean, places) > guide), f"{mean:,.2f}")
