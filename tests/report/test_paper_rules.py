"""Paper has no colour and some readers no eyes: R-5, R-9 and R-14 of the design, on everything at once."""

import re
from itertools import pairwise
from typing import Any

import pytest

from diary.report.page1 import page1
from diary.report.pdf import as_pdf
from tests.report.sheets import diary, reader, sheets, text_of, whole, words_of

INK, FULL = 0.02, 0.98
HEADINGS = {"/H1": 1, "/H2": 2, "/H3": 3}


def test_every_word_can_be_read_when_a_copier_knows_but_black_and_white() -> None:
    """At 150 dots an inch and a threshold of one half, each word is neither blank nor a block."""
    sheet = sheets(as_pdf(whole(28, 60)))[0]
    dots = sheet.to_image(resolution=150).original.convert("L").point(lambda grey: 255 * (grey > 127))
    for word in sheet.extract_words():
        edges = (word[edge] * 150 / 72 for edge in ("x0", "top", "x1", "bottom"))
        black = dots.crop(tuple(round(edge) for edge in edges)).histogram()[0]
        share = black / ((word["x1"] - word["x0"]) * (word["bottom"] - word["top"]) * (150 / 72) ** 2)
        assert INK < share < FULL, word["text"]


@pytest.fixture(scope="module")
def tags() -> list[Any]:
    """Everything that is tagged, in the order it is read."""
    root: Any = reader(as_pdf(whole(28, 20, 3))).trailer["/Root"]
    return list(tagged(root["/StructTreeRoot"]))


def tagged(node: Any) -> Any:
    node = node.get_object() if hasattr(node, "get_object") else node
    if isinstance(node, list):
        for child in node:
            yield from tagged(child)
    elif isinstance(node, dict):
        if "/S" in node:
            yield node
        yield from tagged(node.get("/K", []))


def test_headings_follow_one_another_without_a_step_left_out(tags: list[Any]) -> None:
    levels = [HEADINGS[tag["/S"]] for tag in tags if tag["/S"] in HEADINGS]
    assert levels[0] == 1
    assert [after - level for level, after in pairwise(levels) if after > level + 1] == []


def test_every_table_has_heads_and_every_picture_words(tags: list[Any]) -> None:
    tables = [tag for tag in tags if tag["/S"] == "/Table"]
    assert len(tables) > 10
    assert [table for table in tables if "/TH" not in {tag["/S"] for tag in tagged(table)}] == []
    pictures = [tag for tag in tags if tag["/S"] == "/Figure"]
    assert len(pictures) > 8
    assert [picture for picture in pictures if not picture.get("/Alt")] == []


def test_a_share_stands_beside_its_counts_and_no_p_value_anywhere() -> None:
    report = diary(28, 60)
    shares = [words for words in words_of(page1(report)) if "%" in words]
    assert shares
    assert [words for words in shares if not re.search(r"\d+ filled in \(\d+%\)", words)] == []
    text = text_of(as_pdf(whole(28, 60))).lower()
    advice = ("you should", "we recommend", "please", "significant", "p <", "p =", "normal", "abnormal")
    assert [word for word in advice if word in text] == []
