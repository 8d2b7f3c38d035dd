"""The way back: where a page that was opened from somewhere returns to."""

from typing import Any
from urllib.parse import urlencode, urlsplit

from django.http import HttpResponse, HttpResponseRedirect, QueryDict
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django_htmx.http import HttpResponseClientRedirect

from diary.views.person import PersonRequest


def way_back(request: PersonRequest, otherwise: str = "today", **query: Any) -> str:
    """Return the page of ours that `next` names, else the url of that name, with the query added."""
    asked = request.POST.get("next") or request.GET.get("next") or ""
    is_ours = asked.startswith("/") and url_has_allowed_host_and_scheme(asked, allowed_hosts=None)
    return with_query(asked, query) if is_ours else with_query(reverse(otherwise), query)


def go(request: PersonRequest, url: str) -> HttpResponse:
    """Send the browser on to that address; a script that posted is told where to go."""
    return HttpResponseClientRedirect(url) if request.htmx else HttpResponseRedirect(url)


def with_query(url: str, query: dict[str, Any]) -> str:
    """Return the address with these parameters set, the others kept."""
    parts = urlsplit(url)
    kept = QueryDict(parts.query).dict() | {name: str(value) for name, value in query.items()}
    return parts._replace(query=urlencode(kept)).geturl()
