"""What is known of an episode, fact by fact, and what it said before it was changed."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from django import template
from django.template import Context

from diary.models import Episode
from diary.models.history import versions
from diary.periods import local_date
from diary.quantities import format_date, format_length
from diary.templatetags.words import clock, date_words, each_words, length_words, started, times_words
from diary.vocabulary.episodes import HELPED, KINDS, NEARLY_ALL, RELIEF, SEEN, STRENGTHS, SUSPECTED_TRIGGERS
from diary.vocabulary.signs import SIGNS

register = template.Library()

LABELS = {
    "when": "Start",
    "length": "Length",
    "spell": "How often",
    "place": "Place",
    "strength": "Strength",
    "seen": "Seen to move",
    "triggers": "What might have set it off",
    "relief": "What helped",
    "signs": "At the same time",
    "note": "Note",
    "kind": "Kind",
}


@dataclass(frozen=True, slots=True)
class Fact:
    """A fact in words, without any where nothing was recorded; `name` is its page."""

    name: str
    label: str
    words: str


@dataclass(frozen=True, slots=True)
class Change:
    """When something was changed, and what it said before."""

    at: datetime
    day: str
    before: list[Fact]


@register.simple_tag(takes_context=True)
def facts(context: Context, episode: Episode) -> list[Fact]:
    """Return every fact of it."""
    words = {
        "when": f"{started(context, episode)}, {date_words(episode.started_on, context['today'])}",
        "length": _length(context, episode),
        "spell": _how_often(episode),
        "place": episode.where if episode.site else "",
        "strength": STRENGTHS.get(episode.strength or 0, ""),
        "seen": SEEN.get(episode.seen, ""),
        "triggers": _list(SUSPECTED_TRIGGERS[code] for code in episode.suspected_triggers),
        "relief": _list(_tried(code, much) for code, much in episode.relief.items()),
        "signs": noticed(episode),
        "kind": KINDS[episode.kind],
    }
    words = {name: _capital(said) for name, said in words.items()} | {"note": episode.note}
    is_asked = {"spell": episode.kind == "spell"}
    return [Fact(name, label, words[name]) for name, label in LABELS.items() if is_asked.get(name, True)]


@register.simple_tag(takes_context=True)
def changes(context: Context, episode: Episode) -> list[Change]:
    """Return what it said before each change that can be seen, the latest first."""
    found, now_said = [], facts(context, episode)
    for at, version in versions(episode):
        said = facts(context, version)
        if said != now_said:
            day = format_date(local_date(at, episode.zone), context["today"])
            found.append(Change(at, day, [fact for fact in said if fact not in now_said]))
        now_said = said
    return found


def _how_often(episode: Episode) -> str:
    pattern = NEARLY_ALL if episode.is_constant else ""
    return ", ".join(filter(None, [pattern, times_words(episode), each_words(episode)]))


def _length(context: Context, episode: Episode) -> str:
    if not episode.is_ongoing and episode.length_s is None:
        return "Not recorded: you did not stop this timer" if episode.is_forgotten else ""
    words = length_words(episode)
    if episode.length_low_s is not None and episode.length_high_s is not None:
        words += f", {format_length(episode.length_low_s)} to {format_length(episode.length_high_s)}"
    if episode.kind == "spell" and episode.ended_at:
        words += f", until {_until(context, episode, episode.ended_at)}"
    return words


def _until(context: Context, episode: Episode, ended_at: datetime) -> str:
    """Return when a spell was over, with the day where that is a later one."""
    shown = clock(context, ended_at, episode.zone)
    words = f"about {shown}" if episode.length_precision == "about" else shown
    ended_on = local_date(ended_at, episode.zone)
    is_same_day = ended_on == episode.started_on
    return words if is_same_day else f"{words}, {date_words(ended_on, context['today'])}"


@register.filter
def noticed(episode: Episode) -> str:
    """Return what else there was; where all that was answered is no, that."""
    yes = [SIGNS[code] for code, answer in episode.signs.items() if answer]
    return _list(iter(yes)) if yes else "nothing of what was asked" if episode.signs else ""


def _tried(code: str, much: int | None) -> str:
    return RELIEF[code] if much is None else f"{RELIEF[code]} (helped {HELPED[much].lower()})"


def _list(words: Iterator[str]) -> str:
    """Return them as one line: "Tired, after exercise"."""
    return ", ".join(word[0].lower() + word[1:] for word in words)


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
