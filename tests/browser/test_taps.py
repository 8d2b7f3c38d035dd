"""What logging costs (ux 3.1): each row of the tap table, counted from Today.

The counts stand in a table at the end of `pytest tests/browser/test_taps.py -m browser -s`.
"""

import re
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from typing import Any

import pytest
from django.utils import timezone
from playwright.sync_api import expect
from time_machine import TimeMachineFixture

from diary.models import Day, DrinkPreset, Episode, User
from tests.browser.conftest import DESKTOP, Opener
from tests.browser.hand import Hand, Keys
from tests.factories import make_day, make_episode, make_user

Row = Callable[[Hand, User], None]

# Late enough for "no twitching today", early enough for yesterday.
SEVEN_IN_THE_EVENING = "2026-05-28T18:00:00+00:00"


@pytest.fixture
def sam(db: None, time_machine: TimeMachineFixture) -> User:
    """Somebody with a known place, a week of nights and a usual day's drinks, at seven in the evening."""
    time_machine.move_to(SEVEN_IN_THE_EVENING, tick=True)
    now = timezone.now()
    sam = make_user("sam", date_joined=now - timedelta(days=30))
    make_episode(sam, now - timedelta(days=2), made_at=now - timedelta(days=2))
    for back in range(2, 9):
        make_day(sam, (now - timedelta(days=back)).date(), sleep_hours=7)
    DrinkPreset.objects.create(user=sam, name="Coffee", ml=200, mg=90, usual=2)
    DrinkPreset.objects.create(user=sam, name="Water", ml=250, mg=0, usual=4)
    return sam


@pytest.fixture(scope="module")
def counts() -> Iterator[dict[str, list[str]]]:
    """Collects what each row took, and says it at the end."""
    counts: dict[str, list[str]] = {}
    yield counts
    print("\n\nTaps + keys\nrow     most  360x640  1280x800")
    for row, taken in counts.items():
        print(f"{row:4}", *(f"{each:>8}" for each in taken))


def newest(sam: User) -> Episode:
    return Episode.objects.for_user(sam).kept().newest_first()[0]


def today_of(sam: User, back: int = 0) -> Day | None:
    return Day.objects.for_user(sam).on(date(2026, 5, 28 - back))


def is_timing(hand: Hand, place: str) -> None:
    expect(hand.page.get_by_role("heading", name=f"Timing: {place}")).to_be_visible()
    expect(hand.page.get_by_role("button", name="It stopped")).to_be_visible()


def is_saved(hand: Hand, what: str) -> None:
    expect(hand.page.get_by_role("heading", name=f"Saved: {what}")).to_be_visible()


def is_chosen(hand: Hand, name: str) -> None:
    expect(hand.page.get_by_role("button", name=name, pressed=True)).to_be_visible()


def now_at_a_known_place(hand: Hand, sam: User) -> None:
    hand.tap("button", "Left lower eyelid")
    is_timing(hand, "left lower eyelid")
    hand.tap("button", "It stopped")
    is_saved(hand, "left lower eyelid")
    twitch = newest(sam)
    assert (str(twitch.place), twitch.length_precision) == ("left lower eyelid", "timed")


def now_with_the_place_not_said(hand: Hand, sam: User) -> None:
    hand.tap("button", "It is twitching now")
    is_timing(hand, "place not said")
    hand.tap("button", "It stopped")
    is_saved(hand, "place not said")
    twitch = newest(sam)
    assert (twitch.site, twitch.length_precision) == ("", "timed")


def now_with_strength_and_seen(hand: Hand, sam: User) -> None:
    now_at_a_known_place(hand, sam)
    hand.tap("button", "Moderate")
    is_chosen(hand, "Moderate")
    hand.tap("button", "Did not look")
    is_chosen(hand, "Did not look")
    twitch = newest(sam)
    assert (twitch.strength, twitch.seen) == (3, "not_looked")


def just_twitched(hand: Hand, sam: User) -> None:
    hand.tap("button", "It just twitched, it is over")
    is_saved(hand, "place not said, length not recorded")
    twitch = newest(sam)
    assert (twitch.site, twitch.length_s, twitch.start_precision) == ("", None, "about")


def just_twitched_at_a_place(hand: Hand, sam: User) -> None:
    just_twitched(hand, sam)
    hand.tap_on(hand.page.locator("#saved").get_by_role("button", name="Left lower eyelid"))
    is_saved(hand, "left lower eyelid, length not recorded")
    assert str(newest(sam).place) == "left lower eyelid"


