"""The rules about one place: twitching that goes on for days, twitches that go on for minutes (A5)."""

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import islice

from diary.analysis.flags import sentences
from diary.analysis.flags.flag import Evidence, Flag
from diary.analysis.flags.runs import Run
from diary.analysis.flags.situation import Situation
from diary.analysis.flags.words import how_long, with_days
from diary.analysis.records import PlaceDay
from diary.quantities import format_length
from diary.vocabulary import rules
from diary.vocabulary.catalogue import CATALOGUE
from diary.vocabulary.sites import SITES


def time_flag(seen: Situation, run: Run) -> Iterator[Flag]:
    """Yield the flag of the highest time rule the run has passed; lower ones are left out (supersede)."""
    rules_here = EYELID_RULES if is_eyelid(run) else SITE_RULES
    yield from islice((flag for rule in rules_here if (flag := rule(seen, run))), 1)


def is_eyelid(run: Run) -> bool:
    """Whether the run is of an eyelid."""
    return run.place.site in SITES and SITES[run.place.site].is_eyelid


def eyelid_90d(seen: Situation, run: Run) -> Flag | None:
    """An eyelid for more than 3 months."""
    return _lasting(seen, run, "EYELID_90D", rules.MONTHS_3_DAYS)


def eyelid_21d(seen: Situation, run: Run) -> Flag | None:
    """An eyelid for more than 3 weeks."""
    return _lasting(seen, run, "EYELID_21D", rules.EYELID_LATER_DAYS)


def eyelid_7d(seen: Situation, run: Run) -> Flag | None:
    """An eyelid for more than a week."""
    return _lasting(seen, run, "EYELID_7D", seen.thresholds.eyelid_days)


def site_90d(seen: Situation, run: Run) -> Flag | None:
    """Another place for more than 3 months, and no visit recorded since the run began, as far as known."""
    if run.elapsed <= timedelta(days=rules.MONTHS_3_DAYS):
        return None  # before the visits are asked for
    if any(run.is_cut or visit >= run.first for visit in seen.visits):
        return None
    return _lasting(seen, run, "SITE_90D", rules.MONTHS_3_DAYS)


def site_14d(seen: Situation, run: Run) -> Flag | None:
    """Another place for more than 2 weeks."""
    return _lasting(seen, run, "SITE_14D", seen.thresholds.site_days)


EYELID_RULES = (eyelid_90d, eyelid_21d, eyelid_7d)
SITE_RULES = (site_90d, site_14d)


def episode_very_long(seen: Situation, run: Run) -> Iterator[Flag]:
    """A twitch going on for more than a day: open while it runs, resolved once it has an end."""
    limit = timedelta(hours=rules.VERY_LONG_EPISODE_H)
    for group in run.twitches:
        length = _longest(group, seen)
        if length is not None and length > limit:
            yield _very_long(seen, run, group, length)


def episode_long(seen: Situation, run: Run) -> Iterator[Flag]:
    """Twitches of a few minutes and more, one flag for a run of them."""
    limit = timedelta(minutes=seen.thresholds.long_episode_min)
    lengths = ((group, _longest(group, seen)) for group in run.twitches)
    if long := [(group, length) for group, length in lengths if length is not None and length >= limit]:
        yield _long(seen, run, long, limit)


def _lasting(seen: Situation, run: Run, rule: str, threshold: int) -> Flag | None:
    if run.elapsed <= timedelta(days=threshold):
        return None
    first = _looked_at_from(seen, run)
    dates = tuple(day for day in run.dates if day >= first)
    filled_in = seen.days_filled_in(first, _looked_at_to(seen, run))
    fact = sentences.lasting(run, first, with_days(len(dates), filled_in), threshold, seen.today)
    return Flag(
        rule=rule,
        level=CATALOGUE[rule].level,
        state="open" if run.is_active else "resolved",
        site=run.place.site,
        side=run.place.side,
        since=None if run.is_cut else run.first,
        until=None if run.is_active else run.last,
        days=len(dates),
        sentence=f"{fact} {CATALOGUE[rule].advice}",
        source=CATALOGUE[rule].source,
        evidence=Evidence(
            rule=f"Twitching at one place, on and off, for more than {how_long(threshold)}",
            days=dates,
            began_on=run.first,
            elapsed=run.elapsed,
            gap_days=seen.thresholds.gap_days,
            filled_in=filled_in,
            blank=None if filled_in is None else _days_between(first, _looked_at_to(seen, run)) - filled_in,
        ),
    )


def _looked_at_from(seen: Situation, run: Run) -> date:
    """The first day of the run that was read; a run may have begun before."""
    return max(run.first, seen.known_from) if run.is_cut and seen.known_from else run.first


def _looked_at_to(seen: Situation, run: Run) -> date:
    return max(run.last, seen.today) if run.is_active else run.last


def _days_between(first: date, last: date) -> int:
    return (last - first).days + 1


def _longest(group: PlaceDay, seen: Situation) -> timedelta | None:
    """The longest length of a group, so far for one still going; None when none was recorded."""
    if group.is_ongoing:
        return seen.now - group.first_start
    return None if group.longest_s is None else timedelta(seconds=group.longest_s)


def _very_long(seen: Situation, run: Run, group: PlaceDay, length: timedelta) -> Flag:
    last = group.last_day(seen.today)
    dates = tuple(group.dates(group.started_on, last))
    return Flag(
        rule="EPISODE_VERY_LONG",
        level=CATALOGUE["EPISODE_VERY_LONG"].level,
        state="open" if group.is_ongoing else "resolved",
        site=run.place.site,
        side=run.place.side,
        since=group.started_on,
        until=None if group.is_ongoing else last,
        days=len(dates),
        sentence=sentences.very_long(run.place, group, length, seen.today),
        source=CATALOGUE["EPISODE_VERY_LONG"].source,
        evidence=Evidence(
            rule=f"One twitch logged as going on for more than {rules.VERY_LONG_EPISODE_H} hours",
            days=dates,
            began_on=group.started_on,
            elapsed=length,
        ),
    )


def _long(seen: Situation, run: Run, long: list[tuple[PlaceDay, timedelta]], limit: timedelta) -> Flag:
    dates = tuple(sorted({group.started_on for group, _ in long}))
    longest = max(length for _, length in long)
    is_going = any(group.is_ongoing for group, _ in long)
    return Flag(
        rule="EPISODE_LONG",
        level=CATALOGUE["EPISODE_LONG"].level,
        state="open" if run.is_active else "resolved",
        site=run.place.site,
        side=run.place.side,
        since=dates[0],
        until=None if run.is_active else run.last,
        days=len(dates),
        sentence=sentences.long(run.place, dates, longest, limit, is_going, seen.today),
        source=CATALOGUE["EPISODE_LONG"].source,
        evidence=Evidence(
            rule=f"A twitch that goes on for {format_length(limit, 'sentence')} or longer",
            days=dates,
            began_on=dates[0],
            elapsed=longest,
        ),
    )
