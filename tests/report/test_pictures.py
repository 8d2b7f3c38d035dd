"""What was counted, as the charts want it: minutes of local days, weeks of hours, classes of length."""

from datetime import date

from diary.charts.raster import MINUTES
from diary.report.pictures import (
    change_chart,
    dates_by_place,
    hour_weeks,
    length_rows,
    pictures,
    raster_days,
    spans,
    week_rows,
    when_chart,
)
from tests.analysis.made import at, days_of, period, said, spell, twitch
from tests.report.sheets import diary, report_of

MAY = period("2026-05-01", "2026-05-28")
NOW = at("2026-05-28 12:00")


def spans_of(episode: object) -> dict[str, tuple[int, int]]:
    return {f"{day:%d %b}": span for day, span in spans(episode, MAY.first, MAY.last, NOW)}  # type: ignore[arg-type]


def test_a_twitch_covers_its_minutes() -> None:
    assert spans_of(twitch("2026-05-03 10:00", 600)) == {"03 May": (600, 610)}


def test_a_length_not_recorded_is_a_moment() -> None:
    assert spans_of(twitch("2026-05-03 10:00", None)) == {"03 May": (600, 600)}


def test_a_spell_over_midnight_covers_both_days() -> None:
    assert spans_of(spell("2026-05-03 23:00", "2026-05-04 02:00")) == {
        "03 May": (1380, MINUTES),
        "04 May": (0, 120),
    }


def test_an_end_at_midnight_leaves_the_next_day_alone() -> None:
    assert spans_of(spell("2026-05-03 23:00", "2026-05-04 00:00")) == {"03 May": (1380, MINUTES)}


def test_one_still_going_ends_now() -> None:
    assert spans_of(twitch("2026-05-27 23:00", ongoing=True)) == {
        "27 May": (1380, MINUTES),
        "28 May": (0, 720),
    }


def test_what_reaches_in_from_before_starts_at_midnight() -> None:
    assert spans_of(spell("2026-04-29 10:00", "2026-05-01 03:00")) == {"01 May": (0, 180)}


def test_the_hour_the_clocks_repeat_does_not_run_backwards() -> None:
    autumn = period("2026-10-25", "2026-10-25")
    episode = twitch(at("2026-10-25 01:50"), 1800)  # began at 1:50, ended at 1:20 of the second 1 o'clock
    assert list(spans(episode, autumn.first, autumn.last, NOW)) == [(date(2026, 10, 25), (110, 110))]


def test_a_day_in_another_zone_is_the_day_it_was_there() -> None:
    assert spans_of(twitch("2026-05-03 00:30", 60, zone="Asia/Tokyo")) == {"03 May": (30, 31)}


def test_days_keep_their_state() -> None:
    days = days_of(
        period("2026-05-01", "2026-05-03"), [twitch("2026-05-02 08:00", 60)], [said("2026-05-01", "none")]
    )
    rows = raster_days(days, [twitch("2026-05-02 08:00", 60)], NOW)
    assert [(row.state, row.twitches) for row in rows] == [
        ("none", ()),
        ("twitching", ((480, 481),)),
        ("blank", ()),
    ]


def test_weeks_count_the_hours_of_twitches_and_not_of_spells() -> None:
    episodes = [
        twitch("2026-05-02 08:00"),
        twitch("2026-05-09 21:00"),
        spell("2026-05-09 10:00", "2026-05-09 12:00"),
    ]
    weeks = hour_weeks(days_of(MAY, episodes), episodes)
    assert [week.counts[8] + 10 * week.counts[21] + 100 * week.counts[10] for week in weeks] == [1, 10, 0, 0]


def test_lengths_fall_into_their_classes() -> None:
    episodes = [twitch("2026-05-02 08:00", seconds) for seconds in (9, 10, 59, 60, 600, 601, None)]
    episodes += [twitch("2026-05-02 09:00", ongoing=True), spell("2026-05-02 10:00", "2026-05-02 12:00")]
    assert [(row.label, row.value) for row in length_rows(episodes)] == [
        ("under 10 s", 1),
        ("10 to 59 s", 2),
        ("1 to 10 min", 2),
        ("over 10 min", 1),
        ("still going", 1),
        ("not recorded", 1),
        ("spells", 1),
    ]


def test_a_week_without_a_day_filled_in_is_blank_and_not_0() -> None:
    report = report_of([twitch("2026-05-03 10:00")])
    assert [row.text for row in week_rows(report.weeks)] == ["1 of 1 day", *["not filled in"] * 3]


def test_places_have_their_dates_and_what_was_not_said_has_none() -> None:
    episodes = [
        twitch("2026-05-02 08:00"),
        spell("2026-05-03 23:00", "2026-05-04 01:00"),
        twitch("2026-05-02 08:00", place=""),
    ]
    (place,) = dates_by_place(episodes, MAY)
    assert (place.label, place.dates) == ("left calf", {date(2026, 5, 2), date(2026, 5, 3), date(2026, 5, 4)})


def test_rows_are_days_then_weeks_then_some_weeks() -> None:
    titles = [when_chart(diary(days, 5)).title for days in (31, 32, 126, 127, 366)]
    rows = [
        "one day",
        *(f"{weeks}; spells are not drawn" for weeks in ("one week", "one week", "2 weeks", "4 weeks")),
    ]
    assert titles == [f"When (each row is {row})" for row in rows]


def test_change_has_eight_rows_at_most() -> None:
    charts = [change_chart(diary(days, 5)) for days in (56, 57, 180, 366)]
    assert [(chart.title, len(chart.table.rows)) for chart in charts] == [
        ("Change by week (days)", 8),
        ("Change by 2 weeks (days)", 5),
        ("Change by 4 weeks (days)", 7),
        ("Change by 8 weeks (days)", 7),
    ]


def test_nothing_is_drawn_of_a_blank_diary() -> None:
    assert pictures(report_of()).drawn == ()
