"""Files that cannot go in: each has its sentence, and nothing of them is written."""

import io
import json
import zipfile

import pytest

from diary.models import Day, Episode, User
from diary.transfer.imports import ImportResult, import_file
from diary.transfer.reading import MAX_BYTES, MAX_ROWS, NOT_A_DIARY
from tests.transfer.diaries import NOW

START = "2026-05-28T12:00:00Z"


def episodes(*rows: str, header: str = "started_at") -> bytes:
    return "\n".join([header, *rows]).encode()


def days(*rows: str, header: str = "date,stress") -> bytes:
    return "\n".join([header, *rows]).encode()


def zipped(**members: bytes) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name.replace("_", "."), data)
    return target.getvalue()


def archive(**parts: object) -> bytes:
    return json.dumps({"format": "diary", "version": 1, **parts}).encode()


def refused(user: User, data: bytes) -> list[str]:
    """Import the file, see that nothing of it was written, and return the reasons."""
    result = import_file(user, data, NOW)
    assert result == ImportResult(problems=result.problems)
    assert not Episode.objects.for_user(user).exists()
    assert not Day.objects.for_user(user).exists()
    return [str(problem) for problem in result.problems]


# --- files that cannot be read


@pytest.mark.parametrize("data", [
    b"", b"\n\n", b"hello", b"%PDF-1.7 \0\0", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", b"<html><p>A page</p></html>",
    b"{}", b'{"name": "someone else"}', b"Dear diary, it twitched, again",
])  # fmt: skip
def test_a_file_that_is_no_diary_is_refused(alice: User, data: bytes) -> None:
    assert refused(alice, data) == [NOT_A_DIARY]


def test_latin_1_is_refused_with_the_line(alice: User) -> None:
    data = episodes(f"{START},fine", f"{START},café", header="started_at,note").decode().encode("latin-1")
    assert refused(alice, data) == [
        "Line 3 holds a letter that is not in UTF-8. Save the file as “CSV UTF-8”."
    ]


def test_utf_16_is_refused_by_name(alice: User) -> None:
    data = episodes(START).decode().encode("utf-16")
    assert refused(alice, data) == ["The text is in UTF-16. Save it as “CSV UTF-8”."]


def test_a_file_of_20_megabytes_is_refused_unread(alice: User) -> None:
    data = days().ljust(2 * MAX_BYTES, b"\n")
    assert refused(alice, data) == ["The file is larger than 10 MB. Divide it into several files."]


def test_too_many_rows_are_refused(alice: User) -> None:
    data = episodes(*["x"] * (MAX_ROWS + 1))
    assert refused(alice, data) == ["The file has more than 100,000 rows; divide it into several."]


def test_semicolons_between_columns_are_named(alice: User) -> None:
    data = days("2026-05-28;3", header="date;stress")
    expected = "The columns are separated by semicolons. Save the file with commas between them."
    assert refused(alice, data) == [expected]


def test_a_quote_that_is_never_closed_is_named_by_row(alice: User) -> None:
    data = days('2026-05-28,"3', "2026-05-29,4")
    assert refused(alice, data) == ["Row 2: This row is not CSV: look for a quote that is not closed"]


def test_every_unknown_column_is_named(alice: User) -> None:
    data = days(header="date,stres,Mood")
    assert refused(alice, data) == [
        "Row 1, “stres”: This column is not known. Did you mean stress?",
        "Row 1, “mood”: This column is not known.",
    ]


def test_a_column_that_is_there_twice_is_named(alice: User) -> None:
    assert refused(alice, days(header="date,stress,stress")) == ["Row 1, stress: This column is there twice"]


def test_the_column_that_must_be_there_is_named(alice: User) -> None:
    assert refused(alice, episodes(header="ended_at,site")) == [
        "The first row has no column started_at, which episodes must have."
    ]
    assert refused(alice, days(header="sleep_hours,stress")) == [
        "The first row has no column date, which days must have."
    ]


def test_rows_of_another_length_than_the_header_are_all_named(alice: User) -> None:
    assert refused(alice, days("2026-05-28", "2026-05-29,3", "2026-05-30,3,4")) == [
        "Row 2: The row has 1 cells, the header 2",
        "Row 4: The row has 3 cells, the header 2",
    ]


