"""Clock times and "40 min ago", as people type them and as the diary shows them.

Local times that a clock change repeats are read as their first occurrence; times that it skips are refused.
"""

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Literal
from zoneinfo import ZoneInfo

from diary.periods import DAY, local_date, local_time
from diary.quantities.dates import format_day
from diary.quantities.errors import AmPmMissing, FutureMoment, QuantityError, TwoDays, YesterdayMeant
from diary.quantities.lengths import read_length
from diary.quantities.writing import plain, without_about

Clock = Literal["12", "24"]
Precision = Literal["exact", "about"]

OVERNIGHT = timedelta(hours=12)

WRITE = "Write the time like 2:15pm, 14:15 or 40 min ago"

MIDDAY = ("noon", "midday", "12 noon", "12 midday")
MIDNIGHT = ("midnight", "12 midnight")
AGO = re.compile(r"(.+?) ago")
DAY_WORD = re.compile(r"(?:(today|yesterday),? (?:at )?(.+)|(.+?),? (today|yesterday))")
HALF = r"(?: ?(?P<half>[ap])(?:\.? ?m)?\.?)?"
TIMES = [
    re.compile(rf"(?P<hour>[0-9]{{1,2}})(?:[:.h ](?P<minute>[0-5][0-9]))?(?: ?o'clock)?{HALF}"),
    re.compile(rf"(?P<hour>[0-9]{{1,2}})(?P<minute>[0-5][0-9]){HALF}"),
]


@dataclass(frozen=True)
class Moment:
    """An instant in UTC and how sure the person was of it."""

    at: datetime
    precision: Precision = "exact"


def parse_clock(text: str, now: datetime, zone: str, on: date | None = None, clock: Clock = "12") -> Moment:
    """Read a time as typed: "2:15pm", "14:15", "1415", "midday", "40 min ago", "yesterday at 11pm".

    Without a date the time is today's. A bare 7:30 asks for am or pm (AmPmMissing), unless the person's clock
    has 24 hours; a time later than now asks for yesterday (YesterdayMeant), or is refused (FutureMoment) when
    the date was given. Midnight is the start of its day. Raises QuantityError with its sentence.
    """
    words, about = without_about(plain(text))
    if words in ("now", "just now"):
        return Moment(_on_one_day(now, zone, on), "about" if words == "just now" else "exact")
    if match := AGO.fullmatch(words):
        return _ago(match[1], now, zone, on)
    words, day_word = _without_day(words)
    day = _one_day(day_word, local_date(now, zone), on)
    try:
        moment = _read_time(words, clock)
    except AmPmMissing as question:
        before = f"{day_word} at " if day_word else ""
        raise AmPmMissing(question.clock, f"{before}about " if about else before) from None
    return _on_day(moment, now, zone, day, clock, "about" if about else "exact")


def format_clock(instant: datetime, zone: str, clock: Clock = "12", seen_from: str = "") -> str:
    """Show the time of the zone: "2:15pm", "2pm", "midday", or "14:15" on a 24-hour clock.

    Seen from a zone whose clock shows another time, the place is added: "2:15pm (Lisbon time)".
    """
    local = local_time(instant, zone)
    shown = _in_words(local.time(), clock)
    if seen_from and local_time(instant, seen_from).replace(tzinfo=None) != local.replace(tzinfo=None):
        return f"{shown} ({zone_label(zone)})"
    return shown


def zone_label(zone: str) -> str:
    """Name the time of a zone by its city: "Lisbon time"."""
    return f"{zone.rpartition('/')[2].replace('_', ' ')} time"


def _in_words(moment: time, clock: Clock) -> str:
    if clock == "24":
        return f"{moment.hour:02}:{moment.minute:02}"
    if moment.minute == 0 and moment.hour % 12 == 0:
        return "midday" if moment.hour else "midnight"
    minute = f":{moment.minute:02}" if moment.minute else ""
    return f"{moment.hour % 12 or 12}{minute}{'pm' if moment.hour >= 12 else 'am'}"


