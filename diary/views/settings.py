"""The person's settings, on one page."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from diary.forms.settings import SettingsForm
from diary.models import User
from diary.transfer import rolling


@login_required
def settings(request: HttpRequest) -> HttpResponse:
    """Show the settings and keep what was changed."""
    # A copy: an answer the form refuses must not change how this very page is drawn.
    person = User.objects.get_by_natural_key(request.user.get_username())
    form = SettingsForm(request.POST or None, instance=person, now=timezone.now())
    if form.is_valid():
        form.save()
        messages.success(request, "Saved.")
        return redirect("settings")
    return render(request, "settings/settings.html", {"form": form, "backups": rolling.state()})
