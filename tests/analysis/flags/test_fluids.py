"""Fluids and salts: what is lost, missing, or very much."""

import pytest

from diary.analysis.flags import Flag
from tests.analysis.flags.diaries import Diary, drank, found, gave, logged, open_rules, took, yes


def the(rule: str, diary: Diary) -> Flag:
    (flag,) = (flag for flag in found(diary) if flag.rule == rule)
    return flag


@pytest.mark.parametrize("sign", ["no_urine", "dizzy"])
def test_too_little_fluid_is_about_today(sign: str) -> None:
    flag = the("DEHYDRATED", yes(sign, 0))
    assert (flag.level, flag.sentence.endswith(" on 28 May. Get medical help now.")) == ("TODAY", True)


def test_with_sudden_confusion_on_the_day_it_is_a_matter_of_now() -> None:
    confused = the("DEHYDRATED", yes("no_urine", 0) + yes("confusion", 0))
    assert (confused.level, confused.sentence) == (
        "NOW",
        "You noted no urine for 8 hours and sudden confusion or drowsiness on 28 May. "
        "Call your local emergency number now.",
    )
    apart = yes("no_urine", 5) + yes("confusion", 0)
    assert the("DEHYDRATED", apart).level == "TODAY"


def test_confusion_alone_has_its_own_rule() -> None:
    assert open_rules(yes("confusion", 0)) == {"CONFUSION"}


@pytest.mark.parametrize(("ml", "is_raised"), [(5000, False), (5001, True)])
def test_very_much_in_a_day(ml: int, is_raised: bool) -> None:
    assert ("OVER_FLUID" in open_rules(gave([1], water_ml=ml))) == is_raised


def test_what_was_drunk_is_told_with_its_day() -> None:
    fact = (
        "That is a lot of fluid in a short time. Drinking far more than you need can upset body salts, too."
    )
    assert the("OVER_FLUID", drank(day_2=1200)).sentence == (
        f"You logged 1,200 ml of drinks within an hour on 26 May. {fact}"
    )
    assert the("OVER_FLUID", gave([2], water_ml=5600)).sentence == (
        f"You logged 5,600 ml of drinks on 26 May. {fact}"
    )


def test_the_same_said_as_a_sign_or_in_the_check_in_counts_alike() -> None:
    tingling = yes("salts_tingling", 2) + logged(1)
    assert "SALTS" in open_rules(tingling + yes("sweating", 4))
    assert "SALTS" in open_rules(tingling + yes("vomiting", 4) + gave([3], upset_stomach=1))
    assert "FLUID_LOSS" in open_rules(yes("diarrhoea", 2) + yes("vomiting", 1) + logged(1))
    assert "MED_LITHIUM" in open_rules(took("lithium") + yes("vomiting", 1) + logged(1))


def test_a_water_tablet_counts_among_what_loses_salts() -> None:
    assert "SALTS" in open_rules(took("diuretic", 90) + yes("salts_tingling", 2) + logged(1))


def test_a_water_tablet_is_taken_not_noted() -> None:
    sentence = the("SALTS", took("diuretic", 90) + yes("salts_tingling", 2) + logged(1)).sentence
    fact = "you noted tingling or spasms along with the twitching, and took a water tablet. "
    assert sentence.startswith(f"In the last 2 weeks {fact}")
