"""The five numbers of page 1, and what still goes on."""

from dataclasses import dataclass
from datetime import date, timedelta

from diary.analysis.duration import USUAL_FROM
from diary.charts.axis import plural
from diary.quantities import format_date, format_length, without_seconds
from diary.report.report import Report
from diary.vocabulary.episodes import CAME_AND_WENT, NEARLY_CONSTANT

WEEKS_FROM = 14
YEARS_FROM = 730


@dataclass(frozen=True, slots=True)
class Number:
    """A figure and the lines under it."""

    figure: str
    lines: tuple[str, ...]


def five_numbers(report: Report) -> tuple[Number, ...]:
    """Return how many days, twitches, how long, how many places, and since when."""
    return _days(report), _twitches(report), _length(report), _places(report), _since(report)


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
    said = f"longest {lengths.how_sure}{format_length(without_seconds(lengths.longest_s or 0))}"
    longest = () if lengths.longest_s is None else (said,)
    if lengths.median_s is None:
        return Number("Not recorded", ("usual length", *longest))
    if lengths.n < USUAL_FROM:
        return Number("Too few", (f"for a usual length ({lengths.n} known)", *longest))
    return Number(format_length(round(lengths.median_s)), (f"usual length ({lengths.n} known)", *longest))


def still_going(report: Report) -> str:
    """Return since when, and for how long at least: "1 still going since 14 October, at least 40 days"."""
    going = [episode for episode in report.touching if episode.is_ongoing]
    if not going:
        return ""
    first = min(going, key=lambda episode: episode.started_at)
    so_far = timedelta(seconds=max(0, round((report.seen_at - first.started_at).total_seconds())))
    so_far_s = without_seconds(so_far.seconds, "m")
    long = plural(so_far.days, "day") if so_far.days else format_length(so_far_s, "sentence")
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
