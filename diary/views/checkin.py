"""A day's check-in: today's, and any day before it."""

from datetime import date

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST

from diary.forms.days import DayForm
from diary.forms.now import TwitchingForm
from diary.models import Episode
from diary.periods import DAY, Period
from diary.templatetags.words import date_words
from diary.views.back import way_back
from diary.views.person import PersonRequest

NIGHT_ENDS = 4
"""Until this hour "today" may well mean the day before (ux F-7)."""


def checkin(request: PersonRequest) -> HttpResponse:
    """Show today's check-in; in the small hours, ask which day is meant."""
    now = timezone.now()
    today = request.user.today(now)
    if timezone.localtime(now).hour < NIGHT_ENDS:
        return render(
            request, "checkin/which_day.html", {"yesterday": today - DAY, "way_back": way_back(request)}
        )
    return checkin_day(request, today)


def checkin_day(request: PersonRequest, day: date) -> HttpResponse:
    """Show one day's check-in and keep what is answered; a day to come has none."""
    user, now = request.user, timezone.now()
    if day > user.today(now):
        raise Http404
    twitched = Episode.objects.for_user(user).touching(Period(day, day, user.timezone)).exists()
    data = request.POST if request.method == "POST" else None
    form = DayForm(data, user=user, now=now, day=day, twitched=twitched)
    if form.is_valid():
        form.save()
        messages.success(request, f"Saved: check-in of {date_words(day, user.today(now))}", "banner-ok")
        return redirect(way_back(request))
    return render(request, "checkin/checkin.html", {"form": form, "day": day, "way_back": way_back(request)})


@require_POST
def checkin_twitching(request: PersonRequest, day: date) -> HttpResponse:
    """Keep the one-tap answer to "any twitching?"; future days have none."""
    form, now = TwitchingForm(request.POST), timezone.now()
    if day > request.user.today(now) or not form.is_valid():
        raise Http404
    form.save(request.user, day, now)
    return redirect(way_back(request))
