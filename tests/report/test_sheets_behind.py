"""What is printed behind page 1: every sheet says whose it is, nothing is small, split or left alone."""

import re
from typing import Any

import pytest

from diary.report.pdf import as_pdf
from diary.vocabulary.report import PARTS
from tests.report.sheets import LAST, reader, report_of, sheets, text_of, whole

HEADER = "Muscle twitch diary: summary for a clinic visit A. Example"
FOOTER = "Made by the patient from their own diary on 28 May 2026. Not a diagnosis."
HOSTILE = "#evil[x] $a$ <script>alert(1)</script> *bold* \\ @ref `raw` "
WEEKDAYS = {"Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"}


def texts(pdf: bytes) -> list[str]:
    return [" ".join(page.extract_text().split()) for page in reader(pdf).pages]


@pytest.fixture(scope="module")
def year() -> list[str]:
    """The words of each sheet of a year with everything in it."""
    return texts(as_pdf(whole(366, 500, 15, name="A. Example")))


@pytest.fixture(scope="module")
def month() -> Any:
    """The sheets of a month with everything in it."""
    return sheets(as_pdf(whole(7, 10, 3)))


def test_every_sheet_has_its_header_its_footer_and_its_number(year: list[str]) -> None:
    assert all(page.startswith(HEADER) for page in year)
    assert [page.partition(FOOTER)[2].strip() for page in year] == [
        f"Page {n} of {len(year)}" for n in range(1, len(year) + 1)
    ]


def test_page_2_begins_with_details_and_every_part_has_its_heading(year: list[str]) -> None:
    assert year[1].startswith(f"{HEADER} Details {PARTS['questions']}")
    behind = " ".join(year[1:])
    assert [title for title in PARTS.values() if f"{title} " not in behind] == []


def test_heads_of_a_list_are_repeated_and_no_row_is_split(year: list[str]) -> None:
    """A sheet on which the days go on begins with the heads, and then with a whole row."""
    heads = "Day Twitching Places Sleep Caffeine Drinks Stress, 0 to 10 Other"
    listed = [page for page in year if re.search(r"(Mon|Tue|Wed) \d+ [A-Z][a-z]{2} 20\d\d ", page)]
    assert len(listed) > 4
    assert [page for page in listed if page.partition(f"{heads} ")[2][:3] not in WEEKDAYS] == []


def test_every_entry_of_a_year_is_printed_and_counted(year: list[str]) -> None:
    text = " ".join(year)
    counts = ("366 of 366 days shown.", "15 of 15 medicines shown.", "502 of 502 entries shown.")
    assert [count for count in counts if count not in text] == []
    assert len(re.findall(r"(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun) \d+ [A-Z][a-z]{2} 20\d\d ", text)) == 366


def test_no_heading_stands_last_on_a_sheet(year: list[str]) -> None:
    ends = [page.partition(FOOTER)[0].strip() for page in year[1:]]
    assert [end for end in ends if end.endswith((*PARTS.values(), "Details"))] == []


def test_no_words_behind_page_1_are_small_and_none_leave_the_sheet(month: Any) -> None:
    for sheet in month[1:]:
        letters = [letter for letter in sheet.chars if letter["text"].strip()]
        assert min(letter["size"] for letter in letters) > 8.49
        assert min(letter["x0"] for letter in letters) > 30
        assert max(letter["x1"] for letter in letters) < sheet.width - 30
        assert max(letter["bottom"] for letter in letters) < sheet.height - 15


def test_the_whole_is_tagged_and_titled() -> None:
    found = reader(as_pdf(whole(14, 5)))
    root: Any = found.trailer["/Root"]
    assert (root["/Lang"], root["/MarkInfo"]["/Marked"], "/StructTreeRoot" in root) == ("en-GB", True, True)
    assert found.metadata is not None
    assert (found.metadata.title, found.metadata.author) == ("Diary report", None)
    assert b"pdfuaid" in root["/Metadata"].get_data()


def test_a_plain_heading_says_nothing_of_twitching_on_any_sheet() -> None:
    pages = texts(as_pdf(whole(28, 20, plain_heading=True, name="")))
    assert pages[0].startswith("Diary summary Twitching, ")
    assert all(page.startswith("Diary summary ") for page in pages)
    assert [
        page for page in pages if "twitch" in page[page.index("Made by the patient from") :].lower()
    ] == []


@pytest.mark.parametrize("code", PARTS)
def test_each_part_can_stand_alone(code: str) -> None:
    second = reader(as_pdf(whole(7, 5, parts=frozenset({code})))).pages[1]
    text = " ".join(second.extract_text().split())
    assert [other for other, title in PARTS.items() if f"Details {title}" in text] == [code]


def test_without_parts_there_is_no_page_2() -> None:
    assert len(texts(as_pdf(whole(14, 20, parts=frozenset())))) == 1


def test_hostile_words_are_printed_as_they_were_written() -> None:
    text = text_of(as_pdf(whole(14, 5, words=HOSTILE))).replace(" ", "").replace("\u200b", "")
    assert text.count("#evil[x]$a$<script>alert(1)</script>*bold*\\@ref`raw`") >= 6


@pytest.mark.parametrize(
    "words", ["x" * 2_000, "ש" * 2_000, "田" * 2_000, "\x00\u202e\ue000😀" * 50, "W " * 1_000, "\n" * 500]
)
def test_words_of_any_length_and_script_stay_on_their_sheets(words: str) -> None:
    parts = frozenset({"questions", "medicines", "conditions", "visits", "notes"})
    for sheet in sheets(as_pdf(whole(7, 1, words=words, parts=parts))):
        letters = [letter for letter in sheet.chars if letter["text"].strip()]
        assert max(letter["x1"] for letter in letters) < sheet.width - 30


def test_an_empty_diary_says_so_in_each_part() -> None:
    text = text_of(as_pdf(report_of(first=LAST, chosen={"parts": frozenset(PARTS)})))
    assert text.partition("Details")[2].count("nothing recorded") == len(PARTS) - 3
