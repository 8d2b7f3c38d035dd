"""How strong, as words of an order."""

from datetime import date

import pytest

from diary.analysis.frequency import Span
from diary.analysis.records import DayStrength
from diary.analysis.strength import Strength, by_span, finding, label, strength, strength_of, stronger, totals
from tests.analysis.made import twitch


def of(*values: int | None) -> Strength:
    return strength([twitch("2026-05-20 12:00", strength=value) for value in values])


def test_strength_not_given_is_left_out() -> None:
    assert of(None, None) == Strength(0, None, None)
    assert of(2, None, 4, 2) == Strength(3, 2, 4)


@pytest.mark.parametrize(
    ("values", "sentence"),
    [
        ([], "No strength is recorded yet."),
        ([1], "Usually faint, at most faint (1 answer)."),
        ([2, 3, 2, 3], "Usually mild to moderate, at most moderate (4 answers)."),
    ],
)
def test_strength_in_words(values: list[int], sentence: str) -> None:
    assert finding(of(*values)) == sentence


def test_every_strength_has_a_word() -> None:
    assert [label(value) for value in (1, 2, 3, 4)] == ["faint", "mild", "moderate", "strong"]


def test_counts_of_each_strength_say_the_same_as_the_episodes() -> None:
    assert strength_of({2: 2, 4: 1}) == Strength(3, 2, 4)
    assert strength_of({}) == Strength(0, None, None)


def test_strengths_are_added_up_by_the_span_of_their_day() -> None:
    spans = [
        Span(date(2026, 5, 1), date(2026, 5, 7), 0, 0, 0, 0),
        Span(date(2026, 5, 8), date(2026, 5, 9), 0, 0, 0, 0),
    ]
    given = [
        DayStrength(date(2026, 5, 1), 1, 2),
        DayStrength(date(2026, 5, 7), 1, 3),
        DayStrength(date(2026, 5, 8), 4, 1),
    ]
    assert by_span(given, spans) == [(5, 0, 0, 0), (0, 0, 0, 1)]
    assert totals(given) == {1: 5, 4: 1}
    assert stronger(totals(given)) == "Moderate or strong in 1 of 6 answers."
