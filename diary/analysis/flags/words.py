"""The words the rules share: where, since when, on how many days."""

from collections.abc import Iterator, Sequence
from datetime import date

from diary.periods import DAY
from diary.quantities import format_date
from diary.vocabulary.sites import Place

_OWN_WORDS = {"": " (place not said)", "widespread": " in many places", "other": " in another place"}
_LENGTHS = {7: "a week", 14: "2 weeks", 21: "3 weeks", 28: "4 weeks", 90: "3 months"}


def where(place: Place) -> str:
    """Return " in your left calf", ready to stand after a word, whatever the place is called."""
    return _OWN_WORDS.get(place.site, f" in your {place.spoken}")


def how_long(days: int) -> str:
    """Return a threshold in words: "a week", "10 days", "3 months"."""
    return _LENGTHS.get(days, f"{days} days")


def days_phrase(count: int) -> str:
    """Return "1 day" or "6 days"."""
    return "1 day" if count == 1 else f"{count} days"


def with_days(count: int, filled_in: int | None) -> str:
    """Return "on 11 of the 12 days filled in"; without the second number where it is not known."""
    return (
        f"on {days_phrase(count)}"
        if filled_in is None
        else f"on {count} of the {days_phrase(filled_in)} filled in"
    )


def listed(words: Sequence[str]) -> str:
    """Return "a, b and c"."""
    *first, last = words
    return f"{', '.join(first)} and {last}" if first else last


def dated(days: Sequence[date], most: int = 12) -> str:
    """Return days in order as "1 to 3 March, 9 March", the latest spans written out and the rest counted."""
    spans = list(_spans(days))
    shown = [_span(first, last, days[-1]) for first, last in spans[-most:]]
    earlier = sum((last - first).days + 1 for first, last in spans[:-most])
    return ", ".join([*([f"{days_phrase(earlier)} before"] if earlier else []), *shown])


def _spans(days: Sequence[date]) -> Iterator[tuple[date, date]]:
    """Yield the first and last day of every span without a free day."""
    first = last = days[0]
    for day in days[1:]:
        if day - last > DAY:
            yield first, last
            first = day
        last = day
    yield first, last


def _span(first: date, last: date, newest: date) -> str:
    if first == last:
        return format_date(last, newest)
    is_one_month = (first.year, first.month) == (last.year, last.month)
    start = f"{first.day}" if is_one_month else format_date(first, newest)
    return f"{start} to {format_date(last, newest)}"
