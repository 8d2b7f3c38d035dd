"""The numbers of one chart as a file for other programs."""

import csv
import io
from collections.abc import Iterable
from datetime import date

from django.http import Http404, HttpResponse

from diary.charts.chart import Chart, Numbers
from diary.transfer.reading import guarded


def chart_csv(charts: Iterable[Chart], name: str) -> HttpResponse:
    """Give the numbers of the chart of that name; a page that has none such answers 404."""
    chart = next((chart for chart in charts if chart.name == name), None)
    if chart is None:
        raise Http404
    headers = {"Content-Disposition": f'attachment; filename="{name}.csv"', "Cache-Control": "no-store"}
    return HttpResponse(csv_of(chart.numbers()), content_type="text/csv; charset=utf-8", headers=headers)


def csv_of(numbers: Numbers) -> bytes:
    """Return the numbers as CSV, with a byte order mark so that spreadsheets read it as UTF-8."""
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow([guarded(name) for name in numbers.header])
    writer.writerows([cell_of(cell) for cell in row] for row in numbers.rows)
    return text.getvalue().encode("utf-8-sig")


def cell_of(cell: str | float | date | None) -> str:
    """Return a cell, empty where nothing is known; what somebody wrote cannot become a formula."""
    return "" if cell is None else guarded(f"{cell:.12g}" if isinstance(cell, float) else str(cell))
