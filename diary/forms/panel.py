"""The answers about a saved episode that save by themselves: one chip each, tapped again to take it back."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from diary.forms.now import OwnWordsField, PlaceField
from diary.models import Episode
from diary.vocabulary import episodes as words

LENGTHS = {5: "A few seconds", 10: "About 10 s", 30: "About 30 s", 60: "About 1 min"}


class HelpedField(forms.Field):
    """How much what was tried helped, as the code of a button: "rest:3", or "rest:" to take it back."""

    def to_python(self, value: Any) -> tuple[str, int | None] | None:
        code, _, helped = (value or "").partition(":")
        if not code:
            return None
        if code not in words.RELIEF or helped not in ("", *map(str, words.HELPED)):
            raise ValidationError("Choose from the answers")
        return code, int(helped) if helped else None


class AnswerForm(forms.Form):
    """One answer about a saved episode; an empty one takes the answer back, one not sent changes nothing.

    Where several can be true, one is put in or taken out by name, so that a button pressed twice, or on two
    pages, says the same each time.
    """

    strength = forms.TypedChoiceField(
        choices=words.STRENGTHS.items(), coerce=int, empty_value=None, required=False
    )
    seen = forms.ChoiceField(choices=words.SEEN.items(), required=False)
    length_s = forms.TypedChoiceField(choices=LENGTHS.items(), coerce=int, empty_value=None, required=False)
    place = PlaceField(required=False)
    place_words = OwnWordsField()
    trigger = forms.ChoiceField(choices=words.SUSPECTED_TRIGGERS.items(), required=False)
    no_trigger = forms.ChoiceField(choices=words.SUSPECTED_TRIGGERS.items(), required=False)
    tried = forms.ChoiceField(choices=words.RELIEF.items(), required=False)
    not_tried = forms.ChoiceField(choices=words.RELIEF.items(), required=False)
    helped = HelpedField(required=False)

    def save(self, episode: Episode, now: datetime) -> None:
        """Keep what was answered."""
        said = {name: self.cleaned_data[name] for name in self.fields if name in self.data}
        if "length_s" in said:
            lasted(episode, said["length_s"])
        if "place" in said:
            episode.put_at(said["place"], said.get("place_words", ""))
        triggers = said.get("trigger"), said.get("no_trigger")
        episode.suspected_triggers = _listed(words.SUSPECTED_TRIGGERS, episode.suspected_triggers, *triggers)
        episode.relief = _tried(episode.relief, said)
        episode.change(now, **{name: said[name] for name in ("strength", "seen") if name in said})


def lasted(episode: Episode, seconds: int | None) -> None:
    """Say about how long the twitch lasted; None takes it back.

    What "just twitched" ended with the tap, so there the start moves; elsewhere the end does, also of a timer
    that nobody stopped: its start was tapped.
    """
    if episode.is_ongoing or episode.kind != "twitch":
        return
    length = timedelta(seconds=seconds or 0)
    if episode.ended_with_the_tap:
        episode.started_at = episode.made_at - length
    episode.ended_at = episode.started_at + length if seconds else None
    episode.length_precision = "about" if seconds else "unknown"
    episode.length_low_s = episode.length_high_s = None


def _tried(kept: dict[str, int | None], said: dict[str, Any]) -> dict[str, int | None]:
    """Return what was tried; how much something helped is kept while it is said to have been tried."""
    codes = _listed(words.RELIEF, kept, said.get("tried"), said.get("not_tried"))
    helped = dict([said["helped"]]) if said.get("helped") else {}
    return {code: helped.get(code, kept.get(code)) for code in codes}


def _listed(
    known: Iterable[str], kept: Iterable[str], put_in: str | None, taken_out: str | None
) -> list[str]:
    chosen = {*kept, put_in} - {taken_out}
    return [code for code in known if code in chosen]
