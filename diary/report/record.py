"""The health record on page 1: a few lines each, the current ones first, and the count of those left out."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from diary.analysis.health import BloodResult, MedicineRecord, latest
from diary.analysis.health_words import medicine_dates, medicine_line, range_words, result_line
from diary.quantities import format_partial_date
from diary.report.letters import breakable, fitted, width

MEDICINES = 4
TESTS = 2
LINE_ROOM, QUESTION_ROOM = 65, 45
"""Two lines of their boxes, in widths of the letter m."""
NAME_ROOM = 15
"""What the name of a medicine needs at least to be told from another."""


def medicine_lines(medicines: Sequence[MedicineRecord], first_noticed: date | None) -> list[str]:
    """Return a line for each of the first medicines: what, how much, since when, what changed."""
    return [_medicine(medicine, first_noticed) for medicine in medicines[:MEDICINES]]


def result_lines(tests: Sequence[BloodResult]) -> list[str]:
    """Return one line for the latest results, those outside the lab's range first on each date."""
    found = sorted(
        tests, key=lambda test: (latest(test.taken_on), test.place in ("above", "below")), reverse=True
    )
    shown = "; ".join(_test(test) for test in found[:TESTS])
    return [f"Tests: {shown}"] if shown else []


def question_lines(questions: Sequence[str]) -> list[str]:
    """Return the questions, each as long as its room."""
    return [breakable(fitted(question, QUESTION_ROOM)) for question in questions]


def left_out(medicines: Sequence[MedicineRecord], tests: Sequence[BloodResult], where: str) -> str:
    """Say how many are not on the page: "2 more medicines and 1 more test in the details."; "" when none."""
    counts = {"medicine": len(medicines), "test": len(tests) - TESTS}
    words = [more(n, what) for what, n in counts.items() if n > 0]
    return f"{' and '.join(words)} {where}." if words else ""


def more(n: int, what: str = "") -> str:
    """Return "2 more places"; "2 more" of what needs no name."""
    return f"{n} more {what}{'' if n == 1 else 's'}" if what else f"{n} more"


def _medicine(medicine: MedicineRecord, first_noticed: date | None) -> str:
    """Where not all finds room the first dose is left out, then the name is cut, before its dates are."""
    without_first = replace(medicine, dose="", how_often="")
    dates = [medicine_dates(shown, first_noticed) for shown in (medicine, without_first)]
    name = medicine_line(medicine)
    lines = [f"{name}: {words}" if words else name for words in dates]
    fitting = (line for line in lines if width(line) <= LINE_ROOM)
    return breakable(next(fitting, _cut(name, dates[-1])))


def _cut(name: str, dates: str) -> str:
    left = LINE_ROOM - width(f": {dates}")
    return (
        f"{fitted(name, left)}: {dates}"
        if dates and left > NAME_ROOM
        else fitted(f"{name}: {dates}", LINE_ROOM)
    )


def _test(test: BloodResult) -> str:
    on = f", {format_partial_date(test.taken_on)}" if test.taken_on else ""
    limits = f" ({range_words(test)})" if range_words(test) else ""
    return breakable(fitted(f"{result_line(test)}{limits}{on}", LINE_ROOM))
