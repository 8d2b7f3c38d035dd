"""The card about twitching that goes on: one at a time, with its arithmetic, and the ways to answer it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST

from diary.analysis.days import visits_so_far
from diary.analysis.flags import (
    Flag,
    card,
    flags_today,
    is_due,
    is_fresh,
    put_away_until,
    seen_until,
    worked_out,
)
from diary.forms.flags import CardForm
from diary.forms.record import VisitForm
from diary.models import PutAway, User
from diary.quantities import format_date
from diary.views.person import PersonRequest
from diary.vocabulary import sources
from diary.vocabulary.emergency import ADVICE_LINE

HEADINGS = {
    "NOTE": "Worth noting",
    "ROUTINE": "Show this to a doctor",
    "SOON": "Show this to a doctor soon",
    "TODAY": "Get advice today",
}
LOOKS = {"TODAY": "card-warn", "NOW": "card-danger"}


@dataclass(frozen=True)
class Care:
    """The card as the page shows it."""

    flag: Flag
    user: User
    can_rest: bool = True

    @property
    def working(self) -> list[str]:
        """How it was worked out, in sentences."""
        return worked_out(self.flag)

    @property
    def heading(self) -> str:
        """What to do, as an action."""
        if self.flag.level == "NOW":
            return f"Call {self.user.emergency} now"
        return HEADINGS[self.flag.level]

    @property
    def call(self) -> tuple[str, str] | None:
        """Whom to call and the number, for what is urgent; None where neither is known."""
        if self.flag.level == "TODAY":
            return ADVICE_LINE.get(self.user.region)
        number = self.user.emergency_number
        return (number, number) if number else None

    @property
    def is_urgent(self) -> bool:
        """Whether it is about today."""
        return self.flag.level in LOOKS

    @property
    def is_calm(self) -> bool:
        """Whether it is the moment to say that most are harmless, and the sentence has not said so."""
        return self.flag.level == "ROUTINE" and "harmless" not in self.flag.sentence

    @property
    def look(self) -> str:
        """The colour of the card, which never says anything alone."""
        return LOOKS.get(self.flag.level, "card-note")


def care_card(user: User, found: list[Flag], visits: Sequence[date], today: date) -> dict[str, object]:
    """Return the one card of Today, where there is one; nothing more is asked of the diary without a flag."""
    if card(found, (), (), today) is None:
        return {}
    flag = card(found, PutAway.objects.for_user(user), visits, today)
    return {"care": flag and Care(flag, user, not is_fresh(flag, today)), "nhs": sources.NHS}


def put_away_cards(user: User, now: datetime) -> list[tuple[PutAway, Care]]:
    """Return what is put away and would be shown otherwise, each with its card."""
    today = user.today(now)
    away = list(PutAway.objects.for_user(user).quiet_on(today))
    found = flags_today(user, now) if away else []
    pairs = [(kept, card(hidden_by(kept, found, today), (), (), today)) for kept in away]
    return [(kept, Care(flag, user)) for kept, flag in pairs if flag]


def hidden_by(kept: PutAway, found: list[Flag], today: date) -> list[Flag]:
    """Return the flags that are quiet because this was put away."""
    return [flag for flag in found if not is_due(flag, [kept], (), today)]


def after_visit(user: User, visit: date, now: datetime) -> str:
    """Return what a visit did to the card: it rests, unless what it shows came later or is about today."""
    today, away = user.today(now), PutAway.objects.for_user(user)
    seen_on = visits_so_far(user, today)
    found = flags_today(user, now, seen_on)
    if card(found, away, seen_on, today):
        return "Visit kept. What the card shows came later, or is about today, so it stays."
    until = format_date(seen_until(visit), today)
    return f"Visit kept. The card rests until {until}, unless more joins." if found else "Visit kept."


@require_POST
def flag_put_away(request: PersonRequest) -> HttpResponse:
    """Put the card away for two weeks; Help keeps it. What is about today stays, whatever a page offered."""
    form, now = CardForm(request.POST), timezone.now()
    if not form.is_valid():
        raise Http404
    today = request.user.today(now)
    if is_about_today(request.user, form.cleaned_data["rule"], now):
        messages.info(request, "It is about today, so it stays.")
    else:
        form.put_away(request.user, today, put_away_until(today))
        messages.info(request, "Put away for 2 weeks. You find it under Help.")
    return redirect("today")


def is_about_today(user: User, rule: str, now: datetime) -> bool:
    """Whether the rule shows something so new that nothing may hide it."""
    today = user.today(now)
    return any(flag.rule == rule and is_fresh(flag, today) for flag in flags_today(user, now))


@require_POST
def flag_bring_back(request: PersonRequest) -> HttpResponse:
    """Show a card again that was put away."""
    form = CardForm(request.POST)
    if not form.is_valid():
        raise Http404
    form.bring_back(request.user)
    return redirect("today")


def flag_seen(request: PersonRequest) -> HttpResponse:
    """Ask when the person saw somebody; the visit quiets the card about what had begun by then."""
    data = request.POST if request.method == "POST" else None
    form = VisitForm(data, user=request.user, now=timezone.now())
    if form.is_valid():
        messages.success(request, after_visit(request.user, form.save().date, timezone.now()), "banner-ok")
        return redirect("today")
    return render(request, "flags/seen.html", {"form": form})
