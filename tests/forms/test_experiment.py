"""The plan of an experiment as it is asked for: each refusal in a sentence by its box, nothing typed lost."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from django.utils.datastructures import MultiValueDict

from diary.forms.experiment import ExperimentForm, by_chance, can_try
from diary.models import Experiment, User
from tests.factories import NOON, make_experiment, make_user

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)
TOMORROW = date(2026, 5, 29)
PLAN = {"limit": "100", "layout": "2w2", "order": "chance", "first": "2026-05-29"}


def form(user: User, factor: str = "caffeine_mg", **sent: str) -> ExperimentForm:
    return ExperimentForm({**PLAN, **sent}, factor=factor, user=user, now=NOON)


def kept_from(found: ExperimentForm) -> Experiment:
    assert found.errors == {}
    return found.save()


def plan(found: ExperimentForm) -> tuple[Any, ...]:
    kept = kept_from(found)
    return kept.factor, kept.way, kept.limit, kept.first, kept.last, kept.block_days


def test_a_plan_is_kept_with_all_of_it_said_before(alice: User) -> None:
    kept = plan(form(alice))
    assert kept == ("caffeine_mg", "at_most", 100, TOMORROW, TOMORROW + 55 * DAY, 14)
    assert {*Experiment.objects.for_user(alice).get().order} == {"L", "U"}


@pytest.mark.parametrize(
    ("asked", "order"), [("L", "LULU"), ("U", "ULUL")]
)  # fmt: skip
def test_what_comes_first_can_be_asked_for(alice: User, asked: str, order: str) -> None:
    assert kept_from(form(alice, order=asked)).order == order


def test_by_chance_each_round_has_both_and_either_may_come_first() -> None:
    drawn = {by_chance(1) for _ in range(100)}
    assert drawn == {"LU", "UL"}
    assert {by_chance(2) for _ in range(200)} == {"LULU", "LUUL", "ULLU", "ULUL"}


@pytest.mark.parametrize(
    ("factor", "limit", "sentence"),
    [
        ("caffeine_mg", "", "Enter the limit"),
        ("caffeine_mg", "a lot", None),
        ("caffeine_mg", "-5", None),
        ("caffeine_mg", "1001", "The limit must be between 0 mg and 1,000 mg"),
        ("sleep_hours", "3", "The limit must be between 4 h and 12 h"),
        ("sleep_hours", "13", "The limit must be between 4 h and 12 h"),
        ("water_ml", "5 l", "The limit must be between 500 ml and 3,000 ml"),
        ("stress", "", "Choose the limit"),
        ("stress", "10", "Choose the limit"),
        ("stress", "four", "Choose the limit"),
    ],
)
def test_a_limit_that_cannot_be_says_so_by_its_box(
    alice: User, factor: str, limit: str, sentence: str | None
) -> None:
    refused = form(alice, factor, limit=limit)
    assert not refused.is_valid()
    assert list(refused.errors) == ["limit"]
    assert sentence is None or refused.errors["limit"] == [sentence]
    assert refused["limit"].value() == limit


@pytest.mark.parametrize(
    ("box", "sent", "sentence"),
    [
        ("layout", "", "Choose how long"),
        ("layout", "9w9", "Choose how long"),
        ("order", "", "Choose what comes first"),
        ("order", "LU", "Choose what comes first"),
        ("first", "", "Choose the first day from the list"),
        ("first", "2026-05-28", "Choose the first day from the list"),
        ("first", "2026-06-12", "Choose the first day from the list"),
        ("first", "soon", "Choose the first day from the list"),
    ],
)
def test_any_other_bad_answer_says_so_by_its_box(alice: User, box: str, sent: str, sentence: str) -> None:
    refused = form(alice, **{box: sent})
    assert refused.errors == {box: [sentence]}
    assert refused["limit"].value() == "100"


def test_every_box_left_empty_has_its_own_sentence(alice: User) -> None:
    empty = ExperimentForm(MultiValueDict(), factor="caffeine_mg", user=alice, now=NOON)
    assert empty.errors == {
        "limit": ["Enter the limit"],
        "layout": ["Choose how long"],
        "order": ["Choose what comes first"],
        "first": ["Choose the first day from the list"],
    }


@pytest.mark.parametrize(
    ("zone", "first"),
    [("Pacific/Auckland", "Tomorrow, Saturday 30 May"), ("America/Los_Angeles", "Tomorrow, Friday 29 May")],
)
def test_tomorrow_is_that_of_the_persons_own_zone(zone: str, first: str) -> None:
    asked = ExperimentForm(factor="stress", user=make_user("c", timezone=zone), now=NOON)
    assert asked.fields["first"].choices[0][1] == first  # type: ignore[attr-defined]


def test_the_days_to_choose_from_go_over_a_change_of_the_clocks_one_by_one() -> None:
    night_before = datetime(2026, 3, 28, 23, 30, tzinfo=UTC)
    asked = ExperimentForm(factor="stress", user=make_user("c"), now=night_before)
    codes = [code for code, _ in asked.fields["first"].choices]  # type: ignore[attr-defined]
    assert codes == [f"{date(2026, 3, 29) + n * DAY}" for n in range(14)]


def test_drinks_are_read_in_the_persons_own_unit() -> None:
    ounces = make_user("c", volume_unit="fl_oz")
    assert plan(form(ounces, "water_ml", limit="50"))[2] == 1479
    refused = form(ounces, "water_ml", limit="200")
    assert refused.errors["limit"][0].endswith("fl oz")


def test_the_own_question_of_yes_and_no_says_its_way_by_the_answer() -> None:
    user = make_user("c", tracks=["own_answer"], own_question="Garden?", own_kind="yes_no")
    assert plan(form(user, "own_answer", limit="1"))[:3] == ("own_answer", "at_least", 1)
    kept = Experiment.objects.for_user(user).get()
    assert (kept.own_question, kept.own_kind) == ("Garden?", "yes_no")


def test_the_own_question_with_numbers_asks_which_way() -> None:
    user = make_user("c", tracks=["own_answer"], own_question="Pages", own_kind="number")
    assert form(user, "own_answer", limit="20").errors == {"way": ["Choose at most or at least"]}
    assert plan(form(user, "own_answer", limit="20", way="at_least"))[1:3] == ("at_least", 20)


def test_only_what_the_check_in_asks_can_be_tried() -> None:
    plain, keen = make_user("c"), make_user("d", tracks=["illness", "alcohol_units"], own_question="Pages")
    core = ["sleep_hours", "caffeine_mg", "water_ml", "stress"]
    assert [code for code, _ in can_try(plain)] == core
    assert [code for code, _ in can_try(keen)] == [*core, "alcohol_units"]


def test_a_plan_sent_twice_is_kept_once(alice: User) -> None:
    sent = {"uuid": "6f1c2f0e-3d7c-4f0a-9a39-0d1a0cbb6d11"}
    first, second = kept_from(form(alice, **sent)), kept_from(form(alice, **sent))
    assert first.pk == second.pk == Experiment.objects.for_user(alice).get().pk


def test_only_one_is_open_at_a_time(alice: User, bob: User) -> None:
    running = make_experiment(alice, NOON.date() - 3 * DAY)
    make_experiment(bob, NOON.date() - 3 * DAY)
    assert kept_from(form(alice, "stress", limit="4")) == running
    assert Experiment.objects.for_user(alice).count() == 1


def test_after_one_is_over_or_stopped_another_can_begin(alice: User) -> None:
    make_experiment(alice, NOON.date() - 28 * DAY)
    make_experiment(alice, NOON.date() - 3 * DAY, stopped_on=NOON.date())
    kept_from(form(alice))
    assert Experiment.objects.for_user(alice).count() == 3
