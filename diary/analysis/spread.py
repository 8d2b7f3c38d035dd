"""The middle of some numbers and where half of them lie."""

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import quantiles


@dataclass(frozen=True, slots=True)
class Quartiles:
    """Lower quartile, median and upper quartile."""

    q1: float
    median: float
    q3: float


def quartiles(values: Sequence[float]) -> Quartiles | None:
    """Return the quartiles, interpolated between neighbours as numpy does; None without a value."""
    if not values:
        return None
    if len(values) == 1:
        return Quartiles(values[0], values[0], values[0])
    return Quartiles(*quantiles(values, n=4, method="inclusive"))
