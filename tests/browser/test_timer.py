"""A running timer in a browser (ux 3.2): it keeps its time, is stopped anywhere, and asks when forgotten."""

import re
from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone
from playwright.sync_api import Locator, Page, expect

from diary.models import Episode, User
from tests.browser.axe import TWO_LOOKS, problems
from tests.browser.conftest import DESKTOP, PHONE, Opener
from tests.factories import make_episode, make_user

pytestmark = pytest.mark.usefixtures("afternoon")


@pytest.fixture
def sam(db: None) -> User:
    return make_user("sam")


def running(user: User, minutes: float, **fields: Any) -> Episode:
    """Make a timer that has run for so long by the clock of the server, which is that of the browser."""
    fields = {"site": "eyelid_lower", "side": "left", **fields}
    return make_episode(user, timezone.now() - timedelta(minutes=minutes), None, is_ongoing=True, **fields)


def button(page: Page, name: str) -> Locator:
    return page.get_by_role("button", name=re.compile(rf"^{name}"))


def seconds_shown(page: Page) -> int:
    minutes, seconds = map(int, page.get_by_role("timer").first.inner_text().split(":"))
    return 60 * minutes + seconds


@pytest.fixture
def at_the_same_time(sam: User) -> Any:
    """Opens a page whose clock stands at the server's time and goes when it is told to."""

    def opened(opener: Opener, path: str, cookies: Any, **options: Any) -> Page:
        page = opener("/healthz", cookies, **options)
        page.clock.install(time=timezone.now())
        page.goto(path)
        return page

    return opened


def test_a_page_that_slept_a_minute_shows_the_right_time_when_it_wakes(
    open_page: Opener, signed_in: Any, sam: User, at_the_same_time: Any
) -> None:
    running(sam, 2)
    page = at_the_same_time(open_page, "/today/", signed_in(sam))
    before = seconds_shown(page)
    page.clock.fast_forward(60_000)  # timers fire once at most, as in a lid that was closed
    page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
    assert before + 60 <= seconds_shown(page) <= before + 65


def test_a_page_frozen_by_the_browser_goes_on_from_the_clock(
    open_page: Opener, signed_in: Any, sam: User, at_the_same_time: Any
) -> None:
    running(sam, 2)
    page = at_the_same_time(open_page, "/log/", signed_in(sam))
    lifecycle = page.context.new_cdp_session(page)
    before = seconds_shown(page)
    lifecycle.send("Page.setWebLifecycleState", {"state": "frozen"})
    page.wait_for_timeout(3000)
    lifecycle.send("Page.setWebLifecycleState", {"state": "active"})
    page.wait_for_timeout(1100)
    assert seconds_shown(page) >= before + 4
    expect(page.get_by_role("timer")).to_have_attribute("aria-live", "off")


@pytest.mark.parametrize("path", ["/diary/", "/log/", "/settings/", "/log/earlier/"])
def test_what_runs_on_the_phone_can_be_stopped_on_any_page_of_the_desktop(
    open_page: Opener, signed_in: Any, sam: User, path: str
) -> None:
    phone = open_page("/today/", signed_in(sam), viewport=PHONE)
    button(phone, "It is twitching now").click()
    expect(phone.get_by_role("heading", name="Timing")).to_be_visible()
    desktop = open_page(path, signed_in(sam), viewport=DESKTOP)
    button(desktop, "It stopped").click()
    expect(desktop.get_by_role("heading", name="Saved")).to_be_visible()
    phone.reload()
    expect(button(phone, "It is twitching now")).to_be_visible()
    expect(button(phone, "It stopped")).to_have_count(0)


def test_several_places_run_at_once_and_the_same_one_only_once(
    open_page: Opener, signed_in: Any, sam: User
) -> None:
    for site in ("calf", "eyelid_lower"):
        make_episode(sam, timezone.now() - timedelta(days=1), site=site)
    page = open_page("/today/", signed_in(sam))
    for number, place in enumerate(("Left calf", "Left lower eyelid"), 1):
        button(page, place).click()
        expect(button(page, "It stopped")).to_have_count(number)
    headings = ["Timing: left lower eyelid", "Timing: left calf"]
    expect(page.get_by_role("heading", name="Timing")).to_have_text(headings)
    expect(page.get_by_role("link", name=re.compile("Left calf: already timing, started"))).to_be_visible()
    assert Episode.objects.for_user(sam).ongoing().count() == 2


