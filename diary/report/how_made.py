"""How this was made: what the words mean, how blank days are treated, and what the report cannot do."""

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from tomllib import loads

from diary.analysis.duration import USUAL_FROM
from diary.analysis.memory import is_from_memory
from diary.charts.axis import plural
from diary.quantities import format_date, format_dates
from diary.report.parts import Block
from diary.report.report import Report

CANNOT = "This report cannot be used alone to diagnose or rule out any condition."


def how_made(report: Report) -> Iterator[Block]:
    """Yield the definitions behind the numbers of this report."""
    yield Block(words=(CANNOT, *_definitions(report), _made(report)))


def _definitions(report: Report) -> Iterator[str]:
    yield (
        "Days: a day has twitching when an entry touches it or the check-in said yes, and none only when the "
        "patient said none. All other days are not filled in; they are left out and never count as days "
        "without twitching. Shares are of the days filled in."
    )
    yield _same_day(report)
    yield (
        "Twitch and spell: a twitch has a start and, where known, an end. A spell came and went between two "
        "times; it has no length of its own and is left out of the lengths and the times of day."
    )
    yield (
        f"Usual: the median, from {USUAL_FROM} known values on; the middle half lies between the quartiles. "
        "Lengths not recorded are left out. “At least” is the length so far of one still going."
    )
    yield (
        f"Runs: days at most {plural(report.gap_days, 'free day')} apart count as one run. What the diary "
        "points out names its source beside it; “our choice” is a number that no source gives."
    )
    yield (
        "Comparisons are looked at once a month over all factors together, on days checked in alone, with "
        "allowance for weekends and slow changes. They cannot show what brings twitching on."
    )
    yield (
        f"Times and dates are those of the clock where it happened; today is that of "
        f"{report.period.timezone}."
    )


def _same_day(report: Report) -> str:
    counts, memory = report.counts, sum(map(is_from_memory, report.episodes))
    entries = plural(len(report.episodes), "entry", "entries")
    return (
        f"From memory: {counts.same_day} of {plural(counts.filled_in, 'day')} filled in were written on the "
        f"day itself; {memory} of {entries} more than two hours after the end, or on a later date."
    )


def _made(report: Report) -> str:
    days = format_dates(report.period.first, report.period.last)
    return (
        f"Made on {format_date(report.made_on)} for {days}, with version {version()} of the diary. "
        "All entries are the patient’s own; nobody has checked them."
    )


@cache
def version() -> str:
    """Return the version of the diary."""
    project = Path(__file__).parents[2] / "pyproject.toml"
    return str(loads(project.read_text(encoding="utf-8"))["project"]["version"])
