"""The daily habits: the middle and the middle half of each, in the person's own units."""

from dataclasses import dataclass

from diary.charts.axis import plural
from diary.charts.svg import shortened
from diary.quantities.volumes import ML
from diary.report.report import Report
from diary.vocabulary.factors import FACTORS, OWN

OWN_WIDTH = 12
"""Letters of one's own question that fit beside its numbers."""
ALWAYS_ASKED = ("sleep_hours", "caffeine_mg", "water_ml", "stress")
NOT_BELOW = (*ALWAYS_ASKED, "cycle_day")  # the middle of a cycle's days says nothing


@dataclass(frozen=True, slots=True)
class Habit:
    """A factor's median and middle half; `usual` is "" when nothing was recorded."""

    label: str
    usual: str
    days: str


def habits(report: Report) -> list[Habit]:
    """Return the habits that are always asked, at their places, and below them the others with a value."""
    others = [code for code, summary in report.factors.items() if summary and code not in NOT_BELOW]
    return [_habit(report, code) for code in (*ALWAYS_ASKED, *others)]


def _habit(report: Report, code: str) -> Habit:
    label, summary = _habit_label(report, code), report.factors[code]
    if summary is None:
        return Habit(label, "", "0")
    if (report.own_kind if code == OWN else FACTORS[code].kind) == "yes_no":
        yes = sum(day.factors[code] == 1 for day in report.days)
        return Habit(label, f"yes on {plural(yes, 'day')}", f"{summary.n}")
    middle, low, high = (_amount(report, code, value) for value in (summary.median, summary.q1, summary.q3))
    return Habit(label, f"{middle}{_unit(report, code)} ({low} to {high})", f"{summary.n}")


def _habit_label(report: Report, code: str) -> str:
    factor = FACTORS[code]
    if code == OWN:
        return shortened(report.own_question or factor.label, OWN_WIDTH, 1)
    return f"{factor.label}, {factor.unit}" if factor.high == 10 else factor.label


def _unit(report: Report, code: str) -> str:
    factor = FACTORS[code]
    if code == "water_ml":
        return " fl oz" if report.volume_unit == "fl_oz" else " l"
    return "" if factor.high == 10 or not factor.unit else f" {factor.unit}"


def _amount(report: Report, code: str, value: float) -> str:
    """Return the amount to the precision it is remembered with."""
    if code == "water_ml":
        is_ounces = report.volume_unit == "fl_oz"
        return f"{value / float(ML['fl_oz']):,.0f}" if is_ounces else f"{value / 1000:.1f}"
    return f"{value:,.0f}" if value >= 100 else f"{round(value, 1):g}"
