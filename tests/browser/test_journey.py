"""The main job, end to end, as a newcomer does it: nothing is set up but an empty diary."""

import re
from pathlib import Path
from typing import Any

import pypdf
import pytest
from playwright.sync_api import Page, expect

from diary.models import Day, Episode, User
from tests.browser.conftest import Opener
from tests.factories import make_user

pytestmark = pytest.mark.usefixtures("afternoon")


def start_a_diary(page: Page) -> None:
    page.get_by_label("User name").fill("sam")
    page.get_by_label("Password", exact=True).fill("one eye twitching")
    page.get_by_role("button", name="Start your diary").click()
    expect(page.get_by_role("button", name="It is twitching now")).to_be_visible()


def test_the_first_visitor_makes_the_owners_account_in_their_own_time_zone(
    open_page: Opener, size: dict[str, int]
) -> None:
    page = open_page("/", viewport=size, timezone_id="Pacific/Auckland")
    start_a_diary(page)
    assert User.objects.get().timezone == "Pacific/Auckland"


def test_from_sign_up_to_a_report_in_the_hand(
    open_page: Opener, size: dict[str, int], tmp_path: Path
) -> None:
    page = open_page("/", viewport=size)
    start_a_diary(page)
    time_a_twitch(page)
    log_an_earlier_one(page)
    fill_in_the_day(page)
    look_at_the_charts(page)
    words = take_the_report(page, tmp_path)
    assert "Twitching on 1 of 1 day filled in" in words


def time_a_twitch(page: Page) -> None:
    page.get_by_role("button", name="It is twitching now").click()
    expect(page.get_by_role("heading", name=re.compile("Timing"))).to_be_visible()
    page.get_by_role("button", name="It stopped").first.click()
    expect(page.get_by_role("heading", name=re.compile("Saved"))).to_be_visible()
    assert Episode.objects.get().length_precision == "timed"


def log_an_earlier_one(page: Page) -> None:
    page.goto("/log/earlier/")
    page.get_by_role("radio", name="5 min ago").check()
    page.get_by_label("Or type how long").fill("1:30")
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_role("heading", name=re.compile("Saved.*1 min 30 s"))).to_be_visible()


def fill_in_the_day(page: Page) -> None:
    page.goto("/checkin/")
    page.get_by_text("Or give the whole day in numbers").click()
    page.get_by_role("textbox", name="Sleep last night").fill("6 h 30 min")
    page.get_by_role("textbox", name="All drinks together").fill("1.2 l")
    page.get_by_role("textbox", name="Caffeine", exact=True).fill("180")
    page.get_by_role("group", name="Stress").get_by_role("radio", name="4", exact=True).check()
    save = page.get_by_role("button", name="Save", exact=True)
    if save.is_visible():  # without a script
        save.click()
        page.wait_for_url(lambda url: "checkin" not in url)
    else:
        for asked in ("Sleep last night", "All drinks together", "Caffeine", "Stress"):
            expect(page.get_by_role("button", name=f"Clear {asked}")).to_be_visible()
    day = Day.objects.get()
    assert (day.sleep_hours, day.water_ml, day.caffeine_mg, day.stress) == (6.5, 1200, 180, 4)


def look_at_the_charts(page: Page) -> None:
    page.goto("/patterns/time/")
    expect(page.get_by_role("heading", level=1)).to_be_visible()


def take_the_report(page: Page, folder: Path) -> str:
    page.goto("/today/")
    page.get_by_role("link", name="Report").first.click()
    with page.expect_download() as download:
        page.get_by_text("Get PDF").first.click()
    file = folder / download.value.suggested_filename
    download.value.save_as(file)
    assert re.fullmatch(r"diary-report-\d{4}-\d\d-\d\d\.pdf", file.name)
    pdf = pypdf.PdfReader(file)
    return " ".join(pdf.pages[0].extract_text().split())


def test_a_double_tap_starts_one_twitch(open_page: Opener, signed_in: Any) -> None:
    sam = make_user("sam")
    page = open_page("/today/", signed_in(sam))
    page.get_by_role("button", name="It is twitching now").dblclick()
    expect(page.get_by_role("button", name="It stopped")).to_be_visible()
    assert Episode.objects.for_user(sam).count() == 1


def test_a_twitch_started_on_the_phone_is_stopped_on_the_desktop(open_page: Opener, signed_in: Any) -> None:
    sam = make_user("sam")
    phone = open_page("/today/", signed_in(sam))
    phone.get_by_role("button", name="It is twitching now").click()
    expect(phone.get_by_role("button", name="It stopped")).to_be_visible()
    desktop = open_page("/diary/", signed_in(sam), viewport={"width": 1280, "height": 800})
    desktop.get_by_role("button", name="It stopped").click()
    expect(desktop.get_by_text(re.compile("Saved")).first).to_be_visible()
    assert not Episode.objects.for_user(sam).ongoing().exists()


def test_the_whole_of_it_works_without_a_script(open_page: Opener, signed_in: Any, tmp_path: Path) -> None:
    page = open_page("/", java_script_enabled=False)
    start_a_diary(page)
    time_a_twitch(page)
    log_an_earlier_one(page)
    fill_in_the_day(page)
    assert Episode.objects.count() == 2
