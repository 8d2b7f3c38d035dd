"""Runs of twitches made by hand, and what the rules say of them at an instant."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

from diary.analysis.days import days_from
from diary.analysis.flags import Flag, Thresholds, flags
from diary.analysis.records import CheckIn, EpisodeRecord, SignRecord
from diary.periods import Period, local_date
from tests.analysis.made import LONDON, at, twitch

EYELID = "eyelid_lower left"


def found(
    *episodes: EpisodeRecord,
    now: str = "",
    zone: str = LONDON,
    checkins: Sequence[CheckIn] = (),
    signs: Sequence[SignRecord] = (),
    visits: Sequence[str] = (),
    **thresholds: int,
) -> list[Flag]:
    """The flags as they stand at an instant; without one, an hour after the last end."""
    ends = [episode.ended_at or episode.started_at for episode in episodes]
    moment = at(now, zone) if now else max(ends) + timedelta(hours=1)
    today = local_date(moment, zone)
    firsts = [episode.started_on for episode in episodes] + [checkin.day for checkin in checkins]
    span = Period(min([*firsts, today]), today, zone)
    days = days_from(episodes, checkins, span, today)
    seen = [date.fromisoformat(visit) for visit in visits]
    return flags(episodes, days, signs, seen, Thresholds(**thresholds), moment, zone)


def raised(*episodes: EpisodeRecord, **situation: Any) -> set[str]:
    return {flag.rule for flag in found(*episodes, **situation) if flag.is_open}


def the(rule: str, *episodes: EpisodeRecord, **situation: Any) -> Flag:
    (flag,) = [flag for flag in found(*episodes, **situation) if flag.rule == rule]
    return flag


def march(days: Sequence[int], place: str = "calf left", zone: str = LONDON) -> list[EpisodeRecord]:
    """Twitches of 40 seconds at noon on these days of March."""
    return [twitch(f"2026-03-{day:02} 12:00", place=place, zone=zone) for day in days]


def two_ends(start: str, end: str, place: str, zone: str = LONDON) -> list[EpisodeRecord]:
    """A run by its first start and its last end, with a twitch every other day between."""
    first, last = at(start, zone), at(end, zone)
    between = [first + timedelta(days=n) for n in range(2, (last - first).days, 2)]
    return [twitch(moment, 30, place, zone) for moment in (first, *between)] + [
        twitch(last - timedelta(minutes=1), 60, place, zone)
    ]
