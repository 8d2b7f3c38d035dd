"""A Poisson regression, fitted by reweighted least squares: all that a statistics library would be for.

Its spread is taken from the data themselves (quasi-Poisson), as episodes come in clusters.
"""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Array = NDArray[np.float64]
else:
    Array = Any

MOST_ROUNDS = 100
SETTLED = 1e-10

# Beyond these log rates nothing can be told apart.
FARTHEST = 30.0


@dataclass(frozen=True, slots=True)
class Fit:
    """A fitted log rate: the coefficients, what they expect, and the standard errors before any widening.

    `residuals` are Pearson's: how far each count is from what was expected, in its standard deviations.
    """

    coefficients: Array
    expected: Array
    residuals: Array
    errors: Array


def fit(counts: Array, columns: Array, exposure: Array | float = 1.0, about: int = 1) -> Fit | None:
    """Fit the log of the rate per exposure; `about` is the column whose coefficient is asked for.

    None where that one does not settle: nothing was counted, or all of it on one side.
    """
    import numpy as np

    if not counts.any():
        return None
    expected = (counts + counts.mean()) / 2
    before, surprise_before = np.inf, np.inf
    for _ in range(MOST_ROUNDS):
        working = np.log(expected / exposure) + (counts - expected) / expected
        weighted = columns.T * expected
        coefficients = np.linalg.pinv(weighted @ columns, rcond=1e-12, hermitian=True) @ (weighted @ working)
        expected = exposure * np.exp(np.clip(columns @ coefficients, -FARTHEST, FARTHEST))
        surprise = _surprise(counts, expected)
        is_still = abs(surprise - surprise_before) < SETTLED * (1 + surprise)
        if is_still and abs(coefficients[about] - before) < SETTLED:
            return _fitted(counts, columns, coefficients, expected)
        before, surprise_before = coefficients[about], surprise
    return None


def _surprise(counts: Array, expected: Array) -> float:
    """Return the deviance without its factor 2."""
    import numpy as np

    seen = counts > 0
    logs = counts[seen] * np.log(counts[seen] / expected[seen])
    return float(logs.sum() - (counts - expected).sum())


def _fitted(counts: Array, columns: Array, coefficients: Array, expected: Array) -> Fit:
    import numpy as np

    residuals = (counts - expected) / np.sqrt(expected)
    spread = float(residuals @ residuals) / max(1, len(counts) - columns.shape[1])
    covariance = np.linalg.pinv(columns.T * expected @ columns, rcond=1e-12, hermitian=True) * spread
    return Fit(coefficients, expected, residuals, np.sqrt(np.diag(covariance).clip(0)))
