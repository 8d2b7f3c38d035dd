"""Whole diaries made by hand, seen from one evening: what was logged, answered, taken, drunk."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from diary.analysis.flags import Flag, Thresholds, flags
from diary.analysis.health import ConditionRecord, MedicineRecord
from diary.analysis.records import CheckIn, EpisodeRecord, SignRecord
from diary.models import DoseChange
from diary.periods import Period
from diary.quantities import PartialDate
from tests.analysis.made import LONDON, at, days_of, period, said, twitch

TODAY = date(2026, 5, 28)
RAISED, NOT_QUITE, UNKNOWN = "raised", "just not raised", "too little known"


@dataclass(frozen=True)
class Diary:
    episodes: list[EpisodeRecord] = field(default_factory=list)
    signs: list[SignRecord] = field(default_factory=list)
    checkins: list[CheckIn] = field(default_factory=list)
    medicines: list[MedicineRecord] = field(default_factory=list)
    conditions: list[ConditionRecord] = field(default_factory=list)
    poured: dict[date, int] = field(default_factory=dict)
    report_days: int = 0

    def __add__(self, other: "Diary") -> "Diary":
        return Diary(
            self.episodes + other.episodes,
            self.signs + other.signs,
            self.checkins + other.checkins,
            self.medicines + other.medicines,
            self.conditions + other.conditions,
            self.poured | other.poured,
            self.report_days or other.report_days,
        )

    def shifted(self, days: int) -> "Diary":
        by = timedelta(days=days)
        moved = [
            twitch(e.started_at + by, e.length_s, f"{e.site} {e.side}".strip(), ongoing=e.is_ongoing)
            for e in self.episodes
        ]
        return Diary(
            moved,
            [replace(sign, date=sign.date + by) for sign in self.signs],
            [replace(c, day=c.day + by, made_on=c.made_on + by) for c in self.checkins],
            [moved_medicine(medicine, by) for medicine in self.medicines],
            [replace(c, since=moved_date(c.since, by)) for c in self.conditions],
            {day + by: ml for day, ml in self.poured.items()},
            self.report_days,
        )


def moved_medicine(medicine: MedicineRecord, by: timedelta) -> MedicineRecord:
    doses = tuple(replace(dose, on=moved_date(dose.on, by)) for dose in medicine.dose_changes)
    started, stopped = moved_date(medicine.started, by), moved_date(medicine.stopped, by)
    return replace(medicine, started=started, stopped=stopped, dose_changes=doses)


def moved_date(on: PartialDate | None, by: timedelta) -> PartialDate | None:
    return PartialDate.of(on.first + by) if on and on.first else on


def ago(days: int) -> str:
    return (TODAY - timedelta(days=days)).isoformat()


def logged(*days: int, place: str = "calf left", seconds: float | None = 40) -> Diary:
    return Diary([twitch(f"{ago(day)} 12:00", seconds, place) for day in days])


def yes(sign: str, *days: int) -> Diary:
    return Diary(signs=[SignRecord(TODAY - timedelta(days=day), sign, True) for day in days])


def no(sign: str, *days: int) -> Diary:
    return Diary(signs=[SignRecord(TODAY - timedelta(days=day), sign, False) for day in days])


def gave(days: Iterable[int], twitching: str = "", **factors: float) -> Diary:
    return Diary(checkins=[said(ago(day), twitching, **factors) for day in days])


def going(days: int) -> Diary:
    return Diary([twitch(f"{ago(days)} 20:00", None, ongoing=True)])


def rated(*how_strong: tuple[int, int]) -> Diary:
    """Weakness so many days ago, rated so from 1 to 10."""
    return Diary(
        signs=[SignRecord(TODAY - timedelta(days=day), "weakness", True, how) for day, how in how_strong]
    )


def drank(**at: int) -> Diary:
    """So many ml within an hour, as in day_3=1200."""
    return Diary(poured={TODAY - timedelta(days=int(day[4:])): ml for day, ml in at.items()})


def slept(quality: int, *days: int) -> Diary:
    return Diary(checkins=[replace(said(ago(day)), sleep_quality=quality) for day in days])


def has(name: str, whose: str = "self", since: str = "") -> Diary:
    """A condition of the health record."""
    return Diary(
        conditions=[ConditionRecord(whose, name, "", PartialDate.from_text(since) if since else None)]
    )


def reported(days: int) -> Diary:
    """A report of the last so many days."""
    return Diary(report_days=days)


def took(
    kind: str, started: int | str = "", stopped: int | None = None, dose: str = "", **doses: str
) -> Diary:
    """A medicine started and stopped so many days ago, or started in a month such as "2026-05".

    What the dose became is told as in ago_5="25 mg".
    """
    begun = (
        PartialDate.from_text(started if isinstance(started, str) else ago(started))
        if started != ""
        else None
    )
    over = None if stopped is None else PartialDate.from_text(ago(stopped))
    changes = tuple(
        DoseChange(PartialDate.from_text(ago(int(when[4:]))), became, "") for when, became in doses.items()
    )
    return Diary(medicines=[MedicineRecord("Example", kind, dose, "", begun, over, changes)])


def run(days: int, place: str) -> Diary:
    """On and off for exactly that many days: without lengths the last start is the last end."""
    return logged(*range(0, days, 3), days, place=place, seconds=None)


def found(diary: Diary, on: date = TODAY, since: date | None = None, zone: str = LONDON) -> list[Flag]:
    """The flags of the diary at six in the evening."""
    first = min([on - timedelta(days=100), *(episode.started_on for episode in diary.episodes)])
    days = days_of(period(first.isoformat(), on.isoformat(), zone), diary.episodes, diary.checkins)
    span = Period(on - timedelta(days=diary.report_days - 1), on, zone) if diary.report_days else None
    now, record = at(f"{on} 18:00", zone), (diary.medicines, diary.conditions, diary.poured, span)
    return flags(diary.episodes, days, diary.signs, [], Thresholds(), now, zone, since, *record)


def open_rules(diary: Diary, on: date = TODAY, zone: str = LONDON) -> set[str]:
    return {flag.rule for flag in found(diary, on, zone=zone) if flag.is_open}
