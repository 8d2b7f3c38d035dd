"""What a review may say, in counts of days and no more than they hold (statistics.md 7).

Never: p, r, "significant", a share without its counts, or a word that makes one thing the reason of another.
"""

from math import log

from diary.analysis.links.counting import NOTHING
from diary.analysis.links.exposures import GROUP_DAYS
from diary.analysis.links.result import (
    CHECK_INS_NEEDED,
    EPISODES_NEEDED,
    POSSIBLE,
    TWITCHING_DAYS_NEEDED,
    Group,
    Link,
    Review,
)
from diary.analysis.links.words import Reader, label, thing, which_days
from diary.quantities import format_date

CANNOT = "This can show what happens together. It cannot show what brings twitching on."
EARLY = "Early estimates are often too big. Allowing for that it is "
# Measured by `benchmark --links looks`: 14 to 17 of 100 invented diaries, 10 looks at 4 factors in a year.
BY_CHANCE = " Looked at each month, about 1 diary in 6 without any link shows a possible one within a year."
LONGER = " Part of this difference comes from weekends or from a longer better or worse period."

VERDICT_WORDS = {
    "too_early": "Too early",
    "cannot_tell": "Cannot tell",
    "no_clear_link": "No clear link",
    "possible_link": "Possible link",
    "consistent_link": "Fairly consistent link",
}

# How many times as often, in words; the nearest is taken.
TIMES = {
    0.1: "a tenth as many", 0.25: "a quarter as many", 1 / 3: "a third as many", 0.5: "half as many",
    2 / 3: "one third fewer", 0.75: "one quarter fewer", 0.9: "one tenth fewer", 1.0: "as many",
    1.1: "one tenth more", 1.25: "one quarter more", 4 / 3: "one third more", 1.5: "1½ times as many",
    2.0: "twice as many", 2.5: "2½ times as many", 3.0: "3 times as many", 4.0: "4 times as many",
    5.0: "5 times as many", 6.0: "6 times as many", 8.0: "8 times as many", 10.0: "10 times as many",
}  # fmt: skip

NEAR = 1.1
NEARLY = 1.035
"""How far a number may be beyond its words, where the nearest are taken, and at the ends of an interval."""

# Raw and adjusted ratio apart by more than a quarter.
APART = log(1.25)


def about(review: Review) -> str:
    """Say how many factors were looked at, when, how much was checked in, and what chance alone can show."""
    looked = len(review.judged)
    things = "1 factor" if looked == 1 else f"{looked} factors"
    days = f"You checked in on {review.checked_in} of {review.in_period} days"
    care = ", so read this with care" if review.is_patchy else ""
    chance = BY_CHANCE if any(link.verdict == "possible_link" for link in review.links) else ""
    return f"We looked at {things} on {format_date(review.made_on)}. {days}{care}.{chance}"


def progress(link: Link) -> str:
    """Say how far it is to a verdict, such as "34 of 60 check-ins"; empty once there is one."""
    fewest = min(link.exposed, link.unexposed, key=lambda group: group.days)
    episodes = link.exposed.episodes + link.unexposed.episodes
    twitching = link.exposed.twitching + link.unexposed.twitching
    few_days = f"{twitching} of {TWITCHING_DAYS_NEEDED} days with twitching"
    return {
        "": "",
        "check_ins": f"{link.check_ins} of {CHECK_INS_NEEDED} check-ins",
        "days": f"{fewest.days} of {GROUP_DAYS} days of one kind",
        "episodes": few_days if episodes >= EPISODES_NEEDED else f"{episodes} of {EPISODES_NEEDED} episodes",
    }[link.waits_for]


def counts(link: Link, reader: Reader) -> str:
    """Say what was counted on either side: the same thing, over days that are counted too."""
    if link.cut is None or not link.check_ins:
        return f"All {link.check_ins} answers are alike so far." if link.check_ins > 1 else _one_answer(link)
    kind, exposed, others = which_days(link.factor, link.cut, reader), link.exposed, link.unexposed
    if not exposed.days:
        return f"No day {kind} yet; on the {_days(others.days, 'other ')} {_rate(others)}."
    after = (
        f"on the {_days(others.days, 'other ')} {_rate(others, short=True)}"
        if others.days
        else "no other yet"
    )
    return f"On the {_days(exposed.days)} {kind} you logged {_rate(exposed)}; {after}."


def _one_answer(link: Link) -> str:
    return "One answer so far." if link.check_ins else "Not answered yet."


