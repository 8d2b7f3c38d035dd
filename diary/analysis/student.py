"""Student's t distribution, for intervals and tests; written out, as it is all scipy would be for.

With t = √df · tan θ the density is a power of the cosine, which Gauss-Legendre sums up to about 12 digits.
"""

from functools import lru_cache
from math import atan, exp, lgamma, pi, sqrt, tan
from typing import Any

NODES = 64

# What lies beyond so many standard deviations is less than the sum is exact to.
FARTHEST = 12.0


@lru_cache(maxsize=1)
def _rule() -> Any:
    import numpy as np

    return np.polynomial.legendre.leggauss(NODES)


def _beyond_zero(angle: float, df: float) -> float:
    """Return the probability between 0 and √df · tan(angle)."""
    import numpy as np

    points, weights = _rule()
    area = angle / 2 * float(np.sum(weights * np.cos(angle / 2 * (points + 1)) ** (df - 1)))
    return area * exp(lgamma((df + 1) / 2) - lgamma(df / 2)) / sqrt(pi)


def t_quantile(probability: float, df: float) -> float:
    """Return the value below which a share of the distribution lies, for 0.5 up to 0.9999.

    Halving the angle's interval 60 times leaves less than the last digit of a float.
    """
    low, high = 0.0, pi / 2
    for _ in range(60):
        middle = (low + high) / 2
        if 0.5 + _beyond_zero(middle, df) < probability:
            low = middle
        else:
            high = middle
    return sqrt(df) * tan((low + high) / 2)


def t_two_sided(t: float, df: float) -> float:
    """Return the probability of a value as far from 0 as t or farther, to about 12 decimals."""
    angle = min(atan(abs(t) / sqrt(df)), FARTHEST / sqrt(df))
    return max(0.0, 1 - 2 * _beyond_zero(angle, df))
