"""The health record as it is used: by keyboard, without a script, on a small phone and in the dark."""

from typing import Any

import pytest
from playwright.sync_api import Page, expect

from diary.models import User
from tests.browser.axe import TWO_LOOKS, problems
from tests.browser.conftest import Opener
from tests.factories import make_blood_test, make_medicine, make_user

pytestmark = pytest.mark.usefixtures("afternoon")


@pytest.fixture
def sam(db: None) -> User:
    return make_user("sam")


@pytest.mark.parametrize(("width", "scheme"), TWO_LOOKS)
def test_axe_finds_nothing_on_the_pages_of_an_entry(
    open_page: Opener, signed_in: Any, sam: User, width: int, scheme: str
) -> None:
    change = {"on": "2026-04", "dose": "100 mg", "how_often": ""}
    medicine = make_medicine(sam, kind="lithium", changes=[change])
    page = open_page("/", signed_in(sam), viewport={"width": width, "height": 3200}, color_scheme=scheme)
    for path in (
        f"medicines/{medicine.uuid}",
        f"medicines/{medicine.uuid}/dose",
        f"tests/{make_blood_test(sam).uuid}",
    ):
        page.goto(f"/record/{path}/")
        for fold in page.locator("summary").all():
            fold.click()
        assert problems(page) == []
        assert not page.evaluate("document.documentElement.scrollWidth > window.innerWidth")


def test_axe_finds_nothing_where_a_result_is_asked_about(
    open_page: Opener, signed_in: Any, sam: User, scheme: str
) -> None:
    page = open_page(
        "/record/tests/new/", signed_in(sam), viewport={"width": 320, "height": 3200}, color_scheme=scheme
    )
    page.get_by_label("Test", exact=True).select_option("magnesium")
    page.get_by_label("Result").fill("0.85")
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_text("Choose the unit of 0.85").first).to_be_visible()
    assert problems(page) == []
    page.get_by_label("0.85 mmol/l").check()
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_role("heading", name="Blood tests")).to_be_visible()
    expect(page.get_by_role("strong").get_by_text("Magnesium 0.85 mmol/l")).to_be_visible()


@pytest.mark.parametrize("script", [True, False])
def test_a_medicine_is_added_deleted_and_put_back_by_keyboard(
    open_page: Opener, signed_in: Any, sam: User, script: bool
) -> None:
    page = open_page("/record/", signed_in(sam), java_script_enabled=script)
    page.get_by_role("link", name="+ Add a medicine or supplement").press("Enter")
    page.get_by_label("Name").fill("Sertraline")
    page.get_by_label("Started").fill("March 2026")
    page.get_by_label("Started").press("Enter")
    expect(page.get_by_text("Started March 2026")).to_be_visible()
    page.get_by_role("link", name="Change Sertraline").press("Enter")
    page.get_by_role("button", name="Delete this medicine or supplement").press("Enter")
    expect(page.get_by_text("Deleted: Sertraline.")).to_be_visible()
    expect_focus_on_what_was_deleted(page, script)
    page.get_by_role("button", name="Undo").press("Enter")
    expect(page.get_by_role("link", name="Change Sertraline")).to_be_visible()


def expect_focus_on_what_was_deleted(page: Page, script: bool) -> None:
    if script:
        expect(page.get_by_text("Deleted: Sertraline.")).to_be_focused()


def test_a_question_is_added_and_ticked_off(open_page: Opener, signed_in: Any, sam: User) -> None:
    page = open_page("/record/", signed_in(sam), viewport={"width": 320, "height": 568})
    page.get_by_label("A question for the next visit").fill("Could it be the tablet?")
    page.keyboard.press("Enter")
    page.get_by_role("button", name="Asked Could it be the tablet?").click()
    expect(page.get_by_role("button", name="Ask again Could it be the tablet?")).to_be_visible()
    page.get_by_label("Another question").fill("W" * 200)
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name="Asked WWW")).to_be_visible()
    assert not page.evaluate("document.documentElement.scrollWidth > window.innerWidth")
