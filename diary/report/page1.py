"""Page 1 in words: what stands in each of its boxes, the same in the browser, on paper and in the PDF.

The boxes are fixed and the page is one page, so every box has a cap, and says what it leaves out.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from diary.analysis.frequency import Counts
from diary.analysis.memory import is_from_memory
from diary.analysis.places import PlaceCount
from diary.charts.axis import plural, short_day_text
from diary.quantities import format_date, format_dates
from diary.report import record
from diary.report.choices import Paper
from diary.report.habits import habits
from diary.report.in_short import in_short
from diary.report.letters import fitted
from diary.report.numbers import Number, five_numbers, still_going
from diary.report.pointed_out import flag_rows
from diary.report.report import AskedAbout, Report
from diary.vocabulary.report import HEADINGS, PLAIN
from diary.vocabulary.signs import ON_PAGE_1

PLACE_ROWS: dict[Paper, int] = {"a4": 8, "letter": 6}
FLAG_ROWS = 5
HABIT_ROWS = 8
QUESTIONS = 3
A_LINE, MOST_LINES = 60, 16
"""Letters of a line of medicines, and how many lines of places, flags and medicines a print has room for."""
NAME_WIDTH = 60
"""Letters of a name that fit the header."""

FEW_DAYS = 14
COMPLETE = 0.7
"""Below either of these the numbers are to be read with care (ux 8.1)."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What was answered about one sign: yes, no, or "" for not answered."""

    symptom: str
    answer: str
    detail: str


@dataclass(frozen=True, slots=True)
class PlaceRow:
    """A place in the table under the body."""

    place: str
    days: str
    episodes: str
    dates: str


@dataclass(frozen=True, slots=True)
class Capped:
    """The lines that fit a box; where its page has room for only the first n of them, `mores[n]` is said.

    That is how many are left out, and whether they stand in the details behind page 1 or in the diary alone.
    """

    rows: tuple[Any, ...]
    mores: tuple[str, ...]

    @property
    def more(self) -> str:
        """What is said beside all of its lines; "" when nothing is left out."""
        return self.mores[-1]


