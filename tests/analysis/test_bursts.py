"""Rows of the diary: what folds, what stands alone, and that nothing gets lost."""

from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diary.analysis.bursts import Row, bursts, rows
from diary.analysis.frequency import counts
from diary.models import Episode
from tests.analysis.made import days_of, period, spell, twitch

NOON = datetime(2026, 5, 28, 11, 0, tzinfo=UTC)


def burst(minute: float, seconds: float | None = 60, site: str = "calf", **fields: Any) -> Episode:
    """A twitch that many minutes after noon, or one whose length was not recorded."""
    started_at = NOON + timedelta(minutes=minute)
    ended_at = None if seconds is None else started_at + timedelta(seconds=seconds)
    side = "left" if site not in ("", "other") else ""
    return Episode(site=site, side=side, started_at=started_at, ended_at=ended_at, **fields)


def came_and_went(minute: float, minutes: float, **fields: Any) -> Episode:
    return burst(minute, 60 * minutes, kind="spell", **fields)


def minutes(groups: list[tuple[Episode, ...]]) -> list[list[float]]:
    return [[(entry.started_at - NOON).total_seconds() / 60 for entry in group] for group in groups]


def test_bursts_at_one_place_within_ten_minutes_are_one_group() -> None:
    assert minutes(bursts([burst(0), burst(8), burst(15), burst(25)])) == [[0, 8, 15, 25]]


@pytest.mark.parametrize(("gap_s", "groups"), [(599, 1), (600, 2)])
def test_the_gap_counts_from_the_end_and_must_be_under_ten_minutes(gap_s: int, groups: int) -> None:
    assert len(bursts([burst(0, 120), burst(2 + gap_s / 60)])) == groups


def test_without_a_length_the_gap_counts_from_the_start() -> None:
    assert minutes(bursts([burst(0, None), burst(9, None), burst(19, None)])) == [[0, 9], [19]]


def test_the_longest_so_far_is_what_the_next_follows() -> None:
    assert minutes(bursts([burst(0, 1800), burst(5, 60), burst(35)])) == [[0, 5, 35]]


def test_two_places_in_turn_are_two_groups() -> None:
    taken = [burst(0), burst(1, site="thumb"), burst(5), burst(6, site="thumb")]
    assert minutes(bursts(taken)) == [[0, 5], [1, 6]]


def test_what_started_again_belongs_to_the_first_however_late() -> None:
    first = burst(0)
    second, third = burst(40, spell_group=first.uuid), burst(90, spell_group=first.uuid)
    assert minutes(bursts([first, burst(60), second, third])) == [[0, 40, 90], [60]]


def test_what_started_again_stays_together_without_the_first() -> None:
    group = uuid4()
    assert minutes(bursts([burst(40, spell_group=group), burst(90, spell_group=group)])) == [[40, 90]]


def test_places_not_said_are_not_taken_for_one() -> None:
    first = burst(0, site="")
    assert minutes(bursts([first, burst(2, site="")])) == [[0], [2]]
    assert minutes(bursts([first, burst(2, site="", spell_group=first.uuid)])) == [[0, 2]]


def test_somewhere_else_is_as_many_places_as_it_has_words() -> None:
    ear, nape = (burst(n, site="other", place_words=words) for n, words in enumerate(("Behind ear", "Nape")))
    assert minutes(bursts([ear, nape, burst(5, site="other", place_words="behind ear")])) == [[0, 5], [1]]


def test_what_goes_on_joins_what_came_before_and_what_comes_while_it_does() -> None:
    going = burst(5, None, is_ongoing=True)
    assert minutes(bursts([burst(0), going, burst(50)])) == [[0, 5, 50]]


def test_what_was_deleted_stands_alone_and_joins_nothing() -> None:
    deleted = burst(6, deleted_at=NOON)
    assert minutes(bursts([burst(0), deleted, burst(13)])) == [[0], [6], [13]]


def test_spells_never_fold_and_do_not_part_what_does() -> None:
    taken = [burst(0), came_and_went(2, 3, site="thumb"), came_and_went(6, 3, site="thumb"), burst(8)]
    assert minutes(bursts(taken)) == [[0, 8], [2], [6]]


