"""One fact of a kept episode, to change. What is left alone keeps its seconds, precision and range."""

from collections.abc import Callable
from datetime import date, datetime, timedelta
from typing import Any, cast

from crispy_forms.bootstrap import InlineCheckboxes, InlineRadios
from crispy_forms.helper import FormHelper
from crispy_forms.layout import Field, Fieldset, Layout, Row, Submit
from django import forms
from django.http import QueryDict

from diary.forms.base import More, OneOf
from diary.forms.fields import (
    FUTURE_START,
    AnswerField,
    DateField,
    LengthField,
    MomentField,
)
from diary.forms.now import OwnWordsField
from diary.forms.places import PlacePicker
from diary.forms.spell import SpellAnswers
from diary.models import Episode
from diary.periods import local_date
from diary.quantities import Length, Moment, zone_label
from diary.vocabulary.episodes import KINDS

# What can be changed by itself, and the boxes that say it.
FACTS = {
    "when": ("start_time", "start_date"),
    "length": ("ending", "length", "end_time", "end_date"),
    "spell": ("times", "each_lasted"),
    "place": ("place", "place_words"),
    "strength": ("strength",),
    "seen": ("seen",),
    "triggers": ("suspected_triggers",),
    "relief": ("relief",),
    "note": ("note",),
    "kind": ("kind",),
}
TIMES = {"start_date", "start_time", "ending", "length", "end_date", "end_time"}

ENDINGS = {"ended": "It is over", "going": "Still going"}
DAY_S = 86_400

NO_LENGTH = "Enter how long it lasted or when it ended, or choose Length not recorded"
FUTURE_END = "The time it ended must be in the past"


class EpisodeForm(SpellAnswers):
    """One question about a kept episode, in the times of the zone it happened in.

    The boxes that are not asked say what is kept, whatever another page may have changed meanwhile. A typed
    length or end goes before the choice, so that none need be cleared first.
    """

    settled_on_save = frozenset({"uuid"})

    kind = forms.ChoiceField(
        label="What was it?",
        choices=list(KINDS.items()),
        widget=forms.RadioSelect,
        error_messages=dict.fromkeys(("required", "invalid_choice"), "Choose a twitch, or came and went"),
    )
    # Each day before its time, which is read on it.
    start_date = DateField(
        label="Day", in_future=FUTURE_START, error_messages={"required": "Enter the day it started"}
    )
    start_time = MomentField(
        label="Time",
        help_text="For example, 2:15pm or about 2pm",
        day_in="start_date",
        error_messages={"required": "Enter when it started"},
    )
    ending = AnswerField(ENDINGS, none="Length not recorded", label="", empty_value="")
    length = LengthField(
        label="How long it lasted", help_text="For example, 45s, 2 min or 1:30", required=False
    )
    end_date = DateField(label="Day it ended", in_future=FUTURE_END, required=False)
    end_time = MomentField(
        label="Time it ended", in_future=FUTURE_END, required=False, day_in="end_date start_date"
    )
    place = PlacePicker(label="Where?")
    place_words = OwnWordsField()

    class Meta(SpellAnswers.Meta):
        fields = ("kind", *SpellAnswers.Meta.fields)

    def __init__(self, data: QueryDict | None = None, *, fact: str, instance: Episode, **kwargs: Any) -> None:
        self.fact, self.asked = fact, FACTS[fact]
        self.kept_start, self.kept_end = instance.started_at, instance.ended_at
        super().__init__(data, instance=instance, initial=_initial(instance), **kwargs)
        self.data = self.data if data is None else self._with_the_rest(data)
        picker = cast("PlacePicker", self.fields["place"])
        picker.offer(instance.place)
        picker.widget.button = "Save"
        if self.zone != self.user.timezone:
            self.fields["start_time"].help_text = f"In {zone_label(self.zone)}"

    def _with_the_rest(self, data: QueryDict) -> QueryDict:
        """Return what was sent, with every other box as it would stand on the page."""
        whole = data.copy()
        for name in self.fields.keys() - {
            *self.asked,
            *FACTS["spell"],
        }:  # those are left alone by not being sent
            shown = self.fields[name].prepare_value(self.get_initial_for_field(self.fields[name], name))
            for box, said in sent(name, shown).lists():
                whole.setlist(box, said)
        return whole

    def add_error(self, field: str | None, error: Any) -> None:
        """Say what is wrong with another box at the one this page shows."""
        super().add_error(field if field in (None, *self.asked) else self.asked[0], error)

    def clean_start_date(self) -> date:
        day = self.cleaned_data["start_date"]
        for name in ("start_time", "end_time"):  # the end is on the same day unless another is typed
            cast("MomentField", self.fields[name]).on = day
        return day

    def clean_end_date(self) -> date | None:
        if day := self.cleaned_data["end_date"]:
            cast("MomentField", self.fields["end_time"]).on = day
        return day

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        if "place" in cleaned and "place_words" in cleaned:
            self.instance.put_at(cleaned["place"], cleaned["place_words"])
        if cleaned.keys() >= TIMES:
            self._start(cleaned["start_time"])
            self._end(cleaned)
        return cleaned

    def save(self, commit: bool = True) -> Episode:
        """Keep it, with what it said before."""
        self.instance.change(self.now)
        return self.instance

    def _start(self, typed: Moment) -> None:
        if {"start_date", "start_time"} & set(self.changed_data):
            self.instance.started_at, self.instance.start_precision = typed.at, typed.precision

    def _end(self, cleaned: dict[str, Any]) -> None:
        has_length = "length" in self.changed_data
        has_end = bool({"end_date", "end_time"} & set(self.changed_data))
        if has_length and cleaned["length"]:
            self.lasts(cleaned["length"])
        elif has_end and cleaned["end_time"]:
            self._ends(cleaned["end_time"])
        elif cleaned["ending"] == "ended":
            self._ends_as_kept(is_cleared=has_length or has_end)
        else:
            self._has_no_end(is_ongoing=cleaned["ending"] == "going")

    def _ends(self, end: Moment) -> None:
        if self._is_after_start(end.at):
            self.instance.ended_at, self.instance.is_ongoing = end.at, False
            self.instance.length_precision = "about" if end.precision == "about" else "stated"
            self.instance.length_low_s = self.instance.length_high_s = None

    def _ends_as_kept(self, is_cleared: bool) -> None:
        """Keep the length of a twitch whose start moved, and the end of a spell."""
        if self.kept_end is None or is_cleared:
            self.add_error("length", NO_LENGTH)
            return
        moved = self.instance.started_at - self.kept_start
        end = self.kept_end + (moved if self.instance.kind == "twitch" else timedelta())
        if moved and self._is_after_start(end):
            self.instance.ended_at = end

    def _has_no_end(self, is_ongoing: bool) -> None:
        if is_ongoing and "ending" in self.asked:
            self.instance.going_at = self.now
        self.instance.ended_at, self.instance.is_ongoing = None, is_ongoing
        self.instance.length_precision = "unknown"
        self.instance.length_low_s = self.instance.length_high_s = None

    def _is_after_start(self, end: datetime) -> bool:
        if end > self.now:
            self.add_error("end_time", FUTURE_END)
        elif end <= self.instance.started_at:
            self.add_error("end_time", f"The end must be after {self.clock_of_start()}, when it started")
        return self.instance.started_at < end <= self.now

    @property
    def helper(self) -> FormHelper:
        """Lay out the question; a twitch is told by its length, a spell by its end."""
        helper = FormHelper()
        helper.layout = Layout(*LAYOUTS[self.fact](self.instance), Submit("save", "Save"))
        return helper


