"""What a row of the diary says: bursts folded, twitches under their spell, and how an entry was made."""

import re
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from django.test import Client
from time_machine import TimeMachineFixture

from diary.analysis.days import day_records
from diary.models import Episode, User
from diary.periods import Period
from diary.transfer.exports import csv_file
from diary.transfer.tables import EPISODES
from tests.factories import make_day, make_episode

NOW = datetime(2026, 5, 28, 13, 35, tzinfo=UTC)
FIVE_PAST = NOW - timedelta(minutes=30)  # 2:05pm in London
DAY = timedelta(days=1)


@pytest.fixture(autouse=True)
def twenty_five_to_three_in_london(time_machine: TimeMachineFixture) -> None:
    time_machine.move_to(NOW, tick=False)


def four_bursts(user: User, start: datetime = FIVE_PAST, **fields: Any) -> list[Episode]:
    return [make_episode(user, start + timedelta(minutes=n), **fields) for n in (0, 8, 17, 26)]


def page(client: Client, path: str = "/diary/") -> str:
    answer = client.get(path)
    assert answer.status_code == 200
    return answer.text


def words(html: str) -> str:
    return " ".join(re.sub(r"<[^>]*>", " ", html).split()).replace(" ,", ",")


def rows(html: str) -> list[str]:
    """The rows as read: each list item up to the next."""
    return [words(item) for item in re.split(r"<li\b", html.partition("</h2>")[2])[1:]]


def test_four_bursts_are_one_row_that_unfolds(client_of_alice: Client, alice: User) -> None:
    four_bursts(alice)
    for path in ("/diary/", "/diary/2026-05-28/", "/today/"):
        html = page(client_of_alice, path)
        assert html.count("<summary class=") == 1
        assert "Left lower eyelid 4 twitches, 2:05pm to 2:31pm" in words(html)
        fold = html[html.index("<details><summary") : html.index("</details>", html.index("<details><sum"))]
        assert fold.count('id="episode-') == 4
        assert fold.count(">Change<") == 4


def test_folded_bursts_stay_four_in_files_and_counts(client_of_alice: Client, alice: User) -> None:
    four_bursts(alice)
    period = Period(NOW.date(), NOW.date(), alice.timezone)
    assert csv_file(alice, EPISODES).decode().count("eyelid_lower") == 4
    assert [day.twitches for day in day_records(alice, period, NOW)] == [4]


def test_only_what_a_filter_shows_is_folded(client_of_alice: Client, alice: User) -> None:
    first, *_ = four_bursts(alice)
    make_episode(alice, FIVE_PAST + timedelta(minutes=3), site="calf")
    first.note = "in bed"
    first.save()
    assert "4 twitches" in words(page(client_of_alice, "/diary/?place=eyelid_lower:left"))
    assert "calf 40 s" in words(page(client_of_alice, "/diary/?place=calf:left"))
    assert "twitches" not in words(page(client_of_alice, "/diary/?mark=note"))


def test_bursts_on_both_sides_of_midnight_stand_under_their_own_days(
    client_of_alice: Client, alice: User
) -> None:
    midnight = datetime(2026, 5, 27, 23, 0, tzinfo=UTC)
    for minutes in (-12, -4, 3, 11):
        make_episode(alice, midnight + timedelta(minutes=minutes))
    read = words(page(client_of_alice))
    assert "2 twitches, 12:03am to 12:11am" in read
    assert "2 twitches, 11:48pm to 11:56pm" in read


def test_the_fold_says_about_and_still_going(client_of_alice: Client, alice: User) -> None:
    make_episode(alice, FIVE_PAST, start_precision="about")
    make_episode(alice, FIVE_PAST + timedelta(minutes=4))
    assert "2 twitches, about 2:05pm to 2:09pm" in words(page(client_of_alice))
    make_episode(alice, FIVE_PAST + timedelta(minutes=9), None, is_ongoing=True)
    assert "3 twitches, since about 2:05pm, still going" in words(page(client_of_alice))


