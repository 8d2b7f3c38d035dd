"""Twitching that came and went: on and off over a part of a day, or between two times."""

from collections.abc import Iterator
from datetime import date, datetime
from typing import Any, cast

from crispy_forms.bootstrap import InlineRadios
from crispy_forms.helper import FormHelper
from crispy_forms.layout import HTML, Fieldset, Layout, Row, Submit
from django import forms

from diary.forms.base import More, OneOf
from diary.forms.details import DetailsForm
from diary.forms.fields import AnswerField, DateField, MomentField
from diary.forms.logged import LoggedForm
from diary.forms.parts import PARTS, SET_TIMES, WHEN, Part, hour_of, parts
from diary.models import Episode
from diary.periods import local_date
from diary.quantities import Clock, Moment, TwoDays, end_after, format_date
from diary.vocabulary import episodes as words

NO_WHEN = "Choose when it came and went, or type from when to when"
NO_FROM = "Enter when it began, like 2:15pm"
NO_TO = "Enter when it was over, like 4pm"
NOT_YET = "That part of the day has not come yet. Choose another part, or an earlier day"
FUTURE_DAY = "The day must be today or earlier"
FUTURE = "The time must be in the past"

# What both boxes of "Set times" have in common.
SET_TIME: dict[str, Any] = {
    "in_future": FUTURE,
    "required": False,
    "day_in": "day",
    "instead_of": "when",
    "beside": SET_TIMES,
}

CONSTANT = "nearly_all"
KEPT = "kept"
"""The answer of an entry whose number of times is none of the bands, such as one that was counted."""


class EndField(MomentField):
    """The end of what began at another time: on the day of the start, unless its own words say when."""

    def read(self, text: str) -> Moment:
        try:
            return super().read(text)
        except TwoDays:
            self.on = None
            return super().read(text)


class SpellAnswers(DetailsForm):
    """How many times it twitched and how long each lasted; an answer that is not sent changes nothing."""

    times = AnswerField(
        words.TIMES_WORDS | {CONSTANT: words.NEARLY_ALL},
        none="Not sure",
        label="How many times?",
        empty_value="",
    )
    each_lasted = AnswerField(words.EACH_LASTED, none="Not sure", label="Each one lasted", empty_value="")

    def __init__(self, *args: Any, instance: Episode | None = None, **kwargs: Any) -> None:
        said = {"times": code_of(instance), "each_lasted": instance.each_lasted} if instance else {}
        kwargs["initial"] = said | (kwargs.get("initial") or {})
        super().__init__(*args, instance=instance, **kwargs)
        if instance and said["times"] == KEPT:
            times = cast("forms.ChoiceField", self.fields["times"])
            kept = words.times_words(instance.times_low, instance.times_high)
            times.choices = [(KEPT, kept), *cast("list[Any]", times.choices)]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        if "times" in self.data and cleaned.get("times", KEPT) != KEPT:
            self.instance.is_constant = cleaned["times"] == CONSTANT
            self.instance.times_low, self.instance.times_high = words.TIMES.get(
                cleaned["times"], (None, None)
            )
        if "each_lasted" in self.data:
            self.instance.each_lasted = cleaned.get("each_lasted", "")
        return cleaned


def code_of(episode: Episode) -> str:
    """Return the answer that says how many times an episode twitched; "" when nobody said."""
    if episode.is_constant:
        return CONSTANT
    known = (episode.times_low, episode.times_high)
    return next((code for code, band in words.TIMES.items() if band == known), KEPT if any(known) else "")


class SpellForm(SpellAnswers, LoggedForm):
    """A spell. Typed times go before a part of the day, so that the part need not be cleared first."""

    field_order = ("day", "when", "start_time", "end_time", "place", "other_place")

    day = DateField(
        label="Which day?",
        help_text="For example, today, yesterday or 28 May",
        in_future=FUTURE_DAY,
        required=False,
    )
    when = forms.ChoiceField(
        label="",
        choices=[*WHEN.items(), (SET_TIMES, "Set times")],
        widget=forms.RadioSelect,
        required=False,
        error_messages={"invalid_choice": "Choose one of the answers"},
    )
    start_time = MomentField(label="From", help_text="For example, 2pm", **SET_TIME)
    end_time = EndField(label="To", help_text="For example, 4:30pm", begins_in="start_time", **SET_TIME)

    def clean_day(self) -> date:
        """Without a day it is today, or for a time to come it is asked whether yesterday is meant."""
        said = self.cleaned_data["day"]
        day = said or self.user.today(self.now)
        cast("MomentField", self.fields["start_time"]).on = said
        cast("MomentField", self.fields["end_time"]).on = day
        return day

    def clean_start_time(self) -> Moment | None:
        if start := self.cleaned_data["start_time"]:
            cast("MomentField", self.fields["end_time"]).on = local_date(start.at, self.zone)
        return self.cleaned_data["start_time"]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        self.instance.kind = "spell"
        if not {"day", "start_time", "end_time"} & set(self.errors):
            self._span(cleaned)
        return cleaned

    def _span(self, cleaned: dict[str, Any]) -> None:
        typed, when = [cleaned["start_time"], cleaned["end_time"]], cleaned.get("when")
        if any(typed) or when == SET_TIMES:
            self._between(*(moment and moment.at for moment in typed))
        elif when:
            self._part_of(cleaned["day"], *PARTS[when])
        elif "when" not in self.errors:
            self.add_error("when", NO_WHEN)

    def _between(self, start: datetime | None, end: datetime | None) -> None:
        if start is None:
            self.add_error("start_time", NO_FROM)
        elif end is None:
            self.add_error("end_time", NO_TO)
        elif (end := end_after(start, end, self.now, self.zone)) <= start:
            self.add_error("end_time", "The end must be after the start")
        else:
            self._lasts(start, end)

    def _part_of(self, day: date, first_hour: int, last_hour: int) -> None:
        """Take the part of the day so far: at 3pm the afternoon is midday to now."""
        start = hour_of(day, first_hour, self.zone)
        if start >= self.now:
            self.add_error("when", NOT_YET)
        else:
            self._lasts(start, min(hour_of(day, last_hour, self.zone), self.now))

    def _lasts(self, start: datetime, end: datetime) -> None:
        self.instance.started_at, self.instance.start_precision = start, "about"
        self.instance.ended_at, self.instance.length_precision = end, "about"

    @property
    def parts(self) -> Iterator[Part]:
        """The parts of the day, for the page to say what is meant by each."""
        return parts(self.now, self.zone, cast("Clock", self.user.clock))

    @property
    def today_in_words(self) -> str:
        """Today as the box for the day would show it."""
        today = self.user.today(self.now)
        return format_date(today, today)

    @property
    def helper(self) -> FormHelper:
        """Lay the form out: when, where, how often, and a fold."""
        helper = FormHelper()
        helper.layout = Layout(
            "uuid",
            Fieldset(
                "When?",
                OneOf("when", is_chips=True),
                HTML("{% include 'log/_part.html' %}"),
                Row(OneOf("start_time"), OneOf("end_time"), css_class="set-times"),
                More("On another day", OneOf("day")),
            ),
            self.layout_of_place(),
            InlineRadios("times"),
            InlineRadios("each_lasted"),
            self.layout_of_details(),
            Submit("save", "Save"),
        )
        return helper
