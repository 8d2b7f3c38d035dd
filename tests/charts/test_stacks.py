"""Two kinds of days: every day is a dot, whatever their number."""

import pytest

from diary.charts.stacks import Kind, stacks_chart
from tests.charts.samples import marks, words

SHORT, OTHER = Kind("After a short night", (0, 0, 3)), Kind("Other days", (1,))


def dots(svg: str, tone: str) -> int:
    drawn = [m.get("d", "") for m in marks(svg, stroke=tone) if m.get("stroke-linecap")]
    return sum(path.count("h.01") for path in drawn if path.startswith("M"))


def test_the_table_counts_the_days_of_each_kind() -> None:
    table = stacks_chart("s", "Sleep", [SHORT, OTHER]).table
    assert table.header == ("Episodes a day", "Days: After a short night", "Days: Other days")
    assert table.rows == (("0", "2", "0"), ("1", "0", "1"), ("2", "0", "0"), ("3", "1", "0"))


@pytest.mark.parametrize("days", [1, 40, 365])
def test_every_day_is_a_dot_or_the_key_says_how_many_a_dot_stands_for(days: int) -> None:
    svg = stacks_chart("s", "Sleep", [Kind("Short", (0,) * days), Kind("Other", (8,))]).wide
    drawn = dots(svg, "#0B6B70") - 1  # the key
    each = next((int(word.split()[2]) for word in words(svg) if word.startswith("up to")), 1)
    assert drawn == -(-days // each)


def test_the_mean_is_said() -> None:
    assert "After a short night: 3 days, 1.0 a day" in words(stacks_chart("s", "Sleep", [SHORT, OTHER]).wide)


def test_a_long_name_on_a_phone_has_its_days_on_a_line_of_their_own() -> None:
    name = "With more than 200 mg of caffeine"
    svg = stacks_chart("s", "Caffeine", [Kind(name, (2, 3)), Kind("Other days", (1,))]).narrow
    assert {name, "2 days, 2.5 a day", "Other days: 1 day, 1.0 a day"} <= {*words(svg)}


def test_a_name_from_right_to_left_leaves_its_counts_where_they_belong() -> None:
    chart = stacks_chart("s", "Stress", [Kind("עפעף", (1, 2)), Kind("Other days", (0,))])
    assert "\u2068עפעף\u2069: 2 days, 1.5 a day" in words(chart.wide)
    assert "Other days: 1 day, 0.0 a day" in words(chart.wide)
