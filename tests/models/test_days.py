"""A day keeps what was said and nothing else: blank is not zero."""

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from diary.models import Day
from tests.factories import NOON, make_day, make_sign, make_user

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
