"""Counting them as they happen: one big button, and everything kept from the first tap on."""

import json
from typing import Any
from uuid import UUID, uuid4

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST

from diary.forms.tally import TallyForm
from diary.models import Episode, User
from diary.views.panel import recent_places
from diary.views.person import PersonRequest


def tally(request: PersonRequest) -> HttpResponse:
    """Begin a count, or offer to go on with the one of a few minutes ago."""
    now = timezone.now()
    earlier = Episode.objects.for_user(request.user).counted_lately(now)
    shown = {"uuid": uuid4(), "taps": [], "earlier": earlier, **places(request.user, None)}
    return render(request, "log/tally.html", shown)


def tally_count(request: PersonRequest, uuid: UUID) -> HttpResponse:
    """Go on with a count."""
    count = get_object_or_404(Episode.objects.for_user(request.user).counted(), uuid=uuid)
    shown = {"uuid": uuid, "taps": json.dumps(count.taps), "count": count, **places(request.user, count)}
    return render(request, "log/tally.html", shown)


@require_POST
def tally_tap(request: PersonRequest) -> HttpResponse:
    """Keep taps, or take them back; a script only needs to know that they arrived."""
    form = TallyForm(request.POST)
    form.full_clean()
    count = form.save(request.user, timezone.now())
    if request.htmx:
        return HttpResponse(status=204)
    return redirect("tally") if count is None or count.deleted_at else redirect("tally-count", count.uuid)


def places(user: User, count: Episode | None) -> dict[str, Any]:
    """Return the places to choose from, the one that is kept among them."""
    chosen = [count.place] if count and count.site else []
    recent = recent_places(user, user.today(timezone.now()))
    return {"places": [*dict.fromkeys([*chosen, *recent])]}