def twenty_minutes_ago(hand: Hand, sam: User) -> None:
    hand.tap("link", "Earlier")
    hand.tap("radio", "20 min")
    hand.tap("radio", "About 30 s")
    hand.tap("checkbox", "Left lower eyelid")
    hand.tap("button", "Save")
    is_saved(hand, "left lower eyelid, about 30 s")
    was_twenty_minutes_ago(sam, length="about")


def twenty_minutes_ago_typed(hand: Hand, sam: User) -> None:
    hand.tap("link", "Earlier")
    expect(hand.page.get_by_label("Or type a time")).to_be_focused()
    hand.type("20 min ago")
    hand.press("Tab", "Tab", "Tab")  # past the day and the chips of the length
    hand.type("30s")
    hand.press("Tab", "Space", "Enter")
    is_saved(hand, "left lower eyelid, 30 s")
    was_twenty_minutes_ago(sam, length="stated")


def was_twenty_minutes_ago(sam: User, length: str) -> None:
    twitch = newest(sam)
    assert (str(twitch.place), twitch.length_s) == ("left lower eyelid", 30)
    assert (twitch.start_precision, twitch.length_precision) == ("about", length)
    assert timedelta(minutes=20) <= timezone.now() - twitch.started_at < timedelta(minutes=22)


def came_and_went(hand: Hand, sam: User) -> None:
    hand.tap("link", "Came and went")
    hand.tap("radio", "Afternoon")
    hand.tap("checkbox", "Left lower eyelid")
    hand.tap("button", "Save")
    is_saved(hand, "left lower eyelid")
    spell = newest(sam)
    assert (spell.kind, str(spell.place), spell.length_s) == ("spell", "left lower eyelid", 6 * 3600)


def came_and_went_so_many_times(hand: Hand, sam: User) -> None:
    hand.tap("link", "Came and went")
    hand.tap("radio", "Afternoon")
    hand.tap("checkbox", "Left lower eyelid")
    hand.tap("radio", "6 to 20")
    hand.tap("radio", "A few seconds")
    hand.tap("button", "Save")
    is_saved(hand, "left lower eyelid")
    spell = newest(sam)
    assert (spell.kind, spell.times_low, spell.times_high) == ("spell", 6, 20)
    assert spell.each_lasted


def it_started_again(hand: Hand, sam: User) -> None:
    """The first of them costs taps of its own, and so below: here only the second one is counted."""
    now_at_a_known_place(hand, sam)
    first, hand.taps = newest(sam), 0
    hand.tap("button", "It started again")
    is_timing(hand, "left lower eyelid")
    hand.tap("button", "It stopped")
    is_saved(hand, "left lower eyelid")
    again = newest(sam)
    assert (again.place, again.spell_group) == (first.place, first.uuid)


def undo(hand: Hand, sam: User) -> None:
    just_twitched(hand, sam)
    hand.taps = 0
    hand.tap("button", "Undo")
    expect(hand.page.get_by_role("heading", name="Removed: place not said")).to_be_visible()
    assert newest(sam).site == "eyelid_lower"  # the one of two days ago


def change_the_strength(hand: Hand, sam: User) -> None:
    open_to_change(hand, sam, "strength")
    hand.tap("radio", "Strong")
    hand.tap("button", "Save")
    shows_the_fact(hand, "Strong")
    assert newest(sam).strength == 4


def change_the_length(hand: Hand, sam: User) -> None:
    open_to_change(hand, sam, "length")
    hand.tap("textbox", "how long")
    hand.type("45s")
    hand.press("Enter")
    shows_the_fact(hand, "45 s")
    assert newest(sam).length_s == 45


def change_the_place(hand: Hand, sam: User) -> None:
    open_to_change(hand, sam, "place")
    hand.tap_on(hand.page.locator("[data-at]:has(#map-front-thumb-right)"))
    hand.tap("button", "Save")
    shows_the_fact(hand, "Right thumb")
    assert newest(sam).site == "thumb"


def open_to_change(hand: Hand, sam: User, fact: str) -> None:
    make_episode(sam, timezone.now() - timedelta(hours=2), seconds=None, site="", side="")
    hand.page.reload()
    hand.tap_on(hand.page.get_by_role("region", name="So far today").get_by_role("link", name="Change"))
    hand.tap("link", f"Change {fact}")


def shows_the_fact(hand: Hand, words: str) -> None:
    expect(hand.page.locator("dl.summary")).to_contain_text(words)


