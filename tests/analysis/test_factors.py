"""What the days were like, over those that have a value."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from diary.analysis.days import NOTHING_SAID
from diary.analysis.factors import FactorSummary, middle, summaries, summary
from diary.analysis.factors import given as given_factors
from diary.analysis.spread import Quartiles, quartiles
from tests.analysis.made import days_of, period, said


def test_days_without_a_value_are_left_out() -> None:
    days = days_of(
        period("2026-05-01", "2026-05-09"),
        checkins=[
            said(f"2026-05-0{n}", "none", sleep_hours=hours) for n, hours in enumerate((6, 7, 8, 6.5), 1)
        ],
    )
    assert summary(days, "sleep_hours") == FactorSummary(4, 6.75, 6.375, 7.25)
    assert summaries(days) == {**NOTHING_SAID, "sleep_hours": FactorSummary(4, 6.75, 6.375, 7.25)}


def test_a_zero_is_a_value() -> None:
    days = days_of(period("2026-05-01", "2026-05-02"), checkins=[said("2026-05-01", caffeine_mg=0)])
    assert summary(days, "caffeine_mg") == FactorSummary(1, 0, 0, 0)


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ([], None),
        ([7], Quartiles(7, 7, 7)),
        ([1, 2], Quartiles(1.25, 1.5, 1.75)),
        ([3, 1, 2], Quartiles(1.5, 2, 2.5)),
    ],
)
def test_quartiles_interpolate_as_numpy_does(values: list[float], expected: Quartiles | None) -> None:
    assert quartiles(values) == expected


@given(st.lists(st.floats(0, 1e6), min_size=2, max_size=30))
def test_quartiles_are_in_order_and_those_of_numpy(values: list[float]) -> None:
    found = quartiles(values)
    assert found is not None
    assert found.q1 <= found.median <= found.q3
    assert [found.q1, found.median, found.q3] == pytest.approx(list(np.percentile(values, [25, 50, 75])))


def test_the_middle_of_a_span_is_a_median_or_a_share_of_yes() -> None:
    days = days_of(
        period("2026-05-01", "2026-05-04"),
        checkins=[
            said("2026-05-01", stress=2, illness=1),
            said("2026-05-02", stress=8, illness=0),
            said("2026-05-04", stress=4, illness=0),
        ],
    )
    assert middle(days, "stress", is_yes_no=False) == 4
    assert middle(days, "illness", is_yes_no=True) == pytest.approx(1 / 3)
    assert middle(days, "sleep_hours", is_yes_no=False) is None
    assert given_factors(days) == ["stress", "illness"]
