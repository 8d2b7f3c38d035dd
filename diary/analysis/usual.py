"""What is usual for a person, from their own latest values, none of which was filled in as usual itself."""

from collections.abc import Sequence
from statistics import median

NIGHTS = 14
"""The latest values looked at (ux C-4)."""
ENOUGH = 5
"""From this many on the usual value is offered."""
FIRST_NIGHT = 7.0
"""Where the first press of a stepper starts when nothing is known of the person (ux C-2)."""
QUARTER = 4


def usual(latest: Sequence[float]) -> float | None:
    """Return the median to the quarter of an hour; None while there are fewer than five values."""
    return _middle(latest[:NIGHTS]) if len(latest) >= ENOUGH else None


def start(latest: Sequence[float], otherwise: float) -> float:
    """Return where a stepper starts: at the person's own median, or at the other value when there is none."""
    return _middle(latest[:NIGHTS]) if latest else otherwise


def _middle(values: Sequence[float]) -> float:
    return round(median(values) * QUARTER) / QUARTER
