"""What a printed report costs: time beside a bare page from the same printer, and memory over a hundred."""

import re
import statistics
import time
from collections.abc import Callable, Iterator
from datetime import datetime

import typst

from diary.benchmark.measure import memory_mb
from diary.models import User
from diary.periods import DAY, Period
from diary.report.choices import Choices
from diary.report.pdf import as_pdf, fonts
from diary.report.report import make_report
from diary.vocabulary.report import PARTS

ROUNDS = 11
IN_A_ROW, SETTLED = 100, 10
"""Reports in a row, and after how many of them the memory is first read: the fonts are in it then."""
ROW = "{:<24}{:>7}{:>11}{:>10}{:>8}"
SPANS = {"a month": 28, "a year": 365}


def measure(write: Callable[[str], object], user: User, now: datetime) -> None:
    """Print the costs of page 1 alone and of everything, of a month and of a year."""
    write(ROW.format("report", "pages", "facts ms", "PDF ms", "ratio"))
    for name, choices in asked(user, now):
        write(_row(name, user, choices, now))
    write("\nratio: of the PDF to a bare page from the same printer, measured in turn with it")
    write(_in_a_row(user, now))


def asked(user: User, now: datetime) -> Iterator[tuple[str, Choices]]:
    """Yield each report that is measured."""
    for words, days in SPANS.items():
        period = Period.ending(user.today(now), days, user.timezone)
        yield f"{words}, page 1", Choices(period, parts=frozenset())
        yield f"{words}, everything", Choices(period, parts=frozenset(PARTS))


def _row(name: str, user: User, choices: Choices, now: datetime) -> str:
    report = make_report(user, choices, now)
    pages = max(map(int, re.findall(rb"/Type ?/Pages ?/Count (\d+)", as_pdf(report))))
    _bare()
    facts = [_seconds(lambda: make_report(user, choices, now)) for _ in range(ROUNDS)]
    pairs = [(_seconds(_bare), _seconds(lambda: as_pdf(report))) for _ in range(ROUNDS)]
    ratio = statistics.median(pdf / bare for bare, pdf in pairs)
    times = (1000 * statistics.median(found) for found in (facts, [pdf for _, pdf in pairs]))
    return ROW.format(name, pages, *(f"{ms:.0f}" for ms in times), f"{ratio:.1f}")


def _bare() -> None:
    """Print a page with one word on it, tagged as the report is."""
    page = b'#set document(title: "Diary report")\n#set text(font: "Source Sans 3")\nDiary'
    typst.Compiler(page, font_paths=fonts(), ignore_system_fonts=True).compile(
        format="pdf", pdf_standards="ua-1"
    )


def _in_a_row(user: User, now: datetime) -> str:
    """Print page 1 of many months, each of other days, so that nothing kept of one serves the next."""
    held = []
    for n in range(IN_A_ROW):
        period = Period.ending(user.today(now) - n * DAY, 28, user.timezone)
        as_pdf(make_report(user, Choices(period, parts=frozenset()), now))
        held.append(memory_mb())
    settled, last = held[SETTLED - 1], held[-1]
    if settled is None or last is None:
        return "memory: this system does not tell"
    return f"memory: {settled} MB after {SETTLED} reports, {last} MB after {IN_A_ROW}: {last - settled:+} MB"


def _seconds(run: Callable[[], object]) -> float:
    started = time.perf_counter()
    run()
    return time.perf_counter() - started
