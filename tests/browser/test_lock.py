"""A passkey, the lock, hidden words and "Back" in a real browser; its authenticator is made up over CDP."""

import re
from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone
from playwright.sync_api import Page, expect

from diary.models import Episode, User
from tests.browser.conftest import Opener
from tests.factories import make_episode

pytestmark = pytest.mark.usefixtures("afternoon")

AUTHENTICATOR = {
    "protocol": "ctap2",
    "transport": "internal",
    "hasResidentKey": True,
    "hasUserVerification": True,
    "isUserVerified": True,
    "automaticPresenceSimulation": True,
}


def give_authenticator(page: Page) -> None:
    browser = page.context.new_cdp_session(page)
    browser.send("WebAuthn.enable")
    browser.send("WebAuthn.addVirtualAuthenticator", {"options": AUTHENTICATOR})


def sign_in_by_password(page: Page) -> None:
    page.get_by_label("User name").fill("alice")
    page.get_by_label("Password", exact=True).fill("correct horse")
    page.get_by_role("button", name="Sign in", exact=True).click()


def test_a_passkey_signs_in_and_unlocks_and_back_shows_nothing(open_page: Opener, alice: User) -> None:
    make_episode(alice, timezone.now() - timedelta(hours=1), site="calf")
    page = open_page("/accounts/login/?next=/accounts/2fa/webauthn/add/")
    give_authenticator(page)
    sign_in_by_password(page)
    if page.get_by_role("heading", name="Is it you?").is_visible():
        page.get_by_label("Your password", exact=True).fill("correct horse")
        page.get_by_role("button", name="Go on").click()
    page.get_by_role("button", name="Add it").click()
    expect(page.get_by_role("heading", name="Recovery codes")).to_be_visible()
    page.goto("/diary/")
    expect(page.locator(".entry", has_text="Left calf")).to_be_visible()
    lock_and_unlock(page)
    sign_out_and_go_back(page)
    page.goto("/accounts/login/")
    page.get_by_role("button", name="Sign in with a passkey").click()
    expect(page.get_by_role("button", name="It is twitching now")).to_be_visible()


def lock_and_unlock(page: Page) -> None:
    page.get_by_role("button", name="Menu").click()
    page.get_by_role("button", name="Lock now").click()
    expect(page.get_by_role("heading", name="The diary is locked")).to_be_visible()
    page.go_back()
    expect(page.get_by_role("heading", name="The diary is locked")).to_be_visible()
    expect(page.locator(".entry")).to_have_count(0)
    page.get_by_role("button", name="Use a passkey").click()
    expect(page.locator(".entry", has_text="Left calf")).to_be_visible()


def sign_out_and_go_back(page: Page) -> None:
    page.get_by_role("button", name="Menu").click()
    page.get_by_role("button", name="Sign out").click()
    expect(page.get_by_role("heading", name="Sign in")).to_be_visible()
    for _ in range(3):
        page.go_back()
        expect(page.locator(".entry")).to_have_count(0)


def test_left_alone_it_locks_in_every_tab_and_a_tap_still_counts(
    open_page: Opener, signed_in: Any, alice: User
) -> None:
    alice.lock_after_min = 5
    alice.save()
    page = open_page("/diary/", signed_in(alice))
    other = page.context.new_page()
    other.goto("/patterns/time/")
    page.evaluate("localStorage.setItem('last-touched', Date.now() - 5 * 60_000)")
    for tab in (page, other):
        expect(tab.get_by_role("heading", name="The diary is locked")).to_be_visible()
    page.get_by_role("button", name="It is twitching now").click()
    expect(page.get_by_text("Your tap is kept.")).to_be_visible()
    assert Episode.objects.for_user(alice).ongoing().count() == 1
    page.get_by_label("Your password", exact=True).fill("correct horse")
    page.get_by_role("button", name="Unlock").click()
    expect(page.get_by_role("button", name=re.compile("It stopped"))).to_be_visible()


HIDE_AND_LOOK = """(state) => {
  Object.defineProperty(document, 'visibilityState', { value: state, configurable: true });
  document.dispatchEvent(new Event('visibilitychange'));
  return getComputedStyle(document.body).visibility;
}"""


@pytest.mark.parametrize(("hides", "seen"), [(True, "hidden"), (False, "visible")])
def test_a_page_with_hidden_words_covers_itself_when_it_is_left(
    open_page: Opener, signed_in: Any, alice: User, hides: bool, seen: str
) -> None:
    alice.hide_words = hides
    alice.save()
    page = open_page("/today/", signed_in(alice))
    page.wait_for_load_state("networkidle")
    assert page.evaluate(HIDE_AND_LOOK, "hidden") == seen
    assert page.evaluate(HIDE_AND_LOOK, "visible") == "visible"
