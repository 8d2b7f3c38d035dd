"""Who is past the gate, what it takes to be found, and what must make no difference."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from diary.analysis.links import Group, Link, Review, links
from diary.analysis.links.counting import Looked, dots
from diary.analysis.links.exposures import Cut
from diary.analysis.links.judging import REVIEW_DAYS
from diary.analysis.links.sentences import finding
from diary.analysis.links.words import Reader
from diary.analysis.records import DayRecord
from diary.vocabulary.factors import CORE
from tests.analysis.links.invented import FIRST, day, diary, linked, today


def of(days: Sequence[DayRecord], factor: str, **how: object) -> Link:
    found = links(days, today(days), **how).of(factor)
    assert found is not None
    return found


def verdicts(review: Review) -> dict[str, str]:
    return {link.factor: link.verdict for link in review.links}


def test_a_strong_link_is_found_and_the_others_are_not() -> None:
    review = links(linked(effect={"stress": 3}), date(2026, 7, 3))
    found = review.of("stress")
    assert verdicts(review) == {
        "sleep_hours": "no_clear_link",
        "caffeine_mg": "no_clear_link",
        "water_ml": "no_clear_link",
        "stress": "consistent_link",
    }
    assert found.cut == Cut("from", 7)
    assert found.exposed.per_day / found.unexposed.per_day > 2
    assert found.interval[0] < 3 < found.interval[1]
    assert found.interval[0] <= found.ratio < found.unshrunk
    assert found.rho > 0 > links(linked(effect={"sleep_hours": 3}), date(2026, 7, 3)).of("sleep_hours").rho


def test_short_sleep_that_goes_with_more_twitching_has_a_ratio_above_one() -> None:
    found = of(linked(effect={"sleep_hours": 3}), "sleep_hours")
    assert found.verdict == "consistent_link"
    assert found.rho < 0
    assert found.ratio > 1


def test_a_factor_that_goes_with_less_twitching_has_a_ratio_below_one() -> None:
    found = of(linked(effect={"caffeine_mg": 0.25}), "caffeine_mg")
    assert found.verdict == "consistent_link"
    assert found.ratio < 1


def test_days_that_do_not_point_the_way_of_the_test_are_not_called_a_link() -> None:
    """Twitching grows with stress up to 6, but the days of 7 and more have hardly any."""
    stress = [8 if at % 15 == 7 else at % 7 for at in range(180)]
    found = of(diary([1 if value == 8 else value for value in stress], stress=stress), "stress")
    assert (found.rho > 0.3, found.p <= 0.01, found.unshrunk < 1) == (True, True, True)
    assert found.verdict == "cannot_tell"
    assert "do not point the same way" in finding(found, Reader())


def test_the_raw_counts_are_there_from_the_first_day() -> None:
    found = of([day(0, 3, stress=8)], "stress")
    assert (found.exposed, found.unexposed) == (Group(1, 1, 3), Group(0, 0, 0))
    assert (found.verdict, found.waits_for, found.check_ins) == ("too_early", "check_ins", 1)
    assert found.unexposed.per_day is None


def test_an_empty_diary_has_the_core_factors_and_no_days() -> None:
    review = links([], FIRST)
    assert [link.factor for link in review.links] == [code for code in verdicts(review) if code in CORE]
    assert {*verdicts(review)} == {*CORE}
    assert (review.checked_in, review.judged) == (0, ())


@pytest.mark.parametrize(
    ("days", "waits_for"),
    [
        (diary([1, 0] * 30, stress=[8, 1] * 30), ""),
        (diary([1, 0] * 29 + [1], stress=[8, 1] * 29 + [8]), "check_ins"),
        (diary([1, 0] * 30, stress=[8] * 9 + [6] * 10 + [1] * 41), ""),
        (diary([1, 0] * 30, stress=[8] * 9 + [7] * 51), "days"),
        (diary([1] * 19 + [0] * 41, stress=[8, 1] * 30), "episodes"),
        (diary([3] * 9 + [0] * 51, stress=[8, 1] * 30), "episodes"),
        (diary([2] * 10 + [0] * 50, stress=[8, 1] * 30), ""),
        (diary([1, 0] * 60, stress=[None] * 61 + [8] * 59), "check_ins"),
    ],
)
def test_the_gates(days: list[DayRecord], waits_for: str) -> None:
    found = of(days, "stress")
    assert found.waits_for == waits_for
    assert (found.verdict == "too_early") is bool(waits_for)
    assert found.is_judged is not bool(waits_for)


def test_a_day_without_a_check_in_is_left_out_even_with_an_entry() -> None:
    days = linked(120, {"stress": 3})
    logged = replace(days[50], checked_in=False, twitches=40)
    blank = replace(days[50], checked_in=False, twitches=0, state="blank")
    with_entry, without = ([*days[:50], middle, *days[51:]] for middle in (logged, blank))
    assert links(with_entry, today(days)) == links(without, today(days))
    assert of(with_entry, "stress").check_ins == 119


def test_twitching_that_was_only_said_counts_as_one() -> None:
    said = [replace(record, twitches=0) for record in diary([1, 0] * 30, stress=[8, 1] * 30)]
    assert of(said, "stress").exposed == Group(30, 30, 30)


def test_a_value_filled_in_as_usual_is_left_out_unless_asked_for() -> None:
    days = [replace(record, usual=frozenset(["stress"])) for record in linked(120)]
    assert of(days, "stress").check_ins == 0
    assert of(days, "stress", with_usual=True) == of(linked(120), "stress")
    assert of(days, "water_ml") != of(days, "stress")


def test_alcohol_is_that_of_the_day_before() -> None:
    found = of([day(0, 0, alcohol_units=4), day(1, 5, alcohol_units=0), day(2, 0)], "alcohol_units")
    assert found.lag_days == 1
    assert (found.exposed, found.unexposed) == (Group(1, 1, 5), Group(1, 0, 0))


def test_yesterdays_alcohol_counts_though_yesterday_was_not_checked_in() -> None:
    days = [day(0, 1), day(1, None, alcohol_units=3), day(2, 2), day(3, 1, alcohol_units=0), day(4, 0)]
    assert of(days, "alcohol_units").exposed == Group(1, 1, 2)


def test_an_optional_factor_is_looked_at_once_it_has_a_value() -> None:
    assert links(linked(70), FIRST + timedelta(69)).of("illness") is None
    assert of([*linked(70), day(70, 1, illness=0)], "illness").check_ins == 1


def test_more_factors_ask_for_more() -> None:
    days = linked(180, {"stress": 1.5}, seed=3)
    more = [replace(r, factors={**r.factors, "screen_hours": float(at % 7)}) for at, r in enumerate(days)]
    assert of(days, "stress").p < of(more, "stress").p


def test_a_link_found_twice_running_is_consistent() -> None:
    days = linked(120, {"stress": 1.7}, seed=2)
    first = links(days[:90], days[89].date)
    once, twice = (of(days, "stress", before=before) for before in (None, first))
    assert (first.of("stress").verdict, once.verdict) == ("possible_link", "possible_link")
    assert (twice.verdict, twice.seen_before) == ("consistent_link", True)


def test_a_link_found_the_other_way_round_is_not_the_same_link() -> None:
    days = linked(120, {"stress": 1.7}, seed=2)
    before = links(days[:90], days[89].date)
    turned = replace(before, links=tuple(replace(link, rho=-link.rho) for link in before.links))
    assert of(days, "stress", before=turned).verdict == "possible_link"


def test_the_cut_of_the_review_before_is_kept() -> None:
    days, kept = linked(120), Cut("under", 1600)
    before = links(days[:90], days[89].date)
    other = tuple(replace(link, cut=kept) for link in before.links if link.factor == "water_ml")
    assert of(days, "water_ml").cut != kept
    assert of(days, "water_ml", before=replace(before, links=other)).cut == kept


def entwined(effect: bool) -> list[DayRecord]:
    """Sleep that stress shortens almost always, on some days alone."""
    days = linked(240, {"stress": 3} if effect else {}, seed=5)
    return [
        replace(r, factors={**r.factors, "sleep_hours": 9 - r.factors["stress"] / 2 - (at % 5) / 4})
        for at, r in enumerate(days)
    ]


def test_a_factor_that_only_keeps_company_is_said_to() -> None:
    review = links(entwined(True), entwined(True)[-1].date)
    sleep, stress = review.of("sleep_hours"), review.of("stress")
    assert (sleep.verdict, sleep.entangled) == ("possible_link", ("stress",))
    assert sleep.p <= 0.01
    assert stress.is_found


def test_only_the_latest_year_is_looked_at() -> None:
    days = linked(500)
    review = links(days, today(days))
    assert review.in_period == REVIEW_DAYS == review.checked_in
    assert review == links(days[-REVIEW_DAYS:], today(days))


def test_a_diary_that_ended_long_ago_is_still_looked_at() -> None:
    days = linked(90)
    later = links(days, date(2030, 1, 1))
    assert replace(later, made_on=today(days)) == links(days, today(days))


def test_days_to_come_are_not_looked_at() -> None:
    days = linked(120)
    assert links(days, days[99].date) == links(days[:100], days[99].date)


def test_blank_days_at_either_end_make_no_difference() -> None:
    days = linked(120)
    edges = [day(at, None) for at in (*range(-30, 0), *range(120, 150))]
    assert links([*edges[:30], *days, *edges[30:]], today(days)) == links(days, today(days))


def test_the_later_half_is_counted_apart() -> None:
    review = links([day(at, 0 if at < 4 else None) for at in range(6)] + [day(6, 0)], FIRST + timedelta(6))
    assert (review.in_period, review.checked_in, review.checked_in_late) == (7, 5, 1)
    assert review.is_patchy
    assert not links(linked(60), FIRST + timedelta(59)).is_patchy


def test_the_dots_are_the_days_of_the_counts() -> None:
    days = linked(80)
    found = of(days, "stress")
    exposed, others = dots(days, found, Looked())
    assert (len(exposed), sum(exposed)) == (found.exposed.days, found.exposed.episodes)
    assert (len(others), sum(others)) == (found.unexposed.days, found.unexposed.episodes)


answers = st.none() | st.integers(0, 10)


@settings(max_examples=60)
@given(st.lists(st.tuples(st.none() | st.integers(0, 4), answers), min_size=1, max_size=90), st.data())
def test_deleting_a_value_never_adds_a_zero(
    rows: list[tuple[int | None, int | None]], data: st.DataObject
) -> None:
    days = [day(at, count, stress=value) for at, (count, value) in enumerate(rows)]
    gone = data.draw(st.integers(0, len(days) - 1))
    less = [day(at, r[0], stress=None if at == gone else r[1]) for at, r in enumerate(rows)]
    before, after = of(days, "stress"), of(less, "stress")
    was_known = rows[gone][0] is not None and rows[gone][1] is not None
    assert after.check_ins == before.check_ins - was_known
    if before.cut and after.cut:
        gone_by = tuple(one - other for one, other in zip(in_all(before), in_all(after), strict=True))
        assert gone_by == ((1, rows[gone][0]) if was_known else (0, 0))


def in_all(link: Link) -> tuple[int, int]:
    """The days and episodes of both sides."""
    return link.exposed.days + link.unexposed.days, link.exposed.episodes + link.unexposed.episodes


@settings(max_examples=20)
@given(st.lists(st.tuples(st.integers(0, 9), st.integers(0, 9), answers), min_size=1, max_size=90))
def test_the_cut_does_not_know_how_often_it_twitched(rows: list[tuple[int, int, int | None]]) -> None:
    one, other = ([day(at, row[n], stress=row[2]) for at, row in enumerate(rows)] for n in (0, 1))
    assert of(one, "stress").cut == of(other, "stress").cut


@settings(max_examples=30)
@given(st.lists(st.tuples(st.none() | st.integers(0, 3), answers), min_size=60, max_size=120))
def test_whatever_was_written_the_result_is_a_number_or_says_so(
    rows: list[tuple[int | None, int | None]],
) -> None:
    days = [day(at, count, stress=value) for at, (count, value) in enumerate(rows)]
    for link in links(days, today(days)).links:
        assert link.is_judged is link.is_ready
        assert (link.ratio is None) is (link.interval is None)
        if link.interval:
            assert 0 < link.interval[0] <= link.ratio <= link.interval[1] < float("inf")
