"""The simulation behind an experiment: a limit that does nothing, and one that halves the episodes."""

import pytest
from django.core.management import call_command

from diary.analysis.experiment import Plan
from diary.benchmark.trying import thinned, tried
from diary.benchmark.worlds import FIRST, REAL, diaries
from diary.vocabulary.trying import LAYOUTS, Weeks


def test_only_the_days_with_the_limit_lose_episodes_and_no_blank_day_is_filled() -> None:
    import numpy as np

    days = next(diaries(REAL, 28, 1))
    plan = Plan("caffeine_mg", "at_most", 100, FIRST, 7, "LULU")
    left = thinned(plan, days, 0.0, np.random.default_rng(1))
    assert [day.checked_in for day in left] == [day.checked_in for day in days]
    assert sum(day.twitches for day in [*left[:7], *left[14:21]]) == 0
    assert [*left[7:14], *left[21:]] == [*days[7:14], *days[21:]]


def test_a_limit_that_leaves_hardly_anything_is_seen_and_one_that_does_nothing_hardly_ever() -> None:
    """A few diaries of 8 weeks: the figures themselves are the command's to give."""
    assert tried(Weeks(7, 4), REAL, 0.1, 20)["differs"] >= 18
    assert tried(Weeks(7, 4), REAL, 1.0, 20)["differs"] <= 3


def test_the_command_has_a_row_for_each_layout(capsys: pytest.CaptureFixture[str]) -> None:
    call_command("benchmark", "--experiments", diaries=1)
    printed = capsys.readouterr().out
    assert [line.split()[0] for line in printed.splitlines()[1::6]] == list(LAYOUTS)
