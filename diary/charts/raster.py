"""The time of day: each row a day with its twitches."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial

from diary.charts.axis import Plot, clock_text, short_day_text
from diary.charts.chart import Chart, Numbers, Table
from diary.charts.clock_axis import draw_hours, draw_row_name, framed
from diary.charts.key import Sample, hatched
from diary.charts.svg import Svg, box
from diary.quantities.dates import format_date, format_dates
from diary.vocabulary.episodes import CAME_AND_WENT, NEARLY_CONSTANT

Span = tuple[int, int]

MOST_DAYS = 31
MINUTES = 1_440
NOT_FILLED_IN = "not filled in"


@dataclass(frozen=True, slots=True)
class RasterDay:
    """One local day: spans of local minutes after midnight (0 to 1440) that twitches and spells cover.

    `state` is "twitching", "none" (the person said so) or "blank" (not filled in). Spells came and went;
    those that were nearly constant stand apart.
    """

    date: date
    state: str
    twitches: tuple[Span, ...] = ()
    spells: tuple[Span, ...] = ()
    constant: tuple[Span, ...] = ()


def day_raster(name: str, title: str, days: Sequence[RasterDay], clock: str = "12") -> Chart:
    """Return one row per day, 31 at most; `clock` is "12" or "24"."""
    if len(days) > MOST_DAYS:
        raise ValueError("Beyond 31 days the rows are weeks: use hour_grid")
    rows = tuple((format_date(day.date), _said(day, clock)) for day in days)
    table = Table(title, ("Day", "Twitching"), rows)
    span = format_dates(days[0].date, days[-1].date) if days else ""
    return Chart(
        name,
        title,
        f"One row for each day from midnight to midnight, {span}." if days else "No days to show.",
        table,
        partial(_draw_days, tuple(days), clock),
        partial(_numbers, days),
    )


def _numbers(days: Sequence[RasterDay]) -> Numbers:
    return Numbers(("date", "state", "kind", "from_minute", "to_minute"), tuple(_number_rows(days)))


def _number_rows(days: Sequence[RasterDay]) -> Iterator[tuple[date | str | int | None, ...]]:
    for day in days:
        kinds = {"twitch": day.twitches, "spell": day.spells, "nearly_constant": day.constant}
        spans = [(kind, *span) for kind, spans in kinds.items() for span in spans]
        for kind, start, end in spans:
            yield day.date, day.state, kind, start, end
        if not spans:
            yield day.date, day.state, None, None, None


def _said(day: RasterDay, clock: str) -> str:
    if day.state == "blank":
        return NOT_FILLED_IN
    if day.state == "none":
        return "none"
    times = [clock_text(start, clock) for start, _ in day.twitches]
    for spans, pattern in ((day.spells, CAME_AND_WENT), (day.constant, NEARLY_CONSTANT)):
        times += [
            f"{clock_text(start, clock)} to {clock_text(end, clock)}, {pattern}" for start, end in spans
        ]
    return "; ".join(times) or "yes, time not recorded"


def _draw_days(days: Sequence[RasterDay], clock: str, svg: Svg) -> None:
    dense = max(7.6, svg.size * 0.72) if svg.is_narrow else 11  # what one sheet of the report has room for
    step = svg.size * 0.95 if svg.is_on_screen else dense
    # Where rows are low the words of two would overprint; the key says what a hatched row is.
    is_low = (svg.is_on_screen and svg.is_narrow) or step < svg.size * 0.95
    said = {"none": "none"} if is_low else {"blank": NOT_FILLED_IN, "none": "none"}
    plot = framed(svg, _day_key(days), len(days) * step, max(said.values(), key=len))
    draw_hours(svg, plot, clock)
    svg.area(plot.left, plot.top, plot.width, plot.height, down=len(days))
    blank = [n for n, day in enumerate(days) if day.state == "blank"]
    svg.path(
        "".join(box(plot.left, plot.top + n * step + 0.8, plot.width, step - 1.6) for n in blank),
        fill="hatch",
    )
    for n, day in enumerate(days):
        if n % 7 == 0:
            draw_row_name(svg, plot, plot.top + n * step, short_day_text(day.date), step)
    for spells, dash in (([day.spells for day in days], "3 2"), ([day.constant for day in days], "")):
        boxes = _spans(plot, step, spells, inset=1.2, least=6)
        svg.path("".join(boxes), fill="surface", stroke="ink", width=0.9, dash=dash)
    svg.path("".join(_spans(plot, step, [day.twitches for day in days], inset=1, least=2.6)), fill="ink")
    _draw_states(svg, plot, step, [said.get(day.state, "") for day in days])


def _day_key(days: Sequence[RasterDay]) -> list[tuple[Sample, str]]:
    entries: list[tuple[Sample, str]] = [(_tick_sample, "one twitch")]
    if any(day.spells for day in days):
        entries.append((partial(_spell_sample, "3 2"), CAME_AND_WENT))
    if any(day.constant for day in days):
        entries.append((partial(_spell_sample, ""), NEARLY_CONSTANT))
    if any(day.state == "blank" for day in days):
        entries.append((hatched, NOT_FILLED_IN))
    return entries


def _spans(plot: Plot, step: float, rows: Sequence[Sequence[Span]], inset: float, least: float) -> list[str]:
    """Return a box for every span of minutes, wide enough to be seen and inside its day."""
    unit = plot.width / MINUTES
    boxes = []
    for n, spans in enumerate(rows):
        for start, end in spans:
            width = max(least, (end - start) * unit)
            left = min(plot.left + start * unit, plot.right - width)
            boxes.append(box(left, plot.top + n * step + inset, width, step - 2 * inset))
    return boxes


def _draw_states(svg: Svg, plot: Plot, step: float, words: Sequence[str]) -> None:
    """Write "none" and "not filled in" at the right, a run of the same word as often as there is room."""
    free_from = 0.0
    for n, word in enumerate(words):
        middle = plot.top + (n + 0.5) * step
        if word and middle >= free_from:
            svg.text(
                plot.right + 6,
                middle + svg.size * 0.33,
                word,
                "label",
                italic=word == NOT_FILLED_IN,
                size=svg.size * 0.9,
            )
            free_from = middle + svg.size * 0.95


def _tick_sample(svg: Svg, x: float, y: float) -> None:
    svg.rect(x + 10, y - 4.5, 2.6, 9, fill="ink")


def _spell_sample(dash: str, svg: Svg, x: float, y: float) -> None:
    svg.rect(x, y - 4, 16, 8, fill="surface", stroke="ink", line=0.9, dash=dash)
