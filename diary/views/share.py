"""Links to a report: make one, see which are open and how often they were used, close them."""

from urllib.parse import urlsplit
from uuid import UUID

from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST

from diary.analysis.notes import note_records, ticked
from diary.forms.set_up import is_loopback
from diary.forms.share import ShareForm
from diary.models import SharedReport
from diary.report.appendix import appendix
from diary.report.choices import Choices, choices_of
from diary.report.page1 import page1
from diary.report.pdf import as_pdf
from diary.report.pictures import pictures
from diary.report.report import Report, make_report
from diary.views.person import PersonRequest
from diary.views.report import chosen_by


def report_share(request: PersonRequest) -> HttpResponse:
    """Say what a link would show and ask for how long; then make it."""
    user, now = request.user, timezone.now()
    chosen = chosen_by(user, now)
    notes = ticked(user, note_records(user, chosen.period))
    form = ShareForm(request.POST or None, user=user, now=now, notes=len(notes))
    if form.is_valid():
        choices = choices_of(user, chosen.choices) if form.shows_notes else Choices(**chosen.choices)
        found = make_report(user, choices, now)
        if not found.is_empty:
            link = form.link(found.period, len(found.notes), as_page(found), as_pdf(found))
            return made(request, link)
        form.add_error(None, "There is nothing to report for these days")
    return render(
        request, "share/make.html", {"form": form, "chosen": chosen, "notes": notes, "is_here": is_here()}
    )


def made(request: PersonRequest, link: SharedReport) -> HttpResponse:
    """Keep the link and tell it with its PIN, this once; a page that was sent twice has told them."""
    mine = SharedReport.objects.for_user(request.user)
    mine.tidy(link.made_at)
    told = mine.lend(link)
    if told is None:
        messages.info(request, "This link is made already. Its PIN was shown once.")
        return redirect("report-links")
    token, pin = told
    shown = {"link": link, "address": address_of(request, token), "pin": pin, "is_here": is_here()}
    return render(request, "share/made.html", shown)


def report_links(request: PersonRequest) -> HttpResponse:
    """List the links, those that are open first, with what became of each."""
    mine, now = SharedReport.objects.for_user(request.user), timezone.now()
    mine.tidy(now)  # so that what the page says of those that are over is true
    links = mine.light().latest_first()
    shown = {
        "open": [link for link in links if link.is_open(now)],
        "over": [link for link in links if not link.is_open(now)],
    }
    return render(request, "share/links.html", shown)


@require_POST
def report_link_close(request: PersonRequest, uuid: UUID) -> HttpResponse:
    """Close a link at once."""
    mine, now = SharedReport.objects.for_user(request.user).light(), timezone.now()
    get_object_or_404(mine, uuid=uuid).close(now)
    mine.tidy(now)
    messages.success(request, "The link is closed.")
    return redirect("report-links")


def as_page(report: Report) -> str:
    """Return the report as it stands on a screen, drawn once and for all."""
    shown = {"page": page1(report), "pictures": pictures(report, on_screen=True), "parts": appendix(report)}
    return render_to_string("report/_whole.html", shown)


def address_of(request: HttpRequest, token: str) -> str:
    """Return the whole address of a link: that of the diary, or on this computer alone the one in use."""
    path = reverse("shared", args=[token])
    return request.build_absolute_uri(path) if is_here() else settings.SITE_URL + path


def is_here() -> bool:
    """Say whether the diary can be reached from this computer alone."""
    return is_loopback(urlsplit(settings.SITE_URL).hostname)
