"""What became of a dose, as far as its words say."""

import pytest

from diary.analysis.doses import compared
from diary.models import DoseChange

DOSES = [
    ("50 mg", "25 mg", "less"),
    ("25mg", "50 mg", "more"),
    ("50 mg", "50 MG", "same"),
    ("2,5 mg", "2.5 mg", "same"),
    ("1", "2", "more"),
    ("50 mg", "1 tablet", ""),
    ("500 µg", "1 mg", ""),
    ("half a tablet", "one tablet", ""),
    ("50 mg", "", ""),
]


@pytest.mark.parametrize(("before", "after", "expected"), DOSES)
def test_doses_are_compared_where_their_words_allow(before: str, after: str, expected: str) -> None:
    assert compared(DoseChange(None, before, ""), DoseChange(None, after, "")) == expected


@pytest.mark.parametrize(
    ("often", "later", "expected"),
    [("once a day", "Once  a day", "less"), ("once a day", "", "less"), ("once a day", "twice a day", "")],
)
def test_how_often_must_be_the_same(often: str, later: str, expected: str) -> None:
    assert compared(DoseChange(None, "50 mg", often), DoseChange(None, "25 mg", later)) == expected
