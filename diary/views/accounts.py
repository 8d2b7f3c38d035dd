"""Signing in and up: allauth's views with our door in front."""

from typing import Any

from allauth.account import views as allauth
from allauth.account.adapter import DefaultAccountAdapter
from allauth.core.internal.httpkit import get_client_ip
from allauth.core.internal.ratelimit import get_ip
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession
from django.contrib import messages
from django.contrib.auth import logout
from django.contrib.auth.decorators import login_not_required
from django.contrib.auth.models import AnonymousUser
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from diary.forms.account import sign_up_is_open
from diary.models import User
from diary.views.back import way_back
from diary.views.person import PersonRequest

NOBODY_SAYS = "::"  # the address of whoever comes by way of a socket that has none

WAYS = {
    "reauthenticate": "Use your password",
    "mfa_reauthenticate": "Use a code",
    "mfa_reauthenticate:webauthn": "Use a passkey",
}


class Adapter(DefaultAccountAdapter):
    """What allauth asks us: who may join, and how a refusal reads."""

    error_messages = DefaultAccountAdapter.error_messages | {
        "username_password_mismatch": "That user name and password do not belong together. Check both.",
        "enter_current_password": "That is not your password now",
        "incorrect_password": "That is not your password",
        "incorrect_code": "That code does not fit. Codes change every 30 seconds.",
        "too_many_login_attempts": "Too many tries. Wait a few minutes, then try again.",
        "rate_limited": "Too many tries. Wait a few minutes, then try again.",
        "username_taken": "That user name is in use. Choose another.",
        "same_as_current": "Choose a password that differs from the one you have",
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Open for the first visitor, then as the setting says."""
        return sign_up_is_open()

    def get_client_ip(self, request: HttpRequest) -> str:
        """Take all whose address the server does not know for one visitor, rather than refuse them."""
        return get_client_ip(request) or NOBODY_SAYS

    def is_safe_url(self, url: str | None) -> bool:
        """Take what is no address at all for one that leads away."""
        try:
            return bool(super().is_safe_url(url))
        except ValueError:
            return False

    def get_reauthentication_methods(self, user: User | AnonymousUser) -> list[dict[str, str]]:
        """Name the other ways to show who it is."""
        return [way | {"description": WAYS[way["id"]]} for way in super().get_reauthentication_methods(user)]

    def _get_login_attempts_cache_key(self, request: HttpRequest, **credentials: Any) -> str:
        """Count wrong passwords by name and address: a stranger elsewhere does not shut the owner out."""
        by_name = super()._get_login_attempts_cache_key(request, **credentials)
        return f"{by_name}:{get_ip(request)}"


class SecondStepAdapter(DefaultMFAAdapter):
    """What allauth asks us about the second step and passkeys."""

    error_messages = DefaultMFAAdapter.error_messages | {
        "incorrect_code": "That did not fit. Codes change every 30 seconds, and each works once.",
        "cannot_generate_recovery_codes": "Recovery codes stand in for a passkey or an app. Add one first.",
    }

    def generate_authenticator_name(self, user: User, type: Authenticator.Type) -> str:
        """Offer "Passkey", "Passkey 2" and so on."""
        kinds = user.authenticator_set.values_list("type", flat=True)  # type: ignore[attr-defined]
        many = list(kinds).count(Authenticator.Type.WEBAUTHN)
        return f"Passkey {many + 1}" if many else "Passkey"

    def _get_site_name(self) -> str:
        return "Diary"


@login_not_required
def sign_in(request: HttpRequest) -> HttpResponseBase:
    """Sign in; where nobody has an account yet, make the first one instead."""
    if not User.objects.exists():
        return redirect("account_signup")
    return allauth.login(request)


@require_POST
def sign_out_everywhere(request: PersonRequest) -> HttpResponse:
    """End every session of this person, this one too."""
    for session in UserSession.objects.purge_and_list(request.user):
        session.end()
    logout(request)
    messages.success(request, "You are signed out on every device.")
    return redirect("account_login")


@require_POST
def hide_words(request: PersonRequest) -> HttpResponse:
    """Hide the places and numbers of Today, or show them again."""
    request.user.hide_words = not request.user.hide_words
    request.user.save(update_fields=["hide_words"])
    return redirect(way_back(request))


@login_not_required
def no_email(request: HttpRequest) -> HttpResponse:
    """Stand where allauth has its e-mail pages: this diary asks for no address and sends none."""
    raise Http404
