"""All the rules, in one place."""

from collections.abc import Iterator

from diary.analysis.flags import context, persistence
from diary.analysis.flags.flag import Flag
from diary.analysis.flags.situation import Situation


def raised(seen: Situation) -> list[Flag]:
    """Return what the rules find, open ones first, then the most pressing, then the oldest."""
    return sorted(_found(seen), key=lambda flag: (not flag.is_open, -flag.rank, flag.evidence.began_on))


def _found(seen: Situation) -> Iterator[Flag]:
    for run in seen.runs:
        if flag := persistence.time_flag(seen, run):
            yield flag
        yield from persistence.episode_very_long(seen, run)
        yield from persistence.episode_long(seen, run)
    for rule in context.RULES:
        yield from rule(seen)
