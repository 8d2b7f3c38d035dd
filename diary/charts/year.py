"""A year at a glance: a square for each day, a column for each week; right in black and white."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial
from itertools import groupby

from diary.charts.axis import Plot, month_name
from diary.charts.chart import Chart, Numbers, Table
from diary.charts.key import Sample, draw_key, filled, hatched
from diary.charts.svg import Svg, box, text_width
from diary.quantities.dates import format_date

WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
NAMED_ROWS = (0, 2, 4, 6)
WORDS = {"twitching": "yes", "none": "no", "blank": "not filled in"}
HALVES_BELOW = 480
"""Pictures narrower than this show half a year above the other half."""


@dataclass(frozen=True, slots=True)
class _Facts:
    year: int
    states: Mapping[date, str]

    @property
    def days(self) -> list[date]:
        """The days with a state, in order."""
        return sorted(self.states)

    def in_months(self, first: int, last: int) -> list[date]:
        """Return the days of these months, those to come too."""
        start = date(self.year, first, 1)
        end = date(self.year + last // 12, last % 12 + 1, 1)
        return [start + timedelta(n) for n in range((end - start).days)]


def year_chart(name: str, title: str, year: int, states: Mapping[date, str]) -> Chart:
    """Return the days of a year; a state is "twitching", "none" or "blank", other days stay empty."""
    facts = _Facts(year, states)
    header, rows = ("Day", "Twitching"), tuple((format_date(day), WORDS[states[day]]) for day in facts.days)
    about = f"One square for each day of {year}, one column for each week."
    table = Table(title, header, rows)
    return Chart(name, title, about, table, partial(_draw, facts), partial(_numbers, facts))


def _numbers(facts: _Facts) -> Numbers:
    return Numbers(("date", "state"), tuple(sorted(facts.states.items())))


def _draw(facts: _Facts, svg: Svg) -> None:
    below = draw_key(svg, _key(facts), 0, 2) + 8
    halves = ((1, 6), (7, 12)) if svg.width < HALVES_BELOW else ((1, 12),)
    for first, last in halves:
        below = _draw_weeks(svg, facts, facts.in_months(first, last), below) + 10
    svg.height = below


def _draw_weeks(svg: Svg, facts: _Facts, days: Sequence[date], top: float) -> float:
    """Draw the days as columns of weeks under the names of their months; return where they end below."""
    left = text_width("Mon", svg.size) + 10
    monday = days[0] - timedelta(days[0].weekday())
    columns = (days[-1] - monday).days // 7 + 1
    step = min(18.0, (svg.width - left) / columns)
    plot = Plot(left, top + svg.size + 8, left + columns * step, top + svg.size + 8 + 7 * step)
    for row in NAMED_ROWS:
        svg.text(left - 8, plot.top + (row + 0.5) * step + svg.size * 0.35, WEEKDAYS[row], "label", "end")
    paths: dict[str, list[str]] = {"": [], "twitching": [], "none": [], "blank": []}
    for day in days:
        column, row = divmod((day - monday).days, 7)
        x, y = left + column * step, plot.top + row * step
        if day.day == 1:
            svg.text(max(left, x), top + svg.size, month_name(day.month, is_short=True), "label")
        state = facts.states.get(day, "")
        paths[state].append(_square(state, x, y, step))
    _paint(svg, paths)
    _mark_areas(svg, facts, days, plot, step)
    return plot.bottom


def _mark_areas(svg: Svg, facts: _Facts, days: Sequence[date], plot: Plot, step: float) -> None:
    """Say where the days of each column stand that have a row of the table."""
    rows = {day: n for n, day in enumerate(facts.days)}
    before = days[0].weekday()
    for column, week in groupby(enumerate(days, before), key=lambda place: place[0] // 7):
        shown = [(n, rows[day]) for n, day in week if day in rows]
        for _, run in groupby(shown, key=lambda place: place[0] - place[1]):
            (first, row), *more = run
            down = 1 + len(more)
            svg.area(plot.left + column * step, plot.top + first % 7 * step, step, down * step, row, down)


def _square(state: str, x: float, y: float, step: float) -> str:
    """Return a full square, a small one for a day without twitching, so that no colour is needed."""
    inset = step * 0.3 if state == "none" else 1
    return box(x + inset, y + inset, step - 2 * inset, step - 2 * inset)


def _paint(svg: Svg, paths: Mapping[str, Sequence[str]]) -> None:
    svg.path("".join(paths[""]), stroke="line", width=0.6)
    svg.path("".join(paths["twitching"]), fill="series-1")
    svg.path("".join(paths["none"]), fill="surface", stroke="neutral", width=1.2)
    svg.path("".join(paths["blank"]), fill="hatch", stroke="hatch", width=0.5)


def _none_sample(svg: Svg, x: float, y: float) -> None:
    svg.rect(x + 5, y - 3, 6, 6, fill="surface", stroke="neutral", line=1.2)


def _key(facts: _Facts) -> list[tuple[Sample, str]]:
    entries: list[tuple[Sample, str]] = [(filled("series-1"), "twitching"), (_none_sample, "no twitching")]
    if "blank" in facts.states.values():
        entries.append((hatched, "not filled in"))
    return entries
