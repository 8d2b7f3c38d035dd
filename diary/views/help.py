"""Help: when to see a doctor, how things are counted, and what the diary cannot do."""

from urllib.parse import urlsplit

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from diary.forms.set_up import is_loopback
from diary.models import User
from diary.views.flags import put_away_cards
from diary.vocabulary import rules, sources
from diary.vocabulary.catalogue import GROUPS, NO_FLAG


@login_not_required
def help(request: HttpRequest) -> HttpResponse:
    """Show the help page, with the person's own numbers where someone is signed in."""
    numbers = request.user if request.user.is_authenticated else User()
    put_away = put_away_cards(request.user, timezone.now()) if request.user.is_authenticated else []
    return render(
        request,
        "help/help.html",
        {"numbers": numbers, "rules": rules, "sources": sources, "put_away": put_away},
    )


@login_not_required
def privacy(request: HttpRequest) -> HttpResponse:
    """Say where the diary is kept and who can reach it, as far as the program itself knows."""
    host = urlsplit(settings.SITE_URL).hostname
    return render(request, "help/privacy.html", {"host": host, "is_here": is_loopback(host)})


@login_not_required
def rules_page(request: HttpRequest) -> HttpResponse:
    """Show every rule with its source, from the same data that the rules run on."""
    shown = {"groups": GROUPS.items(), "version": rules.VERSION, "no_flag": NO_FLAG}
    return render(request, "help/rules.html", shown)
