"""Lengths and times as they are typed: the browser reads what the server reads, and says so under the box."""

import json
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from playwright.sync_api import Locator, Page, expect

from diary.models import Episode, User
from diary.quantities import Clock, QuantityError, format_length, parse_clock, parse_length
from tests.browser.axe import TWO_LOOKS, problems
from tests.browser.conftest import Opener
from tests.factories import make_episode

QUANTITIES = Path(__file__).parent.parent / "quantities"
LENGTHS = json.loads((QUANTITIES / "lengths.json").read_text(encoding="utf-8"))
CLOCK = json.loads((QUANTITIES / "clock.json").read_text(encoding="utf-8"))
FORM = "/log/earlier/"

READ = """async ({reader, rows}) => {
  const lengths = await import("/static/diary/js/quantities/lengths.js");
  const clock = await import("/static/diary/js/quantities/clock.js");
  const read = {
    length: ([text]) => {
      const length = lengths.readLength(text);
      return [length.seconds, length.about, length.low, length.high, lengths.sayLength(length)];
    },
    clock: ([text, now, zone, clockOf, on]) => {
      const moment = clock.readClock(text, {now: Date.parse(now), zone, clock: clockOf, on});
      return [new Date(moment.at).toISOString().replace(".000", ""), moment.about];
    },
  }[reader];
  return rows.map((row) => {
    try { return read(row); } catch (refusal) {
      if (!refusal.sentence) throw refusal;
      return [refusal.sentence, ...refusal.choices];
    }
  });
}"""

Reader = Callable[..., list[Any]]


@pytest.fixture
def in_browser(open_page: Opener, db: None) -> Reader:
    """Read rows of texts in the page, as `length` or as `clock`."""
    page = open_page("/help/")
    return lambda reader, rows: page.evaluate(READ, {"reader": reader, "rows": rows})


def length_on_server(text: str) -> list[Any]:
    try:
        length = parse_length(text)
    except QuantityError as refusal:
        return [refusal.sentence, *getattr(refusal, "choices", ())]
    if length.low is not None and length.high is not None:
        said = f"{format_length(length.low, 'sentence')} to {format_length(length.high, 'sentence')}"
    else:
        said = f"{'about ' * length.about}{format_length(length.seconds, 'sentence')}"
    return [length.seconds, length.about, length.low, length.high, said]


def time_on_server(text: str, now: str, zone: str, clock: Clock, on: str) -> list[Any]:
    day = date.fromisoformat(on) if on else None
    try:
        moment = parse_clock(text, datetime.fromisoformat(now), zone, day, clock)
    except QuantityError as refusal:
        return [refusal.sentence, *getattr(refusal, "choices", ())]
    return [moment.at.isoformat().replace("+00:00", "Z"), moment.precision == "about"]


def test_the_browser_reads_the_table_of_lengths(in_browser: Reader) -> None:
    texts = [row[0] for kind in ("read", "asks_for_unit", "refused") for row in LENGTHS[kind]]
    assert in_browser("length", [[text] for text in texts]) == [length_on_server(text) for text in texts]
    assert [row[:4] for row in in_browser("length", LENGTHS["read"])] == [row[1:] for row in LENGTHS["read"]]


def test_the_browser_reads_the_table_of_times(in_browser: Reader) -> None:
    here = (CLOCK["now"], CLOCK["zone"], "12", "")
    rows = [(row[0], *here) for kind in ("read", "asks", "refused") for row in CLOCK[kind]]
    rows += [tuple(row[:5]) for row in CLOCK["elsewhere"]]
    assert in_browser("clock", rows) == [time_on_server(*row) for row in rows]
    assert in_browser("clock", [(row[0], *here) for row in CLOCK["read"]]) == [
        row[1:] for row in CLOCK["read"]
    ]


