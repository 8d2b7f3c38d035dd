"""A link to a report as it is kept: known by its token alone, counted, closed, and gone in time."""

import threading
from datetime import timedelta
from typing import Any

import pytest
from django.contrib.auth.hashers import check_password
from django.db import connection

from diary.models import SharedReport, User
from diary.models.shared import CLOSED, KEPT_AFTER, LETTERS, MOST_LINES, RIGHT, WAIT, WAITS, WRONG, digest
from tests.factories import NOON, make_shared_report

LINKS = SharedReport.objects
ENDS = NOON + timedelta(days=7)


def tried(link: SharedReport, pins: str, at: Any = NOON) -> list[str]:
    """Enter PINs one after another: "r" is the right one, "w" a wrong one."""
    answers = []
    for pin in pins:
        link.refresh_from_db()
        answers.append(link.try_pin("123456" if pin == "r" else "654321", at))
    link.refresh_from_db()
    return answers


def test_token_and_pin_are_told_once_and_kept_nowhere(alice: User) -> None:
    link = make_shared_report(alice)
    link.pk = None
    token, pin = LINKS.lend(SharedReport(user=alice, **just_made(link))) or ("", "")
    kept = LINKS.for_user(alice).latest_first()[0]
    assert (len(token), set(token) <= set(LETTERS)) == (26, True)
    assert len(LETTERS) ** len(token) > 2**128
    assert (len(pin), pin.isdecimal()) == (6, True)
    assert (kept.token_digest, check_password(pin, kept.pin)) == (digest(token), True)
    assert [value for value in vars(kept).values() if token in str(value) or value == pin] == []


def just_made(link: SharedReport) -> dict[str, Any]:
    names = ("first", "last", "page", "pdf", "made_at", "made_on", "last_on", "expires_at")
    return {name: getattr(link, name) for name in names}


def test_a_page_that_was_sent_twice_makes_one_link(alice: User) -> None:
    link = make_shared_report(alice)
    assert LINKS.lend(SharedReport(user=alice, uuid=link.uuid, **just_made(link))) is None
    assert LINKS.for_user(alice).count() == 1


def test_a_link_is_found_by_its_token_until_it_is_over(alice: User) -> None:
    link = make_shared_report(alice, "one")
    moments = (NOON, ENDS - timedelta(seconds=1), ENDS)
    assert [LINKS.with_token("one", now) for now in moments] == [link, link, None]
    assert [LINKS.with_token(token, NOON) for token in ("two", "", "\x00", "\ud800", link.token_digest)] == [
        None
    ] * 5
    link.close(NOON)
    assert LINKS.with_token("one", NOON) is None


def test_the_right_pin_opens_and_is_counted(alice: User) -> None:
    link = make_shared_report(alice)
    assert tried(link, "wr") + tried(link, "r", NOON + WAIT) == [WRONG, RIGHT, RIGHT]
    assert (link.times_opened, link.wrong_pins, link.opened_words) == (2, 1, "Opened twice")
    assert list(link.openings) == [(NOON + WAIT, "opened"), (NOON, "opened"), (NOON, "wrong")]
    assert link.last_opened_at == NOON + WAIT


def test_five_wrong_pins_make_everybody_wait_five_minutes(alice: User) -> None:
    link = make_shared_report(alice)
    assert tried(link, "wwwwwwr") == [WRONG] * 4 + [WAITS] * 3
    assert tried(link, "r", NOON + WAIT - timedelta(seconds=1)) == [WAITS]
    assert tried(link, "r", NOON + WAIT) == [RIGHT]
    assert link.wrong_pins == 5  # what was not looked at is not counted


def test_the_right_pin_does_not_forgive_the_wrong_ones(alice: User) -> None:
    assert tried(make_shared_report(alice), "wwwrwrw") == [WRONG, WRONG, WRONG, RIGHT, WRONG, RIGHT, WAITS]


