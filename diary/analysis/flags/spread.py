"""The rules about several places, and about more or fewer days with twitching (clinical.md A5)."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime
from typing import NamedTuple

from diary.analysis.flags.flag import Flag
from diary.analysis.flags.person import flag
from diary.analysis.flags.situation import Situation
from diary.analysis.flags.words import days_phrase, listed
from diary.analysis.records import PlaceDay
from diary.vocabulary import rules
from diary.vocabulary.catalogue import FORTNIGHT
from diary.vocabulary.sites import SITES, Place

MORE_PLACES = 2
RISING_DAYS = 4
ALL_OVER = {"widespread": "many places at once", "other": "another place"}
OTHER_SIDE = {"left": "right", "right": "left"}

_Moment = tuple[str, str, str, datetime, int]


def multi_place(seen: Situation) -> Iterator[Flag]:
    """Several places within two weeks. Left and right logged at once count as one place and one episode."""
    recent = _placed(seen.lately)
    spots, episodes = _all_spots(recent), sum(group.n for group in _once(recent))
    if len(spots) >= rules.MULTI_PLACE_PLACES and episodes >= rules.MULTI_PLACE_EPISODES:
        # It began when the newest place was first seen in the diary, which no earlier visit covers.
        came = [min(seen.arrivals[place] for place in spot.places) for spot in spots]
        names = listed([spot.label for spot in spots])
        when = seen.in_the_last(rules.MULTI_PLACE_WINDOW_DAYS)
        fact = f"{_upper(when)} you have logged twitching in {len(spots)} places: {names}."
        yield flag(seen, "MULTI_PLACE", _dates(recent, seen.fortnight), fact, began_on=max(came))


def spreading(seen: Situation) -> Iterator[Flag]:
    """At least two places more in two weeks than in the two weeks before, which had some, too."""
    before = seen.last_days(2 * FORTNIGHT)[:FORTNIGHT]
    now, then = _placed(seen.lately), _placed(seen.touching(before))
    more, fewer = len(_all_spots(now)), len(_all_spots(then))
    if fewer and more - fewer >= MORE_PLACES:
        fact = (
            f"You have logged {more} places {seen.in_the_last(FORTNIGHT)}, and {fewer} in the 2 weeks before."
        )
        yield flag(seen, "SPREADING", _dates(now, seen.fortnight), fact)


def rising(seen: Situation) -> Iterator[Flag]:
    """Twitching on at least 4 days of a week, and on twice as many as the week before, all filled in."""
    window = seen.last_days(14)
    before, week = window[:7], window[7:]
    now, then = ([day for day in days if seen.on.get(day)] for days in (week, before))
    if len(now) >= RISING_DAYS and len(now) >= 2 * len(then) and seen.filled_in.issuperset(before):
        fact = (
            f"There was twitching on {days_phrase(len(now))} {seen.in_the_last(7)}, "
            f"on {len(then) or 'none'} the week before."
        )
        yield flag(seen, "RISING", now, fact)


def face_spread(seen: Situation) -> Iterator[Flag]:
    """An eyelid and another part of the same side of the face."""
    face = [group for group in _placed(seen.lately) if SITES[group.site].region == "FACE" and group.side]
    lids = [group for group in face if SITES[group.site].is_eyelid]
    sides = {group.side for group in lids}
    others = [group for group in face if group.side in sides and not SITES[group.site].is_eyelid]
    if others:
        both = [*(lid for lid in lids if lid.side in {other.side for other in others}), *others]
        names = listed(sorted({group.place.spoken for group in both}))
        fact = f"{_upper(seen.in_the_last(FORTNIGHT))} you have logged twitching of your {names}."
        yield flag(seen, "FACE_SPREAD", _dates(both, seen.fortnight), fact)


def tongue(seen: Situation) -> Iterator[Flag]:
    """The tongue, on more than one day."""
    dates = _dates([group for group in seen.lately if group.site == "tongue"], seen.fortnight)
    if len(dates) >= 2:
        fact = f"You have logged tongue twitching on {days_phrase(len(dates))} {seen.in_the_last(FORTNIGHT)}."
        yield flag(seen, "TONGUE", dates, fact)


def _placed(groups: Iterable[PlaceDay]) -> list[PlaceDay]:
    return [group for group in groups if group.site]


def _dates(groups: Sequence[PlaceDay], window: Sequence[date]) -> set[date]:
    return {day for group in groups for day in group.dates(window[0], window[-1])}


class _Spot(NamedTuple):
    """What counts as one place: a site with a side, or both sides that were only logged at once."""

    site: str
    sides: frozenset[str]

    @property
    def label(self) -> str:
        said = self.sides - {""}
        if len(said) > 1:
            return f"{Place(self.site).spoken} on both sides"
        return _place_words(Place(self.site, max(said, default="")))

    @property
    def places(self) -> list[Place]:
        return [Place(self.site, side) for side in self.sides]


def _all_spots(groups: Sequence[PlaceDay]) -> list[_Spot]:
    """Return what counts as places; a side that was not said adds none where one was."""
    sides: dict[str, set[str]] = defaultdict(set)
    alone: dict[str, set[str]] = defaultdict(set)
    for group in groups:
        sides[group.site].add(group.side)
    paired = [group for group in groups if group.side and len(sides[group.site] - {""}) > 1]
    moments = {_moment(group, group.side) for group in paired}
    for group in paired:
        if not _has_twin(group, moments):
            alone[group.site].add(group.side)
    return [spot for site in sorted(sides) for spot in _spots(site, sides[site], alone[site])]


def _spots(site: str, sides: set[str], alone: set[str]) -> list[_Spot]:
    if len(alone) > 1:
        return [_Spot(site, frozenset({side})) for side in sorted(alone)]
    return [_Spot(site, frozenset(sides))]


def _place_words(place: Place) -> str:
    return ALL_OVER.get(place.site, place.spoken)


def _once(groups: Sequence[PlaceDay]) -> list[PlaceDay]:
    """Leave out the right side of what was logged on both sides at once."""
    moments = {_moment(group, group.side) for group in groups if group.side == "left"}
    return [group for group in groups if group.side != "right" or not _has_twin(group, moments)]


def _has_twin(group: PlaceDay, moments: set[_Moment]) -> bool:
    """Whether the same was logged on the other side at the same moment."""
    return group.side in OTHER_SIDE and _moment(group, OTHER_SIDE[group.side]) in moments


def _moment(group: PlaceDay, side: str) -> _Moment:
    return group.site, side, group.kind, group.first_start, group.n


def _upper(words: str) -> str:
    return words[0].upper() + words[1:]
