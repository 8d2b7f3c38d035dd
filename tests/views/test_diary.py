"""The diary as a list of days."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from django.test import Client
from time_machine import TimeMachineFixture

from diary.models import Episode, User
from tests.factories import make_day, make_episode

NOW = datetime(2026, 5, 28, 13, 5, tzinfo=UTC)
DAY = timedelta(days=1)


@pytest.fixture(autouse=True)
def five_past_two_in_london(time_machine: TimeMachineFixture) -> None:
    time_machine.move_to(NOW, tick=False)


def get(client: Client, path: str = "/diary/") -> Any:
    answer = client.get(path)
    assert answer.status_code == 200
    return answer


def states(answer: Any) -> list[tuple[int, str, int]]:
    return [(entry.date.day, entry.state, len(entry.episodes)) for entry in answer.context["entries"]]


def test_a_new_diary_says_what_a_blank_day_means(client_of_alice: Client) -> None:
    assert "A blank day means nothing was recorded, not that nothing happened." in get(client_of_alice).text


def test_days_are_twitching_none_or_not_filled_in(client_of_alice: Client, alice: User) -> None:
    make_episode(alice, NOW)
    make_day(alice, date(2026, 5, 27), twitching="none")
    make_day(alice, date(2026, 5, 25), stress=3)
    make_day(alice, date(2026, 5, 24), twitching="yes")
    answer = get(client_of_alice)
    assert states(answer) == [
        (28, "twitching", 1),
        (27, "none", 0),
        (26, "blank", 0),
        (25, "blank", 0),
        (24, "twitching", 0),
    ]
    assert answer.text.count("Not filled in") == 2
    assert "stress 3 of 10" in answer.text


def test_a_day_shows_its_episodes_with_the_time_where_it_was(client_of_alice: Client, alice: User) -> None:
    make_episode(alice, NOW, zone="Europe/Lisbon")
    make_episode(alice, NOW - DAY, zone="Europe/Athens", start_precision="about")
    words = " ".join(get(client_of_alice).text.split())
    assert ">2:05pm</time>" in words
    assert ">about 4:05pm (Athens time)</time>" in words


def test_a_twitch_over_midnight_stands_under_both_days(client_of_alice: Client, alice: User) -> None:
    make_episode(alice, datetime(2026, 5, 27, 22, 50, tzinfo=UTC), 1200)
    answer = get(client_of_alice)
    assert states(answer) == [(28, "twitching", 1), (27, "twitching", 1)]
    assert "Since Wednesday 27 May" in answer.text


def test_what_is_still_going_stands_under_every_day_since(client_of_alice: Client, alice: User) -> None:
    make_episode(alice, NOW - 3 * DAY, None, is_ongoing=True, going_at=NOW)
    assert [n for *_, n in states(get(client_of_alice))] == [1, 1, 1, 1]


def test_after_a_flight_west_the_day_that_was_tomorrow_is_still_there(
    client_of_alice: Client, alice: User
) -> None:
    make_episode(alice, NOW - timedelta(hours=1), zone="Pacific/Auckland")  # there it is the 29th
    make_day(alice, date(2026, 5, 29), stress=3)
    shown = get(client_of_alice)
    assert states(shown) == [(29, "twitching", 1)]
    assert states(get(client_of_alice, "/diary/?kind=twitch")) == [(29, "twitching", 1)]
    assert get(client_of_alice, "/diary/2026-05-29/").context["entry"].state == "twitching"
    assert "/checkin/2026-05-29/" not in shown.text


def test_two_weeks_make_a_page_and_the_next_one_goes_on(client_of_alice: Client, alice: User) -> None:
    for n in range(0, 20, 2):
        make_episode(alice, NOW - n * DAY)
    first = get(client_of_alice)
    assert len(first.context["entries"]) == 14
    assert "/diary/?before=2026-05-15" in first.text
    second = get(client_of_alice, "/diary/?before=2026-05-15")
    assert [entry.date.day for entry in second.context["entries"]] == [14, 13, 12, 11, 10]
    assert "Show earlier days" not in second.text


def test_days_with_many_entries_make_shorter_pages_that_leave_none_out(
    client_of_alice: Client, alice: User
) -> None:
    for back, many in enumerate((20, 30, 1, 51, 2)):
        for n in range(many):
            make_episode(alice, NOW - back * DAY - timedelta(minutes=n), 20)
    pages, path = [], "/diary/"
    for _ in range(4):
        answer = get(client_of_alice, path)
        pages.append([(day, n) for day, _, n in states(answer)])
        path = f"/diary/?before={answer.context['earlier']}"
    assert pages == [[(28, 20), (27, 30)], [(26, 1)], [(25, 51)], [(24, 2)]]


def test_the_filter_shows_the_days_it_fits(client_of_alice: Client, alice: User) -> None:
    make_episode(alice, NOW, 600, site="calf")
    make_episode(alice, NOW - 2 * DAY, 20, site="calf", note="in bed")
    make_episode(alice, NOW - 90 * DAY, 20, site="thumb")
    make_episode(alice, NOW - DAY, 3600, kind="spell", site="thumb")
    fits = {
        "place=calf:left": [28, 26],
        "place=thumb:left": [27, 27],
        "kind=spell": [27],
        "mark=long": [28],
        "mark=note": [26],
        "place=thumb:left&mark=long": [],
        "mark=persists": [],
    }
    found = {query: [day for day, *_ in states(get(client_of_alice, f"/diary/?{query}"))] for query in fits}
    assert found == fits | {"place=thumb:left": [27, 27]}


def test_twitching_that_persists_is_marked_and_found(client_of_alice: Client, alice: User) -> None:
    for n in range(16):
        make_episode(alice, NOW - n * DAY, site="calf")
    make_episode(alice, NOW, site="thumb")
    answer = get(client_of_alice, "/diary/?mark=persists")
    assert {str(episode.place) for entry in answer.context["entries"] for episode in entry.episodes} == {
        "left calf"
    }
    assert ">Persists<" in answer.text


@pytest.mark.parametrize(
    "query", ["place=x", "kind=x", "mark=x", "before=x", "before=2026-13-01", "deleted=x"]
)
def test_a_filter_that_cannot_be_read_filters_nothing(
    client_of_alice: Client, alice: User, query: str
) -> None:
    make_episode(alice, NOW)
    assert states(get(client_of_alice, f"/diary/?{query}")) == [(28, "twitching", 1)]


@pytest.mark.parametrize("before", ["1900-01-01", "0001-01-01", "9999-12-31"])
def test_the_list_has_ends(client_of_alice: Client, alice: User, before: str) -> None:
    make_episode(alice, NOW)
    get(client_of_alice, f"/diary/?before={before}")
    get(client_of_alice, f"/diary/?before={before}&kind=twitch")


def test_a_deleted_entry_is_gone_from_its_day_and_can_come_back(client_of_alice: Client, alice: User) -> None:
    episode = make_episode(alice, NOW)
    make_episode(alice, NOW - DAY)
    there = client_of_alice.post(f"/episodes/{episode.uuid}/delete/", {"next": "/diary/"}).url
    answer = get(client_of_alice, there)
    assert states(answer) == [(28, "blank", 0), (27, "twitching", 1)]
    assert "Deleted." in answer.text
    next_one = f"/diary/#episode-{episode.uuid}"
    back = client_of_alice.post(f"/episodes/{episode.uuid}/undo/", {"step": "delete", "next": next_one})
    assert (back.url, states(get(client_of_alice))[0]) == (next_one, (28, "twitching", 1))


def test_deleted_entries_are_listed_for_thirty_days(client_of_alice: Client, alice: User) -> None:
    make_episode(alice, deleted_at=NOW - 29 * DAY, site="calf")
    make_episode(alice, deleted_at=NOW - 30 * DAY, site="thumb")
    shown = get(client_of_alice, "/diary/deleted/").text
    assert "Left calf" in shown
    assert "thumb" not in shown


def test_what_was_deleted_thirty_days_ago_is_gone_for_good(client_of_alice: Client, alice: User) -> None:
    lately = make_episode(alice, deleted_at=NOW - 29 * DAY)
    make_episode(alice, deleted_at=NOW - 30 * DAY)
    get(client_of_alice, "/diary/deleted/")
    assert list(Episode.objects.for_user(alice)) == [lately]
    make_episode(alice, deleted_at=NOW - 30 * DAY)
    client_of_alice.post(f"/episodes/{make_episode(alice).uuid}/delete/")
    assert Episode.objects.for_user(alice).past_keeping(NOW).count() == 0


def test_undo_ends_after_thirty_days(client_of_alice: Client, alice: User) -> None:
    episode = make_episode(alice, deleted_at=NOW - 30 * DAY)
    answer = client_of_alice.post(f"/episodes/{episode.uuid}/undo/", {"step": "delete"})
    assert (answer.status_code, Episode.objects.for_user(alice).kept().count()) == (404, 0)


def test_a_day_has_a_page_of_its_own(client_of_alice: Client, alice: User) -> None:
    make_episode(alice, NOW)
    shown = get(client_of_alice, "/diary/2026-05-28/").text
    assert "<h1>Thursday 28 May</h1>" in shown
    assert "Left lower eyelid" in shown
    assert client_of_alice.get("/diary/2026-05-29/").status_code == 404


def test_nothing_of_somebody_else_is_in_the_list(client_of_bob: Client, alice: User) -> None:
    deleted = make_episode(alice, NOW - DAY, deleted_at=NOW)
    make_episode(alice, NOW, note="hers")
    make_day(alice, NOW.date(), stress=3)
    for path in ("/diary/", "/diary/2026-05-28/", "/diary/deleted/", f"/diary/?deleted={deleted.uuid}"):
        assert "eyelid" not in get(client_of_bob, path).text
    assert Episode.objects.count() == 2


def test_a_note_is_shown_as_it_was_written(client_of_alice: Client, alice: User) -> None:
    make_episode(alice, NOW, note='<script>alert("1")</script> & more')
    shown = get(client_of_alice).text
    assert "&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt; &amp; more" in shown
    assert "<script>alert" not in shown
