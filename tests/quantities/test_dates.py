from contextlib import suppress
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diary.quantities import QuantityError, format_date, format_dates, format_day, read_date

TODAY = date(2026, 5, 28)
WRITE = "Write the date like 28 May or 28/5/2026"


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("today", TODAY),
        ("Yesterday", date(2026, 5, 27)),
        ("tomorrow", date(2026, 5, 29)),
        ("28 May", TODAY),
        ("28th of may", TODAY),
        ("28 May 2025", date(2025, 5, 28)),
        ("Thursday 28 May", TODAY),
        ("Thu, 28 May 2026", TODAY),
        ("May 28", TODAY),
        ("May 28, 2025", date(2025, 5, 28)),
        ("1 Sept", date(2025, 9, 1)),
        ("1 jan.", date(2026, 1, 1)),
        ("29 May", date(2025, 5, 29)),
        ("29 Feb", date(2024, 2, 29)),
        ("28/5/2026", TODAY),
        ("3/4/2026", date(2026, 4, 3)),
        ("28/5", TODAY),
        ("28.5.", TODAY),
        ("28.05.26", TODAY),
        ("28-5-2026", TODAY),
        ("2026-05-28", TODAY),
        ("２８ ｍａｙ", TODAY),
    ],
)
def test_a_date_is_read_as_it_is_meant(text: str, day: date) -> None:
    assert read_date(text, TODAY) == day


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("31 April", "There is no 31 April 2026"),
        ("29 Feb 2026", "There is no 29 February 2026"),
        ("0/5/2026", "There is no 0 May 2026"),
        ("5/28/2026", WRITE),
        ("1/1/0001", WRITE),
        ("Ma 3", WRITE),
        ("May", WRITE),
        ("", WRITE),
        ("9" * 10_000, WRITE),
        ("28 May\x00", WRITE),
    ],
)
def test_what_is_no_date_is_refused_with_a_sentence(text: str, sentence: str) -> None:
    with pytest.raises(QuantityError) as refusal:
        read_date(text, TODAY)
    assert refusal.value.sentence == sentence


def test_a_leap_day_without_a_year_is_the_last_one() -> None:
    assert read_date("29 Feb", date(2024, 2, 29)) == date(2024, 2, 29)
    assert read_date("29 Feb", date(2024, 2, 28)) == date(2020, 2, 29)


def test_a_day_is_named_by_its_distance_or_its_weekday() -> None:
    shown = [format_day(date(2026, 5, day), TODAY) for day in (28, 27, 26, 29)]
    assert shown == ["today", "yesterday", "Tuesday 26 May", "Friday 29 May"]
    assert format_day(date(2025, 5, 28), TODAY) == "Wednesday 28 May 2025"
    assert format_day(TODAY) == "Thursday 28 May 2026"


def test_a_span_of_days_is_shown_as_short_as_it_stays_clear() -> None:
    assert format_dates(date(2026, 5, 10), date(2026, 5, 12)) == "10 to 12 May 2026"
    assert format_dates(date(2026, 4, 28), date(2026, 5, 3)) == "28 April to 3 May 2026"
    assert format_dates(date(2025, 12, 20), date(2026, 1, 3)) == "20 December 2025 to 3 January 2026"
    assert format_dates(TODAY, TODAY) == "28 May 2026"


@given(st.dates(date(1900, 1, 1), date(2199, 12, 31)))
def test_what_is_shown_reads_back_to_the_same_day(day: date) -> None:
    assert read_date(format_day(day), TODAY) == read_date(format_date(day), TODAY) == day


PARTS = [
    "1",
    "28",
    "30",
    "2026",
    "0",
    "/",
    ".",
    "-",
    " ",
    ", ",
    "May",
    "feb",
    "Thu ",
    "of",
    "st",
    "yesterday",
]


@given(st.one_of(st.text(max_size=110), st.lists(st.sampled_from(PARTS), max_size=9).map("".join)))
def test_any_text_is_a_date_or_a_sentence(text: str) -> None:
    with suppress(QuantityError):
        assert read_date(text, TODAY)
