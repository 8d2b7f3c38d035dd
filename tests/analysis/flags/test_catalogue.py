"""Every rule of the catalogue against three cases: raised, just not raised, too little known (A5)."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diary.analysis.flags import Flag, Thresholds, flags, worked_out
from diary.analysis.flags.rules import OF_A_RUN, OF_THE_PERSON
from diary.analysis.health import MedicineRecord
from diary.analysis.records import CheckIn, EpisodeRecord, SignRecord
from diary.quantities import PartialDate
from diary.vocabulary.catalogue import CATALOGUE
from diary.vocabulary.emergency import EMERGENCY
from diary.vocabulary.signs import ASKED
from tests.analysis.made import LONDON, at, days_of, period, said, twitch

TODAY = date(2026, 5, 28)
RAISED, NOT_QUITE, UNKNOWN = "raised", "just not raised", "too little known"


@dataclass(frozen=True)
class Diary:
    episodes: list[EpisodeRecord] = field(default_factory=list)
    signs: list[SignRecord] = field(default_factory=list)
    checkins: list[CheckIn] = field(default_factory=list)
    medicines: list[MedicineRecord] = field(default_factory=list)

    def __add__(self, other: "Diary") -> "Diary":
        return Diary(
            self.episodes + other.episodes,
            self.signs + other.signs,
            self.checkins + other.checkins,
            self.medicines + other.medicines,
        )

    def shifted(self, days: int) -> "Diary":
        by = timedelta(days=days)
        moved = [
            twitch(e.started_at + by, e.length_s, f"{e.site} {e.side}".strip(), ongoing=e.is_ongoing)
            for e in self.episodes
        ]
        signs = [SignRecord(sign.date + by, sign.sign, sign.answer) for sign in self.signs]
        checkins = [
            CheckIn(c.day + by, c.twitching, c.made_on + by, c.factors, c.usual) for c in self.checkins
        ]
        medicines = [
            replace(m, started=moved_date(m.started, by), stopped=moved_date(m.stopped, by))
            for m in self.medicines
        ]
        return Diary(moved, signs, checkins, medicines)


def moved_date(on: PartialDate | None, by: timedelta) -> PartialDate | None:
    return PartialDate.of(on.first + by) if on and on.first else on


def ago(days: int) -> str:
    return (TODAY - timedelta(days=days)).isoformat()


def logged(*days: int, place: str = "calf left", seconds: float | None = 40) -> Diary:
    return Diary([twitch(f"{ago(day)} 12:00", seconds, place) for day in days])


def yes(sign: str, *days: int) -> Diary:
    return Diary(signs=[SignRecord(TODAY - timedelta(days=day), sign, True) for day in days])


def no(sign: str, *days: int) -> Diary:
    return Diary(signs=[SignRecord(TODAY - timedelta(days=day), sign, False) for day in days])


def gave(days: Iterable[int], twitching: str = "", **factors: float) -> Diary:
    return Diary(checkins=[said(ago(day), twitching, **factors) for day in days])


def going(days: int) -> Diary:
    return Diary([twitch(f"{ago(days)} 20:00", None, ongoing=True)])


def took(kind: str, started: int | str = "", stopped: int | None = None) -> Diary:
    """A medicine started and stopped so many days ago, or started in a month such as "2026-05"."""
    begun = (
        PartialDate.from_text(started if isinstance(started, str) else ago(started))
        if started != ""
        else None
    )
    over = None if stopped is None else PartialDate.from_text(ago(stopped))
    return Diary(medicines=[MedicineRecord("Example", kind, "", "", begun, over)])


def run(days: int, place: str) -> Diary:
    """On and off for exactly that many days: without lengths the last start is the last end."""
    return logged(*range(0, days, 3), days, place=place, seconds=None)


def noted(code: str, sign: str, others: Diary | None = None) -> dict[str, tuple[str, Diary]]:
    """The three cases of a rule that counts the days of one sign."""
    need, beside = CATALOGUE[code].days, others or Diary()
    return {
        RAISED: (f"yes on {need} of 14 days", yes(sign, *range(need)) + beside),
        NOT_QUITE: (
            f"yes on {need - 1} of 14 days, once more 15 days ago",
            yes(sign, *range(need - 1), 14) + beside,
        ),
        UNKNOWN: ("answered no, and not asked otherwise", no(sign, 0, 1, 2) + beside),
    }


LID, FACE, THUMB = "eyelid_upper left", "cheek left", "thumb right"

CASES: dict[str, dict[str, tuple[str, Diary]]] = {
    "SITE_14D": {
        RAISED: ("15 days at one place", run(15, "calf left")),
        NOT_QUITE: ("14 days at one place", run(14, "calf left")),
        UNKNOWN: ("15 days, then 5 days of nothing written", logged(20, 17, 14, 11, 8, 5)),
    },
    "SITE_90D": {
        RAISED: ("91 days at one place", run(91, "calf left")),
        NOT_QUITE: ("90 days", run(90, "calf left")),
        UNKNOWN: ("91 days apart, nothing between", logged(91, 0)),
    },
    "EYELID_7D": {
        RAISED: ("8 days of one eyelid", run(8, LID)),
        NOT_QUITE: ("7 days", run(7, LID)),
        UNKNOWN: ("8 days apart, nothing between", logged(8, 0, place=LID)),
    },
    "EYELID_21D": {
        RAISED: ("22 days of one eyelid", run(22, LID)),
        NOT_QUITE: ("21 days", run(21, LID)),
        UNKNOWN: ("22 days apart, nothing between", logged(22, 0, place=LID)),
    },
    "EYELID_90D": {
        RAISED: ("91 days of one eyelid", run(91, LID)),
        NOT_QUITE: ("90 days", run(90, LID)),
        UNKNOWN: ("91 days apart, nothing between", logged(91, 0, place=LID)),
    },
    "EPISODE_LONG": {
        RAISED: ("5 min 0 s", logged(1, seconds=300)),
        NOT_QUITE: ("4 min 59 s", logged(1, seconds=299)),
        UNKNOWN: ("length not recorded", logged(1, seconds=None)),
    },
    "EPISODE_VERY_LONG": {
        RAISED: ("going since the day before yesterday", going(2)),
        NOT_QUITE: ("going since yesterday evening", going(1)),
        UNKNOWN: ("two days ago, length not recorded", logged(2, seconds=None)),
    },
    "MULTI_PLACE": {
        RAISED: ("2 places, 3 entries in 14 days", logged(1, 2) + logged(3, place=THUMB)),
        NOT_QUITE: ("2 places, 2 entries", logged(1) + logged(3, place=THUMB)),
        UNKNOWN: ("3 entries, place not said twice", logged(1) + logged(2, 3, place="")),
    },
    "SPREADING": {
        RAISED: ("1 place, then 3", logged(1, 20) + logged(2, place=THUMB) + logged(3, place=LID)),
        NOT_QUITE: ("1 place, then 2", logged(1, 20) + logged(2, place=THUMB)),
        UNKNOWN: ("nothing known of the 2 weeks before", logged(1) + logged(2, place=THUMB)),
    },
    "RISING": {
        RAISED: ("4 days, 2 the week before", logged(0, 1, 2, 3, 8, 9) + gave(range(14), "none")),
        NOT_QUITE: ("4 days, 3 the week before", logged(0, 1, 2, 3, 8, 9, 10) + gave(range(14), "none")),
        UNKNOWN: ("4 days, the week before not filled in", logged(0, 1, 2, 3)),
    },
    "EYELID_CLOSES": noted("EYELID_CLOSES", "eyelid_closes"),
    "EYELID_BOTH_TIGHT": noted("EYELID_BOTH_TIGHT", "both_eyes_shut"),
    "EYE_LOCAL": {
        RAISED: ("red eye, eyelid twitch", yes("eye_local", 3) + logged(1, place=LID)),
        NOT_QUITE: ("red eye, calf twitch", yes("eye_local", 3) + logged(1)),
        UNKNOWN: ("eyelid twitch, not asked", logged(1, place=LID)),
    },
    "FACE_SPREAD": {
        RAISED: ("eyelid and cheek, same side", logged(1, place=LID) + logged(9, place=FACE)),
        NOT_QUITE: ("eyelid and cheek, other sides", logged(1, place=LID) + logged(9, place="cheek right")),
        UNKNOWN: ("eyelid and cheek, side not said", logged(1, place=LID) + logged(9, place="cheek")),
    },
    "TONGUE": {
        RAISED: ("2 days", logged(1, 5, place="tongue middle")),
        NOT_QUITE: ("2 entries on 1 day", logged(1, 1, place="tongue middle")),
        UNKNOWN: ("2 days, one of them 15 days ago", logged(1, 14, place="tongue middle")),
    },
    "WEAK_OR_STIFF": noted("WEAK_OR_STIFF", "stiffness"),
    "WASTING": noted("WASTING", "wasting"),
    "COORD_FALLS": noted("COORD_FALLS", "coordination"),
    "CRAMPS_SAME_AREA": noted("CRAMPS_SAME_AREA", "cramps"),
    "NUMB_TINGLE": noted("NUMB_TINGLE", "numbness"),
    "SUDDEN_FAST": noted("SUDDEN_FAST", "sudden_change"),
    "BREATH_SEVERE": noted("BREATH_SEVERE", "breath_severe"),
    "SEIZURE": noted("SEIZURE", "seizure"),
    "CONFUSION": noted("CONFUSION", "confusion"),
    "BREATH_REST": noted("BREATH_REST", "breath_rest"),
    "SPEECH_SWALLOW": noted("SPEECH_SWALLOW", "speech_swallow"),
    "PALPITATIONS": noted("PALPITATIONS", "heartbeat", logged(1)),
    "BREATH_EXERTION": noted("BREATH_EXERTION", "breath_effort"),
    "MED_LINK": {
        RAISED: ("started 30 days before", took("ssri", 32) + logged(2)),
        NOT_QUITE: ("started 31 days before", took("ssri", 33) + logged(2)),
        UNKNOWN: ("started at a time not known", took("ssri", "unknown") + logged(2)),
    },
    "MED_LITHIUM": {
        RAISED: ("lithium, clumsy hands", took("lithium") + yes("coordination", 3) + logged(1)),
        NOT_QUITE: ("lithium until last month", took("lithium", "", 30) + yes("coordination", 3) + logged(1)),
        UNKNOWN: ("lithium, nothing else asked", took("lithium") + logged(1)),
    },
    "MED_STOPPED": {
        RAISED: ("stopped 28 days ago", took("benzodiazepine", 90, 28) + logged(1)),
        NOT_QUITE: ("stopped 29 days ago", took("benzodiazepine", 90, 29) + logged(1)),
        UNKNOWN: ("stopped, twitching before only", took("benzodiazepine", 90, 3) + logged(5)),
    },
    "SALTS": {
        RAISED: (
            "tingling, sweating, twitching",
            yes("salts_tingling", 2) + gave([4], heavy_sweating=1) + logged(1),
        ),
        NOT_QUITE: (
            "tingling, upset stomach on 1 day",
            yes("salts_tingling", 2) + gave([4], upset_stomach=1) + logged(1),
        ),
        UNKNOWN: ("tingling, sweating not asked", yes("salts_tingling", 2) + logged(1)),
    },
    "FLUID_LOSS": {
        RAISED: ("2 days in a row, twitching", gave([1, 2], upset_stomach=1) + logged(1)),
        NOT_QUITE: ("2 days, one between", gave([1, 3], upset_stomach=1) + logged(1)),
        UNKNOWN: ("1 day, the next not asked", gave([1], upset_stomach=1) + gave([0]) + logged(1)),
    },
    "FATIGUE_MEMORY": {
        RAISED: ("tired on 7, memory on 3", yes("tiredness", *range(7)) + yes("memory", 1, 2, 3)),
        NOT_QUITE: ("tired on 7, memory on 2", yes("tiredness", *range(7)) + yes("memory", 1, 2)),
        UNKNOWN: ("tired on 7, memory not asked", yes("tiredness", *range(7))),
    },
    "IMPACT": noted("IMPACT", "impact"),
    "WORRY": noted("WORRY", "worry"),
    "CAFFEINE_HIGH": {
        RAISED: ("401 mg on one day of 7", gave([1], caffeine_mg=401)),
        NOT_QUITE: ("400 mg", gave(range(7), caffeine_mg=400)),
        UNKNOWN: ("900 mg 8 days ago, nothing since", gave([8], caffeine_mg=900)),
    },
    "SLEEP_SHORT": {
        RAISED: ("6.9 h on 4 nights", gave(range(4), sleep_hours=6.9)),
        NOT_QUITE: ("7 h on 4 nights", gave(range(4), sleep_hours=7)),
        UNKNOWN: ("5 h on 3 nights", gave(range(3), sleep_hours=5)),
    },
}

ROWS = [
    pytest.param(code, case, id=f"{code}: {case} ({words})")
    for code, cases in CASES.items()
    for case, (words, _) in cases.items()
]


def found(diary: Diary, on: date = TODAY, since: date | None = None) -> list[Flag]:
    first = min([on - timedelta(days=100), *(episode.started_on for episode in diary.episodes)])
    days = days_of(period(first.isoformat(), on.isoformat()), diary.episodes, diary.checkins)
    return flags(
        diary.episodes, days, diary.signs, [], Thresholds(), at(f"{on} 18:00"), LONDON, since, diary.medicines
    )


def open_rules(diary: Diary) -> set[str]:
    return {flag.rule for flag in found(diary) if flag.is_open}


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
    assert len(OF_THE_PERSON) + len(OF_A_RUN) == len(CATALOGUE) - 4  # of five time rules one


@pytest.mark.parametrize("code", CASES)
def test_not_asked_never_equals_no(code: str) -> None:
    _, diary = CASES[code][UNKNOWN]
    unasked = replace(diary, signs=[])
    everything_no = unasked + Diary(signs=[SignRecord(TODAY, sign, False) for sign in ASKED])
    assert code not in open_rules(unasked) | open_rules(everything_no)


@given(st.sampled_from(sorted(CASES)), st.integers(0, 27), st.sampled_from(["knee left", "ear right", ""]))
def test_an_unrelated_entry_never_takes_a_flag_away(code: str, day: int, place: str) -> None:
    _, diary = CASES[code][RAISED]
    more = diary + logged(day, place=place)
    assert open_rules(diary) - open_rules(more) <= {"SPREADING", "RISING"}


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
    assert [(word, text) for text in texts for word in words if word in text] == []


@pytest.mark.parametrize(("month", "is_raised"), [("2026-05", True), ("2026-04", False), ("2026", False)])
def test_a_medicine_known_to_the_month_counts_when_every_day_of_it_would(month: str, is_raised: bool) -> None:
    diary = took("ssri", month) + Diary([twitch("2026-05-31 12:00")])
    rules = {flag.rule for flag in found(diary, date(2026, 5, 31))}
    assert ("MED_LINK" in rules) == is_raised


def test_a_class_without_a_source_links_nothing() -> None:
    assert "MED_LINK" not in open_rules(took("thyroid", 10) + logged(2))


def test_the_medicine_is_named_and_nothing_is_claimed() -> None:
    (flag,) = found(took("ssri", 10) + logged(5))
    assert flag.sentence == (
        "The twitching in your left calf began 5 days after you started Example. "
        "Timing alone does not show a link. Ask your pharmacist or doctor. "
        "Do not stop a prescribed medicine on your own."
    )


def test_a_water_tablet_counts_among_what_loses_salts() -> None:
    assert "SALTS" in open_rules(took("diuretic", 90) + yes("salts_tingling", 2) + logged(1))


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


def test_a_water_tablet_is_taken_not_noted() -> None:
    diary = took("diuretic", 90) + yes("salts_tingling", 2) + logged(1)
    (sentence,) = (flag.sentence for flag in found(diary) if flag.rule == "SALTS")
    fact = "you noted tingling or spasms along with the twitching, and took a water tablet. "
    assert sentence.startswith(f"In the last 2 weeks {fact}")


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
