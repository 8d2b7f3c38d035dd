"""The keys of the contract, and what they hold when nothing is known."""

import json
from datetime import date
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from diary.analysis.records import SignRecord
from diary.models import DoseChange
from diary.quantities import PartialDate
from diary.report.as_json import as_json
from diary.vocabulary.report import PARTS
from tests.analysis.made import medicine, result, said, spell, twitch
from tests.report.sheets import diary, report_of, with_choices

KEYS: dict[str, Any] = {
    "period": ["first", "last", "timezone"],
    "days": ["in_period", "filled_in", "checked_in", "twitching", "none", "same_day"],
    "episodes": ["twitches", "spells", "ongoing"],
    "length": ["n", "median_s", "q1_s", "q3_s", "longest_s", "longest_is_at_least", "not_recorded"],
    "strength": ["n", "median", "max"],
    "change": ["rate_ratio_4_weeks", "interval", "verdict"],
    "factors": ["sleep_hours", "caffeine_mg", "water_ml", "stress"],
}
LISTS = ["places", "weeks", "hours", "triggers", "flags", "asked_about", "medicines", "tests", "questions"]
ROWS = {
    "places": {"site", "side", "days", "episodes", "first", "last"},
    "weeks": {"first", "twitching", "filled_in"},
    "flags": {
        "rule",
        "level",
        "state",
        "site",
        "side",
        "since",
        "until",
        "days",
        "sentence",
        "source",
        "source_url",
    },
    "asked_about": {"symptom", "answer", "asked_on", "yes_days", "rating"},
    "medicines": {"name", "kind", "dose", "how_often", "started", "changes", "stopped", "is_taken"},
    "tests": {"test", "name", "value", "sign", "unit", "low", "high", "place", "taken_on"},
}


def test_the_keys_are_those_of_the_contract() -> None:
    found = as_json(diary(28, 60, medicines=[medicine()], tests=[result()]))
    assert sorted(found) == sorted([*KEYS, *LISTS, "appendix"])
    assert {key: list(found[key]) for key in KEYS} == KEYS
    assert {key: set(found[key][0]) for key in ROWS} == ROWS


def test_a_blank_diary_holds_no_number_that_nobody_gave() -> None:
    found = as_json(report_of())
    assert found["length"] == {
        "n": 0,
        "median_s": None,
        "q1_s": None,
        "q3_s": None,
        "longest_s": None,
        "longest_is_at_least": False,
        "not_recorded": 0,
    }
    assert found["strength"] == {"n": 0, "median": None, "max": None}
    assert found["factors"]["stress"] == {"n": 0, "median": None, "q1": None, "q3": None}
    assert found["change"] == {"rate_ratio_4_weeks": None, "interval": None, "verdict": "too_few_weeks"}
    assert {key: found[key] for key in LISTS if key not in ("weeks", "hours", "asked_about")} == {
        key: [] for key in LISTS if key not in ("weeks", "hours", "asked_about")
    }


def test_a_small_diary_in_full() -> None:
    episodes = [twitch("2026-05-03 10:30", 40, strength=2), spell("2026-05-04 23:00", "2026-05-05 02:00")]
    found = as_json(report_of(episodes, [said("2026-05-06", "none", stress=0)]))
    assert found["days"] == {
        "in_period": 28,
        "filled_in": 4,
        "checked_in": 1,
        "twitching": 3,
        "none": 1,
        "same_day": 4,
    }
    assert found["episodes"] == {"twitches": 1, "spells": 1, "ongoing": 0}
    place = {
        "site": "calf",
        "side": "left",
        "days": 3,
        "episodes": 2,
        "first": "2026-05-03",
        "last": "2026-05-05",
    }
    assert found["places"] == [place]
    assert [hour for hour, count in enumerate(found["hours"]) if count] == [10]
    assert found["factors"]["stress"] == {"n": 1, "median": 0, "q1": 0, "q3": 0}
    assert found["weeks"][0] == {"first": "2026-04-30", "twitching": 3, "filled_in": 4}


def test_the_health_record_in_full() -> None:
    change = DoseChange(PartialDate(), "100 mg", "")
    record = {
        "medicines": [medicine(dose_changes=(change,), stopped=PartialDate(2026, 4))],
        "tests": [result("<0.01", "0.35 to 5.5")],
        "questions": ["Could the tablet do this?"],
    }
    found = as_json(report_of(**record))
    assert found["medicines"] == [{
        "name": "Sertraline", "kind": "ssri", "dose": "50 mg", "how_often": None, "started": "2026-02-16",
        "changes": [{"on": None, "dose": "100 mg", "how_often": None}],
        "stopped": "2026-04", "is_taken": False,
    }]  # fmt: skip
    assert found["tests"] == [{
        "test": "tsh", "name": "TSH", "value": 0.01, "sign": "<", "unit": "mIU/l", "low": 0.35, "high": 5.5,
        "place": "below", "taken_on": "2026-04-20",
    }]  # fmt: skip
    assert found["questions"] == ["Could the tablet do this?"]


def test_an_answer_is_yes_no_or_null() -> None:
    answers = [SignRecord(date(2026, 5, 3), "weakness", False)]
    assert as_json(report_of(answers=answers))["asked_about"][:2] == [
        {"symptom": "Weakness", "answer": "no", "asked_on": "2026-05-03", "yes_days": 0, "rating": None},
        {"symptom": "Stiffness", "answer": None, "asked_on": None, "yes_days": 0, "rating": None},
    ]


def test_a_place_not_said_is_null() -> None:
    place = as_json(report_of([twitch("2026-05-03 10:00", place="")]))["places"][0]
    assert (place["site"], place["side"]) == (None, None)


@given(days=st.integers(1, 366), twitches=st.integers(0, 80), seed=st.integers(0, 9_999))
def test_every_diary_is_plain_json(days: int, twitches: int, seed: int) -> None:
    found = as_json(diary(days, twitches, seed))
    assert json.loads(json.dumps(found, allow_nan=False)) == found
    assert sum(found["hours"]) == found["episodes"]["twitches"]


def test_a_part_left_out_has_no_key() -> None:
    report = diary(28, 60)
    parts = {code: as_json(with_choices(report, parts=frozenset({code})))["appendix"] for code in PARTS}
    assert {code: list(found) for code, found in parts.items() if found} == {
        code: [code] for code in ("days", "twitches", "conditions", "visits", "notes", "how_made")
    }
    assert [len(parts[code][code]) for code in ("days", "twitches")] == [28, len(report.episodes)]


def test_a_day_in_full_tells_what_is_not_known() -> None:
    checkins = [said("2026-05-03", "none", made_on="2026-05-04", stress=0)]
    days = as_json(report_of([], checkins))["appendix"]["days"]
    blank: dict[str, Any] = {
        "twitching": None,
        "twitches": 0,
        "spells": 0,
        "places": [],
        "same_day": None,
        "factors": {},
    }
    assert days[0] == {"date": "2026-04-30", "late": [], "usual": [], **blank}
    assert days[3] == days[0] | {
        "date": "2026-05-03",
        "twitching": False,
        "same_day": False,
        "factors": {"stress": 0},
    }
