"""The rules about weak and stiff muscles (clinical.md A5): that it is there, and that it grows."""

from collections.abc import Iterator
from datetime import date
from statistics import fmean

from diary.analysis.flags.flag import Flag
from diary.analysis.flags.person import began, flag
from diary.analysis.flags.situation import Situation
from diary.analysis.flags.words import days_phrase
from diary.periods import DAY
from diary.vocabulary import rules
from diary.vocabulary.catalogue import FORTNIGHT

WEAK = {"weakness": "weak", "stiffness": "stiff"}
SOON_DAYS = 3
THIRD = 2 * FORTNIGHT // 3
LATELY = 7
ON_THE_DAY = "Speak to a doctor today."


def weak_or_stiff(seen: Situation) -> Iterator[Flag]:
    """A place that twitches felt weak or stiff."""
    days = {sign: seen.yes_days(sign, FORTNIGHT) for sign in WEAK}
    dates = {day for noted in days.values() for day in noted}
    if dates:
        felt = " or ".join(word for sign, word in WEAK.items() if days[sign])
        fact = (
            f"You noted on {days_phrase(len(dates))} {seen.in_the_last(FORTNIGHT)} "
            f"that a place that twitches felt {felt}."
        )
        yield flag(
            seen,
            "WEAK_OR_STIFF",
            dates,
            fact,
            level="SOON" if len(dates) >= SOON_DAYS else "ROUTINE",
            began_on=began(seen, *WEAK),
            rose_on=_rose(seen) if len(dates) >= SOON_DAYS else None,
        )


def _rose(seen: Situation) -> date:
    """Return the third day of those that have belonged together since, without a fortnight between two."""
    first = began(seen, *WEAK)
    days = sorted({day for sign in WEAK for day in seen.yes_days(sign, 2 * FORTNIGHT) if day >= first})
    return next(
        day
        for n, day in enumerate(days)
        if n + 1 >= SOON_DAYS and day - days[n + 1 - SOON_DAYS] < FORTNIGHT * DAY
    )


def weak_progress(seen: Situation) -> Iterator[Flag]:
    """Weakness rated clearly stronger in the last third of four weeks than in the first."""
    window = seen.last_days(2 * FORTNIGHT)
    rated = {
        day: how for day, how in seen.ratings.get("weakness", {}).items() if window[0] <= day <= window[-1]
    }
    first = [how for day, how in rated.items() if day in window[:THIRD]]
    last = [how for day, how in rated.items() if day in window[-THIRD:]]
    if len(seen.yes_days("weakness", 2 * FORTNIGHT)) < rules.WEAK_DAYS or not first or not last:
        return
    if fmean(last) - fmean(first) >= rules.WEAK_POINTS:
        is_quick = _rose_lately(rated, fmean(first), window[-LATELY])
        fact = f"You rated your weakness {fmean(first):.0f} of 10 at first and {fmean(last):.0f} of 10 later."
        yield flag(
            seen,
            "WEAK_PROGRESS",
            rated,
            f"{fact} Your notes suggest that it is increasing.",
            level="TODAY" if is_quick else "SOON",
            advice=ON_THE_DAY if is_quick else "",
            began_on=min(day for day in rated if day in window[-THIRD:]),
        )


def _rose_lately(rated: dict[date, int], before: float, week: date) -> bool:
    """Whether the last rating before the last week was still below the rise."""
    until_then = [day for day in rated if day < week]
    return rated[max(until_then)] < before + rules.WEAK_POINTS
