"""The boundary table of clinical.md A7, row by row."""

from datetime import date
from typing import Any

import pytest

from diary.analysis.records import SignRecord
from tests.analysis.flags.marches import EYELID, found, march, raised, two_ends
from tests.analysis.made import LONDON, said, twitch


def zones(*rows: Any) -> list[Any]:
    """Each row in zones on both sides of UTC."""
    names = (LONDON, "Pacific/Auckland", "America/Los_Angeles", "Asia/Kolkata")
    return [pytest.param(*row.values, zone, id=f"{row.id} in {zone}") for row in rows for zone in names]


# The clocks of these zones do not change between 1 and 15 February, or 1 June and 1 September.
LASTING = zones(
    pytest.param("calf left", "2026-02-01 08:00", "2026-02-15 08:00", set(), id="SITE_14D exactly 14 d"),
    pytest.param(
        "calf left", "2026-02-01 08:00", "2026-02-15 08:01", {"SITE_14D"}, id="SITE_14D a minute more"
    ),
    pytest.param(EYELID, "2026-02-01 08:00", "2026-02-08 08:00", set(), id="EYELID_7D exactly 7 x 24 h"),
    pytest.param(EYELID, "2026-02-01 08:00", "2026-02-08 08:01", {"EYELID_7D"}, id="EYELID_7D 7 d + 1 min"),
    pytest.param(EYELID, "2026-06-01 08:00", "2026-06-22 08:00", {"EYELID_7D"}, id="EYELID_21D exactly 21 d"),
    pytest.param(
        EYELID, "2026-06-01 08:00", "2026-06-22 08:01", {"EYELID_21D"}, id="supersede EYELID_21D alone"
    ),
    pytest.param(
        EYELID, "2026-06-01 08:00", "2026-08-30 08:00", {"EYELID_21D"}, id="EYELID_90D exactly 90 d"
    ),
    pytest.param(
        EYELID, "2026-06-01 08:00", "2026-08-30 08:01", {"EYELID_90D"}, id="supersede EYELID_90D alone"
    ),
    pytest.param(
        "calf left", "2026-06-01 08:00", "2026-08-30 08:00", {"SITE_14D"}, id="SITE_90D exactly 90 d"
    ),
    pytest.param(
        "calf left", "2026-06-01 08:00", "2026-08-30 08:01", {"SITE_90D"}, id="supersede SITE_90D alone"
    ),
)


@pytest.mark.parametrize(("place", "start", "end", "expected", "zone"), LASTING)
def test_a_run_is_pointed_out_past_its_threshold(
    place: str, start: str, end: str, expected: set[str], zone: str
) -> None:
    assert raised(*two_ends(start, end, place, zone), zone=zone) == expected


BOUNDARIES = [
    pytest.param({"episodes": march([1, 6, 11, 16])}, set(), id="gap of 4 free days: separate runs"),
    pytest.param({"episodes": march([1, 5, 9, 13, 17])}, {"SITE_14D"}, id="gap of 3 free days: one run"),
    pytest.param(
        {"episodes": [*march([3]), *march([3], "calf right")]},
        set(),
        id="MULTI_PLACE both calves at once, once",
    ),
    pytest.param(
        {"episodes": [*march([3, 4]), *march([5], "eyelid_upper right")]},
        {"MULTI_PLACE"},
        id="MULTI_PLACE calf twice and eyelid once",
    ),
    pytest.param({"episodes": [twitch("2026-03-03 12:00", 299)]}, set(), id="EPISODE_LONG 4 min 59 s"),
    pytest.param(
        {"episodes": [twitch("2026-03-03 12:00", 300)]}, {"EPISODE_LONG"}, id="EPISODE_LONG 5 min 00 s"
    ),
    pytest.param({"episodes": march([3])}, set(), id="three-state: weakness not asked on all days"),
    pytest.param(
        {"episodes": march([3]), "signs": [SignRecord(date(2026, 3, 3), "weakness", True)]},
        {"WEAK_OR_STIFF"},
        id="three-state: weakness yes once",
    ),
]


@pytest.mark.parametrize(("diary", "expected"), BOUNDARIES)
def test_the_boundary_table(diary: dict[str, Any], expected: set[str]) -> None:
    episodes = diary.pop("episodes")
    assert raised(*episodes, **diary) == expected
    diary["episodes"] = episodes


