"""What goes out comes back in, for any diary and any text."""

import json
from datetime import date, timedelta
from typing import Any

import pytest
from django.apps import apps
from hypothesis import HealthCheck, given, settings

from diary.models import Episode, Sign, User
from diary.transfer.columns import Column
from diary.transfer.exports import archive_json, archive_zip, csv_file
from diary.transfer.imports import Count, ImportResult, import_file
from diary.transfer.tables import DAY_MAKING, DAYS, EPISODES
from tests.factories import make_episode, make_user
from tests.transfer.diaries import NOW, contents, diaries, keep, rows

pytestmark = pytest.mark.django_db
any_diary = given(diaries())
quick = settings(max_examples=10, deadline=None, suppress_health_check=[HealthCheck.too_slow])
SETTINGS = {
    "timezone": "Asia/Kathmandu",
    "clock": "24",
    "volume_unit": "fl_oz",
    "theme": "dark",
    "lock_after_min": 5,
    "hide_words": True,
    "tracks": ["exercise_min", "illness"],
    "own_question": "=Garden?",
    "ask_after_min": 30,
    "region": "uk",
    "rest_until": date(2026, 6, 10),
    "rest_offered_on": date(2026, 5, 28),
    "report_choices": {"span": ["8w"], "parts": []},
    "own_kind": "number",
    "first_name": "=Zoë O’Neill ",
    "first_noticed_on": NOW.date(),
    "gap_days": 0,
    "long_episode_min": 60,
    "eyelid_days": 14,
    "site_days": 30,
}


def someone_with(records: list[Any]) -> User:
    user = make_user(f"writer{User.objects.count()}", timezone="America/St_Johns")
    keep(user, records)
    return user


def reader() -> User:
    return make_user(f"reader{User.objects.count()}", timezone="Europe/London")


def nothing_new(result: ImportResult) -> bool:
    return not result.problems and (result.created, result.changed) == (0, 0)


@quick
@any_diary
def test_an_archive_brings_the_whole_diary_back(records: list[Any]) -> None:
    writer, other = someone_with(records), reader()
    result = import_file(other, archive_zip(writer, NOW), NOW)
    assert result.problems == ()
    assert contents(other) == contents(writer)


@quick
@any_diary
def test_the_csv_files_bring_back_what_they_show(records: list[Any]) -> None:
    writer, other = someone_with(records), reader()
    results = [import_file(other, csv_file(writer, table), NOW) for table in (EPISODES, DAYS)]
    assert [result.problems for result in results] == [(), ()]
    before, after = contents(writer), contents(other)
    kept = [row for row in before["Episode"] if row["deleted_at"] is None]
    assert [shown(row, EPISODES.in_archive_only) for row in after["Episode"]] == [
        shown(row, EPISODES.in_archive_only) for row in kept
    ]
    assert [shown(day, DAY_MAKING) for day in after["Day"]] == [
        shown(day, DAY_MAKING) for day in before["Day"]
    ]
    assert answers(other) == answers(writer)


def shown(row: dict[str, Any], hidden: tuple[Column, ...]) -> dict[str, Any]:
    """A row without the columns that only the archive has."""
    return {name: value for name, value in row.items() if name not in {column.name for column in hidden}}


def answers(user: User) -> list[tuple[Any, ...]]:
    return sorted(Sign.objects.for_user(user).values_list("date", "sign", "answer", "rating"))


@quick
@any_diary
def test_a_file_of_ones_own_diary_changes_nothing(records: list[Any]) -> None:
    writer = someone_with(records)
    before = contents(writer)
    for data in (archive_zip(writer, NOW), csv_file(writer, EPISODES), csv_file(writer, DAYS)):
        assert nothing_new(import_file(writer, data, NOW))
    assert contents(writer) == before


def test_an_archive_from_before_the_drinks_log_is_still_read(alice: User) -> None:
    day = {"date": "2026-05-28", "sleep_hours": 7, "stress": 0, "made_at": NOW.isoformat()}
    old = {"format": "diary", "version": 1, "made_at": NOW.isoformat(), "settings": [], "days": [day]}
    assert import_file(alice, json.dumps(old).encode(), NOW).problems == ()
    (kept,) = contents(alice)["Day"]
    assert (kept["sleep_hours"], kept["stress"], kept["exercise_min"]) == (7, 0, None)
    assert kept["sources"] == {"sleep_hours": "imported", "stress": "imported"}


def test_an_archive_brings_the_settings_back(alice: User) -> None:
    writer = make_user("writer", **SETTINGS)
    result = import_file(alice, archive_json(writer, NOW), NOW)
    alice.refresh_from_db()
    assert result.counts == (Count("settings", changed=1),)
    assert {name: getattr(alice, name) for name in SETTINGS} == SETTINGS


def test_settings_that_were_never_made_come_back_as_such(alice: User) -> None:
    writer = make_user("writer", timezone="Europe/London")
    for name, value in SETTINGS.items():
        setattr(alice, name, value)
    alice.save()
    import_file(alice, archive_json(writer, NOW), NOW)
    alice.refresh_from_db()
    assert [getattr(alice, name) for name in SETTINGS] == [getattr(writer, name) for name in SETTINGS]


def test_every_setting_of_a_person_is_in_the_archive() -> None:
    fields = {field.name for field in User._meta.local_concrete_fields}
    account = {"id", "password", "last_login", "is_superuser", "username", "last_name", "email"}
    account |= {"is_staff", "is_active", "date_joined", "is_demo"}
    assert fields - account == SETTINGS.keys()


def test_every_owned_record_is_in_the_archive(alice: User) -> None:
    models = apps.get_app_config("diary").get_models()
    owned = {model.__name__ for model in models if hasattr(model._default_manager, "for_user")}
    assert owned - {"SharedReport"} == contents(alice).keys()  # a link opens at this address alone
    archive = json.loads(archive_json(alice, NOW))
    assert archive.keys() - {"format", "version", "made_at", "settings"} == {
        "episodes", "days", "signs", "drinks", "own_drinks", "put_away", "reviews",
        "experiments",
        "medicines", "tests", "visits", "conditions", "questions",
    }  # fmt: skip


def test_what_was_deleted_thirty_days_ago_does_not_go_out(alice: User) -> None:
    make_episode(alice, deleted_at=NOW - timedelta(days=30))
    assert json.loads(archive_json(alice, NOW))["episodes"] == []


def test_deleted_episodes_stay_deleted(alice: User) -> None:
    writer = someone_with([])
    keep(writer, [Episode(started_at=NOW, zone="UTC", made_at=NOW, changed_at=NOW, deleted_at=NOW)])
    import_file(alice, archive_json(writer, NOW), NOW)
    assert rows(alice, Episode) == rows(writer, Episode)
    assert not Episode.objects.for_user(alice).kept().exists()
