"""The check-in on Today: what was given so far, the drinks one tap away, and yesterday while it is blank."""

from collections.abc import Iterable
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from django.utils import timezone

from diary.forms.drinks import to_offer
from diary.models import Day, Drink, DrinkPreset, Episode, User
from diary.periods import DAY, Period
from diary.views.person import PersonRequest
from diary.vocabulary.drinks import KnownDrink
from diary.vocabulary.factors import CORE

RECENT = timedelta(days=30)
DRINKS_ON_TODAY = 3
EVENING = 18
"""From this hour on Today offers "no twitching today" (ux C-11)."""
YESTERDAY_UNTIL = 20
"""Until this hour Today says that yesterday is blank (ux C-10)."""


def lately(user: User, now: datetime) -> list[Episode]:
    """Return the episodes of yesterday and today and all that run, the latest first."""
    today = user.today(now)
    return Episode.objects.for_user(user).list_touching(Period(today - DAY, today, user.timezone))


def checkin_card(request: PersonRequest, now: datetime, episodes: list[Episode]) -> dict[str, Any]:
    """Return what the card on Today shows, and the line about yesterday above it."""
    user = request.user
    today = user.today(now)
    both = Period(today - DAY, today, user.timezone)
    days = {day.date: day for day in Day.objects.for_user(user).dated_in(both)}
    day = days.get(today)
    return {
        "day": day,
        "today": today,
        "is_evening": timezone.localtime(now).hour >= EVENING,
        "given": sum(getattr(day, code, None) is not None for code in CORE),
        "core": len(CORE),
        "episodes": touching(episodes, today),
        "few_drinks": few_drinks(user, today),
        "added": named_drinks(user, request.GET.get("added")),
        "yesterday": blank_yesterday(request, now, days.get(both.first), touching(episodes, both.first)),
    }


def touching(episodes: Iterable[Episode], day: date) -> list[Episode]:
    """Return those that touch the day; what goes on touches every day since."""
    return [e for e in episodes if e.started_on <= day and (e.ended_on is None or e.ended_on >= day)]


def few_drinks(user: User, day: date) -> list[KnownDrink]:
    """Return the drinks that Today offers."""
    known = DrinkPreset.objects.for_user(user).all_drinks()
    favourites = Drink.objects.for_user(user).favourites(day - RECENT)
    return to_offer(known, favourites, DRINKS_ON_TODAY)


def named_drinks(user: User, uuid: str | None) -> list[Drink]:
    """Return the person's drink the address names, as a list of one."""
    try:
        drink = Drink.objects.for_user(user).with_uuid(UUID(uuid or ""))
    except ValueError:
        return []
    return [drink] if drink else []


def blank_yesterday(
    request: PersonRequest, now: datetime, said: Day | None, episodes: list[Episode]
) -> date | None:
    """Return yesterday while nothing says whether there was twitching and nobody chose to leave it so.

    Somebody new had no yesterday here, and by the evening it is let go.
    """
    yesterday = request.user.today(now) - DAY
    is_known = bool(episodes) or bool(said and said.twitching)
    is_over = timezone.localtime(now).hour >= YESTERDAY_UNTIL
    is_new = request.user.today(request.user.date_joined) > yesterday
    is_left = request.session.get("left_blank") == yesterday.isoformat()
    return None if is_known or is_over or is_new or is_left else yesterday
