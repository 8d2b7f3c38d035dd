"""What the rules about one place say: what was seen first, calmly, and never a condition's name (ux 6.5)."""

from datetime import date, timedelta

from diary.analysis.flags.runs import Run
from diary.analysis.flags.words import days_phrase, how_long, where
from diary.analysis.records import PlaceDay
from diary.quantities import format_date, format_dates, format_length, without_seconds
from diary.vocabulary import rules
from diary.vocabulary.catalogue import CATALOGUE
from diary.vocabulary.sites import Place

MARKED = "It is marked so that it is easy to find later."
"""Said of what goes on for more than a day, which another rule takes to a doctor: ordinary it is not."""


def lasting(run: Run, first: date, on_days: str, threshold: int, today: date) -> str:
    """Return where twitching went on, on how many days, since when, and for longer than what."""
    if not run.is_active:
        return f"You logged twitching{where(run.place)} {on_days}, {format_dates(first, run.last)}."
    since = f"since {format_date(first, today)}, for more than {how_long(threshold)}"
    return f"You have logged twitching{where(run.place)} {on_days} {since}."


def very_long(place: Place, group: PlaceDay, length: timedelta, today: date) -> str:
    """Return that one twitch went on for more than a day, and that its end can be set."""
    advice = CATALOGUE["EPISODE_VERY_LONG"].advice
    if not group.is_ongoing:
        dates = format_dates(group.started_on, group.last_day(today))
        return f"You logged a twitch{where(place)} as going on for {_length(length)}, {dates}. {advice}"
    since = f"for more than a day, since {format_date(group.started_on, today)}"
    fact = f"You have logged a twitch{where(place)} as going on {since}."
    return f"{fact} {advice} If it has stopped, you can set its end."


def long(
    place: Place, dates: tuple[date, ...], longest: timedelta, limit: timedelta, is_going: bool, today: date
) -> str:
    """Return that a twitch, or several, went on for some minutes."""
    is_very_long = longest > timedelta(hours=rules.VERY_LONG_EPISODE_H)
    calm = MARKED if is_very_long else CATALOGUE["EPISODE_LONG"].advice
    if len(dates) > 1:
        often = f"for {_length(limit)} or longer on {days_phrase(len(dates))}"
        return f"Twitches{where(place)} went on {often}, the longest for {_length(longest)}. {calm}"
    if is_going:
        return f"A twitch{where(place)} has been going on for {_length(longest)}. {calm}"
    day = format_date(dates[0], today)
    return f"A twitch{where(place)} went on for {_length(longest)} on {day}. {calm}"


def _length(length: timedelta) -> str:
    return format_length(without_seconds(length.total_seconds()), "sentence")
