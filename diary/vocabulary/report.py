"""What a report can be made of: the parts behind its first page, and the papers it is printed on."""

from typing import Literal

Paper = Literal["a4", "letter"]
PAPERS: dict[Paper, str] = {"a4": "A4", "letter": "Letter"}

PARTS = {
    "comparisons": "Comparisons",
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
"""The parts of the appendix in the order they are printed (ux 8.3); each can be left out."""

OFF_AT_FIRST = frozenset({"twitches", "notes"})
AT_FIRST = frozenset(PARTS) - OFF_AT_FIRST
"""What a first report holds: no list of every twitch, and no note before it was ticked."""
