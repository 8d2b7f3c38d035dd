"""The report for the doctor: look it over, change a choice, take it along."""

from datetime import datetime

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone

from diary.analysis.days import day_records, signs_so_far
from diary.analysis.due import ASK_AGAIN, due, urgent
from diary.analysis.frequency import counts
from diary.analysis.notes import note_records, ticked
from diary.forms.notes import NotesForm
from diary.forms.report import ReportForm
from diary.models import Question, SharedReport, User
from diary.periods import Period
from diary.report.appendix import appendix
from diary.report.choices import choices_of
from diary.report.page1 import care, page1
from diary.report.pdf import as_pdf
from diary.report.pictures import pictures
from diary.report.report import make_report
from diary.views.person import PersonRequest
from diary.views.record import lately_deleted

QUESTIONS = {
    "days": "Days of the report",
    "parts": "Parts of the report",
    "name": "Heading and name",
    "paper": "Paper",
    "notes": "Notes that may be seen",
}
"""What can be changed, as the page for it is called."""


def report(request: PersonRequest) -> HttpResponse:
    """Show every choice as it stands, with a way to change it, before anything is handed over (ux R-12)."""
    user, now = request.user, timezone.now()
    today, form = user.today(now), chosen_by(user, now)
    notes = note_records(user, form.period)
    answers = signs_so_far(user, Period(today - ASK_AGAIN, today, user.timezone), today)
    filled_in = counts(day_records(user, form.period, now))
    shown = {
        "chosen": form,
        "counts": filled_in,
        "care": care(filled_in),
        "notes": notes,
        "ticked": ticked(user, notes),
        "questions": Question.objects.for_user(user).kept().to_ask().in_order(),
        "due": due(answers, today) if today in form.period else [],
        "urgent": urgent(answers, today),
        "deleted": lately_deleted(request),
        "links": SharedReport.objects.for_user(user).so_far(now),
    }
    return render(request, "report/look.html", shown)


def report_change(request: PersonRequest, what: str) -> HttpResponse:
    """Ask for one choice, and return to all of them."""
    if what not in QUESTIONS:
        raise Http404
    form = form_about(what, request, timezone.now())
    if form.is_valid():
        form.save()
        return redirect(f"{reverse('report')}#{what}")
    return render(request, "report/change.html", {"form": form, "what": what, "title": QUESTIONS[what]})


def report_preview(request: PersonRequest) -> HttpResponse:
    """Show page 1 as a page that prints on one sheet."""
    now = timezone.now()
    form = ReportForm.remembering(request.GET.lists(), user=request.user, now=now)
    if not form.is_valid():
        return render(request, "report/choose.html", {"form": form})
    found = make_report(request.user, choices_of(request.user, form.choices), now)
    context = {
        "report": found,
        "page": page1(found),
        "pictures": pictures(found, on_screen=True),
        "parts": appendix(found),
        "query": request.GET.urlencode(),
    }
    return render(request, "report/preview.html", context)


def report_pdf(request: PersonRequest) -> HttpResponse:
    """Hand over the report as a PDF whose name tells the day and nothing else."""
    now = timezone.now()
    form = ReportForm.remembering(request.GET.lists(), user=request.user, now=now)
    if not form.is_valid():
        return render(request, "report/choose.html", {"form": form})
    found = make_report(request.user, choices_of(request.user, form.choices), now)
    headers = {"Content-Disposition": f'attachment; filename="diary-report-{found.made_on}.pdf"'}
    return HttpResponse(as_pdf(found), content_type="application/pdf", headers=headers)


def chosen_by(user: User, now: datetime) -> ReportForm:
    """Return what the person last chose for a report, or the usual."""
    form = ReportForm.remembering((), user=user, now=now)
    form.is_valid()
    return form


def form_about(what: str, request: PersonRequest, now: datetime) -> ReportForm | NotesForm:
    """Return the form that asks for this choice, filled in with the present one."""
    user, data = request.user, request.POST if request.method == "POST" else None
    chosen = chosen_by(user, now)
    if what == "notes":
        return NotesForm(data, user=user, notes=note_records(user, chosen.period))
    return ReportForm(data, user=user, now=now, about=what, initial=chosen.as_chosen)
