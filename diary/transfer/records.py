"""The values of one row into a record, checked as the database will check it but all in Python.

Each builder raises BadCell with the column that is wrong. Nothing is stored here.
"""

import uuid
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from diary.models import Day, Drink, DrinkPreset, Episode, Experiment, PutAway, Review, Sign, User
from diary.models.kept import Kept
from diary.periods import local_date
from diary.quantities.clock import local_instant
from diary.quantities.errors import QuantityError
from diary.transfer.cells import BadCell, recent
from diary.transfer.tables import DAY_VALUES
from diary.vocabulary.factors import FACTORS
from diary.vocabulary.signs import RATED, SIGNS
from diary.vocabulary.sites import is_possible

# Clocks of phones and computers differ a little.
TOLERANCE = timedelta(minutes=5)

Values = Mapping[str, Any]
Record = Episode | Day | Sign | PutAway | Drink | DrinkPreset | Kept | Review | Experiment


@dataclass(frozen=True, slots=True)
class Owner:
    """Whose diary the rows go into, and when."""

    user: User
    now: datetime

    def zone_of(self, values: Values) -> str:
        """Return the zone of a row: its own, else the account's."""
        return values.get("timezone") or self.user.timezone

    def instant(self, values: Values, column: str) -> datetime | None:
        """Return a column's instant in UTC; None where it is empty. A local time is in the row's zone."""
        value = values.get(column)
        return None if value is None else self.past(value, values, column)

    def past(self, value: datetime, values: Values, column: str) -> datetime:
        """Return an instant in UTC. Raises BadCell when it has not come yet, or could not be read back."""
        zone = self.zone_of(values)
        at = in_utc(value, zone, column)
        for written in (at, local_date(at, zone)):  # as the archive has it, and as the CSV file has it
            recent(written, column)
        if at > self.now + TOLERANCE:
            raise BadCell("This time is in the future", column)
        return at

    def day(self, values: Values) -> date:
        """Return the date of a row; it must have come where the row is."""
        day: date = values["date"]
        if day > local_date(self.now + TOLERANCE, self.zone_of(values)):
            raise BadCell("This date is in the future", "date")
        return day


def in_utc(value: datetime, zone: str, column: str) -> datetime:
    """Return an instant in UTC; without an offset it is local in the zone.

    A repeated local time is its first occurrence, a skipped one is refused.
    """
    if value.tzinfo is not None:
        return value.astimezone(UTC)
    try:
        return local_instant(value.date(), value.time(), zone)
    except QuantityError as error:
        raise BadCell(error.sentence, column) from None


def episode(values: Values, owner: Owner) -> list[Record]:
    """Build an episode."""
    started_at = owner.past(values["started_at"], values, "started_at")
    made_at = owner.instant(values, "made_at") or owner.now
    record = Episode(
        user=owner.user,
        uuid=values.get("uuid") or uuid.uuid4(),
        kind=values.get("kind") or "twitch",
        started_at=started_at,
        start_precision=values.get("start_precision") or "exact",
        zone=owner.zone_of(values),
        **_length(values, started_at, owner),
        **_place(values),
        **_times(values),
        place_words=values.get("place_words") or "",
        is_forgotten=values.get("is_forgotten") or False,
        going_at=owner.instant(values, "going_at"),
        spell_group=values.get("spell_group"),
        strength=values.get("strength"),
        seen=values.get("seen") or "",
        suspected_triggers=values.get("suspected_triggers") or [],
        relief=values.get("relief") or {},
        signs=values.get("signs") or {},
        signs_on=values.get("signs_on"),
        note=values.get("note") or "",
        made_at=made_at,
        changed_at=owner.instant(values, "changed_at") or made_at,
        deleted_at=owner.instant(values, "deleted_at"),
        history=values.get("history") or [],
    )
    record.derive()
    return [record]


def _times(values: Values) -> dict[str, Any]:
    low, high = values.get("times_low"), values.get("times_high")
    if high is not None and (low is None or low > high):
        raise BadCell("Give the smaller number of times first", "times_low")
    return {
        "times_low": low,
        "times_high": high,
        "is_constant": values.get("is_constant") or False,
        "each_lasted": values.get("each_lasted") or "",
        "taps": values.get("taps") or [],
    }


def _length(values: Values, started_at: datetime, owner: Owner) -> dict[str, Any]:
    ended_at = _end(values, started_at, owner)
    precision = values.get("length_precision") or ("stated" if ended_at else "unknown")
    low, high = values.get("length_low_s"), values.get("length_high_s")
    if ended_at and precision == "unknown":
        raise BadCell("There is a length, so this can be timed, stated or about", "length_precision")
    if not ended_at and precision != "unknown":
        raise BadCell(
            "There is neither an end nor a length; give one, or leave this empty", "length_precision"
        )
    if (low is None) != (high is None) or (low is not None and low > high):
        raise BadCell("Give both the shorter and the longer length, the shorter one first", "length_low_s")
    return {
        "ended_at": ended_at,
        "is_ongoing": values.get("state") == "ongoing",
        "length_precision": precision,
        "length_low_s": low,
        "length_high_s": high,
    }


def _end(values: Values, started_at: datetime, owner: Owner) -> datetime | None:
    length = values.get("length_s")
    ended_at = _end_as_given(values, started_at, owner)
    if values.get("state") == "ongoing" and (ended_at or length is not None):
        raise BadCell("An episode that is still going has no end yet", "ended_at" if ended_at else "length_s")
    if ended_at is None:
        return None if length is None else _after(started_at, length, owner)
    if ended_at < started_at:
        raise BadCell("The end must be after the start", "ended_at")
    between = (ended_at - started_at).total_seconds()
    if length is not None and abs(between - length) > 1:
        raise BadCell(f"From start to end it is {between:,.0f} seconds, not {length:,}", "length_s")
    return ended_at


