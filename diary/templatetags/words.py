"""The facts of the diary in words, as the person's clock and units have them."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import cast
from urllib.parse import urlencode
from uuid import uuid4

from django import template
from django.template import Context

from diary.models import Day, Episode, User
from diary.quantities import (
    VolumeUnit,
    format_clock,
    format_date,
    format_hours,
    format_length,
    format_mg,
    format_volume,
)
from diary.quantities.dates import WEEKDAYS
from diary.vocabulary import episodes
from diary.vocabulary.factors import CORE, FACTORS, OWN

register = template.Library()


@register.simple_tag
def new_uuid() -> str:
    """Return a uuid for a record that a form of this page may make."""
    return str(uuid4())


@register.filter
def date_words(day: date, today: date | None = None) -> str:
    """Return "Thursday 28 May"; with the year when it is not this one."""
    return f"{WEEKDAYS[day.weekday()]} {format_date(day, today)}"


@register.simple_tag(takes_context=True)
def clock(context: Context, instant: datetime, zone: str = "") -> str:
    """Return the time where it happened, naming the zone when the person's own clock shows another."""
    user = context["user"]
    return format_clock(instant, zone or user.timezone, user.clock, seen_from=user.timezone)


@register.filter
def length_words(episode: Episode) -> str:
    """Return "37 s", "about 30 s", "still going" or "length not recorded"."""
    if episode.is_ongoing:
        return "still going"
    if episode.length_s is None:
        return "length not recorded"
    words = format_length(episode.length_s)
    return f"about {words}" if episode.length_precision == "about" else words


@register.filter
def what_words(episode: Episode) -> str:
    """Return how long a twitch lasted; of a spell what it was like, which is never a length of twitching."""
    if episode.kind != "spell":
        return length_words(episode)
    pattern = episodes.NEARLY_CONSTANT if episode.is_constant else episodes.CAME_AND_WENT
    over = f" over {length_words(episode)}" if episode.length_s else ""
    return ", ".join(filter(None, [pattern + over, times_words(episode), each_words(episode)]))


@register.filter
def times_words(episode: Episode) -> str:
    """Return how many times it came and went: "2 to 5 times"; "" when nobody said."""
    return episodes.times_words(episode.times_low, episode.times_high)


@register.filter
def each_words(episode: Episode) -> str:
    """Return how long each lasted: "about 30 s each"; "" when nobody said."""
    words = episodes.EACH_LASTED.get(episode.each_lasted, "")
    return f"{words[0].lower()}{words[1:]} each" if words else ""


@register.filter
def elapsed(since: datetime, now: datetime) -> str:
    """Return how long it has been running: "0:37", "1:02:09", "3 days 4 h"."""
    seconds = max(0, int((now - since).total_seconds()))
    if seconds >= 24 * 3600:
        return format_length(seconds)
    minutes, seconds = divmod(seconds, 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{seconds:02}" if hours else f"{minutes}:{seconds:02}"


def factor_words(code: str, value: float | None, user: User) -> str:
    """Return a day's value with its unit, or "not recorded"."""
    if value is None:
        return "not recorded"
    match code:
        case "sleep_hours" | "screen_hours":
            return format_hours(value)
        case "water_ml":
            return format_volume(int(value), cast("VolumeUnit", user.volume_unit))
        case "stress":
            return f"{value:g} of 10"
        case "caffeine_mg" | "magnesium_mg":
            return format_mg(int(value))
        case "cycle_day":
            return f"day {value:g}"
    kind = user.own_kind if code == OWN else FACTORS[code].kind
    if kind == "yes_no" and value in (0, 1):
        return "yes" if value else "no"
    unit = "" if kind == "scale" else FACTORS[code].unit
    return f"{value:,g} {unit}".strip()


def factor_label(code: str, user: User) -> str:
    """Return what the factor is called; the person's own question is its own name."""
    return user.own_question if code == OWN and user.own_question else FACTORS[code].label


@dataclass(frozen=True, slots=True)
class Said:
    """A factor of a day in words."""

    label: str
    words: str
    is_recorded: bool


@register.simple_tag(takes_context=True)
def factor_list(context: Context, day: Day | None) -> list[Said]:
    """Return the factors of a day in order: the core ones always, the others where they were recorded."""
    values = {code: getattr(day, code, None) for code in FACTORS}
    return [
        Said(
            factor_label(code, context["user"]), factor_words(code, value, context["user"]), value is not None
        )
        for code, value in values.items()
        if value is not None or code in CORE
    ]


@register.simple_tag(takes_context=True)
def checkin_words(context: Context, day: Day) -> str:
    """Return what was recorded of a day in one line: "sleep 7 h 30 min, stress 3 of 10"."""
    return ", ".join(
        f"{said.label.lower()} {said.words}" for said in factor_list(context, day) if said.is_recorded
    )


@register.simple_tag(takes_context=True)
def here(context: Context, **changed: str) -> str:
    """Return the address of this page with some of its query changed."""
    request = context["request"]
    query = {**request.GET.dict(), **changed}
    kept = {name: value for name, value in query.items() if value}
    return f"{request.path}?{urlencode(kept)}" if kept else request.path


@register.simple_tag(takes_context=True)
def started(context: Context, episode: Episode) -> str:
    """Return when it started, as sure as it is known: "2:05pm", "about 2:05pm"."""
    words = clock(context, episode.started_at, episode.zone)
    return f"about {words}" if episode.start_precision == "about" else words
