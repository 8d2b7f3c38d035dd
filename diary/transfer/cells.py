"""The text of one cell, read into a value. A reader raises BadCell with a sentence saying what to write."""

import difflib
import json
import re
import uuid
from collections.abc import Callable, Collection
from datetime import UTC, date, datetime
from typing import Any

from diary import periods
from diary.models import DoseChange
from diary.quantities import PartialDate
from diary.quantities.laboratory import Amount
from diary.vocabulary.episodes import HELPED, RELIEF, SUSPECTED_TRIGGERS
from diary.vocabulary.factors import FACTORS, OPTIONAL, SOURCES
from diary.vocabulary.signs import SIGNS

NUMBER = re.compile(r"[+-]?\d{1,15}(\.\d{1,20})?(e[+-]?\d{1,3})?", re.ASCII | re.IGNORECASE)
WHOLE = re.compile(r"[+-]?\d{1,15}(\.0+)?", re.ASCII)
DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
INSTANT = re.compile(
    r"\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(:\d{2}([.,]\d{1,6})?)?(Z|[+-]\d{2}:?\d{2}(:?\d{2})?)?", re.ASCII
)
UNKEEPABLE = re.compile("[\\0\ud800-\udfff]")  # PostgreSQL keeps no NUL, UTF-8 no half of a pair
FIRST_YEAR = 1900

Reader = Callable[[str], Any]


class BadCell(ValueError):
    """A cell that cannot be taken; `column` is empty when the reason is not about one column."""

    def __init__(self, reason: str, column: str = "") -> None:
        super().__init__(reason)
        self.reason = reason
        self.column = column


class OutOfRange(BadCell):
    """A number that can be read but cannot be true; the person may have it left out."""


def quoted(text: str) -> str:
    """Return the text as a sentence can show it: on one line, short, in quotes."""
    line = " ".join(text.encode("utf-8", "replace").decode().split())
    return f"“{line[:40]}…”" if len(line) > 40 else f"“{line}”"


def nearest(word: str, words: Collection[str]) -> str:
    """Return " Did you mean …?" where a known word is close, else nothing."""
    close = difflib.get_close_matches(word, words, n=1)
    return f" Did you mean {close[0]}?" if close else ""


def words_of(length: int) -> Reader:
    """Read text as it stands, up to that many characters."""

    def read(text: str) -> str:
        if UNKEEPABLE.search(text):
            raise BadCell("The text holds a character that cannot be kept")
        if len(text) > length:
            raise BadCell(f"The text is longer than {length:,} characters")
        return text

    return read


def one_of(codes: Collection[str]) -> Reader:
    """Read one of the codes."""

    def read(text: str) -> str:
        if text not in codes:
            raise BadCell(_unknown(text, codes))
        return text

    return read


def one_of_numbers(numbers: Collection[int]) -> Reader:
    """Read one of the numbers."""
    read = one_of([str(number) for number in numbers])
    return lambda text: int(read(text))


def _unknown(text: str, codes: Collection[str]) -> str:
    if len(codes) <= 6:
        return f"{quoted(text)} is not known; it can be {', '.join(codes)}"
    return f"{quoted(text)} is not known.{nearest(text, codes)}"


def whole(low: int, high: int, out_of_range: str) -> Reader:
    """Read a whole number between low and high; outside them it is OutOfRange with that sentence."""

    def read(text: str) -> int:
        if not WHOLE.fullmatch(text):
            raise BadCell(f"{quoted(text)} is not a whole number")
        if not low <= int(float(text)) <= high:
            raise OutOfRange(f"{out_of_range}, not {text}")
        return int(float(text))

    return read


def decimal(low: int, high: int, out_of_range: str) -> Reader:
    """Read a number with a decimal point between low and high, as `whole` does."""

    def read(text: str) -> float:
        if not NUMBER.fullmatch(text):
            raise BadCell(f"{quoted(text)} is not a number; write it like 6.5")
        if not low <= float(text) <= high:
            raise OutOfRange(f"{out_of_range}, not {text}")
        return float(text)

    return read


