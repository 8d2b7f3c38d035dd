"""What a plan asks and what it showed, in words."""

from typing import Any

import pytest

from diary.analysis.experiment import Plan, result, words
from diary.analysis.links.words import Reader
from tests.analysis.experiment.tried import DAY, FIRST, blocks, days, over, plan

LITTLE, MUCH = [0, 1, 0, 2, 0, 1, 0], [4, 3, 5, 3, 6, 4, 3]
READER = Reader()


def own(kind: str, way: str = "at_most", limit: float = 0) -> tuple[Plan, Reader]:
    made = plan(factor="own_answer", way=way, limit=limit, own_question="Garden?", own_kind=kind)
    return made, words.reader_of(made, "ml")


@pytest.mark.parametrize(
    ("factor", "way", "limit", "said"),
    [
        ("caffeine_mg", "at_most", 100, "at most 100 mg of caffeine"),
        ("caffeine_mg", "at_most", 0, "no caffeine"),
        ("sleep_hours", "at_least", 7.5, "at least 7 hours 30 minutes of sleep"),
        ("water_ml", "at_least", 1500, "at least 1,500 ml to drink"),
        ("stress", "at_most", 4, "stress of at most 4"),
        ("exercise_min", "at_least", 30, "at least 30 minutes of exercise"),
        ("screen_hours", "at_most", 4, "at most 4 hours at a screen"),
        ("alcohol_units", "at_most", 1, "at most 1 unit of alcohol"),
        ("magnesium_mg", "at_least", 200, "at least 200 mg of magnesium"),
        ("meals_skipped", "at_most", 1, "at most 1 meal skipped"),
        ("meals_skipped", "at_most", 0, "no meal skipped"),
    ],
)
def test_each_limit_in_words(factor: str, way: Any, limit: float, said: str) -> None:
    assert words.held(plan(factor=factor, way=way, limit=limit), READER) == said


def test_the_own_question_keeps_the_words_it_had() -> None:
    assert words.held(*own("yes_no")) == "no to “Garden?”"
    assert words.held(*own("yes_no", "at_least", 1)) == "yes to “Garden?”"
    assert words.held(*own("number", "at_least", 20)) == "at least 20 for “Garden?”"
    assert words.as_usual(*own("scale")) == "“Garden?” as usual"


@pytest.mark.parametrize(
    ("at", "said"),
    [
        (-9, "Starts on 25 April: at most 100 mg of caffeine"),
        (-1, "Starts tomorrow: at most 100 mg of caffeine"),
        (0, "At most 100 mg of caffeine today (day 1 of 14)"),
        (2, "At most 100 mg of caffeine today (day 3 of 14)"),
        (14, "Caffeine as usual today (day 1 of 14)"),
    ],
)
def test_what_today_is_about(at: int, said: str) -> None:
    made = plan("LU", block_days=14)
    assert words.reminder(made, FIRST + at * DAY, READER) == said.replace("25 April", "4 May")


@pytest.mark.parametrize(
    ("at", "said"),
    [
        (-1, "At least 7 hours of sleep tonight (for day 1 of 7)"),
        (6, "Sleep as usual tonight (for day 1 of 7)"),
        (13, "Today is the last day of what you try out"),
    ],
)
def test_of_sleep_the_evening_before_speaks(at: int, said: str) -> None:
    """The night before a day belongs to that day."""
    made = plan("LU", factor="sleep_hours", way="at_least", limit=7)
    assert words.reminder(made, FIRST + at * DAY, READER) == said


def test_how_far_it_is() -> None:
    made, stopped = plan("LU"), plan("LU", stopped_on=FIRST + 4 * DAY)
    assert [words.progress(made, FIRST + at * DAY) for at in (-2, 0, 13, 14)] == [
        "Starts on 4 May", "Day 1 of 14", "Day 14 of 14", "14 days",
    ]  # fmt: skip
    assert words.progress(stopped, FIRST + 60 * DAY) == "Stopped on day 5 of 14"


def test_counts_come_before_what_they_mean() -> None:
    made = plan("LUULLU")
    found = over(made, blocks(made, LITTLE, MUCH))
    assert words.counts(found, made, READER) == (
        "On the 21 days with at most 100 mg of caffeine planned you logged 0.6 episodes a day; "
        "on the 21 days as usual 4.0."
    )
    assert words.twitching_days(found) == (
        "Twitching on 9 of 21 days with the limit, and on 21 of 21 days as usual."
    )
    assert words.kept(found, made, READER) == (
        "The limit was kept on 21 of 21 days answered. As usual it was so on 0 of 21."
    )
    assert words.finding(found, made).startswith(
        "That is fewer than the ups and downs of these days explain. Anything between "
    )


