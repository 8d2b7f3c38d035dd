"""The diary as a calendar: a month of days to open, and its year at a glance."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from diary.analysis import frequency
from diary.analysis.days import day_records
from diary.analysis.records import DayRecord
from diary.charts.axis import month_name, plural
from diary.charts.year import year_chart
from diary.forms.calendar import MonthForm
from diary.models import Day, User
from diary.periods import DAY, Period
from diary.views.chart_csv import chart_csv
from diary.views.diary import reach
from diary.views.figures import Figure
from diary.views.person import PersonRequest

LATELY = 14
"""Blank days of the last two weeks are offered to be filled in (ux C-11)."""


@dataclass(frozen=True, slots=True)
class Cell:
    """A day of the month; `state` is "" before the diary began and for days to come."""

    date: date
    state: str
    episodes: int

    @property
    def words(self) -> str:
        """What is known of the day, for those who do not see its mark."""
        if self.state == "twitching":
            return plural(self.episodes, "entry", "entries") if self.episodes else "twitching"
        return {"none": "no twitching", "blank": "not filled in"}.get(self.state, "")


@dataclass(frozen=True, slots=True)
class Month:
    """A month of one year's calendar; the months of the year are `month_of(year, 1)` to 12."""

    first: date

    @property
    def name(self) -> str:
        """The month as in "May"."""
        return month_name(self.first.month)

    @property
    def weeks(self) -> list[list[date]]:
        """Its days and those around them, a week from Monday to Sunday each."""
        monday = self.first - self.first.weekday() * DAY
        count = ((self.next.first - monday).days + 6) // 7
        return [[monday + (7 * week + n) * DAY for n in range(7)] for week in range(count)]

    @property
    def next(self) -> "Month":
        """The month after it."""
        return Month((self.first.replace(day=28) + 4 * DAY).replace(day=1))

    @property
    def before(self) -> "Month":
        """The month before it."""
        return Month((self.first - DAY).replace(day=1))


def diary_calendar(request: PersonRequest) -> HttpResponse:
    """Show the month that was asked for, its blank days of late, and its year."""
    user, now = request.user, timezone.now()
    today = user.today(now)
    month = Month(MonthForm(request.GET, today).first)
    days = days_of_year(user, month.first.year, now)
    cells = {day.date: Cell(day.date, day.state, day.twitches + day.spells) for day in days}
    shown = {
        "month": month,
        "weeks": [[cells.get(day, Cell(day, "", 0)) for day in week] for week in month.weeks],
        "blank": list(blank_lately(list(cells.values()), month, today)),
        "year": year_figure(days, month.first.year),
        "months": [Month(date(month.first.year, n, 1)) for n in range(1, 13)],
    }
    return render(request, "days/calendar.html", shown)


@require_safe
def calendar_csv(request: PersonRequest, name: str) -> HttpResponse:
    """Give what is known of the days of the year of a month."""
    now = timezone.now()
    year = MonthForm(request.GET, request.user.today(now)).first.year
    return chart_csv([year_figure(days_of_year(request.user, year, now), year).chart], name)


def days_of_year(user: User, year: int, now: datetime) -> list[DayRecord]:
    """Return the days of a year up to today, none before the first record."""
    first = began(user, now)
    period = Period(date(year, 1, 1), date(year, 12, 31), user.timezone)
    return [day for day in day_records(user, period, now) if day.date >= first]


def began(user: User, now: datetime) -> date:
    """Return the day of the first record; today in a diary without any."""
    firsts = (reach(user, now)[0], Day.objects.for_user(user).first_date())
    return min((day for day in firsts if day), default=user.today(now))


def blank_lately(cells: Sequence[Cell], month: Month, today: date) -> Iterator[date]:
    """Yield the days of the month, before today and two weeks back at most, that are not filled in."""
    for cell in cells:
        is_late = today - LATELY * DAY <= cell.date < today
        if is_late and cell.state == "blank" and month.first <= cell.date < month.next.first:
            yield cell.date


def year_figure(days: Sequence[DayRecord], year: int) -> Figure:
    """Show every day of the year."""
    chart = year_chart("year", f"The days of {year}", year, {day.date: day.state for day in days})
    return Figure(chart, frequency.finding(days))
