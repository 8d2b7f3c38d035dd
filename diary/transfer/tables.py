"""The tables that go out and come back in: one entry here is one column of a file.

Export, import and the README.txt of the archive are all made from here.
"""

import json

from diary.models import User
from diary.transfer import cells
from diary.transfer.cells import Reader
from diary.transfer.columns import Column, Table, field, listed, text, when
from diary.vocabulary import episodes as words
from diary.vocabulary import rules
from diary.vocabulary.drinks import MAX_MG, MAX_ML, MAX_USUAL
from diary.vocabulary.emergency import REGIONS
from diary.vocabulary.factors import FACTORS, OPTIONAL, OWN_KINDS, SLEEP_QUALITIES, SOURCES, TWITCHING
from diary.vocabulary.signs import QUESTIONS, RATED, RATINGS, SIGNS
from diary.vocabulary.sites import SIDES, SITES


def _range(low: int, high: int) -> Reader:
    return cells.whole(low, high, f"This must be a whole number between {low} and {high}")


STRENGTH = cells.whole(1, 4, "Strength must be between 1 (faint) and 4 (strong)")
SLEEP_QUALITY = cells.whole(1, 3, f"Sleep quality must be between 1 and 3 ({listed(SLEEP_QUALITIES)})")
TIMES = cells.whole(1, 10_000, "This must be a whole number between 1 and 10,000")
ABOUT_TIME = "ISO 8601 with offset (2026-05-28T21:40:00+01:00), or without one: then local in timezone"

SEVERAL = "separated by semicolons"

UUID = Column("uuid", "public id; made if empty", cells.public_id, text("uuid"), has_default=True)
NOTE = Column("note", "text", cells.words_of(5000), field("note"), is_text=True)
MADE_AT = Column(
    "made_at", "when it was written down; now, if empty", cells.instant, when("made_at"), has_default=True
)
CHANGED_AT = Column(
    "changed_at", "when it was last changed", cells.instant, when("changed_at"), has_default=True
)
ZONE = Column(
    "timezone",
    "where you were: IANA name, such as Europe/London; the account's, if empty",
    cells.zone,
    field("zone"),
    has_default=True,
)
SITE = Column("site", "where: a code of the list of places below", cells.one_of(SITES), field("site"))
SIDE = Column("side", f"your own {', '.join(SIDES)}", cells.one_of(SIDES), field("side"))