PIECES = [
    "1",
    "30",
    "0",
    "2.5",
    "1,5",
    "0.125",
    "½",
    "⅔",
    "²",
    "٣",
    "1/3",
    " ",
    "  ",
    "h",
    "min",
    "s",
    "d",
    "'",
]
PIECES += [
    '"',
    ":",
    "-",
    "–",
    " to ",
    " or ",
    "and ",
    "about ",
    "~",
    "ish",
    "a half ",
    "a few ",
    "a ",
    "half an ",
]
PIECES += [
    "between ",
    " or so",
    "twenty",
    "-five",
    " and a half",
    "hours",
    "S",
    "ｓ",
    "\u00a0",
    "\u2033",
    "?",
]
TIMES = [
    "2",
    "15",
    "7",
    "12",
    "0",
    "59",
    "23",
    ":",
    ".",
    " ",
    "h",
    "am",
    "p.m.",
    "PM",
    " ago",
    "min",
    "an hour",
]
TIMES += [
    "yesterday",
    "today",
    ", ",
    " at ",
    "about ",
    "now",
    "just ",
    "noon",
    "midnight",
    "'",
    "o'clock",
    "-",
    "ish",
]
ZONES = ["Europe/London", "America/New_York", "Pacific/Auckland", "Asia/Kathmandu", "Pacific/Marquesas"]
ZONES += ["Australia/Lord_Howe", "America/St_Johns", "Africa/Casablanca"]
NOWS = st.integers(1_577_836_800, 1_798_761_600).map(lambda seconds: datetime.fromtimestamp(seconds, UTC))


def words(pieces: list[str]) -> st.SearchStrategy[str]:
    made = st.lists(st.sampled_from(pieces), min_size=1, max_size=8).map("".join)
    return st.one_of(made, made, made, st.text(max_size=12), st.text(max_size=110))


def test_the_browser_reads_any_length_as_the_server_does(in_browser: Reader) -> None:
    @settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow])
    @given(st.lists(words(PIECES), min_size=10, max_size=40))
    def agree(texts: list[str]) -> None:
        assert in_browser("length", [[text] for text in texts]) == [length_on_server(text) for text in texts]

    agree()


def test_the_browser_reads_any_time_as_the_server_does(in_browser: Reader) -> None:
    days = st.one_of(st.just(""), st.just(""), st.dates(date(2019, 12, 1), date(2027, 2, 1)).map(str))
    row = st.tuples(
        words(TIMES),
        NOWS.map(datetime.isoformat),
        st.sampled_from(ZONES),
        st.sampled_from(["12", "24"]),
        days,
    )

    @settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow])
    @given(st.lists(row, min_size=10, max_size=40))
    def agree(rows: list[Any]) -> None:
        assert in_browser("clock", rows) == [time_on_server(*row) for row in rows]

    agree()


@pytest.fixture
def earlier(open_page: Opener, signed_in: Any, alice: User) -> Callable[..., Page]:
    """Open the form at half past two in the afternoon, London time."""
    make_episode(alice, datetime.now(UTC) - timedelta(days=1))

    def opened(path: str = FORM, **options: Any) -> Page:
        page = open_page("/help/", signed_in(alice), **options)
        page.clock.install(time=datetime.fromisoformat(CLOCK["now"]))
        page.goto(path)
        return page

    return opened


def read_back(box: Locator) -> Locator:
    return box.locator("xpath=following-sibling::*[@class='read-back']")


