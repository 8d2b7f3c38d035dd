"""What the diary pointed out, with its dates and who says so."""

from dataclasses import dataclass
from datetime import date

from diary.analysis.flags import Flag
from diary.quantities import format_date
from diary.report.report import Report
from diary.vocabulary.catalogue import CATALOGUE
from diary.vocabulary.sites import PLACE_NOT_SAID


@dataclass(frozen=True, slots=True)
class FlagRow:
    """What the diary pointed out, with its dates and who says so."""

    what: str
    dates: str
    days: str
    why: str
    source: str


def flag_rows(report: Report) -> list[FlagRow]:
    """Return every rule that is open or was, in the order of the report."""
    return [_flag_row(flag, report) for flag in report.flags]


def _flag_row(flag: Flag, report: Report) -> FlagRow:
    what = str(flag.place) if flag.site else _without_place(flag)
    return FlagRow(
        what=what[0].upper() + what[1:],
        dates=_flag_dates(flag, report.period.last),
        days=f"{flag.days}",
        why=flag.evidence.rule,
        source=flag.source.name,
    )


def _without_place(flag: Flag) -> str:
    """A run has a place, said or not; a rule about the person has its own name."""
    return PLACE_NOT_SAID if flag.evidence.elapsed is not None else CATALOGUE[flag.rule].name


def _flag_dates(flag: Flag, today: date) -> str:
    if flag.until and flag.since == flag.until:
        return format_date(flag.until, today)
    since = f"from {format_date(flag.since, today)}" if flag.since else "from before these days"
    return f"{since} to {format_date(flag.until, today)}" if flag.until else f"{since}, still open"
