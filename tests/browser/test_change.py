"""Changing one fact of an entry, in a real browser: what it takes, where it leads, what it keeps."""

import re
from typing import Any

import pytest
from playwright.sync_api import Page, expect
from time_machine import TimeMachineFixture

from diary.models import Episode, User
from tests.browser.axe import TWO_LOOKS, problems
from tests.browser.conftest import Opener
from tests.browser.hand import Hand
from tests.factories import make_episode, make_user

FIVE_PAST_TWO = "2026-05-28T13:05:00+00:00"
ROW = re.compile("^Change ?, 1pm, left lower eyelid$")  # a browser may put a space before hidden words


@pytest.fixture
def sam(db: None, time_machine: TimeMachineFixture) -> User:
    time_machine.move_to(FIVE_PAST_TWO, tick=True)
    sam = make_user("sam")
    make_episode(sam, strength=2)
    return sam


@pytest.fixture
def hand(open_page: Opener, signed_in: Any, sam: User, size: dict[str, int]) -> Hand:
    return Hand(open_page("/today/", signed_in(sam), viewport=size))


def is_on_the_facts(page: Page, fact: str, words: str) -> None:
    expect(page.locator("dl.summary > div", has=page.get_by_text(fact, exact=True))).to_contain_text(words)


def change(hand: Hand, fact: str) -> None:
    hand.tap_on(hand.page.get_by_role("link", name=ROW))
    hand.tap("link", f"Change {fact}, 1pm, left lower eyelid")


def test_row_10_an_answer_costs_four_taps_and_leads_back(hand: Hand, sam: User) -> None:
    change(hand, "strength")
    hand.tap("radio", "Strong")
    hand.tap("button", "Save")
    is_on_the_facts(hand.page, "Strength", "Strong")
    assert (hand.taps, hand.keys) == (4, 0)
    hand.tap("link", "Done")
    expect(hand.page).to_have_url(re.compile("/today/(#|$)"))
    assert Episode.objects.for_user(sam).get().strength == 4


def test_a_changed_entry_shows_what_it_said_before(hand: Hand, sam: User) -> None:
    change(hand, "strength")
    hand.tap("radio", "Strong")
    hand.tap("button", "Save")
    hand.page.get_by_text("Changed 28 May").click()
    expect(hand.page.get_by_text("Until 2:05pm, 28 May")).to_be_visible()
    expect(hand.page.locator("details dd")).to_have_text("Mild")


def test_a_refusal_has_the_focus_and_keeps_what_was_typed(hand: Hand, sam: User) -> None:
    change(hand, "length")
    hand.page.get_by_label("How long it lasted").fill("45")
    hand.tap("button", "Save")
    expect(hand.page).to_have_title("Error: Change - Diary")
    expect(hand.page.locator(".error-summary")).to_be_focused()
    hand.tap("button", "45 minutes")
    hand.tap("button", "Save")
    is_on_the_facts(hand.page, "Length", "45 min")


def test_how_much_it_helped_is_asked_once_something_is_ticked(hand: Hand, sam: User) -> None:
    change(hand, "what helped")
    rest = hand.page.get_by_role("radiogroup", name="Rest: how much did it help?")
    expect(rest).to_be_hidden()
    hand.page.get_by_role("checkbox", name="Rest", exact=True).check()
    rest.get_by_role("radio", name="A little").check()
    hand.tap("button", "Save")
    is_on_the_facts(hand.page, "What helped", "Rest (helped a little)")
    assert Episode.objects.for_user(sam).get().relief == {"rest": 1}


def test_every_fact_can_be_changed_without_a_script(open_page: Opener, signed_in: Any, sam: User) -> None:
    page = open_page("/diary/", signed_in(sam), java_script_enabled=False)
    page.get_by_role("link", name=ROW).click()
    answers = {
        "start": lambda: page.get_by_label("Time").fill("about 12:30pm"),
        "length": lambda: page.get_by_label("How long it lasted").fill("2 min"),
        "place": lambda: page.get_by_role("radio", name="Right calf").check(),
        "seen to move": lambda: page.get_by_role("radio", name="Did not look").check(),
        "what might have set it off": lambda: page.get_by_role("checkbox", name="Screen").check(),
        "what helped": lambda: page.get_by_role("checkbox", name="Stretch").check(),
        "note": lambda: page.get_by_label("Note").fill("at the desk"),
        "kind": lambda: page.get_by_role("radio", name="Came and went").check(),
    }
    for fact, answer in answers.items():
        page.get_by_role("link", name=f"Change {fact},").click()
        answer()
        page.get_by_role("button", name="Save").last.click()
        expect(page.get_by_text("Saved", exact=True)).to_be_visible()
    page.get_by_role("link", name="Done").click()
    expect(page).to_have_url(re.compile("/diary/(#|$)"))
    entry = Episode.objects.for_user(sam).get()
    assert (entry.started_minute, entry.length_s, str(entry.place), entry.kind) == (
        750,
        120,
        "right calf",
        "spell",
    )
    assert (entry.seen, entry.suspected_triggers, entry.relief) == (
        "not_looked",
        ["screen"],
        {"stretch": None},
    )


def test_two_windows_change_two_facts(hand: Hand, sam: User) -> None:
    change(hand, "strength")
    there = hand.page.context.new_page()
    there.goto(hand.page.url.replace("strength", "note"))
    hand.tap("radio", "Strong")
    hand.tap("button", "Save")
    is_on_the_facts(hand.page, "Strength", "Strong")
    there.get_by_label("Note").fill("from the other window")
    there.get_by_role("button", name="Save").click()
    is_on_the_facts(there, "Strength", "Strong")
    is_on_the_facts(there, "Note", "from the other window")


def test_delete_leads_back_with_undo_and_the_same_entry_returns(hand: Hand, sam: User) -> None:
    uuid = Episode.objects.for_user(sam).get().uuid
    hand.tap_on(hand.page.get_by_role("link", name=ROW))
    hand.tap("button", "Delete this entry")
    expect(hand.page.get_by_text("Deleted. Left lower eyelid")).to_be_visible()
    hand.tap("button", "Undo")
    expect(hand.page.get_by_role("link", name=ROW)).to_be_visible()
    assert [kept.uuid for kept in Episode.objects.for_user(sam).kept()] == [uuid]


@pytest.mark.parametrize(("width", "scheme"), TWO_LOOKS)
def test_axe_finds_nothing_on_the_facts_or_any_question(
    open_page: Opener, signed_in: Any, sam: User, width: int, scheme: str
) -> None:
    spell = make_episode(sam, kind="spell", relief={"rest": 2}, note="long " * 40)
    spell.change(spell.made_at, note="other", strength=1)
    page = open_page(
        f"/episodes/{spell.uuid}/",
        signed_in(sam),
        viewport={"width": width, "height": 3200},
        color_scheme=scheme,
    )
    page.locator("summary").first.click()
    assert problems(page) == []
    links = page.locator("dl.summary a").all()
    for address in [link.get_attribute("href") for link in links]:
        page.goto(str(address))
        assert problems(page) == []
        assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
