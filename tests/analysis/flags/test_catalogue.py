"""Every rule of the catalogue against three cases: raised, just not raised, too little known (A5)."""

import re
from dataclasses import replace
from datetime import date, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diary.analysis.flags import Thresholds, flags, worked_out
from diary.analysis.flags.rules import OF_A_RUN, OF_THE_PERSON
from diary.analysis.records import SignRecord
from diary.vocabulary.catalogue import CATALOGUE, NO_FLAG
from diary.vocabulary.emergency import EMERGENCY
from diary.vocabulary.signs import ASKED
from tests.analysis.flags.cases import CASES
from tests.analysis.flags.diaries import (
    RAISED,
    TODAY,
    UNKNOWN,
    Diary,
    ago,
    found,
    has,
    logged,
    no,
    open_rules,
    took,
    yes,
)
from tests.analysis.made import LONDON, at, days_of, period, twitch
from tests.test_look import FORBIDDEN

ROWS = [
    pytest.param(code, case, id=f"{code}: {case} ({words})")
    for code, cases in CASES.items()
    for case, (words, _) in cases.items()
]


@pytest.mark.parametrize(("code", "case"), ROWS)
def test_the_decision_table(code: str, case: str) -> None:
    words, diary = CASES[code][case]
    assert (code in open_rules(diary)) == (case == RAISED), words


def test_the_decision_table_can_be_read() -> None:
    """Shown by `pytest -rP`: rule by case, with what the diary finds."""
    lines = [
        f"{code:18} {case:17} {words:45} -> {', '.join(sorted(open_rules(diary))) or 'nothing'}"
        for code, cases in CASES.items()
        for case, (words, diary) in cases.items()
    ]
    print("\n".join(lines))
    assert len(lines) == 3 * len(CATALOGUE)


def test_every_rule_of_the_catalogue_runs_and_has_its_three_cases() -> None:
    assert CASES.keys() == CATALOGUE.keys()
    assert len(OF_THE_PERSON) + len(OF_A_RUN) == len(CATALOGUE) - 5  # of five time rules one, one of a report


@pytest.mark.parametrize("code", [code for code in CASES if code != "RECORDING_GAP"])  # a no is an entry
def test_not_asked_never_equals_no(code: str) -> None:
    _, diary = CASES[code][UNKNOWN]
    unasked = replace(diary, signs=[])
    everything_no = unasked + Diary(signs=[SignRecord(TODAY, sign, False) for sign in ASKED])
    assert code not in open_rules(unasked) | open_rules(everything_no)


COMPARED = {"SPREADING": range(14, 28), "RISING": range(7, 14), "RECORDING_GAP": range(28)}
"""These look at what a stretch of days had less of, so an entry on one of its days is not unrelated."""
UNRELATED = st.sampled_from(["knee left", "ear right", ""])


@given(st.sampled_from(sorted(CASES)), st.integers(0, 27), UNRELATED)
def test_an_unrelated_twitch_never_takes_a_flag_away(code: str, day: int, place: str) -> None:
    _, diary = CASES[code][RAISED]
    related = {rule for rule, days in COMPARED.items() if day in days}
    assert open_rules(diary) - open_rules(diary + logged(day, place=place)) <= related


@given(st.sampled_from(sorted(CASES)), st.integers(0, 27), st.sampled_from(sorted(ASKED)), st.booleans())
def test_an_answer_about_another_sign_never_takes_a_flag_away(
    code: str, day: int, sign: str, answer: bool
) -> None:
    _, diary = CASES[code][RAISED]
    more = diary + (yes(sign, day) if answer else no(sign, day))
    assert open_rules(diary) - open_rules(more) <= {"RECORDING_GAP"}


@given(st.sampled_from(sorted(CASES)), st.integers(0, 27))
def test_a_medicine_or_a_condition_never_takes_a_flag_away(code: str, day: int) -> None:
    _, diary = CASES[code][RAISED]
    more = diary + took("thyroid", day) + has("Pregnancy") + has("Migraine", "family")
    assert open_rules(diary) <= open_rules(more)


