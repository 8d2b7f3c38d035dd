"""What can be said about one twitch. Codes are kept in the diary and its files; labels are for people."""

KINDS = {"twitch": "Twitch", "spell": "Came and went"}

STRENGTHS = {1: "Faint", 2: "Mild", 3: "Moderate", 4: "Strong"}

SEEN = {"yes": "Yes", "felt": "No, only felt it", "not_looked": "Did not look"}

# How the start is known: tapped or typed to the minute, or from memory.
START_PRECISIONS = {"exact": "At this time", "about": "About this time"}

# How the length is known. "unknown" covers both "still going" and "not recorded".
LENGTH_PRECISIONS = {
    "timed": "Timed",
    "stated": "Stated",
    "about": "About",
    "unknown": "Not recorded",
}

# When a forgotten timer may have stopped, in minutes ago.
STOPPED_AGO = {"5": "5 min ago", "15": "15 min ago", "30": "30 min ago"}
NOT_KNOWN, NOT_KNOWN_WORDS = "unknown", "Do not know"

# How often something came and went, as codes of bands: the least and the most times, None when open.
TIMES = {"2-5": (2, 5), "6-20": (6, 20), "21-": (21, None)}
TIMES_WORDS = {"2-5": "2 to 5", "6-20": "6 to 20", "21-": "More than 20"}
NEARLY_ALL = "Nearly all the time"

EACH_LASTED = {"seconds": "A few seconds", "half_minute": "About 30 s", "minutes": "Minutes"}

# What a spell is called where it is told in words (ux L-21).
CAME_AND_WENT = "came and went"
NEARLY_CONSTANT = "nearly constant"


def times_words(low: int | None, high: int | None) -> str:
    """Return "2 to 5 times", "more than 20 times", "7 times" or "once"; "" when nobody said."""
    if low is None:
        return ""
    if low == high:
        return "once" if low == 1 else f"{low:,} times"
    band = next((code for code, known in TIMES.items() if known == (low, high)), "")
    counted = f"{low:,} to {high:,}" if high else f"{low:,} or more"
    return f"{TIMES_WORDS.get(band, counted).lower()} times"


# The person's own suspicion, never a finding. The causes that `source-article` and the NHS page name.
SUSPECTED_TRIGGERS = {
    "tired": "Tired",
    "stressed": "Stressed",
    "caffeine": "Caffeine",
    "thirsty": "Thirsty",
    "exercise": "After exercise",
    "screen": "Screen",
    "cold": "Cold",
    "alcohol": "Alcohol",
    "medicine": "A medicine",
    "other": "Something else",
}

# What the person tried (clinical.md D2). Nothing here is recommended.
RELIEF = {
    "rest": "Rest",
    "water": "Water",
    "stretch": "Stretch",
    "massage": "Massage",
    "relaxing": "Relaxing",
    "sleep": "Sleep",
    "screen_break": "Screen break",
    "warm_compress": "Warm compress",
    "magnesium": "Magnesium",
    "calcium": "Calcium",
    "other": "Something else",
}

# How much it helped; 0 is an answer, "not answered" is null.
HELPED = {0: "Not at all", 1: "A little", 2: "Somewhat", 3: "Quite a bit", 4: "A lot"}
