"""What happens around every request."""

from collections.abc import Callable
from zoneinfo import ZoneInfo

from django.contrib.auth import SESSION_KEY
from django.db import DatabaseError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from diary.models import Episode

LARGEST_UPLOAD = 32 * 1024 * 1024  # the form that takes files says 10 MB; between the two it says so itself

PASSKEYS = ("publickey-credentials-get", "publickey-credentials-create")
NEVER = (
    "accelerometer", "autoplay", "browsing-topics", "camera", "display-capture", "geolocation", "gyroscope",
    "magnetometer", "microphone", "midi", "payment", "serial", "usb", "xr-spatial-tracking",
)  # fmt: skip
"""What no page of a diary needs, whatever got into it."""

PERMISSIONS = ", ".join([*(f"{name}=(self)" for name in PASSKEYS), *(f"{name}=()" for name in NEVER)])


class PermissionsMiddleware:
    """Tells the browser what no page may ask of it."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        response.headers["Permissions-Policy"] = PERMISSIONS
        return response


class LargestUploadMiddleware:
    """Refuses what is far larger than any file the diary takes in a sentence, before anything reads it."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        length = request.META.get("CONTENT_LENGTH") or "0"
        if length.isdecimal() and int(length) > LARGEST_UPLOAD:
            return render(request, "413.html", status=413)
        return self.get_response(request)


class PrivacyMiddleware:
    """Keeps personal pages out of every cache, and clears the browser when somebody signs out.

    "Back" after signing out then shows nothing.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        was_signed_in = SESSION_KEY in request.session
        response = self.get_response(request)
        is_signed_in = SESSION_KEY in request.session
        if was_signed_in or is_signed_in:
            response.headers.setdefault("Cache-Control", "private, no-store")
        if was_signed_in and not is_signed_in:
            response.headers["Clear-Site-Data"] = '"cache", "storage"'
        return response


class TimezoneMiddleware:
    """Makes the signed-in person's time zone the one that forms read and pages show.

    Without it a form's "09:00" would be stored as 09:00 UTC.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if not request.user.is_authenticated:
            return self.get_response(request)
        with timezone.override(ZoneInfo(request.user.timezone)):
            return self.get_response(request)


class ForgottenTimerMiddleware:
    """Ends what nobody stopped before anything reads the diary, so that no page shows it as going on."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.user.is_authenticated:
            Episode.objects.for_user(request.user).let_go(timezone.now())
        return self.get_response(request)


class NoRoomMiddleware:
    """Says in a sentence that nothing could be written, and gives back what was typed to be sent again.

    SQLite undoes what it had begun, so nothing is half-written.
    """

    REASONS = {
        "disk is full": "The disk that your diary is kept on is full.",
        "readonly database": "The folder that your diary is kept in cannot be written to.",
    }

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, problem: Exception) -> HttpResponse | None:
        """Answer for the view where it could not write; leave every other problem alone."""
        reasons = [reason for words, reason in self.REASONS.items() if words in str(problem)]
        if not isinstance(problem, DatabaseError) or not reasons:
            return None
        typed = [(name, value) for name, values in request.POST.lists() for value in values if keeps(name)]
        context = {
            "reason": reasons[0],
            "typed": typed,
            "words": [value for _, value in typed if " " in value],
        }
        return render(request, "507.html", context, status=507)


def keeps(name: str) -> bool:
    """Whether a page may repeat what was sent under that name: no password, no code, no token."""
    return name != "csrfmiddlewaretoken" and not any(
        word in name for word in ("password", "code", "credential")
    )
