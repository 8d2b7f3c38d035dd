"""The rules about fluids and salts (clinical.md A5): lost, missing, or very much of them.

What a check-in says in one answer ("Diarrhoea or vomiting?") and what is answered as a sign count alike.
"""

from collections.abc import Iterator
from datetime import date
from itertools import pairwise

from diary.analysis.flags.flag import Flag
from diary.analysis.flags.medicines import UPSET, takes_water_tablet
from diary.analysis.flags.person import at_once, flag
from diary.analysis.flags.situation import Situation
from diary.analysis.flags.words import days_phrase, listed
from diary.periods import DAY
from diary.quantities import format_date
from diary.quantities.volumes import format_volume
from diary.vocabulary import rules
from diary.vocabulary.catalogue import FORTNIGHT
from diary.vocabulary.signs import ASKED

WEEK = 7
TOO_LITTLE = ("no_urine", "dizzy")
SWEATING = ("heavy_sweating", "sweating")


def fluid_loss(seen: Situation) -> Iterator[Flag]:
    """Diarrhoea or vomiting on two days in a row, in a week with twitching."""
    days = seen.said_days(UPSET, WEEK)
    in_a_row = [day for first, day in pairwise(days) if day - first == DAY]
    if in_a_row and seen.has_twitched(WEEK):
        fact = f"You noted diarrhoea or vomiting on {days_phrase(len(days))} {seen.in_the_last(WEEK)}."
        yield flag(seen, "FLUID_LOSS", days, fact)


def salts(seen: Situation) -> Iterator[Flag]:
    """Twitching and tingling or spasms, and something by which the body loses salts."""
    felt = seen.yes_days("salts_tingling", FORTNIGHT)
    lost, sweated = seen.said_days(UPSET, FORTNIGHT), seen.said_days(SWEATING, FORTNIGHT)
    if not felt or not seen.has_twitched(FORTNIGHT):
        return
    if with_what := _losing(seen, len(lost), len(sweated)):
        fact = (
            f"{seen.in_the_last(FORTNIGHT)} you noted tingling or spasms along with the twitching, "
            f"and {with_what}."
        )
        yield flag(seen, "SALTS", {*felt, *lost, *sweated}, fact[0].upper() + fact[1:])


def dehydrated(seen: Situation) -> Iterator[Flag]:
    """Too little fluid; with sudden confusion on one of the days it is a matter of now."""
    days = {sign: seen.yes_days(sign, FORTNIGHT) for sign in TOO_LITTLE}
    dates = sorted({day for noted in days.values() for day in noted})
    if not dates:
        return
    confused = set(dates) & set(seen.yes_days("confusion", FORTNIGHT))
    noted = [ASKED[sign].noted for sign in TOO_LITTLE if days[sign]]
    words = listed([*noted, *([ASKED["confusion"].noted] if confused else [])])
    fact = f"You noted {words} on {listed([format_date(day, seen.present) for day in dates[-3:]])}."
    if confused:
        yield at_once(seen, "DEHYDRATED", dates, fact, advice="Call {emergency} now.", last=max(confused))
    else:
        yield flag(seen, "DEHYDRATED", dates, fact)


def over_fluid(seen: Situation) -> Iterator[Flag]:
    """Very much to drink within an hour or within a day."""
    drunk = {day: int(ml) for day, ml in seen.amounts("water_ml", WEEK).items() if ml > rules.FLUID_A_DAY_ML}
    at_a_time = {
        day: ml for day in seen.last_days(WEEK) if (ml := seen.poured.get(day, 0)) > rules.FLUID_AN_HOUR_ML
    }
    if dates := sorted({*drunk, *at_a_time}):
        yield flag(seen, "OVER_FLUID", dates, _much(seen, drunk, at_a_time))


def _much(seen: Situation, drunk: dict[date, int], at_a_time: dict[date, int]) -> str:
    day = max(drunk or at_a_time)
    amount = format_volume((drunk or at_a_time)[day], seen.thresholds.volume_unit)
    how = f"{amount} of drinks" if drunk else f"{amount} of drinks within an hour"
    return f"You logged {how} on {format_date(day, seen.present)}. That is a lot of fluid in a short time."


def _losing(seen: Situation, lost: int, sweated: int) -> str:
    """Return by what the body may be losing salts, "" when nothing is known of it."""
    if lost > 1:
        return "diarrhoea or vomiting"
    if sweated:
        return "heavy sweating"
    return "took a water tablet" if takes_water_tablet(seen) else ""
