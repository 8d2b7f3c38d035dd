"""Which flag is shown on Today: at most one, and none the person has dealt with (ux 7, P-1 and P-3)."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from typing import Protocol

from diary.analysis.flags.flag import Flag
from diary.periods import DAY
from diary.vocabulary import rules

URGENT = tuple(rules.LEVELS).index("TODAY")


class Quieted(Protocol):
    """What was put away on a day: a rule at a place, quiet up to and including another."""

    @property
    def rule(self) -> str: ...
    @property
    def site(self) -> str: ...
    @property
    def side(self) -> str: ...
    @property
    def made_on(self) -> date: ...
    @property
    def until(self) -> date: ...


def card(
    flags: Iterable[Flag], put_away: Iterable[Quieted], visits: Iterable[date], today: date
) -> Flag | None:
    """Return the open flag to show: highest level, then one still going, then oldest; a note is never shown.

    One still going for over a day may be a timer that was forgotten, and its end is quick to set.
    """
    quiet, seen_on = list(put_away), list(visits)
    waiting = [flag for flag in flags if is_due(flag, quiet, seen_on, today)]
    return min(waiting, key=_most_pressing, default=None)


def is_due(flag: Flag, put_away: Sequence[Quieted], visits: Sequence[date], today: date) -> bool:
    """Whether the flag may be shown as a card today."""
    return (
        flag.is_open
        and flag.level != "NOTE"
        and (is_fresh(flag, today) or not _is_quiet(flag, put_away, visits, today))
    )


def is_fresh(flag: Flag, today: date) -> bool:
    """Whether it is about today and so new that nothing may hide it: for a day after it was last noted."""
    return flag.rank >= URGENT and today - flag.evidence.days[-1] <= DAY


def _is_quiet(flag: Flag, put_away: Sequence[Quieted], visits: Sequence[date], today: date) -> bool:
    is_away = any(
        _is_about(away, flag) and _is_known_on(away.made_on, flag) and today <= away.until
        for away in put_away
    )
    return is_away or any(_covers(visit, flag, today) for visit in visits)


def put_away_until(today: date) -> date:
    """Return the last quiet day of a card put away today."""
    return today + timedelta(days=rules.PUT_AWAY_DAYS - 1)


def seen_until(visit: date) -> date:
    """Return the last day a visit keeps the card quiet, while no new place joins."""
    return visit + timedelta(days=rules.SEEN_QUIET_DAYS - 1)


def _is_about(away: Quieted, flag: Flag) -> bool:
    """A place is quiet for every rule about it; what has no place, rule by rule."""
    same_place = (away.site, away.side) == (flag.site, flag.side)
    return same_place and (bool(flag.site) or away.rule == flag.rule)


def _covers(visit: date, flag: Flag, today: date) -> bool:
    """Whether the visit was about this: on or after the day it began, and less than 4 weeks ago."""
    about = flag.evidence.days[-1] if flag.rank >= URGENT else flag.evidence.as_it_is_since
    return about <= visit <= today <= seen_until(visit)


def _is_known_on(day: date, flag: Flag) -> bool:
    """Whether it was there, as pressing as it is now, on the day it was put away.

    What is urgent cannot be put away while it is new: noted again since, even later on that day, it is not
    what was put away.
    """
    if flag.rank >= URGENT:
        return not is_fresh(flag, day)
    return flag.evidence.rose_on is None or flag.evidence.rose_on <= day


def _most_pressing(flag: Flag) -> tuple[int, bool, date]:
    return -flag.rank, flag.rule != "EPISODE_VERY_LONG", flag.evidence.began_on
