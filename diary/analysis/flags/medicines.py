"""The rules about medicines (clinical.md A5, D1): what came with what in time, and never why.

A date known only to the month counts where every day it can have been would count.
"""

from collections.abc import Iterator
from datetime import date, timedelta

from diary.analysis.flags.flag import Evidence, Flag
from diary.analysis.flags.person import flag
from diary.analysis.flags.runs import Run
from diary.analysis.flags.situation import Situation
from diary.analysis.flags.words import days_phrase, listed, where
from diary.analysis.health import MedicineRecord
from diary.quantities import PartialDate
from diary.vocabulary.catalogue import CATALOGUE, FORTNIGHT
from diary.vocabulary.medicines import CLASSES
from diary.vocabulary.signs import ASKED

LINK_DAYS = 30
"""A run that began so soon after a start or change is pointed out; the window is our choice."""
UPSET = ("upset_stomach", "diarrhoea", "vomiting")
WITH_LITHIUM = ("weakness", "confusion", "speech_swallow", "coordination", "heartbeat")


def med_link(seen: Situation, run: Run) -> Iterator[Flag]:
    """A run that began within a month of the start or change of a medicine of a reported class."""
    since = [
        (run.first - on.last, on, verb, medicine)
        for medicine in ([] if run.is_cut else seen.medicines)
        if medicine.kind in CLASSES and CLASSES[medicine.kind].reported  # it may be on no list
        for on, verb in _changes(medicine)
        if on.last and is_within(on, run.first, LINK_DAYS)
    ]
    if since:
        yield _linked(seen, run, *min(since, key=lambda found: found[0]))


def med_lithium(seen: Situation) -> Iterator[Flag]:
    """Lithium, twitching, and another sign that its leaflet names."""
    if not seen.has_twitched(FORTNIGHT) or not _taken(seen, "lithium"):
        return
    days = {ASKED[sign].noted: seen.yes_days(sign, FORTNIGHT) for sign in WITH_LITHIUM}
    days["diarrhoea or vomiting"] = seen.said_days(UPSET, FORTNIGHT)
    noted = {words: dates for words, dates in days.items() if dates}
    if noted:
        when = seen.in_the_last(FORTNIGHT)
        fact = f"While taking lithium you noted {listed([*noted])} {when}, along with twitching."
        yield flag(seen, "MED_LITHIUM", {day for dates in noted.values() for day in dates}, fact)


def takes_water_tablet(seen: Situation) -> bool:
    """Whether the person takes a medicine by which the body loses salts."""
    return _taken(seen, "diuretic")


def _taken(seen: Situation, kind: str) -> bool:
    """Whether a medicine of the class is taken on the day looked at; one without a start always was."""
    return any(medicine.kind == kind and _is_taken(medicine, seen.today) for medicine in seen.medicines)


def _is_taken(medicine: MedicineRecord, day: date) -> bool:
    begun = medicine.started is None or medicine.started.first is None or medicine.started.first <= day
    over = medicine.stopped is not None and (medicine.stopped.last is None or medicine.stopped.last < day)
    return begun and not over


def _changes(medicine: MedicineRecord) -> Iterator[tuple[PartialDate, str]]:
    if medicine.started:
        yield medicine.started, "started"
    yield from ((change.on, "changed") for change in medicine.dose_changes if change.on)


def is_within(on: PartialDate, day: date, days: int) -> bool:
    """Return whether the date, whichever day it was, lies at most so many days before the day."""
    return on.first is not None and on.last is not None and on.last <= day <= on.first + timedelta(days=days)


def _linked(
    seen: Situation, run: Run, since: timedelta, on: PartialDate, verb: str, medicine: MedicineRecord
) -> Flag:
    rule, dates = CATALOGUE["MED_LINK"], run.dates
    after = f"{days_phrase(since.days)} after" if since else "on the day"
    when = after if on.first == on.last else f"within {days_phrase(LINK_DAYS)} after"
    began = "began again" if seen.arrivals[run.place] < run.first else "began"
    fact = f"The twitching{where(run.place)} {began} {when} you {verb} {medicine.name}."
    return Flag(
        rule="MED_LINK",
        level=rule.level,
        state="open" if run.is_active else "resolved",
        site=run.place.site,
        side=run.place.side,
        since=run.first,
        until=None if run.is_active else run.last,
        days=len(dates),
        sentence=f"{fact} {rule.advice}",
        source=rule.source,
        evidence=Evidence(
            rule=rule.condition,
            days=dates,
            began_on=run.first,
            elapsed=run.elapsed,
            gap_days=seen.thresholds.gap_days,
        ),
    )
