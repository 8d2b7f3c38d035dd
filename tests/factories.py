"""Small makers of records for the tests: name only what the test is about."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

from diary.models import Day, Drink, Episode, Sign, User, Visit

NOON = datetime(2026, 5, 28, 12, 0, tzinfo=UTC)
TODAY = NOON.date()


def make_user(username: str = "alice", **fields: Any) -> User:
    """Make a person with a password, in London unless told otherwise."""
    return User.objects.create_user(
        username, password="correct horse", **{"timezone": "Europe/London", **fields}
    )


def make_episode(
    user: User, started_at: datetime = NOON, seconds: float | None = 40, **fields: Any
) -> Episode:
    """Make a twitch of the left lower eyelid of that length; None leaves the length unrecorded."""
    known = (
        {}
        if seconds is None
        else {"ended_at": started_at + timedelta(seconds=seconds), "length_precision": "timed"}
    )
    defaults = {
        "site": "eyelid_lower",
        "side": "left",
        "zone": user.timezone,
        "made_at": started_at,
        "changed_at": started_at,
        **known,
    }
    return Episode.objects.create(user=user, started_at=started_at, **{**defaults, **fields})


def make_day(user: User, day: date = TODAY, **fields: Any) -> Day:
    """Make a day's check-in with nothing answered but what is named."""
    noon = datetime(day.year, day.month, day.day, 12, tzinfo=UTC)
    defaults = {"zone": user.timezone, "made_at": noon, "changed_at": noon}
    return Day.objects.create(user=user, date=day, **{**defaults, **fields})


def make_drink(user: User, day: date = TODAY, **fields: Any) -> Drink:
    """Make a coffee in the drinks log and add the day up."""
    coffee = {"name": "Coffee", "ml": 200, "mg": 90, "zone": user.timezone}
    drink = Drink(user=user, **{**coffee, **fields})
    Drink.objects.log(user, day, [drink], NOON)
    return Drink.objects.for_user(user).get(uuid=drink.uuid)


def make_sign(user: User, day: date = TODAY, sign: str = "weakness", answer: bool = True) -> Sign:
    """Make an answer about another sign."""
    return Sign.objects.create(user=user, date=day, sign=sign, answer=answer, made_at=NOON)


def make_visit(user: User, day: date = TODAY, **fields: Any) -> Visit:
    """Make a visit to a doctor."""
    return Visit.objects.create(user=user, date=day, made_at=NOON, **fields)
