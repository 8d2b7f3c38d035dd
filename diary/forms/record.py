"""What the health record is told: visits."""

import datetime
from uuid import uuid4

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Submit
from django.core.exceptions import ValidationError

from diary.forms.base import OwnedForm
from diary.forms.fields import DateField, LineField, NoteField
from diary.forms.now import PageUuid
from diary.models import Visit


class VisitForm(OwnedForm):
    """A day on which the person saw somebody; who and what was said need not be given."""

    uuid = PageUuid(required=False, initial=uuid4)
    date = DateField(
        label="When",
        help_text="For example, today or 28 May",
        error_messages={"required": "Enter the day of the visit"},
    )
    who = LineField(
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

    def clean_date(self) -> datetime.date:
        """Refuse a day that has not come yet."""
        if self.cleaned_data["date"] > self.user.today(self.now):
            raise ValidationError("The day of the visit must be today or earlier")
        return self.cleaned_data["date"]

    def save(self, commit: bool = True) -> Visit:
        """Keep the visit once, however often the page sends it."""
        facts = {name: self.cleaned_data[name] for name in ("date", "who", "note")}
        visit, _ = Visit.objects.get_or_create(
            user=self.user, uuid=self.cleaned_data["uuid"], defaults=facts | {"made_at": self.now}
        )
        return visit

    @property
    def helper(self) -> FormHelper:
        """Lay the form out."""
        helper = FormHelper()
        helper.add_input(Submit("save", "Save"))
        return helper
