"""Student's t against the printed tables, to their last digit and beyond."""

import pytest

from diary.analysis.student import t_quantile

# Two-sided 5 %: closed forms for 1 and 2 degrees of freedom, tables for the others.
TABLE = [
    (1, 12.706204736432095),
    (2, 4.302652729911275),
    (3, 3.182446305284263),
    (5, 2.570581835636314),
    (10, 2.228138851964939),
    (30, 2.042272456301238),
    (120, 1.979930405082431),
]


@pytest.mark.parametrize(("df", "expected"), TABLE)
def test_the_quantile_of_the_table(df: float, expected: float) -> None:
    assert t_quantile(0.975, df) == pytest.approx(expected, rel=1e-9)


def test_the_distribution_of_one_degree_is_that_of_cauchy() -> None:
    assert [t_quantile(p, 1) for p in (0.5, 0.75, 0.9)] == pytest.approx(
        [0, 1, 3.0776835371752536], abs=1e-12
    )


def test_a_table_of_other_levels() -> None:
    assert [t_quantile(p, 4) for p in (0.9, 0.95, 0.99)] == pytest.approx(
        [1.533206, 2.131847, 3.746947], rel=1e-6
    )
