"""What a good file does to a diary."""

import time
from datetime import UTC, datetime, timedelta

import pytest

from diary.models import Day, Episode, Sign, User
from diary.transfer.imports import Count, ImportResult, import_file
from tests.factories import NOON, make_day, make_episode, make_sign
from tests.transfer.diaries import NOW, contents


def csv(*lines: str) -> bytes:
    return "\r\n".join(lines).encode("utf-8-sig")


def take(user: User, *lines: str, now: datetime = NOW, **options: bool) -> ImportResult:
    return import_file(user, csv(*lines), now, **options)


def only_episode(user: User) -> Episode:
    return Episode.objects.for_user(user).get()


def test_a_start_is_enough_for_an_episode(alice: User) -> None:
    take(alice, "started_at", "2026-05-28T12:00:00Z")
    kept = only_episode(alice)
    assert (kept.kind, kept.place.site, kept.length_precision, kept.is_ongoing) == (
        "twitch",
        "",
        "unknown",
        False,
    )
    assert (kept.length_s, kept.strength, kept.zone, kept.made_at) == (None, None, "Europe/London", NOW)
    assert (kept.started_on, kept.ended_on, kept.started_minute) == (NOON.date(), NOON.date(), 13 * 60)


def test_a_date_is_enough_for_a_day_and_nothing_becomes_zero(alice: User) -> None:
    take(alice, "date,stress,sleep_hours,water_ml,twitching", "2026-05-28,,,,")
    day = Day.objects.for_user(alice).get()
    assert (day.stress, day.sleep_hours, day.water_ml, day.caffeine_mg, day.twitching) == (
        None,
        None,
        None,
        None,
        "",
    )


def test_columns_come_in_any_order_and_any_letter_case(alice: User) -> None:
    take(alice, " Side,SITE , started_at,length_s", "left , eyelid_lower,2026-05-28 12:00Z,90")
    kept = only_episode(alice)
    assert (str(kept.place), kept.length_s, kept.length_precision) == ("left lower eyelid", 90, "stated")


def test_a_time_without_offset_is_local_in_its_row_or_else_the_account(alice: User) -> None:
    take(alice, "started_at,timezone", "2026-05-28T09:00,Asia/Tokyo", "2026-05-28T09:00,")
    starts = Episode.objects.for_user(alice).newest_first().values_list("started_at", "zone")
    assert list(starts) == [
        (datetime(2026, 5, 28, 8, tzinfo=UTC), "Europe/London"),
        (datetime(2026, 5, 28, 0, tzinfo=UTC), "Asia/Tokyo"),
    ]


def test_a_local_time_that_comes_twice_is_the_first_and_its_end_the_first_after(alice: User) -> None:
    take(alice, "started_at,ended_at", "2025-10-26T01:50,2025-10-26T01:10")
    kept = only_episode(alice)
    assert kept.started_at == datetime(2025, 10, 26, 0, 50, tzinfo=UTC)
    assert kept.duration == timedelta(minutes=20)


def test_relief_keeps_not_answered_apart_from_not_at_all(alice: User) -> None:
    take(
        alice,
        "started_at,relief,suspected_triggers",
        "2026-05-28T12:00Z,rest=0; water ;sleep=4,screen; tired",
    )
    kept = only_episode(alice)
    assert kept.relief == {"rest": 0, "water": None, "sleep": 4}
    assert kept.suspected_triggers == ["screen", "tired"]


def test_an_ongoing_episode_comes_in_running(alice: User) -> None:
    take(alice, "started_at,state", "2026-11-20T12:00Z,ongoing")
    assert list(Episode.objects.for_user(alice).ongoing()) == [only_episode(alice)]


def test_answers_about_signs_come_with_their_day_or_alone(alice: User) -> None:
    take(alice, "date,stress,weakness,stiffness", "2026-05-27,3,no,", "2026-05-28,,yes,no", "2026-05-29,4,,")
    answers = Sign.objects.for_user(alice).order_by("date", "sign").values_list("date", "sign", "answer")
    assert [(day.day, sign, answer) for day, sign, answer in answers] == [
        (27, "weakness", False), (28, "stiffness", False), (28, "weakness", True),
    ]  # fmt: skip
    assert [day.date.day for day in Day.objects.for_user(alice).order_by("date")] == [27, 29]


