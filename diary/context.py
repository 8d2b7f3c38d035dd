"""What every page knows: the time, the person's day, and what is being timed."""

from typing import Any

from django.http import HttpRequest
from django.utils import timezone

from diary.models import Episode


def every_page(request: HttpRequest) -> dict[str, Any]:
    """Give every page the episodes that are still running, so that any device can stop them.

    The query is made only where a page draws them.
    """
    user = getattr(request, "user", None)
    if user is None or not user.is_authenticated:
        return {}
    now = timezone.now()
    return {
        "running_episodes": Episode.objects.for_user(user).ongoing(),
        "now": now,
        "today": user.today(now),
        "here": here(request),
    }


def here(request: HttpRequest) -> str:
    """Return the page of ours the person looks at, also where a script asks for a piece of it; else ""."""
    if not (htmx := getattr(request, "htmx", None)):
        return request.get_full_path()
    try:
        return htmx.current_url_abs_path or ""
    except ValueError:  # what the browser says is no address
        return ""
