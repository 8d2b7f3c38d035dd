"""What goes with twitching, as the last monthly review found it: the same sentences, counts and dots."""

from collections.abc import Iterator, Sequence

from diary.analysis import helped
from diary.analysis.links import Link, Review, sentences
from diary.analysis.links.counting import Looked, dots
from diary.analysis.links.judging import spanned
from diary.analysis.links.words import Reader, which_days
from diary.analysis.records import DayRecord
from diary.charts.chart import Chart
from diary.charts.intervals import Interval, intervals_chart
from diary.charts.stacks import Kind, stacks_chart
from diary.report.parts import Block, Column, listing
from diary.report.pictures import beside_words, whole_width
from diary.report.report import Report

TRIED = (
    Column("Tried", is_wide=True),
    Column("Times", is_number=True),
    Column("Helped somewhat or more", is_number=True),
)
WAITING = (Column("What"), Column("So far"), Column("Counted", is_wide=True))


def comparisons(report: Report) -> Iterator[Block]:
    """Yield the caution, all factors on one scale, each that was judged, and those it is too early for."""
    review, reader = report.review, reader_of(report)
    if review is None or not review.checked_in:
        return
    chart = overview(review, reader)
    about = (sentences.about(review),) if review.judged else ()
    yield Block(words=(sentences.CANNOT, *about), picture=whole_width(chart) if chart else None)
    judged = sorted(review.judged, key=lambda link: not link.is_found)
    for link in judged:
        yield _judged(link, seen(link, review, report.review_days), reader)
    waiting = (_waiting(link, reader) for link in review.links if not link.is_judged)
    if listed := listing(WAITING, waiting, "comparison"):
        yield Block("Too early to compare" if judged else "", listing=listed)


def tried(report: Report) -> Iterator[Block]:
    """Yield what was tried against the twitches of the period, as often as the person said how it helped."""
    rows = (
        (measure.label, f"{measure.tried}", f"{measure.helped} of {measure.answered} answers")
        for measure in helped.measures(report.tries)
    )
    if listed := listing(TRIED, rows, "measure"):
        yield Block(listing=listed, key=helped.CARE)


def reader_of(report: Report) -> Reader:
    """Return how the person reads amounts."""
    return Reader(report.volume_unit, report.own_question, report.own_kind)


def _judged(link: Link, days: Sequence[DayRecord], reader: Reader) -> Block:
    said = (
        f"{sentences.VERDICT_WORDS[link.verdict]}.",
        sentences.counts(link, reader),
        sentences.yes_no_days(link, reader),
        sentences.finding(link, reader),
    )
    chart = dots_chart(link, days, reader)
    words = (" ".join(sentence for sentence in said if sentence),)
    return Block(sentences.name(link, reader), words, beside_words(chart) if chart else None)


def _waiting(link: Link, reader: Reader) -> tuple[str, ...]:
    progress = sentences.progress(link) or sentences.VERDICT_WORDS[link.verdict]
    return sentences.name(link, reader), progress, sentences.counts(link, reader)


def overview(review: Review, reader: Reader) -> Chart | None:
    """Return how many times as often it twitches on the days of each factor; None while nothing is judged."""
    rows = [_interval(link, reader) for link in review.links if link.ratio and link.interval]
    return intervals_chart("links", "Times as many episodes as on other days", rows) if rows else None


def _interval(link: Link, reader: Reader) -> Interval:
    low, high = link.interval or (1.0, 1.0)
    days = which_days(link.factor, link.cut, reader) if link.cut else ""
    verdict = sentences.VERDICT_WORDS[link.verdict]
    return Interval(days, link.ratio or 1.0, low, high, verdict, link.is_found)


def seen(link: Link, review: Review, days: Sequence[DayRecord]) -> list[DayRecord]:
    """Return the days that the counts of a link are of: those of its review, or those up to now."""
    if link.is_judged:
        return [day for day in days if review.first <= day.date <= review.last]
    return spanned(days, days[-1].date) if days else []


def dots_chart(
    link: Link, days: Sequence[DayRecord], reader: Reader, looked: Looked | None = None
) -> Chart | None:
    """Return each day as a dot, for the two kinds of days; None where there is but one kind."""
    exposed, others = dots(days, link, looked or Looked(own_kind=reader.own_kind))
    if link.cut is None or not (exposed and others):
        return None
    words = which_days(link.factor, link.cut, reader)
    kinds = [Kind(f"{words[0].upper()}{words[1:]}", tuple(exposed)), Kind("Other days", tuple(others))]
    title = f"{sentences.name(link, reader)}: each day checked in"
    return stacks_chart(f"dots-{link.factor.replace('_', '-')}", title, kinds)
