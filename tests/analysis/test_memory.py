"""What counts as written from memory."""

from datetime import date, datetime

import pytest

from diary.analysis.memory import given_later, is_from_memory
from tests.analysis.made import at, twitch


def written(made: str, start: str = "2026-05-28 14:00", **fields: object) -> bool:
    made_at: datetime = at(made)
    return is_from_memory(twitch(start, **{"made_at": made_at, **fields}))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("made", "expected"),
    [
        ("2026-05-28 14:00", False),
        ("2026-05-28 16:00:40", False),  # it lasted 40 s
        ("2026-05-28 16:00:41", True),
        ("2026-05-29 09:00", True),
    ],
)
def test_more_than_two_hours_after_the_end_is_from_memory(made: str, expected: bool) -> None:
    assert written(made) is expected


def test_minutes_past_midnight_are_a_later_date() -> None:
    assert written("2026-05-29 00:10", "2026-05-28 23:55") is True
    assert written("2026-05-29 00:10", "2026-05-28 23:55", end="2026-05-29 00:05") is False


def test_the_date_is_that_of_where_it_happened() -> None:
    auckland = {"zone": "Pacific/Auckland"}  # noon there is 1am in London, an hour later is 2am
    assert is_from_memory(twitch("2026-05-28 12:00", made_at=at("2026-05-28 02:00"), **auckland)) is False
    late = twitch("2026-05-28 23:30", made_at=at("2026-05-29 00:30", "Pacific/Auckland"), **auckland)
    assert is_from_memory(late) is True


def test_without_a_length_the_start_counts() -> None:
    assert written("2026-05-28 15:59", seconds=None) is False
    assert written("2026-05-28 16:01", seconds=None) is True


def test_a_timer_is_made_when_it_starts_however_long_it_runs() -> None:
    assert written("2026-05-28 14:00", seconds=90_000) is False
    assert written("2026-05-29 14:00", seconds=None, ongoing=True) is False


DAY, LATER, LATEST = date(2026, 5, 28), date(2026, 5, 30), date(2026, 6, 2)
GIVEN = {"sleep_hours": 7.0, "stress": 3.0, "water_ml": None}


def test_what_was_given_on_the_day_was_not_given_later() -> None:
    assert given_later(DAY, DAY, GIVEN, {}, {}) == {}


def test_a_value_added_later_is_from_memory_and_the_others_are_not() -> None:
    assert given_later(DAY, DAY, GIVEN, {}, {"sleep_hours": "2026-05-30"}) == {"sleep_hours": LATER}


def test_a_day_first_written_later_is_from_memory_as_a_whole() -> None:
    noted = {"stress": LATEST.isoformat()}
    assert given_later(DAY, LATER, GIVEN, {}, noted) == {"sleep_hours": LATER, "stress": LATEST}


def test_when_a_file_was_written_nobody_knows() -> None:
    assert given_later(DAY, LATER, GIVEN, {"stress": "imported"}, {}) == {"sleep_hours": LATER}
