"""How strong twitches are: an order from faint to strong, so a middle and a highest, never a mean."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from statistics import median

from diary.analysis.records import EpisodeRecord
from diary.vocabulary.episodes import STRENGTHS


@dataclass(frozen=True, slots=True)
class Strength:
    """Strength 1 to 4 over the `n` episodes that have one; a median of 2.5 lies between mild and moderate."""

    n: int
    median: float | None
    max: int | None


def strength(episodes: Iterable[EpisodeRecord]) -> Strength:
    """Sum up the strengths that were given."""
    return _of([episode.strength for episode in episodes if episode.strength is not None])


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


def label(value: float) -> str:
    """Put a strength into a word: "mild", or "mild to moderate" for one between two."""
    low = STRENGTHS[int(value)].lower()
    return low if value == int(value) else f"{low} to {STRENGTHS[int(value) + 1].lower()}"
