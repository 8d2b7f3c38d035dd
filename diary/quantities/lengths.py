"""How long something lasted, as people type it and as the diary shows it."""

import re
from dataclasses import dataclass
from datetime import timedelta
from fractions import Fraction
from typing import Literal

from diary.quantities.errors import QuantityError, UnitMissing
from diary.quantities.writing import in_digits, plain, without_about

Style = Literal["short", "sentence"]

WRITE = "Write the length like 45s, 2 min or 1:30"
ZERO = "Length must be longer than 0 seconds"
TOO_LONG = "A length can be 24 hours at most. For longer, use Came and went"
REVERSED = "Write the shorter length first, like 30-60 s"

SECONDS = {"w": 604_800, "d": 86_400, "h": 3600, "m": 60, "s": 1}
DAY = SECONDS["d"]
SMALLER = {"d": "h", "h": "m", "m": "s"}
"""What a bare number after a unit is: 1m30 is 1 min 30 s, 1h 30 is 1 h 30 min."""

AMOUNT = r"(?:(?:[0-9]+ )?[1-9]/[1-9]|[0-9]+(?:[.,][0-9]{1,2})?|0[.,][0-9]+)"
"""Three decimals are not read: 1,500 is a thousand to some and one and a half to others."""
UNIT = r"""(?:weeks?|days?|d|hours?|hrs?|h|minutes?|mins?|m|'|seconds?|secs?|s|")"""
PIECE = rf"{AMOUNT} ?{UNIT}(?![a-z])\.?"
AND = r"(?:,? ?(?:and |& ?)?)"

BARE = re.compile(AMOUNT)
ONE_PIECE = re.compile(rf"({AMOUNT}) ?({UNIT})(?![a-z])\.?")
PIECES = re.compile(rf"{PIECE}(?:{AND}{PIECE})*(?:{AND}([0-5]?[0-9]))?")
NEGATIVE = re.compile(r"- ?[0-9:]")
COLON = re.compile(rf"([0-9]*):([0-5][0-9])(?: ?({UNIT})\.?)?")
TWO_COLONS = re.compile(r"([0-9]+):([0-5][0-9]):([0-5][0-9])")
BETWEEN = re.compile(r"(?:between|from) (.+?) (?:and|to) (.+)")
RANGE = re.compile(r"(.+?)(?: ?- ?| (to|or) )(.+)")

VAGUE = (  # words for an amount, what they are read as; all of them make the length an estimate
    (re.compile(r"\b(?:a )?few (?=s)", re.ASCII), "5 "),
    (re.compile(r"\b(?:a )?few (?=[mh])", re.ASCII), "3 "),
    (re.compile(r"\b(?:a )?couple (?:of )?(?=[smhd])", re.ASCII), "2 "),
    (re.compile(r"\b3 quarters of an? ", re.ASCII), "3/4 "),
    (re.compile(r"\b(?:a )?quarter (?:of )?(?:an? )?(?=[mh])", re.ASCII), "1/4 "),
    (re.compile(r"\b([0-9]+) and a half\b", re.ASCII), r"\1 1/2"),
    (re.compile(rf"\b(?:an?|1) ({UNIT}) and a half\b", re.ASCII), r"1 1/2 \1"),
    (re.compile(rf"\b([0-9]+) ({UNIT}) and a half\b", re.ASCII), r"\1 1/2 \2"),
    (re.compile(r"\b(?:a )?half (?:an? )?(?=[smhd])", re.ASCII), "1/2 "),
)
SINGLE = re.compile(rf"\ban? (?={UNIT}(?![a-z]))", re.ASCII)


@dataclass(frozen=True)
class Length:
    """A length in whole seconds; a range keeps its ends and has the middle as its seconds."""

    seconds: int
    about: bool = False
    low: int | None = None
    high: int | None = None

    def __str__(self) -> str:
        """The form to edit, which reads back to the same length."""
        if self.low is not None and self.high is not None:
            return f"{format_length(self.low)} to {format_length(self.high)}"
        return f"about {format_length(self.seconds)}" if self.about else format_length(self.seconds)


def parse_length(text: str) -> Length:
    """Read a length as typed: "45s", "1:30", "1\u00bd min", "about 30 s", "1 to 2 min", "half a minute".

    At most 24 hours. Raises UnitMissing for a bare number and QuantityError, each with its sentence.
    """
    length = read_length(text)
    if max(length.seconds, length.high or 0) > DAY:
        raise QuantityError(TOO_LONG)
    return length


def read_length(text: str) -> Length:
    """Read a length of any size above zero; see parse_length for the forms and the errors."""
    ends, about = read_span(text)
    if ends[0] <= 0:
        raise QuantityError(ZERO)
    if len(ends) == 1:
        return Length(_whole(ends[0]), about)
    low, high = ends
    return Length(_whole((low + high) / 2), True, _whole(low), _whole(high))


