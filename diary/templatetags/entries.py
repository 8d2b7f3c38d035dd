"""The rows of a day's list, written here: a template takes many times as long for hundreds of them."""

from collections.abc import Iterable
from datetime import date
from urllib.parse import urlencode

from django import template
from django.template import Context
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.text import Truncator

from diary.analysis.marks import Marks
from diary.models import Episode
from diary.templatetags.words import clock, date_words, length_words

register = template.Library()

NOTE = 120
"""Characters of a note that a row shows."""

ROW = (
    '<li class="entry" id="episode-{uuid}">{when}'
    '<span class="what">{place} <span class="quiet">{length}</span>{marks}{note}</span>'
    '<a class="btn-link" href="{url}">Change<span class="visually-hidden">, {time}, {words}</span></a></li>'
)
MARK = ' <span class="tag tag-note">{}</span>'


@register.simple_tag(takes_context=True)
def entry_rows(context: Context, episodes: Iterable[Episode], on: date, back: str) -> SafeString:
    """Return a row for each episode under the day `on`; changing one leads back to the address `back`."""
    query = urlencode({"next": back})
    rows = ((_row(context, episode, on, query),) for episode in episodes)
    return format_html_join("\n", "{}", rows)


def _row(context: Context, episode: Episode, on: date, query: str) -> SafeString:
    marks: Marks = context["marks"]
    shown = clock(context, episode.started_at, episode.zone)
    time = f"about {shown}" if episode.start_precision == "about" else shown
    length = length_words(episode)
    return format_html(
        ROW,
        uuid=episode.uuid,
        when=_when(episode, on, time),
        place=episode.place.label,
        length=f"came and went, {length}" if episode.kind == "spell" else length,
        marks=format_html_join(
            "", ' <span class="tag tag-note">{}</span>', ((mark,) for mark in marks.on(episode))
        ),
        note=_note(episode),
        url=f"{reverse('episode', args=[episode.uuid])}?{query}",
        time=time,
        words=episode.place,
    )


def _when(episode: Episode, on: date, time: str) -> SafeString:
    """Return the time it started, or the day when it stands under a later one."""
    if episode.started_on != on:
        return format_html("<span>Since {}</span>", date_words(episode.started_on, on))
    return format_html('<time datetime="{}">{}</time>', episode.started_at.isoformat(), time)


def _note(episode: Episode) -> SafeString | str:
    if not episode.note:
        return ""
    return format_html(' <span class="note quiet">{}</span>', Truncator(episode.note).chars(NOTE))
