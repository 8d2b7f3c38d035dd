"""What a rule of the catalogue is."""

from dataclasses import dataclass

from diary.vocabulary import rules
from diary.vocabulary.sources import Source

FORTNIGHT = 14
GP = "UK health advice is to see a GP when"


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule. `condition` says in words when it is raised; `advice` follows the fact in its sentence.

    `level` is where it starts; a rule may rise above it. `days` is how many dates of the last fortnight it
    takes, where it counts them.
    """

    code: str
    name: str
    group: str
    level: str
    condition: str
    advice: str
    source: Source
    is_our_choice: bool = False
    days: int = 1

    @property
    def level_words(self) -> str:
        """What the level means for the person."""
        return rules.LEVELS[self.level]
