"""From a review to its pictures: all factors on one scale, and the days of each as dots."""

from collections.abc import Sequence

from diary.analysis.links import Link, Review, sentences
from diary.analysis.links.counting import Looked, dots
from diary.analysis.links.judging import spanned
from diary.analysis.links.words import Reader, which_days
from diary.analysis.records import DayRecord
from diary.charts.intervals import Interval, intervals_chart
from diary.charts.stacks import Kind, stacks_chart
from diary.views.figures import Figure


def overview(review: Review, reader: Reader) -> Figure | None:
    """Show how many times as often it twitches on the days of each factor; None while nothing is judged."""
    rows = [interval(link, reader) for link in review.links if link.ratio and link.interval]
    if not rows:
        return None
    chart = intervals_chart("links", "Times as many episodes as on other days", rows)
    found = [link for link in review.links if link.is_found]
    names = " and ".join(sentences.name(link, reader).lower() for link in found)
    said = f"{names[0].upper()}{names[1:]} may go together with twitching." if found else "No link is shown."
    return Figure(chart, said)


def interval(link: Link, reader: Reader) -> Interval:
    """Return the row of a judged link."""
    low, high = link.interval or (1.0, 1.0)
    days = which_days(link.factor, link.cut, reader) if link.cut else ""
    verdict = sentences.VERDICT_WORDS[link.verdict]
    return Interval(days, link.ratio or 1.0, low, high, verdict, link.is_found)


def seen(link: Link, review: Review, days: Sequence[DayRecord]) -> list[DayRecord]:
    """Return the days that the counts of a link are of: those of its review, or those up to now."""
    if link.is_judged:
        return [day for day in days if review.first <= day.date <= review.last]
    return spanned(days, days[-1].date) if days else []


def dots_figure(link: Link, days: Sequence[DayRecord], reader: Reader, looked: Looked) -> Figure | None:
    """Show each day as a dot, for the two kinds of days; None where there is but one kind."""
    exposed, others = dots(days, link, looked)
    if link.cut is None or not (exposed and others):
        return None
    words = which_days(link.factor, link.cut, reader)
    kinds = [Kind(f"{words[0].upper()}{words[1:]}", tuple(exposed)), Kind("Other days", tuple(others))]
    title = f"{sentences.name(link, reader)}: each day checked in"
    chart = stacks_chart(f"dots-{link.factor.replace('_', '-')}", title, kinds)
    return Figure(chart, sentences.counts(link, reader))
