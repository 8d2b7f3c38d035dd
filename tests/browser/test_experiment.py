"""A plan made, stopped and read in a real browser, by keyboard alone."""

from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from diary.models import Experiment, User
from tests.browser.axe import problems
from tests.browser.conftest import Opener
from tests.factories import make_day, make_episode, make_experiment

pytestmark = pytest.mark.usefixtures("afternoon")
TRY = "/patterns/triggers/try/"


def over(user: User) -> Experiment:
    """A plan of four weeks that ended yesterday, every day of it checked in."""
    now = timezone.now()
    made = make_experiment(user, timezone.localdate() - timedelta(days=28))
    for n in range(28):
        make_day(user, made.first + timedelta(days=n), twitching="yes", caffeine_mg=60 if n % 2 else 240)
        make_episode(user, now - timedelta(days=28 - n), seconds=40)
    return made


def test_a_plan_is_made_stopped_and_an_ended_one_read(open_page: Opener, signed_in: Any, alice: User) -> None:
    ended = over(alice)
    page = open_page(TRY, signed_in(alice), viewport={"width": 320, "height": 3200}, color_scheme="dark")
    page.get_by_role("link", name="Caffeine", exact=True).press("Enter")
    page.get_by_role("button", name="Keep this plan").press("Enter")
    expect(page.get_by_text("Enter the limit").first).to_be_visible()
    assert problems(page) == []
    page.get_by_label("Caffeine: at most").fill("0")
    page.get_by_role("button", name="Keep this plan").press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("No caffeine")
    page.get_by_text("Stop early").press("Enter")
    assert problems(page) == []
    page.get_by_role("button", name="Stop it").press("Enter")
    expect(page).to_have_url(f"{page.url.split(TRY)[0]}{TRY}")
    page.goto(f"{TRY}{ended.uuid}/")
    expect(page.get_by_text("What this cannot show")).to_be_visible()
    assert problems(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
