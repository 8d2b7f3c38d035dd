"""Results of blood tests as the paper has them: amounts, units, the laboratory's own range.

What is kept is what the paper says, to its last nought; another unit is worked out and never kept.
"""

import re
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Self

from diary.quantities.errors import QuantityError
from diary.quantities.writing import plain
from diary.vocabulary.laboratory import ANALYTES, Analyte

WRITE_RESULT = "Write the result with its unit as on the paper, like 0.85 mmol/l"
WRITE_RANGE = "Write the range as on the paper, like 0.7 to 1.0 or up to 5"
LONGEST_UNIT = 30

NUMBER = r"[0-9]{1,9}(?:[.,][0-9]{1,6})?(?![0-9.,])"
RESULT = re.compile(rf"(?P<sign>[<>]|(?:less|more) than |over |under )? ?(?P<number>{NUMBER}) ?(?P<unit>.*)")
KEPT = re.compile(r"(?P<sign>[<>]?)(?P<number>[0-9]{1,9}(?:\.[0-9]{1,6})?)")
SIGNS = {"": "", "less than": "<", "under": "<", "more than": ">", "over": ">"}
BOTH = re.compile(rf"(?P<low>{NUMBER}) ?(?:-|to|and) ?(?P<high>{NUMBER}) ?(?P<unit>.*)")
ONLY_HIGH = re.compile(rf"(?:<|<=|≤|less than|up to|below|under) ?(?P<high>{NUMBER}) ?(?P<unit>.*)")
ONLY_LOW = re.compile(rf"(?:>|>=|≥|more than|from|above|over|at least) ?(?P<low>{NUMBER}) ?(?P<unit>.*)")


class Unclear(QuantityError):
    """Only the person can say which is meant; `choices` are texts that can be read."""

    def __init__(self, sentence: str, choices: tuple[str, ...]) -> None:
        super().__init__(sentence)
        self.choices = choices


@dataclass(frozen=True, slots=True)
class Amount:
    """A number as a laboratory prints it; with a sign, all that is known is "less" or "more" than it."""

    number: Decimal
    sign: str = ""

    @classmethod
    def from_text(cls, text: str) -> Self:
        """Read the text of a kept amount, such as "0.85" or "<0.01". Raises ValueError."""
        match = KEPT.fullmatch(text)
        if match is None:
            raise ValueError(text)
        return cls(Decimal(match["number"]), match["sign"])

    def __str__(self) -> str:
        return f"{self.sign}{self.number:f}"


@dataclass(frozen=True, slots=True)
class LabRange:
    """The laboratory's own range in the unit of the result; either end can be left open."""

    low: Amount | None = None
    high: Amount | None = None

    def __str__(self) -> str:
        if self.low and self.high:
            return f"{self.low} to {self.high}"
        if self.high:
            return f"up to {self.high}"
        return f"from {self.low}" if self.low else ""

    def place_of(self, value: Amount) -> str:
        """Return where a value lies: "above", "below" or "in"; "" when that cannot be told.

        Less than 5 may be anything below 5, so it is below a range from 5 and otherwise undecided, unless the
        range is open below and reaches 5.
        """
        number = value.number
        if self.high and (number > self.high.number or (value.sign == ">" and number == self.high.number)):
            return "" if value.sign == "<" else "above"
        if self.low and (number < self.low.number or (value.sign == "<" and number == self.low.number)):
            return "" if value.sign == ">" else "below"
        if value.sign == "<":
            return "in" if self.high and not self.low else ""
        if value.sign == ">":
            return "in" if self.low and not self.high else ""
        return "in" if self.low or self.high else ""


def parse_result(text: str, code: str) -> tuple[Amount, str]:
    """Read a result and its unit: "0.85 mmol/l", "<0.01 mIU/L". Raises QuantityError.

    Where the unit is missing, may be one of two, or cannot be right for the amount, the person is asked.
    """
    match = RESULT.fullmatch(plain(text).removeprefix("= "))
    if match is None:
        raise QuantityError(WRITE_RESULT)
    sign = SIGNS.get((match["sign"] or "").strip(), match["sign"] or "")
    typed = _typed_unit(text, match["unit"])
    number = _number(match["number"], f"{sign} {{}} {typed}".strip())
    if code not in ANALYTES:
        return Amount(number, sign), typed
    unit = _unit(ANALYTES[code], Amount(number, sign), typed)
    _check_bounds(ANALYTES[code], Amount(number, sign), unit)
    return Amount(number, sign), unit


