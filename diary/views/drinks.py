"""The drinks of a day: one tap puts one in, one takes it out, on Today as in the check-in."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST

from diary.forms.days import DayForm
from diary.forms.drinks import DrinkForm, OwnDrinkForm, WhenForm
from diary.models import Day, Drink, DrinkPreset, User
from diary.views.back import way_back, with_query
from diary.views.card import checkin_card, lately
from diary.views.person import PersonRequest
from diary.vocabulary.drinks import DRINKS, PARTS


def drinks_of(user: User, day: Day) -> dict[str, Any]:
    """Return the drinks of a day and what can be added to them."""
    known = DrinkPreset.objects.for_user(user).all_drinks()
    return {
        "day": day,
        "drinks": list(Drink.objects.for_user(user).on(day.date)),
        "known_drinks": known,
        "usual_drinks": [drink for drink in known if drink.usual],
        "parts": [(code, label) for code, (label, _) in PARTS.items()],
        "own_drink": DrinkForm(user=user, day=day.date, now=timezone.now()),
    }


@require_POST
def drink_create(request: PersonRequest, day: date) -> HttpResponse:
    """Put a drink into the day, or all the usual ones."""
    user, now = request.user, timezone.now()
    if day > user.today(now):
        raise Http404
    form = DrinkForm(request.POST, user=user, day=day, now=now)
    keep_others(request, day, now)
    if not form.is_valid():
        return refused(request, day, form)
    return changed(request, day, added=form.save())


@require_POST
def drink_change(request: PersonRequest, day: date, uuid: UUID) -> HttpResponse:
    """Take a drink out, or say about when it was."""
    drink, now = get_object_or_404(Drink.objects.for_user(request.user), uuid=uuid, date=day), timezone.now()
    keep_others(request, day, now)
    form = WhenForm(request.POST)
    if "when" in request.POST:
        if not form.is_valid():
            raise Http404
        form.save(drink, now)
        return changed(request, day)
    Drink.objects.remove(drink, now)
    return changed(request, day, removed=drink)


def keep_others(request: PersonRequest, day: date, now: datetime) -> None:
    """Without a script the whole page comes with a press: what else was filled in is kept too."""
    form = DayForm(request.POST, user=request.user, now=now, day=day)
    if not request.htmx and form.said and form.is_valid():
        form.save()


def changed(request: PersonRequest, day: date, **what: Any) -> HttpResponse:
    """Show the day's drinks as they now are, where the tap was made."""
    user, now = request.user, timezone.now()
    on_today = "on_today" in request.POST
    if not request.htmx:
        shown = {"added": what["added"][0].uuid} if "added" in what else {}
        return redirect(way_back(request, **shown) if on_today else f"{checkin_of(request, day)}#drinks")
    if on_today:
        card = checkin_card(request, now, lately(request.user, now))
        return render(request, "today/_checkin.html", card | what)
    kept = Day.objects.for_user(user).on(day) or Day(date=day)
    return render(request, "checkin/_drinks_changed.html", drinks_of(user, kept) | what | {"now": now})


def refused(request: PersonRequest, day: date, form: DrinkForm) -> HttpResponse:
    """Say why the drink was not added; with a script what was typed stays."""
    if request.htmx and "on_today" not in request.POST:
        kept = Day.objects.for_user(request.user).on(day) or Day(date=day)
        shown = drinks_of(request.user, kept) | {"own_drink": form, "now": None}
        return render(request, "checkin/_drinks_changed.html", shown)
    reason = next(iter(form.errors.values()))[0]
    messages.error(request, f"Not added. {reason}", "banner-danger")
    return redirect(way_back(request) if "on_today" in request.POST else checkin_of(request, day))


def checkin_of(request: PersonRequest, day: date) -> str:
    """Return the check-in of that day, which knows where it goes back to."""
    return with_query(reverse("checkin-day", args=[day]), {"next": way_back(request)})


def own_drinks(request: PersonRequest) -> HttpResponse:
    """Show the drinks with their sizes and how many a usual day has; keep one that was changed."""
    user, now = request.user, timezone.now()
    form = OwnDrinkForm(request.POST if request.method == "POST" else None, user=user, now=now)
    if request.POST.get("drop"):
        DrinkPreset.objects.for_user(user).drop(request.POST["drop"])
        return redirect("own-drinks")
    if form.is_valid():
        form.save()
        messages.success(request, f"Saved: {form.cleaned_data['name']}", "banner-ok")
        return redirect("own-drinks")
    known = DrinkPreset.objects.for_user(user).all_drinks()
    rows = [OwnDrinkForm(user=user, now=now, kept=drink) for drink in known]
    own = set(DrinkPreset.objects.for_user(user).values_list("name", flat=True))
    return render(request, "settings/drinks.html", {"form": form, "rows": rows, "own": own, "known": DRINKS})
