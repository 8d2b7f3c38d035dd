"""The panel after saving, in a real browser: chips that save on tap, the focus, the folds, Undo."""

import re
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect
from time_machine import TimeMachineFixture

from diary.models import Episode, User
from tests.browser.axe import TWO_LOOKS, problems
from tests.browser.conftest import Opener
from tests.browser.hand import Hand
from tests.factories import make_episode, make_user

FIVE_PAST_TWO = "2026-05-28T13:05:00+00:00"
TRIGGERS, RELIEF = "What might have set it off?", "What helped?"


@pytest.fixture
def sam(db: None, time_machine: TimeMachineFixture) -> User:
    """Somebody with one known place, at five past two."""
    time_machine.move_to(FIVE_PAST_TWO, tick=True)
    sam = make_user("sam")
    make_episode(sam)
    return sam


@pytest.fixture
def hand(open_page: Opener, signed_in: Any, sam: User, size: dict[str, int]) -> Hand:
    return Hand(open_page("/today/", signed_in(sam), viewport=size))


def newest(sam: User) -> Episode:
    return Episode.objects.for_user(sam).newest_first()[0]


def chip(page: Page, name: str) -> Locator:
    return page.locator("#saved").get_by_role("button", name=name, exact=True)


def is_chosen(page: Page, name: str) -> None:
    expect(chip(page, name)).to_have_attribute("aria-pressed", "true")


def just_twitched(hand: Hand) -> Page:
    hand.tap("button", "It just twitched, it is over")
    expect(hand.page.get_by_role("heading", name="Saved: place not said")).to_be_visible()
    return hand.page


def test_row_9_undo_is_one_tap_and_does_not_vanish(
    hand: Hand, sam: User, time_machine: TimeMachineFixture
) -> None:
    page = just_twitched(hand)
    page.clock.install()
    page.clock.fast_forward(60_000)
    page.reload()
    expect(page.get_by_role("button", name="Undo")).to_be_visible()
    hand.taps = 0
    hand.tap("button", "Undo")
    expect(page.get_by_role("heading", name="Removed: place not said")).to_be_visible()
    assert hand.taps == 1
    twitch = newest(sam)
    assert twitch.deleted_at
    page.get_by_role("button", name="Put it back").click()
    expect(page.get_by_role("heading", name="Saved: place not said")).to_be_visible()
    assert (newest(sam).uuid, newest(sam).deleted_at) == (twitch.uuid, None)


def test_the_panel_is_there_after_a_minute_of_nothing(open_page: Opener, signed_in: Any, sam: User) -> None:
    page = open_page("/healthz", signed_in(sam))
    page.clock.install()
    page.goto("/today/")
    just_twitched(Hand(page))
    page.clock.run_for(60_000)
    expect(page.get_by_role("button", name="Undo")).to_be_visible()
    expect(page.get_by_role("heading", name="Saved: place not said")).to_be_visible()


def test_a_chip_saves_on_tap_and_is_taken_back_by_another(hand: Hand, sam: User) -> None:
    page = just_twitched(hand)
    expect(page.locator("#saved-title")).to_be_focused()
    for name in ("Faint", "About 10 s", "Left lower eyelid"):
        chip(page, name).click()
        is_chosen(page, name)
        expect(chip(page, name)).to_be_focused()
    expect(page.get_by_role("heading", name="Saved: left lower eyelid, about 10 s")).to_be_visible()
    expect(page.get_by_role("region", name="So far today")).to_contain_text("about 10 s")
    assert (newest(sam).strength, newest(sam).length_s) == (1, 10)
    for name in ("Faint", "About 10 s", "Left lower eyelid"):
        chip(page, name).click()
        expect(chip(page, name)).to_have_attribute("aria-pressed", "false")
    expect(page.get_by_role("heading", name="Saved: place not said, length not recorded")).to_be_visible()
    assert (newest(sam).strength, newest(sam).length_s, newest(sam).site) == (None, None, "")


