"""From the places of some days to the charts and the table of the Places page."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date

from diary.analysis.frequency import Counts
from diary.analysis.places import PlaceCount, finding, spread
from diary.analysis.records import DayRecord, Group
from diary.charts.axis import plural
from diary.charts.body import body_chart
from diary.charts.chart import Table
from diary.charts.strip import Slot, StripRow, strip_chart
from diary.periods import Period
from diary.quantities import format_date
from diary.report.pictures import dates_by_place
from diary.views.figures import SPANS_BY, Figure


def body_figure(
    groups: Iterable[Group], found: Sequence[PlaceCount], period: Period, counts: Counts
) -> Figure:
    """Show on how many days each place twitched, on the figure of the person."""
    title = f"Days with twitching, of {plural(counts.filled_in, 'day')} filled in"
    chart = body_chart("where", title, dates_by_place(groups, period), counts.filled_in)
    return Figure(chart, finding(found, counts.twitching))


def spread_figure(groups: Iterable[Group], days: Sequence[DayRecord], period: Period, each: str) -> Figure:
    """Show when each place twitched, the one that began first on top."""
    spans = SPANS_BY[each](days)
    found = sorted(dates_by_place(groups, period), key=lambda place: (min(place.dates), -len(place.dates)))
    firsts = [span.first for span in spans]
    rows = [StripRow(place.label, _counts(place.dates, firsts)) for place in found]
    slots = [Slot(span.first, span.in_span, span.filled_in) for span in spans]
    chart = strip_chart("spread", f"Places by {each}, the first to twitch on top", slots, rows, each)
    return Figure(chart, spread([(place.label, min(place.dates)) for place in found], period))


def _counts(dates: Iterable[date], firsts: Sequence[date]) -> tuple[int, ...]:
    """Return how many of the dates lie in each slot; the slots follow one another."""
    counted = Counter(bisect_right(firsts, day) - 1 for day in dates)
    return tuple(counted[n] for n in range(len(firsts)))


def table(found: Sequence[PlaceCount], counts: Counts) -> Table:
    """List every place, the one with the most days first."""
    last = max((count.last for count in found), default=None)
    header = ("Place", "Days", "Entries", "First", "Last")
    return Table("Every place of these days", header, tuple(_row(count, counts, last) for count in found))


def _row(count: PlaceCount, counts: Counts, last: date | None) -> tuple[str, ...]:
    place = count.place.label if count.place.site else "Place not recorded"
    dates = (format_date(day, last) for day in (count.first, count.last))
    return place, f"{count.days:,} of {counts.filled_in:,}", f"{count.episodes:,}", *dates