def test_a_length_is_read_back_after_a_pause(earlier: Callable[..., Page]) -> None:
    page = earlier()
    page.clock.pause_at(datetime.fromisoformat(CLOCK["now"]) + timedelta(minutes=1))
    box = page.get_by_label("Or type how long")
    box.press_sequentially("1:30")
    page.clock.run_for(400)
    assert read_back(box).inner_text() == ""
    page.clock.run_for(200)
    assert read_back(box).inner_text() == "1 minute 30 seconds"
    assert read_back(box).get_by_role("status").count() == 1
    expect(box).to_be_focused()


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("2:15pm", "2:15pm today"),
        ("40 min ago", "about 1:50pm today"),
        ("yesterday at 11pm", "11pm yesterday"),
        ("2 days ago", "about 2:30pm Tuesday 26 May"),
        ("half past", "Write the time like 2:15pm, 14:15 or 40 min ago"),
    ],
)
def test_a_time_is_read_back_on_leaving_the_box(earlier: Callable[..., Page], typed: str, said: str) -> None:
    page = earlier()
    box = page.get_by_label("Or type a time")
    box.fill(typed)
    box.press("Tab")
    assert read_back(box).inner_text() == said


def test_what_cannot_be_read_yet_is_passed_over_while_typing(earlier: Callable[..., Page]) -> None:
    page = earlier()
    box = page.get_by_label("Or type a time")
    box.press_sequentially("20 mi")
    page.clock.run_for(600)
    assert read_back(box).inner_text() == ""


@pytest.mark.parametrize(
    ("label", "typed", "answer", "filled", "said"),
    [
        ("Or type how long", "45", "45 seconds", "45 seconds", "45 seconds"),
        ("Or type how long", "about 45", "about 45 minutes", "about 45 minutes", "about 45 minutes"),
        ("Or type a time", "1:30", "1:30pm", "1:30pm", "1:30pm today"),
        ("Or type a time", "11pm", "Yesterday at 11pm?", "yesterday at 11pm", "11pm yesterday"),
    ],
)
def test_what_only_the_person_knows_is_asked_with_buttons_that_fill_the_box(
    earlier: Callable[..., Page], label: str, typed: str, answer: str, filled: str, said: str
) -> None:
    page = earlier()
    box = page.get_by_label(label)
    box.fill(typed)
    page.clock.run_for(600)
    page.get_by_role("button", name=answer, exact=True).click()
    expect(box).to_have_value(filled)
    expect(box).to_be_focused()
    assert read_back(box).inner_text() == said
    assert read_back(box).get_by_role("button").count() == 0


@pytest.mark.parametrize("typed", ["45", "1:30", "2 days", "11pm"])
@pytest.mark.parametrize("width", [320, 1280])
def test_nothing_moves_when_the_answer_comes(earlier: Callable[..., Page], typed: str, width: int) -> None:
    page = earlier(viewport={"width": width, "height": 900})
    before = page.evaluate("document.documentElement.scrollHeight")
    for label in ("Or type a time", "Or type how long"):
        page.get_by_label(label).fill(typed)
        page.get_by_label(label).blur()
    assert page.locator(".read-back [role=status]:not(:empty)").count() == 2
    assert page.evaluate("document.documentElement.scrollHeight") == before
    assert not page.evaluate("document.documentElement.scrollWidth > window.innerWidth")


def test_typing_lets_go_of_the_chip_and_a_chip_empties_the_box(earlier: Callable[..., Page]) -> None:
    page = earlier()
    chip, box = page.get_by_role("radio", name="20 min"), page.get_by_label("Or type a time")
    chip.check()
    box.fill("2:15pm")
    expect(chip).not_to_be_checked()
    chip.check()
    expect(box).to_have_value("")
    not_sure, length = page.get_by_role("radio", name="Not sure"), page.get_by_label("Or type how long")
    length.fill("30s")
    expect(not_sure).not_to_be_checked()
    length.fill("")
    expect(not_sure).to_be_checked()


def test_yesterday_goes_along_with_a_typed_time(earlier: Callable[..., Page]) -> None:
    page = earlier()
    chip, box = page.get_by_role("radio", name="Yesterday"), page.get_by_label("Or type a time")
    box.fill("11pm")
    chip.check()
    expect(box).to_have_value("11pm")
    assert read_back(box).inner_text() == "11pm yesterday"
    page.get_by_label("On another day").fill("26 May")
    expect(chip).not_to_be_checked()
    page.get_by_label("On another day").blur()
    assert read_back(box).inner_text() == "11pm, 26 May"


