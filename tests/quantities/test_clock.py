import json
from contextlib import suppress
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diary.quantities import (
    AmPmMissing,
    Clock,
    FutureMoment,
    Moment,
    QuantityError,
    YesterdayMeant,
    format_clock,
    parse_clock,
)

LONDON, NEW_YORK, AUCKLAND = "Europe/London", "America/New_York", "Pacific/Auckland"
TABLE = json.loads((Path(__file__).parent / "clock.json").read_text(encoding="utf-8"))
NOW = datetime.fromisoformat(TABLE["now"])  # 2:30pm in London


@pytest.mark.parametrize(("text", "instant", "about"), TABLE["read"])
def test_a_time_is_read_as_it_is_meant(text: str, instant: str, about: bool) -> None:
    precision = "about" if about else "exact"
    assert parse_clock(text, NOW, LONDON) == Moment(datetime.fromisoformat(instant), precision)


@pytest.mark.parametrize(("text", "sentence", "choices"), TABLE["asks"])
def test_what_only_the_person_knows_is_asked(text: str, sentence: str, choices: list[str]) -> None:
    with pytest.raises((AmPmMissing, YesterdayMeant)) as question:
        parse_clock(text, NOW, LONDON)
    assert (question.value.sentence, list(question.value.choices)) == (sentence, choices)


@pytest.mark.parametrize(("text", "sentence"), TABLE["refused"])
def test_what_is_no_time_is_refused_with_a_sentence(text: str, sentence: str) -> None:
    with pytest.raises(QuantityError) as refusal:
        parse_clock(text, NOW, LONDON)
    assert refusal.value.sentence == sentence


@pytest.mark.parametrize(("text", "now", "zone", "clock", "on", "outcome"), TABLE["elsewhere"])
def test_a_time_is_read_by_the_zone_the_clock_and_the_day(
    text: str, now: str, zone: str, clock: Clock, on: str, outcome: str
) -> None:
    day = date.fromisoformat(on) if on else None
    try:
        read = parse_clock(text, datetime.fromisoformat(now), zone, day, clock).at.isoformat()
    except QuantityError as refusal:
        read = refusal.sentence
    assert read.replace("+00:00", "Z") == outcome


def test_the_question_keeps_what_stood_around_the_time() -> None:
    with pytest.raises(AmPmMissing) as question:
        parse_clock("yesterday at about 7:30", NOW, LONDON)
    moments = [parse_clock(choice, NOW, LONDON) for choice in question.value.choices]
    assert moments == [
        Moment(datetime(2026, 5, 27, 6, 30, tzinfo=UTC), "about"),
        Moment(datetime(2026, 5, 27, 18, 30, tzinfo=UTC), "about"),
    ]


def test_an_answer_to_yesterday_is_that_moment() -> None:
    with pytest.raises(YesterdayMeant) as question:
        parse_clock("11pm", NOW, LONDON)
    assert question.value.moment == Moment(datetime(2026, 5, 27, 22, 0, tzinfo=UTC))
    assert parse_clock(question.value.choices[0], NOW, LONDON) == question.value.moment


def test_a_time_later_than_now_on_a_chosen_day_is_refused() -> None:
    for day, text in [(date(2026, 5, 28), "11pm"), (date(2026, 5, 29), "1am"), (None, "today at 11pm")]:
        with pytest.raises(FutureMoment):
            parse_clock(text, NOW, LONDON, on=day)


def test_a_text_of_any_length_is_refused() -> None:
    with pytest.raises(QuantityError, match=r"^Write the time"):
        parse_clock("9" * 10_000, NOW, LONDON)


@pytest.mark.parametrize(
    ("hour", "minute", "twelve", "twenty_four"),
    [
        (0, 0, "midnight", "00:00"),
        (0, 5, "12:05am", "00:05"),
        (9, 0, "9am", "09:00"),
        (12, 0, "midday", "12:00"),
        (12, 30, "12:30pm", "12:30"),
        (14, 15, "2:15pm", "14:15"),
        (23, 0, "11pm", "23:00"),
    ],
)
def test_a_time_is_shown_by_the_clock_of_the_person(
    hour: int, minute: int, twelve: str, twenty_four: str
) -> None:
    instant = datetime(2026, 1, 5, hour, minute, 59, tzinfo=UTC)
    assert format_clock(instant, "UTC") == twelve
    assert format_clock(instant, "UTC", "24") == twenty_four


def test_the_place_is_named_only_where_the_clock_of_the_reader_differs() -> None:
    summer, winter = datetime(2026, 7, 1, 8, 0, tzinfo=UTC), datetime(2026, 1, 1, 8, 0, tzinfo=UTC)
    assert format_clock(summer, LONDON, seen_from="Atlantic/Reykjavik") == "9am (London time)"
    assert format_clock(winter, LONDON, seen_from="Atlantic/Reykjavik") == "8am"
    assert format_clock(winter, NEW_YORK, "24", seen_from=LONDON) == "03:00 (New York time)"


@given(st.integers(0, 24 * 60 - 1), st.sampled_from(["12", "24"]))
def test_what_is_shown_reads_back_to_the_same_minute(minute: int, clock: str) -> None:
    instant = datetime(2026, 5, 28, minute // 60, minute % 60, tzinfo=UTC)
    shown = format_clock(instant, "UTC", clock)  # type: ignore[arg-type]
    read = parse_clock(shown, instant, "UTC", on=instant.date(), clock=clock)  # type: ignore[arg-type]
    assert read == Moment(instant)


PARTS = [
    "2",
    "15",
    "0",
    "12",
    "59",
    ":",
    ".",
    " ",
    "am",
    "p.m.",
    "ago",
    "min",
    "yesterday",
    " at ",
    "about ",
    "-",
]


@given(st.one_of(st.text(max_size=110), st.lists(st.sampled_from(PARTS), max_size=9).map("".join)))
def test_any_text_is_a_time_or_a_sentence(text: str) -> None:
    with suppress(QuantityError):
        assert parse_clock(text, NOW, AUCKLAND).at <= NOW
