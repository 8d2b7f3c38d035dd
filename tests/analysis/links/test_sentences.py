"""What is said, word by word, and what must never be."""

import re
from dataclasses import replace
from datetime import date, timedelta

import pytest

from diary.analysis.links import Group, Link, Review, links, sentences
from diary.analysis.links.exposures import EXPOSURES, Cut
from diary.analysis.links.words import AT_ALL, DAYS, THINGS, Reader, which_days
from tests.analysis.links.invented import FIRST, linked

READER = Reader()
SLEEP = Link(
    "sleep_hours",
    0,
    Cut("under", 6),
    84,
    Group(26, 20, 81),
    Group(58, 29, 70),
    verdict="possible_link",
    rho=-0.4,
    p=0.02,
    ratio=2.3,
    unshrunk=2.5,
    interval=(1.45, 4.1),
)
FEW = {"verdict": "too_early", "waits_for": "episodes"}
FORBIDDEN = re.compile(
    r"\b(p|r|significant\w*|cause\w*|trigger\w*|risk|normal|abnormal|nan|none of)\b|%", re.IGNORECASE
)


def test_the_counts_have_the_same_unit_on_both_sides() -> None:
    assert sentences.counts(SLEEP, READER) == (
        "On the 26 days after less than 6 hours of sleep you logged 3.1 episodes a day; "
        "on the 58 other days 1.2."
    )
    assert sentences.yes_no_days(SLEEP, READER) == (
        "20 of 26 days after less than 6 hours of sleep had twitching (about 8 in 10), "
        "against 29 of 58 other days (about 5 in 10)."
    )


def test_a_possible_link() -> None:
    assert sentences.finding(SLEEP, READER) == (
        "This difference is larger than the ups and downs we would expect by chance, after allowing for "
        "weekends and slow changes. It is a possible link, not a proven reason. Early estimates are often "
        "too big. Allowing for that it is about 2½ times as many; "
        "anything between 1½ times as many and 4 times as many would fit your diary."
    )


def test_a_link_that_was_there_before() -> None:
    again = replace(SLEEP, verdict="consistent_link", seen_before=True)
    assert (
        "It was there in the review before, too. It is a fairly consistent link, not a proven reason."
        in sentences.finding(again, READER)
    )


@pytest.mark.parametrize("interval", [None, (0.9, 2.4)])
def test_a_link_whose_size_is_open(interval: tuple[float, float] | None) -> None:
    said = sentences.finding(replace(SLEEP, interval=interval), READER)
    assert said.endswith("not a proven reason. How large it is cannot be said yet.")


def test_two_factors_that_come_together() -> None:
    assert (
        "Short sleep and high stress often come together in your diary, "
        "so we cannot tell which of them goes with twitching."
    ) in sentences.finding(replace(SLEEP, entangled=("stress",)), READER)


def test_a_difference_that_the_calendar_explains_in_part() -> None:
    assert not sentences.finding(SLEEP, READER).endswith(sentences.LONGER)
    assert sentences.finding(replace(SLEEP, unshrunk=1.9), READER).endswith(sentences.LONGER)


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        (
            {"verdict": "no_clear_link", "interval": (0.68, 1.3)},
            "If there is a link it is small (somewhere between one third fewer and one third more).",
        ),
        (
            {"verdict": "cannot_tell", "p": 0.4, "interval": (0.6, 1.9)},
            "This could easily be chance; a real difference in either direction would also fit.",
        ),
        (
            {"verdict": "cannot_tell", "p": 0.06},
            "This could be chance: with several factors looked at, one or another often differs this much.",
        ),
        (
            {"verdict": "cannot_tell", "interval": None, "exposed": Group(14, 0, 0)},
            "None on 14 days says little: up to 3 in 14 would also fit.",
        ),
        (
            {"verdict": "too_early", "waits_for": "check_ins", "check_ins": 34},
            "Too early: 34 of 60 check-ins. Comparisons start at 60, because before that chance alone "
            "usually makes some factor look important.",
        ),
        (
            {"verdict": "too_early", "waits_for": "days", "exposed": Group(7, 7, 9)},
            "Too early to compare: 7 of 10 days of one kind.",
        ),
        (
            FEW | {"exposed": Group(20, 3, 4), "unexposed": Group(60, 5, 9)},
            "Too early to compare: 13 of 20 episodes.",
        ),
        (
            FEW | {"exposed": Group(20, 3, 14), "unexposed": Group(60, 5, 9)},
            "Too early to compare: 8 of 10 days with twitching.",
        ),
        (
            {"verdict": "too_early"},
            "There is enough to compare now. It is looked at in the next review.",
        ),
    ],
)
def test_what_a_verdict_says(changes: dict[str, object], sentence: str) -> None:
    assert sentences.finding(replace(SLEEP, **changes), READER) == sentence


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"cut": None, "check_ins": 0}, "Not answered yet."),
        ({"check_ins": 0, "exposed": Group(0, 0, 0), "unexposed": Group(0, 0, 0)}, "Not answered yet."),
        ({"cut": None, "check_ins": 1}, "One answer so far."),
        ({"cut": None, "check_ins": 12}, "All 12 answers are alike so far."),
        (
            {"exposed": Group(0, 0, 0)},
            "No day after less than 6 hours of sleep yet; on the 58 other days 1.2 episodes a day.",
        ),
        (
            {"unexposed": Group(0, 0, 0)},
            "On the 26 days after less than 6 hours of sleep you logged 3.1 episodes a day; no other yet.",
        ),
    ],
)
def test_one_kind_of_days_alone_is_counted_too(changes: dict[str, object], sentence: str) -> None:
    assert sentences.counts(replace(SLEEP, **changes), READER) == sentence
    assert sentences.yes_no_days(replace(SLEEP, **changes), READER) == ""


