"""Charts in a real browser: the words of a mark by pointer, touch and keyboard, and without any script."""

from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone
from playwright.sync_api import Page, expect

from diary.models import User
from tests.browser.conftest import DESKTOP, Opener
from tests.factories import make_day, make_episode, make_user

pytestmark = pytest.mark.usefixtures("afternoon")


@pytest.fixture
def sam(db: None) -> User:
    sam, now = make_user("sam"), timezone.now()
    for back in range(14):
        make_episode(sam, now - timedelta(days=back, hours=1), seconds=40)
        make_day(sam, (now - timedelta(days=back)).date(), twitching="yes", sleep_hours=7)
    return sam


@pytest.fixture
def page(open_page: Opener, signed_in: Any, sam: User) -> Page:
    return open_page("/patterns/time/?span=2w", signed_in(sam), viewport=DESKTOP)


def test_arrow_keys_read_one_mark_after_the_other_and_escape_ends_it(page: Page) -> None:
    chart = page.locator("figure.chart").nth(1).locator(".chart-wide")
    chart.focus()
    for _ in range(2):
        page.keyboard.press("ArrowRight")
    rows = page.locator("figure.chart").nth(1).locator("tbody tr")
    tip = chart.locator(".chart-tip")
    expect(tip).to_contain_text(rows.nth(1).locator("th").inner_text())
    expect(tip).to_contain_text("Twitches: 1")
    page.keyboard.press("Escape")
    expect(tip).to_be_hidden()


def test_the_pointer_reads_what_it_is_over(page: Page) -> None:
    chart = page.locator("figure.chart").first.locator(".chart-wide")
    chart.hover(position={"x": 200, "y": 120})
    expect(chart.locator(".chart-tip")).to_contain_text("Days filled in: 7 of 7")
    page.mouse.move(5, 5)
    expect(chart.locator(".chart-tip")).to_be_hidden()


def test_a_tap_reads_it_on_a_phone(open_page: Opener, signed_in: Any, sam: User) -> None:
    page = open_page("/patterns/time/?span=2w", signed_in(sam), has_touch=True)
    chart = page.locator("figure.chart").first.locator(".chart-narrow")
    chart.tap(position={"x": 120, "y": 100})
    expect(chart.locator(".chart-tip")).to_contain_text("Days filled in")
    page.get_by_role("heading", name="Patterns").tap()
    expect(chart.locator(".chart-tip")).to_be_hidden()


def test_without_a_script_the_table_serves(open_page: Opener, signed_in: Any, sam: User) -> None:
    page = open_page("/patterns/time/?span=2w", signed_in(sam), java_script_enabled=False)
    figure = page.locator("figure.chart").nth(1)
    figure.get_by_text("Show as table").click()
    expect(figure.get_by_role("rowheader")).to_have_count(14)
    expect(figure.get_by_role("link", name="Download as CSV")).to_be_visible()


def test_the_days_of_the_year_are_read_by_keyboard_and_by_touch(
    open_page: Opener, signed_in: Any, sam: User
) -> None:
    page = open_page("/diary/calendar/", signed_in(sam), has_touch=True)
    chart = page.locator("figure.chart .chart-narrow")
    days = page.locator("figure.chart tbody th")
    chart.focus()
    page.keyboard.press("End")
    expect(chart.locator(".chart-tip")).to_contain_text(days.last.text_content() or "")
    expect(chart.locator(".chart-tip")).to_contain_text("Twitching: yes")
    spot = chart.locator(".chart-spot").bounding_box()
    page.keyboard.press("Escape")
    expect(chart.locator(".chart-tip")).to_be_hidden()
    assert spot
    page.touchscreen.tap(spot["x"] + spot["width"] / 2, spot["y"] + spot["height"] / 2)
    expect(chart.locator(".chart-tip")).to_contain_text(days.last.text_content() or "")


def test_the_calendar_opens_days_and_months_by_keyboard_alone(
    open_page: Opener, signed_in: Any, sam: User
) -> None:
    page = open_page("/diary/calendar/", signed_in(sam), java_script_enabled=False)
    today = sam.today(timezone.now())
    page.locator(".calendar [aria-current=date]").focus()
    page.keyboard.press("Enter")
    expect(page).to_have_url(f"{page.url.split('/diary')[0]}/diary/{today}/")
    page.go_back()
    page.locator(".turn a").first.focus()
    page.keyboard.press("Enter")
    before = today.replace(day=1) - timedelta(days=1)
    expect(page.locator("#month-title")).to_contain_text(str(before.year))
    expect(page.locator("#month-title")).to_have_text(f"{before:%B} {before.year}")
