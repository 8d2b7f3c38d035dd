"""What is written afterwards of any episode: where it was, and that a form sent twice is kept once."""

from typing import Any, cast

from crispy_forms.layout import Field, Fieldset
from django.db import transaction

from diary.forms.base import More, OneOf
from diary.forms.details import DetailsForm
from diary.forms.now import OwnWordsField, PageUuid
from diary.forms.places import PlaceChips, PlacesPicker
from diary.models import Episode
from diary.periods import DAY

RECENT = 30 * DAY
MOST_CHIPS = 6


class LoggedForm(DetailsForm):
    """An episode written afterwards; the places of late are offered before the list of all."""

    settled_on_save = frozenset({"uuid"})  # a form sent twice is kept once

    uuid = PageUuid(required=False)
    place = PlaceChips(label="", required=False)
    other_place = PlacesPicker(label="Any place", required=False)
    place_words = OwnWordsField()

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        recent = Episode.objects.for_user(self.user).places_used(self.user.today(self.now - RECENT))
        self.has_recent_places = bool(recent)
        cast("PlaceChips", self.fields["place"]).offer(recent[:MOST_CHIPS])

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        places = dict.fromkeys([*cleaned.get("place", ()), *cleaned.get("other_place", ())])
        self.instance.uuid = cleaned["uuid"]
        self.places = list(places)
        return cleaned

    @transaction.atomic
    def save(self, commit: bool = True) -> list[Episode]:
        """Keep one episode at each place, or one whose place was not said."""
        self.instance.changed_at = self.now
        each = self.instance.at_each(self.places, self.cleaned_data["place_words"])
        return [Episode.objects.keep_once(episode) for episode in each]

    def layout_of_place(self) -> Fieldset:
        """Return the question where it was; the list is folded when there are places to offer."""
        whole_list, own_words = OneOf("other_place"), Field("place_words")
        if not self.has_recent_places:
            return Fieldset("Where?", whole_list, own_words)
        return Fieldset("Where?", OneOf("place", is_chips=True), More("Another place", whole_list), own_words)
