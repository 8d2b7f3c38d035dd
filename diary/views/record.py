"""The health record: visits so far."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST

from diary.forms.record import VisitForm
from diary.models import Visit
from diary.views.person import PersonRequest


def record(request: PersonRequest) -> HttpResponse:
    """Show the visits, and take a new one."""
    data = request.POST if request.method == "POST" else None
    form = VisitForm(data, user=request.user, now=timezone.now())
    if form.is_valid():
        form.save()
        return redirect("record")
    visits = Visit.objects.for_user(request.user)
    return render(request, "record/record.html", {"form": form, "visits": visits})


@require_POST
def visit_delete(request: PersonRequest, uuid: UUID) -> HttpResponse:
    """Remove a visit."""
    get_object_or_404(Visit.objects.for_user(request.user), uuid=uuid).delete()
    return redirect("record")
