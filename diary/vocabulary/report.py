"""What a report can be made of: the parts behind its first page, and the papers it is printed on."""

from typing import Literal

Paper = Literal["a4", "letter"]
PAPERS: dict[Paper, str] = {"a4": "A4", "letter": "Letter"}

PARTS = {
    "questions": "What I want to ask",
    "signs": "Asked about",
    "pointed_out": "Pointed out by the diary",
    "comparisons": "Comparisons",
    "tried": "What was tried",
    "over_time": "Over time",
    "places": "Places",
    "days": "Day by day",
    "twitches": "Twitch by twitch",
    "medicines": "Medicines",
    "tests": "Tests",
    "conditions": "Conditions, own and in the family",
    "visits": "Visits",
    "notes": "Notes",
    "how_made": "How this was made",
}
"""The parts of the appendix in the order they are printed (ux 8.3); each can be left out.

First stands in full what page 1 may have to cut short: questions, other signs, what was pointed out.
"""

OFF_AT_FIRST = frozenset({"twitches", "notes"})
AT_FIRST = frozenset(PARTS) - OFF_AT_FIRST
"""What a first report holds: no list of every twitch, and no note before it was ticked."""

LAST_4_WEEKS, SINCE_VISIT, OWN_DATES = "4w", "visit", "own"
SPANS = {
    "2w": ("Last 2 weeks", 14),
    LAST_4_WEEKS: ("Last 4 weeks", 28),
    "8w": ("Last 8 weeks", 56),
    "3m": ("Last 3 months", 91),
}
"""Days a report can be asked for by name, back from today."""

VISIT_AGO = (14, 26 * 7)
"""Where the last visit was so many days ago, a report begins with it unless told otherwise (ux R-13)."""

MOST_DAYS = 366
"""Days one report can cover: a year. The weeks of more do not fit its page."""

PLAIN = "plain"
HEADINGS = {"diary": "Muscle twitch diary: summary for a clinic visit", PLAIN: "Diary summary"}
NAMES = {"full": "Full name", "initials": "Initials", "none": "No name"}

LINK_DAYS = {1: "1 day", 7: "7 days", 14: "14 days", 30: "30 days"}
"""How long a link to a report can stay open."""
LINK_DAYS_AT_FIRST = 7
