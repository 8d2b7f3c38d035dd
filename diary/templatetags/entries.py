"""The rows of a day's list, written here: a template takes many times as long for hundreds of them."""

from collections.abc import Iterable
from datetime import date
from urllib.parse import urlencode
from uuid import UUID

from django import template
from django.template import Context
from django.urls import reverse
from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe
from django.utils.text import Truncator

from diary.models import Episode
from diary.templatetags.words import clock, date_words, length_words

register = template.Library()

NOTE = 120
"""Characters of a note that a row shows."""

NOBODY = UUID(int=0)

ROW = (
    '<li class="entry" id="episode-{uuid}">{when}'
    '<span class="what">{place} <span class="quiet">{length}</span>{marks}{note}</span>'
    '<a class="btn-link" href="{url}">Change<span class="visually-hidden">, {time}, {words}</span></a></li>'
)
MARK = ' <span class="tag tag-note">{}</span>'


@register.simple_tag(takes_context=True)
def entry_rows(context: Context, episodes: Iterable[Episode], on: date, back: str) -> SafeString:
    """Return a row for each episode under the day `on`; changing one leads back to the address `back`."""
    url = f"{reverse('episode', args=[NOBODY])}?{urlencode({'next': back})}"
    rows = "".join(_row(context, episode, on, url) for episode in episodes)
    return mark_safe(rows)  # noqa: S308 - what somebody wrote goes through escape()


def _row(context: Context, episode: Episode, on: date, url: str) -> str:
    shown, length = clock(context, episode.started_at, episode.zone), length_words(episode)
    time = f"about {shown}" if episode.start_precision == "about" else shown
    return ROW.format(
        uuid=episode.uuid,
        when=_when(episode, on, time),
        place=escape(episode.place.label),
        length=f"came and went, {length}" if episode.kind == "spell" else length,
        marks="".join(MARK.format(mark) for mark in context["marks"].on(episode)),
        note=_note(episode.note),
        url=escape(url.replace(str(NOBODY), str(episode.uuid), 1)),
        time=time,
        words=escape(str(episode.place)),
    )


def _when(episode: Episode, on: date, time: str) -> str:
    """Return the time it started, or the day when it stands under a later one."""
    if episode.started_on != on:
        return f"<span>Since {date_words(episode.started_on, on)}</span>"
    return f'<time datetime="{episode.started_at.isoformat()}">{time}</time>'


def _note(note: str) -> str:
    return f' <span class="note quiet">{escape(Truncator(note).chars(NOTE))}</span>' if note else ""
