"""Reports of invented diaries, worked out without a database, and what stands on their printed page."""

import io
import random
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, timedelta
from functools import cache
from typing import Any
from uuid import UUID

import pdfplumber
from pypdf import PdfReader

from diary.analysis.days import days_from
from diary.analysis.flags import Thresholds, flags
from diary.analysis.health import ConditionRecord, VisitRecord
from diary.analysis.links import Review, links
from diary.analysis.notes import NoteRecord
from diary.analysis.records import DayRecord, EpisodeRecord, SignRecord
from diary.models import DoseChange, User
from diary.periods import Period, start_of_day
from diary.quantities import PartialDate
from diary.report.choices import Choices, Paper
from diary.report.page1 import Page1
from diary.report.pdf import as_pdf
from diary.report.report import Report, Sources, report_from
from diary.vocabulary.report import PARTS
from tests.analysis.links.invented import linked
from tests.analysis.made import LONDON, medicine, result, said, spell, twitch

LAST = date(2026, 5, 27)
PLACES = """eyelid_lower left/upper_arm_front right/lower_leg_side left/neck_front right/finger_index left/
foot_sole right/widespread/diaphragm middle/eyelid_upper right/thumb left/calf left/calf//side_ribs right/
other middle""".replace("\n", "").split("/")


def person(**fields: Any) -> User:
    return User(**{"username": "A. Example", "timezone": LONDON, **fields})


def report_of(
    episodes: list[EpisodeRecord] | tuple[EpisodeRecord, ...] = (),
    checkins: Any = (),
    answers: list[SignRecord] | tuple[SignRecord, ...] = (),
    first: date = LAST - timedelta(days=27),
    last: date = LAST,
    user: User | None = None,
    chosen: dict[str, Any] | None = None,
    **record: Any,
) -> Report:
    """The report of these records, seen at the end of the last day and made the day after."""
    user = user or person()
    period = Period(first, last, user.timezone)
    seen_at = period.end - timedelta(microseconds=1)
    days = days_from(episodes, checkins, period, last)
    found = flags(episodes, days, answers, (), Thresholds.of(user), seen_at, user.timezone)
    return report_from(
        Sources(episodes, days, answers, found, **record),
        user,
        Choices(period, **(chosen or {})),
        period,
        seen_at,
        last + timedelta(days=1),
    )


def diary(days: int, twitches: int, seed: int = 1, places: list[str] = PLACES, **options: Any) -> Report:
    """The report of a seeded diary: most days filled in, many places, each number known or not."""
    dice = random.Random(seed)
    first = LAST - timedelta(days=days - 1)
    checkins = [_said(first + timedelta(days=n), dice) for n in range(days) if dice.random() < 0.8]
    episodes = [_twitch(first, days, places, dice) for _ in range(twitches)]
    if twitches:
        episodes.append(spell(f"{LAST} 09:00", f"{LAST} 15:00", "thigh_front right"))
        episodes.append(twitch(f"{LAST} 20:00", ongoing=True))
    episodes.sort(key=lambda episode: episode.started_at)
    return report_of(episodes, checkins, first=first, **options)


def _said(day: date, dice: random.Random) -> Any:
    values = {
        "sleep_hours": dice.choice([None, 4.25, 6.5, 7]),
        "caffeine_mg": dice.choice([None, 0, 95, 2800]),
        "water_ml": dice.choice([None, 250, 1750]),
        "stress": dice.choice([None, 0, 4, 10]),
    }
    return said(day.isoformat(), dice.choice(["", "none", "none", "yes"]), **values)


def _twitch(first: date, days: int, places: list[str], dice: random.Random) -> EpisodeRecord:
    midnight = start_of_day(first + timedelta(days=dice.randrange(days)), LONDON)
    start = midnight + timedelta(minutes=dice.randrange(1, 1400))
    seconds = dice.choice([None, 4, 30, 50, 381, 4000, 82_000])
    return twitch(start, seconds, dice.choice(places), strength=dice.choice([None, 1, 4]))


def with_choices(report: Report, **chosen: Any) -> Report:
    """The same report with other choices."""
    return replace(report, choices=replace(report.choices, **chosen))


def printed(
    report: Report, name: str = "A. Example", paper: Paper = "a4", parts: Iterable[str] = ()
) -> bytes:
    """The report on paper; page 1 alone unless parts are named."""
    return as_pdf(with_choices(report, name=name, paper=paper, parts=frozenset(parts)))


def sheets(pdf: bytes) -> Any:
    return pdfplumber.open(io.BytesIO(pdf)).pages


def text_of(pdf: bytes) -> str:
    """All words of the PDF, with single spaces."""
    return " ".join(" ".join(page.extract_text() for page in reader(pdf).pages).split())


def reader(pdf: bytes) -> PdfReader:
    return PdfReader(io.BytesIO(pdf))


def words_of(page: Page1) -> list[str]:
    """Every fact in the boxes of page 1; of the places the first, since a full sheet leaves out others."""
    rows = [*page.places.rows[:1], *page.habits.rows, *page.flags.rows]
    cells = [getattr(row, name) for row in rows for name in row.__dataclass_fields__]
    numbers = [words for number in page.numbers for words in (number.figure, *number.lines)]
    answers = [asked.detail for asked in page.asked_about]
    lines = [page.title, page.completeness, page.care, *page.in_short, page.asked_note, page.lengths_note]
    return [words for words in (*lines, *numbers, *answers, *cells, page.flags.more, page.footer) if words]


LONG = "Wiederkehrende Medikamentenbezeichnung " * 2 + "W" * 22
"""As long as a name may be."""


@cache
def judged() -> tuple[list[DayRecord], Review]:
    """Days in which stress goes with twitching, and what a review finds in them."""
    invented = linked(200, {"stress": 3})
    return invented, links(invented, invented[-1].date)


def whole(
    days: int,
    twitches: int,
    medicines: int = 2,
    words: str = "",
    seed: int = 1,
    places: Sequence[str] = PLACES,
    **chosen: Any,
) -> Report:
    """A diary with something in every part of the appendix; `words` stand wherever a person writes."""
    change = DoseChange(PartialDate(2026, 4), "100 mg", words[:60])
    drugs = [medicine((words or LONG)[:100], dose_changes=(change,)) for _ in range(medicines)]
    notes = [NoteRecord(UUID(int=n), LAST, "left calf", words or "After a long walk.") for n in range(2)]
    invented, review = judged()
    return diary(
        days,
        twitches,
        seed,
        list(places),
        user=person(first_noticed_on=date(2026, 3, 3), own_question=(words or "Coffee after supper?")[:60]),
        answers=[SignRecord(LAST, "weakness", False), SignRecord(LAST, "cramps", True)],
        chosen={"parts": frozenset(PARTS), "notes": frozenset(note.uuid for note in notes)} | chosen,
        medicines=drugs,
        tests=[result("6.0", "0.35 to 5.5"), result("2.1", "0.35 to 5.5", "2026-03")],
        questions=[(words or "Could the tablet do this?")[:200]] * 4,
        visits=[VisitRecord(date(2026, 5, 7), (words or "Dr Lee")[:100], PartialDate(2026, 8))],
        conditions=[ConditionRecord("family", (words or "Migraine")[:100], "mother", PartialDate(1999))],
        notes=notes,
        review=review,
        review_days=invented,
    )
