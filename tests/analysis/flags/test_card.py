"""One calm card at most, and quiet once the person has dealt with it."""

from dataclasses import dataclass, replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diary.analysis.flags import Evidence, Flag, card, is_due, put_away_until, seen_until
from diary.vocabulary.rules import LEVELS
from diary.vocabulary.sources import NHS

TODAY = date(2026, 5, 28)
MAY_1 = date(2026, 5, 1)


@dataclass(frozen=True)
class Away:
    rule: str
    site: str
    side: str
    until: date
    made_on: date = MAY_1


def flag(
    rule: str = "SITE_14D", place: str = "calf left", level: str = "ROUTINE", since: date = MAY_1
) -> Flag:
    site, _, side = place.partition(" ")
    evidence = Evidence(rule="", days=(since,), began_on=since)
    return Flag(rule, level, "open", site, side, since, None, 1, "", NHS, evidence)


def shown(
    *flags: Flag, away: tuple[Away, ...] = (), visits: tuple[date, ...] = (), today: date = TODAY
) -> str | None:
    found = card(flags, away, visits, today)
    return found.rule if found else None


def test_nothing_open_shows_nothing() -> None:
    assert shown() is None
    assert shown(replace(flag(), state="resolved", until=TODAY)) is None


def test_a_note_never_makes_a_card() -> None:
    assert shown(flag("EPISODE_LONG", level="NOTE")) is None


def test_the_highest_level_is_shown() -> None:
    assert shown(flag(), flag("WEAK_OR_STIFF", "", "SOON", TODAY)) == "WEAK_OR_STIFF"


def test_of_one_level_the_oldest_is_shown() -> None:
    assert shown(flag(), flag("EYELID_7D", "eyelid_lower left", since=date(2026, 4, 1))) == "EYELID_7D"


def test_of_one_level_one_still_going_is_shown_before_an_older_one() -> None:
    assert shown(flag(), flag("EPISODE_VERY_LONG", since=date(2026, 5, 20))) == "EPISODE_VERY_LONG"


def test_put_away_is_quiet_for_two_weeks_and_back_on_the_day_after() -> None:
    until = put_away_until(TODAY)
    away = (Away("SITE_14D", "calf", "left", until),)
    days = [TODAY + timedelta(days=n) for n in range(16)]
    assert [shown(flag(), away=away, today=day) for day in days] == [None] * 14 + ["SITE_14D"] * 2


def test_put_away_is_for_the_place_whatever_the_rule() -> None:
    away = (Away("EYELID_7D", "eyelid_lower", "left", TODAY),)
    assert shown(flag("EYELID_21D", "eyelid_lower left"), away=away) is None
    assert shown(flag("EYELID_21D", "eyelid_lower right"), away=away) == "EYELID_21D"


def test_what_has_no_place_is_put_away_rule_by_rule() -> None:
    away = (Away("MULTI_PLACE", "", "", TODAY),)
    assert shown(flag("MULTI_PLACE", ""), away=away) is None
    assert shown(flag("WEAK_OR_STIFF", ""), away=away) == "WEAK_OR_STIFF"


def test_a_visit_is_quiet_for_four_weeks() -> None:
    days = [TODAY + timedelta(days=n) for n in range(30)]
    assert [shown(flag(), visits=(TODAY,), today=day) for day in days] == [None] * 28 + ["SITE_14D"] * 2
    assert seen_until(TODAY) == days[27]


@pytest.mark.parametrize(("visit", "expected"), [(date(2026, 4, 30), "SITE_14D"), (MAY_1, None)])
def test_a_visit_before_the_run_began_was_not_about_it(visit: date, expected: str | None) -> None:
    assert shown(flag(), visits=(visit,), today=date(2026, 5, 20)) == expected


@pytest.mark.parametrize(
    ("visit", "expected"), [(date(2026, 5, 19), "BREATH_REST"), (date(2026, 5, 20), None)]
)
def test_a_visit_before_it_was_noted_again_hides_nothing_urgent(visit: date, expected: str | None) -> None:
    breath = flag("BREATH_REST", "", "TODAY")
    again = replace(breath, evidence=replace(breath.evidence, days=(MAY_1, date(2026, 5, 20))))
    assert shown(again, visits=(visit,)) == expected


def risen(on: date) -> Flag:
    weak = flag("WEAK_OR_STIFF", "", "SOON")
    return replace(weak, evidence=replace(weak.evidence, rose_on=on))


