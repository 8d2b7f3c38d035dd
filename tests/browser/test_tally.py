"""Counting as it happens (ux L-20) and the parts of a day (L-19), in a real browser."""

import re
import time
from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone
from playwright.sync_api import Locator, Page, Route, expect

from diary.models import Episode, User
from tests.browser.axe import TWO_LOOKS, problems
from tests.browser.conftest import Opener
from tests.conftest import PATIENCE_S
from tests.factories import make_episode, make_user

pytestmark = pytest.mark.usefixtures("afternoon")

TAP = "**/log/tally/tap/"


@pytest.fixture
def sam(db: None) -> User:
    sam = make_user("sam")
    make_episode(sam, timezone.now() - timedelta(days=1))
    return sam


def plus(page: Page) -> Locator:
    return page.get_by_role("button", name="+ Twitch")


def shows(page: Page, number: int) -> None:
    expect(page.locator("[data-count]")).to_have_text(str(number))


def counted(user: User) -> list[int]:
    """Return how many taps each count holds."""
    return [len(each.taps) for each in Episode.objects.for_user(user).counted()]


def comes_to(user: User, expected: list[int], page: Page) -> None:
    """Wait until the counts are such: what a page sends arrives after it shows."""
    until = time.monotonic() + PATIENCE_S
    while counted(user) != expected and time.monotonic() < until:
        page.wait_for_timeout(50)
    assert counted(user) == expected


def test_three_taps_and_the_tab_closed_are_a_spell_of_three(
    open_page: Opener, signed_in: Any, sam: User
) -> None:
    page = open_page("/log/tally/", signed_in(sam))
    other = page.context.new_page()
    for _ in range(3):
        plus(page).click()
    page.close()
    comes_to(sam, [3], other)
    [spell] = Episode.objects.for_user(sam).counted()
    assert (spell.kind, spell.times_low, spell.times_high) == ("spell", 3, 3)


def test_the_button_is_reached_from_came_and_went_and_is_88_pixels_high(
    open_page: Opener, signed_in: Any, sam: User
) -> None:
    page = open_page("/log/came-and-went/", signed_in(sam))
    page.get_by_role("link", name="Count them as they happen").click()
    expect(page).to_have_title("Count - Diary")
    size = plus(page).bounding_box()
    assert size
    assert size["height"] >= 88


def test_the_number_goes_up_before_the_network_answers(open_page: Opener, signed_in: Any, sam: User) -> None:
    page = open_page("/log/tally/", signed_in(sam))

    page.route(TAP, lambda route: None)  # never answered
    took = page.evaluate(
        """() => { const start = performance.now(); document.querySelector("[name=tap]").click();
                   const shown = document.querySelector("[data-count]").textContent;
                   return [performance.now() - start, shown]; }"""
    )
    assert (took[0] < 100, took[1]) == (True, "1")


def test_ten_taps_in_two_seconds_are_ten(open_page: Opener, signed_in: Any, sam: User) -> None:
    page = open_page("/log/tally/", signed_in(sam))
    page.evaluate(
        """async () => { for (let n = 0; n < 10; n++) { document.querySelector("[name=tap]").click();
                         await new Promise((done) => setTimeout(done, 150)); } }"""
    )
    shows(page, 10)
    comes_to(sam, [10], page)


def test_what_could_not_be_sent_goes_along_with_the_next(
    open_page: Opener, signed_in: Any, sam: User
) -> None:
    page = open_page("/log/tally/", signed_in(sam))
    page.route(TAP, lambda route: route.abort())
    plus(page).click()
    plus(page).click()
    shows(page, 2)
    expect(page.get_by_text("Not sent yet.")).to_be_visible()
    assert counted(sam) == []
    page.unroute(TAP)
    plus(page).click()
    comes_to(sam, [3], page)
    expect(page.get_by_text("Not sent yet.")).to_be_hidden()


def test_an_answer_that_is_lost_counts_nothing_twice(open_page: Opener, signed_in: Any, sam: User) -> None:
    page = open_page("/log/tally/", signed_in(sam))

    def lose_the_answer(route: Route) -> None:
        route.fetch()
        route.abort()

    page.route(TAP, lose_the_answer)
    plus(page).click()
    expect(page.get_by_text("Not sent yet.")).to_be_visible()
    page.unroute(TAP)
    plus(page).click()
    comes_to(sam, [2], page)
    page.wait_for_timeout(300)
    assert counted(sam) == [2]


def test_undo_takes_the_last_one_and_finish_shows_what_was_saved(
    open_page: Opener, signed_in: Any, sam: User
) -> None:
    page = open_page("/log/tally/", signed_in(sam))
    page.get_by_role("radio", name="Left lower eyelid").check()
    for _ in range(3):
        plus(page).click()
    page.get_by_role("button", name="Undo last").click()
    shows(page, 2)
    page.get_by_role("link", name="Finish").click()
    expect(page.get_by_role("heading", name=re.compile("Saved: left lower eyelid"))).to_be_visible()
    assert counted(sam) == [2]