@pytest.mark.parametrize("lines", [
    ("started_at,site,side", "2026-05-28T12:00Z,calf,left", "2026-05-28T12:00Z,calf,right"),
    ("date,stress,weakness,stiffness", "2026-05-27,3,no,", "2026-05-28,,yes,no", "2026-05-29,,,"),
], ids=["episodes", "days"])  # fmt: skip
def test_the_same_file_twice_changes_nothing(alice: User, lines: tuple[str, ...]) -> None:
    first = take(alice, *lines)
    before = contents(alice)
    again = take(alice, *lines, now=NOW + timedelta(hours=1))
    assert (again.created, again.unchanged, again.changed) == (0, first.created, 0)
    assert contents(alice) == before


def test_the_same_row_twice_in_a_file_is_one_episode(alice: User) -> None:
    row = "2026-05-28T12:00Z,calf,left,2"
    result = take(alice, "started_at,site,side,strength", row, row.replace("12:00Z", "14:00+02:00"))
    assert result.counts == (Count("episodes", created=1, unchanged=1),)
    assert only_episode(alice).strength == 2


def test_two_rows_that_contradict_each_other_are_refused(alice: User) -> None:
    rows = ["2026-05-28T12:00Z,2", "2026-05-28T13:00Z,1", "2026-05-28T12:00Z,3"]
    [problem] = take(alice, "started_at,strength", *rows).problems
    assert str(problem) == "Row 4: Row 2 is about the same episode and says otherwise"


def test_two_places_at_once_are_two_episodes(alice: User) -> None:
    result = take(
        alice, "started_at,site,side", "2026-05-28T12:00Z,calf,left", "2026-05-28T12:00Z,calf,right"
    )
    assert result.created == 2


def test_a_file_changes_only_what_it_speaks_of(alice: User) -> None:
    kept = make_episode(alice, strength=2, note="old", seconds=40)
    result = take(alice, "uuid,started_at,note", f"{kept.uuid},{NOON.isoformat()},new")
    kept.refresh_from_db()
    assert result.counts == (Count("episodes", changed=1),)
    assert (kept.note, kept.strength, kept.length_s, kept.length_precision) == ("new", 2, 40, "timed")
    assert (kept.made_at, kept.changed_at) == (NOON, NOW)


def test_an_emptied_cell_makes_a_value_not_recorded(alice: User) -> None:
    make_day(alice, stress=3, sleep_hours=7)
    take(alice, "date,stress", "2026-05-28,")
    day = Day.objects.for_user(alice).get()
    assert (day.stress, day.sleep_hours) == (None, 7)


def test_an_empty_answer_leaves_the_one_that_was_given(alice: User) -> None:
    make_sign(alice, answer=True)
    result = take(alice, "date,weakness", "2026-05-28,")
    assert Sign.objects.for_user(alice).get().answer is True
    assert result.counts == (Count("days", created=1),)


def test_a_new_length_replaces_the_end(alice: User) -> None:
    kept = make_episode(alice, seconds=40)
    take(alice, "uuid,started_at,length_s", f"{kept.uuid},{NOON.isoformat()},90")
    kept.refresh_from_db()
    assert (kept.length_s, kept.length_precision) == (90, "stated")


def test_a_moved_start_keeps_the_counted_columns_true(alice: User) -> None:
    kept = make_episode(alice, seconds=40)
    take(alice, "uuid,started_at", f"{kept.uuid},2026-05-27T23:30Z")
    kept.refresh_from_db()
    assert (kept.started_on, kept.started_minute) == (NOON.date(), 30)
    assert kept.length_s == 11.5 * 3600 + 1 * 3600 + 40


def test_an_episode_without_uuid_is_found_by_start_and_place(alice: User) -> None:
    kept = make_episode(alice)
    result = take(alice, "started_at,site,side,strength", "2026-05-28T13:00,eyelid_lower,left,3")
    kept.refresh_from_db()
    assert (result.created, result.changed, kept.strength) == (0, 1, 3)


