"""The monthly review: made when it is due, kept as it was made, and never looked for by a page."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from diary.analysis.links import Review, links
from diary.analysis.links.plain import VERSION, from_plain
from diary.analysis.reviews import current_review, is_due, next_on, reviewed_days
from diary.models import Day, Episode, User
from diary.models import Review as KeptReview
from tests.analysis.links.invented import FIRST, linked
from tests.factories import make_day, make_user


def noon(day: date) -> datetime:
    return datetime(day.year, day.month, day.day, 12, tzinfo=UTC)


def keep(user: User, count: int) -> datetime:
    """Write an invented diary in which stress goes with twitching, and return noon of its last day."""
    days = linked(count, {"stress": 3})
    made = {"user": user, "zone": user.timezone}
    episodes = [
        Episode(**made, started_at=at, made_at=at, changed_at=at)
        for at in (noon(day.date) for day in days for _ in range(day.twitches))
    ]
    for episode in episodes:
        episode.derive()
    Episode.objects.bulk_create(episodes)
    Day.objects.bulk_create(
        Day(
            **made,
            date=day.date,
            twitching="yes" if day.twitches else "none",
            stress=day.factors["stress"],
            made_at=noon(day.date),
            changed_at=noon(day.date),
        )
        for day in days
    )
    return noon(days[-1].date)


def counted(review: Review) -> dict[str, tuple[str, int]]:
    return {link.factor: (link.verdict, link.check_ins) for link in review.links}


def test_an_empty_diary_has_a_review_that_is_not_kept(alice: User) -> None:
    review = current_review(alice, noon(FIRST))
    assert {link.verdict for link in review.links} == {"too_early"}
    assert (review.checked_in, next_on(review)) == (0, None)
    assert not KeptReview.objects.for_user(alice).exists()


def test_before_the_gate_the_counts_are_those_of_today_and_nothing_is_kept(alice: User) -> None:
    now = keep(alice, 59)
    assert counted(current_review(alice, now))["stress"] == ("too_early", 59)
    assert not KeptReview.objects.for_user(alice).exists()


def test_the_first_review_is_made_with_the_first_factor_past_the_gate(alice: User) -> None:
    now = keep(alice, 60)
    made = current_review(alice, now)
    kept = KeptReview.objects.for_user(alice).get()
    assert (kept.made_on, kept.made_at, kept.version) == (now.date(), now, VERSION)
    assert from_plain(kept.result) == made
    assert made == links(reviewed_days(alice, now), now.date())
    assert next_on(made) == now.date() + timedelta(days=30)


def test_within_the_month_a_page_shows_what_was_kept(alice: User) -> None:
    """Even when the diary has changed so that a new look would find something else."""
    now = keep(alice, 70)
    made = current_review(alice, now)
    Day.objects.for_user(alice).update(stress=1)
    again = current_review(alice, now + timedelta(days=29))
    assert again.of("stress") == made.of("stress")
    assert again.made_on == now.date()
    assert KeptReview.objects.for_user(alice).count() == 1


def test_what_was_not_judged_keeps_counting(alice: User) -> None:
    now = keep(alice, 70)
    assert counted(current_review(alice, now))["water_ml"] == ("too_early", 0)
    make_day(alice, now.date() + timedelta(days=1), twitching="none", water_ml=900, stress=1)
    later = current_review(alice, now + timedelta(days=1))
    assert counted(later)["water_ml"] == ("too_early", 1)
    assert later.of("stress").check_ins == 70


def test_after_a_month_it_looks_again_and_remembers(alice: User) -> None:
    keep(alice, 100)
    first = current_review(alice, noon(FIRST + timedelta(days=69)))
    second = current_review(alice, noon(FIRST + timedelta(days=99)))
    assert (first.of("stress").check_ins, second.of("stress").check_ins) == (70, 100)
    assert (first.of("stress").is_found, second.of("stress").seen_before) == (True, True)
    assert KeptReview.objects.for_user(alice).count() == 2


def test_a_month_later_without_any_factor_past_the_gate_nothing_is_made() -> None:
    before = links(linked(90), FIRST + timedelta(days=89))
    empty = links([], FIRST + timedelta(days=200))
    assert not is_due(before, empty)
    assert is_due(before, links(linked(130), FIRST + timedelta(days=129)))


def test_a_review_that_cannot_be_read_is_made_anew(alice: User) -> None:
    now = keep(alice, 70)
    broken = {"result": {"links": "none"}, "version": VERSION, "made_at": now}
    KeptReview.objects.create(user=alice, made_on=now.date() - timedelta(days=3), **broken)
    assert current_review(alice, now).of("stress").is_judged


def test_nobody_sees_the_review_of_another(alice: User, bob: User) -> None:
    now = keep(alice, 70)
    current_review(alice, now)
    assert current_review(bob, now).judged == ()


def test_a_person_in_another_zone_sees_the_same_days(alice: User) -> None:
    traveller = make_user("traveller", timezone="Pacific/Auckland")
    for user in (alice, traveller):
        for at in range(5):
            day = FIRST + timedelta(days=at)
            make_day(user, day, twitching="none", stress=at, zone=user.timezone)
    there = (current_review(user, noon(FIRST + timedelta(days=4))) for user in (alice, traveller))
    one, other = (counted(review) for review in there)
    assert one == other


def test_the_order_in_which_days_were_written_makes_no_difference(alice: User, bob: User) -> None:
    for user, step in ((alice, 1), (bob, -1)):
        for day in linked(30)[::step]:
            make_day(user, day.date, twitching="none", stress=day.factors["stress"])
    now = noon(FIRST + timedelta(days=29))
    assert current_review(alice, now) == current_review(bob, now)


def test_only_the_latest_year_that_was_checked_in_is_read(alice: User) -> None:
    make_day(alice, FIRST, twitching="none")
    make_day(alice, FIRST + timedelta(days=400), twitching="none")
    make_day(alice, FIRST + timedelta(days=500), sleep_hours=7)
    days = reviewed_days(alice, noon(FIRST + timedelta(days=600)))
    assert (days[0].date, days[-1].date) == (FIRST + timedelta(days=36), FIRST + timedelta(days=400))


@pytest.mark.parametrize("count", [70, 90])
def test_queries_do_not_grow_with_the_diary(alice: User, count: int, django_assert_num_queries: Any) -> None:
    now = keep(alice, count)
    current_review(alice, now)
    with django_assert_num_queries(4):
        current_review(alice, now)
