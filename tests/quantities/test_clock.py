from contextlib import suppress
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diary.quantities import (
    AmPmMissing,
    FutureMoment,
    Moment,
    QuantityError,
    YesterdayMeant,
    format_clock,
    parse_clock,
)

LONDON, NEW_YORK, AUCKLAND = "Europe/London", "America/New_York", "Pacific/Auckland"
NOW = datetime(2026, 5, 28, 13, 30, tzinfo=UTC)  # 2:30pm in London
WRITE = "Write the time like 2:15pm, 14:15 or 40 min ago"


@pytest.mark.parametrize(
    ("text", "shown", "precision"),
    [
        ("2:15pm", "14:15", "exact"),
        ("2.15 pm", "14:15", "exact"),
        ("2 15 PM", "14:15", "exact"),
        ("2:15 p.m.", "14:15", "exact"),
        ("2:15p", "14:15", "exact"),
        ("215pm", "14:15", "exact"),
        ("14:15", "14:15", "exact"),
        ("14.15", "14:15", "exact"),
        ("14h15", "14:15", "exact"),
        ("1415", "14:15", "exact"),
        ("14:15pm", "14:15", "exact"),
        ("１４：１５", "14:15", "exact"),
        ("2pm", "14:00", "exact"),
        ("2 o'clock pm", "14:00", "exact"),
        ("noon", "12:00", "exact"),
        ("midday", "12:00", "exact"),
        ("12pm", "12:00", "exact"),
        ("midnight", "00:00", "exact"),
        ("12am", "00:00", "exact"),
        ("0:05", "00:05", "exact"),
        ("07:30", "07:30", "exact"),
        ("0730", "07:30", "exact"),
        ("7:30 am", "07:30", "exact"),
        ("today at 2:15pm", "14:15", "exact"),
        ("now", "14:30", "exact"),
        ("just now", "14:30", "about"),
        ("40 min ago", "13:50", "about"),
        ("an hour ago", "13:30", "about"),
        ("half an hour ago", "14:00", "about"),
        ("1:30 ago", "14:28", "about"),
        ("about 2pm", "14:00", "about"),
        ("2ish pm", "14:00", "about"),
        ("~14:15", "14:15", "about"),
        ("around noon", "12:00", "about"),
    ],
)
def test_a_time_is_read_as_it_is_meant(text: str, shown: str, precision: str) -> None:
    moment = parse_clock(text, NOW, LONDON)
    assert (format_clock(moment.at, LONDON, "24"), moment.precision) == (shown, precision)
    assert NOW - timedelta(days=1) < moment.at <= NOW


@pytest.mark.parametrize(
    ("text", "clock"), [("7:30", "7:30"), ("7", "7"), ("12:30", "12:30"), ("730", "7:30"), ("5 o'clock", "5")]
)
def test_a_bare_time_asks_for_am_or_pm(text: str, clock: str) -> None:
    with pytest.raises(AmPmMissing, match=f"^Choose am or pm for {clock}$") as question:
        parse_clock(text, NOW, LONDON)
    assert question.value.choices == (f"{clock}am", f"{clock}pm")


def test_the_question_keeps_what_stood_around_the_time() -> None:
    with pytest.raises(AmPmMissing) as question:
        parse_clock("yesterday at about 7:30", NOW, LONDON)
    moments = [parse_clock(choice, NOW, LONDON) for choice in question.value.choices]
    assert moments == [
        Moment(datetime(2026, 5, 27, 6, 30, tzinfo=UTC), "about"),
        Moment(datetime(2026, 5, 27, 18, 30, tzinfo=UTC), "about"),
    ]


def test_a_person_with_a_24_hour_clock_is_not_asked() -> None:
    assert parse_clock("7:30", NOW, LONDON, clock="24").at == datetime(2026, 5, 28, 6, 30, tzinfo=UTC)
    with pytest.raises(AmPmMissing):
        parse_clock("7", NOW, LONDON, clock="24")


def test_a_time_later_than_now_asks_for_yesterday() -> None:
    with pytest.raises(YesterdayMeant, match=r"^Yesterday at 11pm\?$") as question:
        parse_clock("11pm", NOW, LONDON)
    assert question.value.moment == Moment(datetime(2026, 5, 27, 22, 0, tzinfo=UTC))
    assert parse_clock(question.value.choices[0], NOW, LONDON) == question.value.moment


