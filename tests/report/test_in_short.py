"""The sentences of the box "in short": each word has a rule (ux R-3)."""

from datetime import date, timedelta
from typing import Any

from diary.report.in_short import in_short
from tests.analysis.made import said, twitch
from tests.report.sheets import LAST, person, report_of

FIRST = LAST - timedelta(days=27)


def on_days(
    *days: int, place: str = "eyelid_lower left", seconds: float | None = 50, hour: int = 15
) -> list[Any]:
    return [twitch(f"{FIRST + timedelta(days=day)} {hour:02}:00", seconds, place) for day in days]


def quiet(*days: int) -> list[Any]:
    return [said((FIRST + timedelta(days=day)).isoformat(), "none") for day in days]


def test_a_blank_diary_says_that_it_is_blank() -> None:
    assert in_short(report_of()) == ("No day is filled in yet.",)


def test_a_quiet_diary_says_so_with_its_days() -> None:
    assert in_short(report_of(checkins=quiet(*range(12)))) == ("No twitching on 12 of 12 days filled in.",)


def test_half_of_the_days_are_most_of_them() -> None:
    report = report_of(on_days(0, 1) + on_days(2, 3, place="calf left"))
    assert "Mostly left calf (2 days), then left lower eyelid (2)." in in_short(report)


def test_less_than_half_is_not_mostly() -> None:
    report = report_of(on_days(0, 1) + on_days(2, 3, place="calf left") + on_days(4, place="jaw left"))
    assert "Most often left calf (2 days), then left lower eyelid (2), then left jaw (1)." in in_short(report)


def test_a_day_said_with_yes_has_no_place_and_no_length() -> None:
    assert in_short(report_of(checkins=[said("2026-05-03", "yes")])) == (
        "Twitching on 1 of 1 day filled in.",
        "No place is recorded yet.",
    )


def test_hours_are_named_when_they_hold_most_twitches() -> None:
    report = report_of(on_days(*range(12)))
    assert "12 of 12 twitches began between 3pm and 4pm." in in_short(report)


def test_hours_follow_the_persons_clock() -> None:
    report = report_of(on_days(*range(12)), user=person(clock="24"))
    assert "12 of 12 twitches began between 15:00 and 16:00." in in_short(report)


def test_scattered_hours_are_left_out() -> None:
    scattered = [each for hour in range(0, 24, 2) for each in on_days(hour, hour=hour)]
    assert not any("between" in words and "began" in words for words in in_short(report_of(scattered)))


def test_a_length_is_as_short_as_beside_the_figure_and_a_strength_is_said_where_it_was_given() -> None:
    long = [twitch(f"2026-05-0{n} 15:00", 381, "calf left", strength=n) for n in (1, 2, 2, 3)]
    assert in_short(report_of(long))[2:4] == (
        "Usually lasts 6 min 21 s (4 with a length); half between 6 min 21 s and 6 min 21 s;"
        " longest 6 min 21 s.",
        "Strength: usually mild, at most moderate (4 answers).",
    )


def test_the_first_and_last_week_stand_side_by_side() -> None:
    report = report_of(on_days(0, 1, 2, 21), quiet(3, 22, 23))
    assert in_short(report)[-1] == "Twitching on 3 of 4 days in the first week, 1 of 3 in the last."


def test_when_it_was_first_noticed_is_said_when_it_is_known() -> None:
    report = report_of(on_days(0), user=person(first_noticed_on=date(2026, 3, 3)))
    assert "First noticed on 3 March 2026." in in_short(report)