EPISODES = Table(
    "episodes",
    "started_at",
    (
        UUID,
        Column("started_at", f"{ABOUT_TIME}; needed", cells.instant, when("started_at")),
        Column(
            "start_precision",
            listed(words.START_PRECISIONS),
            cells.one_of(words.START_PRECISIONS),
            field("start_precision"),
            has_default=True,
        ),
        Column(
            "ended_at", "the same; or give length_s; both empty: see state", cells.instant, when("ended_at")
        ),
        Column("length_s", "length in whole seconds", cells.seconds, field("length_s")),
        ZONE,
        Column(
            "state",
            "ended (also when empty) or ongoing",
            cells.one_of(("ended", "ongoing")),
            lambda episode: "ongoing" if episode.is_ongoing else "ended",
        ),
        Column(
            "kind",
            f"{listed(words.KINDS)}; twitch, if empty",
            cells.one_of(words.KINDS),
            field("kind"),
            has_default=True,
        ),
        Column(
            "length_precision",
            listed(words.LENGTH_PRECISIONS),
            cells.one_of(words.LENGTH_PRECISIONS),
            field("length_precision"),
        ),
        Column(
            "length_low_s", "the shortest it may have been, in seconds", cells.seconds, field("length_low_s")
        ),
        Column(
            "length_high_s", "the longest it may have been, in seconds", cells.seconds, field("length_high_s")
        ),
        SITE,
        SIDE,
        Column(
            "place_words",
            "where, in your words, when site is other",
            cells.words_of(60),
            field("place_words"),
            is_text=True,
        ),
        Column("going_at", "when it was last said that it still went on", cells.instant, when("going_at")),
        Column(
            "is_forgotten",
            "yes when the timer was never stopped, so the length is not recorded",
            cells.yes_or_no,
            lambda episode: "yes" if episode.is_forgotten else None,
        ),
        Column(
            "spell_group",
            "uuid of the first of those that started again after one another",
            cells.public_id,
            text("spell_group"),
        ),
        Column("times_low", "of a spell: how many times at least", TIMES, field("times_low")),
        Column("times_high", "of a spell: how many times at most", TIMES, field("times_high")),
        Column(
            "is_constant",
            "of a spell: yes when it was there nearly all the time",
            cells.yes_or_no,
            lambda episode: "yes" if episode.is_constant else None,
        ),
        Column(
            "each_lasted",
            f"of a spell: how long each lasted, {listed(words.EACH_LASTED)}",
            cells.one_of(words.EACH_LASTED),
            field("each_lasted"),
        ),
        Column("strength", listed(words.STRENGTHS), STRENGTH, field("strength")),
        Column("seen", f"could you see it? {listed(words.SEEN)}", cells.one_of(words.SEEN), field("seen")),
        Column(
            "suspected_triggers",
            f"what you suspect, {SEVERAL}: {', '.join(words.SUSPECTED_TRIGGERS)}",
            cells.triggers,
            lambda episode: ";".join(episode.suspected_triggers) or None,
        ),
        Column(
            "relief",
            f"what you tried, {SEVERAL}: {', '.join(words.RELIEF)}; each may say how much it helped, "
            f"as in rest=3;water ({listed(words.HELPED)})",
            cells.relief,
            lambda episode: cells.relief_text(episode.relief) or None,
        ),
        Column(
            "signs",
            f"what else you noticed with it, {SEVERAL}, as in weakness=yes;cramps=no: {', '.join(SIGNS)}",
            cells.signs,
            lambda episode: cells.signs_text(episode.signs) or None,
        ),
        Column(
            "signs_on",
            "of one that went on for days: the day these answers are about",
            cells.day,
            text("signs_on"),
        ),
        NOTE,
        MADE_AT,
        CHANGED_AT,
    ),
    (
        Column("deleted_at", "when it was deleted; kept for 30 days", cells.instant, when("deleted_at")),
        Column(
            "taps",
            f"of a spell counted as it happened: the moments, {SEVERAL}",
            cells.moments,
            lambda episode: ";".join(episode.taps) or None,
        ),
        Column(
            "history",
            "what it said before each change, as JSON",
            cells.history,
            lambda episode: json.dumps(episode.history, ensure_ascii=False) if episode.history else None,
        ),
    ),
)


def _factor(code: str) -> Column:
    known = FACTORS[code]
    if known.kind == "yes_no":
        return Column(code, f"{known.label.lower()}, 0 = no, 1 = yes", cells.factor(code), field(code))
    kind = "whole number" if known.is_whole else "decimals allowed"
    unit = f" {known.unit}" if known.unit and " to " not in known.unit else ""
    meaning = f"{known.label.lower()}, {known.low} to {known.high:,}{unit}, {kind}"
    return Column(code, meaning, cells.factor(code), field(code))


def _given(code: str) -> Column:
    meaning = f"{FACTORS[code].label.lower()} as given by hand, while the drinks of the day count instead"
    return Column(f"given_{code}", meaning, cells.factor(code), field(f"given_{code}"))


def _sign(code: str) -> Column:
    meaning = f"{QUESTIONS[code]} yes or no; empty = not asked, or leave the answer that is there"
    return Column(code, meaning, cells.yes_or_no, lambda day: None, has_default=True)


def _rating(code: str) -> Column:
    low, high = RATINGS
    meaning = (
        f"{QUESTIONS[code]} Of a yes: how strong, {low} to {high}; "
        "empty = not rated, or leave the rating that is there"
    )
    reader = _range(low, high)
    return Column(f"{code}_rating", meaning, reader, lambda day: None, has_default=True)


