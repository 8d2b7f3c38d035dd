"""A twitch that happened earlier: chips for the usual answers, a box for the exact one."""

from datetime import date, timedelta
from typing import Any, cast

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Field, Fieldset, Layout, Submit
from django import forms

from diary.forms.base import More, OneOf
from diary.forms.details import DetailsForm
from diary.forms.fields import (
    FUTURE_START,
    AnswerField,
    DateField,
    LengthField,
    MomentField,
    QuantityInput,
)
from diary.forms.now import PageUuid
from diary.forms.places import PlaceChips, PlacePicker
from diary.models import Episode
from diary.quantities import Length, Moment
from diary.vocabulary.sites import Place

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
RECENT = timedelta(days=30)
MOST_CHIPS = 6

NO_START = "Enter when it started"
NO_TIME = "Enter the time it started, like 2:15pm. A guess is fine, like about 2pm"


class EarlierForm(DetailsForm):
    """An earlier twitch. A typed answer goes before a chip, so that a chip need not be cleared first."""

    settled_on_save = frozenset({"uuid"})  # a form sent twice is kept once

    uuid = PageUuid(required=False)
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
    place = PlaceChips(label="")
    other_place = PlacePicker(label="Any place")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        recent = Episode.objects.for_user(self.user).places_used(self.user.today(self.now - RECENT))
        self.has_recent_places = bool(recent)
        cast("PlaceChips", self.fields["place"]).offer(recent[:MOST_CHIPS])

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
        place = cleaned.get("other_place") or Place("")
        place = place if place.site else cleaned.get("place") or place
        self.instance.site, self.instance.side = place.site, place.side
        self.instance.uuid = cleaned["uuid"]
        if not {"start", "start_date", "start_time"} & set(self.errors):
            self._time(cleaned)
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

    def save(self, commit: bool = True) -> Episode:
        self.instance.changed_at = self.now
        return Episode.objects.keep_once(self.instance)

    @property
    def helper(self) -> FormHelper:
        """Lay the form out as three questions and a fold."""
        whole_list = Field("other_place")
        where = (
            [OneOf("place", is_chips=True), More("Another place", whole_list)]
            if self.has_recent_places
            else [whole_list]
        )
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
            Fieldset("Where?", *where),
            self.layout_of_details(),
            Submit("save", "Save"),
        )
        return helper
