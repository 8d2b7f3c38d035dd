"""What the person suspected at the time, beside the factor that the diary can compare it with.

A suspicion is written on twitching days alone, so it has no other days to be compared with: it is counted
and set beside the numbers, and never becomes one of them (statistics.md 1.2).
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from diary.analysis.links import Link, Review
from diary.vocabulary.episodes import SUSPECTED_TRIGGERS

FACTOR_OF = {
    "tired": "sleep_hours",
    "stressed": "stress",
    "caffeine": "caffeine_mg",
    "thirsty": "water_ml",
    "exercise": "exercise_min",
    "screen": "screen_hours",
    "alcohol": "alcohol_units",
}


@dataclass(frozen=True, slots=True)
class Suspicion:
    """Something suspected `times` times, and the link of its factor; None where no factor stands for it."""

    code: str
    times: int
    link: Link | None

    @property
    def label(self) -> str:
        """What it is called."""
        return SUSPECTED_TRIGGERS[self.code]


def suspicions(said: Iterable[Sequence[str]], review: Review) -> list[Suspicion]:
    """Return what was suspected, most often first; `said` are the codes of each episode."""
    times = Counter(code for codes in said for code in codes if code in SUSPECTED_TRIGGERS)
    found = [Suspicion(code, times[code], review.of(FACTOR_OF.get(code, ""))) for code in SUSPECTED_TRIGGERS]
    return sorted((each for each in found if each.times), key=lambda each: -each.times)
