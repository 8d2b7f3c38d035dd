"""Choosing a place in a real browser: by touch, by keys, in the list, and without a script."""

from typing import Any

import pytest
from playwright.sync_api import Page, expect

from diary.models import Episode, User
from tests.browser.axe import TWO_LOOKS, problems
from tests.browser.conftest import Opener
from tests.factories import make_episode

VIEWS = {"Front": 43, "Back": 30, "Face": 23}
PRESSED = """key => {
  const before = document.activeElement;
  const event = new KeyboardEvent("keydown", {key, bubbles: true, cancelable: true});
  before.dispatchEvent(event);
  return [document.activeElement.getAttribute("aria-label"), event.defaultPrevented];
}"""


def echo(page: Page) -> Any:
    return page.locator("[data-echo]")


def touch(page: Page, region: str) -> None:
    """Touch the middle of what can be touched."""
    page.locator(f"[data-at]:has(#map-{region})").click()


def show(page: Page, view: str) -> None:
    page.locator(f"[data-show={view.lower()}]").click()


@pytest.mark.parametrize("view", VIEWS)
def test_arrows_alone_reach_every_region(open_page: Opener, signed_in: Any, alice: User, view: str) -> None:
    page = open_page("/log/now/", signed_in(alice))
    show(page, view)
    stop = page.locator('[data-view]:visible [tabindex="0"]')
    expect(stop).to_have_count(1)
    reached, waiting = set(), [stop.get_attribute("aria-label")]
    while waiting:
        name = waiting.pop()
        reached.add(name)
        for key in ("ArrowUp", "ArrowDown", "ArrowLeft", "ArrowRight"):
            page.locator(f'[data-view]:visible [data-at][aria-label="{name}"]').evaluate("e => e.focus()")
            found, is_ours = page.evaluate(PRESSED, key)
            assert is_ours
            if found not in reached and found not in waiting:
                waiting.append(found)
    assert len(reached) == VIEWS[view]


def test_keys_choose_a_place_and_its_name_is_shown(open_page: Opener, signed_in: Any, alice: User) -> None:
    page = open_page("/log/now/", signed_in(alice))
    show(page, "Back")
    page.keyboard.press("Tab")  # Face
    page.keyboard.press("Tab")  # List
    page.keyboard.press("Tab")  # Start timing
    page.keyboard.press("Tab")  # the figure: one stop
    page.keyboard.press("End")
    expect(page.locator("[data-name]:visible")).to_have_text("Right heel and sole")
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowUp")
    page.keyboard.press("Space")
    expect(echo(page)).to_have_text("Chosen: your RIGHT calf")
    chosen = page.get_by_role("checkbox", name="Right calf", exact=True).and_(page.locator("[data-at]"))
    expect(chosen).to_have_attribute("aria-checked", "true")
    page.keyboard.press("Space")
    expect(chosen).to_have_attribute("aria-checked", "false")
    expect(echo(page)).to_have_text("No place chosen yet")
    page.keyboard.press("Home")
    expect(page.locator("[data-name]:visible")).to_have_text("Left back of head")


@pytest.mark.parametrize(("view", "side"), [("front", "RIGHT"), ("back", "LEFT")])
def test_the_viewers_left_is_the_persons_right_but_from_behind(
    open_page: Opener, signed_in: Any, alice: User, view: str, side: str
) -> None:
    page = open_page("/log/now/", signed_in(alice))
    show(page, view.title())
    figure = page.locator(f"[data-view={view}] svg")
    box = figure.bounding_box()
    assert box
    figure.click(position={"x": box["width"] * 0.23, "y": box["height"] * 0.32})  # an upper arm
    expect(echo(page)).to_have_text(f"Chosen: your {side} upper arm, {view}")


def test_swap_turns_left_into_right_and_a_middle_says_why_not(
    open_page: Opener, signed_in: Any, alice: User
) -> None:
    page = open_page("/log/now/", signed_in(alice))
    show(page, "Face")
    touch(page, "face-eyelid_lower-left")
    expect(echo(page)).to_have_text("Chosen: your LEFT lower eyelid")
    swap = page.get_by_role("button", name="Swap left and right")
    swap.click()
    expect(echo(page)).to_have_text("Chosen: your RIGHT lower eyelid")
    touch(page, "face-eyelid_lower-right")  # takes it off again
    touch(page, "face-chin-middle")
    expect(swap).to_be_disabled()
    expect(page.get_by_text("This place is in the middle")).to_be_visible()


