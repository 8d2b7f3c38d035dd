"""Records made by hand: times are written as the clock on the wall showed them."""

import uuid
from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from diary.analysis.days import NOTHING_SAID, days_from
from diary.analysis.health import BloodResult, MedicineRecord
from diary.analysis.records import CheckIn, DayRecord, EpisodeRecord
from diary.periods import Period, last_touched_date, local_date, local_minute
from diary.quantities import PartialDate
from diary.quantities.laboratory import Amount, parse_range

LONDON = "Europe/London"


def at(wall: str, zone: str = LONDON) -> datetime:
    """The instant at which the clock of the zone showed "2026-03-01 08:00"."""
    return datetime.fromisoformat(wall).replace(tzinfo=ZoneInfo(zone)).astimezone(UTC)


def twitch(
    start: str | datetime,
    seconds: float | None = 40,
    place: str = "calf left",
    zone: str = LONDON,
    end: str = "",
    ongoing: bool = False,
    **fields: Any,
) -> EpisodeRecord:
    """A twitch with a length, until an end, still going, or (None) of a length not recorded."""
    site, _, side = place.partition(" ")
    started_at = at(start, zone) if isinstance(start, str) else start
    ended_at = at(end, zone) if end else None
    if not (end or ongoing or seconds is None):
        ended_at = started_at + timedelta(seconds=seconds)
    defaults = {
        "uuid": uuid.uuid4(),
        "kind": "twitch",
        "site": site,
        "side": side,
        "started_at": started_at,
        "ended_at": ended_at,
        "is_ongoing": ongoing,
        "started_on": local_date(started_at, zone),
        "ended_on": None if ongoing else last_touched_date(started_at, ended_at or started_at, zone),
        "started_minute": local_minute(started_at, zone),
        "length_s": None if ended_at is None else round((ended_at - started_at).total_seconds()),
        "length_precision": "unknown" if ended_at is None else "timed",
        "start_precision": "exact",
        "strength": None,
        "seen": "",
        "zone": zone,
        "made_at": started_at,
    }
    return EpisodeRecord(**{**defaults, **fields})


def spell(start: str, end: str, place: str = "calf left", **fields: Any) -> EpisodeRecord:
    """Twitching that came and went between two times."""
    return twitch(start, end=end, place=place, kind="spell", **fields)


def said(day: str, twitching: str = "", made_on: str = "", **factors: float) -> CheckIn:
    """What was said about a day, on the day itself unless told otherwise."""
    on = date.fromisoformat(day)
    return CheckIn(on, twitching, date.fromisoformat(made_on) if made_on else on, {**NOTHING_SAID, **factors})


def period(first: str, last: str, zone: str = LONDON) -> Period:
    return Period(date.fromisoformat(first), date.fromisoformat(last), zone)


def days_of(
    span: Period, episodes: Sequence[EpisodeRecord] = (), checkins: Sequence[CheckIn] = ()
) -> list[DayRecord]:
    """The days of the span, seen from its last."""
    return days_from(episodes, checkins, span, span.last)


def medicine(name: str = "Sertraline", started: str = "2026-02-16", **fields: Any) -> MedicineRecord:
    """A medicine taken since that date, as well as it is known; "" is not said."""
    begun = PartialDate.from_text(started) if started else None
    known = {"kind": "ssri", "dose": "50 mg", "how_often": "", "started": begun, "stopped": None}
    return MedicineRecord(name, **{**known, **fields})


def result(value: str = "2.1", limits: str = "", taken_on: str = "2026-04-20", **fields: Any) -> BloodResult:
    """A result of TSH, held against a range where one is given."""
    known = {"what": "tsh", "label": "TSH", "unit": "mIU/l", "taken_on": PartialDate.from_text(taken_on)}
    lab_range = parse_range(limits or "up to 9999", "tsh", "mIU/l")
    return BloodResult(value=Amount.from_text(value), lab_range=lab_range, **{**known, **fields})
