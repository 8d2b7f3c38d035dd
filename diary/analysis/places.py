"""Where: on how many days each place twitched."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from diary.analysis.records import Group
from diary.periods import Period
from diary.quantities import format_date
from diary.vocabulary.sites import Place

NOT_SAID = Place("")


@dataclass(frozen=True, slots=True)
class PlaceCount:
    """A place: the days it twitched, the episodes that started, its first and last day in the period."""

    place: Place
    days: int
    episodes: int
    first: date
    last: date


def places(episodes: Iterable[Group], period: Period, today: date) -> list[PlaceCount]:
    """Return the places of the period, most days first; the empty place stands for "place not said"."""
    last = min(period.last, today)
    touched: dict[tuple[str, str], set[date]] = defaultdict(set)
    started: dict[tuple[str, str], int] = defaultdict(int)
    for group in episodes:
        place = group.site, group.side
        touched[place].update(group.dates(period.first, last))
        started[place] += group.n if period.first <= group.started_on <= last else 0
    found = [
        PlaceCount(Place(*place), len(dates), started[place], min(dates), max(dates))
        for place, dates in touched.items()
        if dates
    ]
    return sorted(found, key=lambda count: (-count.days, -count.episodes, count.place))


def finding(found: Sequence[PlaceCount], twitching: int) -> str:
    """Name the three places with the most days; "mostly" means at least half of the twitching days."""
    said = [count for count in found if count.place != NOT_SAID]
    if not said:
        return "No place is recorded yet."
    first, *others = said[:3]
    opening = "Mostly " if 2 * first.days >= twitching else "Most often "
    unit = "day" if first.days == 1 else "days"
    words = f"{opening}{first.place} ({first.days:,} {unit})"
    return ", then ".join([words, *(f"{count.place} ({count.days:,})" for count in others)]) + "."


def spread(began: Sequence[tuple[str, date]], period: Period) -> str:
    """Say which place began first and which last, of places by their first day in the period.

    What was before the period is not known here, so nothing is called new.
    """
    if len(began) < 2:
        return "One place in these days." if began else "No place is recorded yet."
    (first, since), (last, until) = began[0], began[-1]
    opening = f"{len(began)} places"
    if since == until:
        return f"{opening}, all of them from {format_date(since, period.last)} on."
    latest = f"the last to begin was {last}, on {format_date(until, period.last)}"
    return f"{opening}: first {first}, on {format_date(since, period.last)}; {latest}."