def test_a_nul_is_no_csv(alice: User) -> None:
    assert refused(alice, days("2026-05-28,\0")) == [NOT_A_DIARY]


def test_a_damaged_zip_is_refused(alice: User) -> None:
    data = zipped(diary_json=archive(days=[{"date": "2026-05-28"}]))
    assert refused(alice, data[: len(data) // 2]) == ["The zip file is damaged or locked with a password."]


def test_a_zip_without_a_diary_is_refused(alice: User) -> None:
    expected = ["The zip file holds no diary.json, episodes.csv or days.csv."]
    assert refused(alice, zipped(photo_png=b"x")) == expected


def test_a_spreadsheet_is_told_from_a_zip(alice: User) -> None:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as book:
        book.writestr("[Content_Types].xml", "<Types/>")
    assert refused(alice, target.getvalue()) == [
        "This is a spreadsheet. Save it as “CSV UTF-8” and import that file."
    ]


def test_a_zip_that_unpacks_without_end_is_refused(alice: User) -> None:
    data = zipped(diary_json=b" " * (101 * 1024 * 1024))
    assert len(data) < MAX_BYTES
    assert refused(alice, data) == ["diary.json in the zip file is larger than 100 MB."]


@pytest.mark.parametrize(
    "text", ["{", '{"format": NaN}', '{"a":' * 100_000, '{"format": "diary", "version": 1' + "1" * 5000]
)
def test_json_that_cannot_be_read_is_refused(alice: User, text: str) -> None:
    assert refused(alice, text.encode()) == ["This is not a diary archive: the JSON cannot be read."]


def test_an_archive_of_another_version_is_refused(alice: User) -> None:
    expected = "This archive was made by another version of the diary, and this one cannot read it."
    assert refused(alice, b'{"format": "diary", "version": 2}') == [expected]


@pytest.mark.parametrize("value", [True, {"rest": 1}, ["rest"]])
def test_archive_cells_are_texts_and_numbers(alice: User, value: object) -> None:
    data = archive(episodes=[{"started_at": START}, {"started_at": START, "relief": value}])
    assert refused(alice, data) == ["Episodes, row 2, “relief”: This is not known, or not a text or number"]


def test_an_archive_with_half_a_character_is_refused(alice: User) -> None:
    data = archive(days=[{"date": "2026-05-28", "note": "\ud83d"}, {"date": "2026-05-28", "note": "\0"}])
    reason = "The text holds a character that cannot be kept"
    assert refused(alice, data) == [f"Days, row {row}, note: {reason}" for row in (1, 2)]


@pytest.mark.parametrize("kept", ["x", "[]", '{"span": "8w"}', '{"parts": [1]}', '{"notes": [["a"]]}'])
def test_choices_of_a_report_that_are_no_lists_of_words_are_refused(alice: User, kept: str) -> None:
    (reason,) = refused(alice, archive(settings=[{"report_choices": kept}]))
    assert reason.startswith("Settings, row 1, report_choices: This must be the ")


def test_one_bad_record_stops_the_whole_archive(alice: User) -> None:
    data = archive(
        settings=[{"timezone": "Asia/Tokyo"}],
        days=[{"date": "2026-05-28"}],
        put_away=[{"rule": "SITE_14D", "made_on": "2026-05-28", "until": "2026-05-01"}],
        visits=[{"date": "soon"}],
        signs=[{"date": "2026-05-28", "sign": "weakness"}],
    )
    assert refused(alice, data) == [
        "Signs, row 1, answer: This must not be empty",
        "Put_away, row 1, until: The last quiet day must not be before the first",
        "Visits, row 1, date: “soon” is not a date; write it like 2026-05-28",
    ]
    alice.refresh_from_db()
    assert alice.timezone == "Europe/London"


# --- rows that cannot be true


def test_one_bad_row_in_5000_is_named_and_nothing_is_written(alice: User) -> None:
    rows = [
        f"2026-0{1 + n // 1500}-{1 + n // 60 % 25:02}T{n % 24:02}:{n % 60:02}:{n // 100:02}Z"
        for n in range(5000)
    ]
    rows[3210] = "2026-02-30T10:00"
    example = "2026-05-28T21:40 or 2026-05-28T21:40:00+01:00"
    assert refused(alice, episodes(*rows)) == [
        f"Row 3212, started_at: “2026-02-30T10:00” is not a date and time; write it like {example}"
    ]


def test_every_bad_cell_of_every_bad_row_is_named(alice: User) -> None:
    data = days(
        "2026-05-28,11,30", "28/5/2026,3,8", "2026-05-30,3,8", ",-2,x", header="date,stress,sleep_hours"
    )
    assert refused(alice, data) == [
        "Row 2, sleep_hours: Sleep must be between 0 and 24 hours, not 30",
        "Row 2, stress: Stress must be between 0 and 10, not 11",
        "Row 3, date: “28/5/2026” is not a date; write it like 2026-05-28",
        "Row 5, sleep_hours: “x” is not a number; write it like 6.5",
        "Row 5, stress: Stress must be between 0 and 10, not -2",
        "Row 5, date: This must not be empty",
    ]


EPISODE_REASONS = [
    ("ended_at=2026-05-28T11:59:00Z", "ended_at: The end must be after the start"),
    ("started_at=2026-11-22T12:05:01Z", "started_at: This time is in the future"),
    ("ended_at=2026-11-22T12:05:01Z", "ended_at: This time is in the future"),
    ("started_at=2026-11-22T11:59:00Z,length_s=600", "length_s: With this length the end is in the future"),
    ("started_at=2026-05-28", "started_at: “2026-05-28” is not a date and time"),
    ("started_at=1899-05-28T12:00Z", "started_at: The year must be 1900 or later"),
    ("started_at=1900-01-01T00:00+14:00", "started_at: The year must be 1900 or later"),
    ("started_at=1900-01-01T00:00Z,timezone=America/New_York", "started_at: The year must be 1900 or later"),
    ("started_at=9999-12-31T23:59-12:00", "started_at: The year must be 1900 or later"),
    ("started_at=2026-03-29T01:30", "started_at: There was no 1:30am on Sunday 29 March 2026"),
    ("length_s=45 s", "length_s: “45 s” is not a length; write whole seconds, such as 90"),
    ("length_s=-45", "length_s: A length cannot be below 0 seconds"),
    ("length_s=1e9", "length_s: “1e9” is not a length"),
    ("length_s=99999999999", "length_s: The length is longer than 60 years"),
    ("length_s=0", "length_s: Length must be longer than 0 seconds"),
    ("ended_at=2026-05-28T12:10:00Z,length_s=60", "length_s: From start to end it is 600 seconds, not 60"),
    ("length_precision=timed", "length_precision: There is neither an end nor a length"),
    ("length_s=60,length_precision=unknown", "length_precision: There is a length, so this can be"),
    ("length_s=60,length_low_s=90,length_high_s=30", "length_low_s: Give both the shorter and the longer"),
    ("length_low_s=90", "length_low_s: Give both the shorter and the longer"),
    ("state=ongoing,ended_at=2026-05-28T12:10:00Z", "ended_at: An episode that is still going"),
    ("state=ongoing,length_s=9", "length_s: An episode that is still going has no end yet"),
    ("state=over", "state: “over” is not known; it can be ended, ongoing"),
    ("timezone=Mars/Base", "timezone: “Mars/Base” is not a time zone; write it like Europe/London"),
    ("site=eyelid_low", "site: “eyelid_low” is not known. Did you mean eyelid_lower?"),
    ("site=diaphragm,side=left", "side: That place has no such side"),
    ("side=left", "site: Give a place for the side"),
    ("strength=5", "strength: Strength must be between 1 (faint) and 4 (strong), not 5"),
    ("strength=mild", "strength: “mild” is not a whole number"),
    ("suspected_triggers=screen;moon", "suspected_triggers: “moon” is not known."),
    ("relief=rest=5", "relief: How much “rest” helped must be between 0 (not at all) and 4 (a lot)"),
    ("signs=weakness", "signs: “weakness” must be answered, as in weakness=yes"),
    ("signs=weak=yes", "signs: “weak” is not known. Did you mean weakness?"),
    ("signs_on=May", "signs_on: “May” is not a date; write it like 2026-05-28"),
    ("uuid=12", "uuid: “12” is not a UUID; leave it empty to have one made"),
    ("made_at=2026-11-22T12:05:01Z", "made_at: This time is in the future"),
    (f"note={'x' * 5001}", "note: The text is longer than 5,000 characters"),
]  # fmt: skip


@pytest.mark.parametrize(("cells", "reason"), EPISODE_REASONS, ids=[reason for _, reason in EPISODE_REASONS])
def test_an_episode_that_makes_no_sense_says_why(alice: User, cells: str, reason: str) -> None:
    row = {"started_at": START} | dict(cell.split("=", 1) for cell in cells.split(","))
    [said] = refused(alice, episodes(",".join(row.values()), header=",".join(row)))
    assert said.startswith(f"Row 2, {reason}")


DAY_REASONS = [
    ("date=2026-11-23", "date: This date is in the future"),
    ("date=2026-5-28", "date: “2026-5-28” is not a date; write it like 2026-05-28"),
    ("twitching=no", "twitching: “no” is not known; it can be none, yes"),
    ("sleep_hours=30", "sleep_hours: Sleep must be between 0 and 24 hours, not 30"),
    ("sleep_hours=nan", "sleep_hours: “nan” is not a number; write it like 6.5"),
    ("sleep_hours=6:30", "sleep_hours: “6:30” is not a number; write it like 6.5"),
    ("sleep_quality=0", "sleep_quality: Sleep quality must be between 1 and 3"),
    ("water_ml=15001", "water_ml: Drinks must be between 0 and 15,000 ml, not 15001"),
    ("caffeine_mg=3001", "caffeine_mg: Caffeine must be between 0 and 3,000 mg, not 3001"),
    ("stress=11", "stress: Stress must be between 0 and 10, not 11"),
    ("stress=4.5", "stress: “4.5” is not a whole number"),
    ("weakness=maybe", "weakness: “maybe” is not known; it can be yes, no"),
    ("weakness_rating=0", "weakness_rating: "),
    ("weakness_rating=4", "weakness_rating: Only a yes has a rating"),
]  # fmt: skip


@pytest.mark.parametrize(("cell", "reason"), DAY_REASONS, ids=[reason for _, reason in DAY_REASONS])
def test_a_day_that_makes_no_sense_says_why(alice: User, cell: str, reason: str) -> None:
    name, value = cell.split("=")
    row = {"date": "2026-05-28", name: value}
    [said] = refused(alice, days(",".join(row.values()), header=",".join(row)))
    assert said.startswith(f"Row 2, {reason}")


@pytest.mark.parametrize(
    ("table", "record", "problem"),
    [
        ("medicines", {"kind": "tea"}, "kind: “tea” is not known."),
        ("medicines", {"started": "2026-05", "stopped": "2026-04"}, "stopped: The end must not be before"),
        ("medicines", {"started": "May"}, "started: “May” is not a date; write it like 2026-05-28, 2026-05"),
        ("medicines", {"started": "0001"}, "started: The year must be 1900 or later"),
        ("medicines", {"changes": "[1]"}, "changes: This must be the list of changes"),
        ("medicines", {"changes": '[{"on": "May"}]'}, "changes: This must be the list of changes"),
        ("tests", {"value": "high"}, "value: “high” is not a result; write it like 0.85 or <0.01"),
        ("tests", {"value": "1", "unit": "g"}, "unit: This can be mmol/l, mg/dl, mEq/l"),
        ("tests", {"what": "other", "name": "", "value": "1"}, "name: This must not be empty"),
        ("tests", {"value": "1", "unit": "mg/dl", "low": "2", "high": "1"}, "low: The range must start"),
        ("conditions", {"whose": "dog"}, "whose: “dog” is not known; it can be self, family"),
    ],
)  # fmt: skip
def test_a_bad_entry_of_the_health_record_is_named(
    alice: User, table: str, record: dict[str, str], problem: str
) -> None:
    known = {"name": "X"} | ({"what": "magnesium"} if table == "tests" else {})
    assert problem in refused(alice, archive(**{table: [known | record]}))[0]
