"""What the health record is told: medicines, blood tests, visits, conditions and questions."""

import datetime
from typing import Any, cast
from uuid import uuid4

from crispy_forms.bootstrap import InlineRadios
from crispy_forms.helper import FormHelper
from crispy_forms.layout import Field, Layout, Submit
from django import forms
from django.core.exceptions import ValidationError

from diary.forms.base import OwnedForm
from diary.forms.fields import DateField, LineField, NoteField, PartialDateField, QuantityField
from diary.forms.now import PageUuid
from diary.models import BloodTest, Condition, Medicine, Question, Visit
from diary.models.kept import Kept
from diary.models.record import WHOSE
from diary.quantities import PartialDate
from diary.quantities.laboratory import Amount, LabRange, parse_range, parse_result
from diary.vocabulary.laboratory import CHOICES, OTHER
from diary.vocabulary.medicines import LABELS

PARTIAL_HINT = "For example, 12 March 2026, March 2026 or don’t know"
NOT_YET = "This date must be today or earlier"


def line(label: str, most: int, hint: str = "", needed: str = "") -> LineField:
    """Make a box for a few words; `needed` is the sentence for an empty one, without it one may be."""
    messages = {"max_length": f"{label} can have {most} characters at most", "required": needed}
    return LineField(
        label=label, max_length=most, help_text=hint, required=bool(needed), error_messages=messages
    )


class EntryForm(OwnedForm):
    """A form for one entry of the health record; a new one is kept once, however often the page sends it."""

    settled_on_save = frozenset({"uuid"})

    uuid = PageUuid(required=False, initial=uuid4)

    def save(self, commit: bool = True) -> Kept:
        """Keep the entry."""
        if self.instance.pk:
            return cast("Kept", super().save(commit))
        self.instance.uuid = self.cleaned_data["uuid"]
        return cast("Kept", self._meta.model.objects.keep_once(self.instance))

    @property
    def helper(self) -> FormHelper:
        """Lay the form out."""
        helper = FormHelper()
        if "whose" in self.fields:
            boxes = [InlineRadios(name) if name == "whose" else Field(name) for name in self.fields]
            helper.layout = Layout(*boxes)
        helper.add_input(Submit("save", "Save"))
        return helper


class MedicineForm(EntryForm):
    """A medicine or supplement, and when it was started and stopped."""

    name = line("Name", 100, "As on the box", "Enter the name of the medicine or supplement")
    kind = forms.ChoiceField(
        label="What kind is it?",
        choices=[("", "Not on this list, or not sure"), *LABELS.items()],
        required=False,
        error_messages={"invalid_choice": "Choose a kind from the list"},
    )
    dose = line("Dose", 60, "For example, 50 mg")
    how_often = line("How often", 60, "For example, once a day or when needed")
    started = PartialDateField(label="Started", help_text=PARTIAL_HINT, in_future=NOT_YET, required=False)
    stopped = PartialDateField(
        label="Stopped",
        help_text="Leave this empty while you take it. Otherwise a date, or don’t know",
        in_future=NOT_YET,
        required=False,
    )
    note = NoteField(label="Note")

    class Meta:
        model = Medicine
        fields = ("name", "kind", "dose", "how_often", "started", "stopped", "note")

    def clean_stopped(self) -> PartialDate | None:
        """Refuse an end that is certain to lie before the start."""
        stopped: PartialDate | None = self.cleaned_data["stopped"]
        if stopped and stopped.is_before(self.cleaned_data.get("started")):
            raise ValidationError("The day you stopped must not be before the day you started")
        return stopped


class ResultField(QuantityField):
    """A result with its unit as on the paper, as (Amount, unit); `what` is the test it is of."""

    what = OTHER

    def read(self, text: str) -> tuple[Amount, str]:
        return parse_result(text, self.what)

    def show(self, value: tuple[Amount, str]) -> str:
        return " ".join(map(str, value)).strip()


class RangeField(QuantityField):
    """The laboratory's own range in the unit of the result, as a LabRange."""

    what = OTHER
    unit: str | None = None

    def read(self, text: str) -> LabRange:
        return parse_range(text, self.what, self.unit)


