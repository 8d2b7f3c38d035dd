"""Page 1 in words: what stands in each of its boxes, the same in the browser, on paper and in the PDF.

The boxes are fixed and the page is one page, so every box has a cap, and says what it leaves out.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, Literal

from diary.analysis.duration import USUAL_FROM
from diary.analysis.flags import Flag
from diary.analysis.places import PlaceCount
from diary.charts.axis import plural
from diary.charts.svg import shortened
from diary.quantities import format_date, format_dates, format_length
from diary.quantities.volumes import ML
from diary.report import record
from diary.report.in_short import in_short
from diary.report.report import AskedAbout, Report
from diary.vocabulary.catalogue import CATALOGUE
from diary.vocabulary.episodes import CAME_AND_WENT, NEARLY_CONSTANT
from diary.vocabulary.factors import FACTORS, OWN
from diary.vocabulary.signs import ON_PAGE_1
from diary.vocabulary.sites import PLACE_NOT_SAID

Paper = Literal["a4", "us-letter"]
PLACE_ROWS: dict[Paper, int] = {"a4": 8, "us-letter": 6}
FLAG_ROWS = 5
HABIT_ROWS = 8
OWN_WIDTH = 12
"""Letters of one's own question that fit beside its numbers."""
ALWAYS_ASKED = ("sleep_hours", "caffeine_mg", "water_ml", "stress")
NOT_BELOW = (*ALWAYS_ASKED, "cycle_day")  # the middle of a cycle's days says nothing
QUESTIONS = 3
NAME_WIDTH = 60
"""Letters of a name that fit the header."""

FEW_DAYS = 14
COMPLETE = 0.7
"""Below either of these the numbers are to be read with care (ux 8.1)."""

WEEKS_FROM = 14
YEARS_FROM = 730


@dataclass(frozen=True, slots=True)
class Number:
    """A figure and the lines under it."""

    figure: str
    lines: tuple[str, ...]


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
class Habit:
    """A factor's median and middle half; `usual` is "" when nothing was recorded."""

    label: str
    usual: str
    days: str


@dataclass(frozen=True, slots=True)
class FlagRow:
    """What the diary pointed out, with its dates and who says so."""

    what: str
    dates: str
    days: str
    why: str
    source: str


@dataclass(frozen=True, slots=True)
class Capped:
    """The lines that fit a box, how many more are left out, and the words for that ("" when all fit)."""

    rows: tuple[Any, ...]
    left: int
    more: str


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
    questions: Capped


def page1(report: Report, name: str = "", paper: Paper = "a4") -> Page1:
    """Return the words of page 1 for a sheet of this paper, with the name shortened to its room."""
    return Page1(
        paper=paper,
        header="Muscle twitch diary: summary for a clinic visit",
        name=shortened(" ".join(name.split()), NAME_WIDTH, 1),
        footer=f"Made by the patient from their own diary on {format_date(report.made_on)}. Not a diagnosis.",
        title=f"Twitching, {format_dates(report.period.first, report.period.last)}",
        completeness=_completeness(report),
        care=_care(report),
        in_short=in_short(report),
        numbers=(_days(report), _twitches(report), _length(report), _places(report), _since(report)),
        asked_about=tuple(_answer(asked) for asked in report.asked_about if asked.sign in ON_PAGE_1),
        asked_note=_asked_note(report),
        places=_place_rows(report, PLACE_ROWS[paper]),
        lengths_note=_still_going(report),
        habits=_habits(report),
        flags=_flag_rows(report),
        flags_note=f"Days at most {plural(report.gap_days, 'free day')} apart count as one run.",
        medicines=_record(report),
        questions=_capped(record.question_lines(report.questions), QUESTIONS),
    )


def _capped(rows: Sequence[Any], most: int, what: str = "") -> Capped:
    left = max(0, len(rows) - most)
    more = f"{left} more{what and f' {what}'} in the diary." if left else ""
    return Capped(tuple(rows[:most]), left, more)


def _record(report: Report) -> Capped:
    lines = record.medicine_lines(report.medicines, report.first_noticed_on)
    more = record.left_out(report.medicines, report.tests)
    return Capped((*lines, *record.result_lines(report.tests)), 0, more)


# --- how complete


def _completeness(report: Report) -> str:
    counts = report.counts
    words = f"{plural(counts.in_period, 'day')}, {counts.filled_in} filled in"
    if not counts.filled_in:
        return words
    share, same_day = f"{counts.filled_in / counts.in_period:.0%}", f"{counts.same_day} of {counts.filled_in}"
    return f"{words} ({share}), {same_day} on the same day"


def _care(report: Report) -> str:
    counts = report.counts
    words = f"Read with care: {counts.filled_in} of {plural(counts.in_period, 'day')} filled in"
    if counts.filled_in < COMPLETE * counts.in_period:
        return words
    return f"{words}, fewer than {FEW_DAYS}" if counts.filled_in < FEW_DAYS else ""


# --- five numbers


