"""The invented health record of a demo: long-known supplements, results in the lab's range, two questions.

Nothing in it is a medicine that a rule asks about, so that it points nothing out by itself.
"""

from datetime import date, datetime, timedelta

from diary.transfer.health_record import MEDICINES, QUESTIONS, TESTS
from diary.transfer.reading import Row, Rows

RESULTS = {
    "magnesium": ("0.82", "mmol/l", "0.70", "1.00"),
    "calcium": ("2.38", "mmol/l", "2.20", "2.60"),
    "potassium": ("4.2", "mmol/l", "3.5", "5.3"),
    "tsh": ("1.9", "mIU/l", "0.35", "5.5"),
}
ASKED = ("Could it have to do with my coffee?", "Do I need to come again if it stops?")


def invented_record(today: date, now: datetime) -> list[Rows]:
    """Invent the record as rows of the archive, its dates counted back from today."""
    made = {"made_at": now.isoformat()}
    month = (today - timedelta(days=40)).strftime("%Y-%m")
    medicines = [
        {"name": "Vitamin D", "dose": "25 µg", "how_often": "once a day", "started": f"{today.year - 2}"},
        {"name": "Magnesium citrate", "dose": "200 mg", "how_often": "at night", "started": month},
    ]
    taken = {"taken_on": str(today - timedelta(days=12))}
    tests = [
        {"what": what, "value": value, "unit": unit, "low": low, "high": high, **taken}
        for what, (value, unit, low, high) in RESULTS.items()
    ]
    parts = {
        MEDICINES: [{"kind": "supplement", **medicine} for medicine in medicines],
        TESTS: tests,
        QUESTIONS: [{"words": question} for question in ASKED],
    }
    return [
        Rows(table, [Row(number, row | made) for number, row in enumerate(rows, 1)])
        for table, rows in parts.items()
    ]
