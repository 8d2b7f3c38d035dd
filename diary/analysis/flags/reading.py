"""The flags of a person, read at little cost: dates from an index, episodes where a rule looks at them."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime
from typing import Any

from django.utils.functional import SimpleLazyObject

from diary.analysis.days import answers, place_days, sign_records, touched, visit_dates
from diary.analysis.flags.flag import Flag, Thresholds
from diary.analysis.flags.rules import raised
from diary.analysis.flags.runs import Stretch, runs, stretches
from diary.analysis.flags.situation import Situation, arrivals, by_date, habits, yes_dates
from diary.analysis.health import MedicineRecord, medicine_records
from diary.models import User
from diary.periods import DAY, Period, local_date

BEGINNING = date(1900, 1, 1)

# More than the 90 days of the longest rule and the widest gap together.
LOOK_BACK_DAYS = 105

# The rules about the person look at two weeks, today included; some also at the two weeks before.
RECENT_DAYS = 14
WINDOW_DAYS = 28


def flags_of(
    user: User,
    now: datetime,
    first: date = BEGINNING,
    medicines: Sequence[MedicineRecord] | None = None,
) -> list[Flag]:
    """Return the person's flags from the whole diary, but for what was over before the first day.

    Long twitches are those from the first day on. Five queries, four with the medicines at hand, and one for
    the visits where a rule asks.
    """
    return _read(user, now, None, first, first, medicines=medicines)


def flags_today(user: User, now: datetime, visits: Sequence[date] | None = None) -> list[Flag]:
    """Return the flags as Today needs them, from the last weeks alone: years of diary cost nothing.

    What began before has no `since`, and counts its days from the first day read. What was over two weeks ago
    is left out. Five queries, and one for the visits where a rule asks for them.
    """
    today = local_date(now, user.timezone)
    return _read(user, now, today - LOOK_BACK_DAYS * DAY, _recent(today), today, visits)


def _read(
    user: User,
    now: datetime,
    read_from: date | None,
    first: date,
    since: date,
    visits: Sequence[date] | None = None,
    medicines: Sequence[MedicineRecord] | None = None,
) -> list[Flag]:
    """Ask for the dates from `read_from` on, and for the episodes themselves only where a rule looks at them.

    Those are the episodes of the days from `first` on, four weeks at least, and of the day a run began. What
    was over before `first` is read for the rules that look back, and raises nothing else. Rules about the
    person tell what held on a day from `since` on.
    """
    zone, today, thresholds = user.timezone, local_date(now, user.timezone), Thresholds.of(user)
    dates = touched(user, Period(read_from or BEGINNING, today, zone))
    every = stretches(dates, thresholds.gap_days, today, read_from)
    found = [stretch for stretch in every if stretch.is_active or stretch.dates[-1] >= first]
    starts = set(_starts(found))
    recent = Period(min(first, _recent(today)) - (WINDOW_DAYS - RECENT_DAYS) * DAY, today, zone)
    groups = place_days(user, recent, starts)
    known = Period(max(read_from or BEGINNING, min([recent.first, *starts])), today, zone)
    said = answers(user, known)
    signs = sign_records(user, recent)
    began = min([today, *_starts(every), *(day.date for day in said), *(sign.date for sign in signs)])
    answered = {day.date for day in said if day.twitching}
    return raised(
        Situation(
            on=by_date(groups, recent.first, today),
            runs=runs(found, groups, now, first),
            arrivals=arrivals(every),
            filled_in=frozenset(answered.union(*(stretch.dates for stretch in every))),
            known_from=known.first,
            habits=habits(said),
            noted=yes_dates(signs),
            visits=_seen_until(today, user, visits),
            medicines=medicine_records(user) if medicines is None else medicines,
            thresholds=thresholds,
            now=now,
            today=today,
            present=today,
        ),
        max(since, began),
    )


def _starts(every: Sequence[Stretch]) -> Iterator[date]:
    return (stretch.dates[0] for stretch in every)


def _recent(today: date) -> date:
    return today - (RECENT_DAYS - 1) * DAY


def _seen_until(today: date, user: User, visits: Sequence[date] | None) -> Any:
    """Return the visits so far, asked for when a rule looks at them."""
    return SimpleLazyObject(
        lambda: [visit for visit in (visit_dates(user) if visits is None else visits) if visit <= today]
    )
