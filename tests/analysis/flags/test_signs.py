"""Weak or stiff, by the days on which it was answered yes."""

from datetime import date

import pytest

from diary.analysis.records import SignRecord
from tests.analysis.flags.marches import found, march, raised
from tests.analysis.made import said, twitch

SIGNS = [
    pytest.param([(1, "weakness", False), (2, "stiffness", False)], None, id="no is never a yes"),
    pytest.param([(1, "weakness", True)], None, id="15 dates ago"),
    pytest.param([(2, "stiffness", True)], ("ROUTINE", "felt stiff"), id="14 dates ago"),
    pytest.param(
        [(13, "weakness", True), (13, "stiffness", True), (14, "weakness", True)],
        ("ROUTINE", "weak or stiff"),
        id="2 days",
    ),
    pytest.param([(day, "weakness", True) for day in (5, 10, 15)], ("SOON", "felt weak"), id="3 days"),
]


@pytest.mark.parametrize(("answers", "expected"), SIGNS)
def test_weak_or_stiff(answers: list[tuple[int, str, bool]], expected: tuple[str, str] | None) -> None:
    signs = [SignRecord(date(2026, 3, day), sign, answer) for day, sign, answer in answers]
    flagged = found(now="2026-03-15 12:00", signs=signs)
    assert len(flagged) == (expected is not None)
    for flag in flagged:
        assert flag.level == expected[0]
        assert expected[1] in flag.sentence


def test_an_answer_after_the_instant_looked_at_is_not_known_yet() -> None:
    assert raised(now="2026-03-15 12:00", signs=[SignRecord(date(2026, 3, 16), "weakness", True)]) == set()


def test_the_most_pressing_comes_first() -> None:
    signs = [SignRecord(date(2026, 3, day), "weakness", True) for day in (15, 16, 17)]
    flagged = found(*march([1, 5, 9, 13, 17]), twitch("2026-03-17 13:00", 900), signs=signs)
    assert [flag.level for flag in flagged] == ["SOON", "ROUTINE", "NOTE"]


@pytest.mark.parametrize(("answer", "expected"), [("yes", {"PALPITATIONS"}), ("none", set()), ("", set())])
def test_twitching_that_was_only_said_in_a_check_in_counts_beside_a_sign(
    answer: str, expected: set[str]
) -> None:
    noted = [SignRecord(date(2026, 3, 3), "heartbeat", answer=True)]
    checkins = [said("2026-03-02", answer)]
    assert raised(now="2026-03-03 12:00", checkins=checkins, signs=noted) == expected