def factor(code: str) -> Reader:
    """Read a day's factor within the bounds the vocabulary gives it."""
    known = FACTORS[code]
    kind = whole if known.is_whole else decimal
    return kind(known.low, known.high, known.out_of_range)


def seconds(text: str) -> int:
    """Read a length in whole seconds."""
    if not WHOLE.fullmatch(text):
        raise BadCell(f"{quoted(text)} is not a length; write whole seconds, such as 90")
    if float(text) < 0:
        raise BadCell("A length cannot be below 0 seconds")
    if float(text) > 2**31 - 1:
        raise BadCell("The length is longer than 60 years")
    return int(float(text))


def day(text: str) -> date:
    """Read a date, YYYY-MM-DD."""
    try:
        if not DAY.fullmatch(text):
            raise ValueError
        value = date.fromisoformat(text)
    except ValueError:
        raise BadCell(f"{quoted(text)} is not a date; write it like 2026-05-28") from None
    return recent(value)


def instant(text: str) -> datetime:
    """Read a date and time, ISO 8601; without an offset the answer has no zone yet."""
    try:
        if not INSTANT.fullmatch(text):
            raise ValueError
        value = datetime.fromisoformat(text)
    except ValueError:
        example = "2026-05-28T21:40 or 2026-05-28T21:40:00+01:00"
        raise BadCell(f"{quoted(text)} is not a date and time; write it like {example}") from None
    return recent(value)


def recent(value: Any, column: str = "") -> Any:
    """Return a date or time as it is. Raises BadCell before the first year that is read."""
    if not FIRST_YEAR <= value.year < 9999:
        raise BadCell(f"The year must be {FIRST_YEAR} or later", column)
    return value


def zone(text: str) -> str:
    """Read the name of a time zone."""
    if text not in periods.zone_names():
        raise BadCell(f"{quoted(text)} is not a time zone; write it like Europe/London")
    return text


def public_id(text: str) -> uuid.UUID:
    """Read a UUID."""
    try:
        return uuid.UUID(text)
    except ValueError:
        raise BadCell(f"{quoted(text)} is not a UUID; leave it empty to have one made") from None


def yes_or_no(text: str) -> bool:
    """Read an answer."""
    return one_of(("yes", "no"))(text) == "yes"


def triggers(text: str) -> list[str]:
    """Read suspected triggers: codes separated by semicolons."""
    return list(dict.fromkeys(map(one_of(SUSPECTED_TRIGGERS), _parts(text))))


def tracks(text: str) -> list[str]:
    """Read the optional factors a person chose: codes separated by semicolons."""
    return list(dict.fromkeys(map(one_of(OPTIONAL), _parts(text))))


def sources(text: str) -> dict[str, str]:
    """Read where values came from: factor=source, separated by semicolons."""
    pairs = (part.partition("=") for part in _parts(text))
    return {one_of(FACTORS)(code.strip()): one_of(SOURCES)(source.strip()) for code, _, source in pairs}


def pairs_text(kept: dict[str, str]) -> str:
    """Write what `sources` and `entered_on` read back."""
    return ";".join(f"{code}={source}" for code, source in kept.items())


def entered_on(text: str) -> dict[str, str]:
    """Read on which later date values were given: factor=date, separated by semicolons."""
    pairs = (part.partition("=") for part in _parts(text))
    return {one_of(FACTORS)(code.strip()): day(given.strip()).isoformat() for code, _, given in pairs}


def moments(text: str) -> list[str]:
    """Read moments in UTC: ISO 8601 with an offset, separated by semicolons."""
    found = [instant(part) for part in _parts(text)]
    if not all(moment.tzinfo for moment in found):
        raise BadCell("Each of these moments needs an offset, as in 2026-05-28T21:40:00+00:00")
    return [moment.astimezone(UTC).isoformat() for moment in found]


