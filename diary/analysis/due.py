"""Which questions about other signs to ask before a report is handed over (ux R-12, P-5)."""

from collections.abc import Iterable
from datetime import date

from diary.analysis.records import SignRecord
from diary.periods import DAY
from diary.vocabulary.signs import ASKED, ON_PAGE_1, AskedSign

ASK_AGAIN = 7 * DAY
"""Answers that are older are asked for once more."""


def due(answers: Iterable[SignRecord], today: date) -> list[AskedSign]:
    """Return what stands on page 1 and was not answered in the last 7 days."""
    known = {answer.sign for answer in answers if today - answer.date <= ASK_AGAIN}
    return [ASKED[sign] for sign in ON_PAGE_1 if sign not in known]


def urgent(answers: Iterable[SignRecord], today: date) -> list[AskedSign]:
    """Return what was answered yes today and calls for help, the most urgent first."""
    yes = [ASKED[answer.sign] for answer in answers if answer.answer and answer.date == today]
    return sorted((sign for sign in yes if sign.level), key=lambda sign: sign.level)
