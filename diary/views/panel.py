"""What a page says about the entry just saved or deleted; the address names it, so it stays on reload."""

from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django.utils import timezone

from diary.forms.now import LENGTHS
from diary.models import Episode, User
from diary.views.person import PersonRequest
from diary.vocabulary import episodes as words
from diary.vocabulary.sites import Place

RECENT = timedelta(days=30)
CHIPS = 6


def recent_places(user: User, day: date) -> list[Place]:
    """Return the places to offer as chips."""
    return Episode.objects.for_user(user).places_used(since=day - RECENT)[:CHIPS]


def named(request: PersonRequest, parameter: str) -> Episode | None:
    """Return the person's episode whose uuid the address has, if there is one."""
    try:
        uuid = UUID(request.GET[parameter])
    except (KeyError, ValueError):
        return None
    return Episode.objects.for_user(request.user).within_reach(timezone.now()).with_uuid(uuid)


def saved_panel(user: User, saved: Episode | None) -> dict[str, Any]:
    """Return the panel about a saved episode; the place is asked until it was said."""
    if saved is None:
        return {}
    places = [] if saved.site else recent_places(user, saved.started_on)
    return {
        "saved": saved,
        "place_options": [(place.code, place.label) for place in places],
        "length_options": LENGTHS.items(),
        "strength_options": words.STRENGTHS.items(),
        "seen_options": words.SEEN.items(),
    }
