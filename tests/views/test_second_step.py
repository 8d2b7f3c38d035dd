"""Codes from an app, recovery codes, devices: from turning on to signing in, in our words."""

from datetime import timedelta
from typing import Any

import pytest
from allauth.mfa.adapter import get_adapter
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal import auth as totp
from django.test import Client
from django.utils import timezone

from diary.models import User
from tests.conftest import client_of

PASSWORD = {"login": "alice", "password": "correct horse"}
REAL = {"password": "correct horse"}
GARBLED = ["", "{}", "[]", "null", '{"id": 1, "response": []}', "x" * 9000, "\x00"]
GARBLED += ["9" * 5000, "[" * 5000]  # numbers too long and lists too deep for Python


def code_for(secret: str) -> str:
    return totp.format_hotp_value(totp.hotp_value(secret, int(timezone.now().timestamp()) // 30))


def sign_in() -> tuple[Client, Any]:
    client = Client()
    return client, client.post("/accounts/login/", PASSWORD)


@pytest.fixture
def secret(alice: User) -> str:
    """The secret of an app that Alice turned on in her browser."""
    client, _ = sign_in()
    client.post("/accounts/reauthenticate/", REAL)
    page = client.get("/accounts/2fa/totp/activate/")
    secret = str(page.context["form"].secret)
    client.post("/accounts/2fa/totp/activate/", {"code": code_for(secret)})
    assert "On: signing in asks for a code" in client.get("/accounts/2fa/").content.decode()
    return secret


def codes_of(user: User) -> list[str]:
    return RecoveryCodes(user.authenticator_set.get(type="recovery_codes")).get_unused_codes()


def test_the_app_counts_for_no_passkey(alice: User, secret: str) -> None:
    assert get_adapter().generate_authenticator_name(alice, Authenticator.Type.WEBAUTHN) == "Passkey"


def test_turning_it_on_gives_recovery_codes(alice: User, secret: str) -> None:
    assert len(codes_of(alice)) == 10
    client = client_of(alice)
    assert client.get("/accounts/2fa/recovery-codes/").status_code == 302  # asks for the password first
    client.post("/accounts/reauthenticate/", REAL)
    assert "10 of 10 are left." in client.get("/accounts/2fa/recovery-codes/").content.decode()


def test_the_password_alone_is_then_not_enough(secret: str) -> None:
    client, answer = sign_in()
    assert answer["Location"].startswith("/accounts/2fa/authenticate/")
    assert client.get("/today/").status_code == 302
    page = client.post("/accounts/2fa/authenticate/", {"code": "123"}).content.decode()
    assert "That did not fit. Codes change every 30 seconds, and each works once." in page
    assert client.get("/today/").status_code == 302


def test_a_recovery_code_works_once(alice: User, secret: str) -> None:
    code = codes_of(alice)[0]
    opened = []
    for _ in range(2):
        client, _answer = sign_in()
        client.post("/accounts/2fa/authenticate/", {"code": code})
        opened.append(client.get("/today/").status_code)
    assert opened == [200, 302]


def test_a_code_of_the_app_signs_in(secret: str, time_machine: Any) -> None:
    time_machine.move_to(timezone.now() + timedelta(minutes=1))  # the code that turned it on has been used
    client, _ = sign_in()
    client.post("/accounts/2fa/authenticate/", {"code": code_for(secret)})
    assert client.get("/today/").status_code == 200


@pytest.mark.parametrize("credential", GARBLED)
def test_a_garbled_passkey_is_refused_wherever_one_is_sent(alice: User, secret: str, credential: str) -> None:
    signed_in, (half, _) = client_of(alice), sign_in()
    sent = {"credential": credential}
    signed_in.post("/accounts/reauthenticate/", REAL)
    assert Client().post("/accounts/2fa/webauthn/login/", sent).status_code in (200, 302)
    assert half.post("/accounts/2fa/authenticate/", sent).status_code == 200
    assert half.get("/today/").status_code == 302
    for path in ("reauthenticate/", "add/"):
        assert signed_in.post(f"/accounts/2fa/webauthn/{path}", sent).status_code in (200, 302)


def test_devices_are_named_and_signed_out_everywhere(alice: User) -> None:
    phone, laptop = sign_in()[0], sign_in()[0]
    page = laptop.get("/accounts/sessions/").content.decode()
    assert page.count("A browser") == 2
    assert page.count("This device") == 1
    answer = laptop.post("/accounts/sessions/everywhere/", follow=True)
    assert "You are signed out on every device." in answer.content.decode()
    assert [client.get("/today/").status_code for client in (phone, laptop)] == [302, 302]


def test_the_other_devices_are_signed_out_alone(alice: User) -> None:
    phone, laptop = sign_in()[0], sign_in()[0]
    laptop.post("/accounts/sessions/")
    assert [client.get("/today/").status_code for client in (phone, laptop)] == [302, 200]


def test_a_changed_password_signs_the_other_devices_out(alice: User) -> None:
    phone, laptop = sign_in()[0], sign_in()[0]
    typed = dict.fromkeys(("password1", "password2"), "three other words")
    laptop.post("/accounts/password/change/", typed | {"oldpassword": "correct horse"})
    assert [client.get("/today/").status_code for client in (phone, laptop)] == [302, 200]
