"""The health record in words."""

from django import template

from diary.analysis.health_words import dose_words, medicine_dates, medicine_line, range_words, result_line
from diary.models import BloodTest
from diary.quantities import PartialDate, format_partial_date
from diary.quantities.laboratory import in_other_units

register = template.Library()

for words in (dose_words, medicine_dates, medicine_line, range_words, result_line):
    register.filter_function(words)


@register.filter
def partial(on: PartialDate | None) -> str:
    """Return "12 March 2026", "March 2026", "date not known"; "" when nobody said."""
    return format_partial_date(on) if on else ""


@register.filter
def other_units(test: BloodTest) -> str:
    """Return the result in the other units of its test: "2.07 mg/dl or 1.70 mEq/l"."""
    return " or ".join(in_other_units(test.value, test.what, test.unit))
