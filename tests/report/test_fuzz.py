"""Any diary makes a report: page 1 is one sheet with the numbers of the JSON, the rest stands behind it.

DIARY_FUZZ asks for more diaries than a usual run has time for.
"""

import os
from typing import Any

from hypothesis import Phase, example, given, settings
from hypothesis import strategies as st

from diary.report.as_json import as_json
from diary.report.choices import Paper
from diary.report.page1 import page1
from diary.report.pdf import as_pdf
from diary.vocabulary.report import PARTS
from tests.report.sheets import PLACES, reader, whole

DIARIES = int(os.environ.get("DIARY_FUZZ", "5"))

diaries = st.fixed_dictionaries({
    "days": st.integers(1, 366),
    "twitches": st.integers(0, 500),
    "medicines": st.integers(0, 15),
    "seed": st.integers(0, 99_999),
    "places": st.lists(st.sampled_from(PLACES), min_size=1, unique=True),
})  # fmt: skip


@settings(max_examples=DIARIES, deadline=None, phases=[Phase.explicit, Phase.generate])
@example(  # drinks as whole millilitres
    diary={"days": 1, "twitches": 0, "medicines": 0, "seed": 3, "places": ["calf left"]},
    words="", name="", paper="a4", parts=frozenset(),
)  # fmt: skip
@given(
    diary=diaries,
    words=st.text(max_size=200),
    name=st.text(max_size=200),
    paper=st.sampled_from(["a4", "letter"]),
    parts=st.frozensets(st.sampled_from(sorted(PARTS)), max_size=3),
)
def test_any_diary_makes_a_page_1_that_says_what_the_json_says(
    diary: dict[str, Any], words: str, name: str, paper: Paper, parts: frozenset[str]
) -> None:
    report = whole(**diary, words=words, name=name, paper=paper, parts=parts)
    first, *others = reader(as_pdf(report)).pages
    text, page, found = "".join(first.extract_text().split()), page1(report), as_json(report)
    assert bool(others) is bool(parts)
    assert not others or "Details" in others[0].extract_text()
    numbers = [words for number in page.numbers for words in (number.figure, *number.lines)]
    assert [each for each in numbers if "".join(each.split()) not in text] == []
    counts, episodes = found["days"], found["episodes"]
    assert page.completeness.startswith(f"{counts['in_period']} day")
    if counts["filled_in"]:
        assert f"{counts['twitching']}of{counts['filled_in']}" in text
    spells = f" + {episodes['spells']}" if episodes["spells"] else ""
    assert page.numbers[1].figure == f"{episodes['twitches']}{spells}"
