"""The time of day: each row a day with its twitches, or beyond a month each row a week of 24 hours."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial
from itertools import pairwise

from diary.charts.axis import Plot, clock_text, hour_text, short_day_text
from diary.charts.chart import Chart, Table
from diary.charts.key import Sample, draw_key, filled, hatched
from diary.charts.svg import Svg, box, number, text_width
from diary.quantities.dates import format_date, format_dates

MOST_DAYS = 31
MINUTES = 1_440
HOURS = (0, 6, 12, 18, 24)
NOT_FILLED_IN = "not filled in"


@dataclass(frozen=True, slots=True)
class RasterDay:
    """One local day: spans of local minutes after midnight (0 to 1440) that twitches and spells cover.

    `state` is "twitching", "none" (the person said so) or "blank" (not filled in).
    """

    date: date
    state: str
    twitches: tuple[tuple[int, int], ...] = ()
    spells: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class HourWeek:
    """One block of `days` days from `first` with 24 counts of twitches by local hour of their start."""

    first: date
    counts: tuple[int, ...]
    filled_in: int
    days: int = 7

    @property
    def last(self) -> date:
        """The last day of the block."""
        return self.first + timedelta(days=self.days - 1)


def day_raster(name: str, title: str, days: Sequence[RasterDay], clock: str = "12") -> Chart:
    """Return one row per day, 31 at most; `clock` is "12" or "24"."""
    if len(days) > MOST_DAYS:
        raise ValueError("Beyond 31 days the rows are weeks: use hour_grid")
    rows = tuple((format_date(day.date), _said(day, clock)) for day in days)
    table = Table(title, ("Day", "Twitching"), rows)
    return Chart(name, title, _about(days, "day"), table, partial(_draw_days, tuple(days), clock))


def hour_grid(name: str, title: str, weeks: Sequence[HourWeek], clock: str = "12") -> Chart:
    """Return one row of 24 cells per week, darker where more twitches began; blank weeks are hatched."""
    header = ("Week", "Days filled in", *(hour_text(hour, clock) for hour in range(24)))
    table = Table(title, header, tuple(_week_row(week) for week in weeks))
    return Chart(name, title, _about(weeks, "week"), table, partial(_draw_weeks, tuple(weeks), clock))


def _said(day: RasterDay, clock: str) -> str:
    if day.state == "blank":
        return NOT_FILLED_IN
    if day.state == "none":
        return "none"
    times = [clock_text(start, clock) for start, _ in day.twitches]
    times += [
        f"{clock_text(start, clock)} to {clock_text(end, clock)}, came and went" for start, end in day.spells
    ]
    return "; ".join(times) or "yes, time not recorded"


def _week_row(week: HourWeek) -> tuple[str, ...]:
    counts = (NOT_FILLED_IN,) * 24 if not week.filled_in else tuple(f"{count:,}" for count in week.counts)
    return format_dates(week.first, week.last), f"{week.filled_in} of {week.days}", *counts


def _about(rows: Sequence[RasterDay] | Sequence[HourWeek], each: str) -> str:
    if not rows:
        return "No days to show."
    first, last = (row.date if isinstance(row, RasterDay) else row.first for row in (rows[0], rows[-1]))
    return f"One row for each {each} from midnight to midnight, {format_dates(first, last)}."


def _draw_days(days: Sequence[RasterDay], clock: str, svg: Svg) -> None:
    step = max(7.6, svg.size * 0.72) if svg.is_narrow else 11
    plot = _framed(svg, _day_key(days), len(days) * step, NOT_FILLED_IN)
    _draw_hours(svg, plot, clock)
    blank = [n for n, day in enumerate(days) if day.state == "blank"]
    svg.path(
        "".join(box(plot.left, plot.top + n * step + 0.8, plot.width, step - 1.6) for n in blank),
        fill="hatch",
    )
    for n, day in enumerate(days):
        if n % 7 == 0:
            _draw_row_name(svg, plot, plot.top + n * step, short_day_text(day.date), step)
    svg.path(
        "".join(_spans(plot, step, [day.spells for day in days], inset=1.2, least=6)),
        fill="surface",
        stroke="ink",
        width=0.9,
        dash="3 2",
    )
    svg.path("".join(_spans(plot, step, [day.twitches for day in days], inset=1, least=2.6)), fill="ink")
    _draw_states(
        svg, plot, step, [{"blank": NOT_FILLED_IN, "none": "none"}.get(day.state, "") for day in days]
    )


def _day_key(days: Sequence[RasterDay]) -> list[tuple[Sample, str]]:
    entries: list[tuple[Sample, str]] = [(_tick_sample, "one twitch")]
    if any(day.spells for day in days):
        entries.append((_spell_sample, "came and went"))
    if any(day.state == "blank" for day in days):
        entries.append((hatched, NOT_FILLED_IN))
    return entries


def _spans(
    plot: Plot, step: float, rows: Sequence[Sequence[tuple[int, int]]], inset: float, least: float
) -> list[str]:
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
        is_first = n == 0 or words[n - 1] != word
        if (
            word
            and (is_first or middle >= free_from)
            and middle >= free_from - (step * 0.35 if is_first else 0)
        ):
            svg.text(
                plot.right + 6,
                middle + svg.size * 0.33,
                word,
                "label",
                italic=word == NOT_FILLED_IN,
                size=svg.size * 0.9,
            )
            free_from = middle + svg.size * 0.95


def _draw_weeks(weeks: Sequence[HourWeek], clock: str, svg: Svg) -> None:
    step = min(16.0, max(svg.size * 0.72, 260 / max(1, len(weeks))))
    most = max((max(week.counts, default=0) for week in weeks if week.filled_in), default=0)
    tops = tone_tops(most)
    widest = max((f"{week.days} of {week.days}" for week in weeks), key=len, default="")
    plot = _framed(svg, _week_key(tops, weeks), len(weeks) * step, widest)
    _draw_hours(svg, plot, clock)
    svg.path(
        "".join(
            box(plot.left, plot.top + n * step + 0.6, plot.width, step - 1.2)
            for n, week in enumerate(weeks)
            if not week.filled_in
        ),
        fill="hatch",
    )
    for shade, cells in _cells(weeks, plot, step, tops).items():
        svg.path("".join(cells), fill=f"seq-{shade}", stroke="hatch" if shade < 3 else "", width=0.4)
    free_from = 0.0
    for n, week in enumerate(weeks):
        middle = plot.top + (n + 0.5) * step
        if middle >= free_from:
            _draw_row_name(svg, plot, plot.top + n * step, short_day_text(week.first), step, has_line=False)
            svg.text(plot.right + 6, middle + svg.size * 0.33, f"{week.filled_in} of {week.days}", "label")
            free_from = middle + svg.size * 1.4


def tone_tops(most: int) -> tuple[int, ...]:
    """Return the highest count of each of the four shades above none; few counts need fewer shades."""
    if most <= 4:
        return tuple(range(1, most + 1))
    return tuple(-(-most * k // 4) for k in (1, 2, 3, 4))


def _cells(weeks: Sequence[HourWeek], plot: Plot, step: float, tops: Sequence[int]) -> dict[int, list[str]]:
    """Return the cells of each shade; an hour without a twitch stays as light as the page."""
    wide = plot.width / 24
    cells: dict[int, list[str]] = {1: [], 2: [], 3: [], 4: []}
    shade_of = {
        count: shade
        for (below, _), (top, shade) in pairwise(shades(tops))
        for count in range(below + 1, top + 1)
    }
    lefts = [number(plot.left + hour * wide + 0.6) for hour in range(24)]
    shape = f"h{number(wide - 1.2)}v{number(step - 1.2)}h{number(1.2 - wide)}z"
    for n, week in enumerate(weeks):
        if week.filled_in:
            top = number(plot.top + n * step + 0.6)
            for left, count in zip(lefts, week.counts, strict=True):
                if count:
                    cells[shade_of[count]].append(f"M{left} {top}{shape}")
    return cells


def shades(tops: Sequence[int]) -> list[tuple[int, int]]:
    """Return (highest count, shade): the darkest shade is always the highest count."""
    return [(0, 0), *((top, 4 - len(tops) + n) for n, top in enumerate(tops, 1))]


def _week_key(tops: Sequence[int], weeks: Sequence[HourWeek]) -> list[tuple[Sample, str]]:
    entries: list[tuple[Sample, str]] = [(filled("seq-0", "line"), "none")]
    for (below, _), (top, shade) in pairwise(shades(tops)):
        words = f"{top}" if top == below + 1 else f"{below + 1} to {top}"
        entries.append((filled(f"seq-{shade}", "hatch"), words))
    if any(not week.filled_in for week in weeks):
        entries.append((hatched, NOT_FILLED_IN))
    return entries


def _framed(svg: Svg, entries: Sequence[tuple[Sample, str]], height: float, at_right: str) -> Plot:
    """Draw the key, leave room for the names of rows and states, and return the area between."""
    below = draw_key(svg, entries, 0, 2)
    top = below + svg.size + 12
    left = text_width("30 Apr", svg.size) + 10
    right = svg.width - text_width(at_right, svg.size * 0.95) - 6
    svg.height = top + height + 4
    return Plot(left, top, right, top + height)


def _draw_hours(svg: Svg, plot: Plot, clock: str) -> None:
    for hour in HOURS:
        x = plot.left + plot.width * hour / 24
        svg.line(x, plot.top - 3, x, plot.bottom)
        svg.text(x, plot.top - 7, hour_text(hour, clock), "label", "middle", size=svg.size * 0.92)


def _draw_row_name(svg: Svg, plot: Plot, top: float, words: str, step: float, has_line: bool = True) -> None:
    if has_line:
        svg.line(plot.left, top, plot.right, top)
    svg.text(plot.left - 8, top + step / 2 + svg.size * 0.35, words, "label", "end")


def _tick_sample(svg: Svg, x: float, y: float) -> None:
    svg.rect(x + 10, y - 4.5, 2.6, 9, fill="ink")


def _spell_sample(svg: Svg, x: float, y: float) -> None:
    svg.rect(x, y - 4, 16, 8, fill="surface", stroke="ink", line=0.9, dash="3 2")
