"""How many times as often: found is filled, the rest hollow, far ends have arrows."""

from diary.charts.intervals import Interval, intervals_chart
from tests.charts.samples import marks, words


def test_a_finding_is_filled_and_all_else_hollow() -> None:
    rows = [
        Interval("short nights", 2, 1.2, 3, "Possible link", True),
        Interval("coffee", 1, 0.5, 2, "Cannot tell"),
    ]
    svg = intervals_chart("i", "Times", rows).wide
    assert len(marks(svg, fill="#C0572A")) == 2  # the row and the key
    assert {"link", "no link shown"} <= set(words(svg))
    assert intervals_chart("i", "Times", rows).table.rows[0] == (
        "short nights", "2.0", "1.2 and 3.0", "Possible link",
    )  # fmt: skip


def test_what_lies_beyond_the_scale_ends_in_an_arrow() -> None:
    inside = intervals_chart("i", "Times", [Interval("a", 1, 0.2, 7, "Cannot tell")]).wide
    beyond = intervals_chart("i", "Times", [Interval("a", 1, 0.05, 20, "Cannot tell")]).wide
    assert len(marks(beyond, stroke="#6D7478")) == len(marks(inside, stroke="#6D7478")) + 2


def test_a_name_too_long_to_stand_beside_its_row_stands_whole_above_it() -> None:
    name = "after a day with 3 units or more of alcohol and then some"
    rows = [Interval(label, 1, 0.5, 2, "Cannot tell") for label in ("a", name)]
    short, long = (intervals_chart("i", "Times", [row]) for row in rows)
    assert name in words(long.wide)
    assert name[:20] in " ".join(words(long.narrow))
    assert {"half", "8 times"} <= {*words(short.wide)} & {*words(long.wide)}
    assert "half" not in words(short.narrow)
