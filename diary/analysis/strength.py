"""How strong twitches are: an order from faint to strong, so a middle and a highest, never a mean."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from statistics import median

from diary.analysis.frequency import Span
from diary.analysis.records import DayStrength, EpisodeRecord, Start
from diary.vocabulary.episodes import STRENGTHS

MODERATE = 3


@dataclass(frozen=True, slots=True)
class Strength:
    """Strength 1 to 4 over the `n` episodes that have one; a median of 2.5 lies between mild and moderate."""

    n: int
    median: float | None
    max: int | None


def strength(episodes: Iterable[EpisodeRecord]) -> Strength:
    """Sum up the strengths that were given."""
    return _of([episode.strength for episode in episodes if episode.strength is not None])


def by_day(episodes: Iterable[EpisodeRecord | Start]) -> list[DayStrength]:
    """Count the episodes of each day that had each strength."""
    given = ((begun.started_on, begun.strength) for begun in episodes if begun.strength is not None)
    return [DayStrength(day, value, n) for (day, value), n in Counter(given).items()]


def totals(given: Iterable[DayStrength]) -> Counter[int]:
    """Add up how many episodes had each strength."""
    found: Counter[int] = Counter()
    for _, value, n in given:
        found[value] += n
    return found


def by_span(given: Iterable[DayStrength], spans: Sequence[Span]) -> list[tuple[int, ...]]:
    """Return for each span how many episodes had each strength, from faint to strong; spans follow on."""
    firsts = [span.first for span in spans]
    found = [dict.fromkeys(STRENGTHS, 0) for _ in spans]
    for day, value, n in given:
        found[bisect_right(firsts, day) - 1][value] += n
    return [tuple(counts.values()) for counts in found]


def strength_of(counts: Mapping[int, int]) -> Strength:
    """Sum up how many episodes had each strength."""
    return _of([value for value, count in counts.items() for _ in range(count)])


def _of(given: Sequence[int]) -> Strength:
    return Strength(len(given), median(given) if given else None, max(given, default=None))


def finding(found: Strength) -> str:
    """Say how strong twitches usually are, with the number of answers."""
    if found.median is None or found.max is None:
        return "No strength is recorded yet."
    answers = "answer" if found.n == 1 else "answers"
    return f"Usually {label(found.median)}, at most {label(found.max)} ({found.n:,} {answers})."


def stronger(counts: Mapping[int, int]) -> str:
    """Say how many were moderate or strong, of how many answers."""
    answers = sum(counts.values())
    strong = sum(n for value, n in counts.items() if value >= MODERATE)
    return f"Moderate or strong in {strong:,} of {answers:,} {'answer' if answers == 1 else 'answers'}."


def label(value: float) -> str:
    """Put a strength into a word: "mild", or "mild to moderate" for one between two."""
    low = STRENGTHS[int(value)].lower()
    return low if value == int(value) else f"{low} to {STRENGTHS[int(value) + 1].lower()}"
