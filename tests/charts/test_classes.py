"""Lengths by class: estimates hatched, those still going hollow."""

from diary.charts.classes import LengthClass, classes_chart
from tests.charts.samples import marks, words


def test_a_class_is_named_by_its_edges() -> None:
    classes = [LengthClass(0, 3), LengthClass(10, 30), LengthClass(2_419_200, None)]
    assert [each.label for each in classes] == ["under 3 s", "10 s to 30 s", "28 days or more"]


def test_estimates_are_hatched_and_those_going_hollow_each_with_its_key() -> None:
    chart = classes_chart("c", "How long", [LengthClass(10, 30, 4, 3, 2)])
    assert {"known", "about so long", "still going, at least so long"} <= set(words(chart.wide))
    assert len(marks(chart.wide, fill="url(#c-wide-estimate)")) == 2  # the key and the bar
    assert len(marks(chart.wide, stroke="#C0572A")) == 2
    assert chart.table.rows == (("10 s to 30 s", "4", "3", "2"),)


def test_known_lengths_alone_need_no_other_key() -> None:
    assert "about so long" not in words(classes_chart("c", "How long", [LengthClass(10, 30, 4)]).wide)


def test_numbers_stand_on_all_bars_or_on_none() -> None:
    few = [LengthClass(0, 3, 12), LengthClass(3, 10), LengthClass(10, 30, 1)]
    many = [LengthClass(n, n + 1, 3_871 if n == 3 else 17) for n in range(14)]
    assert {"12", "1"} <= set(words(classes_chart("c", "How long", few).narrow))
    assert not {"3,871", "17"} & set(words(classes_chart("c", "How long", many).narrow))


def test_one_among_thousands_is_still_a_mark() -> None:
    chart = classes_chart("c", "How long", [LengthClass(0, 3, 9_000), LengthClass(3, 10, 1)])
    small = [mark.get("d", "") for mark in marks(chart.wide, fill="#0B6B70") if mark.tag.endswith("path")]
    assert [path.split("v")[1].split("h")[0] for path in small][1] == "2"
