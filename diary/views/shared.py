"""What somebody outside sees of a link: a PIN is asked for, then the report is there to be read.

Every link that does not open, whatever the reason, gets the same answer. The visit is remembered in a
signed cookie of that link alone; no session is begun, and nobody is signed in.
"""

from collections.abc import Callable
from datetime import timedelta
from functools import wraps

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.safestring import mark_safe
from django.views.decorators.http import require_GET, require_http_methods

from diary.forms.share import PinForm
from diary.models import SharedReport
from diary.models.shared import CLOSED, RIGHT, WAITS

COOKIE, VISIT = "shared", timedelta(hours=1)
WRONG_PIN = "That PIN does not fit. Check it with whoever gave you the link"

View = Callable[..., HttpResponse]


def kept_nowhere(view: View) -> View:
    """Keep the page out of caches and search engines."""

    @wraps(view)
    def kept(request: HttpRequest, token: str) -> HttpResponse:
        response = view(request, token)
        response.headers["Cache-Control"] = "private, no-store"
        response.headers["X-Robots-Tag"] = "noindex, nofollow, noarchive"
        response.headers.setdefault("Referrer-Policy", "no-referrer")
        return response

    return kept


@login_not_required
@require_http_methods(["GET", "HEAD", "POST"])
@kept_nowhere
def shared(request: HttpRequest, token: str) -> HttpResponse:
    """Ask for the PIN, or show the report to who entered it within the hour."""
    now = timezone.now()
    link = SharedReport.objects.with_token(token, now)
    if link is None:
        return not_open(request)
    if request.method == "POST":
        return after_pin(request, link, token)
    if not has_entered_pin(request, link):
        return ask(request, PinForm(), is_waiting=link.is_waiting(now))
    shown = {"link": link, "page": mark_safe(link.page), "token": token}  # noqa: S308  drawn by our templates
    return render(request, "shared/report.html", shown)


@login_not_required
@require_GET
@kept_nowhere
def shared_pdf(request: HttpRequest, token: str) -> HttpResponse:
    """Hand over the PDF to who entered the PIN within the hour."""
    now = timezone.now()
    link = SharedReport.objects.with_token(token, now)
    if link is None:
        return not_open(request)
    if not has_entered_pin(request, link):
        return redirect("shared", token)
    pdf = link.take_pdf(now)
    headers = {"Content-Disposition": f'attachment; filename="diary-report-{link.made_on}.pdf"'}
    return HttpResponse(pdf, content_type="application/pdf", headers=headers) if pdf else not_open(request)


def after_pin(request: HttpRequest, link: SharedReport, token: str) -> HttpResponse:
    """Look at the PIN that was entered: let the visit in, ask again, or say that the link is not open."""
    form = PinForm(request.POST)
    if not form.is_valid():
        return ask(request, form)
    tried = link.try_pin(form.cleaned_data["code"], timezone.now())
    if tried == RIGHT:
        return let_in(link, token)
    if tried == CLOSED:
        return not_open(request)
    if tried == WAITS:
        return ask(request, PinForm(), is_waiting=True)
    form.add_error("code", WRONG_PIN)
    return ask(request, form)


def let_in(link: SharedReport, token: str) -> HttpResponse:
    """Remember this visit for an hour, for this link alone, and show the report."""
    address = reverse("shared", args=[token])
    response = redirect(address)
    response.set_signed_cookie(
        COOKIE,
        str(link.uuid),
        salt=link.token_digest,
        max_age=VISIT,
        path=address,
        secure=settings.SESSION_COOKIE_SECURE,
        httponly=True,
        samesite="Lax",
    )
    return response


def has_entered_pin(request: HttpRequest, link: SharedReport) -> bool:
    """Say whether this browser was let in to this very link within the hour."""
    told = request.get_signed_cookie(COOKIE, default="", salt=link.token_digest, max_age=VISIT)
    return told == str(link.uuid)


def ask(request: HttpRequest, form: PinForm, is_waiting: bool = False) -> HttpResponse:
    """Ask for the PIN and say nothing of what it opens; while it is waiting, ask for nothing."""
    shown = {"form": form, "is_waiting": is_waiting}
    response = render(request, "shared/pin.html", shown, status=429 if is_waiting else 200)
    # With no referrer at all a browser sends no origin either, and the form would be taken for a forged one.
    response.headers["Referrer-Policy"] = "same-origin"
    return response


def not_open(request: HttpRequest) -> HttpResponse:
    """Say the same of every link that does not open."""
    return render(request, "shared/not_open.html", status=404)
