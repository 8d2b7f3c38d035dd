"""Plans of experiments in an archive: taken as they were, refused where they cannot be."""

import json
from datetime import date
from typing import Any

import pytest

from diary.models import Experiment, User
from diary.transfer.exports import archive_zip
from diary.transfer.imports import ImportResult, import_file
from tests.factories import make_experiment, make_user
from tests.transfer.diaries import NOW

pytestmark = pytest.mark.django_db
PLAN = {
    "factor": "caffeine_mg", "way": "at_most", "limit": 100, "first": "2026-05-04",
    "block_days": 14, "order": "LU",
}  # fmt: skip


def taken(user: User, **cells: Any) -> ImportResult:
    archive = {"format": "diary", "version": 1, "experiments": [PLAN | cells]}
    return import_file(user, json.dumps(archive).encode(), NOW)


def test_a_row_becomes_a_plan_with_its_last_day(alice: User) -> None:
    assert taken(alice).created == 1
    kept = Experiment.objects.for_user(alice).get()
    assert (kept.factor, kept.first, kept.last) == ("caffeine_mg", date(2026, 5, 4), date(2026, 5, 31))
    assert (kept.stopped_on, kept.own_kind) == (None, "yes_no")


@pytest.mark.parametrize(
    ("cells", "column", "reason"),
    [
        ({"factor": "cycle_day"}, "factor", "is not known"),
        ({"way": "about"}, "way", "it can be at_most, at_least"),
        ({"limit": -1}, "limit", "The limit must be between 0 and 100,000"),
        ({"limit": None}, "limit", "This must not be empty"),
        ({"block_days": 6}, "block_days", "A block must have 7 to 28 days"),
        ({"order": "LL"}, "order", "The order must be of L and U, both of them"),
        ({"order": "LUX"}, "order", "The order must be of L and U, both of them"),
        ({"order": "LU" * 7}, "order", "longer than 12 characters"),
        ({"first": None}, "first", "This must not be empty"),
        ({"stopped_on": "2026-06-01"}, "stopped_on", "The day it was stopped must be one of its days"),
    ],
)
def test_a_plan_that_cannot_be_is_refused_by_its_column(
    alice: User, cells: dict[str, Any], column: str, reason: str
) -> None:
    (problem,) = taken(alice, **cells).problems
    assert problem.column == column
    assert reason in str(problem)
    assert not Experiment.objects.for_user(alice).exists()


def test_a_plan_that_was_stopped_comes_back_stopped(alice: User) -> None:
    writer = make_user("writer")
    made = make_experiment(writer, date(2026, 5, 4), stopped_on=date(2026, 5, 9), own_question="=Tea?")
    assert import_file(alice, archive_zip(writer, NOW), NOW).problems == ()
    kept = Experiment.objects.for_user(alice).get()
    assert (kept.uuid, kept.stopped_on, kept.own_question) == (made.uuid, date(2026, 5, 9), "=Tea?")


def test_an_archive_from_before_it_was_stopped_does_not_start_it_again(alice: User) -> None:
    plan = make_experiment(alice, date(2026, 5, 4))
    older = archive_zip(alice, NOW)
    plan.stop(date(2026, 5, 9))
    assert import_file(alice, older, NOW).changed == 0
    assert Experiment.objects.for_user(alice).get().stopped_on == date(2026, 5, 9)
