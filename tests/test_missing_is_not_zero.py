"""What nobody gave is blank everywhere, and every count is of the days filled in (ux F-1, F-2)."""

import csv
import io
import re
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils.html import strip_tags
from hypothesis import given
from hypothesis import strategies as st
from time_machine import TimeMachineFixture

from diary.analysis.factors import given as given_factors
from diary.analysis.factors import summaries
from diary.models import Day, User
from diary.transfer.tables import DAYS
from diary.vocabulary.factors import FACTORS
from tests.analysis.made import days_of, period, said
from tests.factories import make_day, make_episode

NOW = datetime(2026, 5, 28, 13, 5, tzinfo=UTC)
FIRST = date(2026, 5, 1)

# "26 of 28 filled in" and "Answers to sleep, on 7 of 28 days" say how much is known, "28 of 28 days shown"
# how long a list is; anything else "of 28" would count blank days as days without twitching.
HOW_MUCH_IS_KNOWN = re.compile(
    r"\d+ of 28 (?:days )?filled in|Answers to [^.]*, on \d+ of 28 days|28 of 28 days shown"
)


@pytest.fixture
def four_weeks(alice: User, time_machine: TimeMachineFixture) -> User:
    """Twitching on 19 of the last 28 days, none on 7, and 2 left blank."""
    time_machine.move_to(NOW, tick=False)
    for back in range(19):
        make_episode(alice, NOW - timedelta(days=back))
    for back in range(19, 26):
        make_day(alice, NOW.date() - timedelta(days=back), twitching="none", sleep_hours=7)
    return alice


def test_no_page_counts_blank_days_as_days_without_twitching(
    client_of_alice: Client, four_weeks: User
) -> None:
    pages = {path: shown(client_of_alice, path) for path in PAGES}
    assert [path for path, text in pages.items() if "of 28" in HOW_MUCH_IS_KNOWN.sub("", text)] == []
    assert {path for path, text in pages.items() if "19 of 26" in text} >= COUNTING


PAGES = (
    "/today/",
    "/diary/",
    "/diary/calendar/",
    "/patterns/time/",
    "/patterns/places/",
    "/report/",
    "/report/preview/",
    "/help/",
)
COUNTING = {"/patterns/time/", "/patterns/places/", "/report/preview/"}


def shown(client: Client, path: str) -> str:
    return " ".join(strip_tags(client.get(path).text).split())


Values = dict[str, float | None]
one_day = st.fixed_dictionaries(
    {code: st.none() | st.sampled_from([factor.low, factor.high]) for code, factor in FACTORS.items()}
)
a_week_and_one_of_its_values = (
    st.lists(one_day, min_size=1, max_size=7)
    .map(
        lambda days: (
            days,
            [(n, code) for n, day in enumerate(days) for code in day if day[code] is not None],
        )
    )
    .filter(lambda week: bool(week[1]))
    .flatmap(lambda week: st.tuples(st.just(week[0]), st.sampled_from(week[1])))
)


def summed_up(week: list[Values]) -> dict[str, Any]:
    checkins = [said(str(FIRST + timedelta(days=n)), "none", **day) for n, day in enumerate(week)]
    days = days_of(period("2026-05-01", "2026-05-07"), checkins=checkins)
    return dict(summaries(days)) | {"given": given_factors(days)}


@given(a_week_and_one_of_its_values)
def test_a_value_taken_away_is_one_fewer_and_never_a_zero(
    chosen: tuple[list[Values], tuple[int, str]],
) -> None:
    week, (n, code) = chosen
    without = [{**day, code: None} if at == n else day for at, day in enumerate(week)]
    before, after = summed_up(week), summed_up(without)
    left = [value for day in without if (value := day[code]) is not None]
    assert before[code].n == len(left) + 1
    assert (after[code].n if after[code] else 0) == len(left)
    if left:
        assert min(left) <= after[code].q1 <= after[code].q3 <= max(left)
    changed = {name for name in FACTORS if before[name] != after[name]}
    assert changed <= {code}


@given(one_day)
def test_a_blank_value_is_an_empty_cell(values: Values) -> None:
    day = Day(date=FIRST, zone="Europe/London", made_at=NOW, changed_at=NOW, **values)
    cells = DAYS.cells_of(day)
    assert {code for code in values if cells[code] is None} == {c for c, v in values.items() if v is None}


def test_the_file_has_nothing_between_the_commas(client_of_alice: Client, alice: User) -> None:
    make_day(alice, FIRST, caffeine_mg=0)
    text = client_of_alice.get("/export/days.csv").content.decode("utf-8-sig")
    (row,) = csv.DictReader(io.StringIO(text))
    assert {name: row[name] for name in ("caffeine_mg", "sleep_hours", "water_ml", "stress")} == {
        "caffeine_mg": "0",
        "sleep_hours": "",
        "water_ml": "",
        "stress": "",
    }