DAY_VALUES = (
    Column(
        "twitching",
        f"any twitching that day? {listed(TWITCHING)}; empty = not asked",
        cells.one_of(TWITCHING),
        field("twitching"),
    ),
    _factor("sleep_hours"),
    Column("sleep_quality", listed(SLEEP_QUALITIES), SLEEP_QUALITY, field("sleep_quality")),
    _factor("water_ml"),
    _factor("caffeine_mg"),
    _factor("stress"),
    *(_factor(code) for code in OPTIONAL),
    NOTE,
)
# How the numbers came about, which only a program needs.
DAY_MAKING = (
    Column(
        "sources",
        f"where a value came from, {SEVERAL}, as in sleep_hours=usual; entered, if empty ({listed(SOURCES)})",
        cells.sources,
        lambda day: cells.pairs_text(day.sources) or None,
    ),
    Column(
        "entered_on",
        f"values given on a later date than the day, {SEVERAL}, as in sleep_hours=2026-05-30",
        cells.entered_on,
        lambda day: cells.pairs_text(day.entered_on) or None,
    ),
    _given("water_ml"),
    _given("caffeine_mg"),
    Column(
        "overruled_at",
        "when an entry overruled “no twitching”",
        cells.instant,
        when("overruled_at"),
    ),
)
DAY_STAMPS = (ZONE, MADE_AT, CHANGED_AT)
SIGN_COLUMNS = (*map(_sign, SIGNS), *map(_rating, RATED))
DATE = Column("date", "the calendar day, YYYY-MM-DD; needed", cells.day, text("date"))

# In the CSV file the signs stand beside their day (exports fills them in); the archive has them apart.
DAYS = Table("days", "date", (DATE, *DAY_VALUES, *SIGN_COLUMNS, *DAY_STAMPS), DAY_MAKING)
ARCHIVED_DAYS = Table("days", "date", (DATE, *DAY_VALUES, *DAY_STAMPS), DAY_MAKING)

DRINK_NAME = Column("name", "what it is called", cells.words_of(40), field("name"), is_text=True)
ML = Column(
    "ml", "how much, in ml", cells.whole(0, MAX_ML, "A drink must be between 0 and 5,000 ml"), field("ml")
)
MG = Column(
    "mg", "caffeine in mg", cells.whole(0, MAX_MG, "Caffeine must be between 0 and 3,000 mg"), field("mg")
)

DRINKS = Table(
    "drinks",
    "date",
    (
        UUID,
        DATE,
        Column("at", "when it was had; empty when not said", cells.instant, when("at")),
        ZONE,
        DRINK_NAME,
        ML,
        MG,
        Column(
            "is_usual",
            "yes when it was put in as one of the usual drinks",
            cells.yes_or_no,
            lambda drink: "yes" if drink.is_usual else "no",
        ),
        MADE_AT,
    ),
)

OWN_DRINKS = Table(
    "own_drinks",
    "name",
    (
        DRINK_NAME,
        ML,
        MG,
        Column("usual", "how many on a usual day", _range(0, MAX_USUAL), field("usual"), has_default=True),
    ),
)

SIGN = Table(
    "signs",
    "date",
    (
        DATE,
        Column("sign", "what was asked", cells.one_of(SIGNS), field("sign")),
        Column("answer", "yes or no", cells.yes_or_no, lambda sign: "yes" if sign.answer else "no"),
        Column(
            "rating",
            "of a yes: how strong, 1 to 10",
            _range(*RATINGS),
            field("rating"),
        ),
        MADE_AT,
    ),
)

PUT_AWAY = Table(
    "put_away",
    "rule",
    (
        Column("rule", "the card that was put away", cells.words_of(30), field("rule")),
        SITE,
        SIDE,
        Column("made_on", "the day it was put away", cells.day, text("made_on")),
        Column("until", "the last day it stays away", cells.day, text("until")),
    ),
)

