"""A timer nobody stops: when it is let go, what stays known of it, and who has the last word."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from diary.models import Episode, User
from tests.factories import NOON, make_episode

TWELVE_HOURS = timedelta(hours=12)
MINUTE = timedelta(minutes=1)


def running(user: User, started_at: datetime = NOON, **fields: Any) -> Episode:
    return make_episode(user, started_at, None, is_ongoing=True, **fields)


def let_go(episode: Episode, now: datetime) -> Episode:
    Episode.objects.for_user(episode.user).let_go(now)
    return Episode.objects.get(pk=episode.pk)


def end(episode: Episode) -> tuple[bool, bool, datetime | None, str]:
    return episode.is_ongoing, episode.is_forgotten, episode.ended_at, episode.length_precision


RUNNING = (True, False, None, "unknown")
FORGOTTEN = (False, True, None, "unknown")


@pytest.mark.parametrize(
    ("after", "expected"),
    [
        (timedelta(minutes=16), RUNNING),
        (timedelta(hours=11, minutes=59), RUNNING),
        (timedelta(hours=12, minutes=1), FORGOTTEN),
        (timedelta(days=400), FORGOTTEN),
    ],
)
def test_a_timer_is_let_go_after_twelve_hours_of_silence(
    alice: User, after: timedelta, expected: tuple
) -> None:
    assert end(let_go(running(alice), NOON + after)) == expected


def test_still_going_at_eleven_fifty_gives_it_twelve_hours_from_then(alice: User) -> None:
    episode, said = running(alice), NOON + timedelta(hours=11, minutes=50)
    episode.keep_going(said, said)
    assert end(let_go(episode, NOON + TWELVE_HOURS + MINUTE)) == RUNNING
    assert end(let_go(episode, said + TWELVE_HOURS - MINUTE)) == RUNNING
    assert end(let_go(episode, said + TWELVE_HOURS + MINUTE)) == FORGOTTEN


def test_an_entry_that_says_it_still_goes_on_is_a_word_about_it(alice: User) -> None:
    weeks_ago = NOON - timedelta(days=21)
    episode = running(alice, weeks_ago, made_at=NOON)
    assert end(let_go(episode, NOON + TWELVE_HOURS - MINUTE)) == RUNNING
    gone = let_go(episode, NOON + timedelta(days=2))
    assert (gone.going_at, gone.started_on, gone.ended_on) == (NOON, weeks_ago.date(), NOON.date())


@pytest.mark.parametrize(
    "start",
    [datetime(2026, 3, 28, 20, tzinfo=UTC), datetime(2026, 10, 24, 20, tzinfo=UTC)],
    ids=["spring", "autumn"],
)
def test_twelve_hours_are_twelve_hours_when_the_clocks_change(alice: User, start: datetime) -> None:
    episode = running(alice, start)
    assert end(let_go(episode, start + TWELVE_HOURS - MINUTE)) == RUNNING
    assert end(let_go(episode, start + TWELVE_HOURS + MINUTE)) == FORGOTTEN


def test_one_that_was_let_go_touches_the_days_it_was_known_to_go_on_and_has_no_length(alice: User) -> None:
    start = datetime(2026, 5, 28, 20, 0, tzinfo=UTC)
    said = start + timedelta(hours=10)
    episode = running(alice, start)
    episode.keep_going(said, said)
    gone = let_go(episode, start + timedelta(days=3))
    assert (gone.started_on, gone.ended_on, gone.length_s) == (date(2026, 5, 28), date(2026, 5, 29), None)


def test_letting_go_again_changes_nothing(alice: User) -> None:
    later = NOON + timedelta(days=1)
    once = let_go(running(alice), later)
    again = let_go(once, later + timedelta(days=1))
    assert again.__dict__ | {"_state": None} == once.__dict__ | {"_state": None}


def test_without_a_forgotten_timer_nothing_is_written(alice: User, django_assert_num_queries: Any) -> None:
    running(alice)
    with django_assert_num_queries(1):
        Episode.objects.for_user(alice).let_go(NOON + MINUTE)


def test_nobody_lets_go_of_another_persons_timer(alice: User, bob: User) -> None:
    theirs = running(bob)
    Episode.objects.for_user(alice).let_go(NOON + timedelta(days=1))
    theirs.refresh_from_db()
    assert end(theirs) == RUNNING


def test_one_that_was_deleted_while_it_ran_is_left_alone(alice: User) -> None:
    assert end(let_go(running(alice, deleted_at=NOON), NOON + timedelta(days=1))) == RUNNING


def test_a_stop_that_comes_late_still_counts(alice: User) -> None:
    gone = let_go(running(alice), NOON + timedelta(hours=13))
    gone.stop(NOON + timedelta(hours=5), NOON + timedelta(hours=13))
    assert end(gone) == (False, False, NOON + timedelta(hours=5), "timed")


def test_a_second_stop_changes_nothing(alice: User) -> None:
    episode = running(alice)
    episode.stop(NOON + MINUTE, NOON + MINUTE)
    episode.stop(NOON + 2 * MINUTE, NOON + 2 * MINUTE)
    episode.stop_somewhen(NOON + 2 * MINUTE)
    episode.keep_going(NOON + 2 * MINUTE, NOON + 2 * MINUTE)
    assert end(episode) == (False, False, NOON + MINUTE, "timed")


def test_do_not_know_is_no_length_and_not_forgotten(alice: User) -> None:
    episode = running(alice)
    episode.stop_somewhen(NOON + 20 * MINUTE)
    episode.refresh_from_db()
    assert (*end(episode), episode.length_s) == (False, False, None, "unknown", None)


@pytest.mark.parametrize("how", ["stop", "somewhen", "about", "let_go"])
def test_the_end_of_a_timer_can_be_taken_back_however_it_ended(alice: User, how: str) -> None:
    episode, later = running(alice), NOON + timedelta(hours=13)
    if how == "stop":
        episode.stop(later, later)
    elif how == "somewhen":
        episode.stop_somewhen(later)
    elif how == "about":
        episode.stop(later - 5 * MINUTE, later, "about")
    else:
        episode = let_go(episode, later)
    episode.resume(later)
    assert end(let_go(episode, later + MINUTE)) == RUNNING


def test_an_old_page_does_not_set_a_twitch_of_another_day_going(alice: User) -> None:
    episode = running(alice)
    episode.stop(NOON + MINUTE, NOON + MINUTE)
    episode.resume(NOON + timedelta(hours=12, minutes=1))
    assert end(episode) == (False, False, NOON + MINUTE, "timed")


def test_an_end_that_was_typed_is_not_taken_back_as_a_timers(alice: User) -> None:
    said = make_episode(alice, length_precision="stated")
    spell = make_episode(alice, kind="spell")
    for episode in (said, spell):
        episode.resume(NOON)
        assert not episode.is_ongoing


def test_a_length_given_later_is_no_longer_forgotten(alice: User) -> None:
    gone = let_go(running(alice), NOON + timedelta(days=1))
    gone.ended_at, gone.length_precision = NOON + MINUTE, "stated"
    gone.save()
    gone.refresh_from_db()
    assert (gone.is_forgotten, gone.length_s) == (False, 60)
