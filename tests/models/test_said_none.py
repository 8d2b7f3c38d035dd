"""What a day says after any steps: "no twitching" against later entries, and what its drinks come to."""

from datetime import timedelta
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from diary.models import Day, Drink, Episode, User
from diary.periods import DAY
from tests.factories import NOON, TODAY, make_drink, make_episode, make_user

pytestmark = pytest.mark.django_db
quick = settings(max_examples=20, suppress_health_check=[HealthCheck.too_slow])

STEPS = st.lists(st.sampled_from(["say none", "clear", "add", "delete", "bring back"]), max_size=9)


class OneDay:
    """A day after some steps, and whether it should say "none": when said after the last add."""

    def __init__(self) -> None:
        self.user = make_user(f"sam{User.objects.count()}")
        self.says_none = False
        self.kept: list[Episode] = []
        self.deleted: list[Episode] = []

    def take(self, step: str) -> None:
        if step in ("say none", "clear"):
            self.says_none = step == "say none"
            Day.objects.keep(self.user, TODAY, {"twitching": "none" if self.says_none else ""}, NOON)
        elif step == "add":
            self.kept.append(make_episode(self.user, NOON))
            self.says_none = False
        elif step == "delete" and self.kept:
            self.deleted.append(self.kept.pop())
            self.deleted[-1].discard(NOON)
        elif step == "bring back" and self.deleted:
            self.kept.append(self.deleted.pop())
            self.kept[-1].restore(NOON)

    @property
    def state(self) -> str:
        said = Day.objects.for_user(self.user).on(TODAY)
        return said.twitching if said else ""


@quick
@given(STEPS)
def test_none_stays_only_if_it_was_said_after_the_last_entry(steps: list[str]) -> None:
    day = OneDay()
    for step in steps:
        day.take(step)
        assert day.state == ("none" if day.says_none else "")
    assert Episode.objects.for_user(day.user).kept().count() == len(day.kept)


SIZES = st.sampled_from([(200, 90), (220, 50), (250, 0), (200, 5), (500, 0)])


@quick
@given(st.lists(st.tuples(SIZES, st.booleans()), max_size=6))
def test_a_day_has_what_its_drinks_come_to(drinks: list[Any]) -> None:
    user = make_user(f"sam{User.objects.count()}")
    made = [(make_drink(user, ml=ml, mg=mg), removed) for (ml, mg), removed in drinks]
    for drink, removed in made:
        if removed:
            Drink.objects.remove(drink, NOON + timedelta(minutes=1))
    left = [drink for drink, removed in made if not removed]
    day = Day.objects.for_user(user).on(TODAY)
    totals = (day.water_ml, day.caffeine_mg) if day else (None, None)
    assert totals == (sum(d.ml for d in left) or None, sum(d.mg for d in left) or None)
    assert Day.objects.for_user(user).on(TODAY + DAY) is None
