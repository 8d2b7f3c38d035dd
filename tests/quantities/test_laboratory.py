"""Results of blood tests: read as printed, converted both ways, held against the laboratory's own range."""

from contextlib import suppress
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diary.quantities import QuantityError
from diary.quantities.laboratory import (
    Amount,
    LabRange,
    Unclear,
    convert,
    in_other_units,
    parse_range,
    parse_result,
    three_figures,
    unit_key,
)
from diary.vocabulary.laboratory import ANALYTES

numbers = st.decimals(0, 10**6, places=4).map(Fraction)
pairs = st.sampled_from(
    [(code, unit, to) for code, a in ANALYTES.items() for unit in a.units for to in a.units]
)
amounts = st.builds(Amount, st.decimals(0, 10**6, places=3), st.sampled_from(["", "<", ">"]))


@pytest.mark.parametrize(
    ("text", "code", "amount", "unit"),
    [
        ("0.85 mmol/l", "magnesium", "0.85", "mmol/l"),
        ("0,85 mmol/L", "magnesium", "0.85", "mmol/l"),
        ("2.10mmol/l", "calcium", "2.10", "mmol/l"),
        ("1.7 meq/L", "magnesium", "1.7", "mEq/l"),
        ("138", "sodium", "138", "mmol/l"),
        ("<0.01 mIU/L", "tsh", "<0.01", "mIU/l"),
        ("less than 0.01 mU/l", "tsh", "<0.01", "mU/l"),
        ("70 umol/L", "creatinine", "70", "µmol/l"),
        ("70 μmol/l", "creatinine", "70", "µmol/l"),
        ("14 mg/dL BUN", "urea", "14", "mg/dl urea nitrogen"),
        ("250 x10^9/L", "platelets", "250", "10⁹/l"),
        ("250 10E9/l", "platelets", "250", "10⁹/l"),
        ("38 mmol/mol", "hba1c", "38", "mmol/mol"),
        ("5.6%", "hba1c", "5.6", "%"),
        ("12 Units/L", "other", "12", "Units/L"),
        ("12", "other", "12", ""),
    ],
)
def test_a_result_is_read_as_the_paper_has_it(text: str, code: str, amount: str, unit: str) -> None:
    read, its_unit = parse_result(text, code)
    assert (str(read), its_unit) == (amount, unit)


@pytest.mark.parametrize(
    ("text", "code", "choices"),
    [
        ("0.85", "magnesium", ("0.85 mmol/l", "0.85 mg/dl", "0.85 mEq/l")),
        ("14 mg/dl", "urea", ("14 mg/dl urea nitrogen", "14 mg/dl urea")),
        ("9.4 mmol/l", "calcium", ("9.4 mg/dl", "9.4 mEq/l")),
        ("2 mmol/l", "sodium", ()),
        ("4 quarts", "potassium", ("4 mmol/l", "4 mEq/l")),
        ("1,200 U/l", "ck", ("1200 U/l", "1.200 U/l")),
    ],
)
def test_what_only_the_person_can_decide_is_asked(text: str, code: str, choices: tuple[str, ...]) -> None:
    with pytest.raises(Unclear) as asked:
        parse_result(text, code)
    assert asked.value.choices == choices


@pytest.mark.parametrize("text", ["", "high", "1.2.3 mmol/l", "-4 mmol/l", "9" * 10_000])
def test_what_is_no_result_is_refused_with_a_sentence(text: str) -> None:
    with pytest.raises(QuantityError, match="Write the result with its unit"):
        parse_result(text, "magnesium")


def worked_out(value: str, code: str, unit: str, to: str) -> float:
    return float(convert(Fraction(value), code, unit, to))


def test_magnesium_is_not_converted_as_many_tables_have_it() -> None:
    """1.7 to 2.2 mg/dl is 0.70 to 0.91 mmol/l, not 0.85 to 1.10, which would be mEq/l taken for mg/dl."""
    assert worked_out("1.7", "magnesium", "mg/dl", "mmol/l") == pytest.approx(0.70, abs=0.005)
    assert worked_out("2.2", "magnesium", "mg/dl", "mmol/l") == pytest.approx(0.91, abs=0.005)
    assert worked_out("1.7", "magnesium", "mEq/l", "mmol/l") == 0.85


@pytest.mark.parametrize("code", ["calcium", "calcium_ionised", "magnesium"])
def test_a_millimole_of_calcium_or_magnesium_is_two_milliequivalents(code: str) -> None:
    assert worked_out("1", code, "mmol/l", "mEq/l") == 2


@pytest.mark.parametrize("code", ["sodium", "potassium", "bicarbonate"])
def test_of_the_others_it_is_one(code: str) -> None:
    assert worked_out("4", code, "mEq/l", "mmol/l") == 4


