"""Signing up, signing in and changing the password: allauth's forms in our words.

A user name and a password, nothing else: no e-mail is asked for, so none can leak.
"""

from typing import Any

from allauth.account import forms as allauth
from allauth.core import context
from django import forms
from django.conf import settings
from django.contrib.auth.validators import UnicodeUsernameValidator
from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from diary import periods
from diary.forms.set_up import forget_set_up_code, is_at_this_machine, is_set_up_code, set_up_code
from diary.models import User

username_validators = [
    UnicodeUsernameValidator(message="Use letters, digits and @ . + - _ in the user name, without spaces")
]
CHOOSING = "At least 8 characters. Three unlike words are easy to keep in mind."

CODE = "It stands in the window where the diary was started, as you are not at that computer."


def sign_up_is_open() -> bool:
    """Say whether an account can be made: the first one always, others only where the setting opens it."""
    return settings.SIGN_UP_IS_OPEN or not User.has_anybody()


def asks_for_code(request: HttpRequest) -> bool:
    """Say whether this visitor, who is elsewhere, has to show that the machine is theirs to claim."""
    return not User.has_anybody() and not settings.SIGN_UP_IS_OPEN and not is_at_this_machine(request)


class SignupForm(allauth.SignupForm):
    """The owner's account, or one more where sign-up is open; the time zone comes from the browser."""

    use_required_attribute = False
    zone = forms.CharField(required=False, widget=forms.HiddenInput(attrs={"data-browser-zone": True}))
    code = forms.CharField(widget=forms.TextInput(attrs={"autocomplete": "off"}))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if asks_for_code(context.request):
            set_up_code()  # prints it
            say(self.fields["code"], "Set-up code", "Enter the set-up code", CODE)
        else:
            del self.fields["code"]
        say(
            self.fields["username"],
            "User name",
            "Enter a user name",
            "Any name you like. It is only used to sign in.",
        )
        say(self.fields["password1"], "Password", "Enter a password", CHOOSING)

    @property
    def someone_is_here(self) -> bool:
        """Say whether there is an account already, so that signing in makes sense."""
        return User.objects.exists()

    def clean_zone(self) -> str:
        """Return the browser's zone; an unknown one is UTC, never an error for a newcomer."""
        zone = self.cleaned_data["zone"]
        return zone if zone in periods.zone_names() else "UTC"

    def clean_code(self) -> str:
        """Refuse a code that is not the one on the console."""
        if not is_set_up_code(self.cleaned_data["code"]):
            raise forms.ValidationError("That is not the set-up code on the console now")
        return self.cleaned_data["code"]

    def try_save(self, request: HttpRequest) -> tuple[User | None, HttpResponse | None]:
        """Make the account, unless someone else became the owner while this form was filled in."""
        with transaction.atomic():
            wait_for_the_door()
            if not sign_up_is_open():
                return None, redirect("account_signup")
            user, response = super().try_save(request)
            forget_set_up_code()
            return user, response

    def custom_signup(self, request: HttpRequest, user: User) -> None:
        """Keep what the browser said about the time zone."""
        user.timezone = self.cleaned_data["zone"]
        user.save(update_fields=["timezone"])


class LoginForm(allauth.LoginForm):
    """User name and password."""

    use_required_attribute = False

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        say(self.fields["login"], "User name", "Enter your user name")
        say(self.fields["password"], "Password", "Enter your password")

    @property
    def others_may_join(self) -> bool:
        """Say whether the page offers to make an account."""
        return sign_up_is_open()


class UnlockForm(allauth.ReauthenticateForm):
    """The password once more, from somebody who is signed in."""

    use_required_attribute = False

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        say(self.fields["password"], "Your password", "Enter your password")


class ChangePasswordForm(allauth.ChangePasswordForm):
    """The password now, and the new one twice."""

    use_required_attribute = False

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        say(self.fields["oldpassword"], "Your password now", "Enter your password now")
        say(self.fields["password1"], "New password", "Enter a new password", CHOOSING)
        say(self.fields["password2"], "New password again", "Enter the new password again")


def say(field: forms.Field, label: str, when_empty: str, hint: str = "") -> None:
    """Put our words on a field of allauth's."""
    field.label = label
    field.help_text = hint
    field.error_messages["required"] = when_empty


def wait_for_the_door() -> None:
    """Let one newcomer through at a time: hold a row that every diary has until the transaction ends.

    SQLite ignores the row lock; there the IMMEDIATE transaction does the same.
    """
    ContentType.objects.select_for_update().get(app_label="diary", model="user")
