"""The report as an object of plain values, for other programs (contract.md). Its keys are a promise."""

from datetime import date
from typing import Any

from diary.analysis.factors import FactorSummary
from diary.analysis.flags import Flag
from diary.analysis.frequency import Span
from diary.analysis.health import BloodResult, MedicineRecord
from diary.analysis.places import PlaceCount
from diary.quantities import PartialDate
from diary.quantities.laboratory import Amount
from diary.report.details_json import details
from diary.report.report import AskedAbout, Report
from diary.report.triggers import as_triggers
from diary.vocabulary.factors import CORE

ANSWERS = {True: "yes", False: "no", None: None}


def as_json(report: Report) -> dict[str, Any]:
    """Return the report in values that JSON knows.

    An absent fact is None, never 0. "appendix" has the parts that were chosen; without the comparisons the
    triggers are empty.
    """
    period, counts, lengths, strength = report.period, report.counts, report.lengths, report.strength
    return {
        "period": {"first": _day(period.first), "last": _day(period.last), "timezone": period.timezone},
        "days": {
            "in_period": counts.in_period,
            "filled_in": counts.filled_in,
            "checked_in": counts.checked_in,
            "twitching": counts.twitching,
            "none": counts.none,
            "same_day": counts.same_day,
        },
        "episodes": {"twitches": report.twitches, "spells": report.spells, "ongoing": report.ongoing},
        "length": {
            "n": lengths.n,
            "median_s": lengths.median_s,
            "q1_s": lengths.q1_s,
            "q3_s": lengths.q3_s,
            "longest_s": lengths.longest_s,
            "longest_is_at_least": lengths.longest_is_at_least,
            "not_recorded": lengths.not_recorded,
        },
        "strength": {"n": strength.n, "median": strength.median, "max": strength.max},
        "places": [_place(place) for place in report.places],
        "weeks": [_week(week) for week in report.weeks],
        "hours": list(report.hours),
        "factors": {
            code: _factor(summary) for code, summary in report.factors.items() if summary or code in CORE
        },
        "triggers": as_triggers(report.review) if report.review else [],
        "change": {
            "rate_ratio_4_weeks": report.change.rate_ratio_4_weeks,
            "interval": report.change.interval and list(report.change.interval),
            "verdict": report.change.verdict,
        },
        "flags": [_flag(flag) for flag in report.flags],
        "asked_about": [_asked(asked) for asked in report.asked_about],
        "medicines": [_medicine(medicine) for medicine in report.medicines],
        "tests": [_test(test) for test in report.tests],
        "questions": list(report.questions),
        "appendix": details(report),
    }


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _place(place: PlaceCount) -> dict[str, Any]:
    return {
        "site": place.place.site or None,
        "side": place.place.side or None,
        "days": place.days,
        "episodes": place.episodes,
        "first": _day(place.first),
        "last": _day(place.last),
    }


def _week(week: Span) -> dict[str, Any]:
    return {"first": _day(week.first), "twitching": week.twitching, "filled_in": week.filled_in}


def _factor(summary: FactorSummary | None) -> dict[str, Any]:
    """A factor without a value has n = 0, which is a count, and no middle."""
    if summary is None:
        return {"n": 0, "median": None, "q1": None, "q3": None}
    found = {"n": summary.n, "median": summary.median, "q1": summary.q1, "q3": summary.q3}
    return found if summary.yes_days is None else found | {"yes_days": summary.yes_days}


def _flag(flag: Flag) -> dict[str, Any]:
    return {
        "rule": flag.rule,
        "level": flag.level,
        "state": flag.state,
        "site": flag.site or None,
        "side": flag.side or None,
        "since": _day(flag.since),
        "until": _day(flag.until),
        "days": flag.days,
        "sentence": flag.sentence,
        "source": flag.source.name,
        "source_url": flag.source.url or None,
    }


def _asked(asked: AskedAbout) -> dict[str, Any]:
    return {
        "symptom": asked.symptom,
        "answer": ANSWERS[asked.answer],
        "asked_on": _day(asked.asked_on),
        "yes_days": asked.yes_days,
        "rating": asked.rating,
    }


def _medicine(medicine: MedicineRecord) -> dict[str, Any]:
    """Dates are as well as they are known, "2026-03" for a month, None for one nobody knows."""
    return {
        "name": medicine.name,
        "kind": medicine.kind or None,
        "dose": medicine.dose or None,
        "how_often": medicine.how_often or None,
        "started": _on(medicine.started),
        "changes": [
            {"on": _on(change.on), "dose": change.dose or None, "how_often": change.how_often or None}
            for change in medicine.dose_changes
        ],
        "stopped": _on(medicine.stopped),
        "is_taken": medicine.is_taken,
    }


def _test(test: BloodResult) -> dict[str, Any]:
    """The place in the lab's own range is "above", "below", "in" or None; a sign is "<", ">" or None."""
    return {
        "test": test.what,
        "name": test.label,
        "value": float(test.value.number),
        "sign": test.value.sign or None,
        "unit": test.unit or None,
        "low": _number(test.lab_range.low),
        "high": _number(test.lab_range.high),
        "place": test.place or None,
        "taken_on": _on(test.taken_on),
    }


def _number(amount: Amount | None) -> float | None:
    return None if amount is None else float(amount.number)


def _on(partial: PartialDate | None) -> str | None:
    return str(partial) if partial and partial.year else None
