"""A day's check-in: today's, and any day before it. Each answer is kept as it is given."""

import json
from datetime import date, datetime
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST

from diary.analysis.usual import NIGHTS, usual
from diary.forms.days import DayForm
from diary.forms.now import TwitchingForm
from diary.models import Day, Episode, User
from diary.periods import DAY, Period
from diary.templatetags.words import date_words
from diary.views.back import way_back
from diary.views.drinks import checkin_of, drinks_of
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
    form = day_form(request, day, now)
    if form.is_valid():
        form.save()
        messages.success(request, f"Saved: check-in of {date_words(day, user.today(now))}", "banner-ok")
        return redirect(way_back(request))
    return render(request, "checkin/checkin.html", page_of(request, form, now))


@require_POST
def checkin_answer(request: PersonRequest, day: date) -> HttpResponse:
    """Keep the answers that were sent and say so beside them; without a script, on the same page again."""
    now = timezone.now()
    form = day_form(request, day, now)
    if form.is_valid():
        form.save()
        if not request.htmx:
            return redirect(checkin_of(request, day))
    template = "checkin/_kept.html" if request.htmx else "checkin/checkin.html"
    response = render(request, template, page_of(request, form, now))
    answered = {name: shown(request, form, name) for name in form.said}
    response["HX-Trigger"] = json.dumps({"answered": answered})
    return response


@require_POST
def checkin_twitching(request: PersonRequest, day: date) -> HttpResponse:
    """Keep the one-tap answer to "any twitching?"; future days have none."""
    form, now = TwitchingForm(request.POST), timezone.now()
    if day > request.user.today(now) or not form.is_valid():
        raise Http404
    form.save(request.user, day, now)
    return redirect(way_back(request))


@require_POST
def checkin_leave_blank(request: PersonRequest, day: date) -> HttpResponse:
    """Stop asking about that day; nothing is written into the diary."""
    request.session["left_blank"] = day.isoformat()
    return redirect(way_back(request))


def day_form(request: PersonRequest, day: date, now: datetime) -> DayForm:
    """Return the day's questions with what was sent; a day to come has none."""
    user = request.user
    if day > user.today(now):
        raise Http404
    twitched = Episode.objects.for_user(user).touching(Period(day, day, user.timezone)).exists()
    data = request.POST if request.method == "POST" else None
    return DayForm(data, user=user, now=now, day=day, twitched=twitched, usual=usual(nights(user, day)))


def nights(user: User, day: date) -> list[float]:
    """Return the latest nights before that day, those filled in as usual left out."""
    return Day.objects.for_user(user).entered("sleep_hours", day, NIGHTS)


def page_of(request: PersonRequest, form: DayForm, now: datetime) -> dict[str, Any]:
    """Return what the check-in shows."""
    day = form.instance
    latest = nights(request.user, day.date)
    return {
        "form": form,
        "day": day,
        "now": now,
        "nights": latest,
        "usual_night": usual(latest),
        "way_back": way_back(request),
        **drinks_of(request.user, day),
    }


def shown(request: PersonRequest, form: DayForm, name: str) -> dict[str, Any] | None:
    """Return what the page now has to show for an answer; None leaves what was typed for correction."""
    if name in form.errors:
        return None
    value = form.cleaned_data.get(name)
    prepared = form.fields[name].prepare_value(value)
    words = "" if value is None else str(prepared)
    return {"typed": request.POST.get(name, ""), "value": value, "shown": words}
