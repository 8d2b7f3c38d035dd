"""Which days a report covers, what it shows, how it is printed: a choice a page, or all in an address."""

from collections.abc import Iterable, Iterator
from datetime import date, datetime
from functools import cached_property
from typing import Any, cast

from crispy_forms.bootstrap import StrictButton
from crispy_forms.helper import FormHelper
from crispy_forms.layout import Div, Fieldset, Layout, Submit
from django import forms
from django.core.exceptions import ValidationError
from django.urls import reverse_lazy
from django.utils.datastructures import MultiValueDict

from diary.forms.base import OneOf
from diary.forms.details import SeveralField
from diary.forms.fields import DateField, read_by
from diary.models import User, Visit
from diary.periods import DAY, Period
from diary.quantities import format_date, format_dates, read_date
from diary.vocabulary.report import (
    AT_FIRST,
    HEADINGS,
    LAST_4_WEEKS,
    MOST_DAYS,
    NAMES,
    OWN_DATES,
    PAPERS,
    PARTS,
    PLAIN,
    SINCE_VISIT,
    SPANS,
    VISIT_AGO,
    Paper,
)

ADDRESS = {"first": "from", "last": "to"}
"""What the two dates are called in an address; `from` is no name for a field."""

DAYS = ("span", "from", "to")
CHANGES = {
    "days": ("span", "first", "last"),
    "parts": ("parts",),
    "name": ("heading", "name"),
    "paper": ("paper",),
}
"""The choices that are changed together, each on a page of its own."""

OWN_DATES_STAND = 7 * DAY
"""Dates of one's own are for the visit at hand; the next report begins with the usual days again."""


BEHIND = {code: label for code, label in PARTS.items() if code != "notes"}
"""The parts to choose; that of the notes is there as soon as one is ticked."""


class LastDay(DateField):
    """The last day of a report; days that have not come yet are none of a diary."""

    def read(self, text: str) -> date:
        return min(read_date(text, self.today), self.today)