def _days(report: Report) -> Number:
    counts = report.counts
    blank = counts.in_period - counts.filled_in
    note = f"({plural(blank, 'day')} not filled in)" if blank else "(every day filled in)"
    if not counts.filled_in:
        return Number("Not recorded", ("days with twitching", note))
    return Number(f"{counts.twitching} of {counts.filled_in}", ("days with twitching", note))


def _twitches(report: Report) -> Number:
    going = (f"{report.ongoing} still going",) if report.ongoing else ()
    if report.spells:
        return Number(f"{report.twitches} + {report.spells}", ("twitches + spells", _spells(report), *going))
    return Number(
        f"{report.twitches}", (f"{'twitch' if report.twitches == 1 else 'twitches'} logged", *going)
    )


def _spells(report: Report) -> str:
    """Return what the spells were like: "that came and went", "nearly constant", or how many of each."""
    constant = sum(episode.is_constant for episode in report.episodes if not episode.is_twitch)
    if constant == report.spells:
        return NEARLY_CONSTANT
    return f"that {CAME_AND_WENT}" + (f" ({constant} {NEARLY_CONSTANT})" if constant else "")


def _length(report: Report) -> Number:
    lengths = report.lengths
    said = f"longest {lengths.how_sure}{format_length(lengths.longest_s or 0)}"
    longest = () if lengths.longest_s is None else (said,)
    if lengths.median_s is None:
        return Number("Not recorded", ("usual length", *longest))
    if lengths.n < USUAL_FROM:
        return Number("Too few", (f"for a usual length ({lengths.n} known)", *longest))
    return Number(format_length(round(lengths.median_s)), (f"usual length ({lengths.n} known)", *longest))


def _still_going(report: Report) -> str:
    """Return since when, and for how long at least: "1 still going since 14 October, at least 40 days"."""
    going = [episode for episode in report.touching if episode.is_ongoing]
    if not going:
        return ""
    first = min(going, key=lambda episode: episode.started_at)
    so_far = max(timedelta(), report.seen_at - first.started_at)
    long = plural(so_far.days, "day") if so_far.days else format_length(so_far.seconds, "sentence")
    earliest = ", the first" if len(going) > 1 else ""
    since = format_date(first.started_on, report.period.last)
    return f"{len(going)} still going{earliest} since {since}, at least {long}"


def _places(report: Report) -> Number:
    said = [found for found in report.places if found.place.site]
    if not said:
        return Number("Not recorded", ("where",))
    most = "most days: " if len(said) > 1 else ""
    return Number(plural(len(said), "place"), (f"{most}{said[0].place}", f"({plural(said[0].days, 'day')})"))


def _since(report: Report) -> Number:
    noticed = report.first_noticed_on
    if noticed is None:
        return Number("Not recorded", ("when first noticed",))
    return Number(
        _for_how_long(noticed, report.period.last), ("since first noticed", f"({format_date(noticed)})")
    )


def _for_how_long(first: date, last: date) -> str:
    days = max(0, (last - first).days)
    if days < WEEKS_FROM:
        return plural(days, "day")
    return plural(days // 7, "week") if days < YEARS_FROM else plural(int(days / 365.25), "year")


# --- asked about


def _answer(asked: AskedAbout) -> Answer:
    if asked.answer is None or asked.asked_on is None:
        return Answer(asked.symptom, "", "")
    if asked.answer:
        return Answer(asked.symptom, "yes", f"on {plural(asked.yes_days, 'day')}")
    return Answer(asked.symptom, "no", f"({format_date(asked.asked_on, asked.asked_on)})")


def _asked_note(report: Report) -> str:
    dates = [asked.asked_on for asked in report.asked_about if asked.asked_on]
    last = f"Last answered {format_date(max(dates))}. " if dates else ""
    others = [asked.symptom for asked in report.asked_about if asked.answer and asked.sign not in ON_PAGE_1]
    also = f"Also yes: {', '.join(others)}. " if others else ""
    return f"{also}{last}Answers are the patient's own. “Not answered” means not asked, or skipped."


# --- tables


def _place_rows(report: Report, most: int) -> Capped:
    return _capped([_place_row(place) for place in report.places], most, "places")


def _place_row(place: PlaceCount) -> PlaceRow:
    return PlaceRow(
        str(place.place), f"{place.days}", f"{place.episodes}", short_dates(place.first, place.last)
    )


def short_dates(first: date, last: date) -> str:
    """Return the span without its year, for a page whose title names it."""
    return format_dates(first, last).removesuffix(f" {last.year}")


def _habits(report: Report) -> Capped:
    """Return the habits that are always asked, at their places, and below them the others with a value."""
    others = [code for code, summary in report.factors.items() if summary and code not in NOT_BELOW]
    return _capped([_habit(report, code) for code in (*ALWAYS_ASKED, *others)], HABIT_ROWS)


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


def _flag_rows(report: Report) -> Capped:
    return _capped([_flag_row(flag, report) for flag in report.flags], FLAG_ROWS)


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