def yes_no_days(link: Link, reader: Reader) -> str:
    """Say the same in days with twitching, of all days of that kind."""
    if link.cut is None or NOTHING in (link.exposed, link.unexposed):
        return ""
    exposed, others = link.exposed, link.unexposed
    return (
        f"{exposed.twitching} of {_days(exposed.days)} {which_days(link.factor, link.cut, reader)} had "
        f"twitching{_in_ten(exposed)}, against {others.twitching} of {_days(others.days, 'other ')}"
        f"{_in_ten(others)}."
    )


def finding(link: Link, reader: Reader) -> str:
    """Say what the review found about a factor, beside its counts."""
    if link.verdict == "too_early":
        return _too_early(link)
    if link.verdict == "no_clear_link":
        return f"If there is a link it is small (somewhere between {_fits(link)})."
    if link.verdict == "cannot_tell":
        return _cannot_tell(link)
    return " ".join(part for part in (_found(link), _size(link), _entangled(link, reader)) if part) + (
        LONGER if _is_apart(link) else ""
    )


def _too_early(link: Link) -> str:
    if link.is_ready:
        return "There is enough to compare now. It is looked at in the next review."
    if link.waits_for != "check_ins":
        return f"Too early to compare: {progress(link)}."
    return (
        f"Too early: {progress(link)}. Comparisons start at {CHECK_INS_NEEDED}, because before that "
        "chance alone usually makes some factor look important."
    )


def _cannot_tell(link: Link) -> str:
    low, high = link.interval or (0, 2)
    if link.interval is None and not link.exposed.episodes:
        return (
            f"None on {_days(link.exposed.days)} says little: up to 3 in {link.exposed.days} would also fit."
        )
    if link.p is not None and link.p <= POSSIBLE:
        return "More of it and a lot of it do not point the same way, so nothing can be said."
    if low < 1 < high:
        return "This could easily be chance; a real difference in either direction would also fit."
    return "This could be chance: with several factors looked at, one or another often differs this much."


def _found(link: Link) -> str:
    more = "This difference is larger than the ups and downs we would expect by chance, after allowing for "
    again = " It was there in the review before, too." if link.seen_before else ""
    kind = "a fairly consistent link" if link.verdict == "consistent_link" else "a possible link"
    return f"{more}weekends and slow changes.{again} It is {kind}, not a proven reason."


def _size(link: Link) -> str:
    low, high = link.interval or (0.0, 2.0)
    if low < 1 < high:
        return "How large it is cannot be said yet."
    return f"{EARLY}about {times(link.ratio or 1)}; anything between {_fits(link)} would fit your diary."


def _entangled(link: Link, reader: Reader) -> str:
    if not link.entangled:
        return ""
    own, others = thing(link.factor, reader), " and ".join(thing(code, reader) for code in link.entangled)
    return (
        f"{own[0].upper()}{own[1:]} and {others} often come together in your diary, "
        "so we cannot tell which of them goes with twitching."
    )


def _fits(link: Link) -> str:
    low, high = between(link.interval or (1, 1))
    return f"{low} and {high}"


def times(ratio: float) -> str:
    """Return how many times as often, in words: "half as many"."""
    if ratio > max(TIMES) * NEAR:
        return f"more than {TIMES[max(TIMES)]}"
    return TIMES[min(TIMES, key=lambda known: abs(log(known / max(ratio, 1e-9))))]


def between(interval: tuple[float, float]) -> tuple[str, str]:
    """Return the ends of an interval in words that never make it narrower, nor take it over "as many"."""
    low, high = interval
    below = [known for known in TIMES if known <= low * NEARLY and (known > 1) == (low > 1)]
    above = [known for known in TIMES if known >= high / NEARLY and (known < 1) == (high < 1)]
    return (
        TIMES[max(below)] if below else "slightly more" if low > 1 else f"fewer than {TIMES[min(TIMES)]}",
        TIMES[min(above)] if above else "slightly fewer" if high < 1 else f"more than {TIMES[max(TIMES)]}",
    )


def _is_apart(link: Link) -> bool:
    exposed, others = link.exposed.per_day, link.unexposed.per_day
    if not (exposed and others and link.unshrunk):
        return False
    return abs(log(exposed / others / link.unshrunk)) > APART


def _days(count: int, kind: str = "") -> str:
    return f"{count} {kind}{'day' if count == 1 else 'days'}"


def _rate(group: Group, short: bool = False) -> str:
    if not group.episodes:
        return "none"
    unit = "" if short else " episodes a day"
    return f"{group.per_day:.1f}{unit}" if group.per_day and group.per_day >= 0.05 else f"hardly any{unit}"


def _in_ten(group: Group) -> str:
    tenths = round(10 * group.twitching / group.days)
    return f" (about {tenths} in 10)" if group.days >= GROUP_DAYS else ""


def name(link: Link, reader: Reader) -> str:
    """Return the name of the link's factor."""
    return label(link.factor, reader)
