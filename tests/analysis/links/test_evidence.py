"""The numbers behind a verdict against published ones, and against what is known without any table."""

import random
from datetime import date, timedelta
from math import sqrt

import numpy as np
import pytest

from diary.analysis.links import evidence
from diary.analysis.links.exposures import Cut
from diary.analysis.poisson import fit
from diary.analysis.student import t_two_sided
from tests.analysis.series import REFERENCE, asthma, prompts, read, restless, visits

# As the reference has it; ours counts more (evidence.MOST_LAGS).
REFERENCE_LAGS = 10

# Benjamini and Hochberg 1995, 15 chances; Holm's first four (statistics.md 8, no. 14).
CHANCES = [0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344]
CHANCES += [0.0459, 0.3240, 0.4262, 0.5719, 0.6528, 0.7590, 1.0000]

if REFERENCE.exists():  # a newcomer has no reference series

    def mean_of(name: str) -> list[float]:
        return [float(np.mean(values)) if values else np.nan for _, values in prompts(name)]

    def weekends() -> np.ndarray:
        return np.array([day.weekday() >= 5 for day, _ in prompts("Restless")], float)

    @pytest.mark.real_data
    def test_the_links_of_the_prompts() -> None:
        """golden.txt 1: restless beside four other answers, 239 days."""
        names = ("Tired", "Physical", "Headache", "Social activity")
        factors = np.column_stack([mean_of(name) for name in names])
        allowed_for = evidence.adjusters(weekends())
        found = evidence.associations(np.array(restless(), float), factors, allowed_for, REFERENCE_LAGS)
        assert [each.n for each in found] == [238] * 4
        assert [each.rho for each in found] == pytest.approx([0.3648, -0.1761, 0.1917, 0.0939], abs=5e-5)
        worth = [187.8906, 215.8248, 190.5319, 196.9680]
        assert [each.worth for each in found] == pytest.approx(worth, abs=5e-5)
        assert [each.p for each in found] == pytest.approx([0.0, 0.0095, 0.0080, 0.1895], abs=5e-5)
        holm = evidence.holm([each.p for each in found])
        assert holm == pytest.approx([0.0, 0.0239, 0.0239, 0.1895], abs=5e-5)

    @pytest.mark.real_data
    def test_the_contrast_of_the_prompts() -> None:
        """golden.txt 1: the third of the days with most tiredness."""
        tired, outcome = mean_of("Tired"), np.array(restless(), float)
        cut = Cut("from", np.nanquantile(tired, 2 / 3))
        exposed = np.array([np.nan if np.isnan(value) else cut.holds(value) for value in tired], float)
        found = evidence.contrast(outcome, exposed, evidence.adjusters(weekends()), REFERENCE_LAGS)
        known = ~np.isnan(outcome)
        groups = [outcome[known & (exposed == side)] for side in (1, 0)]
        assert [len(group) for group in groups] == [86, 152]
        assert [group.mean() for group in groups] == pytest.approx([2.1628, 1.5197], abs=5e-5)
        assert [(group > 0).mean() for group in groups] == pytest.approx([0.7791, 0.6579], abs=5e-5)
        assert (found.ratio, *found.interval) == pytest.approx((1.6207, 1.2630, 2.0798), abs=5e-5)

    @pytest.mark.real_data
    def test_the_links_of_the_visits() -> None:
        """golden.txt 2: asthma beside nitrogen dioxide and humidity, Sundays allowed for."""
        rows = asthma()
        factors = np.array([[float(row["NO2max"]), float(row["H7"])] for row in rows])
        allowed_for = evidence.adjusters(np.array([float(row["Sunday"]) for row in rows]))
        found = evidence.associations(np.array(visits(), float), factors, allowed_for, REFERENCE_LAGS)
        assert [each.rho for each in found] == pytest.approx([-0.0123, 0.0609], abs=5e-5)
        assert [each.worth for each in found] == pytest.approx([346.0, 327.3471], abs=5e-5)
        assert [each.p for each in found] == pytest.approx([0.8202, 0.2722], abs=5e-5)
        assert evidence.holm([each.p for each in found]) == pytest.approx([0.8202, 0.5444], abs=5e-5)

    @pytest.mark.real_data
    def test_the_smoking_ban_of_sicily() -> None:
        """A published Poisson regression with an offset (statistics.md 8, no. 7; Lopez Bernal 2017)."""
        rows = [{name: float(row[name]) for name in ("aces", "time", "smokban", "stdpop")}
                for row in read("sicily.csv")]  # fmt: skip
        columns = np.array([[1, row["smokban"], row["time"]] for row in rows])
        counts, exposure = (np.array([row[name] for row in rows]) for name in ("aces", "stdpop"))
        found = fit(counts, columns, exposure)
        slope, spread = found.coefficients[1], found.residuals @ found.residuals / (len(rows) - 3)
        plain = found.errors[1] / sqrt(spread)
        interval = [np.exp(slope + side * 1.959964 * plain) for side in (-1, 1)]
        assert (np.exp(slope), *interval) == pytest.approx((0.8944, 0.8647, 0.9251), abs=5e-5)
        assert spread == pytest.approx(3.559, abs=5e-4)
        quasi = [np.exp(slope + side * 1.959964 * found.errors[1]) for side in (-1, 1)]
        assert quasi == pytest.approx([0.839, 0.953], abs=5e-4)


