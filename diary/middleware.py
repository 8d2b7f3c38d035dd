"""What happens around every request."""

from collections.abc import Callable
from zoneinfo import ZoneInfo

from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from diary.models import Episode


class PrivacyMiddleware:
    """Keeps personal pages out of every cache, and clears the browser when somebody signs out.

    "Back" after signing out then shows nothing.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        was_signed_in = request.user.is_authenticated
        response = self.get_response(request)
        if was_signed_in or request.user.is_authenticated:
            response.headers.setdefault("Cache-Control", "private, no-store")
        if was_signed_in and not request.user.is_authenticated:
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
