"""The parts behind page 1: each left out at will, each counted, the same on the page and in the JSON."""

import re
from dataclasses import replace
from datetime import date

import pytest

from diary.analysis.health import VisitRecord
from diary.report.appendix import appendix
from diary.report.as_json import as_json
from diary.report.lists import MOST_TWITCHES, twitches
from diary.report.parts import Part
from diary.report.report import Report
from diary.vocabulary.report import PARTS
from tests.analysis.made import said, spell, twitch
from tests.report.sheets import LAST, diary, report_of, whole, with_choices

COUNT = re.compile(r"([\d,]+) of ([\d,]+) \w+ shown\.")


def part(report: Report, code: str) -> Part:
    (found,) = appendix(with_choices(report, parts=frozenset({code})))
    return found


def rows(report: Report, code: str) -> tuple[tuple[str, ...], ...]:
    (block,) = part(report, code).blocks
    assert block.listing is not None
    return block.listing.rows


def test_parts_come_in_their_order_and_only_those_chosen() -> None:
    report = whole(28, 20)
    assert [part.code for part in appendix(report)] == list(PARTS)
    few = with_choices(report, parts=frozenset({"visits", "days"}))
    assert [part.code for part in appendix(few)] == ["days", "visits"]
    assert appendix(with_choices(report, parts=frozenset())) == ()


@pytest.mark.parametrize("code", PARTS)
def test_an_empty_diary_has_every_part_and_none_of_it_is_made_up(code: str) -> None:
    found = part(report_of(), code)
    assert found.title == PARTS[code]
    if code not in ("signs", "days", "how_made"):
        assert found.blocks == ()


def test_every_list_says_how_many_of_how_many_it_shows() -> None:
    listings = [block.listing for part in appendix(whole(90, 200)) for block in part.blocks if block.listing]
    counts = [COUNT.fullmatch(listing.shown) for listing in listings]
    assert [found and found[1] for found in counts] == [f"{len(listing.rows):,}" for listing in listings]
    assert all(found and found[1] == found[2] for found in counts)


def test_of_very_many_twitches_the_latest_are_listed_and_all_counted() -> None:
    many = [twitch(f"2026-05-{n % 27 + 1:02} {n % 24:02}:{n % 60:02}") for n in range(MOST_TWITCHES + 5)]
    episodes = sorted(many, key=lambda episode: episode.started_at)
    (block,) = twitches(report_of(episodes))
    assert block.listing is not None
    assert block.listing.shown == "1,000 of 1,005 entries shown."
    assert block.listing.rows[-1][0].startswith("27 May 2026")


def test_a_day_says_what_is_known_and_what_is_from_memory() -> None:
    checkins = [
        said("2026-05-25", "none", sleep_hours=7, made_on="2026-05-26"),
        said("2026-05-26", "", stress=0),
        replace(said("2026-05-27", "yes", caffeine_mg=90), usual=frozenset({"caffeine_mg"})),
    ]
    episodes = [twitch("2026-05-24 10:00"), spell("2026-05-24 11:00", "2026-05-24 12:00", "jaw left")]
    assert rows(report_of(episodes, checkins, first=date(2026, 5, 23)), "days") == (
        ("Sat 23 May", "-", "-", "-", "-", "-", "-", "-"),
        ("Sun 24 May", "1 twitch, 1 spell", "left calf, left jaw", "-", "-", "-", "-", "-"),
        ("Mon 25 May", "none *", "-", "7 h", "-", "-", "-", "-"),
        ("Tue 26 May", "-", "-", "-", "-", "-", "0", "-"),
        ("Wed 27 May", "yes", "-", "-", "90 mg ~", "-", "-", "-"),
    )


def test_a_place_has_a_usual_length_only_where_enough_are_known() -> None:
    starts = [f"2026-05-{day:02} 10:00" for day in (3, 4, 5, 6)]
    episodes = [twitch(start, 40) for start in starts] + [twitch("2026-05-07 10:00", 90, "jaw left")]
    assert rows(report_of(episodes), "places") == (
        ("Left calf", "4", "4", "40 s", "3 May 2026", "6 May 2026"),
        ("Left jaw", "1", "1", "-", "7 May 2026", "7 May 2026"),
    )


def test_a_twitch_says_how_long_how_known_how_strong_and_whether_it_was_seen() -> None:
    episodes = [
        twitch("2026-05-03 14:15", 37, strength=2, seen="yes"),
        twitch("2026-05-04 10:00", None, "", start_precision="about"),
        spell("2026-05-05 09:00", "2026-05-05 12:00"),
        twitch("2026-05-27 20:00", ongoing=True),
    ]
    assert rows(report_of(episodes), "twitches") == (
        ("3 May 2026, 2:15pm", "Left calf", "37 s", "Timed", "Mild", "Yes"),
        ("4 May 2026, about 10am", "Place not said", "-", "-", "-", "-"),
        ("5 May 2026, 9am", "Left calf", "came and went over 3 h", "Timed", "-", "-"),
        ("27 May 2026, 8pm", "Left calf", "still going", "-", "-", "-"),
    )


def test_only_ticked_notes_are_shown() -> None:
    report = whole(28, 10)
    ticked = [block for block in part(report, "notes").blocks if block.words]
    assert [block.words for block in ticked] == [("After a long walk.",), ("After a long walk.",)]
    assert part(whole(28, 10, notes=frozenset()), "notes").blocks == ()


def test_a_visit_after_the_period_is_none_of_it() -> None:
    visits = [VisitRecord(day, "", None) for day in (LAST, date(2026, 6, 1))]
    assert rows(report_of(visits=visits), "visits") == (("27 May 2026", "-", "-"),)


def test_the_caution_comes_before_any_comparison() -> None:
    first, *others = part(whole(28, 10), "comparisons").blocks
    assert first.words[0] == "This can show what happens together. It cannot show what brings twitching on."
    assert [block.title for block in others] == ["Stress", "Sleep", "Caffeine", "Drinks"]
    assert all(block.picture and block.words for block in others)


def test_comparisons_print_the_numbers_of_the_json() -> None:
    report = whole(28, 10)
    stress = next(link for link in as_json(report)["triggers"] if link["factor"] == "stress")
    (words,) = next(block.words for block in part(report, "comparisons").blocks if block.title == "Stress")
    assert f"On the {stress['exposed']['days']} days with stress of 7 or more" in words
    assert f"{stress['exposed']['twitching']} of {stress['exposed']['days']} days" in words


def test_lists_hold_what_the_json_holds() -> None:
    report = diary(90, 150)
    found = as_json(with_choices(report, parts=frozenset(PARTS)))["appendix"]
    assert [len(rows(report, code)) for code in ("days", "twitches")] == [
        len(found[code]) for code in ("days", "twitches")
    ]
    blank = [day["date"] for day in found["days"] if day["twitching"] is None]
    assert len(blank) == sum(row[1] == "-" for row in rows(report, "days"))


def test_a_list_is_a_table_with_heads_and_nothing_of_it_is_markup() -> None:
    (block,) = part(whole(28, 0, words="<script>alert(1)</script>"), "questions").blocks
    assert block.listing is not None
    assert block.listing.markup.count("<th ") == 1 + len(block.listing.rows)
    assert "<script>" not in block.listing.markup
