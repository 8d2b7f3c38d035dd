"""The plan: which days are held to the limit, and how far it is."""

from datetime import timedelta

import pytest

from diary.analysis.experiment import Block, Plan
from tests.analysis.experiment.tried import DAY, FIRST, plan


def test_the_blocks_follow_one_another_without_a_gap() -> None:
    week = timedelta(days=6)
    assert plan("LUL").blocks == (
        Block(FIRST, FIRST + week, True),
        Block(FIRST + 7 * DAY, FIRST + 7 * DAY + week, False),
        Block(FIRST + 14 * DAY, FIRST + 14 * DAY + week, True),
    )


@pytest.mark.parametrize(
    ("at", "number", "is_limited"), [(0, 1, True), (6, 7, True), (7, 1, False), (13, 7, False)]
)
def test_a_day_is_in_one_block_and_has_a_number_there(at: int, number: int, is_limited: bool) -> None:
    block = plan("LU").block_on(FIRST + at * DAY)
    assert block is not None
    assert (block.number_of(FIRST + at * DAY), block.is_limited) == (number, is_limited)


@pytest.mark.parametrize("at", [-1, 14])
def test_a_day_outside_the_plan_is_in_no_block(at: int) -> None:
    assert plan("LU").block_on(FIRST + at * DAY) is None


@pytest.mark.parametrize(("at", "state"), [(-1, "planned"), (0, "running"), (13, "running"), (14, "over")])
def test_it_is_over_on_the_day_after_the_last(at: int, state: str) -> None:
    assert plan("LU").state_on(FIRST + at * DAY) == state


def test_stopped_it_stays_stopped() -> None:
    stopped = plan("LU", stopped_on=FIRST)
    assert {stopped.state_on(FIRST + at * DAY) for at in (0, 5, 30)} == {"stopped"}


@pytest.mark.parametrize(
    ("made", "within", "beyond"),
    [
        (plan(), 100, 100.5),
        (plan(limit=0), 0, 1),
        (plan(factor="sleep_hours", way="at_least", limit=7), 7, 6.9),
    ],
)
def test_the_limit_itself_keeps_to_the_limit(made: Plan, within: float, beyond: float) -> None:
    assert (made.holds(within), made.holds(beyond)) == (True, False)
