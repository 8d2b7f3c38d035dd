"""Dates as well as they are known."""

from contextlib import suppress
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diary.quantities import PartialDate, QuantityError, format_partial_date, read_partial_date
from diary.quantities.partial import WRITE_PARTIAL

TODAY = date(2026, 5, 28)


def partial_dates() -> st.SearchStrategy[PartialDate]:
    days = st.dates(date(1900, 1, 1), date(2199, 12, 31))
    return st.just(PartialDate()) | st.builds(
        lambda day, known: PartialDate(*(day.year, day.month, day.day)[:known]), days, st.integers(1, 3)
    )


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("12 March 2026", "2026-03-12"),
        ("yesterday", "2026-05-27"),
        ("28/5", "2026-05-28"),
        ("March 2026", "2026-03"),
        ("mar 2026", "2026-03"),
        ("Sept. 2025", "2025-09"),
        ("3/2026", "2026-03"),
        ("03.2026", "2026-03"),
        ("2026-03", "2026-03"),
        ("March", "2026-03"),
        ("May", "2026-05"),
        ("June", "2025-06"),
        ("about March 2026", "2026-03"),
        ("last month", "2026-04"),
        ("this year", "2026"),
        ("2019", "2019"),
        ("around 2019", "2019"),
        ("don't know", "unknown"),
        ("Don’t know", "unknown"),
        ("?", "unknown"),
    ],
)
def test_a_date_is_kept_as_well_as_it_is_known(text: str, kept: str) -> None:
    assert str(read_partial_date(text, TODAY)) == kept


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("31 April", "There is no 31 April 2026"),
        ("13/2026", WRITE_PARTIAL),
        ("about 3 March", WRITE_PARTIAL),
        ("1850", WRITE_PARTIAL),
        ("in spring", WRITE_PARTIAL),
        ("", WRITE_PARTIAL),
        ("9" * 10_000, WRITE_PARTIAL),
    ],
)
def test_what_is_no_date_is_refused_with_a_sentence(text: str, sentence: str) -> None:
    with pytest.raises(QuantityError) as refused:
        read_partial_date(text, TODAY)
    assert refused.value.sentence == sentence


@pytest.mark.parametrize(
    ("kept", "shown", "first", "last"),
    [
        ("2026-03-12", "12 March 2026", date(2026, 3, 12), date(2026, 3, 12)),
        ("2024-02", "February 2024", date(2024, 2, 1), date(2024, 2, 29)),
        ("2026", "2026", date(2026, 1, 1), date(2026, 12, 31)),
        ("unknown", "date not known", None, None),
    ],
)
def test_a_month_is_shown_as_a_month_and_never_as_its_first_day(
    kept: str, shown: str, first: date | None, last: date | None
) -> None:
    partial = PartialDate.from_text(kept)
    assert (format_partial_date(partial), partial.first, partial.last) == (shown, first, last)


@pytest.mark.parametrize("text", ["", "2026-13", "2026-02-30", "26", "2026-3", "2026-03-12T10:00"])
def test_a_kept_text_that_is_no_date_is_refused(text: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011
        PartialDate.from_text(text)


def test_a_day_without_its_month_is_no_date() -> None:
    with pytest.raises(ValueError, match="A day needs its month"):
        PartialDate(2026, None, 12)


@given(partial_dates())
def test_what_is_shown_and_what_is_kept_read_back_to_the_same_date(partial: PartialDate) -> None:
    assert read_partial_date(format_partial_date(partial), TODAY) == partial
    assert PartialDate.from_text(str(partial)) == partial


@given(st.text(max_size=30))
def test_whatever_is_typed_is_read_or_refused(text: str) -> None:
    with suppress(QuantityError):
        assert isinstance(read_partial_date(text, TODAY), PartialDate)


@given(partial_dates(), partial_dates())
def test_of_two_dates_at_most_one_is_before_the_other(one: PartialDate, other: PartialDate) -> None:
    assert not (one.is_before(other) and other.is_before(one))


def test_a_day_in_a_month_is_not_certain_to_be_before_it() -> None:
    day, month = PartialDate(2026, 3, 12), PartialDate(2026, 3)
    assert not day.is_before(month)
    assert not month.is_before(day)
    assert PartialDate(2026, 2, 28).is_before(month)
    assert not day.is_before(PartialDate())
