"""Which days the charts cover, and how they are counted together."""

from datetime import date, datetime
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from diary.forms.fields import DateField, LineField, read_by
from diary.forms.report import ADDRESS, LastDay
from diary.models import User
from diary.periods import DAY, Period

SPANS = {"2w": ("2 weeks", 14), "4w": ("4 weeks", 28), "3m": ("3 months", 91), "1y": ("A year", 365)}
SPAN_WORDS = [(code, words) for code, (words, _) in SPANS.items()]
CHOSEN_DATES = "dates"
USUAL = "4w"

EACH = {"day": "Day", "week": "Week", "month": "Month"}
MOST_DAYS = 10 * 366
MOST_SLOTS = {"day": 120, "week": 371, "month": MOST_DAYS}
"""The longest span in days that still has room for a bar per day, week or month; the finest comes first."""


class PatternsForm(forms.Form):
    """The span of the charts; an address with nothing in it is the last 4 weeks."""

    use_required_attribute = False

    span = forms.ChoiceField(choices=[*SPAN_WORDS, (CHOSEN_DATES, "Choose dates")], required=False)
    first = DateField(label="First day", required=False, in_future="The first day must be today or earlier")
    last = LastDay(label="Last day", required=False)
    each = forms.ChoiceField(choices=list(EACH.items()), required=False)

    spans = SPAN_WORDS

    def __init__(self, data: Any, *, user: User, now: datetime) -> None:
        super().__init__(data)
        self.user, self.today = user, user.today(now)
        for name in ("span", "each"):
            self.fields[name].error_messages["invalid_choice"] = "Choose one of these"
        read_by(self, user, now, user.timezone)

    def add_prefix(self, field_name: str) -> str:
        """Name the two dates in the address as the report does."""
        return ADDRESS.get(field_name, field_name)

    def clean(self) -> dict[str, Any]:
        """Find the days; they end today at the latest."""
        cleaned = super().clean() or self.cleaned_data
        if not self.errors:
            cleaned["period"] = self._period(self.chosen_span)
        return cleaned

    def _period(self, span: str) -> Period:
        if span != CHOSEN_DATES:
            return Period.ending(self.today, SPANS[span][1], self.user.timezone)
        first, last = self.cleaned_data["first"], self.cleaned_data["last"] or self.today
        if first is None:
            raise ValidationError({"first": "Enter the first day"})
        self._refuse(first, last)
        return Period(first, last, self.user.timezone)

    def _refuse(self, first: date, last: date) -> None:
        if first > last:
            raise ValidationError({"first": "The first day must not be after the last day"})
        if last - first >= MOST_DAYS * DAY:
            raise ValidationError(
                {"first": "The charts can cover 10 years at most. Choose a later first day"}
            )

    @property
    def period(self) -> Period:
        """The days of the charts, once the form is valid."""
        return self.cleaned_data["period"]

    @property
    def chosen_span(self) -> str:
        """The span that was chosen, as its code."""
        has_dates = any(self[name].value() for name in ADDRESS)
        return self.cleaned_data.get("span") or (CHOSEN_DATES if has_dates else USUAL)

    @property
    def counted_by(self) -> str:
        """Day, week or month: what was asked for where it fits, else the finest that does."""
        asked, fitting = self.cleaned_data["each"], [each for each, _ in self.steps]
        return asked if asked in fitting else fitting[0]

    @property
    def steps(self) -> list[tuple[str, str]]:
        """The steps that fit the span."""
        return [(each, words) for each, words in EACH.items() if len(self.period) <= MOST_SLOTS[each]]


STEP_DAYS = 26 * 7
"""Half a year on either side of the day: what was longer ago says little about it."""


class StepForm(forms.Form):
    """A day on which something began, to compare the weeks before with those after; asked in the address."""

    use_required_attribute = False

    since = DateField(
        label="The day it began",
        help_text="Such as 3 May",
        in_future="The day must be today or earlier",
        error_messages={"required": "Enter the day it began"},
    )
    what = LineField(label="What began", help_text="Such as magnesium", max_length=40, required=False)

    def __init__(self, data: Any, *, user: User, now: datetime) -> None:
        super().__init__(data if "since" in data else None)
        self.today, self.zone = user.today(now), user.timezone
        read_by(self, user, now, user.timezone)

    @property
    def period(self) -> Period:
        """The days to compare, up to today."""
        since = self.cleaned_data["since"]
        return Period(since - STEP_DAYS * DAY, min(self.today, since + STEP_DAYS * DAY), self.zone)

    @property
    def name(self) -> str:
        """What began, as a sentence has it."""
        return self.cleaned_data["what"] or "this change"
