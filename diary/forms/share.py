"""A link to a report: what it shows and how long it opens; and the PIN of somebody who opens it."""

import re
from datetime import datetime
from typing import Any
from uuid import uuid4

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Layout, Submit
from django import forms
from django.core.exceptions import ValidationError

from diary.forms.base import OneOf
from diary.forms.fields import LineField
from diary.forms.now import PageUuid
from diary.models import SharedReport, User
from diary.models.shared import MOST_OPEN, PIN_LENGTH
from diary.periods import DAY, Period
from diary.vocabulary.report import LINK_DAYS, LINK_DAYS_AT_FIRST


class ShareForm(forms.Form):
    """How long a link opens and for whom it is; notes only where some are ticked, and then off at first."""

    use_required_attribute = False

    uuid = PageUuid(required=False, initial=uuid4)
    days = forms.TypedChoiceField(
        label="How long can it be opened?",
        help_text="You can close it earlier at any time.",
        choices=list(LINK_DAYS.items()),
        coerce=int,
        initial=LINK_DAYS_AT_FIRST,
        widget=forms.RadioSelect,
        error_messages=dict.fromkeys(("required", "invalid_choice"), "Choose how long it can be opened"),
    )
    notes = forms.BooleanField(required=False)
    label = LineField(
        label="Who is it for?",
        help_text="Such as “Dr Patel”. Only you see this, in your list of links.",
        required=False,
        max_length=60,
        error_messages={"max_length": "Say who it is for in 60 characters at most"},
    )

    def __init__(self, data: Any = None, *, user: User, now: datetime, notes: int) -> None:
        super().__init__(data)
        self.user, self.now = user, now
        self.fields[
            "notes"
        ].label = f"Show {'the note' if notes == 1 else f'the {notes} notes'} I ticked, too"
        if not notes:
            del self.fields["notes"]

    def clean(self) -> dict[str, Any]:
        """Refuse one more than anybody keeps an eye on."""
        cleaned = super().clean() or self.cleaned_data
        if SharedReport.objects.for_user(self.user).open_at(self.now).count() >= MOST_OPEN:
            raise ValidationError(f"You have {MOST_OPEN} open links. Close one before you make another")
        return cleaned

    @property
    def shows_notes(self) -> bool:
        """Whether the notes that were ticked are seen."""
        return bool(self.cleaned_data.get("notes"))

    def link(self, period: Period, notes: int, page: str, pdf: bytes) -> SharedReport:
        """Return the link to a report as it is now; it opens up to the end of its last day."""
        today = self.user.today(self.now)
        opens = Period(today, today + self.cleaned_data["days"] * DAY, self.user.timezone)
        return SharedReport(
            user=self.user,
            uuid=self.cleaned_data["uuid"],
            label=self.cleaned_data["label"],
            first=period.first,
            last=period.last,
            notes=notes,
            page=page,
            pdf=pdf,
            made_at=self.now,
            made_on=today,
            last_on=opens.last,
            expires_at=opens.end,
        )

    @property
    def helper(self) -> FormHelper:
        """Lay it out."""
        helper = FormHelper()
        names = ["days", *(name for name in ("notes",) if name in self.fields), "label"]
        fields = [OneOf(name) if name == "days" else name for name in names]
        helper.layout = Layout("uuid", *fields, Submit("make", "Make the link"))
        return helper


class PinForm(forms.Form):
    """The PIN of a link, typed in groups or not."""

    use_required_attribute = False

    code = LineField(  # called like other secrets, so that no page and no log repeats it
        label="PIN",
        help_text=f"{PIN_LENGTH} digits, from whoever gave you the link.",
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off"}),
        error_messages={"required": f"Enter the {PIN_LENGTH} digits"},
    )

    def clean_code(self) -> str:
        """Take the spaces out; what is no PIN is not counted as a wrong one."""
        code = re.sub(r"[\s-]", "", self.cleaned_data["code"])
        if not re.fullmatch(rf"[0-9]{{{PIN_LENGTH}}}", code):
            raise ValidationError(f"Enter the {PIN_LENGTH} digits")
        return code
