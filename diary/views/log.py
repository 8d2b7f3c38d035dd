"""The ways in: now, earlier, came and went."""

from datetime import date
from typing import Any
from uuid import uuid4

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone

from diary.forms.earlier import EarlierForm
from diary.forms.places import PlacesForm
from diary.forms.spell import SpellForm
from diary.views.back import way_back
from diary.views.episodes import after_saving
from diary.views.person import PersonRequest
from diary.vocabulary.sites import Place, is_possible


def log(request: PersonRequest) -> HttpResponse:
    """Show the ways in."""
    return render(request, "log/log.html", {"anywhere": Place("")})


def log_now(request: PersonRequest) -> HttpResponse:
    """Choose where it twitches; a place in the address, such as a bookmark's, only stands on the button."""
    place = Place(request.GET.get("site", ""), request.GET.get("side", ""))
    if place.site and is_possible(place.site, place.side):
        return render(request, "log/confirm.html", {"place": place, "choices": place.choices})
    return render(request, "log/now.html", {"form": PlacesForm(button="Start timing")})


def log_earlier(request: PersonRequest) -> HttpResponse:
    """Take a twitch that happened earlier."""
    return entry_page(request, EarlierForm, "log/earlier.html", {"start_date": asked_day(request)})


def log_came_and_went(request: PersonRequest) -> HttpResponse:
    """Take a spell of twitching that came and went."""
    return entry_page(request, SpellForm, "log/came_and_went.html", {"day": asked_day(request)})


def entry_page(
    request: PersonRequest, form_class: type[EarlierForm | SpellForm], template: str, initial: dict[str, Any]
) -> HttpResponse:
    """Show the form, or keep what it says and return to where the page was opened from."""
    data = request.POST if request.method == "POST" else None
    form = form_class(data, user=request.user, now=timezone.now(), initial={"uuid": uuid4(), **initial})
    if form.is_valid():
        return after_saving(request, *form.save())
    return render(request, template, {"form": form, "way_back": way_back(request)})


def asked_day(request: PersonRequest) -> date | None:
    """Return the day the address asks for, if it is one."""
    try:
        return date.fromisoformat(request.GET.get("date", ""))
    except ValueError:
        return None
