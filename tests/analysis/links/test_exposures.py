"""Which days are compared with which, decided by the factor alone."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diary.analysis.links.exposures import EXPOSURES, Cut, choose_cut, exposure_of, own_third
from diary.vocabulary.factors import FACTORS, OWN

SLEEP = EXPOSURES["sleep_hours"]


@pytest.mark.parametrize(("side", "held"), [("under", [5]), ("over", [7]), ("from", [6, 7])])
def test_a_cut_holds_the_days_on_its_side(side: str, held: list[int]) -> None:
    assert [value for value in (5, 6, 7) if Cut(side, 6).holds(value)] == held


def test_every_factor_says_how_it_is_looked_at() -> None:
    assert {*EXPOSURES, OWN} == {*FACTORS}
    assert exposure_of(OWN, "scale").known == Cut("from", 7)
    assert exposure_of(OWN, "yes_no").known == Cut("from", 1)
    assert exposure_of(OWN, "number").known is None


def test_the_lag_is_one_per_factor() -> None:
    """Alcohol and exercise of the day before; the night is asked about on the day after it."""
    assert {code for code, looked in EXPOSURES.items() if looked.lag_days} == {
        "exercise_min",
        "alcohol_units",
    }


def test_the_number_people_know_is_taken_where_days_lie_on_both_sides() -> None:
    assert choose_cut(SLEEP, [5] * 10 + [7] * 50, None) == Cut("under", 6)


def test_else_it_is_the_persons_own_third() -> None:
    assert choose_cut(SLEEP, [5] * 9 + [7] * 20 + [8] * 40, None) == Cut("under", 8)


def test_a_cut_once_used_is_kept() -> None:
    kept = Cut("under", 7)
    assert choose_cut(SLEEP, [5] * 10 + [6.5] * 10 + [7] * 50, kept) == kept


def test_a_kept_cut_that_parts_nothing_any_more_is_let_go() -> None:
    assert choose_cut(SLEEP, [5] * 20 + [7] * 50, Cut("under", 4)) == Cut("under", 6)


@pytest.mark.parametrize(("short", "cut"), [(4, Cut("under", 7.5)), (5, Cut("under", 6))])
def test_a_young_diary_needs_a_sixth_of_its_days_on_either_side(short: int, cut: Cut) -> None:
    assert choose_cut(SLEEP, [5] * short + [7.5] * 20 + [7] * (10 - short), None) == cut


def test_values_that_are_all_alike_have_no_third() -> None:
    assert own_third("from", [3, 3, 3]) is None
    assert choose_cut(EXPOSURES["water_ml"], [1500] * 90, None) is None
    assert choose_cut(EXPOSURES["water_ml"], [], None) is None


@given(st.lists(st.integers(0, 20), min_size=2, max_size=80).filter(lambda values: len({*values}) > 1))
def test_a_third_has_days_on_both_sides(values: list[int]) -> None:
    for side in ("under", "from"):
        cut = own_third(side, values)
        assert 0 < sum(map(cut.holds, values)) < len(values)


def test_the_third_is_as_near_as_ties_let_it_be() -> None:
    assert own_third("from", [0] * 50 + [30] * 10 + [60] * 30) == Cut("from", 60)
    assert own_third("from", [0] * 85 + [30] * 5) == Cut("from", 30)
    assert own_third("under", list(range(9))) == Cut("under", 3)
