"""Flags of the person as a whole, not of one place: how they are made, and how they stood on earlier days."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from datetime import date
from itertools import pairwise

from diary.analysis.flags.flag import Evidence, Flag
from diary.analysis.flags.situation import Situation
from diary.periods import DAY
from diary.vocabulary.catalogue import CATALOGUE, FORTNIGHT

URGENT_LEVELS = ("TODAY", "NOW")

STILL_NOW = DAY
"""What calls for help at once does so on its day and the next; afterwards it is something to ask about."""
LATER = "If no one has looked at it yet, get medical advice today, or call {emergency} if it comes again."

Rule = Callable[[Situation], Iterator[Flag]]


def flag(
    seen: Situation,
    code: str,
    dates: Iterable[date],
    fact: str,
    *,
    level: str = "",
    advice: str = "",
    began_on: date | None = None,
    rose_on: date | None = None,
) -> Flag:
    """Make a flag of this rule; the fact comes first, then what the catalogue says who advises.

    Advice for today is not given about a day that is past.
    """
    rule, days, level = CATALOGUE[code], tuple(sorted(dates)), level or CATALOGUE[code].level
    is_over = seen.today < seen.present and level in URGENT_LEVELS
    said = "" if is_over else (advice or rule.advice).format(emergency=seen.thresholds.emergency)
    return Flag(
        rule=code,
        level=level,
        state="open",
        site="",
        side="",
        since=days[0],
        until=None,
        days=len(days),
        sentence=f"{fact} {said}".rstrip(),
        source=rule.source,
        evidence=Evidence(rule=rule.condition, days=days, began_on=began_on or days[0], rose_on=rose_on),
    )


def at_once(
    seen: Situation, code: str, dates: Iterable[date], fact: str, *, last: date, advice: str = ""
) -> Flag:
    """Make a flag that calls for help while its `last` day is today or yesterday, and for advice later."""
    if seen.today - last <= STILL_NOW:
        return flag(seen, code, dates, fact, level="NOW", advice=advice)
    return flag(seen, code, dates, fact, level="TODAY", advice=LATER)


def began(seen: Situation, *signs: str) -> date:
    """Return the first yes of four weeks after which the next ones came in less than two weeks.

    The two weeks looked at move on; a visit covers what went on before it.
    """
    days = sorted({day for sign in signs for day in seen.yes_days(sign, 2 * FORTNIGHT)})
    anew = [later for day, later in pairwise(days) if later - day >= FORTNIGHT * DAY]
    return max(anew, default=days[0])


def stood(seen: Situation, since: date) -> list[Situation]:
    """Return the diary as it stood at the end of each day from `since` to today."""
    return [seen.as_of(since + n * DAY) for n in range((seen.today - since).days + 1)]


def history(rule: Rule, stood: Iterable[Situation]) -> Iterator[Flag]:
    """Yield what the rule finds on the last of the days, and as resolved what it found before and no longer.

    A resolved one is kept as it was at its most pressing.
    """
    holding: dict[str, list[Flag]] = {}
    for seen in stood:
        found = {flag.rule: flag for flag in rule(seen)}
        for code in [*holding]:
            if code not in found:
                yield _resolved(holding.pop(code), seen.today - DAY)
        for code, raised in found.items():
            holding.setdefault(code, []).append(raised)
    for stages in holding.values():
        yield replace(stages[-1], since=stages[0].since)


def _resolved(stages: list[Flag], until: date) -> Flag:
    peak = max(stages, key=lambda flag: (flag.rank, flag.days))
    return replace(peak, state="resolved", since=stages[0].since, until=until)