def test_two_within_a_minute_are_not_from_and_to_the_same_time(client_of_alice: Client, alice: User) -> None:
    for seconds in (0, 20):
        make_episode(alice, FIVE_PAST + timedelta(seconds=seconds), 10)
    assert "2 twitches, 2:05pm 2:05pm" in words(page(client_of_alice))


def test_elsewhere_the_fold_names_the_zone_once(client_of_alice: Client, alice: User) -> None:
    four_bursts(alice, zone="Europe/Athens")
    assert "4 twitches, 4:05pm to 4:31pm (Athens time)" in words(page(client_of_alice))


def test_what_started_again_at_a_place_said_later_folds_with_both_names(
    client_of_alice: Client, alice: User
) -> None:
    first = make_episode(alice, FIVE_PAST, site="", side="")
    make_episode(alice, FIVE_PAST + timedelta(minutes=20), spell_group=first.uuid, site="calf")
    assert "Place not said, left calf 2 twitches" in words(page(client_of_alice))


def test_a_twitch_within_a_spell_stands_under_it(client_of_alice: Client, alice: User) -> None:
    make_episode(alice, NOW - timedelta(hours=2), 7200, kind="spell")
    make_episode(alice, FIVE_PAST)
    html = page(client_of_alice)
    within = html[html.index('<ul class="lines within" aria-label="Timed within it">') :]
    assert words(within).startswith("2:05pm 40 s Change, 2:05pm, left lower eyelid")
    period = Period(NOW.date(), NOW.date(), alice.timezone)
    assert [(day.spells, day.twitches) for day in day_records(alice, period, NOW)] == [(1, 1)]


def test_what_was_written_from_memory_has_a_hollow_dot_and_a_key(
    client_of_alice: Client, alice: User
) -> None:
    make_episode(alice, FIVE_PAST)
    assert "memory" not in page(client_of_alice).lower()
    make_episode(alice, NOW - DAY, made_at=NOW, site="calf")
    html = page(client_of_alice)
    assert "Left calf 40 s, from memory Change" in words(html)
    assert html.count("From memory: written more than 2 hours later, or on a later day.") == 1
    assert html.count('<span class="memory"></span>') == 2


def test_a_fold_is_from_memory_when_all_of_it_is(client_of_alice: Client, alice: User) -> None:
    four_bursts(alice, NOW - DAY, made_at=NOW)
    late, *_ = four_bursts(alice, NOW - 2 * DAY)
    late.made_at = NOW
    late.save()
    html = page(client_of_alice)
    assert html.count('from memory</span></span> <span class="quiet span">') == 1
    assert html.count('class="memory"') == 1 + 4 + 1 + 1  # the fold, its four, the late one, the key


def test_a_row_says_that_nobody_stopped_the_timer(client_of_alice: Client, alice: User) -> None:
    make_episode(alice, NOW - DAY, None, is_forgotten=True)
    assert "length not recorded You did not stop this timer Change" in words(page(client_of_alice))


def test_a_row_says_when_its_entry_was_last_changed(client_of_alice: Client, alice: User) -> None:
    episode = make_episode(alice, NOW - 9 * DAY, strength=2)
    episode.change(NOW - 3 * DAY, strength=3)
    episode.change(NOW - DAY, strength=4)
    episode.discard(NOW)
    episode.restore(NOW)
    assert "Changed 27 May Change" in words(page(client_of_alice))


def test_a_history_that_nobody_can_read_says_nothing(client_of_alice: Client, alice: User) -> None:
    make_episode(alice, FIVE_PAST, history=[{"at": "yesterday"}])
    assert "Changed" not in words(page(client_of_alice))


def test_own_words_stand_after_somewhere_else(client_of_alice: Client, alice: User) -> None:
    make_episode(alice, FIVE_PAST, site="other", side="", place_words="behind <b>the ear")
    html = page(client_of_alice)
    assert "Somewhere else: behind &lt;b&gt;the ear" in html
    assert "<b>" not in html


