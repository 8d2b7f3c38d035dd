from datetime import date, timedelta
from typing import Any

import pytest
from django.template.loader import render_to_string

from diary.analysis.records import SignRecord
from diary.report.numbers import Number
from diary.report.page1 import Answer, PlaceRow, page1
from diary.vocabulary.signs import ON_PAGE_1
from tests.analysis.made import said, spell, twitch
from tests.report.sheets import LAST, diary, person, report_of, whole

FIRST = LAST - timedelta(days=27)


def checked_in(days: int, twitching: str = "none", **values: Any) -> list[Any]:
    return [said((FIRST + timedelta(days=n)).isoformat(), twitching, **values) for n in range(days)]


def test_the_title_names_the_days() -> None:
    assert page1(report_of()).title == "Twitching, 30 April to 27 May 2026"


@pytest.mark.parametrize(
    ("days", "care"),
    [
        (9, "Read with care: 9 of 28 days filled in"),
        (19, "Read with care: 19 of 28 days filled in"),
        (20, ""),
        (0, "Read with care: 0 of 28 days filled in"),
    ],
)
def test_a_diary_with_gaps_is_to_be_read_with_care(days: int, care: str) -> None:
    assert page1(report_of(checkins=checked_in(days))).care == care


def test_a_short_diary_is_to_be_read_with_care() -> None:
    report = report_of(checkins=checked_in(7), last=FIRST + timedelta(days=6))
    assert page1(report).care == "Read with care: 7 of 7 days filled in, fewer than 14"


def test_completeness_stands_in_the_title_line() -> None:
    late = said("2026-05-27", "none", made_on="2026-05-28")
    words = page1(report_of(checkins=[*checked_in(25), late])).completeness
    assert words == "28 days, 26 filled in (93%), 25 of 26 on the same day"


def test_five_numbers_of_a_full_diary() -> None:
    starts = ["2026-05-03 10:00", "2026-05-03 11:00", "2026-05-04 10:00", "2026-05-04 11:00"]
    episodes = [twitch(start, seconds) for start, seconds in zip(starts, (20, 50, 70, 90), strict=True)]
    episodes.append(twitch("2026-05-04 12:00", None, "jaw left"))
    episodes.append(spell("2026-05-05 09:00", "2026-05-05 10:00"))
    report = report_of(episodes, user=person(first_noticed_on=date(2026, 3, 3)))
    assert page1(report).numbers == (
        Number("3 of 3", ("days with twitching", "(25 days not filled in)")),
        Number("5 + 1", ("twitches + spells", "that came and went")),
        Number("1 min", ("usual length (4 known)", "longest 1 min 30 s")),
        Number("2 places", ("most days: left calf", "(3 days)")),
        Number("12 weeks", ("since first noticed", "(3 March 2026)")),
    )


def test_what_is_not_known_is_said_and_never_0() -> None:
    assert [number.figure for number in page1(report_of()).numbers] == [
        "Not recorded",
        "0",
        "Not recorded",
        "Not recorded",
        "Not recorded",
    ]


def test_three_lengths_are_too_few_for_a_usual_one() -> None:
    number = page1(report_of([twitch("2026-05-03 10:00", seconds) for seconds in (9, 20, 40)])).numbers[2]
    assert number == Number("Too few", ("for a usual length (3 known)", "longest 40 s"))


def test_one_still_going_is_at_least_as_long_as_it_is() -> None:
    number = page1(report_of([twitch(f"{LAST} 23:00", ongoing=True)])).numbers[2]
    assert number == Number("Not recorded", ("usual length", "longest at least 1 h"))


@pytest.mark.parametrize(
    ("constant", "words"),
    [
        ((False, False), "that came and went"),
        ((True, False), "that came and went (1 nearly constant)"),
        ((True, True), "nearly constant"),
    ],
)
def test_a_spell_came_and_went_or_was_nearly_constant(constant: tuple[bool, ...], words: str) -> None:
    spells = [spell("2026-05-03 12:00", "2026-05-03 18:00", is_constant=each) for each in constant]
    assert page1(report_of(spells)).numbers[1] == Number("0 + 2", ("twitches + spells", words))


def test_an_answer_is_yes_no_or_not_answered() -> None:
    answers = [SignRecord(date(2026, 5, 9), "weakness", False)]
    page = page1(report_of(answers=answers))
    assert page.asked_about[:2] == (Answer("Weakness", "no", "(9 May)"), Answer("Stiffness", "", ""))
    assert len(page.asked_about) == len(ON_PAGE_1)
    assert page.asked_note.startswith("Last answered 9 May 2026.")


def test_a_yes_says_on_how_many_days() -> None:
    answers = [SignRecord(date(2026, 5, day), "stiffness", True) for day in (9, 11)]
    assert page1(report_of(answers=answers)).asked_about[1] == Answer("Stiffness", "yes", "on 2 days")


def test_a_yes_says_how_strong_it_was_at_most() -> None:
    answers = [SignRecord(date(2026, 5, day), "weakness", True, rating) for day, rating in ((9, 6), (11, 3))]
    assert page1(report_of(answers=answers)).asked_about[0].detail == "on 2 days, up to 6 of 10"


