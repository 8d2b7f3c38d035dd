"""Signing in and up: allauth's views with our door in front."""

from allauth.account import views as allauth
from allauth.account.adapter import DefaultAccountAdapter
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect

from diary.forms.account import sign_up_is_open
from diary.models import User


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


@login_not_required
def sign_in(request: HttpRequest) -> HttpResponseBase:
    """Sign in; where nobody has an account yet, make the first one instead."""
    if not User.objects.exists():
        return redirect("account_signup")
    return allauth.login(request)


@login_not_required
def no_email(request: HttpRequest) -> HttpResponse:
    """Stand where allauth has its e-mail pages: this diary asks for no address and sends none."""
    raise Http404
