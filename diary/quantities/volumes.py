"""What was drunk and how long the night was: volumes, caffeine and hours, as typed and as shown."""

import re
from fractions import Fraction
from typing import Literal

from diary.quantities.errors import QuantityError
from diary.quantities.lengths import Style, format_length, read_span
from diary.quantities.writing import plain

VolumeUnit = Literal["ml", "l", "fl_oz"]

ML = {"ml": Fraction(1), "cl": Fraction(10), "l": Fraction(1000), "fl_oz": Fraction("29.5735295625")}
"""Millilitres in a unit. The fluid ounce is the US customary one (1/128 of a gallon of 231 cubic inches, NIST
Handbook 44, appendix C); the imperial one is 4% smaller."""

WRITE_VOLUME = "Write the amount like 250 ml, 1.5 l or 8 fl oz"
WRITE_MG = "Write the caffeine in milligrams, like 180"
WRITE_HOURS = "Write the hours like 7, 7.5 or 7 h 30 min"
VOLUME = re.compile(
    r"(?P<minus>-)?(?:(?P<thousands>[0-9]+)[ ,.](?P<rest>[0-9]{3})|(?P<number>[0-9]+(?:[.,][0-9]{1,3})?)"
    r"|(?P<fraction>(?:[0-9]+ )?[1-9]/[1-9]))"
    r" ?(?P<unit>ml|millilit(?:re|er)s?|cl|centilit(?:re|er)s?|l|lit(?:re|er)s?"
    r"|fl\.? ?oz|fluid ounces?|oz|ounces?)?\.?"
)

MG = re.compile(r"(-)?([0-9]+(?:[ ,.][0-9]{3})*)(?:[.,]([0-9]{1,2}))? ?(?:mg|milligrams?)?\.?")


def parse_volume(text: str, default_unit: VolumeUnit = "ml") -> int:
    """Read an amount of drink in whole millilitres: "250", "1.5 l", "1,500 ml", "8 fl oz".

    A bare number is in the default unit. The result may be negative: the bounds of a field say so.
    Raises QuantityError with its sentence.
    """
    match = VOLUME.fullmatch(plain(text))
    if not match:
        raise QuantityError(WRITE_VOLUME)
    unit = _volume_unit(match["unit"]) or default_unit
    amount = _volume_amount(match, unit) * ML[unit]
    return int(amount + Fraction(1, 2)) * (-1 if match["minus"] else 1)


def format_volume(ml: int, unit: VolumeUnit = "ml") -> str:
    """Show a volume in as few decimals as read back to the same ml: "1,500 ml", "1.5 l", "8 fl oz"."""
    for decimals in range(3):
        number = f"{float(ml / ML[unit]):,.{decimals}f}"
        shown = f"{number} {unit.replace('_', ' ')}"
        if parse_volume(shown, unit) == ml:
            return shown
    return shown


def parse_mg(text: str) -> int:
    """Read whole milligrams: "180", "180 mg", "1,200 mg"; halves are rounded up.

    The result may be negative: the bounds of a field say so. Raises QuantityError with its sentence.
    """
    match = MG.fullmatch(plain(text))
    if not match:
        raise QuantityError(WRITE_MG)
    minus, whole, decimals = match.groups()
    amount = Fraction(f"{re.sub('[ ,.]', '', whole)}.{decimals or 0}")
    return int(amount + Fraction(1, 2)) * (-1 if minus else 1)


def format_mg(mg: int) -> str:
    """Show milligrams: "1,200 mg"."""
    return f"{mg:,} mg"


def parse_hours(text: str) -> float:
    """Read hours: "7", "7.5", "7:30", "7h30", "6 h 45 min", "7 and a half hours"; the middle of "7-8".

    The result may be negative or above 24: the bounds of a field say so. Raises QuantityError with its
    sentence.
    """
    typed = plain(text)
    try:
        ends, _ = read_span(typed.removeprefix("-"), unit="h")
    except QuantityError:
        raise QuantityError(WRITE_HOURS) from None
    hours = float(sum(ends) / len(ends) / 3600)
    return -hours if typed.startswith("-") else hours


def format_hours(hours: float, style: Style = "short") -> str:
    """Show hours to the minute: "7 h 30 min", "6 hours 45 minutes" in a sentence, "0 h"."""
    minutes = round(hours * 60)
    if minutes == 0:
        return "0 hours" if style == "sentence" else "0 h"
    if minutes >= 24 * 60:
        return f"{minutes // 60} {'hours' if style == 'sentence' else 'h'}"
    return format_length(minutes * 60, style)


def _volume_unit(word: str | None) -> VolumeUnit | Literal["cl", ""]:
    if not word:
        return ""
    for unit in ("ml", "cl"):
        if word == unit or word.startswith({"ml": "milli", "cl": "centi"}[unit]):
            return unit
    return "l" if word.startswith("l") else "fl_oz"


def _volume_amount(match: re.Match[str], unit: str) -> Fraction:
    """Three digits after a sign are thousands of ml and decimals of litres: 1,500 is the same as both."""
    if match["fraction"]:
        return sum((Fraction(part) for part in match["fraction"].split()), Fraction(0))
    if match["thousands"] is None:
        return Fraction(match["number"].replace(",", "."))
    if unit == "fl_oz":
        raise QuantityError(WRITE_VOLUME)
    decimal = unit != "ml"
    return Fraction(f"{match['thousands']}{'.' if decimal else ''}{match['rest']}")
