"""The frame of every page: the bar, the rail, the Menu, the colours a person chose."""

from typing import Any

import pytest
from playwright.sync_api import Page, expect

from diary.models import User
from tests.browser.conftest import DESKTOP, PHONE, Opener

FIXED = """() => [...document.querySelectorAll('body *')].filter(
  (e) => getComputedStyle(e).position === 'fixed' && e.checkVisibility()).map((e) => e.className)"""


def links(page: Page) -> list[str]:
    return page.locator("header a, header button").all_text_contents()


def test_phone_and_desktop_have_one_order(open_page: Opener, signed_in: Any, alice: User) -> None:
    phone = open_page("/today/", signed_in(alice), viewport=PHONE)
    desktop = open_page("/today/", signed_in(alice), viewport=DESKTOP)
    assert links(phone) == links(desktop)


def test_a_task_page_has_nothing_fixed_in_the_way(open_page: Opener, signed_in: Any, alice: User) -> None:
    page = open_page("/today/", signed_in(alice))
    assert page.evaluate(FIXED) == ["nav nav-main"]
    page.goto("/log/earlier/")
    assert page.evaluate(FIXED) == []


def test_the_menu_opens_and_closes_by_keyboard(open_page: Opener, signed_in: Any, alice: User) -> None:
    page = open_page("/today/", signed_in(alice))
    settings = page.get_by_role("link", name="Settings", exact=True)
    assert not settings.is_visible()
    page.get_by_role("button", name="Menu").press("Enter")
    assert settings.is_visible()
    page.keyboard.press("Escape")
    assert not settings.is_visible()
    assert page.evaluate("document.activeElement.textContent") == "Menu"


def test_the_error_summary_has_the_focus_and_leads_to_the_field(
    open_page: Opener, signed_in: Any, alice: User
) -> None:
    page = open_page("/settings/", signed_in(alice))
    page.get_by_label("Quiet days").fill("9")
    page.get_by_role("button", name="Save settings").click()
    expect(page.locator(".error-summary")).to_be_focused()
    page.get_by_role("link", name="Quiet days must be").click()
    expect(page.locator("#id_gap_days")).to_be_focused()


@pytest.mark.parametrize(("chosen", "device"), [("dark", "light"), ("light", "dark")])
def test_a_chosen_look_wins_over_the_device(
    open_page: Opener, signed_in: Any, alice: User, chosen: str, device: str
) -> None:
    page = open_page("/settings/", signed_in(alice), color_scheme=device)
    paper = "getComputedStyle(document.documentElement).backgroundColor"
    before = page.evaluate(paper)
    page.locator(f"label.chip[for=id_theme_{['system', 'light', 'dark'].index(chosen)}]").click()
    page.get_by_role("button", name="Save settings").click()
    page.wait_for_load_state()
    assert page.evaluate(paper) != before


def test_a_password_can_be_looked_at_before_it_is_sent(open_page: Opener, db: None) -> None:
    page = open_page("/accounts/signup/")
    password = page.locator("#id_password1")
    password.fill("quiet river lamp")
    page.get_by_role("button", name="Show password").click()
    assert password.get_attribute("type") == "text"
    page.get_by_role("button", name="Hide password").click()
    assert password.get_attribute("type") == "password"