def test_one_day_and_none() -> None:
    one = replace(SLEEP, exposed=Group(1, 1, 2), unexposed=Group(12, 0, 0))
    assert sentences.counts(one, READER) == (
        "On the 1 day after less than 6 hours of sleep you logged 2.0 episodes a day; "
        "on the 12 other days none."
    )


@pytest.mark.parametrize(
    ("factor", "cut", "reader", "words"),
    [
        ("water_ml", Cut("under", 1500), READER, "with less than 1,500 ml to drink"),
        ("water_ml", Cut("under", 1479), Reader("fl_oz"), "with less than 50 fl oz to drink"),
        ("caffeine_mg", Cut("over", 200), READER, "with more than 200 mg of caffeine"),
        ("caffeine_mg", Cut("from", 90), READER, "with 90 mg or more of caffeine"),
        ("stress", Cut("from", 7), READER, "with stress of 7 or more"),
        ("exercise_min", Cut("from", 30), READER, "after a day with 30 minutes or more of exercise"),
        ("alcohol_units", Cut("from", 1), READER, "after a day with alcohol"),
        ("alcohol_units", Cut("from", 2.3), READER, "after a day with 2.3 units or more of alcohol"),
        ("meals_skipped", Cut("from", 1), READER, "with a meal skipped"),
        ("own_answer", Cut("from", 1), Reader(own_question="Garden?"), "with yes to “Garden?”"),
        ("own_answer", Cut("from", 3), Reader("ml", "Tea?", "number"), "with 3 or more for “Tea?”"),
    ],
)
def test_which_days(factor: str, cut: Cut, reader: Reader, words: str) -> None:
    assert which_days(factor, cut, reader) == words


def test_every_factor_has_its_words() -> None:
    assert {*DAYS} == {*THINGS} == {*EXPOSURES}
    assert {*AT_ALL} <= {*EXPOSURES}


def test_the_review_says_how_much_it_saw() -> None:
    review = links(linked(90), FIRST + timedelta(89))
    assert sentences.about(review) == (
        "We looked at 4 factors on 4 April 2026. You checked in on 90 of 90 days."
    )
    assert sentences.about(replace(review, links=(SLEEP,))).endswith(
        "Looked at each month, about 1 diary in 6 without any link shows a possible one within a year."
    )
    patchy = Review(date(2026, 4, 4), FIRST, date(2026, 4, 4), 40, 10, ())
    assert sentences.about(patchy) == (
        "We looked at 0 factors on 4 April 2026. You checked in on 40 of 90 days, so read this with care."
    )


@pytest.mark.parametrize("seed", range(4))
def test_no_word_claims_more_than_a_diary_can(seed: int) -> None:
    days = linked(200, {"stress": 2.5, "sleep_hours": 1.6}, seed)
    for link in links(days, days[-1].date).links:
        said = (sentences.counts, sentences.yes_no_days, sentences.finding)
        text = " ".join(sentence(link, READER) for sentence in said)
        assert not FORBIDDEN.search(text), text
        assert text.endswith(".")


@pytest.mark.parametrize(
    ("interval", "words"),
    [
        ((7.0, 13.7), ("6 times as many", "more than 10 times as many")),
        ((0.6, 7.2), ("half as many", "8 times as many")),
        ((1.99, 4.02), ("twice as many", "4 times as many")),
        ((1.03, 1.2), ("slightly more", "one quarter more")),
        ((0.04, 0.97), ("fewer than a tenth as many", "slightly fewer")),
        ((1.0, 1.0), ("as many", "as many")),
    ],
)
def test_the_words_of_an_interval_are_never_narrower_than_it(
    interval: tuple[float, float], words: tuple[str, str]
) -> None:
    assert sentences.between(interval) == words
