"""Each note on its own, with an id that stays, and nobody else's."""

from datetime import date

from diary.analysis.notes import NoteRecord, note_of_day, note_records
from diary.models import User
from diary.periods import Period
from tests.factories import NOON, make_day, make_episode, make_visit

PERIOD = Period(date(2026, 5, 1), NOON.date(), "Europe/London")


def test_notes_come_by_date_with_what_they_are_about(alice: User, bob: User) -> None:
    for user in (alice, bob):
        episode = make_episode(user, note="after coffee")
        day = make_day(user, date(2026, 5, 2), note="a long day")
        visit = make_visit(user, date(2026, 5, 3), who="Dr Lee", note="wait and see")
        make_day(user, date(2026, 5, 4))
        make_visit(user, date(2026, 4, 3), note="too early")
    make_episode(alice, note="taken back", deleted_at=NOON)
    assert [note.words for note in note_records(bob, PERIOD)] == [
        "a long day",
        "wait and see",
        "after coffee",
    ]
    assert note_records(bob, PERIOD) == [
        NoteRecord(note_of_day(day.date), day.date, "the day", "a long day"),
        NoteRecord(visit.uuid, visit.date, "visit, Dr Lee", "wait and see"),
        NoteRecord(episode.uuid, NOON.date(), "left lower eyelid", "after coffee"),
    ]


def test_the_id_of_a_days_note_is_that_of_its_date() -> None:
    assert note_of_day(date(2026, 5, 2)) == note_of_day(date(2026, 5, 2)) != note_of_day(date(2026, 5, 3))
