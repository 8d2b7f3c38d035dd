"""The health record: medicines, blood tests, visits, conditions, and what to ask. Five nouns, one way."""

from dataclasses import dataclass
from typing import Any
from urllib.parse import urldefrag
from uuid import UUID

from django.contrib import messages
from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST

from diary.analysis.health import latest
from diary.forms.doses import DoseForm, DropForm
from diary.forms.record import (
    BloodTestForm,
    ConditionForm,
    EntryForm,
    MedicineForm,
    QuestionForm,
    VisitForm,
)
from diary.models import BloodTest, Condition, Medicine, Question, User, Visit
from diary.models.kept import Kept
from diary.views.back import way_back, with_query
from diary.views.person import PersonRequest
from diary.vocabulary.medicines import CLASSES


@dataclass(frozen=True, slots=True)
class Noun:
    """One kind of entry: what keeps it, what asks for it, and what it is called."""

    model: Any
    form: type[EntryForm]
    label: str


NOUNS = {
    "medicine": Noun(Medicine, MedicineForm, "medicine or supplement"),
    "test": Noun(BloodTest, BloodTestForm, "blood test"),
    "visit": Noun(Visit, VisitForm, "visit"),
    "condition": Noun(Condition, ConditionForm, "condition"),
    "question": Noun(Question, QuestionForm, "question"),
}


def record(request: PersonRequest) -> HttpResponse:
    """Show all of it on one page, with what was deleted a moment ago to put back."""
    user, now = request.user, timezone.now()
    ask = QuestionForm(user=user, now=now)
    shown = overview(user) | {"ask": ask, "deleted": lately_deleted(request), "today": user.today(now)}
    return render(request, "record/record.html", shown)


def overview(user: User) -> dict[str, Any]:
    """Return the entries as the page groups them."""
    medicines = list(Medicine.objects.for_user(user).kept().by_name())
    tests = BloodTest.objects.for_user(user).kept().order_by("made_at", "pk")
    return {
        "taken": [medicine for medicine in medicines if medicine.is_taken],
        "stopped": [medicine for medicine in medicines if not medicine.is_taken],
        "tests": sorted(tests, key=lambda test: latest(test.taken_on), reverse=True),
        "visits": Visit.objects.for_user(user).kept().latest_first(),
        "conditions": Condition.objects.for_user(user).kept().own_first(),
        "questions": Question.objects.for_user(user).kept().in_order(),
    }


def lately_deleted(request: PersonRequest) -> dict[str, Any] | None:
    """Return the entry that the address names as deleted, while it can be put back."""
    noun, _, uuid = request.GET.get("deleted", "").partition(":")
    try:
        found = NOUNS[noun].model.objects.for_user(request.user).with_uuid(UUID(uuid))
    except (KeyError, ValueError):
        return None
    return {"noun": noun, "entry": found} if found and found.deleted_at else None


def entry_create(request: PersonRequest, noun: str) -> HttpResponse:
    """Ask for a new entry."""
    data = request.POST if request.method == "POST" else None
    form = NOUNS[noun].form(data, user=request.user, now=timezone.now())
    if form.is_valid():
        return saved(request, noun, form.save())
    shown = {"form": form, "noun": noun, "label": NOUNS[noun].label, "back": back(request, noun)}
    return render(request, "record/entry.html", shown)


def entry(request: PersonRequest, noun: str, uuid: UUID) -> HttpResponse:
    """Show an entry to change or delete it."""
    kept, data = own(request, noun, uuid), request.POST if request.method == "POST" else None
    form = NOUNS[noun].form(data, user=request.user, now=timezone.now(), instance=kept)
    if form.is_valid():
        return saved(request, noun, form.save())
    shown = {
        "form": form,
        "noun": noun,
        "label": NOUNS[noun].label,
        "entry": kept,
        "back": back(request, noun),
    }
    return render(request, "record/entry.html", shown | {"kind": CLASSES.get(getattr(kept, "kind", ""))})


@require_POST
def entry_delete(request: PersonRequest, noun: str, uuid: UUID) -> HttpResponse:
    """Delete it; the page that comes next offers to put it back."""
    kept, now = own(request, noun, uuid), timezone.now()
    kept.discard(now)
    NOUNS[noun].model.objects.for_user(request.user).past_keeping(now).delete()
    came_from = urldefrag(back(request, noun)).url
    return redirect(with_query(came_from, {"deleted": f"{noun}:{kept.uuid}"}))


@require_POST
def entry_undo(request: PersonRequest, noun: str, uuid: UUID) -> HttpResponse:
    """Put it back; put back twice it stays."""
    own(request, noun, uuid).restore()
    return redirect(back(request, noun))


@require_POST
@transaction.atomic
def question_tick(request: PersonRequest, uuid: UUID) -> HttpResponse:
    """Tick a question off, or put it back on the list."""
    own(request, "question", uuid).tick(timezone.now(), "asked" in request.POST)
    return redirect(f"{reverse('record')}#questions")


def dose(request: PersonRequest, uuid: UUID) -> HttpResponse:
    """Ask what the dose became, beside what it was."""
    medicine, now = own(request, "medicine", uuid), timezone.now()
    form = DoseForm(request.POST if request.method == "POST" else None, medicine=medicine, now=now)
    if form.is_valid():
        form.save()
        return saved(request, "medicine", medicine)
    dropped = DoseForm(request.GET if "dropped" in request.GET else None, medicine=medicine, now=now)
    shown = {"form": form, "medicine": medicine, "dropped": dropped.is_valid() and dropped}
    return render(request, "record/dose.html", shown)


@require_POST
def dose_delete(request: PersonRequest, uuid: UUID) -> HttpResponse:
    """Take a change of the dose out; the page that comes next offers to put it back."""
    medicine, drop = own(request, "medicine", uuid), DropForm(request.POST)
    dropped = drop.save(medicine) if drop.is_valid() else None
    query = {"dropped": 1, **dropped.to_keep()} if dropped else {}
    return redirect(with_query(reverse("dose", args=[uuid]), query))


def own(request: PersonRequest, noun: str, uuid: UUID) -> Any:
    """Return the person's own entry, deleted or not."""
    mine = NOUNS[noun].model.objects.for_user(request.user)
    return get_object_or_404(mine.within_reach(timezone.now()), uuid=uuid)


def saved(request: PersonRequest, noun: str, kept: Kept) -> HttpResponse:
    """Say what was kept, where it stands; deleted in another tab meanwhile, it is put back."""
    if kept.deleted_at:
        kept.restore()
    messages.success(request, f"Saved: {kept}", "banner-ok")
    return redirect(back(request, noun))


def back(request: PersonRequest, noun: str) -> str:
    """Return where an entry was opened from: its part of the record unless the address says otherwise."""
    asked = "next" in request.GET or "next" in request.POST
    return way_back(request, "record") if asked else f"{reverse('record')}#{noun}s"
