"""When twitching is worth pointing out: the rules of clinical.md A4 to A7 over the diary at an instant.

Nothing here names a condition. Every flag carries the days it rests on, the rule in words and who says so.
"""

from collections.abc import Iterable, Iterator
from datetime import date, datetime, timedelta

from diary.analysis.days import check_ins, days_from, place_days, sign_records, visit_dates
from diary.analysis.flags import context, persistence
from diary.analysis.flags.card import card, is_due, put_away_until, seen_until
from diary.analysis.flags.flag import PERSISTENT, Evidence, Flag, Thresholds
from diary.analysis.flags.situation import Situation
from diary.analysis.flags.working import worked_out
from diary.analysis.records import DayRecord, EpisodeRecord, PlaceDay, SignRecord
from diary.models import User
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
    "persistent",
    "put_away_until",
    "seen_until",
    "worked_out",
]

LOOK_BACK_DAYS = 105
"""Days Today reads: more than the 90 of the longest rule and the widest gap together."""

BEGINNING = date(1900, 1, 1)


def flags(
    episodes: Iterable[EpisodeRecord | PlaceDay],
    days: Iterable[DayRecord],
    signs: Iterable[SignRecord],
    visits: Iterable[date],
    settings: Thresholds,
    now: datetime,
    zone: str,
    read_from: date | None = None,
) -> list[Flag]:
    """Return every flag, open and resolved, the most pressing first; what lies after now is left out.

    `days` give the days filled in; where they do not reach back to the start of a run, its sentence leaves
    that number out. `read_from` is the first day read when that is not the whole diary.
    """
    seen = Situation.at(episodes, days, signs, visits, settings, now, zone, read_from)
    return sorted(_raised(seen), key=lambda flag: (not flag.is_open, -flag.rank, flag.evidence.began_on))


def persistent(found: Iterable[Flag]) -> list[Flag]:
    """Return the open flags that mean twitching that persists."""
    return [flag for flag in found if flag.is_open and flag.is_persistent]


def flags_of(user: User, now: datetime, first: date | None = None) -> list[Flag]:
    """Return the person's flags from the whole diary, but for those resolved before the first day."""
    found = _read(user, BEGINNING, now)
    return [flag for flag in found if first is None or flag.until is None or flag.until >= first]


def flags_today(user: User, now: datetime) -> list[Flag]:
    """Return the flags as Today needs them, from the last weeks alone, so that years of diary cost nothing.

    What began before has no `since`, and counts its days from the first day read.
    """
    today = local_date(now, user.timezone)
    return _read(user, today - timedelta(days=LOOK_BACK_DAYS), now)


def _read(user: User, first: date, now: datetime) -> list[Flag]:
    today = local_date(now, user.timezone)
    groups = place_days(user, Period(first, today, user.timezone))
    from_here = max(first, min((group.started_on for group in groups), default=today - timedelta(days=14)))
    span = Period(min(from_here, today), today, user.timezone)
    return flags(
        groups,
        days_from(groups, check_ins(user, span), span, today),
        sign_records(user, span),
        visit_dates(user),
        Thresholds.of(user),
        now,
        user.timezone,
        None if first == BEGINNING else first,
    )


def _raised(seen: Situation) -> Iterator[Flag]:
    for run in seen.runs:
        if flag := persistence.time_flag(seen, run):
            yield flag
        yield from persistence.episode_very_long(seen, run)
        yield from persistence.episode_long(seen, run)
    for rule in context.RULES:
        yield from rule(seen)