REVIEWS = Table(
    "reviews",
    "made_on",
    (
        Column("made_on", "the day of the review of what goes with twitching", cells.day, text("made_on")),
        Column("version", "how it was made", _range(1, 1000), field("version")),
        Column(
            "result",
            "what it found, as JSON",
            cells.found,
            lambda review: json.dumps(review.result, ensure_ascii=False),
        ),
        MADE_AT,
    ),
)

SETTINGS = Table(
    "settings",
    "timezone",
    (
        Column("timezone", "your time zone", cells.zone, field("timezone"), has_default=True),
        Column("clock", "12 or 24 hours", cells.one_of(User.CLOCKS), field("clock"), has_default=True),
        Column(
            "volume_unit",
            "how drinks are shown",
            cells.one_of(User.VOLUME_UNITS),
            field("volume_unit"),
            has_default=True,
        ),
        Column("theme", "how pages look", cells.one_of(User.THEMES), field("theme"), has_default=True),
        Column(
            "lock_after_min",
            f"minutes away after which the diary locks: {', '.join(map(str, User.LOCKS))} (0 is never)",
            cells.one_of_numbers(User.LOCKS),
            field("lock_after_min"),
            has_default=True,
        ),
        Column(
            "hide_words",
            "yes when Today names no places and no numbers",
            cells.yes_or_no,
            lambda user: "yes" if user.hide_words else "no",
            has_default=True,
        ),
        Column(
            "tracks",
            f"what the check-in asks beside the core, {SEVERAL}: {', '.join(OPTIONAL)}",
            cells.tracks,
            lambda user: ";".join(user.tracks) or None,
        ),
        Column(
            "own_question",
            "your own question of the day",
            cells.words_of(80),
            field("own_question"),
            is_text=True,
        ),
        Column("own_kind", listed(OWN_KINDS), cells.one_of(OWN_KINDS), field("own_kind"), has_default=True),
        Column(
            "ask_after_min",
            "minutes after which a running timer asks whether it goes on",
            _range(*rules.ASK_AFTER_MIN_RANGE),
            field("ask_after_min"),
            has_default=True,
        ),
        Column("region", f"where you live: {listed(REGIONS)}", cells.one_of(REGIONS), field("region")),
        Column("rest_until", "the last day of a break from being asked", cells.day, text("rest_until")),
        Column(
            "rest_offered_on",
            "when a break was last offered and answered",
            cells.day,
            text("rest_offered_on"),
        ),
        Column(
            "report_choices",
            "what your report was last asked to show, as JSON",
            cells.lists_of_words,
            lambda user: json.dumps(user.report_choices, ensure_ascii=False) if user.report_choices else None,
        ),
        Column(
            "first_name",
            "your name, for the report",
            cells.words_of(150),
            lambda user: None if user.is_demo else user.first_name or None,
            is_text=True,
        ),
        Column("first_noticed_on", "when it all began", cells.day, text("first_noticed_on")),
        Column(
            "gap_days",
            "days without a twitch in one run",
            _range(*rules.GAP_DAYS_RANGE),
            field("gap_days"),
            has_default=True,
        ),
        Column(
            "long_episode_min",
            "minutes that make a twitch long",
            _range(*rules.LONG_EPISODE_MIN_RANGE),
            field("long_episode_min"),
            has_default=True,
        ),
        Column(
            "eyelid_days",
            "days before an eyelid is pointed out",
            _range(*rules.EYELID_DAYS_RANGE),
            field("eyelid_days"),
            has_default=True,
        ),
        Column(
            "site_days",
            "days before another place is pointed out",
            _range(*rules.SITE_DAYS_RANGE),
            field("site_days"),
            has_default=True,
        ),
    ),
)

DIARY = (SETTINGS, EPISODES, ARCHIVED_DAYS, SIGN, DRINKS, OWN_DRINKS, PUT_AWAY, REVIEWS)
CSV_FILES = (EPISODES, DAYS)
