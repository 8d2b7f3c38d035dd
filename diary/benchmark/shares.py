"""A share of simulated diaries, with its own error."""

from collections.abc import Callable
from math import sqrt

Say = Callable[[str], None]


def share(hits: int, n: int) -> str:
    """Return a share with its Monte Carlo error, in percent; "-" of nothing."""
    if not n:
        return "-"
    part = hits / n
    return f"{100 * part:.1f} ± {100 * sqrt(part * (1 - part) / n):.1f}"
