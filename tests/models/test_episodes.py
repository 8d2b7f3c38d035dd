"""What the database itself refuses, and the columns that keep counting quick."""

import uuid
from datetime import UTC, date, datetime, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from diary.models import Episode
from diary.periods import Period
from diary.vocabulary.sites import Place
from tests.factories import NOON, make_episode, make_user

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    "fields",
    [
        {"ended_at": NOON - timedelta(seconds=1), "length_precision": "timed"},
        {"is_ongoing": True, "ended_at": NOON, "length_precision": "timed"},
        {"length_precision": "timed", "ended_at": None},
        {"length_precision": "unknown", "ended_at": NOON},
        {"strength": 5},
        {"site": "", "side": "left"},
        {"side": "port"},
        {"kind": "spasm"},
        {"length_low_s": 60, "length_high_s": 30},
        {"length_low_s": 60, "length_high_s": None},
        {"length_low_s": None, "length_high_s": 60},
    ],
    ids=lambda fields: ",".join(fields),
)
def test_the_database_refuses_what_cannot_be(fields: dict[str, object]) -> None:
    alice = make_user()
    with pytest.raises(IntegrityError), transaction.atomic():
        make_episode(alice, seconds=None, **fields)
    assert not Episode.objects.for_user(alice).exists()


@pytest.mark.parametrize(
    ("site", "side", "is_refused"),
    [
        ("calf", "middle", True),
        ("calf", "left", False),
        ("calf", "", False),
        ("pelvic_floor", "left", True),
        ("widespread", "left", True),
        ("", "", False),
    ],
)
def test_a_side_has_to_exist_at_the_site(site: str, side: str, is_refused: bool) -> None:
    episode = Episode(site=site, side=side)
    refused = False
    try:
        episode.clean()
    except ValidationError:
        refused = True
    assert refused is is_refused


def test_the_same_uuid_is_kept_once_per_person_and_may_belong_to_two() -> None:
    alice, bob, shared = make_user("alice"), make_user("bob"), uuid.uuid4()
    make_episode(alice, uuid=shared)
    make_episode(bob, uuid=shared)
    with pytest.raises(IntegrityError), transaction.atomic():
        make_episode(alice, uuid=shared)


def test_several_places_at_once_and_weeks_on_end_are_legal() -> None:
    alice = make_user()
    make_episode(alice, site="calf", seconds=21 * 86_400)
    make_episode(alice, seconds=30)
    assert Episode.objects.for_user(alice).kept().count() == 2


def test_the_columns_follow_the_zone_of_the_entry_not_of_the_person() -> None:
    alice = make_user(timezone="Europe/London")
    start = datetime(2026, 5, 28, 23, 30, tzinfo=UTC)
    episode = make_episode(alice, start, seconds=90, zone="America/Los_Angeles")
    columns = (episode.started_on, episode.ended_on, episode.started_minute, episode.length_s)
    assert columns == (date(2026, 5, 28), date(2026, 5, 28), 16 * 60 + 30, 90)


@pytest.mark.parametrize("start", ["2026-03-29T00:30", "2026-10-25T00:30"], ids=["spring", "autumn"])
def test_length_is_subtracted_in_utc_when_the_clocks_change(start: str) -> None:
    at = datetime.fromisoformat(start).replace(tzinfo=UTC)
    assert make_episode(make_user(), at, seconds=7_200).length_s == 7_200


def test_an_episode_over_midnight_touches_both_days() -> None:
    alice = make_user()
    make_episode(alice, datetime(2026, 5, 28, 22, 59, tzinfo=UTC), seconds=120)
    for day in (date(2026, 5, 28), date(2026, 5, 29)):
        assert Episode.objects.for_user(alice).touching(Period(day, day, "Europe/London")).count() == 1
    last = Period(date(2026, 5, 29), date(2026, 5, 29), "Europe/London")
    assert not Episode.objects.for_user(alice).started_in(last).exists()


def test_an_ongoing_episode_touches_every_day_since_it_began() -> None:
    alice = make_user()
    make_episode(alice, seconds=None, is_ongoing=True)
    later = Period(date(2026, 6, 20), date(2026, 6, 21), "Europe/London")
    assert Episode.objects.for_user(alice).touching(later).count() == 1
    assert Episode.objects.for_user(alice).ongoing().count() == 1


def test_deleted_episodes_are_out_of_everything_and_found_for_30_days() -> None:
    alice = make_user()
    make_episode(alice, deleted_at=NOON)
    mine = Episode.objects.for_user(alice)
    assert not mine.kept().exists()
    assert mine.deleted(NOON + timedelta(days=29)).count() == 1
    assert mine.past_keeping(NOON + timedelta(days=31)).count() == 1


def test_nothing_of_another_person_comes_through_the_door() -> None:
    alice, bob = make_user("alice"), make_user("bob")
    make_episode(bob)
    assert list(Episode.objects.for_user(alice)) == []


def test_own_words_belong_to_somewhere_else_alone() -> None:
    episode = Episode()
    episode.put_at(Place("other"), "behind the ear")
    assert episode.where == "somewhere else: behind the ear"
    episode.put_at(Place("calf", "left"), "behind the ear")
    assert (episode.where, episode.place_words) == ("left calf", "")


def test_an_episode_at_several_places_is_one_each_with_an_id_that_stays_the_same() -> None:
    page, calf, thumb = uuid.uuid4(), Place("calf", "left"), Place("thumb", "right")
    once, again = (Episode(uuid=page, note="both").at_each([calf, thumb]) for _ in range(2))
    assert [(each.place, each.note) for each in once] == [(calf, "both"), (thumb, "both")]
    assert [each.uuid for each in once] == [each.uuid for each in again]
    assert once[0].uuid == page != once[1].uuid
    assert [each.place for each in Episode().at_each([])] == [Place("")]