def test_the_place_can_be_said_after_the_taps(open_page: Opener, signed_in: Any, sam: User) -> None:
    page = open_page("/log/tally/", signed_in(sam))
    plus(page).click()
    comes_to(sam, [1], page)
    with page.expect_response(TAP):
        page.get_by_role("radio", name="Left lower eyelid").check()
    assert str(Episode.objects.for_user(sam).counted()[0].place) == "left lower eyelid"


def test_a_count_left_unfinished_is_offered_and_goes_on(open_page: Opener, signed_in: Any, sam: User) -> None:
    page = open_page("/log/tally/", signed_in(sam))
    plus(page).click()
    comes_to(sam, [1], page)
    page.goto("/log/tally/")
    page.get_by_role("link", name="Count on").click()
    shows(page, 1)
    plus(page).click()
    shows(page, 2)
    comes_to(sam, [2], page)
    page.reload()
    shows(page, 2)


def test_a_reload_after_the_first_tap_shows_the_same_count(
    open_page: Opener, signed_in: Any, sam: User
) -> None:
    page = open_page("/log/tally/", signed_in(sam))
    plus(page).click()
    expect(page).to_have_url(re.compile("/log/tally/[0-9a-f-]{36}/$"))
    page.reload()
    shows(page, 1)


def test_a_count_taken_back_to_nothing_begins_anew(open_page: Opener, signed_in: Any, sam: User) -> None:
    page = open_page("/log/tally/", signed_in(sam))
    plus(page).click()
    comes_to(sam, [1], page)
    page.get_by_role("button", name="Undo last").click()
    comes_to(sam, [], page)
    expect(page).to_have_url(re.compile("/log/tally/$"))
    plus(page).click()
    comes_to(sam, [1], page)


def test_enter_on_a_place_counts_nothing(open_page: Opener, signed_in: Any, sam: User) -> None:
    page = open_page("/log/tally/", signed_in(sam))
    page.get_by_role("radio", name="Left lower eyelid").press("Enter")
    page.get_by_role("radio", name="Left lower eyelid").press("Space")
    shows(page, 0)


def test_it_all_works_without_a_script(open_page: Opener, signed_in: Any, sam: User) -> None:
    page = open_page("/log/tally/", signed_in(sam), java_script_enabled=False)
    page.get_by_role("radio", name="Left lower eyelid").check()
    for number in (1, 2, 3):
        plus(page).click()
        shows(page, number)
    page.get_by_role("button", name="Undo last").click()
    shows(page, 2)
    page.get_by_role("link", name="Finish").click()
    expect(page.get_by_role("heading", name=re.compile("Saved: left lower eyelid"))).to_be_visible()
    assert counted(sam) == [2]


@pytest.mark.parametrize(("width", "scheme"), TWO_LOOKS)
def test_axe_finds_nothing_before_while_and_after(
    open_page: Opener, signed_in: Any, sam: User, width: int, scheme: Any
) -> None:
    size = {"width": width, "height": 1200}
    page = open_page("/log/tally/", signed_in(sam), viewport=size, color_scheme=scheme)
    assert problems(page) == []
    page.route(TAP, lambda route: route.abort())
    plus(page).click()
    expect(page.get_by_text("Not sent yet.")).to_be_visible()
    assert problems(page) == []
    page.unroute(TAP)
    plus(page).click()
    comes_to(sam, [2], page)
    page.goto("/log/tally/")
    expect(page.get_by_role("link", name="Count on")).to_be_visible()
    assert problems(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_the_part_of_the_day_is_read_back_and_can_be_changed(
    open_page: Opener, signed_in: Any, sam: User
) -> None:
    page = open_page("/log/came-and-went/", signed_in(sam))
    page.get_by_role("radio", name="Afternoon").check()
    expect(page.get_by_text("Afternoon: midday to now")).to_be_visible()
    page.get_by_text("On another day").click()
    page.get_by_label("Which day?").fill("yesterday")
    expect(page.get_by_text("Afternoon: midday to 6pm")).to_be_visible()
    page.get_by_role("button", name="Change the times").click()
    expect(page.get_by_label("From")).to_have_value("midday")
    expect(page.get_by_label("To", exact=True)).to_have_value("6pm")
    page.get_by_label("From").fill("1pm")
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_role("heading", name=re.compile("came and went over about 5 h"))).to_be_visible()


@pytest.mark.parametrize("script", [True, False], ids=["script", "no script"])
def test_came_and_went_all_afternoon_with_how_often(
    open_page: Opener, signed_in: Any, sam: User, script: bool
) -> None:
    page = open_page("/log/came-and-went/", signed_in(sam), java_script_enabled=script)
    page.get_by_role("radio", name="Afternoon").check()
    page.get_by_label("Left lower eyelid").first.check()
    page.get_by_role("group", name="How many times?").get_by_role("radio", name="6 to 20").check()
    page.get_by_role("group", name="Each one lasted").get_by_role("radio", name="About 30 s").check()
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_role("heading", name=re.compile("6 to 20 times, about 30 s each"))).to_be_visible()
    spell = Episode.objects.for_user(sam).of_kind("spell").get()
    assert (spell.times_low, spell.times_high, spell.each_lasted) == (6, 20, "half_minute")