@pytest.mark.parametrize(("days", "is_shown"), [(-1, True), (0, False)])
def test_what_became_more_pressing_after_a_visit_or_after_it_was_put_away_is_shown(
    days: int, is_shown: bool
) -> None:
    rise = date(2026, 5, 20)
    day = rise + timedelta(days=days)
    away = Away("WEAK_OR_STIFF", "", "", until=put_away_until(day), made_on=day)
    assert (shown(risen(rise), visits=(day,)) is not None) == is_shown
    assert (shown(risen(rise), away=(away,)) is not None) == is_shown


def test_what_is_urgent_and_noted_again_even_on_that_day_is_not_what_was_put_away() -> None:
    """It cannot be put away on the day it was noted or the next: what was, was noted before."""
    noted = flag("SPEECH_SWALLOW", "", "TODAY", since=date(2026, 5, 25))
    for day in (24, 25, 26):
        away = Away("SPEECH_SWALLOW", "", "", date(2026, 6, 7), made_on=date(2026, 5, day))
        assert shown(noted, away=(away,)) == "SPEECH_SWALLOW"
    assert shown(noted, away=(replace(away, made_on=date(2026, 5, 27)),)) is None


def test_a_visit_that_is_still_to_come_quiets_nothing() -> None:
    assert shown(flag(), visits=(TODAY + timedelta(days=1),)) == "SITE_14D"


def test_a_new_place_after_the_visit_is_shown() -> None:
    calf, thumb = flag(), flag(place="thumb left", since=date(2026, 5, 22))
    assert card([calf, thumb], [], [date(2026, 5, 20)], TODAY) == thumb


def test_put_away_and_seen_can_be_asked_one_by_one() -> None:
    assert is_due(flag(), [], [], TODAY)
    assert not is_due(flag(), [Away("SITE_14D", "calf", "left", TODAY)], [], TODAY)


NEAR = st.integers(-40, 2).map(lambda days: TODAY + timedelta(days=days))
PAST = st.integers(-40, 0).map(lambda days: TODAY + timedelta(days=days))


@st.composite
def flags(draw: st.DrawFn) -> Flag:
    """Any flag: open or not, of any level, at a place or at none, risen or not."""
    days = sorted(draw(st.lists(PAST, min_size=1, max_size=4)))
    made = flag(
        draw(st.sampled_from(["SITE_14D", "WASTING", "BREATH_REST"])),
        draw(st.sampled_from(["", "calf left"])),
        draw(st.sampled_from(list(LEVELS))),
        days[0],
    )
    rose_on = draw(st.none() | st.sampled_from(days))
    evidence = replace(made.evidence, days=tuple(days), rose_on=rose_on)
    return replace(made, evidence=evidence, state=draw(st.sampled_from(["open", "resolved"])))


@st.composite
def put_away(draw: st.DrawFn) -> Away:
    made_on = draw(PAST)
    rule = draw(st.sampled_from(["SITE_14D", "WASTING", "BREATH_REST"]))
    site, _, side = draw(st.sampled_from(["", "calf left"])).partition(" ")
    return Away(rule, site, side, put_away_until(made_on), made_on)


DEALT_WITH = st.tuples(st.lists(put_away(), max_size=3), st.lists(NEAR, max_size=3))


@given(flags(), DEALT_WITH)
def test_nothing_hides_what_is_urgent_for_a_day(one: Flag, dealt: tuple[list[Away], list[date]]) -> None:
    is_new = one.evidence.days[-1] >= TODAY - timedelta(days=1)
    if one.is_open and one.level in ("TODAY", "NOW") and is_new:
        assert card([one], *dealt, TODAY) == one


@given(st.lists(flags(), max_size=4), DEALT_WITH)
def test_what_is_dealt_with_never_brings_a_card(
    found: list[Flag], dealt: tuple[list[Away], list[date]]
) -> None:
    shown_without = [one for one in found if card([one], [], [], TODAY)]
    shown_with = [one for one in found if card([one], *dealt, TODAY)]
    assert [one for one in shown_with if one not in shown_without] == []
    assert all(one.is_open and one.level != "NOTE" for one in shown_without)


@given(flags())
def test_whatever_is_not_new_can_be_put_away_and_is_back_after_two_weeks(one: Flag) -> None:
    away = Away(one.rule, one.site, one.side, put_away_until(TODAY), TODAY)
    is_fresh = one.level in ("TODAY", "NOW") and one.evidence.days[-1] >= TODAY - timedelta(days=1)
    back = card([one], [away], [], away.until + timedelta(days=1))
    assert (card([one], [away], [], TODAY) is None) == (not is_fresh or not one.is_open)
    assert back == (one if one.is_open and one.level != "NOTE" else None)