def test_started_by_mistake_goes_and_comes_back_as_it_was(
    open_page: Opener, signed_in: Any, sam: User
) -> None:
    kept = running(sam, 2)
    page = open_page("/today/", signed_in(sam))
    button(page, "Started by mistake").click()
    expect(page.get_by_role("heading", name="Removed")).to_be_visible()
    assert not Episode.objects.for_user(sam).kept().exists()
    button(page, "Put it back").click()
    expect(page.get_by_role("heading", name="Timing")).to_be_visible()
    assert [each.uuid for each in Episode.objects.for_user(sam).ongoing()] == [kept.uuid]


@pytest.mark.parametrize("path", ["/today/", "/diary/"])
def test_the_question_comes_in_a_page_that_stays_open(
    open_page: Opener, signed_in: Any, sam: User, at_the_same_time: Any, path: str
) -> None:
    running(sam, 14)
    page = at_the_same_time(open_page, path, signed_in(sam))
    expect(page.get_by_text("Still twitching?")).to_be_hidden()
    expect(button(page, "Still going")).to_be_hidden()
    page.clock.fast_forward(61_000)
    expect(page.get_by_text("Still twitching?")).to_be_visible()
    expect(button(page, "Still going")).to_be_visible()
    for name, is_there in (("5 min ago", True), ("15 min ago", True), ("30 min ago", False)):
        expect(button(page, name)).to_be_visible(visible=is_there)
    expect(button(page, "Do not know")).to_be_visible()


def test_still_going_is_heard_without_leaving_the_page(open_page: Opener, signed_in: Any, sam: User) -> None:
    kept = running(sam, 16)
    page = open_page("/log/earlier/", signed_in(sam))
    page.get_by_label("Or type how long").fill("1:30")
    button(page, "Still going").click()
    expect(page.get_by_text("Timing goes on.")).to_be_focused()
    expect(page.get_by_text("Still twitching?")).to_be_hidden()
    expect(button(page, "It stopped")).to_be_visible()
    expect(page.get_by_label("Or type how long")).to_have_value("1:30")
    kept.refresh_from_db()
    assert kept.is_ongoing
    assert kept.going_at


@pytest.mark.parametrize("script", [True, False], ids=["script", "no script"])
@pytest.mark.parametrize(
    ("name", "expected"),
    [("15 min ago", "Saved: left lower eyelid, about 25 min"), ("Do not know", "length not recorded")],
)
def test_it_stopped_about_then_is_one_tap(
    open_page: Opener, signed_in: Any, sam: User, script: bool, name: str, expected: str
) -> None:
    kept = running(sam, 40)
    page = open_page("/diary/", signed_in(sam), java_script_enabled=script)
    button(page, name).click()
    expect(page.get_by_role("heading", name=re.compile(expected))).to_be_visible()
    kept.refresh_from_db()
    assert (kept.is_ongoing, kept.is_forgotten) == (False, False)


def test_without_a_script_the_next_page_asks_and_hears(open_page: Opener, signed_in: Any, sam: User) -> None:
    running(sam, 16)
    page = open_page("/diary/", signed_in(sam), java_script_enabled=False)
    button(page, "Still going").click()
    expect(page).to_have_url(re.compile("/diary/$"))
    expect(page.get_by_text("Still twitching?")).to_be_hidden()
    expect(button(page, "It stopped")).to_be_visible()


def test_a_timer_of_the_night_before_is_gone_and_said_to_be(
    open_page: Opener, signed_in: Any, sam: User
) -> None:
    kept = running(sam, 12 * 60 + 1)
    page = open_page("/diary/", signed_in(sam))
    expect(button(page, "It stopped")).to_have_count(0)
    expect(page.get_by_text("You did not stop this timer").first).to_be_visible()
    kept.refresh_from_db()
    assert (kept.is_ongoing, kept.is_forgotten, kept.length_s) == (False, True, None)


@pytest.mark.parametrize(("width", "scheme"), TWO_LOOKS)
@pytest.mark.parametrize("path", ["/today/", "/diary/"])
def test_axe_finds_nothing_while_it_asks_and_after(
    open_page: Opener, signed_in: Any, sam: User, width: int, path: str, scheme: Any
) -> None:
    running(sam, 40)
    size = {"width": width, "height": 1400}
    page = open_page(path, signed_in(sam), viewport=size, color_scheme=scheme)
    expect(page.get_by_text("Still twitching?")).to_be_visible()
    assert problems(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    button(page, "Still going").click()
    expect(page.get_by_text("Timing goes on.", exact=True)).to_be_focused()
    assert problems(page) == []
