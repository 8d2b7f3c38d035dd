"""The factors are what the molar masses give; bounds and units fit together."""

import pytest

from diary.vocabulary.laboratory import ANALYTES, Analyte

# How a unit of weight in a volume becomes the amount of the first unit, for 1 g/mol.
BY_WEIGHT = {
    ("mg/dl", "mmol/l"): 10,
    ("mg/dl urea", "mmol/l"): 10,
    ("mg/dl", "µmol/l"): 10_000,
    ("ng/dl", "pmol/l"): 10_000,
    ("ng/ml", "nmol/l"): 1000,
    ("pg/ml", "pmol/l"): 1000,
    ("ng/l", "pmol/l"): 1000,
}
WITH_MASS = [analyte for analyte in ANALYTES.values() if analyte.molar_mass]


@pytest.mark.parametrize("analyte", WITH_MASS, ids=lambda analyte: analyte.code)
def test_a_factor_is_what_the_molar_mass_gives(analyte: Analyte) -> None:
    assert analyte.molar_mass
    by_weight = {unit: BY_WEIGHT.get((unit, analyte.unit)) for unit in analyte.units}
    assert any(by_weight.values())
    for unit, one_gram in by_weight.items():
        if one_gram:
            assert float(analyte.units[unit].times) == pytest.approx(one_gram / analyte.molar_mass, rel=0.001)


def test_urea_nitrogen_is_two_atoms_of_the_molecule() -> None:
    factor = ANALYTES["urea"].units["mg/dl urea nitrogen"].times
    assert float(factor) == pytest.approx(10 / (2 * 14.007), rel=0.001)


@pytest.mark.parametrize("analyte", ANALYTES.values(), ids=lambda analyte: analyte.code)
def test_the_first_unit_counts_once_and_the_bounds_have_an_order(analyte: Analyte) -> None:
    assert (analyte.units[analyte.unit].times, analyte.units[analyte.unit].minus) == (1, 0)
    assert analyte.takes is None or analyte.takes[0] < analyte.takes[1]
    assert {unit for units in analyte.also.values() for unit in units} <= analyte.units.keys()