@dataclass(frozen=True, slots=True)
class Page1:
    """The words of page 1, box by box, top to bottom."""

    paper: Paper
    header: str
    name: str
    footer: str
    title: str
    completeness: str
    care: str
    in_short: tuple[str, ...]
    numbers: tuple[Number, ...]
    asked_about: tuple[Answer, ...]
    asked_note: str
    places: Capped
    lengths_note: str
    habits: Capped
    flags: Capped
    flags_note: str
    medicines: Capped
    tests: tuple[str, ...]
    questions: Capped

    @property
    def is_crowded(self) -> bool:
        """Whether a browser, which cannot measure as the PDF does, has to print fewer lines of its lists."""
        lines = (*self.medicines.rows, *self.tests)
        long = sum(1 + len(line) // A_LINE for line in lines)
        return len(self.places.rows) + len(self.flags.rows) + long > MOST_LINES


def page1(report: Report) -> Page1:
    """Return the words of page 1 for a sheet of the paper that was chosen."""
    paper = report.choices.paper
    return Page1(
        paper=paper,
        header=header(report),
        name=name(report),
        footer=footer(report),
        title=f"Twitching, {format_dates(report.period.first, report.period.last)}",
        completeness=_completeness(report),
        care=care(report.counts),
        in_short=in_short(report),
        numbers=five_numbers(report),
        asked_about=tuple(_answer(asked) for asked in report.asked_about if asked.sign in ON_PAGE_1),
        asked_note=_asked_note(report),
        places=_place_rows(report, PLACE_ROWS[paper]),
        lengths_note=still_going(report),
        habits=_capped(report, habits(report), HABIT_ROWS, "days"),
        flags=_capped(report, flag_rows(report), FLAG_ROWS, "pointed_out"),
        flags_note=f"Days at most {plural(report.gap_days, 'free day')} apart count as one run.",
        medicines=_medicines(report),
        tests=tuple(record.result_lines(report.tests)),
        questions=_capped(report, record.question_lines(report.questions), QUESTIONS, "questions"),
    )


def header(report: Report) -> str:
    """Return what stands on top of every page; a plain heading does not say what is recorded."""
    return HEADINGS[PLAIN if report.choices.plain_heading else "diary"]


def name(report: Report) -> str:
    """Return the name as chosen, shortened to its room."""
    return fitted(" ".join(report.choices.name.split()), NAME_WIDTH)


def footer(report: Report) -> str:
    """Return what stands at the foot of every page."""
    return f"Made by the patient from their own diary on {format_date(report.made_on)}. Not a diagnosis."


def _capped(report: Report, rows: Sequence[Any], most: int, part: str, what: str = "") -> Capped:
    shown, where = tuple(rows[:most]), _where(report, part)
    left = [len(rows) - n for n in range(len(shown) + 1)]
    return Capped(shown, tuple(f"{record.more(n, what)} {where}." if n else "" for n in left))


def _where(report: Report, *parts: str) -> str:
    return "in the details" if report.choices.parts.issuperset(parts) else "in the diary"


def _medicines(report: Report) -> Capped:
    lines = record.medicine_lines(report.medicines, report.first_noticed_on)
    where = _where(report, "medicines", "tests")
    shown = range(len(lines) + 1)
    return Capped(
        tuple(lines), tuple(record.left_out(report.medicines[n:], report.tests, where) for n in shown)
    )


# --- how complete


def _completeness(report: Report) -> str:
    counts = report.counts
    words = f"{plural(counts.in_period, 'day')}, {counts.filled_in} filled in"
    if not counts.filled_in:
        return words
    share, same_day = f"{counts.filled_in / counts.in_period:.0%}", f"{counts.same_day} of {counts.filled_in}"
    return f"{words} ({share}), {same_day} on the same day{_from_memory(report)}"


def _from_memory(report: Report) -> str:
    if not report.episodes:
        return ""
    memory, entries = sum(map(is_from_memory, report.episodes)), len(report.episodes)
    return f"; {memory} of {plural(entries, 'entry', 'entries')} from memory"


def care(counts: Counts) -> str:
    """Say that few days are filled in; "" when they are enough."""
    words = f"Read with care: {counts.filled_in} of {plural(counts.in_period, 'day')} filled in"
    if counts.filled_in < COMPLETE * counts.in_period:
        return words
    return f"{words}, fewer than {FEW_DAYS}" if counts.filled_in < FEW_DAYS else ""


# --- asked about


def _answer(asked: AskedAbout) -> Answer:
    if asked.answer is None or asked.asked_on is None:
        return Answer(asked.symptom, "", "")
    if asked.answer:
        rated = f", up to {asked.rating} of 10" if asked.rating else ""
        return Answer(asked.symptom, "yes", f"on {plural(asked.yes_days, 'day')}{rated}")
    return Answer(asked.symptom, "no", f"({format_date(asked.asked_on, asked.asked_on)})")


def _asked_note(report: Report) -> str:
    dates = [asked.asked_on for asked in report.asked_about if asked.asked_on]
    last = f"Last answered {format_date(max(dates))}. " if dates else ""
    others = [asked.symptom for asked in report.asked_about if asked.answer and asked.sign not in ON_PAGE_1]
    also = f"Also yes: {', '.join(others)}. " if others else ""
    return f"{also}{last}Answers are the patient's own. “Not answered” means not asked, or skipped."


# --- tables


def _place_rows(report: Report, most: int) -> Capped:
    return _capped(report, [_place_row(place) for place in report.places], most, "places", "place")


def _place_row(place: PlaceCount) -> PlaceRow:
    return PlaceRow(
        str(place.place), f"{place.days}", f"{place.episodes}", short_dates(place.first, place.last)
    )


def short_dates(first: date, last: date) -> str:
    """Return the span without its year, for a page whose title names it; over a new year short, with both."""
    if first.year != last.year:
        return " to ".join(f"{short_day_text(day)} {day.year}" for day in (first, last))
    return format_dates(first, last).removesuffix(f" {last.year}")
