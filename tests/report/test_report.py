from datetime import UTC, date, datetime, timedelta

from diary.models import User
from diary.periods import Period
from diary.report.choices import Choices
from diary.report.report import AskedAbout, make_report
from diary.vocabulary.signs import SIGNS
from tests.analysis.made import said, spell, twitch
from tests.factories import NOON, make_day, make_episode, make_sign, make_user
from tests.report.sheets import report_of

MAY = Period(date(2026, 5, 1), date(2026, 5, 28), "Europe/London")
LATER = datetime(2026, 6, 20, 9, tzinfo=UTC)


def test_a_report_counts_what_started_and_places_what_only_reaches_in() -> None:
    reaching = twitch("2026-04-29 23:00", end="2026-05-01 02:00", place="calf left")
    report = report_of(
        [
            reaching,
            twitch("2026-05-03 10:00", place="calf right"),
            spell("2026-05-04 09:00", "2026-05-04 12:00"),
        ]
    )
    assert (report.twitches, report.spells, report.lengths.n) == (1, 1, 1)
    assert [(str(found.place), found.days, found.episodes) for found in report.places] == [
        ("left calf", 3, 1),
        ("right calf", 1, 1),
    ]


def test_days_say_how_complete_the_diary_is() -> None:
    report = report_of(
        [twitch("2026-05-03 10:00")],
        [
            said("2026-05-04", "none"),
            said("2026-05-05", "none", made_on="2026-05-09"),
            said("2026-05-06", stress=4),
        ],
    )
    counts = report.counts
    assert (
        counts.in_period,
        counts.filled_in,
        counts.checked_in,
        counts.twitching,
        counts.none,
        counts.same_day,
    ) == (28, 3, 2, 1, 2, 2)


def test_a_report_of_the_past_sees_the_diary_as_its_last_day_ended(alice: User) -> None:
    make_episode(alice, datetime(2026, 5, 28, 10, tzinfo=UTC), seconds=None, is_ongoing=True)
    report = make_report(alice, Choices(MAY), LATER)
    assert (report.ongoing, report.lengths.longest_s, report.lengths.longest_is_at_least) == (
        1,
        13 * 3600,
        True,
    )
    assert (report.made_on, report.period) == (date(2026, 6, 20), MAY)


def test_days_to_come_are_none_of_a_report(alice: User) -> None:
    report = make_report(alice, Choices(MAY), datetime(2026, 5, 10, 9, tzinfo=UTC))
    assert (report.period.last, report.counts.in_period) == (date(2026, 5, 10), 10)


def test_the_day_of_the_report_is_that_of_the_persons_zone() -> None:
    user = User(username="k", timezone="Pacific/Kiritimati")
    assert user.today(datetime(2026, 5, 27, 11, tzinfo=UTC)) == date(2026, 5, 28)


def test_not_asked_is_never_a_no(alice: User) -> None:
    make_sign(alice, date(2026, 5, 3), "weakness", answer=True)
    make_sign(alice, date(2026, 5, 9), "weakness", answer=False)
    weakness, *others = make_report(alice, Choices(MAY), LATER).asked_about
    assert weakness == AskedAbout("weakness", True, date(2026, 5, 9), 1)
    assert others == [AskedAbout(sign, None, None, 0) for sign in SIGNS if sign != "weakness"]


def test_a_report_holds_nothing_of_anybody_else(alice: User, bob: User) -> None:
    make_episode(bob)
    make_day(bob, stress=7)
    make_sign(bob)
    assert make_report(alice, Choices(MAY), LATER).is_empty


def test_a_value_of_a_day_is_something_to_report(alice: User) -> None:
    make_day(alice, stress=7)
    report = make_report(alice, Choices(MAY), LATER)
    assert (report.is_empty, report.counts.filled_in) == (False, 0)


def test_deleted_episodes_are_not_reported(alice: User) -> None:
    make_episode(alice, deleted_at=NOON + timedelta(days=1))
    assert make_report(alice, Choices(MAY), LATER).is_empty


def test_a_report_asks_the_database_as_often_for_many_entries_as_for_one(
    alice: User, django_assert_max_num_queries: object
) -> None:
    for person, entries in ((alice, 1), (make_user("carol"), 60)):
        for n in range(entries):
            make_episode(person, NOON - timedelta(hours=5 * n))
        with django_assert_max_num_queries(11):  # type: ignore[operator]
            make_report(person, Choices(MAY, parts=frozenset()), LATER)
