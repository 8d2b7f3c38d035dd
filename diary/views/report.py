"""The report for the doctor: choose, look at it, take it along."""

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone

from diary.forms.report import ReportForm
from diary.models import Sign
from diary.periods import DAY
from diary.report.appendix import appendix
from diary.report.choices import Choices, Paper
from diary.report.page1 import page1
from diary.report.pdf import as_pdf
from diary.report.pictures import pictures
from diary.report.report import make_report
from diary.views.person import PersonRequest

ASK_AGAIN = 7 * DAY
"""Answers about other signs that are older are asked for once more before a report (ux P-5)."""


def report(request: PersonRequest) -> HttpResponse:
    """Ask for the days, the name and the paper."""
    now, user = timezone.now(), request.user
    form, answered_on = ReportForm(user=user, now=now), Sign.objects.for_user(user).last_answered()
    is_due = answered_on is None or user.today(now) - answered_on > ASK_AGAIN
    return render(request, "report/choose.html", {"form": form, "answered_on": answered_on, "is_due": is_due})


def report_preview(request: PersonRequest) -> HttpResponse:
    """Show page 1 as a page that prints on one sheet."""
    now = timezone.now()
    form = ReportForm(request.GET, user=request.user, now=now)
    if not form.is_valid():
        return render(request, "report/choose.html", {"form": form})
    found = make_report(request.user, chosen(form), now)
    context = {
        "report": found,
        "page": page1(found),
        "pictures": pictures(found, on_screen=True),
        "parts": appendix(found),
        "query": form.query,
    }
    return render(request, "report/preview.html", context)


def report_pdf(request: PersonRequest) -> HttpResponse:
    """Hand over page 1 as a PDF whose name tells the day and nothing else."""
    now = timezone.now()
    form = ReportForm(request.GET, user=request.user, now=now)
    if not form.is_valid():
        return render(request, "report/choose.html", {"form": form})
    found = make_report(request.user, chosen(form), now)
    headers = {"Content-Disposition": f'attachment; filename="diary-report-{found.made_on}.pdf"'}
    return HttpResponse(as_pdf(found), content_type="application/pdf", headers=headers)


def chosen(form: ReportForm) -> Choices:
    """Return what was chosen, once the form is valid."""
    paper: Paper = "letter" if form.paper_size == "us-letter" else "a4"
    return Choices(form.period, paper, name=form.name_on_it)
