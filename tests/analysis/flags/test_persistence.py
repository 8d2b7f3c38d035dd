"""The boundary table of clinical.md A7, row by row, and three tests for every rule."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diary.analysis.days import days_from
from diary.analysis.flags import Flag, Thresholds, flags, persistent, worked_out
from diary.analysis.flags.words import dated
from diary.analysis.records import CheckIn, EpisodeRecord, SignRecord
from diary.periods import Period, local_date
from diary.vocabulary import rules
from tests.analysis.made import LONDON, at, said, spell, twitch

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


def test_a_single_twitch_raises_nothing() -> None:
    assert found(twitch("2026-03-03 12:00")) == []
    assert found(now="2026-03-03 12:00") == []


def test_lengths_not_recorded_are_no_long_twitches_and_end_where_they_start() -> None:
    unknown = [twitch(f"2026-03-{day:02} 08:00", None) for day in (1, 5, 9, 13, 15)]
    assert raised(*unknown) == set()
    assert raised(*unknown, twitch("2026-03-15 08:01", None)) == {"SITE_14D"}


def test_a_short_twitch_inside_a_long_one_does_not_end_the_run() -> None:
    long = twitch("2026-03-01 12:00", end="2026-03-12 12:00")
    assert "SITE_14D" in raised(long, *march([2, 16]))


def test_two_runs_too_short_on_their_own_stay_two() -> None:
    assert raised(*march([1, 4, 8, 12, 17, 20])) == set()


@pytest.mark.parametrize(("gap", "expected"), [(2, set()), (3, {"SITE_14D"}), (7, {"SITE_14D"})])
def test_the_gap_is_the_persons_own(gap: int, expected: set[str]) -> None:
    assert raised(*march([1, 5, 9, 13, 17]), gap_days=gap) == expected


def test_no_gap_at_all_asks_for_a_twitch_every_day() -> None:
    assert raised(*march(range(1, 17)), gap_days=0) == {"SITE_14D"}
    assert raised(*march([*range(1, 9), *range(10, 18)]), gap_days=0) == set()


@pytest.mark.parametrize(
    ("today", "state", "until"), [(20, "open", None), (21, "open", None), (22, "resolved", 17)]
)
def test_a_run_is_open_while_a_twitch_today_would_still_join_it(
    today: int, state: str, until: int | None
) -> None:
    flag = the("SITE_14D", *march([1, 5, 9, 13, 17]), now=f"2026-03-{today} 12:00")
    assert (flag.state, flag.since, flag.until and flag.until.day) == (state, date(2026, 3, 1), until)
    assert flag.days == 5


def test_a_resolved_run_is_kept_beside_the_one_that_is_open() -> None:
    old, new = march([1, 5, 9, 13, 17]), [twitch(f"2026-05-{day:02} 12:00") for day in (1, 5, 9, 13, 17)]
    assert [(flag.state, flag.since, flag.until) for flag in found(*old, *new)] == [
        ("open", date(2026, 5, 1), None),
        ("resolved", date(2026, 3, 1), date(2026, 3, 17)),
    ]


def test_changing_an_entry_changes_the_flag() -> None:
    episodes = march([1, 5, 9, 13, 17])
    assert raised(*episodes) == {"SITE_14D"}
    assert raised(*(episode for episode in episodes if episode.started_on.day != 9)) == set()


def test_a_twitch_still_going_raises_live() -> None:
    running = twitch("2026-03-01 12:00", ongoing=True)
    lived = {
        now: raised(running, now=now)
        for now in (
            "2026-03-01 12:04",
            "2026-03-01 12:05",
            "2026-03-02 12:00",
            "2026-03-02 12:01",
            "2026-03-16 12:01",
        )
    }
    assert lived == {
        "2026-03-01 12:04": set(),
        "2026-03-01 12:05": {"EPISODE_LONG"},
        "2026-03-02 12:00": {"EPISODE_LONG"},
        "2026-03-02 12:01": {"EPISODE_LONG", "EPISODE_VERY_LONG"},
        "2026-03-16 12:01": {"EPISODE_LONG", "EPISODE_VERY_LONG", "SITE_14D"},
    }


def test_a_twitch_of_more_than_a_day_is_resolved_once_it_has_an_end() -> None:
    day = the("EPISODE_VERY_LONG", twitch("2026-03-01 12:00", 86_401))
    assert (day.state, day.since, day.until, day.days) == ("resolved", date(2026, 3, 1), date(2026, 3, 2), 2)
    assert raised(twitch("2026-03-01 12:00", 86_400)) == {"EPISODE_LONG"}


def test_a_spell_of_days_has_no_length() -> None:
    assert raised(spell("2026-03-01 08:00", "2026-03-03 08:00")) == set()


def test_spells_make_twitch_days() -> None:
    spells = [spell(f"2026-03-{day:02} 08:00", f"2026-03-{day:02} 20:00") for day in (1, 5, 9, 13, 15)]
    assert raised(*spells) == {"SITE_14D"}


@pytest.mark.parametrize(("minutes", "expected"), [(10, set()), (3, {"EPISODE_LONG"})])
def test_how_many_minutes_are_long_is_the_persons_own(minutes: int, expected: set[str]) -> None:
    assert raised(twitch("2026-03-03 12:00", 299), long_episode_min=minutes) == expected


def test_how_many_days_are_pointed_out_is_the_persons_own() -> None:
    eleven_days = march([1, 4, 8, 12])
    assert raised(*eleven_days, site_days=10) == {"SITE_14D"}
    eyelid = march([1, 4, 8, 12], EYELID)
    assert (raised(*eyelid, eyelid_days=12), raised(*eyelid, eyelid_days=10)) == (set(), {"EYELID_7D"})


def test_a_visit_since_the_run_began_answers_three_months() -> None:
    run = two_ends("2026-06-01 08:00", "2026-08-30 08:01", "calf left")
    assert raised(*run, visits=["2026-06-01"]) == {"SITE_14D"}
    assert raised(*run, visits=["2026-05-31"]) == {"SITE_90D"}
    assert raised(*run, visits=["2026-09-30"]) == {"SITE_90D"}


def test_an_upper_and_a_lower_eyelid_are_two_places() -> None:
    episodes = [*march([1, 3, 5, 7], "eyelid_upper left"), *march([2, 4, 6, 8], EYELID)]
    assert raised(*episodes) == {"MULTI_PLACE"}


MULTI = [
    pytest.param([*march([3]), *march([4], "thumb left")], set(), id="two episodes"),
    pytest.param(march([3, 4, 5]), set(), id="one place"),
    pytest.param(
        [*march([3, 4, 5]), *march([3, 4, 5], "calf right")], set(), id="both sides at once, always"
    ),
    pytest.param([*march([3, 4]), *march([5], "calf right")], {"MULTI_PLACE"}, id="left and right apart"),
    pytest.param([*march([3, 4, 5]), *march([5], "calf right")], set(), id="right never alone"),
    pytest.param(
        [*march([3, 4], "nose left"), *march([5], "nose middle")], {"MULTI_PLACE"}, id="a side and the middle"
    ),
    pytest.param([*march([3, 4]), *march([5], "calf")], set(), id="a side not said adds no place"),
    pytest.param([*march([3, 4]), *march([5], "")], set(), id="a place not said adds none"),
    pytest.param([*march([1]), *march([14, 15], "thumb left")], set(), id="15 dates"),
    pytest.param([*march([2]), *march([14, 15], "thumb left")], {"MULTI_PLACE"}, id="14 dates"),
]


@pytest.mark.parametrize(("episodes", "expected"), MULTI)
def test_several_places_within_two_weeks(episodes: list[EpisodeRecord], expected: set[str]) -> None:
    assert raised(*episodes) == expected


def test_a_twitch_still_going_counts_as_a_place_of_today() -> None:
    long_ago = twitch("2026-01-01 12:00", ongoing=True, place="thumb left")
    assert "MULTI_PLACE" in raised(long_ago, *march([14, 15]))


SIGNS = [
    pytest.param([(1, "weakness", False), (2, "stiffness", False)], None, id="no is never a yes"),
    pytest.param([(1, "weakness", True)], None, id="15 dates ago"),
    pytest.param([(2, "stiffness", True)], ("ROUTINE", "felt stiff"), id="14 dates ago"),
    pytest.param(
        [(13, "weakness", True), (13, "stiffness", True), (14, "weakness", True)],
        ("ROUTINE", "weak or stiff"),
        id="2 days",
    ),
    pytest.param([(day, "weakness", True) for day in (5, 10, 15)], ("SOON", "felt weak"), id="3 days"),
]


@pytest.mark.parametrize(("answers", "expected"), SIGNS)
def test_weak_or_stiff(answers: list[tuple[int, str, bool]], expected: tuple[str, str] | None) -> None:
    signs = [SignRecord(date(2026, 3, day), sign, answer) for day, sign, answer in answers]
    flagged = found(now="2026-03-15 12:00", signs=signs)
    assert len(flagged) == (expected is not None)
    for flag in flagged:
        assert flag.level == expected[0]
        assert expected[1] in flag.sentence


def test_an_answer_after_the_instant_looked_at_is_not_known_yet() -> None:
    assert raised(now="2026-03-15 12:00", signs=[SignRecord(date(2026, 3, 16), "weakness", True)]) == set()


def test_what_persists_is_named() -> None:
    flagged = found(*march([1, 5, 9, 13, 17]), twitch("2026-03-17 13:00", 900), *march([17], "thumb left"))
    assert {flag.rule for flag in flagged} == {"SITE_14D", "EPISODE_LONG", "MULTI_PLACE"}
    assert [flag.rule for flag in persistent(flagged)] == ["SITE_14D"]


def test_the_most_pressing_comes_first() -> None:
    signs = [SignRecord(date(2026, 3, day), "weakness", True) for day in (15, 16, 17)]
    flagged = found(*march([1, 5, 9, 13, 17]), twitch("2026-03-17 13:00", 900), signs=signs)
    assert [flag.level for flag in flagged] == ["SOON", "ROUTINE", "NOTE"]


def test_the_sentence_counts_days_filled_in_and_says_who_advises_what() -> None:
    quiet = [said(f"2026-03-{day:02}", "none") for day in (2, 3, 6, 7)]
    flag = the("SITE_14D", *march([1, 5, 9, 13, 17]), checkins=quiet)
    assert flag.sentence == (
        "You have logged twitching in your left calf on 5 of the 9 days filled in since 1 March, "
        "for more than 2 weeks. UK health advice is to see a GP when a twitch has lasted more than 2 weeks. "
        "Most twitches turn out to be harmless."
    )
    assert worked_out(flag) == [
        "The rule: twitching at one place, on and off, for more than 2 weeks.",
        "The days: 1 March, 5 March, 9 March, 13 March, 17 March.",
        "From the first start to the last end: 16 days.",
        "Counted as one run while gaps are at most 3 days.",
        "8 days were not filled in; they count neither way.",
        "Source: NHS, Twitching eyes and muscles, reviewed 30 October 2023. Rules of 2026-11.",
    ]


DAYS = [
    pytest.param(["2026-03-01"], "1 March", id="one"),
    pytest.param(["2026-03-01", "2026-03-02", "2026-03-04"], "1 to 2 March, 4 March", id="a span and one"),
    pytest.param(["2026-03-31", "2026-04-01"], "31 March to 1 April", id="over the end of a month"),
    pytest.param(["2025-12-31", "2026-01-01"], "31 December 2025 to 1 January", id="over new year"),
    pytest.param(
        [f"2026-03-{day:02}" for day in (1, 2, *range(4, 29, 2))],
        "3 days before, " + ", ".join(f"{day} March" for day in range(6, 29, 2)),
        id="the latest twelve",
    ),
]


@pytest.mark.parametrize(("days", "words"), DAYS)
def test_the_days_are_written_out_as_spans(days: list[str], words: str) -> None:
    assert dated([date.fromisoformat(day) for day in days]) == words


def test_a_blank_day_counts_neither_way() -> None:
    flag = the("SITE_14D", *march([1, 4, 8, 12, 16]))
    assert (flag.evidence.filled_in, flag.evidence.blank) == (5, 11)
    assert flag.evidence.days == tuple(date(2026, 3, day) for day in (1, 4, 8, 12, 16))


def test_days_that_were_not_read_leave_the_denominator_out() -> None:
    episodes = march([1, 5, 9, 13, 17])
    (flag,) = flags(episodes, [], [], [], Thresholds(), at("2026-03-17 13:00"), LONDON)
    assert "on 5 days since 1 March" in flag.sentence
    assert (flag.evidence.filled_in, flag.evidence.blank) == (None, None)


def everything() -> list[Flag]:
    signs = [SignRecord(date(2026, 9, 1), "weakness", True)]
    coffee = [said("2026-09-01", caffeine_mg=900)]
    day = "2026-09-01 12:00"
    running = twitch("2026-08-25 12:00", ongoing=True, place="thumb left")
    rows = [
        *two_ends("2026-05-25 08:00", "2026-09-01 08:00", EYELID),
        *two_ends("2026-08-01 08:00", "2026-09-01 08:00", "eyelid_upper right"),
        *two_ends("2026-08-20 08:00", "2026-09-01 08:00", "eyelid_upper left"),
        *two_ends("2026-05-25 08:00", "2026-09-01 08:00", "calf left"),
        *two_ends("2026-08-10 08:00", "2026-09-01 08:00", ""),
        *two_ends("2026-08-10 08:00", "2026-09-01 08:00", "widespread"),
        *two_ends("2026-04-10 08:00", "2026-05-01 08:00", "calf left"),
        running,
        twitch("2026-05-01 08:00", 90_000, "knee left"),
    ]
    return found(*rows, now=day, signs=signs, checkins=coffee)


def test_every_rule_can_be_raised_at_once() -> None:
    assert {flag.rule for flag in everything()} == {
        "SITE_14D", "SITE_90D", "EYELID_7D", "EYELID_21D", "EYELID_90D", "EPISODE_LONG", "EPISODE_VERY_LONG",
        "MULTI_PLACE", "SPREADING", "WEAK_OR_STIFF", "CAFFEINE_HIGH",
    }  # fmt: skip


def test_no_sentence_pleads_or_names_a_condition() -> None:
    forbidden = (
        "please",
        "motor neuron",
        "mnd",
        "als ",
        "epilep",
        "parkinson",
        "fibromyal",
        "cause",
        "normal",
        "!",
    )
    texts = [" ".join([flag.sentence, *worked_out(flag)]).lower() for flag in everything()]
    assert [(word, text) for text in texts for word in forbidden if word in text] == []


def test_every_sentence_reads_whole() -> None:
    for flag in everything():
        assert flag.sentence[0].isupper()
        assert flag.sentence.endswith(".")
        assert "  " not in flag.sentence
        assert flag.sentence.startswith(("You ", "In the last 2 weeks you ", "A twitch", "Twitches"))
        assert flag.source.name in worked_out(flag)[-1]


def test_every_level_is_known() -> None:
    assert {flag.level for flag in everything()} <= set(rules.LEVELS)


RUNS = st.lists(st.tuples(st.integers(0, 60 * 1440), st.integers(1, 90_000)), min_size=1, max_size=12)


@given(RUNS, st.integers(1, 300))
def test_a_diary_shifted_by_days_is_flagged_the_same(rows: list[tuple[int, int]], n: int) -> None:
    def on(first: datetime) -> list[tuple[Any, ...]]:
        episodes = [
            twitch(f"{first + timedelta(minutes=m):%Y-%m-%d %H:%M}", seconds, zone="Asia/Kolkata")
            for m, seconds in rows
        ]
        flagged = found(*episodes, zone="Asia/Kolkata")
        return [
            (
                flag.rule,
                flag.state,
                flag.since and flag.since - first.date(),
                flag.days,
                flag.evidence.elapsed,
            )
            for flag in flagged
        ]

    assert on(datetime(2026, 1, 1)) == on(datetime(2026, 1, 1) + timedelta(days=n))  # noqa: DTZ001  walls


@given(RUNS)
def test_at_most_one_time_rule_is_open_at_a_place(rows: list[tuple[int, int]]) -> None:
    first = datetime(2026, 1, 1)  # noqa: DTZ001  the clock on the wall
    episodes = [twitch(f"{first + timedelta(minutes=m):%Y-%m-%d %H:%M}", s, EYELID) for m, s in rows]
    lasting = [flag for flag in found(*episodes) if flag.rule.startswith("EYELID") and flag.is_open]
    assert len(lasting) <= 1
