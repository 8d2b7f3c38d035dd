"""Any script is printed; what has no shape is named, and the log holds nothing of what was written."""

import logging
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diary.report.letters import breakable, fitted, has_shape, is_rtl, printable


@pytest.mark.parametrize(
    "words", ["Ærøskøbing", "Мария", "Ελένη", "נועה", "محمد", "田中 太郎", "김민수", "हिन्दी", "ก", "½ → ✓"]
)
def test_scripts_are_printed_as_they_are(words: str) -> None:
    assert printable(words) == words


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("sad 😀 day", "sad [grinning face] day"),
        ("\u202egod", "[right-to-left override]god"),
        ("\ue000", "[sign U+E000]"),
        ("a\tb\nc", "a b c"),
        ("\x00", "[sign U+0000]"),
        ("\ud800", "[sign U+D800]"),
    ],
)
def test_what_has_no_shape_is_printed_by_its_name(words: str, shown: str) -> None:
    assert printable({"rows": [(words,)]}) == {"rows": [[shown]]}


def test_the_log_counts_signs_and_holds_no_word(caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.WARNING):
        printable(["Mia 😀😀🫨", "田"])
    assert [record.getMessage() for record in caplog.records] == [
        "2 signs in a report have no letter shape and are printed by name"
    ]


@given(st.text())
def test_everything_printed_has_a_shape(words: str) -> None:
    shown = printable(words)
    assert all(has_shape(ord(letter)) for letter in shown)
    assert all(unicodedata.category(letter) != "Cc" for letter in shown)


@pytest.mark.parametrize(
    ("words", "found"), [("שלום Ann", True), ("12 محمد", True), ("Ann שלום", False), ("", False)]
)
def test_words_run_the_way_of_their_first_letter(words: str, found: bool) -> None:
    assert is_rtl(words) is found


def test_a_long_run_of_letters_may_break_but_never_before_a_mark() -> None:
    assert breakable("ab " + "x" * 20) == "ab " + "x" * 14 + "\u200b" + "x" * 6
    assert breakable("x" * 14 + "\u0301y") == "x" * 14 + "\u0301y"


def test_what_is_printed_by_name_is_cut_to_the_room_of_the_name() -> None:
    assert fitted("\x9a" * 50, 20) == "\x9a\x9a…"
    assert fitted("short", 20) == "short"
