"""The long lists of the appendix: every place, every day, every twitch, with how many of them are shown."""

from collections.abc import Iterator

from diary.analysis import duration
from diary.analysis.memory import is_from_memory
from diary.analysis.places import PlaceCount
from diary.analysis.records import DayRecord, EpisodeRecord
from diary.charts.axis import plural, short_day_text
from diary.quantities import format_clock, format_date, format_length
from diary.quantities.dates import WEEKDAYS
from diary.report.habits import ALWAYS_ASKED, amount_words, label
from diary.report.letters import breakable
from diary.report.parts import NONE, Block, Column, listing
from diary.report.report import Report
from diary.vocabulary.episodes import CAME_AND_WENT, LENGTH_PRECISIONS, NEARLY_CONSTANT, SEEN, STRENGTHS
from diary.vocabulary.factors import FACTORS

MOST_TWITCHES = 1_000
"""More than these fill a book: the latest are listed, and the foot says of how many."""

MEMORY, USUAL = "*", "~"
DAYS_KEY = (
    "- not recorded. * given on a later day, from memory. ~ filled in as usual for this person. "
    "Times and dates are those of the clock where it happened."
)
TWITCHES_KEY = "- not recorded. * written from memory: over two hours after its end, or on a later day."

PLACES = (
    Column("Place", is_wide=True),
    Column("Days", is_number=True),
    Column("Entries", is_number=True),
    Column("Usual length", is_number=True),
    Column("First", is_number=True),
    Column("Last", is_number=True),
)
TWITCHES = (
    Column("Began"),
    Column("Place", is_wide=True),
    Column("How long"),
    Column("Length known"),
    Column("Strength"),
    Column("Seen to move"),
)


# --- places


def places(report: Report) -> Iterator[Block]:
    """Yield every place, most days first."""
    if listed := listing(PLACES, (_place(report, found) for found in report.places), "place"):
        few = f"The usual length is the median; fewer than {duration.USUAL_FROM} lengths have none."
        yield Block(listing=listed, key=few)


def _place(report: Report, found: PlaceCount) -> tuple[str, ...]:
    there = [episode for episode in report.episodes if episode.place == found.place]
    known = duration.lengths(there, report.seen_at)
    usual = (
        format_length(round(known.median_s)) if known.median_s and known.n >= duration.USUAL_FROM else NONE
    )
    dates = (format_date(found.first), format_date(found.last))
    return found.place.label, f"{found.days}", f"{found.episodes}", usual, *dates


# --- day by day


def days(report: Report) -> Iterator[Block]:
    """Yield every calendar day of the period, the blank ones too."""
    core = [Column(label(report, code), is_number=True) for code in ALWAYS_ASKED]
    columns = (
        Column("Day"),
        Column("Twitching"),
        Column("Places", is_wide=True),
        *core,
        Column("Other", is_wide=True),
    )
    if listed := listing(columns, (_day(report, day) for day in report.days), "day"):
        yield Block(listing=listed, key=DAYS_KEY)


def _day(report: Report, day: DayRecord) -> tuple[str, ...]:
    core = (_given(report, day, code) for code in ALWAYS_ASKED)
    places = ", ".join(sorted(str(place) for place in day.places))
    return _date(report, day), _twitching(day), places or NONE, *core, breakable(_others(report, day)) or NONE


def _date(report: Report, day: DayRecord) -> str:
    year = f" {day.date.year}" if report.period.first.year != report.period.last.year else ""
    return f"{WEEKDAYS[day.date.weekday()][:3]} {short_day_text(day.date)}{year}"


def _twitching(day: DayRecord) -> str:
    """Return what is known of a day; one that an entry only reaches into has no start to count."""
    if not day.is_filled_in:
        return NONE
    counts = ((day.twitches, "twitch", "twitches"), (day.spells, "spell", "spells"))
    begun = ", ".join(plural(*count) for count in counts if count[0])
    words = begun or ("yes" if day.is_twitching else "none")
    return words if day.is_same_day else f"{words} {MEMORY}"


def _given(report: Report, day: DayRecord, code: str) -> str:
    value = day.factors[code]
    if value is None:
        return NONE
    sign = f" {MEMORY}" if code in day.late else f" {USUAL}" if code in day.usual else ""
    return amount_words(report, code, value) + sign


def _others(report: Report, day: DayRecord) -> str:
    given = (code for code in FACTORS if code not in ALWAYS_ASKED and day.factors[code] is not None)
    return "; ".join(f"{label(report, code)}: {_given(report, day, code)}" for code in given)


# --- twitch by twitch


def twitches(report: Report) -> Iterator[Block]:
    """Yield every episode that began in the period, by its start; of very many the latest."""
    shown = report.episodes[-MOST_TWITCHES:]
    rows = (_episode(report, episode) for episode in shown)
    if listed := listing(TWITCHES, rows, "entry", len(report.episodes)):
        yield Block(listing=listed, key=TWITCHES_KEY)


def _episode(report: Report, episode: EpisodeRecord) -> tuple[str, ...]:
    strength = STRENGTHS[episode.strength] if episode.strength else NONE
    how = LENGTH_PRECISIONS[episode.length_precision] if episode.length_s is not None else NONE
    return (
        _began(report, episode),
        episode.place.label,
        _how_long(episode),
        how,
        strength,
        SEEN.get(episode.seen, NONE),
    )


def _began(report: Report, episode: EpisodeRecord) -> str:
    at = format_clock(episode.started_at, episode.zone, report.clock, seen_from=report.period.timezone)
    about = "about " if episode.start_precision == "about" else ""
    sign = f" {MEMORY}" if is_from_memory(episode) else ""
    return f"{format_date(episode.started_on)}, {about}{at}{sign}"


def _how_long(episode: EpisodeRecord) -> str:
    """Return how long; what came and went has only a span, which is no length of twitching."""
    if episode.is_ongoing:
        return "still going"
    words = NONE if episode.length_s is None else format_length(episode.length_s)
    if episode.is_twitch:
        return words
    pattern = NEARLY_CONSTANT if episode.is_constant else CAME_AND_WENT
    return pattern if episode.length_s is None else f"{pattern} over {words}"
