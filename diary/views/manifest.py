"""What a browser needs to put the diary on a home screen: a neutral name, pictures, and the ways in."""

from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, JsonResponse
from django.templatetags.static import static
from django.urls import reverse

from diary.charts.palette import PAGE

ICONS = (("icon-192", 192, "any"), ("icon-512", 512, "any"), ("icon-maskable-512", 512, "maskable"))
# Read on a home screen by whoever looks over a shoulder: no word says what is kept here.
SHORTCUTS = (("Start timing", "log-now"), ("Earlier", "log-earlier"), ("Check-in", "checkin"))


@login_not_required
def manifest(request: HttpRequest) -> JsonResponse:
    """Describe the diary as an app; browsers ask for this without saying who is signed in."""
    said: dict[str, Any] = {
        "id": "/",
        "name": "Diary",
        "short_name": "Diary",
        "lang": "en-GB",
        "start_url": reverse("today"),
        "scope": "/",
        "display": "standalone",
        "background_color": PAGE["light"],
        "theme_color": PAGE["light"],
        "icons": [_icon(*icon) for icon in ICONS],
        "shortcuts": [{"name": name, "url": reverse(view)} for name, view in SHORTCUTS],
    }
    return JsonResponse(said, content_type="application/manifest+json")


def _icon(name: str, px: int, purpose: str) -> dict[str, str]:
    source = static(f"diary/img/{name}.png")
    return {"src": source, "sizes": f"{px}x{px}", "type": "image/png", "purpose": purpose}
