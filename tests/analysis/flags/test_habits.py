"""Caffeine, sleep, alcohol and screens: means over the days that have a value."""

import pytest

from diary.analysis.flags import Flag
from tests.analysis.flags.diaries import Diary, found, gave, has, logged, open_rules


def the(rule: str, diary: Diary) -> Flag:
    (flag,) = (flag for flag in found(diary) if flag.rule == rule)
    return flag


PREGNANT = [
    pytest.param(has("Pregnant"), True, id="pregnant"),
    pytest.param(has("pregnancy, due in August"), True, id="in other words"),
    pytest.param(has("Pregnancy", since="2026-01"), True, id="since January"),
    pytest.param(has("Pregnancy", since="2024"), False, id="long over"),
    pytest.param(has("Pregnancy", "family"), False, id="somebody else"),
    pytest.param(has("Not pregnant"), False, id="the contrary"),
    pytest.param(Diary(), False, id="nothing said"),
]


@pytest.mark.parametrize(("record", "is_raised"), PREGNANT)
def test_the_lower_limit_in_pregnancy_when_the_record_says_so(record: Diary, is_raised: bool) -> None:
    assert ("CAFFEINE_HIGH" in open_rules(record + gave([1], caffeine_mg=201))) == is_raised
    assert "CAFFEINE_HIGH" not in open_rules(record + gave([1], caffeine_mg=200))


def test_the_sentence_names_the_limit_it_went_by() -> None:
    assert the("CAFFEINE_HIGH", has("Pregnant") + gave([1], caffeine_mg=250)).sentence == (
        "You have averaged 250 mg of caffeine a day, on 1 of 7 days in the last week. "
        "200 mg is the upper guide in pregnancy."
    )
    assert the("CAFFEINE_HIGH", gave([1], caffeine_mg=450)).sentence.endswith(
        "400 mg is the usual upper guide for adults."
    )


def test_alcohol_is_added_up_and_says_of_how_many_days() -> None:
    assert the("ALCOHOL_HIGH", gave([0, 3], alcohol_units=8.5)).sentence == (
        "You logged 17 units of alcohol, on 2 of 7 days in the last week. The UK low-risk guide is 14."
    )


@pytest.mark.parametrize(("days_ago", "is_raised"), [(4, True), (5, False)])
def test_screens_count_while_a_twitch_of_the_eyelid_would_join_a_run(days_ago: int, is_raised: bool) -> None:
    diary = gave([1], screen_hours=7) + logged(days_ago, place="eyelid_lower right")
    assert ("SCREEN_LONG" in open_rules(diary)) == is_raised
    assert "SCREEN_LONG" not in open_rules(gave([1], screen_hours=7) + logged(1))


def test_the_number_tells_it_from_the_guide() -> None:
    diary = gave([1], screen_hours=6.04) + logged(1, place="eyelid_lower right")
    assert the("SCREEN_LONG", diary).sentence.startswith("Your screen time has averaged 6.04 hours, on 1 of")
