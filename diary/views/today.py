"""Today: what happens now, the day so far, and the one card about twitching that goes on."""

from dataclasses import dataclass
from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.functional import SimpleLazyObject

from diary.analysis.days import visits_so_far
from diary.analysis.flags import flags_today
from diary.analysis.marks import Marks
from diary.models import Episode
from diary.views.card import checkin_card, lately, touching
from diary.views.flags import care_card
from diary.views.panel import also_named, named, recent_places, saved_panel
from diary.views.person import PersonRequest
from diary.views.rest import rest_card
from diary.views.rows import so_far
from diary.views.tried import on_today
from diary.vocabulary.sites import Place


@dataclass(frozen=True, slots=True)
class Start:
    """A button that starts timing at a place; `running` is the episode already being timed there."""

    place: Place
    running: Episode | None


def today(request: PersonRequest) -> HttpResponse:
    """Show what can be logged now and what today has so far."""
    user, now = request.user, timezone.now()
    day, episodes = user.today(now), lately(user, now)
    visits: Any = SimpleLazyObject(lambda: visits_so_far(user, day))
    found = flags_today(user, now, visits)
    running = [episode for episode in episodes if episode.is_ongoing]
    shown = {
        "running_episodes": running,
        "anywhere": start(Place(""), running),
        "chips": [start(place, running) for place in recent_places(user, day)],
        "marks": Marks.of(found, user.long_episode_min, now),
        **checkin_card(request, now, episodes),
        **so_far(request, touching(episodes, day), day),
        **care_card(user, found, visits, day),
        **rest_card(user, day),
        "trying": on_today(user, day),
        **saved_panel(user, named(request, "saved")),
        "also_saved": also_named(request),
    }
    return render(request, "today/hidden.html" if user.hide_words else "today/today.html", shown)


def start(place: Place, running: list[Episode]) -> Start:
    """Return the button of a place."""
    return Start(place, next((episode for episode in running if episode.place == place), None))