def _ago(length: str, now: datetime, zone: str, on: date | None) -> Moment:
    try:
        at = now - timedelta(seconds=read_length(length).seconds)
        local_date(at, zone)
    except (QuantityError, OverflowError):
        raise QuantityError(WRITE) from None
    return Moment(_on_one_day(at, zone, on), "about")


def _on_one_day(at: datetime, zone: str, on: date | None) -> datetime:
    """Return the instant, unless a date was given that is not its own."""
    day = local_date(at, zone)
    if on and on != day:
        raise TwoDays(format_day(day), format_day(on))
    return at


def _without_day(words: str) -> tuple[str, str]:
    """Take "today" or "yesterday" out of the words."""
    if match := DAY_WORD.fullmatch(words):
        return match[2] or match[3], match[1] or match[4]
    return words, ""


def _one_day(day_word: str, today: date, on: date | None) -> date | None:
    """Return the day that was said; a date chosen beside the words must be the same."""
    day = today - timedelta(days=day_word == "yesterday") if day_word else on
    if on and day != on:
        raise TwoDays(day_word, format_day(on))
    return day


def _read_time(words: str, clock: Clock) -> time:
    if words in MIDDAY or words in MIDNIGHT:
        return time(12 if words in MIDDAY else 0)
    for form in TIMES:
        if match := form.fullmatch(words):
            return _time(match["hour"], match["minute"], match["half"], clock)
    raise QuantityError(WRITE)


def _time(hour_text: str, minute_text: str | None, half: str | None, clock: Clock) -> time:
    hour, minute = int(hour_text), int(minute_text or 0)
    if half:
        return time(_hour_of_half(hour, half), minute)
    if hour > 23 or (minute_text is None and not 1 <= hour <= 12):
        raise QuantityError(WRITE)
    unclear = 1 <= hour <= 12 and not hour_text.startswith("0") and clock == "12"
    if unclear or minute_text is None:
        raise AmPmMissing(f"{hour}:{minute_text}" if minute_text else f"{hour}")
    return time(hour, minute)


def _hour_of_half(hour: int, half: str) -> int:
    if half == "p" and 13 <= hour <= 23:  # 14:15pm says one thing only
        return hour
    if not 1 <= hour <= 12:
        raise QuantityError(WRITE)
    return hour % 12 + (12 if half == "p" else 0)


def _on_day(
    moment: time, now: datetime, zone: str, on: date | None, clock: Clock, precision: Precision
) -> Moment:
    today = local_date(now, zone)
    at = local_instant(on or today, moment, zone)
    if at <= now:
        return Moment(at, precision)
    if on:
        raise FutureMoment
    yesterday = Moment(local_instant(today - timedelta(days=1), moment, zone), precision)
    raise YesterdayMeant(yesterday, _in_words(moment, clock))


def end_after(start: datetime, end: datetime, now: datetime, zone: str) -> datetime:
    """Return the end of what began at the start: before it stands a time of the next day, "10pm to 3am".

    Only up to 12 hours and to now, so that two times in the wrong order are not taken for a night; midnight
    is always the one that the day ends with. What cannot be so is left as it was read.
    """
    local = local_time(end, zone)
    if end > start:
        return end
    try:
        after = local_instant(local.date() + DAY, local.time(), zone)
    except QuantityError:
        return end
    is_night = after - start <= OVERNIGHT or local.time() == time.min
    return after if is_night and after <= now else end


def local_instant(day: date, moment: time, zone: str) -> datetime:
    """Return the instant in UTC; a repeated local time is its first occurrence.

    Raises QuantityError where the clocks skip the time.
    """
    local = datetime.combine(day, moment, ZoneInfo(zone))
    try:
        at = local.astimezone(UTC)
    except OverflowError:
        raise QuantityError("Choose a later date") from None
    if local_time(at, zone).time() != moment:
        shown = _in_words(moment, "12")
        raise QuantityError(f"There was no {shown} on {format_day(day)}: the clocks went forward past it")
    return at
