"""Chromium agrees that the diary can stand on a home screen."""

from typing import Any

from diary.models import User
from tests.browser.conftest import Opener


def test_the_browser_reads_the_manifest_and_could_install_the_diary(
    open_page: Opener, signed_in: Any, alice: User
) -> None:
    page = open_page("/today/", signed_in(alice))
    browser = page.context.new_cdp_session(page)
    read = browser.send("Page.getAppManifest")
    assert read["url"].endswith("/manifest.webmanifest")
    assert read["errors"] == []
    errors = browser.send("Page.getInstallabilityErrors")["installabilityErrors"]
    assert [error["errorId"] for error in errors if error["errorId"] != "in-incognito"] == []
