from datetime import UTC, datetime, timedelta

from diary.charts.dots import MOST_DOTS, Band, Dot, length_chart
from tests.charts.samples import FIRST, day, drawn, marks, words

NOON = datetime(2026, 5, 4, 12, tzinfo=UTC)


def test_the_table_lists_every_length_with_its_manner() -> None:
    dots = [Dot(NOON, 45), Dot(NOON, 120, about=True), Dot(NOON, 90_000, at_least=True), Dot(NOON, None)]
    chart = length_chart("l", "Length of each twitch", FIRST, day(27), dots)
    assert chart.table.rows == (
        ("4 May 2026", "45 s"),
        ("4 May 2026", "about 2 min"),
        ("4 May 2026", "at least 1 day 1 h"),
        ("4 May 2026", "not recorded"),
    )
    assert chart.description.endswith("1 length not recorded.")


def test_exact_estimated_and_running_lengths_have_marks_of_their_own() -> None:
    dots = [Dot(NOON, 45), Dot(NOON, 120, about=True), Dot(NOON, 90_000, at_least=True)]
    chart = length_chart("l", "Lengths", FIRST, day(27), dots)
    assert {"one twitch", "about that long", "at least that long"} <= set(words(chart.wide))
    assert len(marks(chart.wide, stroke="#C0572A")) == 2  # the key and the running one
    exact = length_chart("l", "Lengths", FIRST, day(27), dots[:1])
    assert "at least that long" not in words(exact.wide)


def test_a_length_not_recorded_is_no_dot() -> None:
    chart = length_chart("l", "Lengths", FIRST, day(27), [Dot(NOON, None)])
    assert [mark for mark in marks(chart.wide) if mark.get("d", "").endswith("h.01")][1:] == []
    assert chart.description.startswith("No lengths recorded")


def test_many_lengths_become_cells_and_their_table_the_usual_lengths() -> None:
    dots = [Dot(NOON + timedelta(minutes=n), 1 + n) for n in range(MOST_DOTS + 1)]
    bands = [Band(FIRST, day(13), 890, 60, 20, 300), Band(day(14), day(27), 11)]
    chart = length_chart("l", "Lengths", FIRST, day(27), dots, bands)
    assert chart.table.rows == (
        ("30 April to 13 May 2026", "890", "1 min", "20 s and 5 min"),
        ("14 to 27 May 2026", "11", "too few to say", "-"),
    )
    assert "from few to many twitches" in words(chart.narrow)
    assert not any("h.01" in mark.get("d", "") for mark in drawn(chart.wide).iter())


def test_one_that_began_before_the_span_stands_at_its_edge() -> None:
    chart = length_chart(
        "l", "Lengths", FIRST, day(27), [Dot(datetime(2026, 3, 1, tzinfo=UTC), 9_000_000, at_least=True)]
    )
    drawing = marks(chart.wide, stroke="#C0572A")[-1].get("d", "")
    assert float(drawing[1:].split()[0]) >= 45
