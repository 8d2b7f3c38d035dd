"""The daily habits: the middle and the middle half of each, in the person's own units."""

from dataclasses import dataclass

from diary.charts.axis import plural
from diary.quantities.volumes import ML
from diary.report.letters import fitted
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
    name, summary = label(report, code, OWN_WIDTH), report.factors[code]
    if summary is None:
        return Habit(name, "", "0")
    if is_yes_no(report, code):
        yes = sum(day.factors[code] == 1 for day in report.days)
        return Habit(name, f"yes on {plural(yes, 'day')}", f"{summary.n}")
    middle, low, high = (_amount(report, code, value) for value in (summary.median, summary.q1, summary.q3))
    return Habit(name, f"{middle}{_unit(report, code)} ({low} to {high})", f"{summary.n}")


def label(report: Report, code: str, width: int = 0) -> str:
    """Return the name of a factor; one's own question in its words, cut to the width where there is one."""
    factor = FACTORS[code]
    if code == OWN:
        words = report.own_question or factor.label
        return fitted(words, width) if width else words
    return f"{factor.label}, {factor.unit}" if factor.high == 10 else factor.label


def is_yes_no(report: Report, code: str) -> bool:
    """Whether it is answered by yes or no."""
    return (report.own_kind if code == OWN else FACTORS[code].kind) == "yes_no"


def amount_words(report: Report, code: str, value: float) -> str:
    """Return a value with its unit, to the precision it is remembered with: "6.5 h", "yes"."""
    if is_yes_no(report, code):
        return "yes" if value else "no"
    return _amount(report, code, value) + _unit(report, code)


def _unit(report: Report, code: str) -> str:
    factor = FACTORS[code]
    if code == "water_ml":
        return " fl oz" if report.volume_unit == "fl_oz" else " l"
    return "" if factor.high == 10 or not factor.unit else f" {factor.unit}"


def _amount(report: Report, code: str, value: float) -> str:
    if code == "water_ml":
        is_ounces = report.volume_unit == "fl_oz"
        return f"{value / float(ML['fl_oz']):,.0f}" if is_ounces else f"{value / 1000:.1f}"
    return f"{value:,.0f}" if value >= 100 else f"{round(value, 1):g}"
