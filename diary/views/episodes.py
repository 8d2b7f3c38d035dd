"""One episode: start, stop, answer, delete, undo. Every action redirects, so nothing is repeated."""

from collections.abc import Callable
from datetime import datetime
from uuid import UUID

from django.contrib import messages
from django.db import transaction
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST
from django_htmx.http import reselect, reswap, retarget, trigger_client_event

from diary.forms.now import StartForm, TapForm
from diary.forms.panel import AnswerForm
from diary.forms.places import PlaceForm
from diary.forms.stop import StopForm
from diary.models import Episode
from diary.views.back import go, way_back
from diary.views.panel import saved_panel, uuids
from diary.views.person import PersonRequest

UNDO = {"stop": Episode.resume, "create": Episode.discard, "delete": Episode.restore}


def locked(request: PersonRequest, uuid: UUID) -> Episode:
    """Return the person's own episode, held until the transaction ends: the first of two taps counts."""
    mine = Episode.objects.for_user(request.user).within_reach(timezone.now())
    return get_object_or_404(mine.select_for_update(), uuid=uuid)


def saved(episode: Episode, *others: Episode) -> str:
    """Return Today with the panel about this episode and those saved with it.

    A running one has its card there already.
    """
    today, also = reverse("today"), "".join(f"&also={other.uuid}" for other in others)
    return today if episode.is_ongoing and not episode.deleted_at else f"{today}?saved={episode.uuid}{also}"


def after_saving(request: PersonRequest, episode: Episode, *others: Episode) -> HttpResponse:
    """Return to the page that asked for it, or show the panel on Today, which asks about the first one."""
    if "next" not in request.POST and "next" not in request.GET:
        return redirect(saved(episode, *others))
    places = " and ".join(each.where for each in (episode, *others))
    messages.success(request, "Saved" if request.user.hide_words else f"Saved: {places}", "banner-ok")
    return redirect(way_back(request))


@require_POST
def episode_create(request: PersonRequest) -> HttpResponse:
    """Start timing, or keep what is already over."""
    form = StartForm(request.POST)
    if not form.is_valid():
        messages.error(request, f"{next(iter(form.errors.values()))[0]}. Nothing was saved.", "banner-danger")
        return go(request, reverse("log-now"))
    first, *_ = form.save(request.user, timezone.now())
    return go(request, saved(first))


@require_POST
@transaction.atomic
def episode_stop(request: PersonRequest, uuid: UUID) -> HttpResponse:
    """End it at the moment of the tap, or about when the person says."""
    episode, form = locked(request, uuid), StopForm(request.POST)
    form.full_clean()
    form.save(episode, timezone.now())
    return go(request, saved(episode))


@require_POST
@transaction.atomic
def episode_going(request: PersonRequest, uuid: UUID) -> HttpResponse:
    """Keep that it still went on at the moment of the tap; it is asked about again later."""
    episode, tap, now = locked(request, uuid), TapForm(request.POST), timezone.now()
    tap.full_clean()
    episode.keep_going(tap.moment(now), now)
    if request.htmx and episode.is_ongoing:
        return render(request, "episodes/_stop.html", {"episode": episode, "has_said": True})
    return go(request, way_back(request))


@require_POST
@transaction.atomic
def episode_answer(request: PersonRequest, uuid: UUID) -> HttpResponse:
    """Keep one answer about it."""
    episode, form = locked(request, uuid), AnswerForm(request.POST)
    if not form.is_valid():
        raise Http404
    form.save(episode, timezone.now())
    if not request.htmx:
        return redirect(saved(episode) + ("" if "place" in request.POST else "#asked"))
    panel = render(request, "episodes/_saved.html", saved_panel(request.user, episode, request.POST))
    if {"place", "length_s"} & request.POST.keys():
        trigger_client_event(panel, "entry-said")  # the list of the day shows these
    return whole(panel) if episode.deleted_at else panel


def whole(panel: HttpResponse) -> HttpResponse:
    """Have the panel swapped as a whole, and not the question alone that was answered."""
    return reselect(retarget(reswap(panel, "outerHTML"), "#saved"), "#saved")


def episode_place(request: PersonRequest, uuid: UUID) -> HttpResponse:
    """Choose another place for it."""
    mine = Episode.objects.for_user(request.user).within_reach(timezone.now())
    episode = get_object_or_404(mine, uuid=uuid)
    form = PlaceForm(button="Use this place", kept=episode)
    return render(request, "episodes/place.html", {"episode": episode, "form": form})


@require_POST
@transaction.atomic
def episode_delete(request: PersonRequest, uuid: UUID) -> HttpResponse:
    """Delete it; the page that comes next offers to take that back."""
    episode, now = locked(request, uuid), timezone.now()
    episode.discard(now)
    Episode.objects.for_user(request.user).past_keeping(now).delete()
    return redirect(way_back(request, deleted=episode.uuid) if "next" in request.POST else saved(episode))


def take_back(request: PersonRequest, episode: Episode, step: Callable[[Episode, datetime], None]) -> None:
    """Take the step back, unless that would set a second timer going at a place."""
    now, runs = timezone.now(), step is Episode.resume or (step is Episode.restore and episode.is_ongoing)
    if runs and Episode.objects.for_user(request.user).timed_beside(episode):
        messages.info(request, "It is being timed again already, so this one stays as it is.")
    else:
        step(episode, now)


@require_POST
@transaction.atomic
def episode_undo(request: PersonRequest, uuid: UUID) -> HttpResponse:
    """Take back the step that the form names, of all saved together; taken back twice it stays so."""
    episode, step = locked(request, uuid), UNDO.get(request.POST.get("step", ""))
    if step is None:
        raise Http404
    others = [locked(request, other) for other in uuids(request.POST.getlist("also"))]
    for each in (episode, *others):
        take_back(request, each, step)
    return redirect(way_back(request) if "next" in request.POST else saved(episode, *others))
