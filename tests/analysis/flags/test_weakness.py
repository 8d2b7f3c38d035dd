"""Weakness that grows, by how strong it was rated."""

import pytest

from diary.analysis.flags import Flag
from tests.analysis.flags.diaries import TODAY, Diary, found, no, rated, yes


def growing(diary: Diary) -> list[Flag]:
    return [flag for flag in found(diary) if flag.rule == "WEAK_PROGRESS"]


LEVELS = [
    pytest.param(rated((27, 2), (8, 4), (0, 4)), ["SOON"], id="it rose 8 days ago"),
    pytest.param(rated((27, 2), (8, 3), (6, 6)), ["TODAY"], id="it rose within the week"),
    pytest.param(rated((27, 2), (14, 9), (9, 9), (0, 3)), [], id="strong in the middle only"),
    pytest.param(rated((27, 2), (0, 4)), [], id="on 2 days"),
    pytest.param(rated((27, 4), (14, 3), (0, 2)), [], id="it falls"),
    pytest.param(rated((17, 2), (10, 3), (0, 9)), [], id="nothing known of the first third"),
]


@pytest.mark.parametrize(("diary", "levels"), LEVELS)
def test_a_rise_of_two_points_over_four_weeks(diary: Diary, levels: list[str]) -> None:
    assert [flag.level for flag in growing(diary)] == levels


def since(diary: Diary) -> list[int]:
    """How many days ago it began and became something to have checked soon."""
    (flag,) = (flag for flag in found(diary) if flag.rule == "WEAK_OR_STIFF")
    return [(TODAY - day).days for day in (flag.evidence.began_on, flag.evidence.as_it_is_since)]


def test_the_third_day_is_the_one_from_which_it_should_be_checked_soon() -> None:
    assert since(yes("weakness", 9, 5)) == [9, 9]
    assert since(yes("weakness", 9, 5, 3, 1)) == [9, 3]
    assert since(yes("stiffness", 20, 12, 3, 1)) == [20, 1]
    assert since(yes("weakness", 26, 5, 3, 1)) == [5, 1]


def test_a_no_is_not_a_rating_of_nothing() -> None:
    assert growing(no("weakness", 27, 26) + yes("weakness", 14) + rated((1, 5), (0, 6))) == []


def test_advice_of_the_day_says_so() -> None:
    (flag,) = growing(rated((27, 2), (8, 3), (6, 6)))
    assert flag.sentence == (
        "You rated your weakness 2 of 10 at first and 4 of 10 later. Your notes suggest that it is "
        "increasing. Speak to a doctor today."
    )
