"""The numbers of diaries that real people kept are those of their files, counted here by other means.

The large ones may lie beside the checkout; a small invented one is always here.
"""

import csv
import statistics
from collections import Counter, defaultdict
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from functools import cache
from html import unescape
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from django.template.loader import render_to_string
from django.utils.html import strip_tags

from diary.analysis.duration import USUAL_FROM
from diary.charts.axis import plural
from diary.models import User
from diary.periods import Period
from diary.quantities import format_length
from diary.report.appendix import appendix
from diary.report.as_json import as_json
from diary.report.choices import Choices
from diary.report.lists import MOST_TWITCHES
from diary.report.page1 import page1
from diary.report.pdf import as_pdf
from diary.report.pictures import pictures
from diary.report.report import Report, make_report
from diary.transfer.demo import make_demo
from diary.transfer.imports import import_file
from diary.vocabulary.factors import FACTORS
from diary.vocabulary.sites import Place
from tests.report.sheets import text_of, words_of

HERE = Path(__file__).parents[1]
BESIDE = HERE.parents[1] / "shared" / "data" / "diaries"
FOLDERS = [HERE / "transfer" / "data" / "invented", *sorted(BESIDE.glob("*/"))]
NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)

PARTS = frozenset({"places", "days", "twitches", "signs"})

Row = dict[str, str]
each_diary = pytest.mark.parametrize(
    "folder",
    [
        pytest.param(folder, id=folder.name, marks=[pytest.mark.real_data] if folder.parent == BESIDE else [])
        for folder in FOLDERS
    ],
)


@cache
def table(path: Path) -> tuple[Row, ...]:
    with path.open(newline="", encoding="utf-8") as file:
        return tuple(csv.DictReader(file))


def moment(row: Row, column: str) -> datetime:
    return datetime.fromisoformat(row[column]).astimezone(ZoneInfo(row["timezone"]))


def dates(row: Row) -> Iterator[date]:
    """Every local date the row touches; one that ends at midnight does not touch the next."""
    start = moment(row, "started_at")
    last = start
    if row.get("ended_at") and moment(row, "ended_at") > start:
        last = moment(row, "ended_at") - timedelta(microseconds=1)
    day = start.date()
    while day <= last.date():
        yield day
        day += timedelta(days=1)


def seconds(row: Row) -> float | None:
    if row.get("length_s"):
        return float(row["length_s"])
    if not row.get("ended_at"):
        return None
    return (
        datetime.fromisoformat(row["ended_at"]) - datetime.fromisoformat(row["started_at"])
    ).total_seconds()


def counted(folder: Path) -> dict[str, Any]:
    """What the report must say of the files, over all of their days."""
    episodes, days = table(folder / "episodes.csv"), table(folder / "days.csv")
    said = {date.fromisoformat(row["date"]): row["twitching"] for row in days}
    touched = {day for row in episodes for day in dates(row)}
    yes = touched | {day for day, answer in said.items() if answer == "yes"}
    none = {day for day, answer in said.items() if answer == "none"} - touched
    twitches = [row for row in episodes if row.get("kind") != "spell"]
    known = sorted(length for row in twitches if (length := seconds(row)) is not None)
    strengths = [int(row["strength"]) for row in episodes if row.get("strength")]
    return {
        "first": min([*said, *touched]),
        "last": max([*said, *touched]),
        "twitching": len(yes),
        "none": len(none),
        "checked_in": sum(bool(answer) for answer in said.values()),
        "twitches": len(twitches),
        "spells": len(episodes) - len(twitches),
        "n": len(known),
        "median_s": statistics.median(known) if known else None,
        "longest_s": max(known, default=None),
        "strength": {
            "n": len(strengths),
            "median": statistics.median(strengths) if strengths else None,
            "max": max(strengths, default=None),
        },
        "hours": [Counter(moment(row, "started_at").hour for row in twitches)[hour] for hour in range(24)],
        "places": places(episodes),
        "factors": {
            code: values(days, code) for code in ("sleep_hours", "water_ml", "caffeine_mg", "stress")
        },
        "yes": yes,
        "known": yes | none,
    }


def places(episodes: tuple[Row, ...]) -> dict[tuple[str, str], tuple[int, int]]:
    """Days and episodes of each place."""
    touched: dict[tuple[str, str], set[date]] = defaultdict(set)
    for row in episodes:
        touched[row["site"], row["side"]].update(dates(row))
    counts = Counter((row["site"], row["side"]) for row in episodes)
    return {place: (len(touched[place]), counts[place]) for place in counts}


def values(days: tuple[Row, ...], code: str) -> list[float]:
    given = [float(row[code]) for row in days if row.get(code)]
    return [value for value in given if FACTORS[code].low <= value <= FACTORS[code].high]


def imported(user: User, folder: Path, zone: str) -> None:
    user.timezone = zone
    user.save()
    for name in ("episodes.csv", "days.csv"):
        assert import_file(user, (folder / name).read_bytes(), NOW, blank_bad_values=True).problems == ()


