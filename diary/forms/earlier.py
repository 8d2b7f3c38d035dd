"""A twitch that happened earlier: chips for the usual answers, a box for the exact one."""

from datetime import date, timedelta
from typing import Any, cast

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Fieldset, Layout, Submit
from django import forms

from diary.forms.base import OneOf
from diary.forms.fields import (
    FUTURE_START,
    AnswerField,
    DateField,
    LengthField,
    MomentField,
    QuantityInput,
)
from diary.forms.logged import LoggedForm
from diary.models import Episode
from diary.quantities import Clock, Length, Moment, format_clock

STARTS = {
    "5": "5 min ago",
    "10": "10 min",
    "20": "20 min",
    "30": "30 min",
    "60": "1 hour",
    "120": "2 hours",
    "yesterday": "Yesterday",
}
LENGTHS = {
    "5": "A few seconds",
    "30": "About 30 s",
    "60": "About 1 min",
    "300": "About 5 min",
    "going": "Still going",
}

NO_START = "Enter when it started"
NO_TIME = "Enter the time it started, like 2:15pm. A guess is fine, like about 2pm"


class EarlierForm(LoggedForm):
    """An earlier twitch. A typed answer goes before a chip, so that a chip need not be cleared first."""

    field_order = ("start", "start_date", "start_time", "lasted", "length", "place", "other_place")

    start = forms.ChoiceField(
        label="",
        choices=list(STARTS.items()),
        widget=forms.RadioSelect,
        required=False,
        error_messages={"invalid_choice": NO_START},
    )
    # Before the time, which is read on that day.
    start_date = DateField(
        label="On another day",
        help_text="For example, 28 May",
        in_future=FUTURE_START,
        required=False,
        widget=QuantityInput({"data-instead-of": "start"}),
    )
    start_time = MomentField(
        label="Or type a time",
        help_text="For example, 2:15pm or 40 min ago",
        required=False,
        day_in="start_date",
        instead_of="start",
        beside="yesterday",
    )
    lasted = AnswerField(LENGTHS, none="Not sure", label="", empty_value="")
    length = LengthField(
        label="Or type how long",
        help_text="For example, 45s, 2 min or 1:30",
        required=False,
        instead_of="lasted",
    )

    def clean_start(self) -> str:
        if self.cleaned_data["start"] == "yesterday":
            self._read_time_on(self.user.today(self.now) - timedelta(days=1))
        return self.cleaned_data["start"]

    def clean_start_date(self) -> date | None:
        if day := self.cleaned_data["start_date"]:
            self._read_time_on(day)
        return day

    def _read_time_on(self, day: date) -> None:
        cast("MomentField", self.fields["start_time"]).on = day

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        if not {"start", "start_date", "start_time"} & set(self.errors):
            self._time(cleaned)
        if self.instance.is_ongoing:
            self._refuse_second_timer(cleaned.get("place_words", ""))
        return cleaned

    def _time(self, cleaned: dict[str, Any]) -> None:
        started = cleaned["start_time"] or self._start_of_chip(cleaned["start"], cleaned["start_date"])
        if started:
            self.instance.started_at, self.instance.start_precision = started.at, started.precision
            self._last(cleaned.get("length"), cleaned.get("lasted") or "")

    def _start_of_chip(self, chip: str, day: date | None) -> Moment | None:
        if day or chip == "yesterday":
            self.add_error("start_time", NO_TIME)
        elif not chip:
            self.add_error("start_time", NO_START)
        else:
            return Moment(self.now - timedelta(minutes=int(chip)), "about")
        return None

    def _last(self, typed: Length | None, chip: str) -> None:
        if chip.isdecimal() and not typed:
            typed = Length(int(chip), about=True)
        if typed:
            self.lasts(typed)
        elif not self.errors.get("length"):
            self.instance.is_ongoing = chip == "going"

    def _refuse_second_timer(self, own_words: str) -> None:
        """Refuse one that still goes on where another is being timed (ux L-6); sent twice it is no other."""
        timed = {one.where: one for one in Episode.objects.for_user(self.user).ongoing()}
        for each in self.instance.at_each(self.places, own_words):
            if (other := timed.get(each.where)) and other.uuid != each.uuid:
                since = format_clock(other.started_at, self.zone, cast("Clock", self.user.clock))
                self.add_error("lasted", f"You are timing {other.where} already, since {since}")

    @property
    def helper(self) -> FormHelper:
        """Lay the form out as three questions and a fold."""
        helper = FormHelper()
        helper.layout = Layout(
            "uuid",
            Fieldset(
                "When did it start?",
                OneOf("start", is_chips=True),
                OneOf("start_time", data_starts_here=""),
                OneOf("start_date"),
            ),
            Fieldset("How long did it last?", OneOf("lasted", is_chips=True), OneOf("length")),
            self.layout_of_place(),
            self.layout_of_details(),
            Submit("save", "Save"),
        )
        return helper
