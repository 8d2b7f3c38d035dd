"""The diary in and out as files."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from diary.forms.transfer import ImportForm
from diary.transfer import waiting
from diary.transfer.exports import archive_zip, csv_file
from diary.transfer.imports import ImportResult, import_file
from diary.transfer.reading import MAX_BYTES
from diary.transfer.tables import CSV_FILES
from diary.views.person import PersonRequest

SHOWN_PROBLEMS = 200
SECONDS = 60  # a worker that reads one file serves nobody else


def import_diary(request: PersonRequest) -> HttpResponse:
    """Ask for a file and show what it would do."""
    form = ImportForm(request.POST, request.FILES) if request.method == "POST" else ImportForm()
    waiting.drop(request.user)
    if not form.is_valid():
        return render(request, "transfer/import.html", {"form": form})
    data = form.cleaned_data["file"].read(MAX_BYTES + 1)
    result = import_file(request.user, data, timezone.now(), is_trial=True, seconds=SECONDS)
    name = waiting.keep(request.user, data) if result.can_go_on else ""
    return render(
        request, "transfer/check.html", _shown(result) | {"name": name, "file": form.cleaned_data["file"]}
    )


@require_POST
def import_take(request: PersonRequest) -> HttpResponse:
    """Take the file that was checked."""
    data = waiting.waiting(request.user, request.POST.get("name", ""))
    if data is None:
        messages.warning(request, "The file is no longer here. Choose it once more.")
        return redirect("import")
    blank = "blank" in request.POST
    result = import_file(request.user, data, timezone.now(), blank_bad_values=blank, seconds=SECONDS)
    return render(request, "transfer/done.html", _shown(result))


def _shown(result: ImportResult) -> dict[str, object]:
    named = result.problems or result.left_out
    return {"result": result, "named": named[:SHOWN_PROBLEMS], "more": max(0, len(named) - SHOWN_PROBLEMS)}


@require_safe
def export(request: PersonRequest) -> HttpResponse:
    """Offer the files."""
    return render(request, "transfer/export.html")


@require_safe
def export_zip(request: PersonRequest) -> HttpResponse:
    """Give the whole diary as an archive."""
    now = timezone.now()
    return _file(archive_zip(request.user, now), f"diary-{request.user.today(now)}.zip", "application/zip")


@require_safe
def export_csv(request: PersonRequest, name: str) -> HttpResponse:
    """Give episodes.csv or days.csv."""
    table = next((table for table in CSV_FILES if table.name == name), None)
    if table is None:
        raise Http404
    return _file(csv_file(request.user, table), f"{name}.csv", "text/csv; charset=utf-8")


def _file(data: bytes, name: str, kind: str) -> HttpResponse:
    headers = {"Content-Disposition": f'attachment; filename="{name}"', "Cache-Control": "no-store"}
    return HttpResponse(data, content_type=kind, headers=headers)
