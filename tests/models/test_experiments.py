"""Plans as they are kept: nothing of them changes but their end."""

from datetime import timedelta
from typing import Any

import pytest
from django.db import IntegrityError

from diary.models import Experiment, User
from tests.factories import TODAY, make_experiment

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)


def test_the_last_day_is_worked_out_from_the_blocks(alice: User) -> None:
    assert make_experiment(alice, order="LULU", block_days=14).last == TODAY + 55 * DAY


@pytest.mark.parametrize(
    "fields",
    [
        {"factor": "cycle_day"},
        {"way": "about"},
        {"limit": -1},
        {"block_days": 6},
        {"block_days": 29},
        {"order": "LLL"},
        {"order": "UU"},
        {"stopped_on": TODAY - DAY},
        {"stopped_on": TODAY + 28 * DAY},
    ],
)
def test_a_plan_that_cannot_be_is_refused(alice: User, fields: dict[str, Any]) -> None:
    with pytest.raises(IntegrityError):
        make_experiment(alice, **fields)


@pytest.mark.parametrize(("ago", "is_open"), [(-1, True), (0, True), (27, True), (28, False)])
def test_it_is_open_until_its_last_day_is_over(alice: User, ago: int, is_open: bool) -> None:
    made = make_experiment(alice, TODAY - ago * DAY)
    mine = Experiment.objects.for_user(alice)
    assert mine.open_on(TODAY) == (made if is_open else None)
    assert list(mine.over_on(TODAY)) == ([] if is_open else [made])


@pytest.mark.parametrize(("ago", "is_named"), [(28, True), (34, True), (35, False)])
def test_today_leads_to_what_it_showed_for_a_week(alice: User, ago: int, is_named: bool) -> None:
    made = make_experiment(alice, TODAY - ago * DAY)
    assert Experiment.objects.for_user(alice).on_today(TODAY) == (made if is_named else None)


def test_today_speaks_of_the_one_that_runs_rather_than_of_the_last(alice: User) -> None:
    make_experiment(alice, TODAY - 28 * DAY)
    running = make_experiment(alice)
    assert Experiment.objects.for_user(alice).on_today(TODAY) == running


def test_stopped_it_keeps_the_day_and_the_first_one_stands(alice: User) -> None:
    made = make_experiment(alice, TODAY - 3 * DAY)
    made.stop(TODAY)
    made.stop(TODAY + DAY)
    made.refresh_from_db()
    assert made.stopped_on == TODAY
    assert Experiment.objects.for_user(alice).open_on(TODAY) is None


def test_one_that_has_not_begun_is_dropped_and_one_that_is_over_stays(alice: User) -> None:
    make_experiment(alice, TODAY + DAY).stop(TODAY)
    assert not Experiment.objects.for_user(alice).exists()
    done = make_experiment(alice, TODAY - 28 * DAY)
    done.stop(TODAY)
    assert Experiment.objects.for_user(alice).get().stopped_on is None
