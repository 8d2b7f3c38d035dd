"""Patterns: how often, how long and when; and where."""

from collections.abc import Sequence
from datetime import datetime
from typing import cast

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from diary.analysis import before_after, frequency, places, strength, trend
from diary.analysis.days import (
    check_ins,
    day_groups,
    day_records,
    days_from,
    episode_records,
    starts,
)
from diary.analysis.health import events_of, medicine_records, visit_records
from diary.analysis.marks import Marks
from diary.analysis.records import DayRecord
from diary.charts.raster import MOST_DAYS
from diary.forms.patterns import PatternsForm, StepForm
from diary.models import User
from diary.quantities import Clock
from diary.views import figures, times, where
from diary.views.card import lately, touching
from diary.views.chart_csv import chart_csv
from diary.views.conditions import conditions_figure
from diary.views.figures import Figure
from diary.views.person import PersonRequest
from diary.views.rows import besides

FEWEST_DAYS = 3

Sections = dict[str, list[Figure]]
"""The charts of a page under their headings."""


def patterns(request: PersonRequest) -> HttpResponse:
    """Show the first page of Patterns."""
    return redirect("patterns-time")


def patterns_time(request: PersonRequest) -> HttpResponse:
    """Show the charts over the days that were asked for."""
    now = timezone.now()
    form = PatternsForm(request.GET, user=request.user, now=now)
    shown = over_time(request.user, form, now) if form.is_valid() else {}
    step = StepForm(request.GET, user=request.user, now=now)
    found = before_and_after(request.user, step, now) if step.is_valid() else ""
    return render(request, "patterns/time.html", {"form": form, "step": step, "step_finding": found, **shown})


def before_and_after(user: User, step: StepForm, now: datetime) -> str:
    """Say whether it twitches more or less often since a day, as far as the weeks around it allow."""
    days = day_records(user, step.period, now)
    return before_after.finding(before_after.before_after(days, step.cleaned_data["since"]), step.name)


@require_safe
def time_csv(request: PersonRequest, name: str) -> HttpResponse:
    """Give the numbers of one chart over the same days."""
    now = timezone.now()
    form = PatternsForm(request.GET, user=request.user, now=now)
    shown = over_time(request.user, form, now) if form.is_valid() else {}
    sections = cast("Sections", shown.get("sections", {}))
    return chart_csv((figure.chart for part in sections.values() for figure in part), name)


@require_safe
def places_csv(request: PersonRequest, name: str) -> HttpResponse:
    """Give the numbers of one chart of the places over the same days."""
    now = timezone.now()
    form = PatternsForm(request.GET, user=request.user, now=now)
    shown = by_place(request.user, form, now) if form.is_valid() else {}
    return chart_csv((figure.chart for figure in cast("list[Figure]", shown.get("figures", []))), name)


def patterns_places(request: PersonRequest) -> HttpResponse:
    """Show where it twitched on the days that were asked for, and how that spread."""
    now = timezone.now()
    form = PatternsForm(request.GET, user=request.user, now=now)
    shown = by_place(request.user, form, now) if form.is_valid() else {}
    return render(request, "patterns/places.html", {"form": form, **shown})


def by_place(user: User, form: PatternsForm, now: datetime) -> dict[str, object]:
    """Return what the page says, draws and lists; with no place recorded nothing but the counts."""
    groups, today = day_groups(user, form.period), user.today(now)
    days = days_from(groups, check_ins(user, form.period), form.period, today)
    counts, found = frequency.counts(days), places.places(groups, form.period, today)
    if not any(count.place.site for count in found):
        return {"counts": counts}
    return {
        "counts": counts,
        "finding": frequency.finding(days),
        "figures": [
            where.body_figure(groups, found, form.period, counts),
            where.spread_figure(groups, days, form.period, form.counted_by),
        ],
        "table": where.table(found, counts),
    }


def over_time(user: User, form: PatternsForm, now: datetime) -> dict[str, object]:
    """Return what the page says and draws; below three days filled in it draws nothing."""
    days = day_records(user, form.period, now)
    counts = frequency.counts(days)
    if counts.filled_in < FEWEST_DAYS:
        return {"counts": counts, **list_of_today(user, now)}
    return {
        "counts": counts,
        "finding": frequency.finding(days),
        "quieter": frequency.quieter(days, user.today(now)),
        "change": trend.finding(trend.change(days)),
        "sections": {
            "How often": [
                figures.days_figure(days, form.counted_by),
                figures.counts_figure(days, form.counted_by),
            ],
            **of_episodes(user, form, days, now),
            **of_days(user, form, days),
        },
    }


def list_of_today(user: User, now: datetime) -> dict[str, object]:
    """Return what there is to see while there are no charts: the entries of today, the latest first."""
    listed = touching(lately(user, now), user.today(now))
    marks = Marks.of([], user.long_episode_min, now)
    return {"listed": listed, "marks": marks, **besides(listed, None)}


def of_episodes(user: User, form: PatternsForm, days: list[DayRecord], now: datetime) -> Sections:
    """Return how long, how strong and when; up to a month day by day, which needs each episode whole."""
    clock = cast("Clock", user.clock)
    begun: Sequence[figures.Begun]
    if len(days) <= MOST_DAYS:
        touching = episode_records(user, form.period)
        begun = [episode for episode in touching if episode.started_on in form.period]
        by_clock = times.days_figure(days, touching, begun, now, clock)
    else:
        begun = starts(user, form.period)
        by_clock = times.weeks_figure(days, begun, clock)
    lengths = figures.lengths_figure(days, begun, form.counted_by, now)
    return {
        "How long": [lengths, figures.classes_figure(begun, now)],
        "How strong": figures.strength_figures(strength.by_day(begun), days, form.counted_by),
        "When": [by_clock, times.weekdays_figure(days, begun, clock)],
    }


def of_days(user: User, form: PatternsForm, days: list[DayRecord]) -> Sections:
    """Return what was said about the days, where anything was."""
    period = form.period.until(days[-1].date)
    happened = events_of(medicine_records(user), (), visit_records(user), period)
    figure = conditions_figure(user, days, form.counted_by, happened)
    return {"Your days": [figure]} if figure else {}