def test_holm_as_published() -> None:
    adjusted = evidence.holm(CHANCES)
    assert adjusted[:4] == pytest.approx([0.0015, 0.0056, 0.0247, 0.1140], abs=5e-5)
    assert sum(p <= 0.05 for p in adjusted) == 3
    assert sorted(adjusted) == adjusted


def test_holm_does_not_mind_the_order() -> None:
    shuffled = random.Random(1).sample(CHANCES, len(CHANCES))
    assert sorted(evidence.holm(shuffled)) == evidence.holm(CHANCES)
    assert evidence.holm([]) == []


def test_spearman_as_published() -> None:
    """The example of the scipy manual (statistics.md 8, no. 19)."""
    one, other = (evidence.ranks(np.array(values, float)) for values in ([1, 2, 3, 4, 5], [5, 6, 7, 8, 7]))
    rho = np.corrcoef(one, other)[0, 1]
    assert rho == pytest.approx(0.82078268, abs=5e-9)
    assert t_two_sided(rho * sqrt(3 / (1 - rho**2)), 3) == pytest.approx(0.08858701, abs=5e-9)


def test_ranks_share_ties_and_leave_gaps_alone() -> None:
    found = evidence.ranks(np.array([3, np.nan, 1, 3, 2], float))
    assert found.tolist() == pytest.approx([3.5, np.nan, 1, 3.5, 2], nan_ok=True)


def test_two_lasting_series_are_worth_a_fifth_of_their_days() -> None:
    """With 0.8 of yesterday in both, (1 - .64) / (1 + .64) of the days are left (statistics.md 8, no. 17)."""
    assert 1 / evidence.inflation(*lasting(40_000)) == pytest.approx(0.21951, abs=0.015)


def lasting(days: int) -> tuple[np.ndarray, np.ndarray]:
    shocks = np.random.default_rng(1).normal(size=(2, days))
    for at in range(1, days):
        shocks[:, at] += 0.8 * shocks[:, at - 1]
    return shocks[0], shocks[1]


def test_what_is_slow_is_taken_out() -> None:
    """A wave of 60 days in both, and nothing else in common: no link."""
    noise = np.random.default_rng(2).normal(size=(2, 365))
    wave = 3 * np.sin(2 * np.pi * np.arange(365) / 60)
    one, other = noise + wave
    assert abs(evidence.association(one, other, evidence.adjusters(np.zeros(365))).rho) < 0.15
    assert evidence.association(one, other, np.ones((365, 1))).rho > 0.7


def test_a_weekend_habit_is_taken_out() -> None:
    weekend = np.array([(date(2026, 1, 5) + timedelta(days=n)).weekday() >= 5 for n in range(120)], float)
    outcome = weekend + np.random.default_rng(3).normal(size=120) / 10
    assert evidence.association(outcome, weekend, evidence.adjusters(weekend)) is None
    assert evidence.contrast(np.round(outcome + 2), weekend, evidence.adjusters(weekend)) is None


@pytest.mark.parametrize("days", [0, 29])
def test_few_pairs_are_not_tested(days: int) -> None:
    values = np.full(90, np.nan)
    values[:days] = np.arange(days)
    assert evidence.association(values, values, evidence.adjusters(np.zeros(90))) is None


@pytest.mark.parametrize("side", [0, 1])
def test_without_an_episode_on_one_side_there_is_no_ratio(side: int) -> None:
    exposed = np.array([0, 1] * 30, float)
    assert evidence.contrast(np.where(exposed == side, 2.0, 0.0), exposed, np.ones((60, 1))) is None


def test_a_rate_of_twice_is_twice() -> None:
    exposed = np.array([0, 0, 1] * 40, float)
    found = evidence.contrast(np.array([1, 3, 4] * 40, float), exposed, np.ones((120, 1)))
    assert found.ratio == pytest.approx(2)
    assert found.interval[0] < found.shrunk < found.ratio < found.interval[1]


def test_a_shrunk_ratio_stays_in_its_interval() -> None:
    assert evidence.shrunk(0.4, 0.5, (0.5, 5)) == pytest.approx(np.exp(0.2))
    assert evidence.shrunk(3, 1, (1.5, 300)) == pytest.approx(np.exp(0.6))
    assert evidence.shrunk(3, 0.9, (3.4, 120)) == 3.4
