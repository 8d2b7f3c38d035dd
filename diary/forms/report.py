"""Which days a report covers, and how it is printed."""

from collections.abc import Iterator
from datetime import date, datetime
from functools import cached_property
from typing import Any, Literal
from urllib.parse import urlencode

from crispy_forms.bootstrap import StrictButton
from crispy_forms.helper import FormHelper
from crispy_forms.layout import Div, Fieldset, Layout
from django import forms
from django.core.exceptions import ValidationError
from django.urls import reverse_lazy

from diary.forms.base import OneOf
from diary.forms.fields import DateField, read_by
from diary.models import User, Visit
from diary.periods import DAY, Period
from diary.quantities import format_date, read_date

MOST_DAYS = 366
"""Days one report can cover: a year. The weeks of more do not fit its page."""

LAST_4_WEEKS = "4w"
SPANS = {
    "2w": ("Last 2 weeks", 14),
    LAST_4_WEEKS: ("Last 4 weeks", 28),
    "8w": ("Last 8 weeks", 56),
    "3m": ("Last 3 months", 91),
}
SINCE_VISIT = "visit"
ADDRESS = {"first": "from", "last": "to"}
"""What the two dates are called in an address; `from` is no name for a field."""

NAMES = {"full": "Full", "initials": "Initials", "none": "None"}
PAPERS = {"a4": "A4", "us-letter": "Letter"}


class LastDay(DateField):
    """The last day of a report; days that have not come yet are none of a diary."""

    def read(self, text: str) -> date:
        return min(read_date(text, self.today), self.today)


class ReportForm(forms.Form):
    """The days, the name and the paper of a report, sent as an address that can be kept.

    Dates count before a span; without either, the report covers the last 4 weeks.
    """

    use_required_attribute = False

    span = forms.ChoiceField(label="Which days", widget=forms.RadioSelect, required=False)
    first = DateField(
        label="Or from",
        required=False,
        help_text="Such as 3 May. Counts before the choice above.",
        in_future="The first day must be today or earlier",
    )
    last = LastDay(label="To", required=False, help_text="Today when left empty.")
    name = forms.ChoiceField(label="Name on it", choices=NAMES, widget=forms.RadioSelect, required=False)
    paper = forms.ChoiceField(label="Paper", choices=PAPERS, widget=forms.RadioSelect, required=False)

    def __init__(self, data: Any = None, *, user: User, now: datetime) -> None:
        super().__init__(data, initial={"span": LAST_4_WEEKS, "name": "full", "paper": "a4"})
        self.user, self.now, self.today = user, now, user.today(now)
        self.fields["span"].choices = self._spans  # type: ignore[attr-defined]
        for name in ("span", "name", "paper"):
            self.fields[name].error_messages["invalid_choice"] = "Choose one of these"
        read_by(self, user, now, user.timezone)

    def add_prefix(self, field_name: str) -> str:
        """Name the two dates in the address `from` and `to`."""
        return ADDRESS.get(field_name, field_name)

    @cached_property
    def since(self) -> date | None:
        """The last visit before today that a report can reach back to."""
        reach = self.today - MOST_DAYS * DAY
        visits = (visit.date for visit in Visit.objects.for_user(self.user))
        return next((day for day in visits if reach < day < self.today), None)

    def _spans(self) -> Iterator[tuple[str, str]]:
        yield from ((span, label) for span, (label, _) in SPANS.items())
        if self.since:
            yield SINCE_VISIT, f"Since the visit on {format_date(self.since)}"

    def clean(self) -> dict[str, Any]:
        """Find the days of the report; they end today at the latest."""
        cleaned = super().clean() or self.cleaned_data
        if not self.errors:
            cleaned["period"] = self._period(cleaned["span"], cleaned["first"], cleaned["last"])
        return cleaned

    def _period(self, span: str, first: date | None, last: date | None) -> Period:
        if span == SINCE_VISIT and not (first or last):
            first = self.since
        last = last or self.today
        first = first or last - (SPANS.get(span, SPANS[LAST_4_WEEKS])[1] - 1) * DAY
        if first > last:
            raise ValidationError({"first": "The first day must not be after the last day"})
        if last - first >= MOST_DAYS * DAY:
            raise ValidationError({"first": f"A report can cover {MOST_DAYS} days at most"})
        return Period(first, last, self.user.timezone)

    @property
    def period(self) -> Period:
        """The days of the report, once the form is valid."""
        return self.cleaned_data["period"]

    @property
    def paper_size(self) -> Literal["a4", "us-letter"]:
        """The paper it is printed on."""
        return "us-letter" if self.cleaned_data["paper"] == "us-letter" else "a4"

    @property
    def name_on_it(self) -> str:
        """The name as it is printed: in full, as initials, or none; an invented diary says that it is one."""
        if self.user.is_demo:
            return self.user.MADE_UP
        words = self.user.get_full_name() or self.user.get_username()
        match self.cleaned_data["name"]:
            case "none":
                return ""
            case "initials":
                return " ".join(f"{word[0].upper()}." for word in words.split())
        return words

    @property
    def query(self) -> str:
        """The same choices as the end of an address, with the dates written out."""
        chosen = {"from": self.period.first, "to": self.period.last}
        return urlencode(chosen | {"name": self.cleaned_data["name"] or "full", "paper": self.paper_size})

    @property
    def helper(self) -> FormHelper:
        """Lay the choices out; either button sends them."""
        helper = FormHelper()
        helper.form_method = "get"
        helper.form_action = reverse_lazy("report-preview")
        helper.layout = Layout(
            Fieldset(
                "",
                OneOf("span", is_chips=True),
                Div(OneOf("first"), OneOf("last"), css_class="form-row"),
                css_class="card",
            ),
            Fieldset("", OneOf("name", is_chips=True), OneOf("paper", is_chips=True), css_class="card"),
            Div(
                StrictButton("Look at it", type="submit", css_class="btn-primary"),
                StrictButton("Get PDF", type="submit", css_class="", formaction=reverse_lazy("report-pdf")),
                css_class="actions",
            ),
        )
        return helper
