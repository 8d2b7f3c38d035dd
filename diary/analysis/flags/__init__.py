"""When twitching is worth pointing out: the rules of clinical.md A4 to A7 over the diary at an instant.

Nothing here names a condition. Every flag carries the days it rests on, the rule in words and who says so.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime

from diary.analysis.flags.card import card, is_due, is_fresh, put_away_until, seen_until
from diary.analysis.flags.flag import PERSISTENT, Evidence, Flag, Thresholds
from diary.analysis.flags.reading import flags_of, flags_today, look_back
from diary.analysis.flags.rules import raised
from diary.analysis.flags.runs import runs, stretches
from diary.analysis.flags.situation import Situation, arrivals, by_date, habits, ratings, yes_dates
from diary.analysis.flags.working import worked_out
from diary.analysis.health import ConditionRecord, MedicineRecord
from diary.analysis.records import Answers, DayRecord, EpisodeRecord, PlaceDay, SignRecord, Touch
from diary.periods import Period, local_date

__all__ = [
    "PERSISTENT",
    "Evidence",
    "Flag",
    "Thresholds",
    "card",
    "flags",
    "flags_of",
    "flags_today",
    "is_due",
    "is_fresh",
    "look_back",
    "persistent",
    "put_away_until",
    "seen_until",
    "worked_out",
]


def flags(
    episodes: Iterable[EpisodeRecord | PlaceDay],
    days: Iterable[DayRecord],
    signs: Iterable[SignRecord],
    visits: Iterable[date],
    settings: Thresholds,
    now: datetime,
    zone: str,
    since: date | None = None,
    medicines: Sequence[MedicineRecord] = (),
    conditions: Sequence[ConditionRecord] = (),
    poured: Mapping[date, int] | None = None,
    reported: Period | None = None,
) -> list[Flag]:
    """Return every flag, open and resolved, the most pressing first; what lies after now is left out.

    Rules about the person tell what held on a day from `since` on; without it, what holds now.

    `days` give the days filled in; where they do not reach back to the start of a run, its sentence leaves
    that number out. `poured` is the most drunk within an hour of a day, `reported` the period of a report.
    """
    today = local_date(now, zone)
    groups = [group for group in map(PlaceDay.of, episodes) if group.first_start <= now]
    touched_dates = [Touch(group.site, group.side, group.started_on, group.ended_on) for group in groups]
    known = [day for day in days if day.date <= today]
    noted = [sign for sign in signs if sign.date <= today]
    found = stretches(touched_dates, settings.gap_days, today)
    return raised(
        Situation(
            on=by_date(groups, min((group.started_on for group in groups), default=today), today),
            runs=runs(found, groups, now),
            arrivals=arrivals(found),
            filled_in=frozenset(day.date for day in known if day.is_filled_in),
            said_yes=frozenset(day.date for day in known if day.is_twitching),
            known_from=known[0].date if known else None,
            habits=habits(Answers.of(day) for day in known),
            noted=yes_dates(noted),
            ratings=ratings(noted),
            written=frozenset(
                [*(day.date for day in known if _has_entry(day)), *(sign.date for sign in noted)]
            ),
            poured=poured or {},
            conditions=conditions,
            visits=[visit for visit in visits if visit <= today],
            medicines=medicines,
            thresholds=settings,
            now=now,
            today=today,
            present=today,
        ),
        since or today,
        reported,
    )


def _has_entry(day: DayRecord) -> bool:
    said = [*day.factors.values(), day.sleep_quality]
    return day.is_filled_in or any(value is not None for value in said)


def persistent(found: Iterable[Flag]) -> list[Flag]:
    """Return the open flags that mean twitching that persists."""
    return [flag for flag in found if flag.is_open and flag.is_persistent]