def test_urea_and_its_nitrogen_are_two_numbers_of_the_same_blood() -> None:
    assert worked_out("14", "urea", "mg/dl urea nitrogen", "mmol/l") == pytest.approx(5.0, abs=0.005)
    assert worked_out("30", "urea", "mg/dl urea", "mmol/l") == pytest.approx(5.0, abs=0.005)


def test_hba1c_follows_its_equation() -> None:
    assert worked_out("6.5", "hba1c", "%", "mmol/mol") == pytest.approx(48, abs=0.5)


@given(numbers, pairs)
def test_there_and_back_is_the_very_same_number(value: Fraction, pair: tuple[str, str, str]) -> None:
    code, unit, to = pair
    assert convert(convert(value, code, unit, to), code, to, unit) == value


@pytest.mark.parametrize("code", ANALYTES)
def test_every_unit_is_read_as_it_is_shown(code: str) -> None:
    for unit in ANALYTES[code].units:
        middle = sum(ANALYTES[code].takes or (Fraction(5), Fraction(5))) / 2
        typed = f"{float(convert(middle, code, ANALYTES[code].unit, unit)):.3f}"
        assert parse_result(f"{typed} {unit}", code) == (Amount(Decimal(typed)), unit)
        assert unit_key(unit) == unit_key(unit.upper().replace("µ", "μ").replace("Μ", "μ"))


def test_other_units_are_shown_to_three_figures_and_equal_ones_not_at_all() -> None:
    assert in_other_units(Amount(Decimal("0.85")), "magnesium", "mmol/l") == ["2.07 mg/dl", "1.70 mEq/l"]
    assert in_other_units(Amount(Decimal("0.01"), "<"), "vitamin_d", "ng/ml") == ["<0.0250 nmol/l"]
    assert in_other_units(Amount(Decimal(138)), "sodium", "mmol/l") == []
    assert in_other_units(Amount(Decimal(1)), "other", "g") == []
    assert [three_figures(Fraction(n)) for n in (0, 1234, 123456)] == ["0", "1,230", "123,000"]


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("0.7 to 1.0", "0.7 to 1.0"),
        ("0.70-1.00", "0.70 to 1.00"),
        ("(0,7 – 1,0)", "0.7 to 1.0"),
        ("[0.7 - 1.0 mmol/L]", "0.7 to 1.0"),
        ("up to 5", "up to 5"),
        ("< 5", "up to 5"),
        ("≤5 mmol/l", "up to 5"),
        (">60", "from 60"),
        ("at least 60", "from 60"),
    ],
)
def test_the_laboratorys_range_is_read_as_printed(text: str, shown: str) -> None:
    assert str(parse_range(text, "magnesium", "mmol/l")) == shown


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("normal", "Write the range as on the paper"),
        ("0.7", "Write the range as on the paper"),
        ("1.0 to 0.7", "The range must start with its lower end"),
        ("1.7 to 2.4 mg/dl", "Write the range in the unit of the result, mmol/l"),
    ],
)
def test_a_range_that_cannot_be_meant_is_refused(text: str, sentence: str) -> None:
    with pytest.raises(QuantityError, match=sentence):
        parse_range(text, "magnesium", "mmol/l")


@pytest.mark.parametrize(
    ("value", "limits", "place"),
    [
        ("0.69", "0.7 to 1.0", "below"),
        ("0.7", "0.7 to 1.0", "in"),
        ("1.0", "0.7 to 1.0", "in"),
        ("1.01", "0.7 to 1.0", "above"),
        ("<0.01", "0.35 to 5.5", "below"),
        ("<0.35", "0.35 to 5.5", "below"),
        ("<1", "0.35 to 5.5", ""),
        (">5.5", "0.35 to 5.5", "above"),
        (">5", "0.35 to 5.5", ""),
        ("<3", "up to 5", "in"),
        ("<7", "up to 5", ""),
        (">60", "from 60", "in"),
        (">50", "from 60", ""),
    ],
)
def test_a_result_lies_above_below_or_in_the_range_of_its_own_paper(
    value: str, limits: str, place: str
) -> None:
    assert parse_range(limits, "tsh", "mIU/l").place_of(Amount.from_text(value)) == place


def test_without_a_range_nothing_is_said() -> None:
    assert LabRange().place_of(Amount(Decimal(100))) == ""
    assert str(LabRange()) == ""


@given(amounts)
def test_an_amount_keeps_its_last_nought(amount: Amount) -> None:
    assert str(Amount.from_text(str(amount))) == str(amount)


@given(st.text(max_size=40), st.sampled_from([*ANALYTES, "other"]))
def test_whatever_is_typed_is_read_or_refused(text: str, code: str) -> None:
    with suppress(QuantityError):
        parse_result(text, code)
    with suppress(QuantityError):
        parse_range(text, code, "mmol/l")
