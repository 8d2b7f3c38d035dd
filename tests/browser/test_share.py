"""A link goes from the diary to somebody outside, who reads the report with a PIN and without a script."""

from typing import Any

from django.utils import timezone
from playwright.sync_api import expect

from diary.models import SharedReport, User
from tests.browser.axe import problems
from tests.browser.conftest import Opener
from tests.factories import make_episode


def test_a_link_made_by_keyboard_is_read_outside_without_a_script(
    open_page: Opener, signed_in: Any, alice: User
) -> None:
    make_episode(alice, timezone.now())
    page = open_page("/report/share/", signed_in(alice))
    page.get_by_label("Who is it for?").fill("Dr Patel")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Your link and its PIN")).to_be_visible()
    expect(page.get_by_role("button", name="Copy the link")).to_be_visible()
    assert problems(page) == []
    address, pin = page.locator("#told-link").inner_text(), page.locator(".told-pin").inner_text()

    outside = open_page(address, java_script_enabled=False)
    outside.get_by_label("PIN").fill("12")
    outside.keyboard.press("Enter")
    expect(outside.get_by_role("link", name="Enter the 6 digits")).to_be_visible()
    outside.get_by_label("PIN").fill(pin)
    outside.keyboard.press("Enter")
    expect(outside.get_by_role("heading", level=1)).to_contain_text("Twitching, ")
    assert outside.get_by_role("button").count() == 0
    with outside.expect_download() as arriving:
        outside.get_by_role("link", name="Get PDF").click()
    assert arriving.value.suggested_filename.startswith("diary-report-")

    reader = open_page(address, outside.context.cookies(), viewport={"width": 320, "height": 3200})
    expect(reader.get_by_role("button", name="Print")).to_be_visible()
    assert problems(reader) == []
    assert reader.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    link = SharedReport.objects.for_user(alice).get()
    assert [what for _, what in link.openings] == ["pdf", "opened"]
    page.get_by_role("link", name="Noted").click()
    page.get_by_role("button", name="Close this link for Dr Patel").press("Enter")
    expect(page.get_by_text("The link is closed.")).to_be_visible()
    reader.reload()
    expect(reader.get_by_role("heading", name="This link is not open")).to_be_visible()