def test_set_times_of_a_spell_and_its_parts_of_the_day_replace_each_other(
    earlier: Callable[..., Page],
) -> None:
    page = earlier("/log/came-and-went/")
    page.get_by_role("radio", name="Morning").check()
    expect(page.get_by_label("From")).to_be_hidden()
    page.get_by_role("radio", name="Set times").check()
    page.get_by_label("From").fill("1pm")
    expect(page.get_by_role("radio", name="Set times")).to_be_checked()
    page.get_by_label("To", exact=True).fill("11pm")
    page.get_by_label("To", exact=True).blur()
    assert read_back(page.get_by_label("To", exact=True)).inner_text() == "The time must be in the past"
    page.get_by_label("From").fill("yesterday at 10pm")
    page.get_by_label("To", exact=True).fill("3am")
    page.get_by_label("To", exact=True).blur()
    assert read_back(page.get_by_label("To", exact=True)).inner_text() == "3am today"
    page.get_by_role("radio", name="Afternoon").check()
    expect(page.get_by_label("From")).to_have_value("")


def test_the_question_of_the_server_is_answered_in_the_box(
    open_page: Opener, signed_in: Any, alice: User
) -> None:
    page = open_page(FORM, signed_in(alice))
    page.get_by_role("radio", name="20 min").check()
    page.get_by_label("Or type how long").fill("45")
    page.get_by_role("button", name="Save").click()
    expect(page).to_have_title("Error: It happened earlier - Diary")
    expect(page.locator("[data-answers]")).to_have_count(0)
    page.get_by_role("button", name="45 seconds").click()
    page.get_by_role("button", name="Save").click()
    page.wait_for_url(lambda url: FORM not in url)
    assert Episode.objects.for_user(alice).get().length_s == 45


@pytest.mark.parametrize(("width", "scheme"), TWO_LOOKS)
def test_axe_finds_nothing_in_questions_and_answers(
    earlier: Callable[..., Page], width: int, scheme: str
) -> None:
    page = earlier(viewport={"width": width, "height": 3200}, color_scheme=scheme)
    page.get_by_label("Or type a time").fill("2:15pm")
    page.get_by_label("Or type how long").fill("45")
    page.clock.run_for(600)
    assert read_back(page.get_by_label("Or type a time")).inner_text() == "2:15pm today"
    assert page.get_by_role("button", name="45 minutes").is_visible()
    assert problems(page) == []


def test_a_phone_is_not_given_its_keyboard_unasked(earlier: Callable[..., Page]) -> None:
    page = earlier(has_touch=True, is_mobile=True)
    assert page.evaluate("document.activeElement === document.body")


def test_without_a_script_no_room_is_kept_and_the_server_asks(
    open_page: Opener, signed_in: Any, alice: User
) -> None:
    page = open_page(FORM, signed_in(alice), java_script_enabled=False)
    assert not page.locator(".read-back").first.is_visible()
    page.get_by_role("radio", name="20 min").check()
    page.get_by_label("Or type how long").fill("45")
    page.get_by_role("button", name="Save").click()
    page.get_by_role("radio", name="45 seconds").check()
    page.get_by_role("button", name="Save").click()
    assert Episode.objects.for_user(alice).get().length_s == 45


def test_only_pages_with_such_boxes_load_the_reader(open_page: Opener, signed_in: Any, alice: User) -> None:
    page = open_page("/help/", signed_in(alice))
    loaded: list[str] = []
    page.on("request", lambda sent: loaded.append(sent.url.partition("/js/")[2]))
    page.goto("/today/")
    assert "quantities.js" not in loaded
    page.goto(FORM)
    assert {"quantities.js", "quantities/lengths.js", "quantities/clock.js", "instead.js"} <= set(loaded)
