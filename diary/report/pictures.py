"""From what was counted to what the charts draw: the one place that knows both."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from django.utils.safestring import SafeString, mark_safe

from diary.analysis.frequency import Span
from diary.analysis.records import DayRecord, EpisodeRecord, Group, Start
from diary.analysis.timing import hours
from diary.charts.axis import plural, short_day_text
from diary.charts.body import PlaceDays, body_chart, is_on_figure
from diary.charts.chart import Chart, Table
from diary.charts.hours import HourWeek, hour_grid
from diary.charts.raster import MINUTES, MOST_DAYS, RasterDay, day_raster
from diary.charts.rows import Row, rows_chart
from diary.periods import Period, local_date, local_minute
from diary.report.report import Report
from diary.vocabulary.sites import Place

MOST_CHANGE_ROWS = 8
MOST_HOUR_ROWS = 18
WEEKS_A_ROW = (1, 2, 4, 8, 16)
"""Weeks that share a row where there are more than rows."""

# Where one class of lengths ends and the next begins, in seconds; the last is open.
LENGTH_CLASSES = (
    ("under 10 s", 0, 10),
    ("10 to 59 s", 10, 60),
    ("1 to 10 min", 60, 601),
    ("over 10 min", 601, None),
)

# Widths in units and sizes of text, from roomy to dense: the PDF takes the roomiest its page has room for.
# In boxes of 236, 277 and 165 points (A4; Letter has more) the smallest words, nine tenths of the size, print
# at least 7 points.
WHERE_SIZES = ((390, 12.8), (440, 14.4), (500, 16.4), (570, 18.7), (660, 21.6), (760, 24.9))
WHEN_SIZES = ((330, 11.0), (390, 11.2), (480, 13.7), (620, 17.6))
THIRD_SIZES = ((232, 11.0),)
WHOLE_WIDTH = (720, 12.0)
BESIDE_WORDS = (450, 12.2)


@dataclass(frozen=True, slots=True)
class Drawing:
    """An SVG and its height as a share of its width, so that a page can be laid out without drawing it."""

    svg: str
    ratio: float


@dataclass(frozen=True, slots=True)
class Picture:
    """A drawing in greys, from roomy to dense, with the words for those who do not see it."""

    title: str
    description: str
    table: Table
    drawings: tuple[Drawing, ...]
    is_beside: bool = False

    @property
    def roomy(self) -> SafeString:
        """The drawing for a screen."""
        return mark_safe(self.drawings[0].svg)  # noqa: S308 - the charts escape what they write

    @property
    def dense(self) -> SafeString:
        """The drawing for the browser's own printing; beside the other in a page, so with ids of its own."""
        return mark_safe(self.drawings[-1].svg.replace("-paper", "-print"))  # noqa: S308


@dataclass(frozen=True, slots=True)
class Pictures:
    """The pictures of page 1; one is None when there is nothing to draw."""

    where: Picture | None
    when: Picture | None
    lengths: Picture | None
    change: Picture | None

    @property
    def drawn(self) -> tuple[Picture, ...]:
        """Those that there are."""
        return tuple(it for it in (self.where, self.when, self.lengths, self.change) if it)


def pictures(report: Report, on_screen: bool = False) -> Pictures:
    """Draw the pictures of page 1; a screen needs of each the roomiest and the densest alone."""
    drawn = _ends_on_paper if on_screen else _on_paper
    return Pictures(
        where=drawn(where_chart(report), WHERE_SIZES) if report.places else None,
        when=drawn(when_chart(report), WHEN_SIZES) if report.counts.filled_in else None,
        lengths=drawn(lengths_chart(report), THIRD_SIZES) if report.episodes else None,
        change=drawn(change_chart(report), THIRD_SIZES) if report.counts.filled_in else None,
    )


def _on_paper(chart: Chart, sizes: Iterable[tuple[float, float]]) -> Picture:
    drawings = tuple(_drawing(chart.on_paper(*size)) for size in sizes)
    return Picture(chart.title, chart.description, chart.table, drawings)


def whole_width(chart: Chart) -> Picture:
    """Draw a picture as wide as the page; in 527 points or more its words print at least 8.5 points."""
    return _on_paper(chart, (WHOLE_WIDTH,))


def beside_words(chart: Chart) -> Picture:
    """Draw a picture that leaves a third of the page to the words at its left."""
    return replace(_on_paper(chart, (BESIDE_WORDS,)), is_beside=True)


def _ends_on_paper(chart: Chart, sizes: Sequence[tuple[float, float]]) -> Picture:
    return _on_paper(chart, sizes[:: len(sizes) - 1 or 1])


def _drawing(svg: str) -> Drawing:
    width, height = re.findall(r'viewBox="0 0 ([0-9.]+) ([0-9.]+)"', svg)[0]
    return Drawing(str(svg), float(height) / float(width))


def _weeks_a_row(weeks: int, most: int) -> int:
    return next(n for n in WEEKS_A_ROW if weeks <= n * most)


def _each_row(weeks: int) -> str:
    return "week" if weeks == 1 else f"{weeks} weeks"


# --- where


def dates_by_place(episodes: Iterable[Group], period: Period) -> tuple[PlaceDays, ...]:
    """Return the dates of the period that each place twitched on, most days first; not said is no place."""
    touched: dict[tuple[str, str], set[date]] = defaultdict(set)
    for episode in episodes:
        if episode.site:
            touched[episode.site, episode.side].update(episode.dates(period.first, period.last))
    places = ((Place(*place), dates) for place, dates in touched.items())
    found = sorted(places, key=lambda item: (-len(item[1]), item[0]))
    return tuple(PlaceDays(place.site, place.side, str(place), frozenset(dates)) for place, dates in found)