class BloodTestForm(EntryForm):
    """One result of a blood test, with the range printed beside it."""

    what = forms.ChoiceField(
        label="Test",
        choices=[("", "Choose a test"), *CHOICES.items()],
        error_messages=dict.fromkeys(("required", "invalid_choice"), "Choose a test from the list"),
    )
    name = line("Name of the test", 60, "Only for another test")
    result = ResultField(
        label="Result",
        help_text="With its unit, as on the paper. For example, 0.85 mmol/l",
        error_messages={"required": "Enter the result"},
    )
    limits = RangeField(
        label="The lab’s range",
        help_text="As printed beside the result. For example, 0.7 to 1.0 or up to 5",
        required=False,
    )
    taken_on = PartialDateField(
        label="When blood was taken", help_text=PARTIAL_HINT, in_future=NOT_YET, required=False
    )
    note = NoteField(label="Note")

    field_order = ("what", "name", "result", "limits", "taken_on", "note")

    class Meta:
        model = BloodTest
        fields = ("what", "name", "taken_on", "note")

    def __init__(self, data: Any = None, *, instance: BloodTest | None = None, **kwargs: Any) -> None:
        kept = {"result": (instance.value, instance.unit), "limits": instance.lab_range} if instance else {}
        super().__init__(data, instance=instance, initial=kept, **kwargs)

    def clean_what(self) -> str:
        """Have the boxes below read as that test is written."""
        what: str = self.cleaned_data["what"]
        cast("ResultField", self.fields["result"]).what = what
        cast("RangeField", self.fields["limits"]).what = what
        return what

    def clean_name(self) -> str:
        """Ask for the name of a test that is not on the list; one that is has its own."""
        if self.cleaned_data.get("what") != OTHER:
            return ""
        if not self.cleaned_data["name"]:
            raise ValidationError("Enter what the test is called")
        return cast("str", self.cleaned_data["name"])

    def clean_result(self) -> tuple[Amount, str]:
        """Keep the result and its unit, in which the range is read."""
        self.instance.value, self.instance.unit = self.cleaned_data["result"]
        cast("RangeField", self.fields["limits"]).unit = self.instance.unit
        return self.instance.value, self.instance.unit

    def clean_limits(self) -> LabRange:
        """Keep the range."""
        limits = self.cleaned_data["limits"] or LabRange()
        self.instance.low, self.instance.high = limits.low, limits.high
        return limits


class VisitForm(EntryForm):
    """A day on which the person saw somebody; who and what was said need not be given."""

    date = DateField(
        label="When",
        help_text="For example, today or 28 May",
        in_future="The day of the visit must be today or earlier",
        error_messages={"required": "Enter the day of the visit"},
    )
    who = line("Who", 100, "For example, GP or optician")
    note = NoteField(label="What was said")
    review_on = PartialDateField(
        label="When they want to see you again",
        help_text="For example, 3 July 2026 or July 2026",
        required=False,
    )

    class Meta:
        model = Visit
        fields = ("date", "who", "note", "review_on")

    def save(self, commit: bool = True) -> Visit:
        """Keep the visit."""
        return cast("Visit", super().save(commit))

    def clean_review_on(self) -> PartialDate | None:
        """Refuse a next visit that is certain to lie before this one."""
        review: PartialDate | None = self.cleaned_data["review_on"]
        day: datetime.date | None = self.cleaned_data.get("date")
        if review and day and review.is_before(PartialDate.of(day)):
            raise ValidationError("The next visit must not be before this one")
        return review


class ConditionForm(EntryForm):
    """An illness or diagnosis, the person's own or one in the family."""

    whose = forms.ChoiceField(
        label="Who has it?",
        choices=list(WHOSE.items()),
        widget=forms.RadioSelect,
        error_messages=dict.fromkeys(("required", "invalid_choice"), "Choose who has it"),
    )
    name = line("What is it?", 100, "In your own words", "Enter what it is")
    relative = line("Who in the family", 60, "For example, mother")
    since = PartialDateField(label="Since", help_text=PARTIAL_HINT, in_future=NOT_YET, required=False)
    note = NoteField(label="Note")

    field_order = ("whose", "relative", "name", "since", "note")

    class Meta:
        model = Condition
        fields = ("whose", "name", "relative", "since", "note")

    def clean_relative(self) -> str:
        """Leave out who in the family it is when it is the person's own."""
        return (
            cast("str", self.cleaned_data["relative"]) if self.cleaned_data.get("whose") == "family" else ""
        )


class QuestionForm(EntryForm):
    """Something to ask at the next visit."""

    words = line("What I want to ask", 200, needed="Enter what you want to ask")

    class Meta:
        model = Question
        fields = ("words",)
