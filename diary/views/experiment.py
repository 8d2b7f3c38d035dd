"""A fair self-experiment: what to try out, its plan while it runs, what it showed once it is over."""

from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from diary.forms.experiment import ExperimentForm, can_try
from diary.models import Experiment
from diary.views.chart_csv import chart_csv
from diary.views.person import PersonRequest
from diary.views.tried import open_now, outcome, tried


@require_safe
def experiments(request: PersonRequest) -> HttpResponse:
    """Show what runs, what could be tried out, and what was."""
    user, today = request.user, request.user.today(timezone.now())
    over = Experiment.objects.for_user(user).over_on(today)
    shown = {
        "open": open_now(user, today),
        "choices": can_try(user),
        "over": [tried(user, kept, today) for kept in over],
    }
    return render(request, "experiment/experiments.html", shown)


def experiment_create(request: PersonRequest, factor: str) -> HttpResponse:
    """Ask for the plan; while one is open that one is shown."""
    user, now = request.user, timezone.now()
    known = open_now(user, user.today(now))
    if known:
        return redirect("experiment", known.kept.uuid)
    if factor not in dict(can_try(user)):
        raise Http404
    data = request.POST if request.method == "POST" else None
    form = ExperimentForm(data, factor=factor, user=user, now=now)
    if form.is_valid():
        return redirect("experiment", form.save().uuid)
    return render(request, "experiment/create.html", {"form": form, "name": dict(can_try(user))[factor]})


def experiment(request: PersonRequest, uuid: UUID) -> HttpResponse:
    """Show the plan; what it showed only once it is over."""
    user, now = request.user, timezone.now()
    found = tried(user, own(request, uuid), user.today(now))
    shown = {"tried": found, "stop": found.state in ("planned", "running")}
    return render(request, "experiment/experiment.html", shown | outcome(user, found, now))


def experiment_csv(request: PersonRequest, uuid: UUID, name: str) -> HttpResponse:
    """Give the numbers of one chart of what it showed."""
    user, now = request.user, timezone.now()
    found = outcome(user, tried(user, own(request, uuid), user.today(now)), now)
    return chart_csv((figure.chart for figure in found.get("figures", ())), name)


@require_POST
def experiment_stop(request: PersonRequest, uuid: UUID) -> HttpResponse:
    """End it early; a plan that has not begun is dropped."""
    kept = own(request, uuid)
    kept.stop(request.user.today(timezone.now()))
    return redirect("experiment", uuid) if kept.pk else redirect("experiments")


def own(request: PersonRequest, uuid: UUID) -> Experiment:
    """Return the person's own experiment."""
    return get_object_or_404(Experiment.objects.for_user(request.user), uuid=uuid)
