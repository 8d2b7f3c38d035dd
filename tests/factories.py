"""Small makers of records for the tests: name only what the test is about."""

from datetime import UTC, date, datetime, timedelta
from hashlib import md5
from typing import Any

from diary.models import (
    BloodTest,
    Condition,
    Day,
    Drink,
    Episode,
    Experiment,
    Medicine,
    Question,
    SharedReport,
    Sign,
    User,
    Visit,
)
from diary.models.shared import digest
from diary.quantities import PartialDate
from diary.quantities.laboratory import Amount

NOON = datetime(2026, 5, 28, 12, 0, tzinfo=UTC)
TODAY = NOON.date()
PIN_123456 = "md5$salt$" + md5(b"salt123456", usedforsecurity=False).hexdigest()  # as the tests hash it


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


def make_experiment(user: User, first: date = TODAY, **fields: Any) -> Experiment:
    """Make a plan: at most 100 mg of caffeine in the first and the last of four weeks."""
    plan = {"factor": "caffeine_mg", "way": "at_most", "limit": 100, "block_days": 7, "order": "LUUL"}
    experiment = Experiment(user=user, first=first, made_at=NOON, **{**plan, **fields})
    experiment.settle()
    experiment.save()
    return experiment


def make_sign(user: User, day: date = TODAY, sign: str = "weakness", answer: bool = True) -> Sign:
    """Make an answer about another sign."""
    return Sign.objects.create(user=user, date=day, sign=sign, answer=answer, made_at=NOON)


def make_visit(user: User, day: date = TODAY, **fields: Any) -> Visit:
    """Make a visit to a doctor."""
    return Visit.objects.create(user=user, date=day, made_at=NOON, **fields)


def make_medicine(user: User, name: str = "Sertraline", **fields: Any) -> Medicine:
    """Make a medicine taken since February."""
    known = {"kind": "ssri", "dose": "50 mg", "how_often": "once a day", "started": PartialDate(2026, 2, 16)}
    return Medicine.objects.create(user=user, name=name, made_at=NOON, **{**known, **fields})


def make_blood_test(user: User, what: str = "magnesium", value: str = "0.85", **fields: Any) -> BloodTest:
    """Make a result of magnesium within the laboratory's range."""
    limits = {"low": Amount.from_text("0.7"), "high": Amount.from_text("1.0")}
    known = {"unit": "mmol/l", "taken_on": PartialDate(2026, 4, 20), "made_at": NOON, **limits}
    result = {"what": what, "value": Amount.from_text(value)}
    return BloodTest.objects.create(user=user, **result, **{**known, **fields})


def make_condition(user: User, name: str = "Migraine", **fields: Any) -> Condition:
    """Make a condition of the person's own."""
    return Condition.objects.create(user=user, name=name, made_at=NOON, **fields)


def make_question(user: User, words: str = "Could the tablet do this?", **fields: Any) -> Question:
    """Make a question for the next visit."""
    return Question.objects.create(user=user, words=words, **{"made_at": NOON, **fields})


def make_shared_report(user: User, token: str = "", **fields: Any) -> SharedReport:
    """Make a link that was opened by nobody, seven days from noon; its PIN is 123456."""
    known = {
        "page": "<p>Twitching on 1 of 1 day filled in</p>",
        "pdf": b"%PDF-1.7",
        "pin": PIN_123456,
        "token_digest": digest(token or f"{user.username}s-token"),
        "first": TODAY - timedelta(days=27),
        "last": TODAY,
        "made_at": NOON,
        "made_on": TODAY,
        "last_on": TODAY + timedelta(days=7),
        "expires_at": NOON + timedelta(days=7),
    }
    return SharedReport.objects.create(user=user, **{**known, **fields})