def test_a_finger_is_asked_for_and_never_made_up(open_page: Opener, signed_in: Any, alice: User) -> None:
    page = open_page("/log/now/", signed_in(alice))
    touch(page, "front-fingers-left")
    expect(echo(page)).to_have_text("Left fingers: which one?")
    assert chosen(page) == []
    page.get_by_role("button", name="Left ring finger").click()
    expect(echo(page)).to_have_text("Chosen: your LEFT ring finger")
    touch(page, "front-shin-right")
    page.get_by_role("button", name="Right lower leg, outer side").click()
    expect(echo(page)).to_contain_text("your RIGHT shin and your RIGHT lower leg, outer side")
    touch(page, "front-shin-right")  # lets go of both
    touch(page, "front-fingers-right")
    expect(echo(page)).to_have_text("Right fingers: which one? Chosen: your LEFT ring finger")
    assert chosen(page) == ["finger_ring:left"]


def chosen(page: Page) -> list[str]:
    return page.locator("input[name=place]:checked").evaluate_all("all => all.map(one => one.value)")


def test_several_places_are_named_taken_off_and_swapped_together(
    open_page: Opener, signed_in: Any, alice: User
) -> None:
    page = open_page("/log/now/", signed_in(alice))
    show(page, "Face")
    touch(page, "face-eyelid_lower-left")
    show(page, "Back")
    touch(page, "back-calf-right")
    expect(echo(page)).to_have_text("Chosen: your LEFT lower eyelid and your RIGHT calf")
    page.get_by_role("button", name="Swap left and right").click()
    expect(echo(page)).to_have_text("Chosen: your RIGHT lower eyelid and your LEFT calf")
    page.get_by_role("button", name="Right lower eyelid").click()
    expect(echo(page)).to_have_text("Chosen: your LEFT calf")
    expect(page.locator("[data-show=back]")).to_be_focused()
    page.get_by_role("button", name="Clear").click()
    expect(echo(page)).to_have_text("No place chosen yet")
    assert chosen(page) == []


def test_both_sides_of_a_pair_start_two_timers(open_page: Opener, signed_in: Any, alice: User) -> None:
    page = open_page("/log/now/", signed_in(alice))
    show(page, "Back")
    touch(page, "back-calf-left")
    page.get_by_role("button", name="Both sides: calf").click()
    expect(echo(page)).to_have_text("Chosen: your LEFT calf and your RIGHT calf")
    expect(page.get_by_role("button", name="Both sides")).to_have_count(0)
    expect(page.locator("[data-at].is-chosen:visible")).to_have_count(2)
    page.get_by_role("button", name="Start timing").first.click()
    expect(page.get_by_role("heading", name="Timing: left calf")).to_be_visible()
    expect(page.get_by_role("heading", name="Timing: right calf")).to_be_visible()
    assert sorted(str(each.place) for each in Episode.objects.all()) == ["left calf", "right calf"]


def test_somewhere_else_asks_where_once_it_is_chosen(open_page: Opener, signed_in: Any, alice: User) -> None:
    page = open_page("/log/now/", signed_in(alice))
    words = page.get_by_label("Somewhere else: where?")
    expect(words).to_be_hidden()
    show(page, "List")
    page.get_by_label("Find a place").fill("somewhere")
    page.locator("li label", has_text="Left").locator("visible=true").click()
    expect(echo(page)).to_have_text("Chosen: somewhere else on your LEFT")
    words.fill("behind the ear")
    page.get_by_role("button", name="Start timing").first.click()
    expect(page.get_by_role("heading", name="Timing").first).to_be_visible()
    assert Episode.objects.get().where == "somewhere else on the left: behind the ear"


@pytest.mark.parametrize("has_script", [True, False], ids=["script", "no script"])
def test_a_known_somewhere_else_asks_where_this_time(
    open_page: Opener, signed_in: Any, alice: User, has_script: bool
) -> None:
    make_episode(alice, site="other", side="left", place_words="behind the ear")
    page = open_page("/log/earlier/", signed_in(alice), java_script_enabled=has_script)
    words = page.get_by_label("Somewhere else: where?")
    expect(words).to_be_hidden()
    page.get_by_role("checkbox", name="Somewhere else on the left").first.check()
    expect(words).to_be_visible()
    expect(words).to_have_value("")


def test_an_earlier_twitch_at_two_places_makes_two_rows(
    open_page: Opener, signed_in: Any, alice: User
) -> None:
    make_episode(alice, site="calf", side="left")
    page = open_page("/log/earlier/", signed_in(alice))
    page.locator("label", has_text="20 min").click()
    page.locator("label", has_text="Left calf").first.click()
    page.get_by_text("Another place").click()
    touch(page, "front-thumb-right")
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_role("heading", name="Saved: left calf and right thumb")).to_be_visible()
    assert Episode.objects.count() == 3


def test_the_figure_stays_under_the_finger(open_page: Opener, signed_in: Any, alice: User) -> None:
    page = open_page("/log/now/", signed_in(alice))
    belly = page.locator("#map-front-belly-left")
    belly.scroll_into_view_if_needed()
    before = belly.bounding_box()
    touch(page, "front-belly-left")
    after = belly.bounding_box()
    assert before
    assert after
    assert after["y"] == pytest.approx(before["y"], abs=2)


