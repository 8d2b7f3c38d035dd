"""The locked diary: it is shut, but for "it is twitching now" and "it stopped", which say nothing back."""

from collections.abc import Callable
from typing import Any, cast
from urllib.parse import urlsplit

from allauth.mfa.models import Authenticator
from allauth.mfa.utils import is_mfa_enabled
from allauth.mfa.webauthn.internal.auth import begin_authentication
from django.contrib import messages
from django.contrib.auth.models import AnonymousUser
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import Resolver404, resolve, reverse
from django.utils import timezone
from django.views.decorators.http import require_POST
from django_htmx.http import HttpResponseClientRedirect

from diary.forms.account import UnlockForm
from diary.forms.mfa import ReauthenticateWebAuthnForm
from diary.forms.now import KnownUuid
from diary.forms.stop import StopForm
from diary.models import Episode
from diary.quantities import Clock, format_clock
from diary.views.back import way_back, with_query
from diary.views.person import PersonRequest

LOCKED, SEEN_AT, LAST_TAP, UNHEARD = "locked", "seen_at", "lock_tap", "lock_unheard"
OFTEN_ENOUGH_S = 10  # how exactly "last seen" is kept: not every request writes

OPEN_TO_ALL = {"help", "privacy", "healthz", "robots", "manifest", "shared", "shared-pdf"}
WORKS_LOCKED = {"lock", "unlock", "lock-stop", "account_logout", "sign-out-everywhere"}
TAPS = {"episode-create", "episode-stop"}


class LockMiddleware:
    """Shuts the diary once its person was away for as long as they chose, and keeps it shut.

    Stands after allauth's middleware, which a passkey needs.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: Any) -> HttpResponse:
        if not request.user.is_authenticated or not is_locked(request):
            return self.get_response(request)
        name = name_of(request)
        if name in WORKS_LOCKED:
            return self.get_response(request)
        if name in OPEN_TO_ALL or not name:
            request.user = AnonymousUser()  # such a page then says what it says to anybody
            return self.get_response(request)
        if name in TAPS and request.method == "POST":
            return after_tap(request, self.get_response(request))
        return elsewhere(status=403) if request.htmx else locked_page(request, status=403)


def elsewhere(status: int = 200, **said: str) -> HttpResponse:
    """Send a script's request, whose page is still open, to the locked page."""
    response = HttpResponseClientRedirect(with_query(reverse("lock"), said))
    response.status_code = status
    return response


def is_locked(request: PersonRequest) -> bool:
    """Say whether the session is locked; it is from the moment its person was away too long."""
    session, now_s = request.session, int(timezone.now().timestamp())
    if LOCKED in session:
        return True
    if not (lock_after_s := 60 * request.user.lock_after_min):
        return False
    away_s = now_s - session.get(SEEN_AT, now_s)
    if away_s >= lock_after_s:
        session[LOCKED] = True
    elif SEEN_AT not in session or away_s >= OFTEN_ENOUGH_S:
        session[SEEN_AT] = now_s
    return LOCKED in session


def name_of(request: HttpRequest) -> str:
    """Return the name of the page that is asked for; "" where there is none."""
    try:
        return resolve(request.path_info).url_name or ""
    except Resolver404:
        return ""


def after_tap(request: PersonRequest, response: HttpResponse) -> HttpResponse:
    """Answer a start or stop with the locked page; nothing of what the diary would say gets through."""
    if response.status_code == 404:
        return elsewhere(status=404) if request.htmx else locked_page(request, status=404)
    leads_to = response.headers.get("HX-Redirect") or response.headers.get("Location", "")
    kept = urlsplit(leads_to).path == reverse("today")
    if request.htmx:
        return elsewhere(kept="yes") if kept else elsewhere()
    return locked_page(request, kept=kept)


def locked_page(request: PersonRequest, status: int = 200, **shown: Any) -> HttpResponse:
    """Draw the locked page as if nobody were signed in, so that no piece of the diary is drawn around it."""
    has_passkey = is_mfa_enabled(request.user, [Authenticator.Type.WEBAUTHN])
    context = {
        "form": UnlockForm(user=request.user),
        "passkey": ReauthenticateWebAuthnForm(user=request.user) if has_passkey else None,
        "js_data": {"request_options": begin_authentication(request.user)} if has_passkey else None,
        "next": request.get_full_path() if status == 403 and request.method == "GET" else way_back(request),
        "theme": request.user.theme,
        **shown,
        "user": AnonymousUser(),
        "running_episodes": (),
        "messages": (),
    }
    return render(request, "lock/lock.html", context, status=status)


def lock(request: PersonRequest) -> HttpResponse:
    """Lock the diary; where it is locked, show that."""
    if request.method == "POST" and LOCKED not in request.session:
        request.session[LOCKED] = True
        response = redirect(with_query(reverse("lock"), {"next": way_back(request)}))
        response.headers["Clear-Site-Data"] = '"cache"'  # no page is left for "Back"
        return response
    if LOCKED not in request.session:
        return redirect("today")
    return locked_page(request, kept="kept" in request.GET)


@require_POST
def unlock(request: PersonRequest) -> HttpResponse:
    """Open the diary again, by password or passkey."""
    uses_passkey = "credential" in request.POST
    form_class = ReauthenticateWebAuthnForm if uses_passkey else UnlockForm
    form = form_class(request.POST, user=request.user)
    if not form.is_valid():
        return locked_page(request, **({"passkey_refused": True} if uses_passkey else {"form": form}))
    if uses_passkey:
        form.save()
    for key in (LOCKED, SEEN_AT, LAST_TAP):
        request.session.pop(key, None)
    if at := request.session.pop(UNHEARD, ""):
        messages.info(request, f"At {at} you said it stopped, but nothing was being timed.", "banner-note")
    return redirect(way_back(request))


@require_POST
@transaction.atomic
def lock_stop(request: PersonRequest) -> HttpResponse:
    """End what started last and say nothing of it; where nothing was timed, the diary says so once open."""
    if LOCKED not in request.session:
        return redirect("today")
    tap = str(KnownUuid().to_python(request.POST.get("uuid")))
    if request.session.get(LAST_TAP) != tap:  # a second tap on the same page is the same tap
        request.session[LAST_TAP] = tap
        stop_the_latest(request)
    return locked_page(request, kept=True)


def stop_the_latest(request: PersonRequest) -> None:
    """End the person's latest running twitch, or remember that there was none."""
    form, now = StopForm(request.POST), timezone.now()
    form.full_clean()
    running = Episode.objects.for_user(request.user).ongoing().select_for_update().newest_first()
    if episode := running.first():
        form.save(episode, now)
        return
    user, clock = request.user, cast("Clock", request.user.clock)
    request.session[UNHEARD] = format_clock(form.moment(now), user.timezone, clock)