def test_twenty_wrong_pins_close_it_and_remove_the_report(alice: User) -> None:
    link = make_shared_report(alice)
    for n in range(3):
        assert tried(link, "wwwww", NOON + n * WAIT)[-1] == WAITS
    assert tried(link, "wwwwwr", NOON + 3 * WAIT) == [WRONG] * 4 + [CLOSED] * 2
    assert (link.closed_by, link.closed_at, link.wrong_pins) == ("pins", NOON + 3 * WAIT, 20)
    assert (link.page, bytes(link.pdf), link.pin) == ("", b"", "")


def test_a_pin_is_not_worked_on_while_everybody_waits(alice: User, monkeypatch: pytest.MonkeyPatch) -> None:
    link = make_shared_report(alice, waits_until=NOON + WAIT)
    monkeypatch.setattr("diary.models.shared.check_password", lambda *_: pytest.fail("the PIN was worked on"))
    assert link.try_pin("123456", NOON) == WAITS


@pytest.mark.parametrize("change", ["close", "delete"])
def test_a_link_that_was_closed_meanwhile_does_not_open(alice: User, change: str) -> None:
    link = make_shared_report(alice)
    other = LINKS.get(pk=link.pk)
    other.close(NOON) if change == "close" else other.delete()
    assert link.try_pin("123456", NOON) == CLOSED
    assert link.take_pdf(NOON) == b""


def test_a_link_closed_twice_keeps_the_first_time(alice: User) -> None:
    link = make_shared_report(alice)
    link.close(NOON)
    link.close(NOON + WAIT, SharedReport.BY_PINS)
    assert (link.closed_at, link.closed_by) == (NOON, "owner")


def test_the_log_keeps_the_latest_and_the_count_all(alice: User) -> None:
    link = make_shared_report(alice, times_opened=500, log=[[NOON.isoformat(), "pdf"]] * MOST_LINES)
    assert tried(link, "r") == [RIGHT]
    assert (len(link.log), link.times_opened, link.opened_words) == (MOST_LINES, 501, "Opened 501 times")


def test_the_report_goes_when_the_link_is_over_and_the_rest_30_days_later(alice: User, bob: User) -> None:
    link, other = make_shared_report(alice), make_shared_report(bob)
    LINKS.for_user(alice).tidy(ENDS - WAIT)
    link.refresh_from_db()
    assert link.page
    LINKS.for_user(alice).tidy(ENDS)
    link.refresh_from_db()
    assert (link.page, bytes(link.pdf), link.pin) == ("", b"", "")
    LINKS.for_user(alice).tidy(ENDS + KEPT_AFTER - WAIT)
    assert LINKS.for_user(alice).exists()
    LINKS.for_user(alice).tidy(ENDS + KEPT_AFTER)
    assert list(LINKS.values_list("pk", "page")) == [(other.pk, other.page)]


def test_links_are_counted_by_what_became_of_them(alice: User, bob: User) -> None:
    make_shared_report(bob)
    assert LINKS.for_user(alice).so_far(NOON) == {"any": 0, "open": 0, "shut": 0}
    for n, closed in enumerate(({}, {"closed_by": "owner"}, {"closed_by": "pins"})):
        make_shared_report(alice, str(n), **{**closed, "closed_at": NOON if closed else None})
    assert LINKS.for_user(alice).so_far(NOON) == {"any": 3, "open": 1, "shut": 1}
    assert LINKS.for_user(alice).so_far(NOON + timedelta(days=7)) == {"any": 3, "open": 0, "shut": 0}


@pytest.mark.django_db(transaction=True)
def test_wrong_pins_entered_at_once_are_all_counted(alice: User) -> None:
    link, answers = make_shared_report(alice), []

    def guess() -> None:
        answers.append(LINKS.get(pk=link.pk).try_pin("654321", NOON))
        connection.close()

    guesses = [threading.Thread(target=guess) for _ in range(8)]
    for each in guesses:
        each.start()
    for each in guesses:
        each.join()
    link.refresh_from_db()
    assert (sorted(answers), link.wrong_pins) == ([WAITS] * 4 + [WRONG] * 4, 5)