@pytest.mark.parametrize(
    ("counts", "said"),
    [
        ([None] * 14, "No day of it is checked in, so nothing is counted."),
        ([None] * 7 + [1] * 7,
            "On the 7 days as usual you logged 1.0 episodes a day; "
            "no day with at most 100 mg of caffeine planned is checked in."),
        ([0] * 7 + [None] * 7,
            "On the 7 days with at most 100 mg of caffeine planned you logged none; "
            "no day as usual is checked in."),
    ],
)  # fmt: skip
def test_days_that_nobody_checked_in_have_no_count_and_not_none(counts: list[int | None], said: str) -> None:
    made = plan("LU")
    assert words.counts(over(made, days(counts)), made, READER) == said


def test_before_the_first_day_with_the_limit_nothing_is_said_of_keeping_it() -> None:
    made = plan("UL")
    so_far = days([1] * 3, caffeine_mg=300)
    assert words.kept(result(made, so_far, FIRST + 2 * DAY), made, READER) == ""


def test_days_that_were_alike_are_said_to_be_hardly_a_test() -> None:
    made = plan("LUULLU")
    assert words.kept(over(made, days(LITTLE * 6, caffeine_mg=90)), made, READER) == (
        "The limit was kept on 21 of 21 days answered. As usual it was so on 21 of 21. "
        "The two kinds of days were much alike in it, so this was hardly a test."
    )


def test_days_not_answered_are_counted_apart() -> None:
    made = plan("LU")
    known = days([1] * 7, caffeine_mg=90)[:6] + days([1] * 14)[6:]
    assert words.kept(over(made, known), made, READER) == (
        "The limit was kept on 6 of 6 days answered; 1 was not answered."
    )
    assert words.kept(over(made, days([1] * 14)), made, READER) == (
        "Caffeine was not answered on the days with the limit."
    )


def test_a_stopped_one_says_so_and_compares_nothing() -> None:
    made = plan("LUUL", stopped_on=FIRST + 8 * DAY)
    assert words.finding(over(made, blocks(made, LITTLE, MUCH)), made) == (
        "It was stopped on day 9 of 28, so nothing is compared: an end chosen along the way can make "
        "anything look like a difference."
    )


@pytest.mark.parametrize(
    ("block_days", "counts", "said"),
    [
        (14, [None] * 28,
            "Too few days to compare: 0 with the limit and 0 as usual are checked in. It takes 10 of each."),
        (14, [0] * 28, "No episode on any of these days, so there is nothing to compare."),
        (14, [2, None, 1, None, 2, None, None, 1, 2, 3, 1, 2, 2, 1, *[2, 1] * 7],
            "Too few weeks to compare: it takes 2 of each kind with at least 4 days checked in."),
    ],
)  # fmt: skip
def test_what_cannot_be_compared_says_why(block_days: int, counts: list[int | None], said: str) -> None:
    made = plan("LU", block_days)
    assert words.finding(over(made, days(counts)), made) == said


def test_one_block_of_each_has_one_more_thing_it_cannot_show() -> None:
    assert words.cannot(plan("LU")) == f"{words.CANNOT} {words.ONE_ROUND}"
    assert words.cannot(plan("LUUL")) == words.CANNOT


def test_many_blank_days_ask_for_care() -> None:
    made = plan("LUULLU")
    patchy = over(made, blocks(made, [1, None, 2, None, 1, None, None], MUCH))
    assert patchy.verdict == "too_few_days"
    longer = plan("LUULLULU")
    assert words.care(over(longer, blocks(longer, [1, None, 2, None, 1, None, None], MUCH))) == (
        "Many days are blank, so read this with care."
    )
    assert words.care(over(made, blocks(made, LITTLE, MUCH))) == ""


def test_nothing_is_called_the_reason_of_anything() -> None:
    made = plan("LUULLU")
    said = [words.finding(over(made, blocks(made, a, b)), made) for a, b in ((LITTLE, MUCH), (MUCH, LITTLE))]
    for word in ("cause", "trigger", "because", "works", "significant", "proves"):
        assert not any(word in each for each in [*said, words.CANNOT, words.ONE_ROUND])