def test_the_head_opens_the_face(open_page: Opener, signed_in: Any, alice: User) -> None:
    page = open_page("/log/now/", signed_in(alice))
    touch(page, "front-head")
    expect(page.locator("[data-view=face]")).to_be_visible()
    expect(page.locator("[data-view=front]")).to_be_hidden()


def test_the_list_and_the_figure_say_the_same(open_page: Opener, signed_in: Any, alice: User) -> None:
    page = open_page("/log/now/", signed_in(alice))
    show(page, "List")
    page.get_by_label("Find a place").fill("calf")
    expect(page.locator(".places-list li:visible")).to_have_count(1)
    page.get_by_label("Find a place").press("Enter")  # does not send the form
    page.locator("li label", has_text="Right").locator("visible=true").click()
    show(page, "Back")
    expect(page.locator("[data-at].is-chosen:visible")).to_have_attribute("aria-label", "Right calf")


def test_the_chosen_place_is_timed(open_page: Opener, signed_in: Any, alice: User) -> None:
    page = open_page("/log/now/", signed_in(alice))
    touch(page, "front-thumb-right")
    page.get_by_role("button", name="Start timing").first.click()
    expect(page.get_by_role("heading", name="Timing").first).to_be_visible()
    assert str(Episode.objects.get().place) == "right thumb / thumb base"


def test_a_kept_place_opens_its_view_and_can_be_changed(
    open_page: Opener, signed_in: Any, alice: User
) -> None:
    episode = make_episode(alice)
    page = open_page(f"/episodes/{episode.uuid}/place/", signed_in(alice))
    expect(page.locator("[data-view=face]")).to_be_visible()
    expect(echo(page)).to_have_text("Chosen: your LEFT lower eyelid")
    page.get_by_role("button", name="Swap left and right").click()
    page.get_by_role("button", name="Use this place").first.click()
    page.wait_for_url("**/today/**")
    episode.refresh_from_db()
    assert episode.side == "right"


def test_without_a_script_the_list_does_it_all(open_page: Opener, signed_in: Any, alice: User) -> None:
    page = open_page("/log/now/", signed_in(alice), java_script_enabled=False)
    expect(page.locator("svg.body-map:visible")).to_have_count(0)
    expect(page.locator("input[name=place]")).to_have_count(117)
    for side in ("Left", "Right"):
        page.get_by_role("checkbox", name=f"{side} calf").check()
    page.get_by_role("button", name="Start timing").click()
    expect(page.get_by_role("heading", name="Timing: right calf")).to_be_visible()
    assert Episode.objects.count() == 2


@pytest.mark.parametrize(("width", "scheme"), TWO_LOOKS)
def test_axe_finds_nothing_on_any_view(
    open_page: Opener, signed_in: Any, alice: User, width: int, scheme: str
) -> None:
    size = {"width": width, "height": 4000}
    page = open_page("/log/now/", signed_in(alice), viewport=size, color_scheme=scheme)
    found = {}
    for view in (*VIEWS, "List"):
        show(page, view)
        if view != "List":
            page.locator("[data-view]:visible [role=checkbox]").last.press("Space")
        if wrong := problems(page):
            found[view] = wrong
    assert found == {}
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")


@pytest.mark.parametrize(("width", "scheme"), TWO_LOOKS)
def test_axe_finds_nothing_where_several_places_are_chosen(
    open_page: Opener, signed_in: Any, alice: User, width: int, scheme: str
) -> None:
    make_episode(alice, site="other", side="left")
    size = {"width": width, "height": 4000}
    page = open_page("/log/earlier/", signed_in(alice), viewport=size, color_scheme=scheme)
    page.locator("label", has_text="Somewhere else on the left").first.click()
    page.get_by_text("Another place").click()
    touch(page, "front-knee-left")
    page.get_by_role("button", name="Both sides: knee / above knee").click()
    touch(page, "front-fingers-left")
    expect(page.get_by_role("button", name="Left ring finger")).to_be_visible()
    assert problems(page) == []
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")


def test_the_chosen_can_be_told_in_forced_colours(open_page: Opener, signed_in: Any, alice: User) -> None:
    page = open_page("/log/now/", signed_in(alice), forced_colors="active")
    touch(page, "front-belly-left")
    chosen, other = (
        page.locator(f"[data-at]:has(#map-front-belly-{side})").evaluate("e => getComputedStyle(e).fill")
        for side in ("left", "right")
    )
    assert chosen != other
    expect(page.locator("[data-view=front] [data-tick] use")).to_have_count(1)
    expect(page.locator("[data-view=front] .chosen.edge use")).to_have_count(1)