class ReportForm(forms.Form):
    """What a report was asked to show. Dates count before a span; what is left open is the usual.

    With `about` it asks for one of the CHANGES and keeps the answer.
    """

    use_required_attribute = False

    span = forms.ChoiceField(label="Which days?", widget=forms.RadioSelect, required=False)
    first = DateField(
        label="From",
        required=False,
        help_text="Such as 3 May.",
        in_future="The first day must be today or earlier",
    )
    last = LastDay(label="To", required=False, help_text="Today when left empty.")
    parts = SeveralField(
        BEHIND,
        label="What stands behind page 1?",
        help_text="Page 1 is always there. Without any of these it is the whole report.",
    )
    heading = forms.ChoiceField(
        label="Heading of every page",
        help_text="“Diary summary” tells nothing to somebody who sees the paper. "
        "The full name then stays off too.",
        choices=HEADINGS,
        widget=forms.RadioSelect,
        required=False,
    )
    name = forms.ChoiceField(label="Name on it", choices=NAMES, widget=forms.RadioSelect, required=False)
    paper = forms.ChoiceField(
        label="Paper", choices=list(PAPERS.items()), widget=forms.RadioSelect, required=False
    )

    def __init__(
        self, data: Any = None, *, user: User, now: datetime, about: str = "", **kwargs: Any
    ) -> None:
        super().__init__(data, **kwargs)
        self.user, self.now, self.today, self.about = user, now, user.today(now), about
        self.fields["span"].choices = self._spans  # type: ignore[attr-defined]
        for name in ("span", "name", "heading", "paper"):
            self.fields[name].error_messages["invalid_choice"] = "Choose one of these"
        read_by(self, user, now, user.timezone)
        for name in self.fields.keys() - CHANGES.get(about, self.fields.keys()):
            del self.fields[name]

    @classmethod
    def remembering(
        cls, given: Iterable[tuple[str, list[str]]], *, user: User, now: datetime
    ) -> "ReportForm":
        """Return the form of an address, which has what was last chosen where it says nothing."""
        said = {name: words for name, words in given if any(words)}
        kept = remembered(user, now)
        if said.keys() & set(DAYS):
            kept = {name: words for name, words in kept.items() if name not in DAYS}
        return cls(MultiValueDict(kept | said), user=user, now=now)

    def add_prefix(self, field_name: str) -> str:
        """Name the two dates in the address `from` and `to`."""
        return ADDRESS.get(field_name, field_name)

    @cached_property
    def last_visit(self) -> date | None:
        """The day of the last visit before today, if a report can reach back to it."""
        day = Visit.objects.for_user(self.user).kept().last_before(self.today)
        return day if day and self.today - day < MOST_DAYS * DAY else None

    @cached_property
    def usual_span(self) -> str:
        """The days of a report for which none were chosen (ux R-13)."""
        low, high = VISIT_AGO
        is_due = self.last_visit and low <= (self.today - self.last_visit).days <= high
        return SINCE_VISIT if is_due else LAST_4_WEEKS

    def _spans(self) -> Iterator[tuple[str, str]]:
        if self.last_visit:
            yield SINCE_VISIT, f"Since the visit on {format_date(self.last_visit)}"
        yield from ((span, label) for span, (label, _) in SPANS.items())
        yield OWN_DATES, "From one day to another"

    def clean(self) -> dict[str, Any]:
        """Find the days of the report; they end today at the latest."""
        cleaned = super().clean() or self.cleaned_data
        if self.cleaned_data.keys() >= {*CHANGES["days"]}:  # each of them read, whatever else is wrong
            if self.about and cleaned["span"] not in ("", OWN_DATES) and not self._typed_dates():
                cleaned["first"] = cleaned["last"] = None
            cleaned["period"] = self._period(cleaned["span"], cleaned["first"], cleaned["last"])
        return cleaned

    def _typed_dates(self) -> bool:
        """Whether the dates were written now, and did not only stay in their boxes."""
        return bool({"first", "last"} & set(self.changed_data))

    def _period(self, span: str, first: date | None, last: date | None) -> Period:
        if span == OWN_DATES and not first:
            raise ValidationError({"first": "Enter the first day"})
        span = span or self.usual_span
        if span == SINCE_VISIT and not (first or last):
            first = self.last_visit
        last = last or self.today
        first = first or last - (SPANS.get(span, SPANS[LAST_4_WEEKS])[1] - 1) * DAY
        if first > last:
            raise ValidationError({"first": "The first day must not be after the last day"})
        if last - first >= MOST_DAYS * DAY:
            raise ValidationError({"first": f"A report can cover {MOST_DAYS} days at most"})
        return Period(first, last, self.user.timezone)

    def clean_parts(self) -> list[str]:
        """Take no part as none only where somebody was asked."""
        was_asked = self.about or "parts" in self.data
        return self.cleaned_data["parts"] if was_asked else sorted(AT_FIRST)

    @property
    def period(self) -> Period:
        """The days of the report, once the form is valid."""
        return self.cleaned_data["period"]

    @property
    def period_words(self) -> str:
        """The days, as short as it stays clear."""
        return format_dates(self.period.first, self.period.last)

    @property
    def span_words(self) -> str:
        """What the days are, in words; "" for dates of one's own."""
        cleaned = self.cleaned_data
        if cleaned["first"] or cleaned["last"]:
            return ""
        return dict(self._spans())[cleaned["span"] or self.usual_span]

    @property
    def dates_stand_until(self) -> date | None:
        """The last day on which dates of one's own are remembered; None where they are not."""
        chosen_on = _day(self.user.report_choices.get("chosen_on"))
        return chosen_on + OWN_DATES_STAND if chosen_on and not self.span_words else None

    @property
    def is_plain(self) -> bool:
        """Whether the heading keeps to itself what the diary is about."""
        return self.cleaned_data["heading"] == PLAIN

    @property
    def name_on_it(self) -> str:
        """The name as it is printed: in full, as initials, or none; an invented diary says that it is one.

        Under a plain heading the full name stays off (ux R-16).
        """
        if self.user.is_demo:
            return self.user.MADE_UP
        words = self.user.get_full_name() or self.user.get_username()
        match self.cleaned_data["name"]:
            case "initials":
                return " ".join(f"{word[0].upper()}." for word in words.split())
            case "none":
                return ""
        return "" if self.is_plain else words

    @property
    def choices(self) -> dict[str, Any]:
        """What was chosen, as the report takes it."""
        return {
            "period": self.period,
            "paper": cast("Paper", self.cleaned_data["paper"] or "a4"),
            "parts": frozenset(self.cleaned_data["parts"]),
            "name": self.name_on_it,
            "plain_heading": self.is_plain,
        }

    @property
    def as_chosen(self) -> dict[str, Any]:
        """The choices as the boxes show them."""
        span = self.cleaned_data["span"] or self.usual_span if self.span_words else OWN_DATES
        said = {name: value for name, value in self.cleaned_data.items() if value}
        return {"heading": "diary", "name": "full", "paper": "a4"} | said | {"span": span}

    @property
    def parts_shown(self) -> list[str]:
        """The parts behind page 1 by name, but the notes."""
        return [label for code, label in BEHIND.items() if code in self.cleaned_data["parts"]]

    @property
    def parts_left_out(self) -> list[str]:
        """The parts that are left out, by name."""
        return [label for code, label in BEHIND.items() if code not in self.cleaned_data["parts"]]

    @property
    def heading_words(self) -> str:
        """What stands on top of every page."""
        return HEADINGS[self.cleaned_data["heading"] or "diary"]

    @property
    def paper_words(self) -> str:
        """What it is printed on."""
        return PAPERS[self.choices["paper"]]

    def save(self) -> None:
        """Remember the answer."""
        cleaned = self.cleaned_data
        if self.about == "days":
            self.user.keep_report(self._days_to_keep())
        else:
            said = {name: cleaned[name] for name in self.fields}
            self.user.keep_report({name: [v] if isinstance(v, str) else v for name, v in said.items()})

    def _days_to_keep(self) -> dict[str, list[str]]:
        """Return the days; the usual ones are not a choice that would outlast the next visit."""
        span, first, last = (self.cleaned_data[name] for name in CHANGES["days"])
        if first or last:
            end = "" if last in (None, self.today) else last.isoformat()
            dates = {"from": [self.period.first.isoformat()], "to": [end]}
            return {"span": [OWN_DATES], **dates, "chosen_on": [self.today.isoformat()]}
        return {"span": [] if span == self.usual_span else [span], "from": [], "to": [], "chosen_on": []}

    @property
    def helper(self) -> FormHelper:
        """Lay the choices out: one to keep, or all of them for one look."""
        helper = FormHelper()
        days = [OneOf("span"), Div(OneOf("first"), OneOf("last"), css_class="form-row")]
        if self.about:
            boxes = days if self.about == "days" else [OneOf(name) for name in self.fields]
            helper.layout = Layout(*boxes, Submit("save", "Save"))
            return helper
        helper.form_method, helper.form_action = "get", reverse_lazy("report-preview")
        # A box without a tick says nothing in an address, so boxes are shown only to be put right.
        ticks = ["parts"] if "parts" in self.errors else []
        rest = [OneOf(name) for name in ("heading", "name", "paper", *ticks)]
        button = StrictButton("Look at it", type="submit", css_class="btn-primary")
        helper.layout = Layout(
            Fieldset("", *days, css_class="card"), Fieldset("", *rest, css_class="card"), Div(button)
        )
        return helper


def remembered(user: User, now: datetime) -> dict[str, list[str]]:
    """Return the choices that still stand: a visit may be gone, and dates of one's own are for a week."""
    kept: dict[str, list[str]] = dict(user.report_choices)
    chosen_on = _day(kept.get("chosen_on"))
    is_over = chosen_on is not None and user.today(now) - chosen_on > OWN_DATES_STAND
    broken = {ADDRESS.get(name, name) for name in ReportForm(MultiValueDict(kept), user=user, now=now).errors}
    if is_over or broken & set(DAYS):
        broken |= set(DAYS)
    return {name: words for name, words in kept.items() if name not in broken}


def _day(words: list[str] | None) -> date | None:
    try:
        return date.fromisoformat((words or [""])[0])
    except ValueError:
        return None
