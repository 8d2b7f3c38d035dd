"""The notes of a diary one by one, each with an id of its own, so that each can be shown or kept back."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from uuid import UUID, uuid5

from diary.models import Day, Episode, User, Visit
from diary.models.ticks import tick_of
from diary.periods import Period
from diary.vocabulary.sites import Place

NOTES_OF_DAYS = UUID("5f0c2c0e-0d0b-5d53-9b0c-6a1f6c2f3d10")
"""Days have no public id: that of their note is made of this one and the date."""


@dataclass(frozen=True, slots=True)
class NoteRecord:
    """Something the person wrote: `about` says what of ("left calf", "the day"), `words` are theirs."""

    uuid: UUID
    on: date
    about: str
    words: str


def note_records(user: User, period: Period) -> list[NoteRecord]:
    """Return the notes on episodes, days and visits of the period, by date, in three queries."""
    found = [*_of_episodes(user, period), *_of_days(user, period), *_of_visits(user, period)]
    return sorted(found, key=lambda note: note.on)


def ticked(user: User, notes: Iterable[NoteRecord]) -> list[NoteRecord]:
    """Return those the person ticked for the report and has not changed since (ux V-8)."""
    ticks = set(user.report_choices.get("notes", ()))
    return [note for note in notes if tick_of(note.uuid, note.words) in ticks]


def note_of_day(day: date) -> UUID:
    """Return the id of a day's note."""
    return uuid5(NOTES_OF_DAYS, day.isoformat())


def _of_episodes(user: User, period: Period) -> Iterator[NoteRecord]:
    written = Episode.objects.for_user(user).started_in(period).with_note().order_by("started_at")
    for uuid, on, site, side, words in written.values_list("uuid", "started_on", "site", "side", "note"):
        yield NoteRecord(uuid, on, str(Place(site, side)), words)


def _of_days(user: User, period: Period) -> Iterator[NoteRecord]:
    for on, words in Day.objects.for_user(user).dated_in(period).with_note().values_list("date", "note"):
        yield NoteRecord(note_of_day(on), on, "the day", words)


def _of_visits(user: User, period: Period) -> Iterator[NoteRecord]:
    for visit in Visit.objects.for_user(user).kept().with_note().latest_first():
        if visit.date in period:
            yield NoteRecord(
                visit.uuid, visit.date, f"visit, {visit.who}" if visit.who else "visit", visit.note
            )
