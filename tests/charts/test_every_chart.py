"""What is true of every chart, whatever it shows."""

from collections.abc import Callable
from pathlib import Path
from xml.etree.ElementTree import Element

import pytest
import typst
from django.template.loader import render_to_string

from diary.charts.chart import Chart
from diary.charts.svg import text_width
from tests.charts.samples import HOSTILE, KINDS, SVG, drawn

Kind = Callable[..., Chart]
pytestmark = pytest.mark.parametrize("kind", KINDS)


@pytest.mark.parametrize("days", [0, 1, 30, 365])
def test_any_number_of_days_is_drawn_as_valid_xml(kind: Kind, days: int) -> None:
    chart = kind(days)
    for svg in (chart.wide, chart.narrow, chart.on_paper(400)):
        root = drawn(svg)
        assert root.get("role") == "img"
        assert float(root.get("height", "0")) > 0
        assert "nan" not in svg.lower()
        assert "inf" not in "".join(mark.get("d", "") for mark in root.iter())


def test_a_drawing_is_named_and_described_and_its_marks_are_hidden(kind: Kind) -> None:
    root = drawn(kind(30).wide)
    title, about = (root.get("aria-labelledby") or "").split()
    assert root.findtext(f"{SVG}title[@id='{title}']") == kind(30).title
    assert root.findtext(f"{SVG}desc[@id='{about}']") == kind(30).description
    assert [group.get("aria-hidden") for group in root.findall(f"{SVG}g")] == ["true"]


def test_hostile_words_stay_words(kind: Kind) -> None:
    chart = kind(5, HOSTILE)
    for markup in (chart.wide, chart.narrow, chart.table.markup):
        assert "<script" not in markup
        assert "&lt;script&gt;" in markup


@pytest.mark.parametrize("days", [1, 5, 28, 365])
@pytest.mark.parametrize("title", ["Twitches", "A very long name " * 12])
def test_every_word_stands_whole_inside_its_picture(kind: Kind, days: int, title: str) -> None:
    chart = kind(days, title)
    for svg in (chart.wide, chart.narrow):
        root = drawn(svg)
        for text in root.iter(f"{SVG}text"):
            left, right = ends(text, float(root.get("font-size", "0")))
            assert left >= -0.1, text.text
            assert right <= float(root.get("width", "0")) + 0.1, text.text
            assert 8 <= float(text.get("y", "0")) <= float(root.get("height", "0")) - 2, text.text


def ends(text: Element, size: float) -> tuple[float, float]:
    size = float(text.get("font-size", size))
    wide, x = text_width(text.text or "", size, bold=bool(text.get("font-weight"))), float(text.get("x", "0"))
    left = x - wide * {"middle": 0.5, "end": 1}.get(text.get("text-anchor", ""), 0)
    return left, left + wide


def test_the_drawings_of_one_chart_share_no_id(kind: Kind) -> None:
    chart = kind(30)
    ids = [
        mark.get("id")
        for svg in (chart.wide, chart.narrow, chart.on_paper(300))
        for mark in drawn(svg).iter()
    ]
    named = [name for name in ids if name]
    assert len(named) == len(set(named))


def test_every_reference_has_its_target_in_the_same_drawing(kind: Kind) -> None:
    root = drawn(kind(30).wide)
    ids = {mark.get("id") for mark in root.iter()}
    used = {
        value[5:-1] for mark in root.iter() for value in mark.attrib.values() if value.startswith("url(#")
    }
    assert used <= ids


def test_no_mark_carries_a_style(kind: Kind) -> None:
    assert " style=" not in kind(30).wide


def test_every_painted_mark_has_a_colour_for_the_pdf(kind: Kind) -> None:
    painted = [
        mark for mark in drawn(kind(30).wide).iter() if mark.get("class", "").startswith(("fill", "stroke"))
    ]
    assert painted
    for mark in painted:
        assert (mark.get("fill", "") + mark.get("stroke", "")).count("#")


def test_the_pdf_engine_draws_it(kind: Kind, tmp_path: Path) -> None:
    page = tmp_path / "page.typ"
    page.write_text('#set page(width: auto, height: auto)\n#image(bytes(sys.inputs.svg), alt: "chart")')
    for svg in (kind(30).wide, kind(0).narrow, kind(30).on_paper(400)):
        assert typst.compile(page, root=tmp_path, sys_inputs={"svg": str(svg)}).startswith(b"%PDF")


def test_the_table_stands_in_the_figure_before_the_drawings(kind: Kind) -> None:
    chart = kind(10)
    page = render_to_string("charts/_figure.html", {"chart": chart, "finding": "More <b> in May"})
    assert "More &lt;b&gt; in May" in page
    assert page.index("<figcaption>") < page.index("<table>") < page.index("<svg")
    assert page.count("<svg") == 2
    assert page.count('scope="row"') == len(chart.table.rows)
    assert all(len(row) == len(chart.table.header) for row in chart.table.rows)


def test_the_numbers_are_as_many_as_their_names_and_hold_no_words_for_what_is_missing(kind: Kind) -> None:
    for days in (0, 1, 30):
        numbers = kind(days).numbers()
        assert {len(row) for row in numbers.rows} <= {len(numbers.header)}
        assert not {cell for row in numbers.rows for cell in row} & {"not filled in", "not recorded", "-"}


def test_a_cell_found_by_a_pointer_is_one_of_the_table(kind: Kind) -> None:
    chart = kind(30)
    for svg in (chart.wide, chart.narrow):
        for area in filter(None, (drawn(svg).get("data-areas") or "").split(";")):
            *_, row, down, across, column = map(float, area.split())
            rows = down if column else down * across
            assert row + rows <= len(chart.table.rows)
            assert not column or column + across <= len(chart.table.header)
    assert "data-areas" not in chart.on_paper(400)
