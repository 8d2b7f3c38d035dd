"""The few sentences a doctor reads first; each stands beside the numbers it is about (ux R-3)."""

from collections.abc import Iterator

from diary.analysis import duration, frequency, places, strength, timing, trend
from diary.quantities import format_date
from diary.report.report import Report

TOLD_APART = {"more", "less"}
"""Verdicts that put the change into a word; the counts of the weeks stand there anyway."""


def in_short(report: Report) -> tuple[str, ...]:
    """Return how many days, where, how long, when, how strong, since when and whether it changed."""
    return tuple(sentence for sentence in _sentences(report) if sentence)


def _sentences(report: Report) -> Iterator[str]:
    yield frequency.finding(report.days)
    if report.counts.twitching:
        yield places.finding(report.places, report.counts.twitching)
    if report.twitches:
        yield duration.finding(report.lengths, "short")
        yield timing.finding(timing.window(report.hours), report.clock)
    if report.strength.n:
        yield f"Strength: {strength.finding(report.strength).lower()}"
    if report.first_noticed_on:
        yield f"First noticed on {format_date(report.first_noticed_on)}."
    if weeks := frequency.first_and_last_week(report.days):
        yield f"Twitching on {weeks}"
    if report.change.verdict in TOLD_APART:
        yield trend.finding(report.change)
