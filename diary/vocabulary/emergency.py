"""Whom to call, by where the person lives. The numbers are common knowledge, in need of a check (A3)."""

REGIONS = {
    "": "Somewhere else, or not said",
    "uk": "United Kingdom",
    "eu": "European Union",
    "us": "United States",
    "ca": "Canada",
}

EMERGENCY = {
    "": "your local emergency number",
    "uk": "999",
    "eu": "112",
    "us": "911",
    "ca": "911",
}
"""What stands after "call"."""

ADVICE_LINE = {"uk": ("NHS 111", "111")}
"""Who gives advice on the day, and their number, where a source names somebody."""
