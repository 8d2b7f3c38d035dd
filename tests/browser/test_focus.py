"""A walk with the Tab key: every stop can be seen, wears its ring and comes in order (ux 9)."""

from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone
from playwright.sync_api import Page

from diary.models import User
from tests.browser.conftest import PHONE, Opener
from tests.factories import make_episode

pytestmark = pytest.mark.usefixtures("afternoon")

SMALLEST = {"width": 320, "height": 568}
LONGEST_WALK = 250

# Five points of the element are looked at: the bar may cover some of it, never all.
STOP = """(() => {
  let before = null;
  return () => {
    const e = document.activeElement;
    if (!e || e === document.body) return null;
    const box = e.getBoundingClientRect();
    const isOnTop = ([x, y]) => {
      const top = document.elementFromPoint(box.left + x * box.width, box.top + y * box.height);
      return top && (e.contains(top) || top.contains(e) || top.closest("label")?.contains(e));
    };
    const wearsRing = (part) => part && getComputedStyle(part).outlineStyle === "solid";
    const found = {
      what: e.outerHTML.slice(0, 120),
      seen: [[.5, .5], [.1, .5], [.9, .5], [.5, .1], [.5, .9]].some(isOnTop),
      ring: [e, e.closest("label"), e.nextElementSibling].some(wearsRing)
        || Boolean(e.closest("svg")?.querySelector(".edge.focus > *")),  // the figure draws its own
      inOrder: !before || Boolean(before.compareDocumentPosition(e) & Node.DOCUMENT_POSITION_FOLLOWING),
    };
    before = e;
    return found;
  };
})()"""


def walk(page: Page) -> list[dict[str, Any]]:
    """Press Tab from the top of the page until the keys leave it."""
    page.evaluate(f"window.stop = {STOP}; document.activeElement.blur(); scrollTo(0, 0)")
    stops: list[dict[str, Any]] = []
    for _ in range(LONGEST_WALK):
        page.keyboard.press("Tab")
        stop = page.evaluate("stop()")
        if stop is None or (stops and stop["what"] == stops[0]["what"]):
            break
        stops.append(stop)
    return stops


@pytest.mark.parametrize("viewport", [SMALLEST, PHONE], ids=["320", "360"])
def test_nothing_that_has_the_focus_is_hidden(
    open_page: Opener, signed_in: Any, alice: User, viewport: dict[str, int]
) -> None:
    now = timezone.now()
    kept = make_episode(alice, now - timedelta(hours=2))
    make_episode(alice, now - timedelta(minutes=20), seconds=None, is_ongoing=True, site="calf")
    page = open_page("/healthz", signed_in(alice), viewport=viewport)
    for path, at_least in {
        f"/today/?saved={kept.uuid}": 25,
        "/log/now/": 8,
        "/log/earlier/": 8,
        "/log/came-and-went/": 8,
        "/checkin/": 20,
        "/diary/": 8,
        f"/episodes/{kept.uuid}/": 5,
    }.items():
        page.goto(path)
        page.evaluate("document.querySelectorAll('main details').forEach((fold) => { fold.open = true; })")
        stops = walk(page)
        assert at_least <= len(stops) < LONGEST_WALK, path
        assert [stop["what"] for stop in stops if not stop["seen"]] == [], path
        assert [stop["what"] for stop in stops if not stop["ring"]] == [], path
        assert [stop["what"] for stop in stops if not stop["inOrder"]] == [], path
