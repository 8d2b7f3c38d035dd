"""A day's check-in: today's, and any day before it."""

from datetime import date

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.views.decorators.http import require_POST

from diary.forms.now import TwitchingForm
from diary.views.back import way_back


@require_POST
def checkin_twitching(request: HttpRequest, day: date) -> HttpResponse:
    """Keep the one-tap answer to "any twitching?"; future days have none."""
    form, now = TwitchingForm(request.POST), timezone.now()
    if day > request.user.today(now) or not form.is_valid():
        raise Http404
    form.save(request.user, day, now)
    return redirect(way_back(request))


def checkin(request: HttpRequest, **kwargs) -> HttpResponse:
    """TODO."""
    return HttpResponse("")


def checkin_day(request: HttpRequest, **kwargs) -> HttpResponse:
    """TODO."""
    return HttpResponse("")
