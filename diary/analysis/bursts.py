"""Which entries share a row of the diary: bursts close together, and what was timed within a spell.

Rows are for the eye. Every entry is kept, counted and written out by itself.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from uuid import UUID

from diary.models import Episode
from diary.vocabulary.sites import Place

APART = timedelta(minutes=10)
"""Bursts at one place less than this far apart fold into one row (ux L-12)."""

STILL_GOING = datetime.max.replace(tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Row:
    """One row: an entry, or several bursts folded; `within` are the rows of what a spell's span holds."""

    entries: tuple[Episode, ...]
    within: "tuple[Row, ...]" = ()

    @property
    def first(self) -> Episode:
        """The entry that began first."""
        return min(self.entries, key=lambda entry: entry.started_at)

    @property
    def last(self) -> Episode:
        """The entry that reaches furthest."""
        return max(self.entries, key=until)


def rows(entries: Iterable[Episode]) -> list[Row]:
    """Return the rows in the order given; a twitch within a spell at its place stands under that spell."""
    listed = list(entries)
    spells = [entry for entry in listed if entry.kind == "spell" and not entry.deleted_at]
    inside: dict[UUID, list[Episode]] = {spell.uuid: [] for spell in spells}
    outside: list[Episode] = []
    for entry in listed:
        spell = next((spell for spell in spells if holds(spell, entry)), None)
        (inside[spell.uuid] if spell else outside).append(entry)
    return [
        Row(burst, tuple(Row(held) for held in bursts(inside.get(burst[0].uuid, ()))))
        for burst in bursts(outside)
    ]


def holds(spell: Episode, entry: Episode) -> bool:
    """Say whether a twitch began within the spell's span, at the same place and not just at none."""
    is_there = where(entry) == where(spell) and bool(entry.place.site)
    is_twitch = entry.kind == "twitch" and not entry.deleted_at
    return is_there and is_twitch and spell.started_at <= entry.started_at <= until(spell)


def bursts(entries: Iterable[Episode]) -> list[tuple[Episode, ...]]:
    """Return the twitches that belong together, each group and its members in the order given.

    They do when one was started as "again" of another, or when they are at one place and less than 10 minutes
    lie between. Two whose place was not said may have been at two places: those are joined only by "again".
    Spells stand alone, and so does what was deleted, which joins no others either.
    """
    listed = list(entries)
    number_of = _numbers(sorted(listed, key=lambda entry: entry.started_at))
    groups: dict[int, list[Episode]] = {}
    for entry in listed:
        groups.setdefault(number_of[entry.uuid], []).append(entry)
    return [tuple(group) for group in groups.values()]


def _numbers(entries: Sequence[Episode]) -> dict[UUID, int]:
    """Give each entry, in order of time, the number of its group."""
    numbers: dict[UUID, int] = {}
    again: dict[UUID, int] = {}
    lately: dict[tuple[Place, str], tuple[int, datetime]] = {}
    for new, entry in enumerate(entries):
        number = new
        if entry.kind == "twitch" and not entry.deleted_at:
            near, reach = lately.get(where(entry), (new, entry.started_at))
            close = near if entry.started_at - reach < APART and entry.place.site else new
            number = again.setdefault(entry.spell_group or entry.uuid, close)
            lately[where(entry)] = number, max(reach, until(entry))
        numbers[entry.uuid] = number
    return numbers


def where(entry: Episode) -> tuple[Place, str]:
    """Return what makes two places the same; "somewhere else" is as many places as it has words."""
    return entry.place, entry.place_words.casefold()


def until(entry: Episode) -> datetime:
    """Return the end, or the start where the length was not recorded; what goes on has no end yet."""
    return STILL_GOING if entry.is_ongoing else entry.ended_at or entry.started_at
