"""The rules about several places, other signs and habits (clinical.md A5)."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from math import fsum

from diary.analysis.flags.flag import Evidence, Flag
from diary.analysis.flags.situation import Situation
from diary.analysis.flags.words import days_phrase, listed
from diary.analysis.records import PlaceDay
from diary.vocabulary import rules
from diary.vocabulary.sites import Place

SIGN_DAYS = 14
SIGN_SOON_DAYS = 3
SIGN_WORDS = {"weakness": "weak", "stiffness": "stiff"}

CAFFEINE_DAYS = 7


def multi_place(seen: Situation) -> Iterator[Flag]:
    """Several places within two weeks. Left and right logged at once count as one place and one episode."""
    window = seen.last_days(rules.MULTI_PLACE_WINDOW_DAYS)
    recent = [group for group in seen.groups if group.site and _touches(group, window)]
    spots = [spot for site in sorted({group.site for group in recent}) for spot in _spots(site, recent)]
    episodes = sum(group.n for group in _once(recent))
    if len(spots) >= rules.MULTI_PLACE_PLACES and episodes >= rules.MULTI_PLACE_EPISODES:
        yield _multi_place(seen, spots, recent, window)


def weak_or_stiff(seen: Situation) -> Iterator[Flag]:
    """A place that twitches felt weak or stiff; not asked is never a no, and a no is never a yes."""
    window = seen.last_days(SIGN_DAYS)
    said = [sign for sign in seen.signs if sign.answer and sign.sign in SIGN_WORDS and sign.date >= window[0]]
    dates = tuple(sorted({sign.date for sign in said}))
    if dates:
        felt = " or ".join(word for sign, word in SIGN_WORDS.items() if any(s.sign == sign for s in said))
        yield _flag(
            "WEAK_OR_STIFF",
            "SOON" if len(dates) >= SIGN_SOON_DAYS else "ROUTINE",
            dates,
            f"You noted on {days_phrase(len(dates))} of the last {SIGN_DAYS} that a place that twitches felt "
            f"{felt}. UK health advice is to see a GP when a twitching area feels weak or stiff.",
            rules.NHS,
            f"Weak or stiff, answered yes on at least 1 of the last {SIGN_DAYS} days",
        )


def caffeine_high(seen: Situation) -> Iterator[Flag]:
    """More caffeine than the usual guide, averaged over the days of the last week that have a value."""
    given = {day: seen.caffeine[day] for day in seen.last_days(CAFFEINE_DAYS) if day in seen.caffeine}
    mean = fsum(given.values()) / len(given) if given else 0
    if mean > rules.CAFFEINE_MG:
        yield _flag(
            "CAFFEINE_HIGH",
            "NOTE",
            tuple(given),
            f"You have averaged {_amount(mean)} mg of caffeine a day, on {len(given)} of {CAFFEINE_DAYS} "
            f"days. {rules.CAFFEINE_MG} mg is the usual upper guide for adults.",
            rules.EFSA,
            f"More than {rules.CAFFEINE_MG} mg a day on average over the last {CAFFEINE_DAYS} days, "
            "counting the days with an amount",
        )


def _flag(
    rule: str,
    level: str,
    dates: tuple[date, ...],
    sentence: str,
    source: rules.Source,
    words: str,
    began_on: date | None = None,
) -> Flag:
    """A flag of the person as a whole, not of one place."""
    evidence = Evidence(rule=words, days=dates, began_on=began_on or dates[0])
    return Flag(rule, level, "open", "", "", dates[0], None, len(dates), sentence, source, evidence)


@dataclass(frozen=True, slots=True)
class _Spot:
    """What counts as one place: a site with a side, or both sides that were only logged at once."""

    label: str
    places: frozenset[Place]


def _spots(site: str, groups: Sequence[PlaceDay]) -> list[_Spot]:
    """Return what counts as places at a site; a side that was not said adds none where one was."""
    here = [group for group in groups if group.site == site]
    everything = frozenset(group.place for group in here)
    alone = {group.side for group in here if group.side and not _twin(group, here)}
    if len(alone) > 1:
        return [_Spot(str(Place(site, side)), frozenset({Place(site, side)})) for side in sorted(alone)]
    sides = {group.side for group in here if group.side}
    label = f"{Place(site)} on both sides" if len(sides) > 1 else str(Place(site, max(sides, default="")))
    return [_Spot(label, everything)]


def _twin(group: PlaceDay, groups: Sequence[PlaceDay]) -> PlaceDay | None:
    """Return the same on the other side, logged at the same moment, if there is one."""
    other = {"left": "right", "right": "left"}.get(group.side)
    same = (group.site, group.kind, group.first_start, group.n)
    return next((g for g in groups if g.side == other and (g.site, g.kind, g.first_start, g.n) == same), None)


def _once(groups: Sequence[PlaceDay]) -> list[PlaceDay]:
    """Leave out the right side of what was logged on both sides at once."""
    return [group for group in groups if group.side != "right" or not _twin(group, groups)]


def _touches(group: PlaceDay, window: Sequence[date]) -> bool:
    return group.started_on <= window[-1] and group.last_day(window[-1]) >= window[0]


def _multi_place(
    seen: Situation, spots: list[_Spot], recent: Sequence[PlaceDay], window: Sequence[date]
) -> Flag:
    """The flag: it began when the newest place was first seen in the diary, which no earlier visit covers."""
    arrivals = [min(seen.arrivals[place] for place in spot.places) for spot in spots]
    dates = {day for group in recent for day in group.dates(window[0], window[-1])}
    names = listed([spot.label for spot in spots])
    return _flag(
        "MULTI_PLACE",
        "ROUTINE",
        tuple(sorted(dates)),
        f"In the last 2 weeks you have logged twitching in {len(spots)} places: {names}. "
        "UK health advice is to see a GP when it is in more than one place.",
        rules.NHS,
        f"At least {rules.MULTI_PLACE_PLACES} places and {rules.MULTI_PLACE_EPISODES} episodes "
        f"in {rules.MULTI_PLACE_WINDOW_DAYS} days",
        began_on=max(arrivals),
    )


def _amount(value: float) -> str:
    """Return the number with as few decimals as tell it from the guide: "420", "400.1"."""
    return f"{value:,.0f}" if round(value) > rules.CAFFEINE_MG else f"{value:,.1f}"


RULES: tuple[Callable[[Situation], Iterator[Flag]], ...] = (multi_place, weak_or_stiff, caffeine_high)