def where_chart(report: Report) -> Chart:
    """Return the figure of the person with the days at each place; those without a spot are in the table."""
    found = [place for place in dates_by_place(report.touching, report.period) if is_on_figure(place)]
    return body_chart("where", "Where", found, report.counts.filled_in)


# --- when


def raster_days(
    days: Sequence[DayRecord], touching: Iterable[EpisodeRecord], now: datetime
) -> tuple[RasterDay, ...]:
    """Return the minutes of each day that twitches and spells cover, on the clock of their own zone."""
    twitches: dict[date, list[tuple[int, int]]] = {day.date: [] for day in days}
    spells: dict[date, list[tuple[int, int]]] = {day.date: [] for day in days}
    constant: dict[date, list[tuple[int, int]]] = {day.date: [] for day in days}
    for episode in touching:
        kept = twitches if episode.is_twitch else constant if episode.is_constant else spells
        for day, span in spans(episode, days[0].date, days[-1].date, now):
            kept[day].append(span)
    kinds = (twitches, spells, constant)
    return tuple(RasterDay(day.date, day.state, *(tuple(kind[day.date]) for kind in kinds)) for day in days)


def spans(
    episode: EpisodeRecord, first: date, last: date, now: datetime
) -> Iterator[tuple[date, tuple[int, int]]]:
    """Yield each date between first and last that the episode touches, with the minutes it covers there.

    Minutes are 0 to 1440 after midnight; without a known end both are the start. One still going ends now.
    """
    ended_on, end = _end(episode, now)
    for day in episode.dates(first, min(last, ended_on)):
        start = episode.started_minute if day == episode.started_on else 0
        stop = end if day == ended_on else MINUTES
        yield day, (start, max(start, stop))  # an hour that the clocks repeat ends before it began


def _end(episode: EpisodeRecord, now: datetime) -> tuple[date, int]:
    """Return the last local date it touches and the minute it ends there; midnight is minute 1440."""
    if episode.ended_at is None and not episode.is_ongoing:
        return episode.started_on, episode.started_minute
    at = episode.ended_at or max(now, episode.started_at)
    ended_on = episode.ended_on or local_date(at, episode.zone)
    return ended_on, local_minute(at, episode.zone) if local_date(at, episode.zone) == ended_on else MINUTES


def hour_weeks(
    days: Sequence[DayRecord], episodes: Iterable[EpisodeRecord | Start], weeks: int = 1
) -> tuple[HourWeek, ...]:
    """Return blocks of so many weeks with the twitches that began in each hour of the day."""
    size = 7 * weeks
    begun: dict[int, list[EpisodeRecord | Start]] = defaultdict(list)
    for episode in episodes:
        begun[(episode.started_on - days[0].date).days // size].append(episode)
    blocks = enumerate(days[n : n + size] for n in range(0, len(days), size))
    return tuple(_hour_week(block, begun[n]) for n, block in blocks)


def _hour_week(days: Sequence[DayRecord], begun: Iterable[EpisodeRecord | Start]) -> HourWeek:
    return HourWeek(days[0].date, hours(begun), sum(day.is_filled_in for day in days), len(days))


def when_chart(report: Report) -> Chart:
    """Return the time of day of each twitch: a row per day, beyond a month a row per week or some weeks."""
    if len(report.days) <= MOST_DAYS:
        rows = raster_days(report.days, report.touching, report.seen_at)
        return day_raster("when", "When (each row is one day)", rows, report.clock)
    weeks = _weeks_a_row(len(report.weeks), MOST_HOUR_ROWS)
    each = "one week" if weeks == 1 else _each_row(weeks)
    title = f"When (each row is {each}{'; spells are not drawn' if report.spells else ''})"
    return hour_grid("when", title, hour_weeks(report.days, report.episodes, weeks), report.clock)


# --- how long


def length_rows(episodes: Iterable[EpisodeRecord]) -> tuple[Row, ...]:
    """Return how many twitches lasted how long; those without a length, and spells, stand apart."""
    listed = list(episodes)
    twitches = [episode for episode in listed if episode.is_twitch]
    known = [twitch.length_s for twitch in twitches if twitch.length_s is not None]
    rows = [
        Row(label, sum(low <= s and (end is None or s < end) for s in known))
        for label, low, end in LENGTH_CLASSES
    ]
    going = sum(twitch.is_ongoing for twitch in twitches)
    apart = (
        ("still going", going),
        ("not recorded", len(twitches) - len(known) - going),
        ("spells", len(listed) - len(twitches)),
    )
    return (*rows, *(Row(label, n) for label, n in apart if n))


def lengths_chart(report: Report) -> Chart:
    """Return how many twitches were how long."""
    title = f"How long ({plural(report.twitches, 'twitch', 'twitches')})"
    return rows_chart("lengths", title, length_rows(report.episodes), ("Length", "Twitches"))


# --- change


def week_rows(spans: Iterable[Span]) -> tuple[Row, ...]:
    """Return the share of the days filled in that had twitching, span by span."""
    return tuple(
        Row(
            short_day_text(span.first),
            span.twitching,
            f"{span.twitching} of {plural(span.filled_in, 'day')}",
            span.filled_in,
        )
        for span in spans
    )


def change_chart(report: Report) -> Chart:
    """Return the days with twitching by week, or by some weeks where there are many."""
    weeks = _weeks_a_row(len(report.weeks), MOST_CHANGE_ROWS)
    spans = (Span.of(report.days[n : n + 7 * weeks]) for n in range(0, len(report.days), 7 * weeks))
    title = f"Change by {_each_row(weeks)} (days)"
    return rows_chart("change", title, week_rows(spans), ("From", "Days with twitching"))
