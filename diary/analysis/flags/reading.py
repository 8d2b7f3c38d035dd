"""The flags of a person, read at little cost: dates from an index, episodes where a rule looks at them."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date, datetime
from typing import Any

from django.utils.functional import SimpleLazyObject

from diary.analysis.days import answers, apart, place_days, poured, signs_so_far, touched, visit_dates
from diary.analysis.flags.flag import Flag, Thresholds
from diary.analysis.flags.rules import raised
from diary.analysis.flags.runs import Stretch, runs, stretches
from diary.analysis.flags.situation import Situation, arrivals, by_date, habits, ratings, yes_dates
from diary.analysis.health import MedicineRecord, condition_records, medicine_records
from diary.analysis.records import SignRecord
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
    signs: Sequence[SignRecord] | None = None,
) -> list[Flag]:
    """Return the person's flags from the whole diary, but for what was over before the first day.

    Long twitches are those from the first day on, and so are the days of which a rule counts the entries.
    Seven queries, four with the medicines and the signs (of the period and `look_back`) at hand, and one each
    where a rule asks for the visits, for the conditions, or for the single episodes of days on which both
    sides began at once.
    """
    today = local_date(now, user.timezone)
    reported = Period(first, today, user.timezone) if first > BEGINNING else None
    drunk = poured(user, Period(first, today, user.timezone))
    return _read(
        user, now, None, first, first, medicines=medicines, signs=signs, drunk=drunk, reported=reported
    )


def look_back(first: date) -> date:
    """Return the day from which the rules about the person look, to tell what held on the first."""
    return first - (WINDOW_DAYS - 1) * DAY


def flags_today(user: User, now: datetime, visits: Sequence[date] | None = None) -> list[Flag]:
    """Return the flags as Today needs them, from the last weeks alone: years of diary cost nothing.

    What began before has no `since`, and counts its days from the first day read. What was over two weeks ago
    is left out, and what was drunk at a time is not read: no card is made of a note. Six queries, and those
    that a rule asks for.
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
    signs: Sequence[SignRecord] | None = None,
    drunk: Mapping[date, int] | None = None,
    reported: Period | None = None,
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
    recent = Period(min(first, look_back(min(since, today))), today, zone)
    groups = [*apart(user, place_days(user, recent, starts))]
    known = Period(max(read_from or BEGINNING, min([recent.first, *starts])), today, zone)
    said = answers(user, known)
    signs = signs_so_far(user, recent, today) if signs is None else signs
    began = min([today, *_starts(every), *(day.date for day in said), *(sign.date for sign in signs)])
    answered = {day.date for day in said if day.twitching}
    return raised(
        Situation(
            on=by_date(groups, recent.first, today),
            runs=runs(found, groups, now, first),
            arrivals=arrivals(every),
            filled_in=frozenset(answered.union(*(stretch.dates for stretch in every))),
            said_yes=frozenset(day.date for day in said if day.twitching == "yes"),
            known_from=known.first,
            habits=habits(said),
            noted=yes_dates(signs),
            ratings=ratings(signs),
            written=frozenset([*(day.date for day in said), *(sign.date for sign in signs)]).union(
                *(stretch.dates for stretch in every)
            ),
            poured=drunk or {},
            conditions=_asked_for(lambda: condition_records(user)),
            visits=_seen_until(today, user, visits),
            medicines=medicine_records(user) if medicines is None else medicines,
            thresholds=thresholds,
            now=now,
            today=today,
            present=today,
        ),
        max(since, began),
        reported,
    )


def _starts(every: Sequence[Stretch]) -> Iterator[date]:
    return (stretch.dates[0] for stretch in every)


def _recent(today: date) -> date:
    return today - (RECENT_DAYS - 1) * DAY


def _seen_until(today: date, user: User, visits: Sequence[date] | None) -> Any:
    """Return the visits so far."""
    return _asked_for(
        lambda: [visit for visit in (visit_dates(user) if visits is None else visits) if visit <= today]
    )


def _asked_for(read: Callable[[], Any]) -> Any:
    """Return what is read when a rule looks at it, and not before."""
    return SimpleLazyObject(read)
