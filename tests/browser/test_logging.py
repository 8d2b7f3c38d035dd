"""Logging in a real browser: what a tap shows at once, what it keeps, and how it is taken back (ux 3)."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any
from urllib.parse import parse_qs

import pytest
from django.utils import timezone
from playwright.sync_api import Locator, Page, Route, expect
from time_machine import TimeMachineFixture

from diary.models import Episode, User
from tests.browser.conftest import Opener
from tests.factories import make_episode

pytestmark = pytest.mark.usefixtures("afternoon")

# From the finger's leaving the button to the first frame that shows the card.
WATCH = """() => {
  addEventListener("pointerup", (event) => { window.touched = event.timeStamp; }, { capture: true });
  new MutationObserver(() => {
    if (window.shown || !document.querySelector("[data-starting]")) return;
    requestAnimationFrame((frame) => { window.shown = frame; });
  }).observe(document.body, { childList: true, subtree: true });
}"""


@pytest.fixture
def today(open_page: Opener, signed_in: Any, alice: User) -> Callable[..., Page]:
    """Open Today of somebody whose left lower eyelid twitched yesterday; clocks agree."""
    make_episode(alice, timezone.now() - timedelta(days=1))

    def opened(**options: Any) -> Page:
        page = open_page("/healthz", signed_in(alice), **options)
        if options.get("java_script_enabled", True):
            page.clock.install(time=timezone.now())
        page.goto("/today/")
        return page

    return opened


def button(page: Page, name: str) -> Locator:
    return page.get_by_role("button", name=name).first


def is_saved(page: Page, what: str = "") -> None:
    expect(page.get_by_role("heading", name=f"Saved: {what}")).to_be_visible()


def newest(user: User) -> Episode:
    return Episode.objects.for_user(user).newest_first()[0]


def test_timing_is_shown_before_the_network_answers(today: Callable[..., Page], alice: User) -> None:
    page = today()
    held: list[Route] = []
    page.route("**/episodes/new/", lambda route: held.append(route))
    made_by_server = page.locator("form[data-timing] [name=uuid]").first.get_attribute("value")
    page.evaluate(WATCH)
    button(page, "Left lower eyelid").click()
    expect(page.get_by_role("heading", name="Timing: left lower eyelid")).to_be_visible()
    assert page.evaluate("window.shown - window.touched") < 150
    expect(page.locator("#messages")).to_have_text("Timing started, left lower eyelid")
    expect(page.locator("#messages")).to_have_attribute("role", "status")
    assert Episode.objects.for_user(alice).ongoing().count() == 0
    sent = parse_qs(held[0].request.post_data or "")
    held[0].continue_()
    expect(button(page, "It stopped")).to_be_visible()
    assert [str(newest(alice).uuid)] == sent["uuid"] != [made_by_server]


def test_the_moment_of_the_tap_is_the_time_however_late_it_arrives(
    today: Callable[..., Page], alice: User
) -> None:
    page = today()
    held: list[Route] = []
    page.route("**/episodes/new/", lambda route: held.append(route))
    tapped = timezone.now()
    button(page, "It is twitching now").click()
    expect(page.get_by_role("heading", name="Timing")).to_be_visible()
    page.wait_for_timeout(3000)  # the network takes its time
    held[0].continue_()
    expect(button(page, "It stopped")).to_be_visible()
    assert abs(newest(alice).started_at - tapped) < timedelta(seconds=2)


def test_a_double_tap_stops_once_and_keeps_the_first_end(today: Callable[..., Page], alice: User) -> None:
    page = today()
    button(page, "Left lower eyelid").dblclick()
    stop = button(page, "It stopped")
    expect(stop).to_be_visible()
    sent: list[str] = []
    page.on("request", lambda request: sent.append(request.url) if request.method == "POST" else None)
    stop.dblclick()
    is_saved(page, "left lower eyelid")
    assert len(sent) == 1
    assert Episode.objects.for_user(alice).count() == 2  # with yesterday's


def test_a_double_tap_without_a_script_makes_one_entry_too(today: Callable[..., Page], alice: User) -> None:
    page = today(java_script_enabled=False)
    button(page, "It just twitched, it is over").dblclick()
    is_saved(page, "place not said")
    assert Episode.objects.for_user(alice).count() == 2
    button(page, "It is twitching now").dblclick()
    button(page, "It stopped").dblclick()
    is_saved(page, "place not said")
    assert Episode.objects.for_user(alice).count() == 3


@pytest.mark.parametrize("script", [True, False], ids=["script", "no script"])
def test_back_and_save_again_keeps_one_entry(
    open_page: Opener, signed_in: Any, alice: User, script: bool
) -> None:
    page = open_page("/log/earlier/", signed_in(alice), java_script_enabled=script)
    page.get_by_role("radio", name="20 min").check()
    page.get_by_role("radio", name="About 30 s").check()
    button(page, "Save").click()
    is_saved(page, "place not said, about 30 s")
    page.go_back()
    expect(page.get_by_role("radio", name="20 min")).not_to_be_checked()
    button(page, "Save").click()
    expect(page).to_have_title("Error: It happened earlier - Diary")
    assert Episode.objects.for_user(alice).count() == 1


def test_the_panel_asks_first_where_it_was(today: Callable[..., Page]) -> None:
    page = today()
    button(page, "It is twitching now").click()
    button(page, "It stopped").click()
    is_saved(page, "place not said")
    assert page.locator("#saved .label").first.inner_text().startswith("Where")
    asked = page.locator("#saved form").filter(has_text="Where")
    expect(asked.get_by_role("button", name="Left lower eyelid")).to_be_visible()
    expect(asked.get_by_role("link", name="Another place")).to_be_visible()


@pytest.mark.parametrize(("width", "shown"), [(320, 3), (400, 3), (1280, 6)])
def test_as_many_recent_places_as_there_is_room_for(
    open_page: Opener, signed_in: Any, alice: User, width: int, shown: int
) -> None:
    for back, site in enumerate(["calf", "thumb", "cheek", "knee", "shin", "shoulder", "forearm"]):
        make_episode(alice, datetime.now(UTC) - timedelta(days=back), site=site)
    page = open_page("/today/", signed_in(alice), viewport={"width": width, "height": 800})
    assert page.locator(".recent button:visible").count() == shown


def test_an_entry_that_just_twitched_says_what_is_not_known(today: Callable[..., Page]) -> None:
    page = today()
    button(page, "It just twitched, it is over").click()
    is_saved(page, "place not said, length not recorded")
    row = page.get_by_role("region", name="So far today").get_by_role("listitem").first
    expect(row).to_contain_text("Place not said")
    expect(row).to_contain_text("length not recorded")


def test_every_way_in_and_every_way_back_works_without_a_script(
    today: Callable[..., Page], alice: User, time_machine: TimeMachineFixture
) -> None:
    page = today(java_script_enabled=False)
    start_stop_and_again(page)
    came_and_went(page)
    mistake_and_back(page)
    delete_and_back(page)
    time_machine.move_to(timezone.now().replace(hour=19) + timedelta(days=1), tick=True)
    page.goto("/today/")
    no_twitching_and_back(page)
    drink_and_back(page)
    kept = Episode.objects.for_user(alice).kept()
    assert sorted(episode.kind for episode in kept) == ["spell", "twitch", "twitch", "twitch"]


def start_stop_and_again(page: Page) -> None:
    button(page, "Left lower eyelid").click()
    button(page, "It stopped").click()
    is_saved(page, "left lower eyelid")
    button(page, "It started again").click()
    button(page, "It stopped").click()
    is_saved(page, "left lower eyelid")


def came_and_went(page: Page) -> None:
    page.get_by_role("link", name="Came and went").click()
    page.get_by_role("radio", name="Morning").check()
    page.get_by_role("checkbox", name="Left lower eyelid").first.check()
    page.get_by_role("radio", name="6 to 20").check()
    button(page, "Save").click()
    is_saved(page, "left lower eyelid")


def mistake_and_back(page: Page) -> None:
    button(page, "It is twitching now").click()
    button(page, "Started by mistake").click()
    expect(page.get_by_role("heading", name="Removed: place not said")).to_be_visible()
    button(page, "Put it back").click()
    expect(page.get_by_role("heading", name="Timing: place not said")).to_be_visible()
    button(page, "Started by mistake").click()


def delete_and_back(page: Page) -> None:
    page.goto("/diary/")
    page.get_by_role("link", name="Change").first.click()
    button(page, "Delete this entry").click()
    expect(page.get_by_text("Deleted").first).to_be_visible()
    button(page, "Undo").click()
    expect(page.get_by_role("button", name="Undo")).to_have_count(0)


def no_twitching_and_back(page: Page) -> None:
    button(page, "No twitching today").click()
    expect(page.get_by_text("You said: no twitching today.")).to_be_visible()
    button(page, "Undo").click()
    expect(button(page, "No twitching today")).to_be_visible()


def drink_and_back(page: Page) -> None:
    button(page, "+ Coffee").click()
    expect(page.get_by_text("Added: Coffee, 200 ml, 90 mg")).to_be_visible()
    button(page, "Undo Coffee").click()
    expect(page.get_by_text("Added: Coffee")).to_have_count(0)
