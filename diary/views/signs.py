"""The questions about other signs, of a day and of one episode, on a page of their own (ux P-5)."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from diary.forms.signs import DaySignsForm, EpisodeSignsForm, SignsForm
from diary.models import User
from diary.views.back import way_back
from diary.views.episodes import locked
from diary.views.person import PersonRequest
from diary.vocabulary.emergency import ADVICE_LINE

KEPT = "Your answers are kept. What was skipped stays not answered."


def signs(request: PersonRequest) -> HttpResponse:
    """Ask about today; what calls for help says so beside the answer, before anything is sent."""
    user, now = request.user, timezone.now()
    form = DaySignsForm(request.POST or None, user=user, day=user.today(now))
    if form.is_valid():
        form.save(now)
        messages.success(request, KEPT, "banner-ok")
        return redirect(way_back(request))
    return render(request, "signs/signs.html", asked(form, user) | {"way_back": way_back(request)})


@transaction.atomic
def episode_signs(request: PersonRequest, uuid: UUID) -> HttpResponse:
    """Ask what else there was at the time of an episode."""
    user, now, episode = request.user, timezone.now(), locked(request, uuid)
    form = EpisodeSignsForm(request.POST or None, episode=episode)
    if form.is_valid() and not episode.deleted_at:
        form.save(user.today(now), now)
        messages.success(request, KEPT, "banner-ok")
        return redirect(way_back(request))
    shown = {"episode": episode, "way_back": way_back(request)}
    return render(request, "signs/signs.html", asked(form, user) | shown)


def asked(form: SignsForm, user: User) -> dict[str, Any]:
    """Return the questions, and whom to call where the person lives."""
    return {"form": form, "advice_line": ADVICE_LINE.get(user.region)}
