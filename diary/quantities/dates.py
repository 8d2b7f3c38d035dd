"""Calendar days, as people type them and as the diary shows them."""

import re
from datetime import date, timedelta

from diary.quantities.errors import QuantityError
from diary.quantities.writing import plain

WRITE = "Write the date like 28 May or 28/5/2026"
NEAR = {"yesterday": -1, "today": 0, "tomorrow": 1}
YEARS = range(1900, 2200)

WEEKDAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
MONTHS = [
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
]  # fmt: skip
"""In English as the rest of the words; calendar.month_name would follow the server's locale."""

WEEKDAY = r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?,? )?"
DAY = r"(?P<day>[0-9]{1,2})(?:st|nd|rd|th)?"
MONTH = r"(?P<month>[a-z]{3,9})\.?"
YEAR = r"(?:,? (?P<year>[0-9]{4}))?"
FORMS = [
    re.compile(r"(?P<year>[0-9]{4})-(?P<month>[0-9]{1,2})-(?P<day>[0-9]{1,2})"),
    re.compile(r"(?P<day>[0-9]{1,2})[/. -](?P<month>[0-9]{1,2})(?:[/. -](?P<year>[0-9]{2}|[0-9]{4}))?\.?"),
    re.compile(rf"{WEEKDAY}{DAY} (?:of )?{MONTH}{YEAR}"),
    re.compile(rf"{WEEKDAY}{MONTH} {DAY}{YEAR}"),
]


def read_date(text: str, today: date) -> date:
    """Read a date as typed: "28 May", "28/5/2026" (day first), "2026-05-28", "yesterday".

    Without a year it is the latest such day up to today; only "tomorrow" and a whole date can be later.
    Raises QuantityError with its sentence.
    """
    words = plain(text)
    if words in NEAR:
        return today + timedelta(days=NEAR[words])
    for form in FORMS:
        if match := form.fullmatch(words):
            return _date(int(match["day"]), month_number(match["month"]), match["year"], today)
    raise QuantityError(WRITE)


def format_day(day: date, today: date | None = None) -> str:
    """Show a day: "today", "yesterday", "Thursday 28 May".

    The year is added when it is not today's, or when today is not given.
    """
    if today in (day, day + timedelta(days=1)):
        return "today" if day == today else "yesterday"
    return f"{WEEKDAYS[day.weekday()]} {format_date(day, today)}"


def format_date(day: date, today: date | None = None) -> str:
    """Show a date: "28 May", with the year when it is another one (or today is not given)."""
    year = "" if today and day.year == today.year else f" {day.year}"
    return f"{day.day} {MONTHS[day.month - 1]}{year}"


def format_dates(first: date, last: date) -> str:
    """Show a span of days as short as it stays clear: "10 to 12 May 2026", "28 April to 3 May 2026"."""
    if first == last:
        return format_date(last)
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day} to {format_date(last)}"
    return f"{format_date(first, last)} to {format_date(last)}"


def month_number(text: str) -> int:
    """Return the number of a month as typed, "3" or "mar"; a number is not checked. Raises QuantityError."""
    if text.isdecimal():
        return int(text)
    found = [number for number, name in enumerate(MONTHS, 1) if name.casefold().startswith(text)]
    if len(found) == 1:
        return found[0]
    if text == "sept":
        return 9
    raise QuantityError(WRITE)


def _date(day: int, month: int, year: str | None, today: date) -> date:
    if not 1 <= month <= 12:
        raise QuantityError(WRITE)
    if year:
        return _existing(day, month, int(year) + (2000 if len(year) == 2 else 0))
    if (day, month) == (29, 2):
        return _last_leap_day(today)
    this_year = _existing(day, month, today.year)
    return this_year if this_year <= today else _existing(day, month, today.year - 1)


def _existing(day: int, month: int, year: int) -> date:
    if year not in YEARS:
        raise QuantityError(WRITE)
    try:
        return date(year, month, day)
    except ValueError:
        raise QuantityError(f"There is no {day} {MONTHS[month - 1]} {year}") from None


def _last_leap_day(today: date) -> date:
    year = today.year if today >= date(today.year, 3, 1) - timedelta(days=1) else today.year - 1
    while not _is_leap(year):
        year -= 1
    return date(year, 2, 29)


def _is_leap(year: int) -> bool:
    return date(year, 3, 1) - date(year, 2, 1) == timedelta(days=29)
