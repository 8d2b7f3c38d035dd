"""What can be said about any twitch besides when and where it was."""

from collections.abc import Mapping
from datetime import timedelta
from typing import Any, cast

from crispy_forms.bootstrap import InlineCheckboxes, InlineRadios
from crispy_forms.layout import Field
from django import forms

from diary.forms.base import More, OwnedForm
from diary.forms.fields import AnswerField, NoteField
from diary.forms.relief import ReliefField
from diary.models import Episode
from diary.quantities import Clock, Length, format_clock
from diary.vocabulary import episodes as words


class SeveralField(forms.MultipleChoiceField):
    """Any of a few answers, as tick boxes; the answers are kept in the order of the vocabulary."""

    widget = forms.CheckboxSelectMultiple
    default_error_messages = dict.fromkeys(("invalid_choice", "invalid_list"), "Choose from the answers")

    def __init__(self, answers: Mapping[str, str], **kwargs: Any) -> None:
        super().__init__(choices=list(answers.items()), required=False, **kwargs)
        self.codes = list(answers)

    def clean(self, value: Any) -> list[str]:
        chosen = super().clean(value)
        return [code for code in self.codes if code in chosen]


class DetailsForm(OwnedForm):
    """Strength, seen, suspected triggers, relief and a note: all of it optional."""

    strength = AnswerField(
        words.STRENGTHS,
        label="How strong was it?",
        coerce=int,
        error_messages={"invalid_choice": "Strength must be between 1 (faint) and 4 (strong)"},
    )
    seen = AnswerField(words.SEEN, label="Could you see it move?", empty_value="")
    suspected_triggers = SeveralField(
        words.SUSPECTED_TRIGGERS, label="What might have set it off?", help_text="Your own guess."
    )
    relief = ReliefField(label="What helped?", help_text="What you tried. This is a note, not advice.")
    note = NoteField(label="Note")

    class Meta:
        model = Episode
        fields: tuple[str, ...] = ("strength", "seen", "suspected_triggers", "relief", "note")

    def lasts(self, length: Length) -> None:
        """Set the end by a typed length; one that would reach beyond now is refused.

        What ended with its tap keeps that end, and begins earlier.
        """
        episode = self.instance
        if episode.ended_with_the_tap:
            episode.started_at = episode.made_at - timedelta(seconds=length.seconds)
        end = episode.started_at + timedelta(seconds=length.seconds)
        if end > self.now:
            self.add_error("length", f"The length must end before now. It started at {self.clock_of_start()}")
            return
        episode.ended_at, episode.is_ongoing = end, False
        episode.length_precision = "about" if length.about else "stated"
        episode.length_low_s, episode.length_high_s = length.low, length.high

    def clock_of_start(self) -> str:
        """Return the time it started as the person's clock shows it."""
        return format_clock(self.instance.started_at, self.zone, cast("Clock", self.user.clock))

    def layout_of_details(self) -> More:
        """Return the folded part of the form."""
        return More(
            "More: strength, seen, note",
            InlineRadios("strength"),
            InlineRadios("seen"),
            InlineCheckboxes("suspected_triggers"),
            Field("relief"),
            Field("note"),
        )
