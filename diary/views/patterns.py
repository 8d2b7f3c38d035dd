"""Patterns over time: how often, how long, when."""

from datetime import datetime
from typing import cast

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from diary.analysis import frequency, trend
from diary.analysis.days import day_records, episode_records
from diary.forms.patterns import PatternsForm
from diary.models import User
from diary.quantities import Clock
from diary.views import figures
from diary.views.person import PersonRequest

FEWEST_DAYS = 3


def patterns(request: PersonRequest) -> HttpResponse:
    """Show the first page of Patterns."""
    return redirect("patterns-time")


def patterns_time(request: PersonRequest) -> HttpResponse:
    """Show the charts over the days that were asked for."""
    now = timezone.now()
    form = PatternsForm(request.GET, user=request.user, now=now)
    shown = over_time(request.user, form, now) if form.is_valid() else {}
    return render(request, "patterns/time.html", {"form": form, **shown})


def over_time(user: User, form: PatternsForm, now: datetime) -> dict[str, object]:
    """Return what the page says and draws; below three days filled in it draws nothing."""
    days = day_records(user, form.period, now)
    counts = frequency.counts(days)
    if counts.filled_in < FEWEST_DAYS:
        return {"counts": counts}
    touching = episode_records(user, form.period)
    started = [episode for episode in touching if episode.started_on in form.period]
    each = form.counted_by
    return {
        "counts": counts,
        "finding": frequency.finding(days),
        "quieter": frequency.quieter(days),
        "change": trend.finding(trend.change(days)),
        "figures": (
            figures.days_figure(days, each),
            figures.counts_figure(days, each),
            figures.lengths_figure(days, started, each, now),
            figures.times_figure(days, touching, started, now, cast("Clock", user.clock)),
        ),
    }
