"""What the person suspects, as ticked beside the entries; a guess stands beside the counts, not judged."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from diary.vocabulary.episodes import SUSPECTED_TRIGGERS

# Which daily question looks at the same thing; the others are asked of no day.
FACTOR_OF: Mapping[str, str] = {
    "tired": "sleep_hours",
    "stressed": "stress",
    "caffeine": "caffeine_mg",
    "thirsty": "water_ml",
    "exercise": "exercise_min",
    "screen": "screen_hours",
    "alcohol": "alcohol_units",
}


@dataclass(frozen=True, slots=True)
class Guess:
    """A suspected trigger, named in `n` of the `of` entries that have a guess."""

    code: str
    n: int
    of: int

    @property
    def label(self) -> str:
        """What was ticked."""
        return SUSPECTED_TRIGGERS[self.code]

    @property
    def factor(self) -> str:
        """The daily question about the same thing; "" where there is none."""
        return FACTOR_OF.get(self.code, "")


def count_guesses(entries: Iterable[Iterable[str]]) -> list[Guess]:
    """Count the guesses of each entry, the most frequent first."""
    listed = [set(codes) for codes in entries]
    counted = Counter(code for codes in listed for code in codes if code in SUSPECTED_TRIGGERS)
    return [
        Guess(code, n, len(listed)) for code, n in sorted(counted.items(), key=lambda it: (-it[1], it[0]))
    ]
