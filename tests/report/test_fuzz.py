"""Any diary makes a page: one sheet, with the numbers of the JSON on it."""

from hypothesis import Phase, example, given, settings
from hypothesis import strategies as st

from diary.report.as_json import as_json
from diary.report.page1 import Paper, page1
from tests.report.sheets import PLACES, diary, printed, reader, text_of, with_choices, words_of

names = st.text(max_size=200)


@settings(max_examples=20, deadline=None, phases=[Phase.explicit, Phase.generate])
@example(days=1, twitches=0, seed=3, places=["calf left"], name="", paper="a4")  # drinks as whole millilitres
@given(
    days=st.integers(1, 366),
    twitches=st.integers(0, 120),
    seed=st.integers(0, 99_999),
    places=st.lists(st.sampled_from(PLACES), min_size=1, unique=True),
    name=names,
    paper=st.sampled_from(["a4", "letter"]),
)
def test_any_diary_is_one_sheet_that_says_what_the_json_says(
    days: int, twitches: int, seed: int, places: list[str], name: str, paper: Paper
) -> None:
    report = diary(days, twitches, seed, places)
    pdf = printed(report, name, paper)
    text = text_of(pdf).replace(" ", "")
    assert len(reader(pdf).pages) == 1
    page = page1(with_choices(report, paper=paper))
    assert [words for words in words_of(page) if not all(word in text for word in words.split())] == []
    found = as_json(report)
    counts = found["days"]
    assert page.completeness.startswith(f"{counts['in_period']} day")
    if counts["filled_in"]:
        assert f"{counts['twitching']}of{counts['filled_in']}" in text
    spells = found["episodes"]["spells"]
    assert page.numbers[1].figure == f"{found['episodes']['twitches']}" + (f" + {spells}" if spells else "")
