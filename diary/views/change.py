"""A kept episode fact by fact: look it over, change one, delete it (ux L-25, L-26)."""

from uuid import UUID

from django.contrib import messages
from django.db import transaction
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone

from diary.forms.episodes import EpisodeForm, facts_of
from diary.models import Episode
from diary.views.back import way_back, with_query
from diary.views.episodes import locked
from diary.views.person import PersonRequest


def episode(request: PersonRequest, uuid: UUID) -> HttpResponse:
    """Show every fact of an episode, each with a way to change it."""
    mine = Episode.objects.for_user(request.user).within_reach(timezone.now())
    shown = {"episode": get_object_or_404(mine, uuid=uuid), "way_back": way_back(request)}
    return render(request, "episodes/change.html", shown)


@transaction.atomic
def episode_fact(request: PersonRequest, uuid: UUID, fact: str) -> HttpResponse:
    """Ask for one fact, and return to all of them."""
    kept, data = locked(request, uuid), request.POST if request.method == "POST" else None
    if fact not in facts_of(kept):
        raise Http404
    facts = with_query(reverse("episode", args=[uuid]), {"next": way_back(request)})
    if kept.deleted_at:
        return redirect(facts)
    form = EpisodeForm(data, fact=fact, user=request.user, now=timezone.now(), instance=kept)
    if form.is_valid():
        form.save()
        messages.success(request, "Saved", "banner-ok")
        return redirect(facts)
    return render(request, "episodes/fact.html", {"form": form, "episode": kept, "facts": facts})
