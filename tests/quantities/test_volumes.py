import pytest
from hypothesis import given
from hypothesis import strategies as st

from diary.quantities import (
    QuantityError,
    format_hours,
    format_mg,
    format_volume,
    parse_hours,
    parse_mg,
    parse_volume,
)


@pytest.mark.parametrize(
    ("text", "ml"),
    [
        ("250", 250),
        ("250ml", 250),
        ("250 millilitres", 250),
        ("33 cl", 330),
        ("1.5 l", 1500),
        ("1,5 Litres", 1500),
        ("1½ liters", 1500),
        ("½ l", 500),
        ("1,500 ml", 1500),
        ("1.500 ml", 1500),
        ("1 500 ml", 1500),
        ("1.500 l", 1500),
        ("8 fl oz", 237),
        ("8oz.", 237),
        ("0", 0),
        ("-5", -5),
    ],
)
def test_an_amount_is_read_in_millilitres(text: str, ml: int) -> None:
    assert parse_volume(text) == ml


def test_a_bare_amount_is_in_the_unit_of_the_person() -> None:
    assert parse_volume("8", "fl_oz") == 237
    assert parse_volume("250 ml", "fl_oz") == 250


@pytest.mark.parametrize("text", ["", "abc", "1,500 fl oz", "2 pints", "1 l 5", "9" * 200, "5\x00", "1e3"])
def test_what_is_no_amount_is_refused_with_a_sentence(text: str) -> None:
    with pytest.raises(QuantityError, match=r"^Write the amount like 250 ml, 1.5 l or 8 fl oz$"):
        parse_volume(text)


@given(st.integers(0, 15_000), st.sampled_from(["ml", "fl_oz"]))
def test_an_amount_shown_reads_back_to_the_same_millilitres(ml: int, unit: str) -> None:
    assert parse_volume(format_volume(ml, unit)) == ml  # type: ignore[arg-type]


def test_an_amount_is_shown_in_as_few_decimals_as_it_needs() -> None:
    assert format_volume(1500) == "1,500 ml"
    assert format_volume(1500, "l") == "1.5 l"
    assert format_volume(237, "fl_oz") == "8 fl oz"
    assert format_volume(250, "fl_oz") == "8.45 fl oz"
    assert format_volume(0) == "0 ml"


@pytest.mark.parametrize(
    ("text", "hours"),
    [
        ("7", 7),
        ("7.5", 7.5),
        ("7,25", 7.25),
        ("7½", 7.5),
        ("7:30", 7.5),
        ("7h30", 7.5),
        ("7 h 30 min", 7.5),
        ("6 h 45 min", 6.75),
        ("7 hours", 7),
        ("seven and a half", 7.5),
        ("about 7", 7),
        ("7-8", 7.5),
        ("450 min", 7.5),
        ("0", 0),
        ("30", 30),
        ("-1", -1),
    ],
)
def test_hours_are_read_as_they_are_meant(text: str, hours: float) -> None:
    assert parse_hours(text) == hours


@pytest.mark.parametrize("text", ["", "abc", "7:60", "7h30h", "--7", "8-7", "9" * 200, "7\x00"])
def test_what_is_no_hours_is_refused_with_a_sentence(text: str) -> None:
    with pytest.raises(QuantityError, match=r"^Write the hours like 7, 7.5 or 7 h 30 min$"):
        parse_hours(text)


@given(st.integers(0, 24 * 60), st.sampled_from(["short", "sentence"]))
def test_hours_shown_read_back_to_the_same_minute(minutes: int, style: str) -> None:
    assert round(parse_hours(format_hours(minutes / 60, style)) * 60) == minutes  # type: ignore[arg-type]


def test_hours_are_shown_to_the_minute() -> None:
    assert [format_hours(hours) for hours in (0, 7.5, 8, 24)] == ["0 h", "7 h 30 min", "8 h", "24 h"]
    assert format_hours(6.75, "sentence") == "6 hours 45 minutes"


@pytest.mark.parametrize(
    ("text", "mg"),
    [
        ("180", 180),
        ("180mg", 180),
        ("180 milligrams", 180),
        ("1,200 mg", 1200),
        ("1 200", 1200),
        ("90.5", 91),
        ("-5", -5),
    ],
)
def test_milligrams_are_read_whole(text: str, mg: int) -> None:
    assert parse_mg(text) == mg


@pytest.mark.parametrize("text", ["", "two coffees", "180 g", "1e3", "9" * 200, "5\x00", "1,20,0"])
def test_what_is_no_milligrams_is_refused_with_a_sentence(text: str) -> None:
    with pytest.raises(QuantityError, match=r"^Write the caffeine in milligrams, like 180$"):
        parse_mg(text)


@given(st.integers(0, 10_000))
def test_milligrams_shown_read_back(mg: int) -> None:
    assert parse_mg(format_mg(mg)) == mg
