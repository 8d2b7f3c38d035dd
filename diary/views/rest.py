"""A calm end: once there is enough for a visit, Today offers a break (users.md 3.12)."""

from datetime import date
from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.views.decorators.http import require_POST

from diary.models import Day, User
from diary.periods import DAY, Period
from diary.views.person import PersonRequest

ENOUGH, OF_DAYS = 21, 28
"""Three weeks of answers tell a doctor what a month can tell."""
REST_DAYS = 14


def rest_card(user: User, today: date) -> dict[str, Any]:
    """Return the line about a break, or the offer of one where there is enough and none was made lately."""
    if user.is_resting(today):
        return {"resting_until": user.rest_until}
    if user.rest_offered_on and today - user.rest_offered_on < OF_DAYS * DAY:
        return {}
    answered = Day.objects.for_user(user).answered_in(Period.ending(today, OF_DAYS, user.timezone))
    return {"enough": {"answered": answered, "days": OF_DAYS}} if answered >= ENOUGH else {}


@require_POST
def rest(request: PersonRequest) -> HttpResponse:
    """Take a break of two weeks, or go on, or end the break."""
    today = request.user.today(timezone.now())
    wants_rest = request.POST.get("rest") == "yes"
    request.user.rest(today, today + (REST_DAYS - 1) * DAY if wants_rest else None)
    return redirect("today")