def parse_range(text: str, code: str, unit: str | None) -> LabRange:
    """Read the laboratory's range for a result in that unit: "0.7-1.0", "up to 5". Raises QuantityError."""
    words = plain(text).strip("()[] ")
    match = next((match for form in (BOTH, ONLY_HIGH, ONLY_LOW) if (match := form.fullmatch(words))), None)
    if match is None:
        raise QuantityError(WRITE_RANGE)
    found = match.groupdict()
    _check_unit(found["unit"].strip("()[] "), code, unit)
    low, high = (Amount(_number(found[end], "")) if found.get(end) else None for end in ("low", "high"))
    if low and high and high.number < low.number:
        raise QuantityError("The range must start with its lower end")
    return LabRange(low, high)


def convert(value: Fraction, code: str, unit: str, to: str) -> Fraction:
    """Return a value of one unit in another unit of the same test, exactly."""
    units = ANALYTES[code].units
    first = (value - units[unit].minus) * units[unit].times
    return first / units[to].times + units[to].minus


def in_other_units(value: Amount, code: str, unit: str) -> list[str]:
    """Return a result in the other units of its test, to three figures: ["2.07 mg/dl", "1.70 mEq/l"]."""
    if code not in ANALYTES:
        return []
    units = ANALYTES[code].units
    worked_out = {to: convert(Fraction(value.number), code, unit, to) for to in units if to != unit}
    same = Fraction(value.number)
    return [f"{value.sign}{three_figures(other)} {to}" for to, other in worked_out.items() if other != same]


def three_figures(value: Fraction) -> str:
    """Return a number to three figures, without an exponent: "0.850", "12.9", "1,240"."""
    if not value:
        return "0"
    rounded = Decimal(f"{float(value):.2e}")
    places = max(0, 2 - rounded.adjusted())
    return f"{rounded:,.{places}f}"


def unit_key(text: str) -> str:
    """Return what is alike in all ways to write a unit: "µmol/L" and "umol / l" become "umol/l"."""
    words = plain(text).replace("μ", "u").replace("litre", "l").replace("liter", "l")
    powers = words.replace("³", "3").replace("⁹", "9").replace("^", "").replace("*", "")
    return re.sub(r"^x?(10)?e?(?=[39]/)", r"\1", powers.replace(" ", ""))


def _typed_unit(text: str, unit: str) -> str:
    """Return the unit in the letters it was typed in; `unit` is in lower case."""
    cut = text.strip()[-len(unit) :] if unit else ""
    return cut if plain(cut) == unit else unit


def _number(text: str, rest: str) -> Decimal:
    """1,200 may be a thousand or one: where `rest` has room for the answers the person is asked."""
    whole, comma, decimals = text.partition(",")
    if comma and len(decimals) == 3 and whole != "0":
        choices = tuple(rest.format(number).strip() for number in (whole + decimals, f"{whole}.{decimals}"))
        raise Unclear(f"Write {text} without the comma, like {choices[0]}", choices if rest else ())
    return Decimal(text.replace(",", "."))


def _unit(analyte: Analyte, amount: Amount, typed: str) -> str:
    known: dict[str, tuple[str, ...]] = {unit_key(unit): (unit,) for unit in analyte.units}
    known |= {unit_key(word): units for word, units in analyte.also.items()}
    if not typed and all(unit == analyte.units[analyte.unit] for unit in analyte.units.values()):
        return analyte.unit
    meant = known.get(unit_key(typed), ()) if typed else tuple(analyte.units)
    if len(meant) == 1:
        return meant[0]
    choices = tuple(f"{amount} {unit}" for unit in meant or analyte.units)
    if meant:
        raise Unclear(f"Choose the unit of {amount}", choices)
    raise Unclear(f"{analyte.name} is not given in {typed[:LONGEST_UNIT]}. Choose its unit", choices)


def _check_bounds(analyte: Analyte, amount: Amount, unit: str) -> None:
    if analyte.takes is None:
        return
    low, high = analyte.takes

    def fits(other: str) -> bool:
        return low <= convert(Fraction(amount.number), analyte.code, other, analyte.unit) <= high

    if not amount.sign and not fits(unit):
        choices = tuple(f"{amount} {other}" for other in analyte.units if fits(other))
        bounds = f"{float(low):g} to {float(high):,g} {analyte.unit}"
        raise Unclear(f"Check the number and the unit. This box takes {bounds}", choices)


def _check_unit(typed: str, code: str, unit: str | None) -> None:
    if not typed or unit is None:
        return
    known = [unit_key(unit)]
    if code in ANALYTES:
        known += [unit_key(word) for word, units in ANALYTES[code].also.items() if unit in units]
    if unit_key(typed) not in known:
        raise QuantityError(f"Write the range in the unit of the result, {unit}")
