"""What an entry said before it was changed (ux L-26)."""

from collections.abc import Iterator, Mapping
from copy import copy
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

from django.core.exceptions import ValidationError

from diary.vocabulary import episodes as words

if TYPE_CHECKING:
    from diary.models.episodes import Episode

# What a person says about an entry, and nothing that is worked out from it.
END = ("ended_at", "is_ongoing", "length_precision", "length_low_s", "length_high_s")
SPELL = ("times_low", "times_high", "is_constant", "each_lasted")
PLACE = ("site", "side", "place_words")
ANSWERS = ("strength", "seen", "suspected_triggers", "relief", "signs", "note")
FACTS = ("kind", *PLACE, "started_at", "start_precision", *END, *SPELL, *ANSWERS)

# An answer to what was left blank belongs to writing the entry down, not to changing it, until it would count
# as "from memory" (ux 2). Whatever had been said and now reads differently is a change at once.
SETTLING = timedelta(hours=2)

BLANK: tuple[Any, ...] = (None, "", [], {}, False, "unknown")


def grown(kept: "Episode", changed: "Episode", now: datetime) -> list[Any]:
    """Return the history of the kept entry with what the changed one no longer says."""
    was = dict(_differences(kept, changed))
    answers_only = all(_is_kept_in(said, getattr(changed, name)) for name, said in was.items())
    if not was or (answers_only and _is_settling(kept, now)):
        return kept.history
    said = {name: fact.isoformat() if isinstance(fact, datetime) else fact for name, fact in was.items()}
    return [*kept.history, {"at": now.isoformat(), "was": said}]


def versions(episode: "Episode") -> Iterator[tuple[datetime, "Episode"]]:
    """Yield when it was changed and what it said before, the latest change first.

    A file may have brought a history that nobody can read; such a change is left out.
    """
    for change in reversed(episode.history):
        try:
            at, episode = _before(episode, change)
        except (ArithmeticError, AttributeError, LookupError, TypeError, ValueError, ValidationError):
            continue
        yield at, episode


def _differences(kept: "Episode", changed: "Episode") -> Iterator[tuple[str, Any]]:
    has_stopped = kept.is_ongoing and not changed.is_ongoing  # its end is none it had before
    tap_is_end = kept.ended_at is None and changed.ended_at == kept.started_at  # of "it just twitched"
    passed_over = {*(END if has_stopped else ()), *(("started_at",) if tap_is_end else ())}
    for name in FACTS:
        if name not in passed_over and getattr(kept, name) != getattr(changed, name):
            yield name, getattr(kept, name)


def _is_kept_in(said: Any, now_said: Any) -> bool:
    """Whether nothing that had been said is lost."""
    if isinstance(said, dict):
        return all(code in now_said and fact in (None, now_said[code]) for code, fact in said.items())
    return set(said) <= set(now_said) if isinstance(said, list) else said in BLANK


def _is_settling(kept: "Episode", now: datetime) -> bool:
    return kept.is_ongoing or now < max(kept.made_at, kept.ended_at or kept.made_at) + SETTLING


def _before(episode: "Episode", change: Mapping[str, Any]) -> tuple[datetime, "Episode"]:
    at, before = datetime.fromisoformat(change["at"]), copy(episode)
    for name in FACTS:
        if name in change["was"]:
            setattr(before, name, _read(before, name, change["was"][name]))
    before.derive()
    if at.tzinfo is None or (before.length_s or 0) < 0:
        raise ValueError
    return at, before


def _read(episode: "Episode", name: str, said: Any) -> Any:
    if name == "suspected_triggers":
        return [code for code in words.SUSPECTED_TRIGGERS if code in list(said)]
    if name == "relief":
        helped = {code: said[code] for code in words.RELIEF if code in said}
        return {code: much for code, much in helped.items() if much is None or words.HELPED[much]}
    return episode._meta.get_field(name).clean(said, episode)  # type: ignore[union-attr]
