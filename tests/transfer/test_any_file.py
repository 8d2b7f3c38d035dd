"""Whatever a file holds, it goes in or is refused with a sentence; it never breaks anything."""

import csv
import io
import json
from typing import Any

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from diary.models import User
from diary.transfer.columns import Table
from diary.transfer.imports import import_file
from diary.transfer.reading import ARCHIVE
from diary.transfer.tables import CSV_FILES
from tests.factories import make_user
from tests.transfer.diaries import NOW, contents

pytestmark = pytest.mark.django_db
quick = settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])

times = st.sampled_from([
    "2026-05-28T10:00", "2026-05-28 10:00Z", "1900-01-01T00:00+23:59", "2026-03-29T01:30", "2025-10-26T01:30",
    "2027-01-01T00:00Z", "2026-W22-4", "9999-12-31T23:59", "0001-01-01T00:00",
])  # fmt: skip
dates = st.sampled_from(["2026-05-28", "2026-05-27", "0001-01-01", "9999-12-31", "2026-02-30", "28/5/2026"])
words = st.sampled_from([
    "", " ", "0", "-1", "11", "1e308", "1e-308", "nan", "٣", "UTC", "Europe/London", "../etc/passwd",
    "localtime", "left", "calf", "ended", "ongoing", "twitch", "yes", "none", "rest=3", "rest=;=;;",
    "screen;;", "timed", "é", "unknown", "weakness", "00000000-0000-0000-0000-000000000000",
])  # fmt: skip
telling = times | dates | words
cells = telling | st.text(max_size=20)


@st.composite
def csv_files(draw: Any) -> bytes:
    table: Table = draw(st.sampled_from(CSV_FILES))
    names = [column.name for column in table.columns]
    header = [table.key, *draw(st.lists(st.sampled_from([n for n in names if n != table.key]), unique=True))]
    out = io.StringIO(newline="")
    csv.writer(out).writerows([header, *draw(st.lists(rows_of(len(header)), max_size=4))])
    return out.getvalue().encode("utf-8", "surrogatepass")


def rows_of(length: int) -> Any:
    return st.lists(cells, min_size=length, max_size=length)


@st.composite
def archives(draw: Any) -> bytes:
    values = cells | st.none() | st.integers() | st.floats() | st.booleans() | st.lists(cells, max_size=2)
    parts = {
        table.name: draw(st.lists(st.dictionaries(names_of(table), values) | likely(table), max_size=3))
        for table in ARCHIVE
        if draw(st.booleans())
    }
    return json.dumps({"format": "diary", "version": 1} | parts).encode("utf-8", "surrogatepass")


def likely(table: Table) -> Any:
    """Return records whose cells at least fit their columns, mostly."""
    fitting = {name: times if name.endswith("_at") else dates | words for name in names(table)}
    fitting |= {name: dates for name in ("date", "made_on", "until") if name in fitting}
    needed = {table.key, "sign", "answer", "made_on", "until"} & names(table)
    return st.fixed_dictionaries(
        {name: fitting[name] for name in sorted(needed)},
        optional={name: fitting[name] for name in sorted(names(table) - needed)},
    )


def names(table: Table) -> set[str]:
    return {column.name for column in table.all_columns}


def names_of(table: Table) -> Any:
    return st.sampled_from(sorted(names(table))) | cells


def someone() -> User:
    return make_user(f"person{User.objects.count()}")


@quick
@given(st.binary(max_size=200) | csv_files() | archives())
@example(b"PK\x03\x04")
@example(b'{"format": "diary", "version": 1, "episodes": 3}')
@example(b'{"format": "diary", "version": 1, "days": [3]}')
@example("date,note\n2026-05-28,\ud800".encode("utf-8", "surrogatepass"))
def test_any_file_goes_in_whole_or_not_at_all(data: bytes) -> None:
    user = someone()
    before = contents(user)
    for blank in (False, True):
        result = import_file(user, data, NOW, blank_bad_values=blank)
        assert all(str(problem).encode() for problem in (*result.problems, *result.left_out))
        assert contents(user) == before or not result.problems
    again = import_file(user, data, NOW, blank_bad_values=True)
    assert (again.created, again.changed) == (0, 0)
