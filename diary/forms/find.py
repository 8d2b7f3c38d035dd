"""Which part of the diary to show."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from django import forms

from diary.forms.now import PlaceField
from diary.models.episodes import EpisodeQuerySet
from diary.vocabulary.episodes import KINDS
from diary.vocabulary.sites import Place

EARLIEST = date(1900, 1, 1)
MARKS = {"long": "Long", "persists": "Twitching that persists", "note": "With a note"}


class FindForm(forms.Form):
    """The filter of the list; what cannot be read filters nothing."""

    use_required_attribute = False

    place = PlaceField(required=False, widget=forms.Select)
    kind = forms.ChoiceField(choices=[("", "All kinds"), *KINDS.items()], required=False)
    mark = forms.ChoiceField(label="Only", choices=[("", "All entries"), *MARKS.items()], required=False)
    before = forms.DateField(required=False, widget=forms.HiddenInput)

    def __init__(self, data: Any, places: list[Place]) -> None:
        super().__init__(data)
        self.fields["place"].widget.choices = [
            ("", "All places"),
            *((place.code, place.label) for place in places),
        ]
        self.full_clean()

    def clean_before(self) -> date | None:
        """Leave out days that no diary reaches."""
        before = self.cleaned_data["before"]
        return before if before and before > EARLIEST else None

    @property
    def is_on(self) -> bool:
        """Whether anything is left out."""
        return any(self.cleaned_data.get(name) for name in ("kind", "mark")) or bool(self.at.site)

    @property
    def at(self) -> Place:
        """The place to show; the empty one shows all."""
        return self.cleaned_data.get("place") or Place("")

    def narrow(
        self, episodes: EpisodeQuerySet, long_s: int, since: Mapping[Place, date], now: datetime
    ) -> EpisodeQuerySet:
        """Return those of the episodes that were asked for; `since` tells where twitching persists."""
        if self.at.site:
            episodes = episodes.at_place(self.at)
        if kind := self.cleaned_data.get("kind"):
            episodes = episodes.of_kind(kind)
        match self.cleaned_data.get("mark"):
            case "long":
                return episodes.as_long_as(long_s, now)
            case "persists":
                return episodes.begun_since(since)
            case "note":
                return episodes.with_note()
        return episodes