def test_a_time_later_than_now_on_a_chosen_day_is_refused() -> None:
    for day, text in [(date(2026, 5, 28), "11pm"), (date(2026, 5, 29), "1am"), (None, "today at 11pm")]:
        with pytest.raises(FutureMoment, match=r"^The time it started must be in the past$"):
            parse_clock(text, NOW, LONDON, on=day)


def test_a_time_belongs_to_the_chosen_day() -> None:
    chosen = date(2026, 5, 1)
    assert parse_clock("11pm", NOW, LONDON, on=chosen).at == datetime(2026, 5, 1, 22, 0, tzinfo=UTC)
    assert parse_clock("midnight", NOW, LONDON, on=chosen).at == datetime(2026, 4, 30, 23, 0, tzinfo=UTC)
    with pytest.raises(QuantityError, match="the time says yesterday, the date says Friday 1 May 2026"):
        parse_clock("yesterday at 11pm", NOW, LONDON, on=chosen)
    with pytest.raises(QuantityError, match=r"^Write the time"):
        parse_clock("40 min ago", NOW, LONDON, on=chosen)


NO_TIMES = ["", "abc", "25:00", "24:00", "14", "0", "1:75pm", "14:15am", "0pm", "99999", "-2pm", "2:15:30"]
NO_TIMES += [
    "last tuesday",
    "yesterday",
    "ago",
    "40 ago",
    "-5 min ago",
    "999999999999 days ago",
    "9" * 10_000,
]
NO_TIMES += ["ago", "40 ago", "2pm\x00", "²pm", "1²:30"]


@pytest.mark.parametrize("text", NO_TIMES)
def test_what_is_no_time_is_refused_with_a_sentence(text: str) -> None:
    with pytest.raises(QuantityError) as refusal:
        parse_clock(text, NOW, LONDON)
    assert refusal.value.sentence == WRITE


@pytest.mark.parametrize(
    ("zone", "text", "instant"),
    [
        (AUCKLAND, "1am", datetime(2026, 5, 28, 13, 0, tzinfo=UTC)),  # the 29th there
        (NEW_YORK, "9am", datetime(2026, 5, 28, 13, 0, tzinfo=UTC)),
        ("Asia/Kathmandu", "7:15pm", datetime(2026, 5, 28, 13, 30, tzinfo=UTC)),  # +05:45
        ("Pacific/Marquesas", "4am", datetime(2026, 5, 28, 13, 30, tzinfo=UTC)),  # -09:30
    ],
)
def test_a_time_is_read_in_the_zone_of_the_person(zone: str, text: str, instant: datetime) -> None:
    assert parse_clock(text, NOW, zone).at == instant


def test_a_time_that_the_clocks_skip_is_refused() -> None:
    now = datetime(2026, 3, 29, 12, 0, tzinfo=UTC)
    with pytest.raises(QuantityError) as refusal:
        parse_clock("1:30am", now, LONDON)
    assert (
        refusal.value.sentence
        == "There was no 1:30am on Sunday 29 March 2026: the clocks went forward past it"
    )
    assert parse_clock("12:59am", now, LONDON).at == datetime(2026, 3, 29, 0, 59, tzinfo=UTC)
    assert parse_clock("2am", now, LONDON).at == datetime(2026, 3, 29, 1, 0, tzinfo=UTC)


def test_a_skipped_time_is_refused_west_of_utc_too() -> None:
    with pytest.raises(QuantityError, match="There was no 2:30am on Sunday 8 March 2026"):
        parse_clock("2:30am", datetime(2026, 3, 8, 20, 0, tzinfo=UTC), NEW_YORK)


def test_a_time_that_the_clocks_repeat_is_its_first_occurrence() -> None:
    london = parse_clock("1:30am", datetime(2026, 10, 25, 12, 0, tzinfo=UTC), LONDON)
    new_york = parse_clock("1:30am", datetime(2026, 11, 1, 20, 0, tzinfo=UTC), NEW_YORK)
    assert london.at == datetime(2026, 10, 25, 0, 30, tzinfo=UTC)
    assert new_york.at == datetime(2026, 11, 1, 5, 30, tzinfo=UTC)


def test_ago_counts_real_minutes_over_a_clock_change() -> None:
    now = datetime(2026, 3, 29, 1, 10, tzinfo=UTC)  # 2:10am, ten minutes after the jump
    assert format_clock(parse_clock("20 min ago", now, LONDON).at, LONDON) == "12:50am"


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
