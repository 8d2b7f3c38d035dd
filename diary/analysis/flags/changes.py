"""The rules about medicines that were just begun, raised or cut down, and about alcohol cut down (A5)."""

from collections.abc import Iterator
from datetime import date
from itertools import pairwise

from diary.analysis.doses import compared
from diary.analysis.flags.flag import Flag
from diary.analysis.flags.medicines import is_within
from diary.analysis.flags.person import at_once, flag
from diary.analysis.flags.situation import Situation
from diary.analysis.flags.words import days_phrase, listed
from diary.analysis.health import MedicineRecord
from diary.models import DoseChange
from diary.quantities import PartialDate
from diary.vocabulary import rules
from diary.vocabulary.signs import ASKED

SEROTONIN = ("ssri", "snri")
"""The classes that clinical.md D1 names with it; which others belong here is for a clinician to say."""
MOVING = ("trembling", "stiffness")
BESIDE = (
    *("fever", "shivering", "agitation", "confusion", "heartbeat", "sweating", "diarrhoea", "vomiting"),
    *("heavy_sweating", "upset_stomach"),
)
SAME = {"heavy_sweating": "sweating", "upset_stomach": "diarrhoea"}
"""What the check-in asks in its own words counts once, as one of these."""
FITS = ("seizure", "hallucinations")
WEEK = 7
HEAVY_DAYS = 4
"""Days with an amount that a week of drinking needs; as few say nothing about a week."""


def med_serotonin(seen: Situation) -> Iterator[Flag]:
    """Twitching and other signs within days of a medicine begun or raised."""
    for medicine in seen.medicines:
        begun = [on for on in _raised(medicine) if is_within(on, seen.today, rules.SEROTONIN_DAYS)]
        if medicine.kind in SEROTONIN and begun:
            yield from _beside(seen, medicine, min(on.first for on in begun if on.first))
            return


def med_stopped(seen: Situation) -> Iterator[Flag]:
    """Twitching in the weeks after a sedative, or in the days after much alcohol, was cut down."""
    for medicine in seen.medicines:
        for on, did in _lowered(medicine) if medicine.kind == "benzodiazepine" else ():
            if is_within(on, seen.today, rules.STOPPED_DAYS):
                yield from _since(seen, on, f"within 4 weeks of {did} {medicine.name}")
                return
    if last := _last_drink(seen):
        yield from _since(seen, PartialDate.of(last), "within a week of your last alcoholic drink")


def _raised(medicine: MedicineRecord) -> Iterator[PartialDate]:
    """Yield when it was begun or its dose became another that is not known to be smaller."""
    if medicine.started:
        yield medicine.started
    for before, after in _doses(medicine):
        if after.on and compared(before, after) in ("more", ""):
            yield after.on


def _lowered(medicine: MedicineRecord) -> Iterator[tuple[PartialDate, str]]:
    if medicine.stopped:
        yield medicine.stopped, "stopping"
    for before, after in _doses(medicine):
        if after.on and compared(before, after) == "less":
            yield after.on, "taking less of"


def _doses(medicine: MedicineRecord) -> Iterator[tuple[DoseChange, DoseChange]]:
    first = DoseChange(medicine.started, medicine.dose, medicine.how_often)
    return pairwise((first, *medicine.dose_changes))


def _beside(seen: Situation, medicine: MedicineRecord, since: date) -> Iterator[Flag]:
    window = [day for day in seen.last_days(rules.SEROTONIN_DAYS + 1) if day >= since]
    moved = [day for day in window if seen.twitched_on(day) or day in seen.said_days(MOVING, len(window))]
    noted: dict[str, set[date]] = {}
    for sign in BESIDE:
        if days := set(seen.said_days((sign,), len(window))):
            noted.setdefault(SAME.get(sign, sign), set()).update(days)
    if moved and len(noted) >= rules.SEROTONIN_SIGNS:
        dates = {day for days in noted.values() for day in days}
        words = listed([ASKED[sign].noted for sign in noted])
        when = f"within a week of a change of {medicine.name}"
        fact = f"You noted {words} along with twitching or the like, {when}."
        yield at_once(seen, "MED_SEROTONIN", {*dates, *moved}, fact, last=max(dates))


def _since(seen: Situation, on: PartialDate, after: str) -> Iterator[Flag]:
    """Yield what twitched since, where it did; fits and the like make it a matter of now."""
    window = [day for day in seen.last_days(rules.STOPPED_DAYS + 1) if on.last and day >= on.last]
    twitched = [day for day in window if seen.twitched_on(day)]
    fits = seen.said_days(FITS, len(window))
    if not twitched:
        return
    fact = f"You have logged twitching on {days_phrase(len(twitched))} {after}."
    if not fits:
        yield flag(seen, "MED_STOPPED", twitched, fact)
        return
    words = listed([ASKED[sign].noted for sign in FITS if seen.said_days((sign,), len(window))])
    fact = f"{fact} You noted {words} as well."
    yield at_once(
        seen, "MED_STOPPED", {*twitched, *fits}, fact, advice="Call {emergency} now.", last=max(fits)
    )


def _last_drink(seen: Situation) -> date | None:
    """Return the last day with alcohol after a heavy week, when none at all was said of a day since."""
    given = seen.amounts("alcohol_units", rules.ALCOHOL_STOPPED_DAYS + WEEK)
    last = max((day for day, units in given.items() if units), default=None)
    if last is None or last == max(given) or (seen.today - last).days > rules.ALCOHOL_STOPPED_DAYS:
        return None
    week = [units for day, units in given.items() if 0 <= (last - day).days < WEEK]
    is_heavy = len(week) >= HEAVY_DAYS and sum(week) > rules.HEAVY_UNITS * len(week)
    return last if is_heavy else None