def test_a_deleted_episode_comes_back_with_its_row(alice: User) -> None:
    kept = make_episode(alice, deleted_at=NOON)
    result = take(alice, "started_at,site,side", "2026-05-28T13:00,eyelid_lower,left")
    kept.refresh_from_db()
    assert (result.created, result.changed, kept.deleted_at) == (0, 1, None)


def test_a_uuid_of_somebody_else_makes_a_record_of_ones_own(alice: User, bob: User) -> None:
    theirs = make_episode(bob, note="bob's", strength=4)
    before = contents(bob)
    take(alice, "uuid,started_at,note", f"{theirs.uuid},{NOON.isoformat()},alice's")
    assert (only_episode(alice).uuid, only_episode(alice).strength) == (theirs.uuid, None)
    assert contents(bob) == before


def test_a_trial_says_the_same_and_writes_nothing(alice: User) -> None:
    lines = ("date,stress", "2026-05-28,3")
    trial = take(alice, *lines, is_trial=True)
    assert not Day.objects.for_user(alice).exists()
    assert take(alice, *lines) == trial


def test_values_out_of_range_are_left_out_when_asked_to_and_listed(alice: User) -> None:
    result = take(
        alice, "date,stress,sleep_hours", "2026-05-27,-2,7", "2026-05-28,3,30", blank_bad_values=True
    )
    assert [str(problem) for problem in result.left_out] == [
        "Row 2, stress: Stress must be between 0 and 10, not -2",
        "Row 3, sleep_hours: Sleep must be between 0 and 24 hours, not 30",
    ]
    days = Day.objects.for_user(alice).order_by("date").values_list("stress", "sleep_hours")
    assert list(days) == [(None, 7), (3, None)]


def test_a_value_left_out_does_not_wipe_the_one_in_the_diary(alice: User) -> None:
    make_day(alice, stress=3)
    take(alice, "date,stress", "2026-05-28,11", blank_bad_values=True)
    assert Day.objects.for_user(alice).get().stress == 3


@pytest.mark.parametrize(
    ("header", "row", "rating"),
    [
        ("date,weakness", "2026-05-28,yes", 6),
        ("date,weakness,weakness_rating", "2026-05-28,yes,", 6),
        ("date,weakness,weakness_rating", "2026-05-28,yes,8", 8),
        ("date,weakness", "2026-05-28,no", None),
    ],
)
def test_days_without_a_rating_leave_the_one_that_is_there(
    alice: User, header: str, row: str, rating: int | None
) -> None:
    Sign.objects.keep_answer(alice, NOON.date(), "weakness", True, NOON, rating=6)
    take(alice, header, row)
    assert Sign.objects.get().rating == rating


def test_dates_and_places_are_never_left_out(alice: User) -> None:
    lines = (
        "started_at,strength,site",
        "2026-05-28T12:00Z,9,calf",
        "yesterday,9,calf",
        "2026-05-28T12:00Z,1,knie",
    )
    result = take(alice, *lines, blank_bad_values=True)
    assert [problem.place for problem in result.problems] == [
        "Row 3, started_at",
        "Row 3, strength",
        "Row 4, site",
    ]
    assert not result.only_values_are_bad
    assert not Episode.objects.for_user(alice).exists()


def test_a_clock_five_minutes_ahead_is_let_in(alice: User) -> None:
    assert take(alice, "started_at", (NOW + timedelta(minutes=5)).isoformat()).created == 1


def test_today_is_the_day_it_is_where_the_row_is(alice: User) -> None:
    evening = datetime(2026, 11, 22, 12, tzinfo=UTC)
    assert take(alice, "date,timezone", "2026-11-23,Pacific/Kiritimati", now=evening).created == 1
    assert take(alice, "date,timezone", "2026-11-23,Europe/London", now=evening).problems


def test_five_thousand_rows_take_seconds(alice: User) -> None:
    first = datetime(2020, 1, 1, tzinfo=UTC)
    rows = [f"{(first + n * timedelta(hours=9)).isoformat()},{n % 500},calf,left" for n in range(5000)]
    before = time.process_time()
    result = take(alice, "started_at,length_s,site,side", *[row.replace(",0,", ",,") for row in rows])
    assert (result.created, result.problems) == (5000, ())
    assert time.process_time() - before < 10
