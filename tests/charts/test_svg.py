import pytest

from diary.charts.svg import Svg, number, shortened, text_width
from tests.charts.samples import drawn, marks


@pytest.mark.parametrize("value", [float("nan"), float("inf"), float("-inf")])
def test_a_coordinate_that_is_no_number_is_refused(value: float) -> None:
    with pytest.raises(ValueError, match="finite"):
        number(value)


def test_a_coordinate_has_one_decimal_at_most() -> None:
    assert [number(3), number(2.04), number(-0.25), number(7.96)] == ["3", "2", "-0.2", "8"]


def test_a_name_that_is_no_id_is_refused() -> None:
    with pytest.raises(ValueError, match="name"):
        Svg('x" onload="', 100, "t", "d")


def test_words_are_escaped_and_characters_xml_cannot_hold_left_out() -> None:
    svg = Svg("chart", 100, "a < b", "d")
    svg.text(0, 10, "<b>&\x00\ud800 end")
    assert [mark.text for mark in marks(svg.render(), x="0")] == ["<b>& end"]


def test_a_mark_has_a_class_for_the_browser_and_a_colour_for_the_pdf() -> None:
    svg = Svg("chart", 100, "t", "d")
    svg.rect(1, 2, 3, 4, fill="series-1", stroke="line")
    assert (
        '<rect x="1" y="2" width="3" height="4" class="fill-series-1 stroke-line" fill="#0B6B70"'
        in svg.render()
    )


def test_a_hatch_is_defined_once_with_an_id_of_its_own() -> None:
    svg = Svg("chart-wide", 100, "t", "d")
    svg.rect(0, 0, 9, 9, fill="hatch")
    svg.rect(9, 0, 9, 9, fill="hatch")
    assert len(marks(svg.render(), id="chart-wide-hatch")) == 1
    assert len(marks(svg.render(), fill="url(#chart-wide-hatch)")) == 2


def test_words_too_long_for_their_room_end_in_an_ellipsis() -> None:
    short = shortened("left lower eyelid and a very long name", 80, 12)
    assert short.endswith("…")
    assert text_width(short, 12) <= 80
    assert shortened("calf", 80, 12) == "calf"


def test_an_empty_drawing_is_valid() -> None:
    assert drawn(Svg("chart", 100, "t", "d").render()).get("viewBox") == "0 0 100 0"
