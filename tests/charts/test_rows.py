from diary.charts.rows import Row, rows_chart
from tests.charts.samples import marks, words

WEEKS = ("Week beginning", "Days with twitching")


def test_the_words_at_the_bars_are_the_words_of_the_table() -> None:
    rows = [Row("under 10 s", 2), Row("10 to 59 s", 24), Row("came and went", 2, "2 spells")]
    chart = rows_chart("r", "How long", rows, ("Length", "Twitches"))
    assert chart.table.rows == (("under 10 s", "2"), ("10 to 59 s", "24"), ("came and went", "2 spells"))
    assert [words(chart.wide)[n] for n in (1, 3, 5)] == ["2", "24", "2 spells"]


def test_a_week_not_filled_in_is_hatched_and_says_so() -> None:
    rows = [Row("30 Apr", 5, "5 of 6 days", 6), Row("7 May", 0, "0 of 0 days", 0), Row("14 May", None)]
    chart = rows_chart("r", "By week", rows, WEEKS)
    assert [row[1] for row in chart.table.rows] == ["5 of 6 days", "not filled in", "not filled in"]
    assert len(marks(chart.wide, fill="url(#r-wide-hatch)")) == 2


def test_a_bar_of_days_is_the_share_of_the_days_filled_in() -> None:
    chart = rows_chart(
        "r", "By week", [Row("30 Apr", 3, "3 of 6 days", 6), Row("7 May", 1, "1 of 2 days", 2)], WEEKS
    )
    bars = [float(mark.get("width", "0")) for mark in marks(chart.wide, fill="#0B6B70")]
    slots = [float(mark.get("width", "0")) for mark in marks(chart.wide, fill="#FFFFFF")]
    assert [round(bar / slot, 2) for bar, slot in zip(bars, slots, strict=True)] == [0.5, 0.5]


def test_a_zero_is_a_thin_line_and_a_number() -> None:
    chart = rows_chart("r", "How long", [Row("over 10 min", 0), Row("under", 4)], ("Length", "Twitches"))
    assert [mark.get("width") for mark in marks(chart.wide, fill="#6D7478")] == ["1"]
    assert "0" in words(chart.wide)
