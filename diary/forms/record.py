"""What the health record is told: visits."""

from datetime import datetime
from typing import Any

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Submit
from django import forms

from diary.forms.fields import DateField, NoteField
from diary.models import User, Visit

IN_THE_PAST = "The day of the visit must be today or earlier"


class VisitForm(forms.ModelForm):
    """A day on which the person saw somebody; who and what was said need not be given."""

    use_required_attribute = False

    date = DateField(
        label="When",
        help_text="For example, today or 28 May",
        error_messages={"required": "Enter the day of the visit"},
    )
    who = forms.CharField(
        label="Who",
        help_text="For example, GP or optician",
        required=False,
        max_length=100,
        error_messages={"max_length": "Who can have 100 characters at most"},
    )
    note = NoteField(label="What was said")

    class Meta:
        model = Visit
        fields = ("date", "who", "note")

    def __init__(self, data: Any, user: User, now: datetime) -> None:
        super().__init__(data)
        self.instance.user, self.instance.made_at = user, now
        self.fields["date"].today = user.today(now)
        self.helper = FormHelper()
        self.helper.add_input(Submit("save", "Save", css_class="btn btn-primary"))

    def clean_date(self) -> date:
        """Refuse a day that has not come yet."""
        if self.cleaned_data["date"] > self.fields["date"].today:
            raise forms.ValidationError(IN_THE_PAST)
        return self.cleaned_data["date"]
