"""The questions about other signs, on a page of their own (ux P-5)."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from diary.forms.signs import SignsForm
from diary.views.back import way_back
from diary.views.person import PersonRequest
from diary.vocabulary.emergency import ADVICE_LINE


def signs(request: PersonRequest) -> HttpResponse:
    """Ask about today; what calls for help says so beside the answer, before anything is sent."""
    user, now = request.user, timezone.now()
    form = SignsForm(request.POST or None, user=user, day=user.today(now))
    if form.is_valid():
        form.save(now)
        messages.success(request, "Your answers are kept. What was skipped stays not answered.", "banner-ok")
        return redirect(way_back(request))
    shown = {"form": form, "advice_line": ADVICE_LINE.get(user.region, ""), "way_back": way_back(request)}
    return render(request, "signs/signs.html", shown)