def no_twitching(hand: Hand, sam: User) -> None:
    hand.tap("button", "No twitching today")
    expect(hand.page.get_by_text("You said: no twitching today.")).to_be_visible()
    assert today_of(sam).twitching == "none"


def a_drink(hand: Hand, sam: User) -> None:
    hand.tap("button", "+ Coffee")
    expect(hand.page.get_by_text("Added: Coffee, 200 ml, 90 mg")).to_be_visible()
    assert today_of(sam).caffeine_mg == 90


def the_check_in(hand: Hand, sam: User) -> None:
    hand.tap("link", "Fill in the daily check-in")
    answer_all_four(hand)
    is_answered(hand, sam)


def yesterdays_check_in(hand: Hand, sam: User) -> None:
    hand.tap("link", "Fill in yesterday")
    answer_all_four(hand)
    is_answered(hand, sam, back=1)


def answer_all_four(hand: Hand) -> None:
    hand.tap("button", "Usual: 7 h")
    expect(hand.page.get_by_role("textbox", name="Sleep last night")).to_have_value("7 h")
    hand.tap("button", "Add my usual drinks")
    expect(hand.page.get_by_text("Caffeine 180 mg. Drinks 1,400 ml.")).to_be_visible()
    hand.tap_on(hand.page.get_by_role("group", name="Stress").get_by_role("radio", name="4", exact=True))
    expect(hand.page.get_by_role("button", name="Clear Stress")).to_be_visible()


def is_answered(hand: Hand, sam: User, back: int = 0) -> None:
    for _ in range(100):  # keys go through 1, 2 and 3, each sent after the other
        if (day := today_of(sam, back)).stress == 4:
            break
        hand.page.wait_for_timeout(50)
    assert (day.sleep_hours, day.caffeine_mg, day.water_ml, day.stress) == (7, 180, 1400, 4)
    assert day.sources == {"sleep_hours": "usual", "caffeine_mg": "usual", "water_ml": "usual"}


def the_report(hand: Hand, sam: User) -> None:
    hand.tap("link", "Report")
    with hand.page.expect_download() as download:
        hand.tap("link", "Get PDF")
    assert re.fullmatch(r"diary-report-2026-05-28\.pdf", download.value.suggested_filename)


# Each row with the most it may take: taps, and keys where it is typed.
ROWS: dict[str, tuple[Row, int, int]] = {
    "1": (now_at_a_known_place, 2, 0),
    "2": (now_with_the_place_not_said, 2, 0),
    "3": (now_with_strength_and_seen, 4, 0),
    "4": (just_twitched, 1, 0),
    "4p": (just_twitched_at_a_place, 2, 0),
    "5": (twenty_minutes_ago, 6, 0),
    "5k": (twenty_minutes_ago_typed, 1, 22),
    "6": (came_and_went, 4, 0),
    "7": (came_and_went_so_many_times, 6, 0),
    "8": (it_started_again, 2, 0),
    "9": (undo, 1, 0),
    "10": (change_the_strength, 4, 0),
    "10k": (change_the_length, 4, 4),
    "10p": (change_the_place, 4, 0),
    "11": (no_twitching, 1, 0),
    "12": (a_drink, 1, 0),
    "13": (the_check_in, 5, 0),
    "14": (yesterdays_check_in, 6, 0),
    "15": (the_report, 3, 0),
}


@pytest.mark.parametrize("row", ROWS)
def test_a_row_of_the_tap_table_takes_no_more_than_it_may(
    open_page: Opener,
    signed_in: Any,
    sam: User,
    size: dict[str, int],
    row: str,
    counts: dict[str, list[str]],
) -> None:
    do, most_taps, most_keys = ROWS[row]
    hand = Hand(open_page("/today/", signed_in(sam), viewport=size))
    do(hand, sam)
    counts.setdefault(row, [f"{most_taps} + {most_keys}"]).append(f"{hand.taps} + {hand.keys}")
    assert hand.taps <= most_taps
    assert hand.keys <= most_keys


# One row of each kind; the figure has its own test.
@pytest.mark.parametrize("row", ["3", "4p", "5", "7", "8", "10", "12", "13", "15"])
def test_a_row_of_the_tap_table_goes_by_keys_alone(
    open_page: Opener, signed_in: Any, sam: User, row: str
) -> None:
    do, _, _ = ROWS[row]
    do(Keys(open_page("/today/", signed_in(sam), viewport=DESKTOP)), sam)
