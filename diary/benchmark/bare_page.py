"""The yardstick: the plainest signed-in Django page of the newest 50 rows, beside the diary's own urls."""

from django.http import HttpRequest, HttpResponse
from django.template import RequestContext, Template
from django.urls import include, path

from diary.models import Episode

TEMPLATE = Template(
    "<!doctype html><title>Bare</title><p>{{ user.username }}</p><table>"
    "{% for row in rows %}"
    "<tr><td>{{ row.started_at }}<td>{{ row.site }}<td>{{ row.length_s }}</tr>"
    "{% endfor %}"
    "</table>"
)


def bare(request: HttpRequest) -> HttpResponse:
    """Show the newest 50 episodes as a table without any layout."""
    rows = Episode.objects.for_user(request.user).kept().newest_first()[:50]
    return HttpResponse(TEMPLATE.render(RequestContext(request, {"rows": rows})))


urlpatterns = [path("bare/", bare), path("", include("config.urls"))]
