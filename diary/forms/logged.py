"""What is written afterwards of any episode: where it was, and that a form sent twice is kept once."""

from typing import Any, cast

from crispy_forms.layout import Field, Fieldset

from diary.forms.base import More, OneOf
from diary.forms.details import DetailsForm
from diary.forms.now import PageUuid
from diary.forms.places import PlaceChips, PlacePicker
from diary.models import Episode
from diary.periods import DAY
from diary.vocabulary.sites import Place

RECENT = 30 * DAY
MOST_CHIPS = 6


class LoggedForm(DetailsForm):
    """An episode written afterwards; the places of late are offered before the list of all."""

    settled_on_save = frozenset({"uuid"})  # a form sent twice is kept once

    uuid = PageUuid(required=False)
    place = PlaceChips(label="")
    other_place = PlacePicker(label="Any place")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        recent = Episode.objects.for_user(self.user).places_used(self.user.today(self.now - RECENT))
        self.has_recent_places = bool(recent)
        cast("PlaceChips", self.fields["place"]).offer(recent[:MOST_CHIPS])

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        place = cleaned.get("other_place") or Place("")
        place = place if place.site else cleaned.get("place") or place
        self.instance.site, self.instance.side = place.site, place.side
        self.instance.uuid = cleaned["uuid"]
        return cleaned

    def save(self, commit: bool = True) -> Episode:
        self.instance.changed_at = self.now
        return Episode.objects.keep_once(self.instance)

    def layout_of_place(self) -> Fieldset:
        """Return the question where it was; the list is folded when there are places to offer."""
        whole_list = Field("other_place")
        if not self.has_recent_places:
            return Fieldset("Where?", whole_list)
        return Fieldset("Where?", OneOf("place", is_chips=True), More("Another place", whole_list))
