"""The chosen parts of the appendix in values that JSON knows, but for what the object has already."""

from collections.abc import Callable
from typing import Any

from diary.analysis.health import ConditionRecord, VisitRecord
from diary.analysis.memory import is_from_memory
from diary.analysis.notes import NoteRecord
from diary.analysis.records import DayRecord, EpisodeRecord
from diary.quantities import PartialDate
from diary.report.how_made import version
from diary.report.report import Report


def details(report: Report) -> dict[str, Any]:
    """Return a key for each chosen part that lists entries of its own; one left out has no key."""
    return {code: make(report) for code, make in MAKERS.items() if code in report.choices.parts}


def _days(report: Report) -> list[dict[str, Any]]:
    return [_day(day) for day in report.days]


def _day(day: DayRecord) -> dict[str, Any]:
    """`twitching` is None on a day not filled in; `late` are the factors given on a later day."""
    return {
        "date": day.date.isoformat(),
        "twitching": day.is_twitching if day.is_filled_in else None,
        "twitches": day.twitches,
        "spells": day.spells,
        "places": sorted(place.code for place in day.places),
        "same_day": day.is_same_day,
        "factors": {code: value for code, value in day.factors.items() if value is not None},
        "late": sorted(day.late),
        "usual": sorted(day.usual),
    }


def _twitches(report: Report) -> list[dict[str, Any]]:
    return [_episode(episode) for episode in report.episodes]


def _episode(episode: EpisodeRecord) -> dict[str, Any]:
    return {
        "uuid": str(episode.uuid),
        "started_at": episode.started_at.isoformat(),
        "timezone": episode.zone,
        "kind": episode.kind,
        "site": episode.site or None,
        "side": episode.side or None,
        "state": "ongoing" if episode.is_ongoing else "ended",
        "length_s": episode.length_s,
        "length_precision": episode.length_precision,
        "strength": episode.strength,
        "seen": episode.seen or None,
        "from_memory": is_from_memory(episode),
    }


def _conditions(report: Report) -> list[dict[str, Any]]:
    return [_condition(condition) for condition in report.conditions]


def _condition(condition: ConditionRecord) -> dict[str, Any]:
    named = {"whose": condition.whose, "name": condition.name, "relative": condition.relative or None}
    return {**named, "since": _on(condition.since)}


def _visits(report: Report) -> list[dict[str, Any]]:
    return [_visit(visit) for visit in report.visits]


def _visit(visit: VisitRecord) -> dict[str, Any]:
    return {"date": visit.date.isoformat(), "who": visit.who or None, "review_on": _on(visit.review_on)}


def _notes(report: Report) -> list[dict[str, Any]]:
    return [_note(note) for note in report.notes]


def _note(note: NoteRecord) -> dict[str, Any]:
    return {"date": note.on.isoformat(), "about": note.about, "words": note.words}


def _how_made(report: Report) -> dict[str, Any]:
    return {"made_on": report.made_on.isoformat(), "version": version()}


def _on(partial: PartialDate | None) -> str | None:
    return str(partial) if partial and partial.year else None


MAKERS: dict[str, Callable[[Report], Any]] = {
    "days": _days,
    "twitches": _twitches,
    "conditions": _conditions,
    "visits": _visits,
    "notes": _notes,
    "how_made": _how_made,
}