def history(text: str) -> list[dict[str, Any]]:
    """Read what an entry said before each change, as the archive wrote it: a JSON list of objects."""
    try:
        changes = json.loads(text)
    except (ValueError, RecursionError):
        changes = None
    if not isinstance(changes, list) or not all(isinstance(change, dict) for change in changes):
        raise BadCell("This must be the list of changes that an archive has, or empty")
    if UNKEEPABLE.search(json.dumps(changes, ensure_ascii=False)) or "\\u0000" in json.dumps(changes):
        raise BadCell("The text holds a character that cannot be kept")
    return changes


def partial_date(text: str) -> PartialDate:
    """Read a date as well as it is known: YYYY-MM-DD, YYYY-MM, YYYY or unknown."""
    try:
        value = PartialDate.from_text(text)
    except ValueError:
        examples = "2026-05-28, 2026-05, 2026 or unknown"
        raise BadCell(f"{quoted(text)} is not a date; write it like {examples}") from None
    recent(value.first or date.max.replace(year=FIRST_YEAR))
    return value


def amount(text: str) -> Amount:
    """Read a number as a laboratory prints it."""
    try:
        return Amount.from_text(text)
    except ValueError:
        raise BadCell(f"{quoted(text)} is not a result; write it like 0.85 or <0.01") from None


def dose_changes(text: str) -> list[dict[str, Any]]:
    """Read what a dose became, as the archive wrote it: a JSON list of on, dose and how_often."""
    changes = history(text)
    try:
        return [DoseChange.from_kept(change).to_keep() for change in changes]
    except (ValueError, TypeError, AttributeError):
        raise BadCell("This must be the list of changes that an archive has, or empty") from None


def found(text: str) -> dict[str, Any]:
    """Read what a review found, as the archive wrote it: a JSON object."""
    try:
        result = json.loads(text)
        written = json.dumps(result, ensure_ascii=False, allow_nan=False)
    except (ValueError, RecursionError):
        result, written = None, ""
    if not isinstance(result, dict) or UNKEEPABLE.search(written) or "\\u0000" in written:
        raise BadCell("This must be the result that an archive has")
    return result


def lists_of_words(text: str) -> dict[str, list[str]]:
    """Read what a report was last asked to show, as the archive wrote it: a JSON object of lists of words."""
    chosen = found(text)
    if not all(
        isinstance(words, list) and {type(word) for word in words} <= {str} for words in chosen.values()
    ):
        raise BadCell("This must be the choices that an archive has, or empty")
    return chosen


def relief(text: str) -> dict[str, int | None]:
    """Read what was tried: codes separated by semicolons, each with how much it helped, if said."""
    return dict(_tried(part) for part in _parts(text))


def _parts(text: str) -> list[str]:
    return [part.strip() for part in text.split(";") if part.strip()]


def _tried(part: str) -> tuple[str, int | None]:
    code, _, helped = (piece.strip() for piece in part.partition("="))
    if helped and helped not in map(str, HELPED):
        raise BadCell(f"How much {quoted(code)} helped must be between 0 (not at all) and 4 (a lot)")
    return one_of(RELIEF)(code), int(helped) if helped else None


def signs(text: str) -> dict[str, bool]:
    """Read what else was noticed: codes separated by semicolons, each with yes or no."""
    return dict(_noticed(part) for part in _parts(text))


def _noticed(part: str) -> tuple[str, bool]:
    code, _, answer = (piece.strip() for piece in part.partition("="))
    if answer not in ("yes", "no"):
        raise BadCell(f"{quoted(code)} must be answered, as in weakness=yes")
    return one_of(SIGNS)(code), answer == "yes"


def signs_text(noticed: dict[str, bool]) -> str:
    """Write what else was noticed, so that `signs` reads it back."""
    return ";".join(f"{code}={'yes' if answer else 'no'}" for code, answer in noticed.items())


def relief_text(tried: dict[str, int | None]) -> str:
    """Write what was tried, so that `relief` reads it back."""
    return ";".join(code if helped is None else f"{code}={helped}" for code, helped in tried.items())
