"""How a dose changed: from when, how much, how often. One that was taken out can be put back."""

from datetime import datetime
from typing import Any

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Submit
from django import forms
from django.core.exceptions import ValidationError

from diary.forms.fields import PartialDateField, read_by
from diary.forms.record import NOT_YET, PARTIAL_HINT, line
from diary.models import DoseChange, Medicine


class DoseForm(forms.Form):
    """What a dose became."""

    use_required_attribute = False

    dose = line("New dose", 60, "For example, 100 mg")
    how_often = line("How often", 60, "For example, twice a day")
    on = PartialDateField(label="From when", help_text=PARTIAL_HINT, in_future=NOT_YET, required=False)

    def __init__(self, data: Any = None, *, medicine: Medicine, now: datetime) -> None:
        super().__init__(data)
        self.medicine = medicine
        read_by(self, medicine.user, now, medicine.user.timezone)

    def clean_how_often(self) -> str:
        """Ask for one of the two."""
        if not (self.cleaned_data["how_often"] or self.cleaned_data.get("dose") or self.errors):
            raise ValidationError("Enter the new dose, or how often")
        return str(self.cleaned_data["how_often"])

    def clean_on(self) -> Any:
        """Refuse a change that is certain to lie before the start."""
        on, started = self.cleaned_data["on"], self.medicine.started
        if on and started and on.is_before(started):
            raise ValidationError("The dose must not change before the day you started")
        return on

    def save(self) -> DoseChange:
        """Add the change; one that is there already is not added twice."""
        change = DoseChange(*(self.cleaned_data[name] for name in ("on", "dose", "how_often")))
        if change not in self.medicine.dose_changes:
            self.medicine.change_dose(change)
            self.medicine.save(update_fields=["changes"])
        return change

    @property
    def helper(self) -> FormHelper:
        """Lay the form out."""
        helper = FormHelper()
        helper.add_input(Submit("save", "Save"))
        return helper


class DropForm(forms.Form):
    """Which change of the dose to take out, as the medicine keeps it."""

    on = forms.CharField(required=False)
    dose = forms.CharField(required=False)
    how_often = forms.CharField(required=False)

    def save(self, medicine: Medicine) -> DoseChange | None:
        """Take it out and return it; None when it is not there any more."""
        dropped = {name: self.cleaned_data[name] for name in ("on", "dose", "how_often")}
        if dropped not in medicine.changes:
            return None
        medicine.changes.remove(dropped)
        medicine.save(update_fields=["changes"])
        return DoseChange.from_kept(dropped)
