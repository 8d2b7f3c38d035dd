"""The rows of a day's list, written here: a template takes many times as long for hundreds of them."""

from collections.abc import Iterable
from datetime import date, timedelta
from itertools import islice
from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from django import template
from django.template import Context
from django.urls import reverse
from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe
from django.utils.text import Truncator

from diary.analysis.bursts import APART, Row, rows, until
from diary.analysis.memory import is_from_memory
from diary.models import Episode
from diary.models.history import versions
from diary.periods import local_date
from diary.quantities import format_clock, format_date
from diary.templatetags.words import clock, date_words, started, what_words

register = template.Library()

NOTE = 120
"""Characters of a note that a row shows."""

NOBODY = UUID(int=0)

ENTRY = (
    '{when}<span class="what">{place}<span class="quiet">{length}</span>{marks}{remarks}</span>'
    '<a class="btn-link" href="{url}">Change<span class="visually-hidden">, {time}, {words}</span></a>'
)
ROW = '<li class="entry" id="episode-{uuid}">{entry}{again}</li>'
SPELL = (
    '<li class="spell"><div class="entry" id="episode-{uuid}">{entry}</div>'
    '<ul class="lines within" aria-label="Timed within it">{within}</ul></li>'
)
FOLD = (
    '<li class="fold"><details><summary class="entry">{when}<span class="what">{place}{marks}</span> '
    '<span class="quiet span">{span}</span></summary>'
    '<ul class="lines">{each}</ul></details>{again}</li>'
)
MARK = ' <span class="tag tag-note">{}</span>'
FROM_MEMORY = ' <span class="memory"></span><span class="visually-hidden">, from memory</span>'
REMARK = ' <span class="note quiet">{}</span>'


class _Rows:
    """The rows under the day `on`, whose entries lead back to the address `back`."""

    def __init__(self, context: Context, on: date, back: str) -> None:
        self.context, self.on, self.back = context, on, back
        way_back = urlencode({"next": f"{back}#episode-{NOBODY}"})
        self.url = escape(f"{reverse('episode', args=[NOBODY])}?{way_back}")

    def write(self, found: Iterable[Row], above: str = "") -> str:
        """Return the rows; under a row that says it `above`, the place is not said again."""
        return "".join(self.row(row, above) for row in found)

    def row(self, row: Row, above: str) -> str:
        [episode, *others] = row.entries
        if others:
            return self.fold(row, above)
        if episode.deleted_at:
            there = f"{self.back}#episode-{episode.uuid}"
            return self.part("days/_deleted_row.html", episode=episode, next=there)
        shown = {"uuid": episode.uuid, "entry": self.entry(episode, above)}
        if row.within:
            return SPELL.format(**shown, within=self.write(row.within, episode.where))
        return ROW.format(**shown, again="" if above else self.again(row))

    def fold(self, row: Row, above: str) -> str:
        """Return several bursts as one line that unfolds; it has the marks that any of them has."""
        place = ", ".join(dict.fromkeys(episode.where for episode in row.entries))
        marks = dict.fromkeys(mark for episode in row.entries for mark in self.context["marks"].on(episode))
        return FOLD.format(
            when=self.when(row.first),
            place=self.place(place, ""),
            span=span_words(self.context, row),
            marks=marked(marks, all(map(is_from_memory, row.entries))),
            each=self.write((Row((episode,)) for episode in row.entries), place),
            again="" if above else self.again(row),
        )

    def entry(self, episode: Episode, above: str) -> str:
        return ENTRY.format(
            when=self.when(episode),
            place=self.place(episode.where, above),
            length=what_words(episode),
            marks=marked(self.context["marks"].on(episode), is_from_memory(episode)),
            remarks="".join(map(REMARK.format, remarks(self.context, episode))),
            url=self.url.replace(str(NOBODY), str(episode.uuid)),
            time=started(self.context, episode),
            words=escape(episode.where),
        )

    def place(self, words: str, above: str) -> str:
        return "" if words == above else f"{escape(words[0].upper() + words[1:])} "

    def when(self, episode: Episode) -> str:
        """Return the time it started, or the day when it stands under a later one."""
        if episode.started_on != self.on:
            return f"<span>Since {date_words(episode.started_on, self.on)}</span>"
        time = started(self.context, episode)
        return f'<time datetime="{episode.started_at.isoformat()}">{time}</time>'

    def again(self, row: Row) -> str:
        """Return "It started again" on Today, while the last burst is so near that another belongs to it."""
        if not self.context.get("may_start_again") or not is_just_over(self.context, row):
            return ""
        return self.part("episodes/_again.html", episode=row.last)

    def part(self, name: str, **more: Any) -> str:
        """Return a piece that a few rows have, from its template."""
        with self.context.push(**more):
            return self.context.template.engine.get_template(name).render(self.context)  # type: ignore[union-attr]


@register.simple_tag(takes_context=True)
def entry_rows(context: Context, episodes: Iterable[Episode], on: date, back: str) -> SafeString:
    """Return the rows of the episodes under the day `on`; changing one leads back to the address `back`."""
    found = _Rows(context, on, back).write(rows(episodes))
    return mark_safe(found)  # noqa: S308 - what somebody wrote goes through escape()


def span_words(context: Context, row: Row) -> str:
    """Return "4 twitches, 2:05pm to 2:31pm"; the zone is named once where it is the same."""
    first, last, many = row.first, row.last, f"{len(row.entries)} twitches"
    if last.is_ongoing:
        return f"{many}, since {started(context, first)}, still going"
    begin, end = started(context, first), clock(context, last.ended_at or last.started_at, last.zone)
    if begin == end:
        return f"{many}, {begin}"
    if first.zone == last.zone:
        about = "about " if first.start_precision == "about" else ""
        begin = about + format_clock(first.started_at, first.zone, context["user"].clock)
    return f"{many}, {begin} to {end}"


def marked(tags: Iterable[str], from_memory: bool) -> str:
    """Return the marks of a row: the tags, and the hollow dot."""
    return "".join(map(MARK.format, tags)) + (FROM_MEMORY if from_memory else "")


def remarks(context: Context, episode: Episode) -> list[str]:
    """Return what else is to be said of an entry, each for a line of its own."""
    found = ["You did not stop this timer"] if episode.is_forgotten else []
    for at, _ in islice(versions(episode), 1):
        changed_on = local_date(at, context["user"].timezone)
        found.append(f"Changed {format_date(changed_on, context['today'])}")
    return [*found, *([escape(Truncator(episode.note).chars(NOTE))] if episode.note else [])]


def is_just_over(context: Context, row: Row) -> bool:
    """Say whether a twitch ended so lately that the next one at its place belongs to it."""
    episode, running = row.last, context["running_episodes"]
    is_over = episode.kind == "twitch" and timedelta() <= context["now"] - until(episode) < APART
    is_elsewhere = episode != context.get("saved") and all(it.where != episode.where for it in running)
    return is_over and is_elsewhere
