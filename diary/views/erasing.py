"""Deleting all one's entries, or the account with them: two pages, each with the words for it."""

from collections.abc import Callable
from dataclasses import dataclass

from allauth.core import ratelimit
from allauth.mfa.models import Authenticator
from allauth.mfa.utils import is_mfa_enabled
from allauth.mfa.webauthn.internal.auth import begin_authentication
from django.contrib.auth import logout
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from diary.forms.account import UnlockForm
from diary.forms.mfa import ReauthenticateWebAuthnForm
from diary.models import User
from diary.transfer import rolling
from diary.transfer.erasing import erase_account, erase_entries
from diary.views.person import PersonRequest

Form = UnlockForm | ReauthenticateWebAuthnForm


@dataclass(frozen=True)
class Act:
    """One way of deleting: what is done, and the page that asks."""

    erase: Callable[[User], None]
    template: str


ENTRIES = Act(erase_entries, "erasing/entries.html")
ACCOUNT = Act(erase_account, "erasing/account.html")


def delete_entries(request: PersonRequest) -> HttpResponse:
    """Ask, then delete what the person wrote and keep the account."""
    return asked(request, ENTRIES)


def delete_account(request: PersonRequest) -> HttpResponse:
    """Ask, then delete the person."""
    return asked(request, ACCOUNT)


@login_not_required
def all_deleted(request: HttpRequest) -> HttpResponse:
    """Say that it is done, to somebody who is signed out; to anybody else it would not be true."""
    if request.user.is_authenticated:
        return redirect("settings")
    return render(request, "erasing/done.html")


def asked(request: PersonRequest, act: Act) -> HttpResponse:
    """Show the page, and once the person has shown who they are, do it."""
    if request.method != "POST":
        return page(request, act, UnlockForm(user=request.user))
    if not ratelimit.consume(request, action="reauthenticate", user=request.user):
        return render(request, "429.html", status=429)
    form = proof(request)
    if not form.is_valid():
        return page(request, act, form)
    act.erase(request.user)
    logout(request)
    return redirect("all-deleted")


def proof(request: PersonRequest) -> Form:
    """Return the form that was sent: the password, or a passkey."""
    form_class = ReauthenticateWebAuthnForm if "credential" in request.POST else UnlockForm
    return form_class(request.POST, user=request.user)


def page(request: PersonRequest, act: Act, form: Form) -> HttpResponse:
    """Draw the page that asks, with the passkey beside the password where there is one."""
    is_refused_passkey = isinstance(form, ReauthenticateWebAuthnForm)
    has_passkey = is_mfa_enabled(request.user, [Authenticator.Type.WEBAUTHN])
    context = {
        "form": UnlockForm(user=request.user) if is_refused_passkey else form,
        "passkey": ReauthenticateWebAuthnForm(user=request.user) if has_passkey else None,
        "passkey_refused": is_refused_passkey,
        "js_data": {"request_options": begin_authentication(request.user)} if has_passkey else None,
        "backups_until": rolling.kept_until(timezone.now().date()),
    }
    return render(request, act.template, context)
