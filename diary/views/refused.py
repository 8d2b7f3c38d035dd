"""What is said of a request that the diary cannot take, instead of Django's own bare pages."""

from django.conf import settings
from django.core.exceptions import DisallowedHost
from django.http import HttpRequest, HttpResponse, HttpResponseBadRequest
from django.template.loader import render_to_string


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """400. That the diary answers to another address alone can be mended, so that address is named."""
    address = settings.SITE_URL if isinstance(exception, DisallowedHost) else ""
    return HttpResponseBadRequest(render_to_string("400.html", {"answers_to": address}))
