"""Runs: when they begin, go on and end, and what they are pointed out for."""

from datetime import date, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diary.analysis.flags import persistent
from tests.analysis.flags.marches import EYELID, found, march, raised, the, two_ends
from tests.analysis.made import spell, twitch


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


def test_only_up_to_a_day_is_called_quite_ordinary() -> None:
    calm = "That can be quite ordinary"
    assert calm in the("EPISODE_LONG", twitch("2026-03-01 12:00", 86_400)).sentence
    longer = the("EPISODE_LONG", twitch("2026-03-01 12:00", 86_401)).sentence
    assert calm not in longer
    assert longer.endswith("on 1 March. It is marked so that it is easy to find later.")


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


def test_what_persists_is_named() -> None:
    flagged = found(*march([1, 5, 9, 13, 17]), twitch("2026-03-17 13:00", 900), *march([17], "thumb left"))
    assert {flag.rule for flag in flagged} == {"SITE_14D", "EPISODE_LONG", "MULTI_PLACE"}
    assert [flag.rule for flag in persistent(flagged)] == ["SITE_14D"]


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
