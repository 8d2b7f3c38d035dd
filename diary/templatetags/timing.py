"""What a running timer asks once the person's minutes are over, and from when on."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from math import ceil, floor

from django import template
from django.template import Context

from diary.models import Episode
from diary.vocabulary.episodes import NOT_KNOWN, NOT_KNOWN_WORDS, STOPPED_AGO

register = template.Library()


@dataclass(frozen=True, slots=True)
class FromThen:
    """Something a page shows in so many seconds; a script shows it in a page that stays open."""

    code: str
    label: str
    in_s: int

    @property
    def is_due(self) -> bool:
        """Whether it is shown at once."""
        return not self.in_s


@register.filter
def ago(at: datetime, now: datetime) -> str:
    """Return how long ago that was: "20 s ago", "3 min ago", "1 h ago"."""
    seconds = max(0, int((now - at).total_seconds()))
    if seconds < 60:
        return f"{seconds} s ago"
    return f"{seconds // 60} min ago" if seconds < 3600 else f"{seconds // 3600} h ago"


@register.simple_tag(takes_context=True)
def question(context: Context, episode: Episode) -> FromThen:
    """Return "Still twitching?", asked the person's minutes after the last word."""
    at = episode.last_word + timedelta(minutes=context["user"].ask_after_min)
    return FromThen("", "Still twitching?", max(0, ceil((at - context["now"]).total_seconds())))


@register.simple_tag(takes_context=True)
def stopped_about(context: Context, episode: Episode) -> Iterator[FromThen]:
    """Yield when it may have stopped; only times after the last word that it went on can be meant."""
    for code, label in STOPPED_AGO.items():
        left = episode.last_word + timedelta(minutes=int(code)) - context["now"]
        yield FromThen(code, label, max(0, floor(left.total_seconds()) + 1))
    yield FromThen(NOT_KNOWN, NOT_KNOWN_WORDS, 0)