def test_another_zone_is_named_only_while_its_clock_differs(client_of_alice: Client, alice: User) -> None:
    make_episode(alice, datetime(2026, 5, 27, 8, 0, tzinfo=UTC), zone="Europe/Lisbon")
    make_episode(alice, datetime(2026, 5, 27, 8, 0, tzinfo=UTC), zone="Europe/Madrid", site="calf")
    read = words(page(client_of_alice))
    assert "10am (Madrid time)" in read
    assert "Lisbon" not in read


def test_the_deleted_row_stands_where_it_was(client_of_alice: Client, alice: User) -> None:
    make_episode(alice, FIVE_PAST - timedelta(hours=1), site="calf")
    deleted = make_episode(alice, FIVE_PAST, deleted_at=NOW)
    make_episode(alice, FIVE_PAST + timedelta(minutes=20), site="thumb")
    for path in ("/diary/", "/diary/2026-05-28/", "/diary/?kind=twitch"):
        html = page(client_of_alice, f"{path}{'&' if '?' in path else '?'}deleted={deleted.uuid}")
        found = [row for row in rows(html) if "Change" in row or "Deleted" in row]
        assert ["calf" in found[0], "Deleted. Left lower eyelid Undo" in found[1], "thumb" in found[2]] == [
            True
        ] * 3
        assert html.count("Deleted") == 1
        assert f'name="next" value="{path}#episode-{deleted.uuid}"' in html


def test_on_today_too_and_there_the_latest_comes_first(client_of_alice: Client, alice: User) -> None:
    make_episode(alice, FIVE_PAST - timedelta(hours=1), site="calf")
    deleted = make_episode(alice, FIVE_PAST, deleted_at=NOW)
    html = page(client_of_alice, f"/today/?deleted={deleted.uuid}")
    so_far = words(html[html.index('id="so-far"') :])
    assert so_far.index("Deleted. Left lower eyelid Undo") < so_far.index("Left calf")
    assert html.count("Deleted") == 1


def test_a_day_left_blank_by_deleting_is_blank(client_of_alice: Client, alice: User) -> None:
    deleted = make_episode(alice, FIVE_PAST, deleted_at=NOW)
    make_episode(alice, NOW - DAY)
    read = words(page(client_of_alice, f"/diary/?deleted={deleted.uuid}"))
    assert "Deleted. Left lower eyelid Undo Not filled in" in read


def test_what_was_deleted_on_a_day_not_shown_is_said_above(client_of_alice: Client, alice: User) -> None:
    deleted = make_episode(alice, NOW - 30 * DAY, deleted_at=NOW)
    make_episode(alice, NOW)
    for path in ("/diary/", "/today/", "/diary/2026-05-28/"):
        assert "Deleted: left lower eyelid, 2:35pm, Tuesday 28 April." in words(
            page(client_of_alice, f"{path}?deleted={deleted.uuid}")
        )


def test_a_blank_day_offers_its_check_in_for_fourteen_days(client_of_alice: Client, alice: User) -> None:
    make_day(alice, date(2026, 5, 10), twitching="none")
    offered = re.findall(r'href="/checkin/([\d-]+)/', page(client_of_alice))
    assert offered[-1] == "2026-05-15"
    earlier = page(client_of_alice, "/diary/?before=2026-05-16")
    assert re.findall(r"/checkin/([\d-]+)/\?next", earlier) == ["2026-05-15", "2026-05-14", "2026-05-10"]
    assert len(re.findall(r"<button[^>]*>No twitching<", earlier)) == 5


def test_today_offers_again_for_ten_minutes_after_the_end(client_of_alice: Client, alice: User) -> None:
    last = make_episode(alice, NOW - timedelta(minutes=12), 121)
    assert page(client_of_alice, "/today/").count("It started again") == 1
    assert "It started again" not in page(client_of_alice)
    last.ended_at = NOW - timedelta(minutes=10)
    last.save()
    assert "It started again" not in page(client_of_alice, "/today/")


def test_again_is_offered_once_and_not_while_it_runs(client_of_alice: Client, alice: User) -> None:
    *_, last = four_bursts(alice)
    assert page(client_of_alice, f"/today/?saved={last.uuid}").count("It started again") == 1
    make_episode(alice, NOW, None, is_ongoing=True)
    assert "It started again" not in page(client_of_alice, "/today/")
