"""What goes with twitching: the last monthly review of it, the person's own guesses, and what was tried."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import cast

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from diary.analysis import helped
from diary.analysis.days import guesses, tries
from diary.analysis.guesses import Guess, count_guesses
from diary.analysis.links import Link, Review, sentences
from diary.analysis.links.counting import Looked, counted
from diary.analysis.links.judging import direction
from diary.analysis.links.result import CHECK_INS_NEEDED
from diary.analysis.links.words import Reader
from diary.analysis.records import DayRecord
from diary.analysis.reviews import current_review, next_on, reviewed_days
from diary.models import User
from diary.periods import Period
from diary.quantities import VolumeUnit
from diary.report import comparisons
from diary.views import compared
from diary.views.chart_csv import chart_csv
from diary.views.figures import Figure
from diary.views.person import PersonRequest
from diary.views.tried import open_now
from diary.vocabulary.factors import FACTORS

YEAR = 365


@dataclass(frozen=True, slots=True)
class Compared:
    """One factor on the page; `status` is how far it is, or what was found."""

    name: str
    status: str
    is_found: bool
    counts: str
    more: str
    figure: Figure | None


def patterns_triggers(request: PersonRequest) -> HttpResponse:
    """Show the review that holds this month; a page view looks for nothing by itself."""
    user, now, looked = request.user, timezone.now(), looked_at(request)
    days = reviewed_days(user, now)
    review, reader = current_review(user, now, days), reader_of(user)
    period = Period.ending(user.today(now), YEAR, user.timezone)
    shown = {
        "review": review,
        "cannot": sentences.CANNOT,
        "about": sentences.about(review) if review.judged else "",
        "next_on": next_on(review),
        "overview": compared.overview(review, reader),
        "compared": list(all_compared(review, days, reader, looked)),
        "waits": CHECK_INS_NEEDED if any(it.waits_for == "check_ins" for it in review.links) else None,
        "usual_days": sum(bool(day.usual) for day in days),
        "with_usual": looked.with_usual,
        "guesses": [(guess, answer(guess, review)) for guess in count_guesses(guesses(user, period))],
        "trying": open_now(user, user.today(now)),
        "measures": [(each, helped.finding(each), helped.lengths(each)) for each in tried(user, period)],
    }
    return render(request, "patterns/triggers.html", shown)


@require_safe
def triggers_csv(request: PersonRequest, name: str) -> HttpResponse:
    """Give the numbers of one chart of the page."""
    figures = all_figures(request.user, timezone.now(), looked_at(request))
    return chart_csv((figure.chart for figure in figures), name)


def all_figures(user: User, now: datetime, looked: Looked) -> Iterator[Figure]:
    """Yield every figure of the page."""
    days, reader = reviewed_days(user, now), reader_of(user)
    review = current_review(user, now, days)
    dots = (it.figure for it in all_compared(review, days, reader, looked))
    return (figure for figure in (compared.overview(review, reader), *dots) if figure)


def looked_at(request: PersonRequest) -> Looked:
    """Return whether values filled in as usual are counted on the page.

    They never change what was found: a second look with other days is a second chance of a false finding.
    """
    return Looked(with_usual="usual" in request.GET, own_kind=request.user.own_kind)


def reader_of(user: User) -> Reader:
    """Return how the person reads amounts."""
    return Reader(cast("VolumeUnit", user.volume_unit), user.own_question, user.own_kind)


def all_compared(
    review: Review, days: Sequence[DayRecord], reader: Reader, looked: Looked
) -> Iterator[Compared]:
    """Yield every factor, what was found first."""
    for link in sorted(review.links, key=lambda link: not link.is_found):
        yield one_compared(link, comparisons.seen(link, review, days), reader, looked)


def one_compared(link: Link, days: Sequence[DayRecord], reader: Reader, looked: Looked) -> Compared:
    """Return a factor with its counts, what was found and its dots."""
    shown = counted(days, link.factor, looked, link.cut) if looked.with_usual else link
    said = [sentences.yes_no_days(shown, reader)]
    if link.waits_for != "check_ins":
        said.append(sentences.finding(link, reader))
    verdict, progress = sentences.VERDICT_WORDS[link.verdict], sentences.progress(link)
    return Compared(
        name=sentences.name(link, reader),
        status=f"{verdict}: {progress}" if progress else verdict,
        is_found=link.is_found,
        counts=sentences.counts(shown, reader),
        more=" ".join(sentence for sentence in said if sentence),
        figure=compared.dots_figure(shown, days, reader, looked),
    )


def answer(guess: Guess, review: Review) -> str:
    """Return what the counts say about a guess, in as many words as a table has room for."""
    link = review.of(guess.factor) if guess.factor else None
    if link is None:
        return "Not asked about each day"
    turned = ", the other way round" if link.is_found and direction(link) < 0 else ""
    said, asked = sentences.VERDICT_WORDS[link.verdict] + turned, FACTORS[guess.factor].label
    return said if asked == guess.label else f"{asked}: {said[0].lower()}{said[1:]}"


def tried(user: User, period: Period) -> Iterable[helped.Measure]:
    """Return what was tried against twitches of the period."""
    return helped.measures(tries(user, period))
