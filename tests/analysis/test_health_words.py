"""The health record in words."""

from datetime import date

import pytest

from diary.analysis.health import events_of
from diary.analysis.health_words import medicine_dates, medicine_line, range_words, result_line
from diary.models import DoseChange
from diary.periods import Period
from diary.quantities import PartialDate
from tests.analysis.made import LONDON, medicine, result


def change(dose: str, how_often: str = "", on: str = "") -> DoseChange:
    return DoseChange(PartialDate.from_text(on) if on else None, dose, how_often)


@pytest.mark.parametrize(
    ("dose", "how_often", "line"),
    [
        ("50 mg", "once a day", "Sertraline 50 mg, once a day"),
        ("50 mg", "", "Sertraline 50 mg"),
        ("", "when needed", "Sertraline, when needed"),
        ("", "", "Sertraline"),
    ],
)
def test_a_medicine_is_named_with_what_is_known_of_its_dose(dose: str, how_often: str, line: str) -> None:
    assert medicine_line(medicine(dose=dose, how_often=how_often)) == line


def test_a_name_from_right_to_left_leaves_its_dose_behind_it() -> None:
    """The invisible sign is a letter from left to right: without one 50 would be drawn before the name."""
    magnesium = medicine(name="\u05de\u05d2\u05e0\u05d6\u05d9\u05d5\u05dd", dose="50 mg", how_often="")
    assert medicine_line(magnesium) == f"{magnesium.name}\u200e 50 mg"
    started = next(iter(events_of([magnesium], [], [], Period(date(2026, 1, 1), date(2026, 12, 31), LONDON))))
    assert started.label == f"{magnesium.name}\u200e 50 mg started"


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ([], "started March 2026"),
        ([change("75 mg")], "started March 2026 with 50 mg; then 75 mg"),
        (
            [change("", "twice a day", "2026-04-03")],
            "started March 2026 with 50 mg; twice a day from 3 April 2026",
        ),
        ([change("75 mg", on="unknown")], "started March 2026 with 50 mg; then 75 mg"),
    ],
)
def test_a_changed_dose_says_what_it_was_before(changes: list[DoseChange], words: str) -> None:
    assert medicine_dates(medicine(started="2026-03", dose_changes=tuple(changes))) == words


def test_a_change_of_what_began_nobody_knows_when_says_what_was_first() -> None:
    assert (
        medicine_dates(medicine(started="", dose_changes=(change("75 mg"),))) == "at first 50 mg; then 75 mg"
    )
    assert medicine_dates(medicine(started="")) == ""


@pytest.mark.parametrize(
    ("started", "words"),
    [
        ("2026-03-02", "started 2 March 2026 (1 day before first noticed)"),
        ("2026-03-03", "started 3 March 2026 (the day first noticed)"),
        ("2026-03-23", "started 23 March 2026 (20 days after first noticed)"),
        ("2026-03", "started March 2026"),
        ("unknown", "started, date not known"),
    ],
)
def test_days_are_counted_between_known_days_alone(started: str, words: str) -> None:
    assert medicine_dates(medicine(started=started), date(2026, 3, 3)) == words


@pytest.mark.parametrize(
    ("value", "limits", "words"),
    [
        ("6", "0.35 to 5.5", "above the lab’s range, 0.35 to 5.5"),
        ("<0.01", "0.35 to 5.5", "below the lab’s range, 0.35 to 5.5"),
        ("2", "up to 5.5", "in the lab’s range, up to 5.5"),
        ("<1", "0.35 to 5.5", "the lab’s range is 0.35 to 5.5"),
    ],
)
def test_a_result_lies_somewhere_and_is_never_judged(value: str, limits: str, words: str) -> None:
    assert range_words(result(value, limits)) == words
    assert result_line(result(value, limits)) == f"TSH {value} mIU/l"
