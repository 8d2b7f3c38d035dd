"""The ways in: now, earlier, came and went."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from diary.vocabulary.sites import Place, is_possible
from diary.views.places import place_groups


def log(request: HttpRequest) -> HttpResponse:
    """Show the ways in."""
    return render(request, "log/log.html", {"anywhere": Place("")})


def log_now(request: HttpRequest) -> HttpResponse:
    """Choose where it twitches; a place named in the address is asked about before anything is kept."""
    place = Place(request.GET.get("site", ""), request.GET.get("side", ""))
    if place.site and is_possible(place.site, place.side):
        return render(request, "log/confirm.html", {"place": place})
    return render(request, "log/now.html", {"groups": place_groups(), "anywhere": Place("")})


def log_earlier(request: HttpRequest, **kwargs) -> HttpResponse:
    """TODO."""
    return HttpResponse("")


def log_came_and_went(request: HttpRequest, **kwargs) -> HttpResponse:
    """TODO."""
    return HttpResponse("")
