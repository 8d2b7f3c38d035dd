"""In full what page 1 has room for in part: questions, other signs, and what the diary pointed out."""

from collections.abc import Iterator

from diary.charts.axis import plural
from diary.quantities import format_date
from diary.report.letters import breakable
from diary.report.parts import NONE, Block, Column, listing
from diary.report.pointed_out import flag_rows
from diary.report.report import AskedAbout, Report

QUESTIONS = (Column("Question", is_wide=True),)
SIGNS = (
    Column("Sign", is_wide=True),
    Column("Answer"),
    Column("Last answered"),
    Column("Yes on"),
    Column("Up to, of 10"),
)
FLAGS = (
    Column("What"),
    Column("When"),
    Column("Days", is_number=True),
    Column("Why", is_wide=True),
    Column("Source", is_wide=True),
)
ANSWERS = {True: "Yes", False: "No", None: NONE}


def questions(report: Report) -> Iterator[Block]:
    """Yield every question that is still to be asked."""
    rows = ((breakable(question),) for question in report.questions)
    if listed := listing(QUESTIONS, rows, "question"):
        yield Block(listing=listed)


def signs(report: Report) -> Iterator[Block]:
    """Yield the signs that were answered, then name those that were not, which is never a no."""
    rows = [_sign(asked) for asked in report.asked_about if asked.asked_on]
    blank = [asked.symptom for asked in report.asked_about if not asked.asked_on]
    yield Block(
        listing=listing(SIGNS, rows, "answer"),
        key=f"Not answered, which is never a no: {', '.join(blank).lower()}." if blank else "",
    )


def _sign(asked: AskedAbout) -> tuple[str, ...]:
    on = format_date(asked.asked_on) if asked.asked_on else NONE
    yes = plural(asked.yes_days, "day") if asked.yes_days else NONE
    return asked.symptom, ANSWERS[asked.answer], on, yes, f"{asked.rating}" if asked.rating else NONE


def pointed_out(report: Report) -> Iterator[Block]:
    """Yield every rule that is open or was on these days, with its dates and who says so."""
    rows = ((row.what, row.dates, row.days, row.why, row.source) for row in flag_rows(report))
    if listed := listing(FLAGS, rows, "entry"):
        runs = f"Days at most {plural(report.gap_days, 'free day')} apart count as one run."
        yield Block(listing=listed, key=f"{runs} A rule is no diagnosis.")
