"""How long twitches last. A spell has no length of its own; an unrecorded length is left out, not 0."""

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from diary.analysis.records import EpisodeRecord, Start
from diary.analysis.spread import quartiles
from diary.quantities import format_length, without_seconds
from diary.quantities.lengths import Style

# Fewer lengths than this are listed, not summed up: half of three is no half.
USUAL_FROM = 4

MINUTE, HOUR, DAY = 60, 3_600, 86_400
EDGES: tuple[int, ...] = (
    0,
    3,
    10,
    30,
    MINUTE,
    3 * MINUTE,
    10 * MINUTE,
    30 * MINUTE,
    HOUR,
    3 * HOUR,
    12 * HOUR,
)
EDGES += (DAY, 3 * DAY, 7 * DAY, 28 * DAY)
"""Where the classes of lengths begin, in seconds."""


@dataclass(frozen=True, slots=True)
class Lengths:
    """Lengths of twitches in seconds; `n` of them are known, `not_recorded` and `ongoing` come on top.

    `longest_s` may be the length so far of one still going; then it is "at least". It is "about" where nobody
    timed or stated one as long (ux L-17).
    """

    n: int
    median_s: float | None
    q1_s: float | None
    q3_s: float | None
    longest_s: int | None
    longest_is_at_least: bool
    not_recorded: int
    ongoing: int
    longest_is_about: bool = False

    @property
    def how_sure(self) -> str:
        """The words before the longest: "at least ", "about " or none."""
        return "at least " if self.longest_is_at_least else "about " if self.longest_is_about else ""


@dataclass(frozen=True, slots=True)
class LengthCount:
    """Twitches from `low` up to `high` seconds (None: or more): known, estimated, and still going."""

    low: int
    high: int | None
    known: int
    about: int
    going: int


def lengths(episodes: Iterable[EpisodeRecord | Start], now: datetime) -> Lengths:
    """Sum up the lengths of the twitches among the episodes."""
    twitches = [episode for episode in episodes if episode.is_twitch]
    known = [twitch.length_s for twitch in twitches if twitch.length_s is not None]
    exact = [twitch.length_s or 0 for twitch in twitches if twitch.length_precision != "about"]
    running = [round(twitch.seconds(now) or 0) for twitch in twitches if twitch.is_ongoing]
    middle = quartiles(known)
    return Lengths(
        n=len(known),
        median_s=middle.median if middle else None,
        q1_s=middle.q1 if middle else None,
        q3_s=middle.q3 if middle else None,
        longest_s=max([*known, *running], default=None),
        longest_is_at_least=max(running, default=-1) > max(known, default=-1),
        not_recorded=len(twitches) - len(known) - len(running),
        ongoing=len(running),
        longest_is_about=max(known, default=0) > max([*exact, *running], default=0),
    )


def classes(episodes: Iterable[EpisodeRecord | Start], now: datetime) -> list[LengthCount]:
    """Count the twitches by length, from the shortest class in use to the longest; those without one are out.

    The classes grow by about three times each, so that seconds and weeks share one picture.
    """
    found = [[0, 0, 0] for _ in EDGES]
    for episode in episodes:
        seconds = episode.seconds(now) if episode.is_twitch else None
        if seconds is not None:
            manner = 2 if episode.is_ongoing else 1 if episode.length_precision == "about" else 0
            found[bisect_right(EDGES, seconds) - 1][manner] += 1
    used = [n for n, counts in enumerate(found) if any(counts)]
    if not used:
        return []
    highs = (*EDGES[1:], None)
    return [LengthCount(EDGES[n], highs[n], *found[n]) for n in range(used[0], used[-1] + 1)]


def finding(found: Lengths, style: Style = "sentence") -> str:
    """Say how long twitches usually last, with the number of lengths that is based on."""
    if found.longest_s is None:
        return "No length is recorded yet."
    longest = f"longest {found.how_sure}{_words(without_seconds(found.longest_s), style)}"
    if found.median_s is None or found.q1_s is None or found.q3_s is None:
        return f"Still going: {longest}."
    if found.n < USUAL_FROM:
        return f"{found.n:,} with a length; {longest}."
    quarters = (found.median_s, found.q1_s, found.q3_s)
    middle, low, high = (_words(_rounded(value), style) for value in quarters)
    return f"Usually lasts {middle} ({found.n:,} with a length); half between {low} and {high}; {longest}."


def usual(found: Lengths) -> str:
    """Say in one sentence how long twitches usually last, as finely as such a middle can be known."""
    if found.median_s is None or found.q1_s is None or found.q3_s is None or found.n < USUAL_FROM:
        return finding(found)
    middle, low, high = (_words(_rounded(value)) for value in (found.median_s, found.q1_s, found.q3_s))
    return f"Usually {middle}; half were between {low} and {high}." if low != high else f"Usually {middle}."


def besides(found: Lengths) -> str:
    """Say what else the lengths are: of how many, the longest, and what has none; "" where all was said."""
    more = f"{left_out(found)}." if left_out(found) else ""
    if found.longest_s is None or found.n < USUAL_FROM:
        return more
    longest = f"longest {found.how_sure}{_words(without_seconds(found.longest_s))}"
    return f"{found.n:,} with a length; {longest}. {more}".strip()


def _rounded(seconds: float) -> int:
    """Return a middle of lengths without the seconds beside hours, or the minutes beside days."""
    unit = HOUR if seconds >= DAY else MINUTE if seconds >= HOUR else 1
    return round(seconds / unit) * unit


def left_out(found: Lengths) -> str:
    """Say how many twitches have no length to show; "" when all have one."""
    parts = [f"{found.not_recorded:,} with length not recorded"] if found.not_recorded else []
    parts += [f"{found.ongoing} still going"] if found.ongoing else []
    return " and ".join(parts)


def _words(seconds: float, style: Style = "sentence") -> str:
    return format_length(round(seconds), style)
