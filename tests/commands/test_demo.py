"""The demo account: invented, the same each time, and nobody else's."""

import re
from datetime import UTC, date, datetime, timedelta

import pytest
import time_machine
from django.core.management import CommandError, call_command
from django.test import Client

from diary.analysis.flags import flags_of
from diary.analysis.health import blood_results, medicine_records, questions
from diary.models import Day, Episode, Sign, User
from diary.periods import Period
from diary.vocabulary.signs import ON_PAGE_1
from tests.conftest import client_of
from tests.factories import make_episode
from tests.transfer.diaries import contents

EVENING = datetime(2026, 5, 28, 21, 45, tzinfo=UTC)
at_a_fixed_time = time_machine.travel(EVENING, tick=False)
every_persona = pytest.mark.parametrize(
    ("persona", "days"), [("eyelid", 56), ("runner", 56), ("settled", 42)]
)


def demo() -> User:
    return User.objects.get(username="demo")


@at_a_fixed_time
def test_it_prints_a_password_that_opens_the_account(db: None, capsys: pytest.CaptureFixture[str]) -> None:
    call_command("demo")
    password = re.search(r"with the password (\S+)", capsys.readouterr().out)
    assert password
    assert Client().login(username="demo", password=password[1])


@at_a_fixed_time
@every_persona
def test_it_ends_today_leaves_days_blank_and_says_that_it_is_made_up(
    db: None, persona: str, days: int
) -> None:
    call_command("demo", persona=persona)
    user = demo()
    period = Period.ending(date(2026, 5, 28), days, "Europe/London")
    dates = set(Day.objects.for_user(user).values_list("date", flat=True))
    assert (user.is_demo, user.first_name) == (True, "Made-up example")
    assert dates <= set(period.days())
    assert 0.1 < 1 - len(dates) / days < 0.6
    assert (
        Episode.objects.for_user(user).started_in(period).count()
        == Episode.objects.for_user(user).count()
        > 0
    )


@at_a_fixed_time
@pytest.mark.parametrize(
    "page", ["/", "/diary/", "/patterns/time/", "/report/", "/report/preview/", "/settings/"]
)
def test_every_page_of_it_says_that_it_is_made_up(alice: User, page: str) -> None:
    call_command("demo")
    said = [b"Made-up example" in client_of(user).get(page).content for user in (demo(), alice)]
    assert said == [True, False]


@at_a_fixed_time
@pytest.mark.parametrize("name", ["full", "initials", "none"])
def test_its_report_says_so_whatever_name_is_chosen(db: None, name: str) -> None:
    call_command("demo")
    page = client_of(demo()).get(f"/report/preview/?name={name}").content
    assert b"</strong> <span>Made-up example</span></div>" in page


@at_a_fixed_time
@pytest.mark.parametrize(("persona", "expected"), [
    ("eyelid", {("EYELID_7D", "open"), ("EYELID_21D", "resolved")}),
    ("runner", {("SITE_14D", "open"), ("MULTI_PLACE", "open")}),
])  # fmt: skip
def test_the_flags_that_belong_to_a_persona_are_raised(
    db: None, persona: str, expected: set[tuple[str, str]]
) -> None:
    call_command("demo", persona=persona)
    assert expected <= {(flag.rule, flag.state) for flag in flags_of(demo(), EVENING)}


@at_a_fixed_time
def test_nothing_is_pointed_out_to_the_settled_one(db: None) -> None:
    call_command("demo", persona="settled")
    assert [flag for flag in flags_of(demo(), EVENING) if flag.is_open] == []


@at_a_fixed_time
def test_nothing_happens_after_now(db: None) -> None:
    call_command("demo", persona="runner")
    episodes = Episode.objects.for_user(demo())
    assert all((episode.ended_at or episode.started_at) <= EVENING for episode in episodes)
    assert all(episode.made_at <= EVENING for episode in episodes)


@at_a_fixed_time
def test_it_is_the_same_each_time(db: None) -> None:
    call_command("demo")
    first = without_ids(demo())
    call_command("demo")
    assert without_ids(demo()) == first


def without_ids(user: User) -> list[str]:
    return sorted(str({**row, "uuid": ""}) for row in contents(user)["Episode"])


@at_a_fixed_time
def test_its_health_record_is_the_same_each_time_and_calm(db: None) -> None:
    call_command("demo")
    medicines, tests = medicine_records(demo()), blood_results(demo())
    assert [(medicine.name, str(medicine.started)) for medicine in medicines] == [
        ("Magnesium citrate", "2026-04"),
        ("Vitamin D", "2024"),
    ]
    assert {(test.place, str(test.taken_on)) for test in tests} == {("in", "2026-05-16")}
    assert len(questions(demo())) == 2


@at_a_fixed_time
def test_now_and_then_a_value_is_not_given(db: None) -> None:
    call_command("demo")
    given = [day.stress for day in Day.objects.for_user(demo())]
    assert 0 < given.count(None) < len(given) / 3


@at_a_fixed_time
def test_it_shows_on_the_report_what_an_answer_looks_like_and_what_none(db: None) -> None:
    call_command("demo")
    answers = dict(Sign.objects.for_user(demo()).values_list("sign", "answer"))
    assert answers == dict.fromkeys(ON_PAGE_1[:-1], False)
    assert demo().first_noticed_on == date(2026, 3, 28)


@at_a_fixed_time
def test_no_other_account_is_touched(alice: User) -> None:
    make_episode(alice)
    before = contents(alice)
    call_command("demo")
    call_command("demo", persona="settled")
    assert contents(alice) == before
    assert sorted(User.objects.values_list("username", flat=True)) == ["alice", "demo"]


def test_an_account_that_a_person_named_demo_stays_theirs(db: None) -> None:
    theirs = User.objects.create_user("demo")
    make_episode(theirs)
    with pytest.raises(CommandError, match="somebody's own and stays as it is"):
        call_command("demo")
    assert Episode.objects.for_user(theirs).count() == 1


@pytest.mark.parametrize("day", [date(2026, 3, 29), date(2026, 10, 25)])
def test_it_can_be_made_on_the_days_the_clocks_change(db: None, day: date) -> None:
    noon = datetime(day.year, day.month, day.day, 12, tzinfo=UTC)
    for hours in (-12, 0, 11):
        with time_machine.travel(noon + timedelta(hours=hours), tick=False):
            call_command("demo", persona="settled")
