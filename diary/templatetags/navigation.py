"""The one navigation of every page: five places in the bar, the rest in the Menu."""

from dataclasses import dataclass, replace
from typing import Any

from django import template
from django.template import Context
from django.urls import NoReverseMatch, reverse

register = template.Library()


@dataclass(frozen=True, slots=True)
class Place:
    """Somewhere the navigation leads: a url name, the word beside its icon, the icon."""

    name: str
    label: str
    icon: str


@dataclass(frozen=True, slots=True)
class Link:
    """A place as it stands on one page; `current` is "page", "true" for a page below it, or ""."""

    url: str
    label: str
    icon: str
    current: str


MAIN = (
    Place("today", "Today", "sun"),
    Place("diary", "Diary", "book-open"),
    Place("log", "Log", "plus-circle"),
    Place("patterns", "Patterns", "chart-bar"),
    Place("report", "Report", "document-text"),
)
MORE = (
    Place("record", "Health record", "clipboard-document-list"),
    Place("settings", "Settings", "cog-6-tooth"),
    Place("help", "Help: when to see a doctor", "lifebuoy"),
)

PATTERNS = (
    Place("patterns-time", "Over time", ""),
    Place("patterns-triggers", "Triggers", ""),
    Place("patterns-places", "Places", ""),
)


@register.inclusion_tag("_nav.html", takes_context=True)
def navigation(context: Context) -> dict[str, Any]:
    """Draw the bar and the Menu; a place whose page is not built yet is left out."""
    request = context["request"]
    path = request.path
    if path == "/":
        path = address(MAIN[0])  # the front door is Today
    return {
        "main": links(MAIN, path),
        "more": links(MORE, path),
        "csrf_token": context.get("csrf_token"),
        "user": context["user"],
        "back": request.get_full_path() if request.method == "GET" and request.resolver_match else "/",
    }


@register.simple_tag(takes_context=True)
def pages_of_patterns(context: Context) -> list[Link]:
    """Return the pages of Patterns; the days that were chosen go along."""
    request = context["request"]
    chosen = request.GET.urlencode()
    return [
        replace(link, url=f"{link.url}?{chosen}" if chosen else link.url)
        for link in links(PATTERNS, request.path)
    ]


def links(places: tuple[Place, ...], path: str) -> list[Link]:
    return [
        Link(url, place.label, place.icon, current(url, path)) for place in places if (url := address(place))
    ]


def address(place: Place) -> str:
    try:
        return reverse(place.name)
    except NoReverseMatch:
        return ""


def current(url: str, path: str) -> str:
    if path == url:
        return "page"
    return "true" if url != "/" and path.startswith(url) else ""
