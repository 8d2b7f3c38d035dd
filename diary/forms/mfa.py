"""The second step and passkeys: allauth's forms in our words."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from allauth.mfa.base import forms as base
from allauth.mfa.totp import forms as totp
from allauth.mfa.webauthn import forms as webauthn
from django import forms
from django.core.exceptions import ValidationError
from django.forms.fields import InvalidJSONInput

from diary.forms.account import say

NAME = "So that you can tell it from others, such as “Phone” or “Blue key”."


def ask_for_code(form: forms.Form, hint: str) -> None:
    """Put our words on the field for a code."""
    say(form.fields["code"], "Code", "Enter the code", hint)
    form.fields["code"].widget.attrs.pop("placeholder", None)


class AuthenticateForm(base.AuthenticateForm):
    """The second step of signing in."""

    use_required_attribute = False

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        ask_for_code(self, "From your app, or one of your recovery codes.")


class ReauthenticateForm(base.ReauthenticateForm):
    """A code, from somebody who is signed in."""

    use_required_attribute = False

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        ask_for_code(self, "From your app, or one of your recovery codes.")


class ActivateTOTPForm(totp.ActivateTOTPForm):
    """The first code of an app, which shows that it works."""

    use_required_attribute = False

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        ask_for_code(self, "The six digits the app shows now.")


class Careful:
    """Reads what a browser says of a passkey; what makes no sense is refused; allauth would break down."""

    def clean_credential(self) -> Any:
        """Refuse it in our words."""
        with refusing():
            return super().clean_credential()  # type: ignore[misc]


@contextmanager
def refusing() -> Iterator[None]:
    """Turn what reading a garbled passkey raises into a sentence."""
    try:
        yield
    except ValidationError:
        raise
    except (AttributeError, LookupError, RecursionError, TypeError, ValueError):
        raise ValidationError("That passkey could not be read. Try again.") from None


class Credential(forms.JSONField):
    """What a browser says of a passkey; JSON can hold what Python does not read, such as long numbers."""

    widget = forms.HiddenInput

    def to_python(self, value: Any) -> Any:
        """Refuse it in our words."""
        with refusing():
            return super().to_python(value)

    def bound_data(self, data: Any, initial: Any) -> Any:
        """Give nothing back: a passkey's answer is good for one try."""
        return InvalidJSONInput("")


class AuthenticateWebAuthnForm(Careful, webauthn.AuthenticateWebAuthnForm):
    """A passkey as the second step."""

    credential = Credential()


class LoginWebAuthnForm(Careful, webauthn.LoginWebAuthnForm):
    """A passkey alone."""

    credential = Credential()


class ReauthenticateWebAuthnForm(Careful, webauthn.ReauthenticateWebAuthnForm):
    """A passkey, from somebody who is signed in."""

    credential = Credential()


class AddWebAuthnForm(webauthn.AddWebAuthnForm):
    """A new passkey; it signs in alone unless the person says otherwise."""

    credential = Credential()
    use_required_attribute = False

    def clean(self) -> dict[str, Any]:
        """Refuse what makes no sense."""
        with refusing():
            return super().clean()

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        say(self.fields["name"], "Name", "Enter a name", NAME)
        say(self.fields["passwordless"], "Sign in with it alone, without the password", "")
        self.fields["passwordless"].initial = True


class EditWebAuthnForm(webauthn.EditWebAuthnForm):
    """Another name for a passkey."""

    use_required_attribute = False

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        say(self.fields["name"], "Name", "Enter a name", NAME)
