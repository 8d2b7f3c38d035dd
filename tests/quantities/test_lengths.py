import json
from contextlib import suppress
from datetime import timedelta
from pathlib import Path
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diary.quantities import Length, QuantityError, UnitMissing, format_length, parse_length, without_seconds

TABLE = json.loads((Path(__file__).parent / "lengths.json").read_text(encoding="utf-8"))
UP_TO_A_DAY = st.integers(1, 86_400)


@pytest.mark.parametrize(("text", "seconds", "about", "low", "high"), TABLE["read"])
def test_a_length_is_read_as_it_is_meant(
    text: str, seconds: int, about: bool, low: int | None, high: int | None
) -> None:
    assert parse_length(text) == Length(seconds, about, low, high)


@pytest.mark.parametrize(("text", "number"), TABLE["asks_for_unit"])
def test_a_bare_number_asks_for_its_unit(text: str, number: str) -> None:
    with pytest.raises(UnitMissing, match=f"^Choose seconds or minutes for {number}$") as question:
        parse_length(text)
    assert question.value.number == number


@pytest.mark.parametrize(("text", "sentence"), TABLE["refused"])
def test_what_is_no_length_is_refused_with_a_sentence(text: str, sentence: str) -> None:
    with pytest.raises(QuantityError) as refusal:
        parse_length(text)
    assert refusal.value.sentence == sentence
    assert not isinstance(refusal.value, UnitMissing)


def test_the_choices_offered_for_a_bare_number_can_be_read() -> None:
    with pytest.raises(UnitMissing) as question:
        parse_length("about 30")
    seconds, minutes = question.value.choices
    assert parse_length(seconds) == Length(30, about=True)
    assert parse_length(minutes) == Length(1800, about=True)


@pytest.mark.parametrize(
    "sign",
    [
        "9",
        "1 ",
        "1/",
        "a ",
        "1h ",
        "~",
        "-",
        ":",
        "and ",
        "½",
        "\N{ARABIC LIGATURE BISMILLAH AR-RAHMAN AR-RAHEEM}",
    ],
)
@pytest.mark.parametrize("length", [97, 10_000])
def test_hostile_text_is_refused_at_once(sign: str, length: int) -> None:
    started = process_time()
    with pytest.raises(QuantityError):
        parse_length((sign * length)[:length] + "x")
    assert process_time() - started < 0.5


PARTS = [
    "1",
    "30",
    "0",
    "2.5",
    "1,5",
    "½",
    " ",
    "h",
    "min",
    "s",
    "'",
    '"',
    ":",
    "-",
    " to ",
    "and ",
    "about ",
    "a half ",
]


@given(st.one_of(st.text(max_size=110), st.lists(st.sampled_from(PARTS), max_size=9).map("".join)))
def test_any_text_is_a_length_or_a_sentence(text: str) -> None:
    with suppress(QuantityError):
        length = parse_length(text)
        assert 0 < length.seconds <= 86_400
        assert parse_length(str(length)) == length


@given(UP_TO_A_DAY, st.sampled_from(["short", "sentence"]))
def test_what_is_shown_reads_back_to_the_same_seconds(seconds: int, style: str) -> None:
    assert parse_length(format_length(seconds, style)) == Length(seconds)  # type: ignore[arg-type]


@given(UP_TO_A_DAY, st.booleans())
def test_the_form_to_edit_reads_back_to_the_same_length(seconds: int, about: bool) -> None:
    length = Length(seconds, about)
    assert parse_length(str(length)) == length


@given(st.tuples(UP_TO_A_DAY, UP_TO_A_DAY).filter(lambda ends: ends[0] < ends[1]))
def test_a_range_to_edit_reads_back_to_the_same_range(ends: tuple[int, int]) -> None:
    length = parse_length(f"{ends[0]} s to {ends[1]} s")
    assert (length.low, length.high) == ends
    assert parse_length(str(length)) == length


@pytest.mark.parametrize(
    ("seconds", "short", "sentence"),
    [
        (0, "0 s", "0 seconds"),
        (1, "1 s", "1 second"),
        (90, "1 min 30 s", "1 minute 30 seconds"),
        (3600, "1 h", "1 hour"),
        (23_400, "6 h 30 min", "6 hours 30 minutes"),
        (86_400, "1 day", "1 day"),
        (2 * 86_400 + 3 * 3600 + 59 * 60, "2 days 3 h", "2 days 3 hours"),
        (21 * 86_400, "21 days", "21 days"),
    ],
)
def test_a_length_is_shown_in_its_largest_units(seconds: int, short: str, sentence: str) -> None:
    assert format_length(timedelta(seconds=seconds)) == short
    assert format_length(seconds, "sentence") == sentence


@pytest.mark.parametrize(
    ("seconds", "beside", "shown"),
    [(3599, "h", 3599), (14_399, "h", 14_340), (119, "m", 60), (59.9, "m", 59)],
)
def test_a_length_can_do_without_its_seconds(seconds: float, beside: str, shown: int) -> None:
    assert without_seconds(seconds, beside) == shown


def test_a_negative_length_is_never_shown() -> None:
    with pytest.raises(ValueError, match="never negative"):
        format_length(-1)
