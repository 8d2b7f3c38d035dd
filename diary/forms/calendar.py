"""Which month of the calendar to show."""

from datetime import date
from typing import Any

from django import forms


class MonthForm(forms.Form):
    """A month as 2026-05; what cannot be read, or has not come yet, is this month."""

    use_required_attribute = False

    month = forms.DateField(input_formats=["%Y-%m"], required=False)

    def __init__(self, data: Any, today: date) -> None:
        super().__init__(data)
        self.today = today
        self.full_clean()

    @property
    def first(self) -> date:
        """The first day of the month."""
        asked = self.cleaned_data.get("month") or self.today
        return min(asked, self.today).replace(day=1) if asked.year >= 1900 else self.today.replace(day=1)