def clock_changes(code: str, zone: str, at_noon: date) -> set[str]:
    """What is open at noon when the same clock times lie before and after a change of the clocks."""
    _, diary = CASES[code][RAISED]
    by = at_noon - TODAY
    walls = [
        twitch(
            f"{e.started_at.astimezone(ZoneInfo(LONDON)).replace(tzinfo=None) + by:%Y-%m-%d %H:%M}",
            e.length_s,
            f"{e.site} {e.side}".strip(),
            zone,
            ongoing=e.is_ongoing,
        )
        for e in diary.episodes
    ]
    return open_rules(replace(diary.shifted(by.days), episodes=walls), at_noon, zone)


NO_SUMMER_TIME = "Asia/Kolkata"
CHANGES = [("Europe/London", date(2026, 4, 2)), ("Europe/London", date(2026, 10, 29))]
CHANGES += [("America/Los_Angeles", date(2026, 3, 12)), ("Pacific/Auckland", date(2026, 9, 30))]
EXACT = {"SITE_14D", "SITE_90D", "EYELID_7D", "EYELID_21D", "EYELID_90D"}
"""These are of elapsed time: their rows of clock changes are in test_persistence.py."""


@pytest.mark.parametrize(("zone", "day"), CHANGES)
@pytest.mark.parametrize("code", sorted(CASES.keys() - EXACT))
def test_a_change_of_the_clocks_changes_nothing(code: str, zone: str, day: date) -> None:
    assert clock_changes(code, zone, day) == clock_changes(code, NO_SUMMER_TIME, day)


@given(st.sampled_from(sorted(CASES)), st.integers(-400, 400))
def test_a_diary_moved_by_days_has_its_flags_moved(code: str, days: int) -> None:
    _, diary = CASES[code][RAISED]
    by = timedelta(days=days)
    moved = [(flag.rule, flag.since, flag.days) for flag in found(diary.shifted(days), TODAY + by)]
    assert moved == [(flag.rule, flag.since and flag.since + by, flag.days) for flag in found(diary)]


def test_what_no_longer_holds_is_kept_with_its_dates() -> None:
    diary = yes("weakness", 40, 39, 38)
    (flag,) = found(diary, since=TODAY - timedelta(days=60))
    assert (flag.rule, flag.state, flag.level, flag.days) == ("WEAK_OR_STIFF", "resolved", "SOON", 3)
    assert (flag.since, flag.until) == (TODAY - timedelta(days=40), TODAY - timedelta(days=25))
    assert flag.sentence.startswith("You noted on 3 days in the 2 weeks to ")


def test_help_now_becomes_advice_after_a_day() -> None:
    levels = [found(yes("seizure", day))[0].level for day in (0, 1, 2, 13)]
    assert levels == ["NOW", "NOW", "TODAY", "TODAY"]


@pytest.mark.parametrize(("region", "number"), EMERGENCY.items())
def test_the_emergency_number_is_that_of_the_person(region: str, number: str) -> None:
    diary = yes("breath_severe", 0)
    days = days_of(period(ago(2), ago(0)))
    (flag,) = flags([], days, diary.signs, [], Thresholds(emergency=number), at(f"{TODAY} 18:00"), LONDON)
    assert flag.sentence.endswith(f"Call {EMERGENCY[region]} now.")


def test_no_rule_names_a_condition_or_shouts() -> None:
    words = (
        "motor neur",
        "mnd",
        " als",
        "epilep",
        "parkinson",
        "stroke",
        "fibromyal",
        "cause",
        "abnormal",
        "!",
    )
    texts = [
        f"{rule.name} {rule.condition} {rule.advice} {rule.source.name}".lower()
        for rule in CATALOGUE.values()
    ]
    asked = [f"{sign.label} {sign.question} {sign.noted}".lower() for sign in ASKED.values()]
    texts += [*asked, NO_FLAG.lower()]
    assert [(word, text) for text in texts for word in words if word in text] == []
    assert [text for text in texts if re.search(FORBIDDEN, text, re.IGNORECASE)] == []


