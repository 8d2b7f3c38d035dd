"""What can be tried out: which habits can be held to a limit, which way, and how the weeks are laid out.

Only a way that can do no harm is offered: less caffeine, never less sleep. The upper ends keep to what a day
can hold without a doctor: drinks to the 3.7 l a day of the US guide, rounded down as food holds some of it;
magnesium to the 350 mg a day that supplements may add (clinical.md B1).
"""

from dataclasses import dataclass
from typing import Literal

from diary.vocabulary.factors import OWN

Way = Literal["at_most", "at_least"]
WAYS = {"at_most": "At most", "at_least": "At least"}

LIMITED, USUAL = "L", "U"
"""The two kinds of blocks, as the order of an experiment writes them."""
MOST_BLOCKS = 12


@dataclass(frozen=True, slots=True)
class Holdable:
    """A habit that can be held to a limit: which way, what is suggested, the least and most that is taken.

    `care` is what to know before it is held.
    """

    way: Way
    suggested: float
    low: float
    high: float
    care: str = ""


_SLOWLY = (
    "Going from a lot to little at once can bring headaches for some days. You can go down slowly before."
)
_DRINK = "If you drink every day, ask a doctor before you stop all at once."
_KIDNEYS = "With kidney trouble, or with other medicines, ask a doctor or pharmacist first."

HOLDABLE = {
    "sleep_hours": Holdable("at_least", 7, 4, 12),
    "caffeine_mg": Holdable("at_most", 100, 0, 1000, _SLOWLY),
    "water_ml": Holdable(
        "at_least", 1500, 500, 3000, "If you were told to limit what you drink, keep to that."
    ),
    "stress": Holdable("at_most", 4, 0, 9),
    "exercise_min": Holdable("at_least", 30, 5, 180),
    "screen_hours": Holdable("at_most", 4, 0, 16),
    "alcohol_units": Holdable("at_most", 0, 0, 14, _DRINK),
    "magnesium_mg": Holdable("at_least", 200, 50, 350, _KIDNEYS),
    "meals_skipped": Holdable("at_most", 0, 0, 2),
}

OWN_HOLDABLE = {
    "yes_no": Holdable("at_most", 0, 0, 0),
    "scale": Holdable("at_most", 4, 0, 10),
    "number": Holdable("at_most", 0, 0, 100_000),
}
"""The person's own question by its kind; there the way is asked too."""


@dataclass(frozen=True, slots=True)
class Weeks:
    """How the weeks are laid out: the days of one block, and how many blocks of each kind there are."""

    block_days: int
    rounds: int

    @property
    def in_all(self) -> int:
        """How many weeks it takes in all."""
        return 2 * self.rounds * self.block_days // 7


LAYOUTS = {
    "1w2": Weeks(7, 2),
    "2w1": Weeks(14, 1),
    "1w4": Weeks(7, 4),
    "2w2": Weeks(14, 2),
    "1w6": Weeks(7, 6),
    "2w3": Weeks(14, 3),
}
USUAL_LAYOUT = "2w2"

BY_CHANCE = "chance"
ORDERS = {BY_CHANCE: "By chance (the fairest)", LIMITED: "With the limit", USUAL: "As usual"}
"""What comes first; by chance it is drawn anew each time round."""


FOUND = (
    "Had a limit halved your episodes, 4 weeks would show it about 1 time in 10, 8 weeks 1 in 4 and 12 weeks "
    "4 in 10."
)
"""Of diaries of 1.5 episodes a day on average, world "real"; measured by `benchmark --experiments`."""


def holdable(factor: str, own_kind: str) -> Holdable:
    """Return how a factor can be held to a limit; the person's own question by its kind."""
    return OWN_HOLDABLE[own_kind] if factor == OWN else HOLDABLE[factor]
