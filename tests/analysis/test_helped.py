"""What was tried, what was said of it, and no word more."""

from datetime import UTC, datetime
from typing import Any

import pytest

from diary.analysis.days import tries
from diary.analysis.helped import CARE, Measure, finding, lengths, measures
from diary.analysis.records import Try
from diary.models import User
from tests.analysis.made import period
from tests.factories import make_episode


def tried(length_s: int | None = 40, kind: str = "twitch", **relief: int | None) -> Try:
    return Try(kind, length_s, relief)


def test_nothing_tried_is_nothing_to_say() -> None:
    assert measures([]) == []
    assert measures([tried(), tried()]) == []


def test_each_measure_has_its_own_counts() -> None:
    found = measures([tried(rest=3), tried(rest=1, water=None), tried(rest=None), tried()])
    assert [(m.code, m.tried, m.answered, m.helped) for m in found] == [("rest", 3, 2, 1), ("water", 1, 0, 0)]


def test_not_at_all_is_an_answer() -> None:
    assert measures([tried(rest=0)])[0].answered == 1


def test_the_lengths_are_of_twitches_whose_length_is_known() -> None:
    with_it = [tried(second, rest=2) for second in (60, 70, 80, 90, 100)]
    without = [tried(second) for second in (10, 20, 30, 40, 50)]
    odd = [tried(None, rest=2), tried(90_000, kind="spell", rest=2), tried(None)]
    found = measures([*with_it, *without, *odd])[0]
    assert (found.median_with_s, found.median_without_s, found.lengths) == (80, 30, (5, 5))
    assert lengths(found) == (
        "The middle length was 1 minute 20 seconds with it (5 twitches) and 30 seconds without it (5). "
        + CARE
    )


def test_few_lengths_are_not_set_side_by_side() -> None:
    found = measures([*[tried(rest=2)] * 4, *[tried()] * 40])[0]
    assert (found.median_with_s, found.median_without_s) == (None, None)
    assert lengths(found) == ""


def test_what_is_said() -> None:
    one = Measure("rest", 14, 12, 9, None, None, (0, 0))
    assert finding(one) == "Tried 14 times. It helped somewhat or more 9 of the 12 times you said."
    assert finding(measures([tried(rest=None)])[0]) == "Tried 1 time. You did not say whether it helped."


@pytest.mark.parametrize(
    ("helped", "sentence"),
    [
        ([3, None], "Tried 2 times. The one time you said, it helped somewhat or more."),
        ([1, None], "Tried 2 times. The one time you said, it helped a little at most."),
        ([2], "Tried 1 time. It helped somewhat or more."),
        ([0], "Tried 1 time. It helped a little at most."),
    ],
)
def test_a_single_answer_is_no_count(helped: list[int | None], sentence: str) -> None:
    assert finding(measures([tried(rest=much) for much in helped])[0]) == sentence


def test_the_tries_of_a_person_are_read_in_one_query(
    alice: User, bob: User, django_assert_num_queries: Any
) -> None:
    make_episode(alice, datetime(2026, 5, 28, 12, tzinfo=UTC), relief={"rest": 3})
    make_episode(alice, datetime(2026, 6, 1, 12, tzinfo=UTC), relief={"water": 3})
    make_episode(bob, datetime(2026, 5, 28, 12, tzinfo=UTC), relief={"massage": 3})
    with django_assert_num_queries(1):
        assert tries(alice, period("2026-05-01", "2026-05-31")) == [tried(rest=3)]