@each_diary
def test_the_report_counts_what_the_files_hold(alice: User, folder: Path) -> None:
    expected = counted(folder)
    imported(alice, folder, table(folder / "episodes.csv")[0]["timezone"])
    period = Period(expected["first"], expected["last"], alice.timezone)
    found = as_json(make_report(alice, Choices(period), NOW))
    days = found["days"]
    assert days["in_period"] == (expected["last"] - expected["first"]).days + 1
    assert days["filled_in"] == expected["twitching"] + expected["none"]
    assert {key: days[key] for key in ("twitching", "none", "checked_in")} == {
        key: expected[key] for key in ("twitching", "none", "checked_in")
    }
    assert found["episodes"] == {"twitches": expected["twitches"], "spells": expected["spells"], "ongoing": 0}
    assert {key: found["length"][key] for key in ("n", "median_s", "longest_s")} == {
        key: expected[key] for key in ("n", "median_s", "longest_s")
    }
    assert found["length"]["not_recorded"] == expected["twitches"] - expected["n"]
    assert (found["strength"], found["hours"]) == (expected["strength"], expected["hours"])
    assert {
        (place["site"] or "", place["side"] or ""): (place["days"], place["episodes"])
        for place in found["places"]
    } == expected["places"]


@each_diary
def test_weeks_and_factors_are_those_of_the_files(alice: User, folder: Path) -> None:
    expected = counted(folder)
    imported(alice, folder, table(folder / "episodes.csv")[0]["timezone"])
    found = as_json(
        make_report(alice, Choices(Period(expected["first"], expected["last"], alice.timezone)), NOW)
    )
    for number, week in enumerate(found["weeks"]):
        first = expected["first"] + timedelta(days=7 * number)
        block = {first + timedelta(days=n) for n in range(7)}
        assert week == {
            "first": first.isoformat(),
            "twitching": len(block & expected["yes"]),
            "filled_in": len(block & expected["known"]),
        }
    for code, given in expected["factors"].items():
        assert (found["factors"][code]["n"], found["factors"][code]["median"]) == (
            len(given),
            statistics.median(given) if given else None,
        )


@each_diary
def test_page_pdf_and_json_hold_the_same_numbers(alice: User, folder: Path) -> None:
    expected = counted(folder)
    imported(alice, folder, "Europe/London")
    period = Period(expected["first"], expected["last"], alice.timezone)
    assert_one_set_of_numbers(make_report(alice, Choices(period, parts=PARTS), NOW))


@pytest.mark.django_db
def test_the_demo_says_the_same_on_page_and_paper_and_in_the_json() -> None:
    make_demo("eyelid", "", "Europe/London", NOW)
    user = User.objects.get(is_demo=True)
    period = Period.ending(user.today(NOW), 28, user.timezone)
    assert_one_set_of_numbers(make_report(user, Choices(period, parts=PARTS), NOW))


def assert_one_set_of_numbers(report: Report) -> None:
    pdf = "".join(text_of(as_pdf(report)).split())
    page = "".join(unescape(strip_tags(shown(report))).split())
    numbers = ["".join(words.split()) for words in numbers_of(as_json(report))]
    assert [words for words in numbers if words not in pdf] == []
    assert [words for words in numbers if words not in page] == []
    facts = [word for words in words_of(page1(report)) for word in words.split()]
    assert [word for word in facts if word not in pdf] == []


def shown(report: Report) -> str:
    """The page with the parts behind it, as the browser gets it."""
    words = {"page": page1(report), "pictures": pictures(report, on_screen=True)}
    sheet = render_to_string("report/_page1.html", words)
    return sheet + render_to_string("report/_appendix.html", {"parts": appendix(report)})


def numbers_of(found: dict[str, Any]) -> list[str]:
    """Facts of the JSON, as page and paper have to say them."""
    days, episodes, length = found["days"], found["episodes"], found["length"]
    spells = f" + {episodes['spells']}" if episodes["spells"] else ""
    words = [
        f"{days['in_period']} days, {days['filled_in']} filled in",
        f"{days['same_day']} of {days['filled_in']} on the same day",
        f"{days['twitching']} of {days['filled_in']}",
        f"{episodes['twitches']}{spells}",
        f"{len(found['appendix']['days'])} of {days['in_period']} days shown.",
        f"{len(found['places'])} of {plural(len(found['places']), 'place')} shown.",
    ]
    if (total := episodes["twitches"] + episodes["spells"]) and total <= MOST_TWITCHES:
        words.append(f"{total:,} of {plural(total, 'entry', 'entries')} shown.")
    if length["n"] >= USUAL_FROM:
        words.append(f"{format_length(round(length['median_s']))}usual length ({length['n']} known)")
    for place in found["places"]:
        label = Place(place["site"] or "", place["side"] or "").label
        words.append(f"{label}{place['days']}{place['episodes']}")
    return words