def _end_as_given(values: Values, started_at: datetime, owner: Owner) -> datetime | None:
    ended_at = owner.instant(values, "ended_at")
    if ended_at is None or ended_at >= started_at or values["ended_at"].tzinfo:
        return ended_at
    # The clocks went back in between, so the local end meant its second occurrence.
    again = values["ended_at"].replace(tzinfo=ZoneInfo(owner.zone_of(values)), fold=1).astimezone(UTC)
    return again if again > ended_at else ended_at


def _after(started_at: datetime, length: int, owner: Owner) -> datetime:
    if length == 0:
        raise BadCell(
            "Length must be longer than 0 seconds; leave it empty if it was not recorded", "length_s"
        )
    ended_at = started_at + timedelta(seconds=length)
    if ended_at > owner.now + TOLERANCE:
        raise BadCell("With this length the end is in the future", "length_s")
    return ended_at


def _place(values: Values) -> dict[str, str]:
    site, side = values.get("site") or "", values.get("side") or ""
    if side and not site:
        raise BadCell("Give a place for the side", "site")
    if not is_possible(site, side):
        raise BadCell("That place has no such side", "side")
    return {"site": site, "side": side}


def day_with_signs(values: Values, owner: Owner) -> list[Record]:
    """Build what a row of days.csv says: the day, and its answers about other signs.

    A row that has answers and nothing else makes no day.
    """
    signs = [sign(_said_of(values, code), owner) for code in SIGNS if values.get(code) is not None]
    for code in RATED:
        if values.get(f"{code}_rating") is not None and not values.get(code):
            raise BadCell("Only a yes has a rating", f"{code}_rating")
    said = [values.get(column.name) for column in DAY_VALUES] + [values.get("made_at")]
    is_day = not signs or any(value is not None for value in said)
    return [*(day(values, owner) if is_day else []), *(record for found in signs for record in found)]


def _said_of(values: Values, code: str) -> Values:
    known = {name: values.get(name) for name in ("date", "timezone")}
    return known | {"sign": code, "answer": values[code], "rating": values.get(f"{code}_rating")}


def day(values: Values, owner: Owner) -> list[Record]:
    """Build a day's check-in."""
    made_at = owner.instant(values, "made_at") or owner.now
    return [
        Day(
            user=owner.user,
            date=owner.day(values),
            zone=owner.zone_of(values),
            twitching=values.get("twitching") or "",
            **{code: values.get(code) for code in FACTORS},
            sources=_sources(values),
            entered_on=values.get("entered_on") or {},
            sleep_quality=values.get("sleep_quality"),
            given_water_ml=values.get("given_water_ml"),
            given_caffeine_mg=values.get("given_caffeine_mg"),
            overruled_at=owner.instant(values, "overruled_at"),
            note=values.get("note") or "",
            made_at=made_at,
            changed_at=owner.instant(values, "changed_at") or made_at,
        )
    ]


def _sources(values: Values) -> dict[str, str]:
    """A file that does not say where its values come from is where they come from."""
    if "sources" not in values:
        return {code: "imported" for code in FACTORS if values.get(code) is not None}
    return {code: source for code, source in (values["sources"] or {}).items() if source != "entered"}


def drink(values: Values, owner: Owner) -> list[Record]:
    """Build a drink of the log."""
    need(values, "name", "ml", "mg")
    return [
        Drink(
            user=owner.user,
            uuid=values.get("uuid") or uuid.uuid4(),
            date=owner.day(values),
            at=owner.instant(values, "at"),
            zone=owner.zone_of(values),
            is_usual=values.get("is_usual") or False,
            made_at=owner.instant(values, "made_at") or owner.now,
            **{name: values[name] for name in ("name", "ml", "mg")},
        )
    ]


def own_drink(values: Values, owner: Owner) -> list[Record]:
    """Build one of the person's own drinks."""
    need(values, "ml", "mg")
    usual = values.get("usual") or 0
    return [DrinkPreset(user=owner.user, name=values["name"], ml=values["ml"], mg=values["mg"], usual=usual)]


def sign(values: Values, owner: Owner) -> list[Record]:
    """Build an answer about another sign."""
    need(values, "sign", "answer")
    made_at = owner.instant(values, "made_at") or owner.now
    if values.get("rating") is not None and not values["answer"]:
        raise BadCell("Only a yes has a rating", "rating")
    answer = {name: values.get(name) for name in ("sign", "answer", "rating")}
    return [Sign(user=owner.user, date=owner.day(values), made_at=made_at, **answer)]


def put_away(values: Values, owner: Owner) -> list[Record]:
    """Build a card that was put away."""
    need(values, "rule", "made_on", "until")
    if values["until"] < values["made_on"]:
        raise BadCell("The last quiet day must not be before the first", "until")
    dates = {"made_on": values["made_on"], "until": values["until"]}
    return [PutAway(user=owner.user, rule=values["rule"], **_place(values), **dates)]


def review(values: Values, owner: Owner) -> list[Record]:
    """Build a monthly review."""
    need(values, "version", "result")
    made_at = owner.instant(values, "made_at") or owner.now
    given = {name: values[name] for name in ("made_on", "version", "result")}
    return [Review(user=owner.user, made_at=made_at, **given)]


def need(values: Values, *columns: str) -> None:
    """Raise BadCell where one of the columns says nothing."""
    for column in columns:
        if values.get(column) is None:
            raise BadCell("This must not be empty", column)


BUILDERS: dict[str, Callable[[Values, Owner], list[Record]]] = {
    "episodes": episode,
    "days": day_with_signs,
    "signs": sign,
    "drinks": drink,
    "own_drinks": own_drink,
    "put_away": put_away,
    "reviews": review,
}
