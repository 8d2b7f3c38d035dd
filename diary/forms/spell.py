"""Twitching that came and went: on and off over a part of a day, or between two times."""

from datetime import date, datetime, time, timedelta
from typing import Any, cast

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Fieldset, Layout, Row, Submit

from diary.forms.base import OneOf
from diary.forms.fields import AnswerField, DateField, MomentField
from diary.forms.logged import LoggedForm
from diary.periods import DAY, start_of_day
from diary.quantities import local_instant

# The hours of each part; the last one ends with the day.
PARTS = {"night": (0, 6), "morning": (6, 12), "afternoon": (12, 18), "evening": (18, 24), "all_day": (0, 24)}
WHEN = {
    "morning": "Morning, 6am to midday",
    "afternoon": "Afternoon, midday to 6pm",
    "evening": "Evening, 6pm to midnight",
    "night": "Night, midnight to 6am",
    "all_day": "All day",
}

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
    "day_else": "today",
    "instead_of": "when",
    "beside": "",
}


class SpellForm(LoggedForm):
    """A spell. Typed times go before a part of the day, so that the part need not be cleared first."""

    field_order = ("day", "when", "start_time", "end_time", "place", "other_place")

    day = DateField(
        label="Which day?",
        help_text="For example, today, yesterday or 28 May",
        in_future=FUTURE_DAY,
        required=False,
    )
    when = AnswerField(WHEN, none="Set times", label="", empty_value="")
    start_time = MomentField(label="From", help_text="For example, 2pm", **SET_TIME)
    end_time = MomentField(label="To", help_text="For example, 4:30pm", **SET_TIME)

    def clean_day(self) -> date:
        day = self.cleaned_data["day"] or self.user.today(self.now)
        for name in ("start_time", "end_time"):
            cast("MomentField", self.fields[name]).on = day
        return day

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        self.instance.kind = "spell"
        if not {"day", "start_time", "end_time"} & set(self.errors):
            self._span(cleaned)
        return cleaned

    def _span(self, cleaned: dict[str, Any]) -> None:
        typed = [cleaned["start_time"], cleaned["end_time"]]
        if any(typed):
            self._between(*(moment and moment.at for moment in typed))
        elif when := cleaned.get("when"):
            self._part_of(cleaned["day"], *PARTS[when])
        elif "when" not in self.errors:
            self.add_error("when", NO_WHEN)

    def _between(self, start: datetime | None, end: datetime | None) -> None:
        if start is None:
            self.add_error("start_time", NO_FROM)
        elif end is None:
            self.add_error("end_time", NO_TO)
        elif end <= start:
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
    def helper(self) -> FormHelper:
        """Lay the form out: when, where, and a fold."""
        helper = FormHelper()
        helper.layout = Layout(
            "uuid",
            Fieldset(
                "When?",
                OneOf("when", is_chips=True),
                Row(OneOf("start_time"), OneOf("end_time")),
                OneOf("day"),
            ),
            self.layout_of_place(),
            self.layout_of_details(),
            Submit("save", "Save"),
        )
        return helper


def hour_of(day: date, hour: int, zone: str) -> datetime:
    """Return the instant of a full hour, 0 to 24, on a local day; 24 is where the next day begins."""
    if hour in (0, 24):
        return start_of_day(day + (DAY if hour else timedelta()), zone)
    return local_instant(day, time(hour), zone)
