"""The check-in in a real browser: answers that save by themselves (ux 4); what it costs is in test_taps."""

import re
from datetime import timedelta
from time import sleep
from typing import Any

import pytest
from django.utils import timezone
from playwright.sync_api import Locator, Page, expect

from diary.models import Day, Drink, DrinkPreset, User
from tests.browser.axe import TWO_LOOKS, problems
from tests.browser.conftest import Opener
from tests.factories import make_day, make_user

# Late enough for "no twitching today", early enough for yesterday.
SEVEN_IN_THE_EVENING = "2026-05-28T18:00:00+00:00"


@pytest.fixture
def sam(db: None, time_machine: Any) -> User:
    """Somebody with a week of nights, a usual day's drinks, at seven in the evening."""
    time_machine.move_to(SEVEN_IN_THE_EVENING, tick=True)
    sam = make_user("sam")
    sam.date_joined = timezone.now() - timedelta(days=30)
    sam.save()
    for back in range(2, 9):
        make_day(sam, (timezone.now() - timedelta(days=back)).date(), twitching="none", sleep_hours=7)
    DrinkPreset.objects.create(user=sam, name="Coffee", ml=200, mg=90, usual=2)
    DrinkPreset.objects.create(user=sam, name="Water", ml=250, mg=0, usual=4)
    return sam


@pytest.fixture
def page(open_page: Opener, signed_in: Any, sam: User) -> Page:
    return open_page("/checkin/", signed_in(sam))


def today_of(user: User) -> Day:
    day = Day.objects.for_user(user).on(user.today(timezone.now()))
    assert day is not None
    return day


def is_saved(page: Page) -> None:
    expect(page.locator("#kept")).to_have_text(re.compile("Saved"))


def stress(page: Page, value: int) -> Locator:
    return page.get_by_role("group", name="Stress").get_by_role("radio", name=str(value), exact=True)


def night_of(page: Page) -> Locator:
    return page.get_by_role("textbox", name="Sleep last night")


def test_an_answer_is_there_when_the_tab_is_closed_at_once(page: Page, sam: User) -> None:
    with page.expect_request("**/answer/"):
        stress(page, 6).click()
    page.close()
    assert soon(sam).stress == 6


def soon(sam: User) -> Day:
    """Return today as soon as it is written, else fail."""
    for _ in range(50):
        if Day.objects.for_user(sam).on(sam.today(timezone.now())):
            break
        sleep(0.1)
    return today_of(sam)


def test_what_is_half_typed_or_waits_is_there_when_the_page_is_left(page: Page, sam: User) -> None:
    page.route("**/answer/", lambda route: None)  # a network that takes for ever
    stress(page, 6).click()
    stress(page, 4).click()
    night_of(page).fill("6:30")
    page.goto("/today/")
    assert (soon(sam).stress, soon(sam).sleep_hours) == (4, 6.5)


def test_there_is_one_save_button_without_a_script_and_none_with_one(
    open_page: Opener, signed_in: Any, sam: User, page: Page
) -> None:
    expect(page.get_by_role("button", name="Save", exact=True)).to_have_count(0)
    plain = open_page("/checkin/", signed_in(sam), java_script_enabled=False)
    expect(plain.get_by_role("button", name="Save", exact=True)).to_have_count(1)
    night_of(plain).fill("6 h 30 min")
    stress(plain, 3).click()
    plain.get_by_role("button", name="+ Tea").click()
    expect(plain.get_by_text("Caffeine 50 mg. Drinks 220 ml.")).to_be_visible()
    plain.get_by_role("button", name="Save", exact=True).click()
    day = today_of(sam)
    assert (day.sleep_hours, day.stress, day.caffeine_mg, day.water_ml) == (6.5, 3, 50, 220)


def test_the_stepper_begins_at_ones_own_median_and_goes_by_quarters(page: Page, sam: User) -> None:
    night = night_of(page)
    expect(night).to_have_attribute("placeholder", "not set")
    more = page.get_by_role("button", name="Sleep last night: 15 minutes more")
    more.click()
    expect(night).to_have_value("7 h")
    more.click()
    expect(night).to_have_value("7 h 15 min")
    page.get_by_role("button", name="Sleep last night: 15 minutes less").click()
    expect(night).to_have_value("7 h")
    page.get_by_role("button", name="Clear Sleep last night").click()
    expect(night).to_have_value("")
    expect(page.get_by_role("button", name="Clear Sleep last night")).to_have_count(0)
    assert today_of(sam).sleep_hours is None


