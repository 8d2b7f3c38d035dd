"""At what time of day twitches begin, by the clock on the wall where they happened."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from diary.analysis.records import EpisodeRecord, Start
from diary.quantities import Clock, format_clock

# ux R-3: the narrowest window of at most 8 hours that holds at least 60 % of the twitches.
WIDEST_H = 8
SHARE = 0.6

# Below this many twitches some narrow window always holds most of them. Our choice.
WINDOW_FROM = 10


@dataclass(frozen=True, slots=True)
class Window:
    """Clock hours from `start` up to `end` (0 to 23; may pass midnight) with `n` of `of` twitches."""

    start: int
    end: int
    n: int
    of: int


def hours(episodes: Iterable[EpisodeRecord | Start]) -> tuple[int, ...]:
    """Return how many twitches began in each hour of the day, 24 counts from midnight."""
    found = [0] * 24
    for episode in episodes:
        if episode.is_twitch:
            found[episode.started_minute // 60] += 1
    return tuple(found)


def by_weekday(episodes: Iterable[EpisodeRecord | Start]) -> tuple[tuple[int, ...], ...]:
    """Return how many twitches began in each hour of each day of the week, Monday first."""
    found: list[list[EpisodeRecord | Start]] = [[] for _ in range(7)]
    for episode in episodes:
        found[episode.started_on.weekday()].append(episode)
    return tuple(hours(begun) for begun in found)


def window(by_hour: Sequence[int]) -> Window | None:
    """Return the narrowest clock window that holds most twitches; None where no rule allows one.

    Of equally narrow windows the one with more twitches counts, then the earlier one.
    """
    total = sum(by_hour)
    if total < WINDOW_FROM:
        return None
    twice = [*by_hour, *by_hour]
    for width in range(1, WIDEST_H + 1):
        start = max(range(24), key=lambda hour: sum(twice[hour : hour + width]))
        n = sum(twice[start : start + width])
        if n >= SHARE * total:
            return Window(start, (start + width) % 24, n, total)
    return None


def finding(found: Window | None, clock: Clock = "12") -> str:
    """Say between which hours most twitches began; "" when they are spread out or few."""
    if found is None:
        return ""
    start, end = _at(found.start, clock), _at(found.end, clock)
    return f"{found.n:,} of {found.of:,} twitches began between {start} and {end}."


def _at(hour: int, clock: Clock) -> str:
    return format_clock(datetime(2000, 1, 1, hour, tzinfo=UTC), "UTC", clock)