def test_midnight_and_the_end_of_summer_time_part_nothing() -> None:
    midnight = [burst(11 * 60 + 55), burst(12 * 60 + 3)]  # 11:55pm and 12:03am in London
    assert len(bursts(midnight)) == 1
    clocks_go_back = datetime(2026, 10, 25, 0, 55, tzinfo=UTC)  # 1:55am, then 1:01am
    twice = [
        Episode(site="calf", side="left", started_at=clocks_go_back + timedelta(minutes=n)) for n in (0, 6)
    ]
    assert len(bursts(twice)) == 1


def test_a_list_that_begins_with_the_latest_stays_so() -> None:
    taken = [burst(90), burst(15), burst(8), burst(3, site="thumb"), burst(0)]
    assert minutes(bursts(taken)) == [[90], [15, 8, 0], [3]]


def test_a_row_knows_where_it_begins_and_how_far_it_reaches() -> None:
    long, short = burst(0, 1800), burst(5)
    row = Row((short, long))
    assert (row.first, row.last) == (long, long)


entries = st.builds(
    burst,
    st.integers(0, 200),
    st.sampled_from([None, 5, 60, 1500]),
    st.sampled_from(["calf", "thumb", "", "other"]),
    kind=st.sampled_from(["twitch", "twitch", "spell"]),
    uuid=st.uuids(),
    spell_group=st.sampled_from([None, None, UUID(int=1), UUID(int=2)]),
    deleted_at=st.sampled_from([None, None, None, NOON]),
)


@given(st.lists(entries, max_size=12, unique_by=lambda entry: entry.uuid))
def test_every_entry_stands_in_one_row(taken: list[Episode]) -> None:
    shown = [entry.uuid for row in rows(taken) for each in (row, *row.within) for entry in each.entries]
    assert sorted(shown) == sorted(entry.uuid for entry in taken)


@given(st.lists(entries, max_size=8, unique_by=lambda entry: (entry.started_at, entry.uuid)), st.randoms())
def test_the_order_given_changes_no_group(taken: list[Episode], shuffler: Any) -> None:
    taken = list({entry.started_at: entry for entry in taken}.values())
    shuffled = sorted(taken, key=lambda _: shuffler.random())
    assert {frozenset(group) for group in map(ids, bursts(shuffled))} == {
        frozenset(group) for group in map(ids, bursts(taken))
    }


def ids(group: tuple[Episode, ...]) -> list[UUID]:
    return [entry.uuid for entry in group]


def test_a_twitch_within_a_spell_at_its_place_stands_under_it() -> None:
    afternoon = came_and_went(0, 240)
    inside, elsewhere, after = burst(30), burst(40, site="thumb"), burst(300)
    assert rows([afternoon, inside, elsewhere, after]) == [
        Row((afternoon,), (Row((inside,)),)),
        Row((elsewhere,)),
        Row((after,)),
    ]


def test_bursts_fold_under_a_spell_too() -> None:
    afternoon, one, two = came_and_went(0, 240), burst(30), burst(35)
    assert rows([afternoon, one, two]) == [Row((afternoon,), (Row((one, two)),))]


@pytest.mark.parametrize(
    ("of_spell", "of_twitch"),
    [
        ({"site": ""}, {"site": ""}),
        ({}, {"site": ""}),
        ({"deleted_at": NOON}, {}),
        ({}, {"deleted_at": NOON}),
    ],
)
def test_no_place_and_what_was_deleted_hold_nothing(
    of_spell: dict[str, Any], of_twitch: dict[str, Any]
) -> None:
    assert len(rows([came_and_went(0, 240, **of_spell), burst(30, **of_twitch)])) == 2


def test_a_spell_that_goes_on_holds_what_comes() -> None:
    going = burst(0, None, kind="spell", is_ongoing=True)
    assert len(rows([going, burst(600)])) == 1


def test_a_day_with_twitches_within_a_spell_counts_once() -> None:
    span = period("2026-05-28", "2026-05-28")
    within = [twitch("2026-05-28 14:00"), twitch("2026-05-28 14:05")]
    [day] = days_of(span, [spell("2026-05-28 12:00", "2026-05-28 18:00"), *within])
    assert (day.state, day.spells, day.twitches, len(day.places)) == ("twitching", 1, 2, 1)
    assert counts([day]).twitching == 1