def facts_of(episode: Episode) -> list[str]:
    """Return what there is to say about it."""
    return [fact for fact in FACTS if fact != "spell" or episode.kind == "spell"]


def _layout_of_length(episode: Episode) -> list[Any]:
    end = Row(OneOf("end_time"), OneOf("end_date"))
    return [
        Fieldset(
            "How long did it last?",
            OneOf("ending", is_chips=True),
            OneOf("length"),
            More("Or when it ended", end, shows_values=episode.kind == "spell"),
        )
    ]


LAYOUTS: dict[str, Callable[[Episode], list[Any]]] = {
    "when": lambda episode: [Fieldset("When did it start?", Row("start_time", "start_date"))],
    "length": _layout_of_length,
    "spell": lambda episode: [InlineRadios("times"), InlineRadios("each_lasted")],
    "place": lambda episode: [OneOf("place"), Field("place_words")],
    "strength": lambda episode: [InlineRadios("strength")],
    "seen": lambda episode: [InlineRadios("seen")],
    "triggers": lambda episode: [InlineCheckboxes("suspected_triggers")],
    "relief": lambda episode: [Field("relief")],
    "note": lambda episode: [Field("note")],
    "kind": lambda episode: [InlineRadios("kind")],
}


def sent(name: str, shown: Any) -> QueryDict:
    """Return a box as a browser sends it."""
    data = QueryDict(mutable=True)
    if isinstance(shown, dict):  # what was tried, and how much each helped
        data.setlist(name, [*shown])
        data.update({f"{name}_{code}": "" if much is None else str(much) for code, much in shown.items()})
    else:
        data.setlist(name, shown if isinstance(shown, list) else ["" if shown is None else str(shown)])
    return data


def _initial(episode: Episode) -> dict[str, Any]:
    started = Moment(episode.started_at, cast("Any", episode.start_precision))
    initial: dict[str, Any] = {
        "start_time": started,
        "start_date": local_date(episode.started_at, episode.zone),
        "place": episode.place,
        "place_words": episode.place_words,
        "ending": "going" if episode.is_ongoing else "",
    }
    return initial | (_initial_end(episode, episode.ended_at) if episode.ended_at else {})


def _initial_end(episode: Episode, ended_at: datetime) -> dict[str, Any]:
    """Show the end, and the length where the box can say it: from a second to a day."""
    seconds, about = episode.length_s or 0, episode.length_precision == "about"
    length = Length(seconds, about, episode.length_low_s, episode.length_high_s)
    return {
        "ending": "ended",
        "length": length if 0 < seconds <= DAY_S else None,
        "end_time": Moment(ended_at, "about" if about else "exact"),
        "end_date": local_date(ended_at, episode.zone),
    }