@pytest.mark.parametrize(("month", "is_raised"), [("2026-05", True), ("2026-04", False), ("2026", False)])
def test_a_medicine_known_to_the_month_counts_when_every_day_of_it_would(month: str, is_raised: bool) -> None:
    diary = took("ssri", month) + Diary([twitch("2026-05-31 12:00")])
    rules = {flag.rule for flag in found(diary, date(2026, 5, 31))}
    assert ("MED_LINK" in rules) == is_raised


def test_a_class_without_a_source_links_nothing() -> None:
    assert "MED_LINK" not in open_rules(took("thyroid", 10) + logged(2))


def test_a_medicine_that_is_on_no_list_points_at_nothing() -> None:
    assert "MED_LINK" not in open_rules(took("", 10) + logged(*range(1, 9)))


def test_the_medicine_is_named_and_nothing_is_claimed() -> None:
    (flag,) = found(took("ssri", 10) + logged(5))
    assert flag.sentence == (
        "The twitching in your left calf began 5 days after you started Example. "
        "Timing alone does not show a link. Ask your pharmacist or doctor. "
        "Do not stop a prescribed medicine on your own."
    )


def test_what_twitched_before_the_medicine_is_not_said_to_have_begun_with_it() -> None:
    (flag,) = (flag for flag in found(took("ssri", 10) + logged(60, 5)) if flag.rule == "MED_LINK")
    assert flag.sentence.startswith(
        "The twitching in your left calf began again 5 days after you started Example. "
    )


def resolved(diary: Diary) -> dict[str, str]:
    """What the rules say of the same diary 40 days later."""
    before = found(diary.shifted(-40), since=TODAY - timedelta(days=90))
    return {flag.rule: flag.sentence for flag in before if not flag.is_open}


@pytest.mark.parametrize("code", ["BREATH_SEVERE", "SEIZURE", "BREATH_REST", "MED_LITHIUM", "SALTS"])
def test_what_is_long_over_calls_nobody_today(code: str) -> None:
    sentence = resolved(CASES[code][RAISED][1])[code]
    assert [word for word in ("today", "Call", "now") if word in sentence] == []


PAST = [
    ("CAFFEINE_HIGH", "You have averaged 401 mg of caffeine a day, on 1 of 7 days in the week to 17 April."),
    ("SLEEP_SHORT", "You have averaged 6.9 hours of sleep, on 4 of 7 nights in the week to 18 April."),
    ("MED_STOPPED", "You have logged twitching on 1 day within 4 weeks of stopping Example."),
    (
        "MED_LITHIUM",
        "While taking lithium you noted falls or clumsy hands in the 2 weeks to 17 April, along with ",
    ),
]


@pytest.mark.parametrize(("code", "fact"), PAST)
def test_a_sentence_about_the_past_says_when(code: str, fact: str) -> None:
    assert resolved(CASES[code][RAISED][1])[code].startswith(fact)


def test_a_start_known_to_the_month_claims_no_day() -> None:
    diary = took("ssri", "2026-05") + Diary([twitch("2026-05-31 12:00")])
    (flag,) = (flag for flag in found(diary, date(2026, 5, 31)) if flag.rule == "MED_LINK")
    assert flag.sentence.startswith(
        "The twitching in your left calf began within 30 days after you started Example. "
    )


@pytest.mark.parametrize("code", CASES)
def test_a_rule_of_our_own_choice_says_so_where_it_is_worked_out(code: str) -> None:
    (flag, *_) = (flag for flag in found(CASES[code][RAISED][1]) if flag.rule == code)
    says = "A number in this rule is our own choice; no doctor has checked it." in worked_out(flag)
    assert says == CATALOGUE[code].is_our_choice


def test_what_no_source_states_is_marked_as_our_choice() -> None:
    """The counts and levels marked D in clinical.md A5."""
    assert all(CATALOGUE[code].is_our_choice for code in ("MULTI_PLACE", "EYE_LOCAL", "FACE_SPREAD"))
