"""One look at every factor: who is past the gate is tested, all of them together, and gets a verdict."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from diary.analysis.links.counting import Looked, counted, in_use, pairs
from diary.analysis.links.result import POSSIBLE, Link, Review
from diary.analysis.records import DayRecord
from diary.analysis.weekly import SMALL_RATIOS
from diary.periods import DAY

if TYPE_CHECKING:
    from diary.analysis.links.evidence import Association, Contrast
    from diary.analysis.poisson import Array

REVIEW_DAYS = 365
"""The latest year: as far as the method was measured, and as much as a review may cost."""
CONSISTENT = 0.01
SATURDAY = 5

# From here on two factors are said to come together.
TOGETHER = 0.2


def links(
    days: Sequence[DayRecord],
    today: date,
    before: Review | None = None,
    with_usual: bool = False,
    own_kind: str = "yes_no",
) -> Review:
    """Look at every factor in use over the latest year that was checked in, none of it after today.

    `days` are every calendar day in order. `before` is the review before this one: its cuts are kept, and
    what it found and is found again is consistent. Values filled in as usual are left out unless asked for.
    """
    seen, looked = spanned(days, today), Looked(with_usual, own_kind)
    review = counts(days, today, before, looked)
    found = {link.factor: link for link in judged(seen, review.ready, before, looked)}
    return replace(review, links=tuple(found.get(link.factor, link) for link in review.links))


def counts(
    days: Sequence[DayRecord], today: date, before: Review | None = None, looked: Looked | None = None
) -> Review:
    """Return the raw counts of every factor alone: nothing is tested, and every verdict is "too early"."""
    looked = looked or Looked()
    seen = spanned(days, today)
    first, last = (seen[0].date, seen[-1].date) if seen else (today, today)
    cuts = {link.factor: link.cut for link in before.judged} if before else {}
    found = tuple(counted(seen, code, looked, cuts.get(code)) for code in in_use(seen, looked))
    late = sum(day.checked_in for day in seen[(len(seen) + 1) // 2 :])
    return Review(today, first, last, sum(day.checked_in for day in seen), late, found)


def spanned(days: Sequence[DayRecord], today: date) -> list[DayRecord]:
    """Return the year up to the last day that was checked in, from its first one on."""
    said = [at for at, day in enumerate(days) if day.checked_in and day.date <= today]
    if not said:
        return []
    since = days[said[-1]].date - REVIEW_DAYS * DAY
    first = next(at for at in said if days[at].date > since)
    return list(days[first : said[-1] + 1])


def judged(
    days: Sequence[DayRecord], ready: Sequence[Link], before: Review | None, looked: Looked
) -> list[Link]:
    """Test these together and say how sure each is; numbers are imported here, when there are any.

    The gate is behind them: `links` hands in those that have passed it.
    """
    if not ready:
        return []
    from diary.analysis.links import evidence

    matter = _Matter(days, ready, looked)
    tested, adjusted = _tested(matter)
    contrasts = [
        evidence.contrast(matter.outcome, exposed, matter.allowed_for) for exposed in matter.exposed.T
    ]
    measured = [
        _measured(link, found.rho if found else None, p, contrast)
        for link, found, p, contrast in zip(ready, tested, adjusted, contrasts, strict=True)
    ]
    return _told_apart([_seen_before(link, before) for link in measured], matter)


def chances(days: Sequence[DayRecord], ready: Sequence[Link], looked: Looked) -> list[float]:
    """Return the chance of each after Holm and nothing else, for simulations: it takes half as long."""
    return _tested(_Matter(days, ready, looked))[1] if ready else []


def _tested(matter: "_Matter") -> "tuple[list[Association | None], list[float]]":
    from diary.analysis.links import evidence

    found = evidence.associations(matter.outcome, matter.factors, matter.allowed_for)
    return found, evidence.holm([each.p if each else 1.0 for each in found])


class _Matter:
    """The days as columns of numbers, NaN where not known; a column per factor that is tested."""

    def __init__(self, days: Sequence[DayRecord], ready: Sequence[Link], looked: Looked) -> None:
        import numpy as np

        from diary.analysis.links.evidence import adjusters

        weekend = np.array([day.date.weekday() >= SATURDAY for day in days], float)
        self.allowed_for = adjusters(weekend)
        self.outcome = np.array([day.episodes for day in days], float)
        self.factors = np.full((len(days), len(ready)), np.nan)
        self.exposed = np.full((len(days), len(ready)), np.nan)
        self.number = {link.factor: at for at, link in enumerate(ready)}
        for column, link in enumerate(ready):
            for pair in pairs(days, link.factor, looked):
                self.factors[pair.at, column] = pair.value
                self.exposed[pair.at, column] = link.cut is not None and link.cut.holds(pair.value)

    def of(self, factors: Sequence[Link]) -> "Array":
        return self.factors[:, [self.number[link.factor] for link in factors]]


def _measured(link: Link, rho: float | None, p: float, contrast: "Contrast | None") -> Link:
    found = replace(link, rho=rho, p=p)
    if contrast is not None:
        found = replace(found, ratio=contrast.shrunk, unshrunk=contrast.ratio, interval=contrast.interval)
    return replace(found, verdict=_verdict(found))


def _verdict(link: Link) -> str:
    if link.p is not None and link.p <= POSSIBLE and _is_one_way(link):
        return "consistent_link" if link.p <= CONSISTENT else "possible_link"
    low, high = link.interval or (0.0, float("inf"))
    return "no_clear_link" if SMALL_RATIOS[0] < low and high < SMALL_RATIOS[1] else "cannot_tell"


def direction(link: Link) -> int:
    """Return 1 when the test saw more twitching on the exposed side, -1 when less, 0 when neither."""
    sign = ((link.rho or 0) > 0) - ((link.rho or 0) < 0)
    return -sign if link.cut and link.cut.side == "under" else sign


def _is_one_way(link: Link) -> bool:
    """Whether the days that are shown differ the way the test saw it; else nothing may be said of them."""
    exposed, others = link.exposed.per_day or 0, link.unexposed.per_day or 0
    is_more = exposed > others if link.unshrunk is None else link.unshrunk > 1
    return direction(link) == (1 if is_more else -1)


def _seen_before(link: Link, before: Review | None) -> Link:
    """A link that two reviews running found the same way is consistent."""
    earlier = before.of(link.factor) if before else None
    if not (earlier and earlier.is_found and link.is_found and direction(earlier) == direction(link)):
        return link
    return replace(link, verdict="consistent_link", seen_before=True)


def _told_apart(measured: Sequence[Link], matter: _Matter) -> list[Link]:
    """Ask of several that were found whether each holds with the others allowed for (statistics.md 3.4).

    One that does not, and comes together with another, is no more than possible and names the other.
    """
    from diary.analysis.links import evidence

    found = [link for link in measured if link.is_found]
    if len(found) < 2:
        return list(measured)
    tested = evidence.mutual(matter.outcome, matter.of(found), matter.allowed_for)
    chances = evidence.holm([alone.p if alone else 1.0 for alone in tested])
    weak = [link for link, p in zip(found, chances, strict=True) if p > POSSIBLE]
    return [_entangled(link, found, matter) if link in weak else link for link in measured]


def _entangled(link: Link, found: Sequence[Link], matter: _Matter) -> Link:
    from diary.analysis.links import evidence

    own = matter.of([link])[:, 0]
    others = [
        other.factor
        for other in found
        if other is not link
        and abs(evidence.alike(own, matter.of([other])[:, 0], matter.allowed_for)) >= TOGETHER
    ]
    return replace(link, verdict="possible_link", entangled=tuple(others)) if others else link