def read_span(text: str, unit: str = "") -> tuple[tuple[Fraction, ...], bool]:
    """Read one amount or the two ends of a range, in seconds, and whether it is an estimate.

    With a unit ("h"), bare numbers are taken in it and 7:30 as hours and minutes; without one they are asked
    about.
    """
    words, about = _in_pieces(text)
    if NEGATIVE.match(words):
        raise QuantityError(ZERO)
    if match := RANGE.fullmatch(words):
        low, joint, high = match.groups()
        return _range(low, high, joint == "or", unit, about), True
    if not unit and BARE.fullmatch(words):
        raise _question(words, about)
    return (_seconds(words, unit),), about


def format_length(length: float | timedelta, style: Style = "short") -> str:
    """Show a length: "1 min 30 s", "6 hours 30 minutes" in a sentence, "2 days 3 h" from a day on."""
    seconds = int(length.total_seconds() if isinstance(length, timedelta) else length)
    if seconds < 0:
        raise ValueError("a length is never negative")
    units = "dh" if seconds >= DAY else "hms"
    words = []
    for unit in units:
        count, seconds = divmod(seconds, SECONDS[unit])
        words += [f"{count} {_unit_name(unit, count, style)}"] if count else []
    return " ".join(words) or f"0 {_unit_name('s', 0, style)}"


def without_seconds(seconds: float, beside: str = "h") -> int:
    """Return whole seconds; from one of that unit on none beside it: "3 hours 59 minutes" and no more.

    Never more than it was, so that "at least" stays true.
    """
    whole = int(seconds)
    return whole - whole % SECONDS["m"] if whole >= SECONDS[beside] else whole


def _unit_name(unit: str, count: int, style: Style) -> str:
    long = {"d": "day", "h": "hour", "m": "minute", "s": "second"}[unit]
    if style == "sentence" or unit == "d":
        return long if count == 1 else f"{long}s"
    return {"h": "h", "m": "min", "s": "s"}[unit]


def _in_pieces(text: str) -> tuple[str, bool]:
    """Turn words into amounts: "about half a minute" becomes "1/2 minute", an estimate."""
    words, about = without_about(in_digits(plain(text)))
    for pattern, amount in VAGUE:
        words, found = pattern.subn(amount, words)
        about = about or bool(found)
    words = SINGLE.sub("1 ", words).strip()
    return BETWEEN.sub(r"\1 to \2", words), about


def _range(low: str, high: str, joined_by_or: bool, unit: str, about: bool) -> tuple[Fraction, ...]:
    """Read both ends; a bare end has the unit of the high one, in "a minute or two" that of the low one."""
    if not unit and BARE.fullmatch(low) and BARE.fullmatch(high):
        raise UnitMissing(f"{low} to {high}", about)
    unit_of_high = _unit_of(low) if joined_by_or else ""
    ends = _seconds(low, unit or _unit_of(high)), _seconds(high, unit or unit_of_high)
    if ends[0] >= ends[1]:
        raise QuantityError(REVERSED)
    return ends


def _question(number: str, about: bool) -> QuantityError:
    return UnitMissing(number, about) if _amount(number) else QuantityError(ZERO)


def _seconds(text: str, unit: str) -> Fraction:
    if unit and BARE.fullmatch(text):
        return _amount(text) * SECONDS[unit]
    if match := TWO_COLONS.fullmatch(text):
        hours, minutes, seconds = (int(part) for part in match.groups())
        return Fraction(hours * 3600 + minutes * 60 + seconds)
    if match := COLON.fullmatch(text):
        return _colon(match[1], match[2], match[3] or ("h" if unit == "h" else "m"))
    if match := PIECES.fullmatch(text):
        return _sum(ONE_PIECE.findall(text), match[1])
    raise QuantityError(WRITE)


def _colon(large: str, small: str, unit_of_large: str) -> Fraction:
    """1:30 is minutes and seconds, unless a unit says that the number before the colon is hours."""
    unit = _letter(unit_of_large)
    if unit not in "hm":
        raise QuantityError(WRITE)
    return Fraction(int(large or 0) * SECONDS[unit] + int(small) * SECONDS[SMALLER[unit]])


def _sum(pieces: list[tuple[str, str]], rest: str | None) -> Fraction:
    """Add the pieces; each unit may stand once, a bare rest belongs to the unit below the last one."""
    parts = [(_amount(amount), _letter(unit)) for amount, unit in pieces]
    if rest:
        parts.append((Fraction(rest), SMALLER.get(parts[-1][1], parts[-1][1])))
    if len({unit for _, unit in parts}) < len(parts):
        raise QuantityError(WRITE)
    return sum((amount * SECONDS[unit] for amount, unit in parts), Fraction(0))


def _amount(text: str) -> Fraction:
    return sum((Fraction(part) for part in text.replace(",", ".").split()), Fraction(0))


def _unit_of(text: str) -> str:
    match = ONE_PIECE.fullmatch(text)
    return _letter(match[2]) if match else ""


def _letter(unit: str) -> str:
    return {"'": "m", '"': "s"}.get(unit, unit[0])


def _whole(seconds: Fraction) -> int:
    """Round to whole seconds, halves up; what is shorter than a second counts as one."""
    return max(1, int(seconds + Fraction(1, 2)))
