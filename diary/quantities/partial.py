"""Dates as well as they are known: a day, a month, a year, or a date that nobody knows any more."""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Self

from diary.quantities.dates import MONTHS, WRITE, YEARS, format_date, month_number, read_date
from diary.quantities.errors import QuantityError
from diary.quantities.writing import plain, without_about

WRITE_PARTIAL = "Write the date like 28 May 2026, May 2026 or 2026, or write don’t know"
NOT_KNOWN = "date not known"
NOT_KNOWN_WORDS = {
    NOT_KNOWN, "not known", "unknown", "don't know", "dont know", "do not know", "i don't know", "not sure",
    "no idea", "can't remember", "cannot remember", "?",
}  # fmt: skip

MONTH_FORMS = [
    re.compile(r"(?P<month>[0-9]{1,2})[/. -](?P<year>[0-9]{4})"),
    re.compile(r"(?P<year>[0-9]{4})[/. -](?P<month>[0-9]{1,2})"),
    re.compile(r"(?P<month>[a-z]{3,9})\.?(?:,? (?P<year>[0-9]{4}))?"),
]
YEAR_FORM = re.compile(r"[0-9]{4}")


@dataclass(frozen=True, slots=True)
class PartialDate:
    """A date with the parts that are known; without any, one the person says they do not know.

    Where nobody said anything there is None in its place. Its text is ISO 8601, shortened to what is known:
    "2026-03-12", "2026-03", "2026", "unknown". Raises ValueError where there is no such date.
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None

    def __post_init__(self) -> None:
        parts = (self.year, self.month, self.day)
        known = [part for part in parts if part is not None]
        if tuple(known) != parts[: len(known)]:
            raise ValueError("A day needs its month, a month its year")
        if self.year is not None:
            date(self.year, self.month or 1, self.day or 1)

    @classmethod
    def of(cls, day: date) -> Self:
        """Return a date that is known to the day."""
        return cls(day.year, day.month, day.day)

    @classmethod
    def from_text(cls, text: str) -> Self:
        """Read the text of a kept date. Raises ValueError."""
        if text == "unknown":
            return cls()
        if not re.fullmatch(r"[0-9]{4}(-[0-9]{2}){0,2}", text):
            raise ValueError(text)
        return cls(*map(int, text.split("-")))

    def __str__(self) -> str:
        if self.year is None:
            return "unknown"
        rest = (f"-{part:02}" for part in (self.month, self.day) if part is not None)
        return f"{self.year:04}{''.join(rest)}"

    @property
    def first(self) -> date | None:
        """The earliest day it can be; None when it is not known at all."""
        return None if self.year is None else date(self.year, self.month or 1, self.day or 1)

    @property
    def last(self) -> date | None:
        """The latest day it can be; None when it is not known at all."""
        if self.year is None:
            return None
        month = self.month or 12
        return date(self.year, month, self.day or monthrange(self.year, month)[1])

    def is_before(self, other: "PartialDate | None") -> bool:
        """Return whether it is certain to lie before the other one."""
        if other is None or self.last is None or other.first is None:
            return False
        return self.last < other.first


def read_partial_date(text: str, today: date) -> PartialDate:
    """Read a date as well as it is known: all that `read_date` reads, "March 2026", "2026", "don't know".

    A month without a year is the latest one up to today's. Raises QuantityError with its sentence.
    """
    words = plain(text)
    if words in NOT_KNOWN_WORDS:
        return PartialDate()
    rest, is_about = without_about(words)
    partial = _near(rest, today) or _month(rest, today) or _year(rest)
    if partial:
        return partial
    if is_about:  # "about 3 March" is not the 3rd
        raise QuantityError(WRITE_PARTIAL)
    try:
        return PartialDate.of(read_date(text, today))
    except QuantityError as refusal:
        raise QuantityError(WRITE_PARTIAL if refusal.sentence == WRITE else refusal.sentence) from None


def format_partial_date(partial: PartialDate) -> str:
    """Show a date as well as it is known: "12 March 2026", "March 2026", "2026", "date not known"."""
    if partial.year is None:
        return NOT_KNOWN
    if partial.month is None:
        return f"{partial.year:04}"
    if partial.day is None:
        return f"{MONTHS[partial.month - 1]} {partial.year:04}"
    return format_date(date(partial.year, partial.month, partial.day))


def _near(words: str, today: date) -> PartialDate | None:
    before = today.replace(day=1) - timedelta(days=1)
    return {
        "this month": PartialDate(today.year, today.month),
        "last month": PartialDate(before.year, before.month),
        "this year": PartialDate(today.year),
        "last year": PartialDate(today.year - 1),
    }.get(words)


def _month(words: str, today: date) -> PartialDate | None:
    match = next((match for form in MONTH_FORMS if (match := form.fullmatch(words))), None)
    if match is None:
        return None
    try:
        month = month_number(match["month"])
    except QuantityError:
        return None
    if not 1 <= month <= 12:
        raise QuantityError(WRITE_PARTIAL)
    year = int(match["year"]) if match["year"] else today.year - (month > today.month)
    return PartialDate(_known(year), month)


def _year(words: str) -> PartialDate | None:
    return PartialDate(_known(int(words))) if YEAR_FORM.fullmatch(words) else None


def _known(year: int) -> int:
    if year not in YEARS:
        raise QuantityError(WRITE_PARTIAL)
    return year
