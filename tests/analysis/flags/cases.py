"""The decision table: every rule of the catalogue in three cases (clinical.md A5)."""

from diary.vocabulary.catalogue import CATALOGUE
from tests.analysis.flags.diaries import (
    NOT_QUITE,
    RAISED,
    UNKNOWN,
    Diary,
    drank,
    gave,
    going,
    logged,
    no,
    rated,
    reported,
    run,
    slept,
    took,
    yes,
)


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
    "RECORDING_GAP": {
        RAISED: ("13 of 28 days", logged(*range(13)) + reported(28)),
        NOT_QUITE: ("14 of 28 days", logged(*range(14)) + reported(28)),
        UNKNOWN: ("nothing at all in 28 days", reported(28)),
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
    "WEAK_PROGRESS": {
        RAISED: ("2 of 10, then 4 of 10", rated((27, 2), (14, 3), (0, 4))),
        NOT_QUITE: ("2 of 10, then 3 of 10", rated((27, 2), (14, 3), (0, 3))),
        UNKNOWN: ("yes on 3 days, rated once", yes("weakness", 27, 14) + rated((0, 9))),
    },
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
    "MED_SEROTONIN": {
        RAISED: (
            "begun 7 days ago, fever, agitation, twitch",
            took("ssri", 7) + yes("fever", 1) + yes("agitation", 2) + logged(0),
        ),
        NOT_QUITE: (
            "begun 8 days ago, the same",
            took("ssri", 8) + yes("fever", 1) + yes("agitation", 2) + logged(0),
        ),
        UNKNOWN: ("begun 7 days ago, one sign asked", took("ssri", 7) + yes("fever", 1) + logged(0)),
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
    "DEHYDRATED": noted("DEHYDRATED", "no_urine"),
    "OVER_FLUID": {
        RAISED: ("1,001 ml within an hour", drank(day_1=1001)),
        NOT_QUITE: ("1,000 ml within an hour", drank(day_1=1000)),
        UNKNOWN: ("5,000 ml in a day, no times", gave([1], water_ml=5000)),
    },
    "FATIGUE_MEMORY": {
        RAISED: ("tired on 7, memory on 3", yes("tiredness", *range(7)) + yes("memory", 1, 2, 3)),
        NOT_QUITE: ("tired on 7, memory on 2", yes("tiredness", *range(7)) + yes("memory", 1, 2)),
        UNKNOWN: ("tired on 7, memory not asked", yes("tiredness", *range(7))),
    },
    "THYROID_LIKE": {
        RAISED: ("3 of the changes", yes("heat", 1) + yes("weight_loss", 2) + slept(1, 1, 2, 3) + logged(1)),
        NOT_QUITE: (
            "2 of them, and 2 bad nights",
            yes("heat", 1) + yes("weight_loss", 2) + slept(1, 1, 2) + logged(1),
        ),
        UNKNOWN: ("2 of them, nothing else asked", yes("heat", 1) + yes("weight_loss", 2) + logged(1)),
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
    "ALCOHOL_HIGH": {
        RAISED: ("14.5 units in 7 days", gave(range(5), alcohol_units=2.9)),
        NOT_QUITE: ("14 units in 7 days", gave(range(7), alcohol_units=2)),
        UNKNOWN: ("20 units 8 days ago, nothing since", gave([8], alcohol_units=20)),
    },
    "SCREEN_LONG": {
        RAISED: ("6.1 h, eyelid 4 days ago", gave(range(7), screen_hours=6.1) + logged(4, place=LID)),
        NOT_QUITE: ("6 h, eyelid 4 days ago", gave(range(7), screen_hours=6) + logged(4, place=LID)),
        UNKNOWN: (
            "12 h, no eyelid for 5 days",
            gave([1], screen_hours=12) + logged(5, place=LID),
        ),
    },
}
