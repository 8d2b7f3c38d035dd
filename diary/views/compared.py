"""From a review to its pictures: all factors on one scale, and the days of each as dots, as in the report."""

from collections.abc import Sequence

from diary.analysis.links import Link, Review, sentences
from diary.analysis.links.counting import Looked
from diary.analysis.links.words import Reader
from diary.analysis.records import DayRecord
from diary.report import comparisons
from diary.views.figures import Figure


def overview(review: Review, reader: Reader) -> Figure | None:
    """Show how many times as often it twitches on the days of each factor; None while nothing is judged."""
    chart = comparisons.overview(review, reader)
    if chart is None:
        return None
    found = [link for link in review.links if link.is_found]
    names = " and ".join(sentences.name(link, reader).lower() for link in found)
    said = f"{names[0].upper()}{names[1:]} may go together with twitching." if found else "No link is shown."
    return Figure(chart, said)


def dots_figure(link: Link, days: Sequence[DayRecord], reader: Reader, looked: Looked) -> Figure | None:
    """Show each day as a dot, for the two kinds of days; None where there is but one kind."""
    chart = comparisons.dots_chart(link, days, reader, looked)
    return Figure(chart, sentences.counts(link, reader)) if chart else None
