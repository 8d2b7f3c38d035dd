"""A day keeps what was said and nothing else: blank is not zero."""

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from diary.models import Day, User
from tests.factories import NOON, make_day, make_drink, make_sign, make_user

pytestmark = pytest.mark.django_db


def test_a_new_day_has_no_answer_at_all() -> None:
    day = make_day(make_user())
    answers = (day.twitching, day.sleep_hours, day.sleep_quality, day.water_ml, day.caffeine_mg, day.stress)
    assert answers == ("", None, None, None, None, None)


@pytest.mark.parametrize(
    "fields",
    [
        {"stress": 11},
        {"sleep_hours": 24.01},
        {"sleep_hours": -0.5},
        {"sleep_quality": 4},
        {"water_ml": 15_001},
        {"caffeine_mg": 3_001},
        {"twitching": "no"},
    ],
    ids=lambda fields: "{}={}".format(*next(iter(fields.items()))),
)
def test_the_database_refuses_values_out_of_range(fields: dict[str, object]) -> None:
    alice = make_user()
    with pytest.raises(IntegrityError), transaction.atomic():
        make_day(alice, **fields)


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({"stress": 11}, "Stress must be between 0 and 10"),
        ({"sleep_hours": 30}, "Sleep must be between 0 and 24 hours"),
        ({"caffeine_mg": 3001}, "Caffeine must be between 0 and 3,000 mg"),
        ({"water_ml": 15001}, "Drinks must be between 0 and 15,000 ml"),
    ],
)
def test_each_limit_has_a_sentence_for_people(fields: dict[str, object], sentence: str) -> None:
    day = Day(user=make_user(), date=NOON.date(), zone="UTC", made_at=NOON, changed_at=NOON, **fields)
    with pytest.raises(ValidationError) as refused:
        day.validate_constraints()
    assert refused.value.messages == [sentence]


def test_zero_and_the_upper_bounds_are_answers() -> None:
    day = make_day(make_user(), sleep_hours=0, water_ml=15_000, caffeine_mg=0, stress=0)
    assert (day.sleep_hours, day.water_ml, day.caffeine_mg, day.stress) == (0, 15_000, 0, 0)


def test_a_day_and_a_sign_are_kept_once_per_person() -> None:
    alice = make_user()
    make_day(alice)
    make_sign(alice)
    for again in (make_day, make_sign):
        with pytest.raises(IntegrityError), transaction.atomic():
            again(alice)


def given_on(back: int, **answers: object) -> dict[str, str]:
    """Keep these answers about the day that many days ago, and return what is noted as given later."""
    user = User.objects.first() or make_user()
    return Day.objects.keep(user, NOON.date() - timedelta(days=back), answers, NOON).entered_on


def test_what_is_given_on_a_later_day_is_noted_with_its_date() -> None:
    assert given_on(0, stress=3) == {}
    assert given_on(2, stress=3, sleep_hours=None, note="late", twitching="none") == {"stress": "2026-05-28"}


def test_only_the_value_that_came_later_is_noted() -> None:
    day = make_day(make_user(), NOON.date() - timedelta(days=1), sleep_hours=7)
    Day.objects.keep(day.user, day.date, {"stress": 3}, NOON)
    assert Day.objects.get().entered_on == {"stress": "2026-05-28"}


def test_clearing_a_late_value_takes_its_date_along() -> None:
    given_on(1, stress=3, sleep_hours=7)
    assert given_on(1, stress=None) == {"sleep_hours": "2026-05-28"}


def test_the_date_is_that_of_the_person() -> None:
    user = make_user(timezone="Pacific/Auckland")  # where it is the 29th already
    assert Day.objects.keep(user, NOON.date(), {"stress": 3}, NOON).entered_on == {"stress": "2026-05-29"}


def test_drinks_logged_later_are_noted_and_a_number_that_waits_is_not() -> None:
    user, yesterday = make_user(), NOON.date() - timedelta(days=1)
    make_drink(user, yesterday)
    Day.objects.update(entered_on={})
    Day.objects.keep(user, yesterday, {"caffeine_mg": 500}, NOON)
    assert Day.objects.get().entered_on == {}
    make_drink(user, yesterday)
    assert Day.objects.get().entered_on == dict.fromkeys(["water_ml", "caffeine_mg"], "2026-05-28")