CLOCK_CHANGES = [
    # Spring: 14 dates apart are 335 hours; autumn: 337. Only real time counts.
    pytest.param(LONDON, "2026-03-20 08:00", "2026-04-03 08:00", set(), id="spring 335 h, London"),
    pytest.param(LONDON, "2026-03-20 08:00", "2026-04-03 09:00", set(), id="spring 336 h, London"),
    pytest.param(
        LONDON, "2026-03-20 08:00", "2026-04-03 09:01", {"SITE_14D"}, id="spring plus 61 min, London"
    ),
    pytest.param(LONDON, "2026-10-20 08:00", "2026-11-03 07:00", set(), id="autumn 336 h, London"),
    pytest.param(
        LONDON, "2026-10-20 08:00", "2026-11-03 07:01", {"SITE_14D"}, id="autumn minus 59 min, London"
    ),
    pytest.param("America/Los_Angeles", "2026-03-01 08:00", "2026-03-15 09:00", set(), id="spring 336 h, LA"),
    pytest.param(
        "America/Los_Angeles",
        "2026-03-01 08:00",
        "2026-03-15 09:01",
        {"SITE_14D"},
        id="spring plus 61 min, LA",
    ),
    pytest.param("America/Los_Angeles", "2026-10-25 08:00", "2026-11-08 07:00", set(), id="autumn 336 h, LA"),
    pytest.param(
        "America/Los_Angeles",
        "2026-10-25 08:00",
        "2026-11-08 07:01",
        {"SITE_14D"},
        id="autumn minus 59 min, LA",
    ),
    pytest.param(
        "Pacific/Auckland", "2026-09-20 08:00", "2026-10-04 09:00", set(), id="spring 336 h, Auckland"
    ),
    pytest.param(
        "Pacific/Auckland",
        "2026-09-20 08:00",
        "2026-10-04 09:01",
        {"SITE_14D"},
        id="spring plus 61 min, Auckland",
    ),
    pytest.param(
        "Pacific/Auckland", "2026-03-29 08:00", "2026-04-12 07:00", set(), id="autumn 336 h, Auckland"
    ),
    pytest.param(
        "Pacific/Auckland",
        "2026-03-29 08:00",
        "2026-04-12 07:01",
        {"SITE_14D"},
        id="autumn minus 59 min, Auckland",
    ),
]


@pytest.mark.parametrize(("zone", "start", "end", "expected"), CLOCK_CHANGES)
def test_two_weeks_are_336_hours_whatever_the_clocks_do(
    zone: str, start: str, end: str, expected: set[str]
) -> None:
    assert raised(*two_ends(start, end, "calf left", zone), zone=zone) == expected


CAFFEINE = [
    pytest.param([400.0] * 7, set(), "", id="7-day mean 400.0"),
    pytest.param(
        [400.7, *[400.0] * 6], {"CAFFEINE_HIGH"}, "400.1 mg of caffeine a day, on 7 of 7 days", id="400.1"
    ),
    pytest.param(
        [None, 500, None, 500, None, 500, 500],
        {"CAFFEINE_HIGH"},
        "500 mg of caffeine a day, on 4 of 7 days",
        id="3 of 7 days without an entry",
    ),
    pytest.param([None] * 7, set(), "", id="no entry at all"),
    pytest.param([0, 0, 0, 0, 0, 0, 900], set(), "", id="a zero is an answer"),
]


@pytest.mark.parametrize(("amounts", "expected", "words"), CAFFEINE)
def test_caffeine_is_averaged_over_the_days_with_an_amount(
    amounts: list[float | None], expected: set[str], words: str
) -> None:
    checkins = [
        said(f"2026-03-{n:02}", **({} if mg is None else {"caffeine_mg": mg}))
        for n, mg in enumerate(amounts, 1)
    ]
    flagged = found(now="2026-03-07 20:00", checkins=checkins)
    assert {flag.rule for flag in flagged} == expected
    assert all(words in flag.sentence for flag in flagged)


def test_caffeine_of_eight_days_ago_is_not_of_the_last_week() -> None:
    assert raised(now="2026-03-09 20:00", checkins=[said("2026-03-02", caffeine_mg=3000)]) == set()
    assert raised(now="2026-03-08 20:00", checkins=[said("2026-03-02", caffeine_mg=3000)]) == {
        "CAFFEINE_HIGH"
    }
