"""The printed page: one sheet always, its words those of the report, readable in black and white."""

import re
from datetime import date, timedelta
from typing import Any

import pytest

from diary.analysis.records import SignRecord
from diary.report.page1 import Paper, page1
from diary.report.pdf import as_pdf
from diary.report.report import Report
from tests.analysis.made import twitch
from tests.report.sheets import (
    LAST,
    diary,
    person,
    printed,
    reader,
    report_of,
    sheets,
    text_of,
    whole,
    with_choices,
    words_of,
)

PAPERS: list[Paper] = ["a4", "letter"]
HEIGHTS = {"a4": 842, "letter": 792}
NOBODY = "#evil[x] $a$ <script>alert(1)</script> *bold* \\ @ref `raw`"


DAYS, TWITCHES, MEDICINES = (7, 28, 31, 32, 90, 366), (0, 1, 47, 500), (0, 4, 5, 15)
EACH_PAIR = [
    (days, TWITCHES[(n + m) % 4], medicines, PAPERS[(n + m) // 4 % 2])
    for n, days in enumerate(DAYS)
    for m, medicines in enumerate(MEDICINES)
]
"""Every two of these together, on either paper, in 24 reports instead of 192."""


@pytest.mark.parametrize(("days", "twitches", "medicines", "paper"), EACH_PAIR)
def test_page_1_is_one_sheet_and_page_2_begins_with_details(
    days: int, twitches: int, medicines: int, paper: Paper
) -> None:
    name = "A very long name " * 20
    report = whole(days, twitches, medicines, paper=paper, name=name, parts=frozenset({"medicines"}))
    first, second, *_ = reader(as_pdf(report)).pages
    assert round(first.mediabox.height) == HEIGHTS[paper]
    assert second.extract_text().partition("…")[2].split()[:2] == ["Details", "Medicines"]
    assert "Page 1 of" in first.extract_text()


@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize(("days", "twitches"), [(28, 0), (28, 60), (31, 500), (366, 500)])
def test_its_words_are_large_enough_to_read_whatever_else_is_on_it(
    days: int, twitches: int, paper: Paper
) -> None:
    words = "W" * 200 if twitches == 500 else ""
    report = whole(days, twitches, twitches // 30, words, paper=paper, parts=frozenset())
    letters = [letter for letter in sheets(as_pdf(report))[0].chars if letter["text"].strip()]
    assert min(letter["size"] for letter in letters) >= 7
    assert max(letter["bottom"] for letter in letters) < HEIGHTS[paper] - 20


@pytest.mark.parametrize("twitches", [0, 60, 500])
@pytest.mark.parametrize("days", [7, 28, 366])
def test_the_pdf_has_the_words_of_the_page(days: int, twitches: int) -> None:
    report = with_choices(diary(days, twitches), parts=frozenset())
    text = text_of(as_pdf(report)).replace(" ", "")
    assert [
        words for words in words_of(page1(report)) if not all(word in text for word in words.split())
    ] == []


def test_places_that_find_no_room_are_counted() -> None:
    text = text_of(printed(diary(366, 500), paper="letter"))
    (left,) = re.findall(r"(\d+) more places in the diary", text)
    shown = text.partition("First to last")[2].partition("more places")[0].count(" to ")
    assert int(left) + shown == len(diary(366, 500).places)


def test_a_blank_diary_is_printed_as_blank() -> None:
    text = text_of(printed(report_of()))
    assert text.count("nothing recorded") == 10
    assert "Read with care: 0 of 28 days filled in" in text


def test_the_seven_facts_stand_in_the_upper_part() -> None:
    answers = [SignRecord(date(2026, 5, 9), "weakness", False)]
    (sheet,) = sheets(printed(full(answers)))
    top = " ".join(sheet.crop((0, 0, sheet.width, 0.45 * sheet.height)).extract_text().split())
    facts = (
        "days filled in",
        "left lower eyelid",
        "Usually",
        "began between",
        "in the first week",
        "Weakness Stiffness",
        "on the same day",
    )
    assert [fact for fact in facts if fact not in top] == []


def full(answers: Any = ()) -> Report:
    first = LAST - timedelta(days=27)
    starts = [f"{first + timedelta(days=n)} {16 + n % 4}:00" for n in range(0, 28, 2)]
    return report_of([twitch(start, 50, "eyelid_lower left") for start in starts], answers=answers)


def test_header_and_footer_say_who_when_and_what_it_is_not() -> None:
    text = text_of(printed(full()))
    assert text.startswith("Muscle twitch diary: summary for a clinic visit A. Example")
    assert text.endswith(
        "Made by the patient from their own diary on 28 May 2026. Not a diagnosis. Page 1 of 1"
    )


def test_the_pdf_is_tagged_and_tells_no_author() -> None:
    found = reader(printed(full()))
    root: Any = found.trailer["/Root"]
    assert (root["/Lang"], root["/MarkInfo"]["/Marked"], "/StructTreeRoot" in root) == ("en-GB", True, True)
    assert found.metadata is not None
    assert (found.metadata.title, found.metadata.author) == ("Diary report", None)
    assert b"pdfuaid" in root["/Metadata"].get_data()


def test_pictures_have_words_for_those_who_do_not_see_them() -> None:
    found = reader(printed(full()))
    assert alternatives(found.trailer["/Root"]["/StructTreeRoot"]) >= {  # type: ignore[index]
        "Of 14 days filled in: left lower eyelid: 14 days."
    }


def alternatives(node: Any) -> set[str]:
    node = node.get_object()
    if isinstance(node, list):
        return {words for child in node for words in alternatives(child)}
    if not isinstance(node, dict):
        return set()
    own = {node["/Alt"]} if "/Alt" in node else set()
    return own | (alternatives(node["/K"]) if "/K" in node else set())


def test_fonts_are_inside() -> None:
    page = reader(printed(full())).pages[0]
    fonts = [font.get_object() for font in page["/Resources"]["/Font"].values()]  # type: ignore[index]
    described = [font["/DescendantFonts"][0].get_object()["/FontDescriptor"] for font in fonts]
    assert fonts
    assert all("/FontFile2" in font or "/FontFile3" in font for font in described)


@pytest.mark.parametrize(
    "name", [NOBODY, "נועה לוי", "محمد علي", "田中 太郎", "Мария", "Ελένη", "Ærøskøbing"]
)
def test_a_name_is_printed_as_it_was_written(name: str) -> None:
    pdf = printed(full(), name)
    assert len(sheets(pdf)) == 1
    if name.isascii():
        assert name[:40].replace(" ", "") in text_of(pdf).replace(" ", "")


@pytest.mark.parametrize("name", ["🫨🫠", "\u202eevil", "\ue000", "𒀀", "a\tb\nc"])
def test_a_sign_without_a_letter_shape_makes_a_plain_tagged_page(name: str) -> None:
    found = reader(printed(full(), name))
    assert (len(found.pages), "/StructTreeRoot" in found.trailer["/Root"]) == (1, True)  # type: ignore[operator]


def test_nothing_on_the_page_needs_colour() -> None:
    (sheet,) = sheets(printed(diary(28, 60)))
    marks = [*sheet.chars, *sheet.rects, *sheet.curves, *sheet.lines]
    colours = {mark[key] for mark in marks for key in ("stroking_color", "non_stroking_color")}
    assert {colour for colour in colours if isinstance(colour, tuple) and len(set(colour)) > 1} == set()


def test_the_person_is_not_named_when_they_do_not_want_it() -> None:
    assert person().username not in text_of(printed(full(), ""))
