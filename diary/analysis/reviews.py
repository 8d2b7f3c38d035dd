"""The monthly review of what goes with twitching: made when it is due, kept, and shown until the next one.

Looking every week would find something in 29 to 38 % of year-long diaries in which there is nothing
(statistics.md 3.9); so a page shows the last review, and never looks for itself.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta

from diary.analysis.days import day_records
from diary.analysis.links import Review, links
from diary.analysis.links.counting import Looked
from diary.analysis.links.judging import REVIEW_DAYS, counts
from diary.analysis.links.plain import VERSION, as_plain, from_plain
from diary.analysis.records import DayRecord
from diary.models import Day, User
from diary.models import Review as KeptReview
from diary.periods import Period

MONTH = timedelta(days=30)


def is_due(before: Review | None, counted: Review) -> bool:
    """Whether to look again: a month after the last review, or as soon as the first factor is past the gate.

    `counted` are the raw counts of today, which know nothing of any test.
    """
    is_time = before is None or counted.made_on >= before.made_on + MONTH
    return is_time and bool(counted.ready)


def next_on(review: Review) -> date | None:
    """Return the day from which the next review may be made; None while it waits for the first gate."""
    return review.made_on + MONTH if review.judged else None


def current_review(user: User, now: datetime, days: Sequence[DayRecord] | None = None) -> Review:
    """Return the review to show now, after making and keeping the month's when it is due.

    `days` are those of `reviewed_days`, where the page has them already.
    """
    before = _before(user, user.today(now))
    days = reviewed_days(user, now) if days is None else days
    counted = counts(days, user.today(now), before, Looked(own_kind=user.own_kind))
    if not is_due(before, counted):
        return shown(before, counted)
    made = links(days, user.today(now), before, own_kind=user.own_kind)
    kept = KeptReview.objects.for_user(user).keep(user, made.made_on, as_plain(made), VERSION, now)
    return from_plain(kept.result) or made


def reviewed_days(user: User, now: datetime) -> list[DayRecord]:
    """Return the days a review looks at: the year up to the last one that was checked in."""
    last = Day.objects.for_user(user).last_checked_in(user.today(now)) or user.today(now)
    return day_records(user, Period.ending(last, REVIEW_DAYS, user.timezone), now)


def shown(before: Review | None, counted: Review) -> Review:
    """Return the kept review, with the counts of today for what it has not judged."""
    if before is None:
        return counted
    judged = {link.factor: link for link in before.judged}
    codes = dict.fromkeys([link.factor for link in (*counted.links, *before.judged)])
    fresh = {link.factor: link for link in counted.links} | judged
    return replace(before, links=tuple(fresh[code] for code in codes))


def _before(user: User, today: date) -> Review | None:
    kept = KeptReview.objects.for_user(user).last_made(VERSION, today)
    return from_plain(kept.result) if kept else None


def review_as_of(user: User, seen_at: datetime, now: datetime, days: Sequence[DayRecord]) -> Review:
    """Return the review that a report of the diary as it stood then shows; `days` are its `reviewed_days`.

    Where none was made by that day it is looked at once, as it would have been, and not kept.
    """
    today = user.today(seen_at)
    if today == user.today(now):
        return current_review(user, now, days)
    return _before(user, today) or links(days, today, own_kind=user.own_kind)
