"""Medicines just begun, raised or cut down, and alcohol cut down."""

from datetime import date, timedelta

import pytest

from diary.analysis.flags import Flag
from tests.analysis.flags.diaries import TODAY, Diary, found, gave, logged, open_rules, rated, took, yes

BESIDE = yes("fever", 1) + yes("agitation", 1) + logged(1)


def the(rule: str, diary: Diary, on: date = TODAY) -> Flag:
    (flag,) = (flag for flag in found(diary, on) if flag.rule == rule)
    return flag


RAISED = [
    pytest.param(took("snri", 7), True, id="another of the kinds"),
    pytest.param(took("statin", 7), False, id="no such kind"),
    pytest.param(took("ssri", 90, dose="25 mg", ago_3="50 mg"), True, id="a higher dose"),
    pytest.param(took("ssri", 90, dose="50 mg", ago_3="25 mg"), False, id="a lower dose"),
    pytest.param(took("ssri", 90, dose="50 mg", ago_3="50 mg"), False, id="the same dose"),
    pytest.param(took("ssri", 90, dose="50 mg", ago_3="two"), True, id="a dose that cannot be compared"),
    pytest.param(took("ssri", "2026-05"), False, id="some day this month"),
    pytest.param(took("ssri", 90) + took("ssri", 2), True, id="a second one added"),
]


@pytest.mark.parametrize(("medicine", "is_raised"), RAISED)
def test_a_medicine_begun_raised_or_added_with_other_signs(medicine: Diary, is_raised: bool) -> None:
    assert ("MED_SEROTONIN" in open_rules(medicine + BESIDE)) == is_raised


SIGNS = [
    pytest.param(yes("fever", 1) + yes("agitation", 1), False, id="nothing moves"),
    pytest.param(yes("fever", 1) + yes("agitation", 1) + yes("trembling", 1), True, id="trembling will do"),
    pytest.param(yes("fever", 1) + yes("agitation", 1) + yes("stiffness", 1), True, id="and stiffness"),
    pytest.param(yes("fever", 1) + yes("agitation", 6) + logged(1), False, id="one from before it began"),
    pytest.param(logged(1) + gave([1], upset_stomach=1, heavy_sweating=1), True, id="said in the check-in"),
    pytest.param(
        logged(1) + gave([1], upset_stomach=1) + yes("diarrhoea", 1), False, id="the same said twice"
    ),
    pytest.param(logged(1) + yes("diarrhoea", 1) + yes("vomiting", 1), True, id="two that are two"),
]


@pytest.mark.parametrize(("signs", "is_raised"), SIGNS)
def test_two_other_signs_and_something_that_moves(signs: Diary, is_raised: bool) -> None:
    assert ("MED_SEROTONIN" in open_rules(took("ssri", 4) + signs)) == is_raised


def test_it_calls_for_help_now_and_on_a_later_day_for_advice() -> None:
    diary = took("ssri", 4) + BESIDE
    flags = [the("MED_SEROTONIN", diary, TODAY + timedelta(days=n)) for n in (0, 1)]
    assert [flag.level for flag in flags] == ["NOW", "TODAY"]
    assert flags[0].sentence == (
        "You noted fever and agitation along with twitching or the like, within a week of a change of "
        "Example. This mix soon after a medicine change needs urgent medical help. Call your local emergency "
        "number or go to the nearest emergency department, and take your medicines with you."
    )


SEDATIVE = [
    pytest.param(took("benzodiazepine", 90, dose="5 mg", ago_28="2 mg"), True, id="less 28 days ago"),
    pytest.param(took("benzodiazepine", 90, dose="5 mg", ago_29="2 mg"), False, id="less 29 days ago"),
    pytest.param(took("benzodiazepine", 90, dose="2 mg", ago_9="5 mg"), False, id="more"),
    pytest.param(took("benzodiazepine", 90, dose="5 mg", ago_9="half"), False, id="not to be compared"),
    pytest.param(took("ssri", 90, dose="50 mg", ago_9="25 mg"), False, id="another kind"),
]


@pytest.mark.parametrize(("medicine", "is_raised"), SEDATIVE)
def test_a_sedative_that_was_cut_down(medicine: Diary, is_raised: bool) -> None:
    assert ("MED_STOPPED" in open_rules(medicine + logged(1))) == is_raised


def test_cut_down_and_stopped_are_told_apart() -> None:
    less = the("MED_STOPPED", took("benzodiazepine", 90, dose="5 mg", ago_9="2 mg") + logged(1))
    stopped = the("MED_STOPPED", took("benzodiazepine", 90, 9) + logged(1))
    assert "within 4 weeks of taking less of Example." in less.sentence
    assert "within 4 weeks of stopping Example." in stopped.sentence


def drinking(units: float, until: int, days: int = 7) -> Diary:
    return gave(range(until, until + days), alcohol_units=units)


NONE_SINCE = gave([0], alcohol_units=0)
ALCOHOL = [
    pytest.param(drinking(9, 7) + NONE_SINCE, True, id="9 units a day until 7 days ago"),
    pytest.param(drinking(9, 8) + NONE_SINCE, False, id="until 8 days ago"),
    pytest.param(drinking(8, 3) + NONE_SINCE, False, id="8 units a day"),
    pytest.param(drinking(9, 3), False, id="nothing said of a day since"),
    pytest.param(drinking(9, 3, days=3) + NONE_SINCE, False, id="3 days are no week"),
    pytest.param(drinking(9, 0), False, id="still drinking"),
]


@pytest.mark.parametrize(("diary", "is_raised"), ALCOHOL)
def test_much_alcohol_that_was_stopped(diary: Diary, is_raised: bool) -> None:
    assert ("MED_STOPPED" in open_rules(diary + logged(0))) == is_raised


@pytest.mark.parametrize("sign", ["seizure", "hallucinations"])
def test_fits_and_the_like_make_it_a_matter_of_now(sign: str) -> None:
    flag = the("MED_STOPPED", took("benzodiazepine", 90, 9) + logged(1) + yes(sign, 0))
    assert (flag.level, flag.sentence.endswith("Call your local emergency number now.")) == ("NOW", True)
    before = the("MED_STOPPED", took("benzodiazepine", 90, 9) + logged(1) + yes(sign, 12))
    assert before.level == "SOON"


def test_weakness_says_nothing_about_medicines() -> None:
    assert open_rules(took("ssri", 4) + rated((1, 5)) + logged(1)) == {"MED_LINK", "WEAK_OR_STIFF"}