def test_a_yes_that_has_no_box_is_named_below() -> None:
    answers = [SignRecord(date(2026, 5, 9), sign, sign != "fever") for sign in ("heartbeat", "fever")]
    assert page1(report_of(answers=answers)).asked_note.startswith("Also yes: Unusual heartbeat. Last")


def test_more_places_than_rows_are_counted() -> None:
    places = page1(diary(28, 200)).places
    assert (len(places.rows), places.more) == (8, "8 more places in the details.")


def test_places_come_with_their_first_and_last_day() -> None:
    rows = page1(report_of([twitch("2026-05-03 10:00"), twitch("2026-05-20 10:00")])).places.rows
    assert rows == (PlaceRow("left calf", "2", "2", "3 to 20 May"),)


def test_a_place_seen_over_a_new_year_has_both_years() -> None:
    starts = ["2025-12-30 10:00", "2026-05-20 10:00"]
    report = report_of([twitch(start) for start in starts], first=date(2025, 12, 1))
    assert page1(report).places.rows[0].dates == "30 Dec 2025 to 20 May 2026"


def test_a_browser_prints_fewer_lines_of_a_crowded_sheet_and_counts_the_others() -> None:
    page = page1(whole(366, 500, 15))
    sheet = render_to_string("report/_page1.html", {"page": page, "pictures": None})
    assert (page.is_crowded, page1(diary(28, 4)).is_crowded) == (True, False)
    for box in (page.places, page.flags, page.medicines):
        assert (
            f'<span class="no-print">{box.more}</span><span class="print-only">{box.mores[2]}</span>' in sheet
        )
    assert sheet.count('class="beyond"') == sum(
        len(box.rows) - 2 for box in (page.places, page.flags, page.medicines)
    )


def test_habits_have_a_middle_a_middle_half_and_their_days() -> None:
    values = {"sleep_hours": 6.5, "caffeine_mg": 270, "stress": 5}
    page = page1(report_of(checkins=checked_in(24, **values)))
    assert [(habit.label, habit.usual, habit.days) for habit in page.habits.rows] == [
        ("Sleep", "6.5 h (6.5 to 6.5)", "24"),
        ("Caffeine", "270 mg (270 to 270)", "24"),
        ("Drinks", "", "0"),
        ("Stress, 0 to 10", "5 (5 to 5)", "24"),
    ]


def test_drinks_are_in_the_persons_unit() -> None:
    checkins = checked_in(3, water_ml=1600)
    metric, american = (
        page1(report_of(checkins=checkins, user=person(volume_unit=unit))) for unit in ("ml", "fl_oz")
    )
    assert (metric.habits.rows[2].usual, american.habits.rows[2].usual) == (
        "1.6 l (1.6 to 1.6)",
        "54 fl oz (54 to 54)",
    )


def test_flags_say_where_since_when_and_who_says_so() -> None:
    every_day = [twitch(f"{FIRST + timedelta(days=n)} 10:00", place="eyelid_lower left") for n in range(28)]
    row = page1(report_of(every_day)).flags.rows[0]
    assert (row.what, row.dates, row.days) == ("Left lower eyelid", "from 30 April, still open", "28")
    assert row.source == "Mayo Clinic, eye twitching"


def test_a_flag_of_one_day_has_one_date() -> None:
    long = [twitch("2026-05-03 10:00", 900)]
    assert page1(report_of(long)).flags.rows[0].dates == "3 May"


@pytest.mark.parametrize(
    ("starts", "note"),
    [
        ([], ""),
        (["2026-04-10 10:00"], "1 still going since 10 April, at least 47 days"),
        (["2026-05-27 23:00"], "1 still going since 27 May, at least 1 hour"),
        (["2026-05-27 20:00:31"], "1 still going since 27 May, at least 3 hours 59 minutes"),
        (["2026-05-26 10:00", "2026-05-26 09:00"], "2 still going, the first since 26 May, at least 1 day"),
    ],
)
def test_what_still_goes_on_says_since_when(starts: list[str], note: str) -> None:
    episodes = [twitch(start, ongoing=True) for start in starts]
    assert page1(report_of([twitch("2026-05-03 10:00"), *episodes])).lengths_note == note


def test_more_flags_than_rows_are_counted() -> None:
    flags = page1(diary(90, 500)).flags
    assert len(flags.rows) == 5
    assert flags.more.endswith(" more in the details.")


def test_a_long_name_is_shortened_to_its_room() -> None:
    name = page1(report_of(chosen={"name": "A " * 200})).name
    assert len(name) < 200
    assert name.endswith("…")


def test_ones_own_question_stands_among_the_habits_in_its_own_words() -> None:
    checkins = [said(f"2026-05-0{n}", own_answer=n % 2) for n in range(1, 5)]
    carol = person(own_question="Worked in the garden after supper?", own_kind="yes_no")
    habit = page1(report_of(checkins=checkins, user=carol)).habits.rows[-1]
    assert (habit.label.startswith("Worked in"), habit.usual, habit.days) == (True, "yes on 2 days", "4")