def test_the_folds_stay_open_and_ask_how_much_it_helped(hand: Hand, sam: User) -> None:
    page = just_twitched(hand)
    expect(page.locator("#saved-title")).to_be_focused()
    expect(chip(page, "Tired")).to_be_hidden()
    for fold, names in ((TRIGGERS, ["Tired", "Caffeine"]), (RELIEF, ["Rest", "Water"])):
        page.get_by_text(fold).click()
        for name in names:
            chip(page, name).click()
            is_chosen(page, name)
            expect(chip(page, name)).to_be_focused()
    page.get_by_role("group", name="Rest: how much did it help?").get_by_role("button", name="A lot").click()
    expect(page.locator("[id='helped-rest:4']")).to_have_attribute("aria-pressed", "true")
    chip(page, "Strong").click()
    is_chosen(page, "Strong")
    chip(page, "Tired").click()  # both folds are still open
    expect(chip(page, "Tired")).to_have_attribute("aria-pressed", "false")
    expect(chip(page, "Rest")).to_be_visible()
    twitch = newest(sam)
    assert (twitch.suspected_triggers, twitch.relief) == (["caffeine"], {"rest": 4, "water": None})


def test_chips_go_by_keys_alone_and_keep_the_focus(hand: Hand, sam: User) -> None:
    page = just_twitched(hand)
    expect(page.locator("#saved-title")).to_be_focused()
    chip(page, "Faint").focus()
    for key, name in (("Enter", "Faint"), ("Tab", "Mild"), ("Space", "Mild")):
        page.keyboard.press(key)
        if key != "Tab":
            is_chosen(page, name)  # the swap comes first, the focus is given back after it
        expect(chip(page, name)).to_be_focused()
    page.locator("summary", has_text=RELIEF).focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    is_chosen(page, "Rest")
    expect(chip(page, "Rest")).to_be_focused()
    assert (newest(sam).strength, newest(sam).relief) == (2, {"rest": None})


def test_all_of_it_works_without_a_script(open_page: Opener, signed_in: Any, sam: User) -> None:
    page = open_page("/today/", signed_in(sam), java_script_enabled=False)
    just_twitched(Hand(page))
    for name in ("Left lower eyelid", "About 30 s", "Mild"):
        chip(page, name).click()
        expect(page).to_have_url(re.compile("saved="))
    for fold, name in ((TRIGGERS, "Cold"), (RELIEF, "Massage")):
        page.get_by_text(fold).click()
        chip(page, name).click()
        is_chosen(page, name)
    page.get_by_role("group", name="Massage: how much").get_by_role("button", name="Not at all").click()
    expect(page.locator("[id='helped-massage:0']")).to_have_attribute("aria-pressed", "true")
    twitch = newest(sam)
    assert (str(twitch.place), twitch.length_s, twitch.strength) == ("left lower eyelid", 30, 2)
    assert (twitch.suspected_triggers, twitch.relief) == (["cold"], {"massage": 0})


def test_two_windows_answer_about_the_same_twitch_and_lose_nothing(hand: Hand, sam: User) -> None:
    here = just_twitched(hand)
    there = here.context.new_page()
    there.goto(here.url)
    chip(here, "Strong").click()
    is_chosen(here, "Strong")
    chip(there, "Yes").click()
    is_chosen(there, "Yes")
    there.get_by_role("button", name="Undo").click()
    expect(there.get_by_role("heading", name=re.compile("Removed"))).to_be_visible()
    chip(here, "Yes").click()
    expect(here.get_by_role("button", name="Put it back")).to_be_visible()
    twitch = newest(sam)
    assert (twitch.strength, twitch.seen) == (4, "yes")


def test_starting_again_takes_the_place_that_was_just_said(hand: Hand, sam: User) -> None:
    page = just_twitched(hand)
    chip(page, "Left lower eyelid").click()
    expect(page.get_by_role("heading", name="Saved: left lower eyelid")).to_be_visible()
    page.get_by_role("button", name="It started again").click()
    expect(page.get_by_role("heading", name="Timing: left lower eyelid")).to_be_visible()
    expect(page.get_by_role("button", name="It stopped")).to_be_visible()


@pytest.mark.parametrize(("width", "scheme"), TWO_LOOKS)
def test_axe_finds_nothing_after_any_swap(
    open_page: Opener, signed_in: Any, sam: User, width: int, scheme: str
) -> None:
    page = open_page(
        "/today/", signed_in(sam), viewport={"width": width, "height": 3200}, color_scheme=scheme
    )
    just_twitched(Hand(page))
    assert problems(page) == []
    page.get_by_text(TRIGGERS).click()
    page.get_by_text(RELIEF).click()
    for name in ("Left lower eyelid", "About 30 s", "Strong", "Did not look", "A medicine", "Warm compress"):
        chip(page, name).click()
        is_chosen(page, name)
    assert problems(page) == []
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