def test_what_is_typed_is_read_and_written_back(page: Page, sam: User) -> None:
    night = night_of(page)
    night.fill("6.5")
    night.press("Tab")
    expect(night).to_have_value("6 h 30 min")
    night.fill("30")
    night.press("Tab")
    expect(page.locator("#kept")).to_have_text("Not saved. Sleep must be between 0 and 24 hours")
    expect(night).to_have_value("30")
    assert today_of(sam).sleep_hours == 6.5


def test_stress_goes_by_arrow_keys_and_can_be_cleared(page: Page, sam: User) -> None:
    assert page.get_by_role("group", name="Stress").get_by_role("radio").count() == 11
    stress(page, 4).focus()
    page.keyboard.press("Space")
    with page.expect_response(lambda answer: "stress=5" in (answer.request.post_data or "")):
        page.keyboard.press("ArrowRight")
    expect(stress(page, 5)).to_be_checked()
    expect(page.locator(".htmx-request, .htmx-swapping, .htmx-settling")).to_have_count(0)
    is_saved(page)
    page.get_by_role("button", name="Clear Stress").click()
    expect(stress(page, 5)).not_to_be_checked()
    expect(page.get_by_role("button", name="Clear Stress")).to_have_count(0)
    assert today_of(sam).stress is None


def test_stress_squares_are_wide_enough_on_the_smallest_phone(page: Page) -> None:
    page.set_viewport_size({"width": 320, "height": 568})
    for value in range(11):
        box = stress(page, value).bounding_box()
        assert box
        assert min(box["width"], box["height"]) >= 24


def test_a_drink_keeps_the_focus_and_can_be_removed(page: Page, sam: User) -> None:
    for _ in range(2):
        coffee = page.get_by_role("button", name="+ Coffee")
        coffee.focus()
        with page.expect_response("**/drinks/"):
            page.keyboard.press("Enter")
        expect(page.get_by_role("button", name="+ Coffee")).to_be_focused()
    page.get_by_role("button", name="+ Tea").click()
    expect(page.get_by_text("Caffeine 230 mg. Drinks 620 ml.")).to_be_visible()
    page.get_by_role("button", name="Remove Tea").click()
    expect(page.get_by_text("Removed: Tea.")).to_be_focused()
    assert [drink.name for drink in Drink.objects.for_user(sam)] == ["Coffee", "Coffee"]


def test_a_drink_on_today_is_undone_by_one_tap(open_page: Opener, signed_in: Any, sam: User) -> None:
    page = open_page("/today/", signed_in(sam))
    for name in ("+ Coffee", "+ Tea"):
        page.get_by_role("button", name=name).click()
        expect(page.get_by_text(f"Added: {name[2:]}")).to_be_visible()
    page.get_by_role("button", name="Undo Tea").click()
    expect(page.get_by_text("Removed: Tea.")).to_be_visible()
    assert today_of(sam).caffeine_mg == 90


def test_a_lost_connection_is_said_and_save_is_there_again(page: Page) -> None:
    page.route("**/answer/", lambda route: route.abort())
    stress(page, 2).click()
    expect(page.locator("#kept")).to_have_text("Not saved yet. Check the connection, then press Save.")
    expect(page.get_by_role("button", name="Save", exact=True)).to_be_visible()


@pytest.mark.parametrize(("width", "scheme"), TWO_LOOKS)
def test_axe_finds_nothing_in_any_state_of_the_check_in(
    open_page: Opener, signed_in: Any, sam: User, width: int, scheme: str
) -> None:
    sam.tracks = ["exercise_min", "alcohol_units", "heavy_sweating", "meals_skipped", "illness", "cycle_day",
                  "screen_hours"]  # fmt: skip
    sam.save()
    page = open_page(
        "/checkin/", signed_in(sam), viewport={"width": width, "height": 3200}, color_scheme=scheme
    )
    for summary in page.locator("summary").all():
        summary.click()
    assert problems(page) == []
    page.get_by_role("button", name="+ Coffee").click()
    expect(page.get_by_role("button", name="Remove Coffee")).to_be_visible()
    stress(page, 2).click()
    expect(page.get_by_role("button", name="Clear Stress")).to_be_visible()
    page.get_by_label("Alcohol, in units").fill("lots")
    page.get_by_label("Alcohol, in units").press("Tab")
    expect(page.locator("#kept")).to_have_text(re.compile("Not saved"))
    assert problems(page) == []
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
