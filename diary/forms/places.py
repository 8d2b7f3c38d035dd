"""Choosing places: a few chips, or the whole list with the figure that picks in it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from django import forms
from django.forms.widgets import Script

from diary.forms.now import OwnWordsField, PlaceField, PlacesField
from diary.models import Episode
from diary.vocabulary.sites import GROUPS, SIDES, SITES, Place, Site

NOT_SAID = "Not said"


@dataclass(frozen=True, slots=True)
class Row:
    """A site of the list with its places: (code, the word on the button)."""

    label: str
    options: tuple[tuple[str, str], ...]

    @property
    def words(self) -> str:
        """The site as it reads in a sentence: "lower eyelid"."""
        return self.label[0].lower() + self.label[1:]


@dataclass(frozen=True, slots=True)
class Group:
    """A part of the body."""

    label: str
    rows: tuple[Row, ...]


def groups(kept: Place | None = None) -> Iterator[Group]:
    """Yield every place there is, and the one that is kept, should its side not have been said."""
    for label, regions in GROUPS.items():
        sites = [site for site in SITES.values() if site.region in regions]
        yield Group(label, tuple(Row(site.label, tuple(_options(site, kept))) for site in sites))


def _options(site: Site, kept: Place | None) -> Iterator[tuple[str, str]]:
    for side in site.sides:
        yield Place(site.code, side).code, SIDES[side]
    if not site.sides:
        yield site.code, "Here"
    elif kept == Place(site.code):
        yield site.code, "Side not said"


class PlaceChips(PlacesField):
    """Some of a few places, as chips."""

    widget: Any = forms.CheckboxSelectMultiple
    choices: list[tuple[str, str]] = []

    def offer(self, places: Iterable[Place]) -> None:
        """Offer these places."""
        self.choices = self.widget.choices = [(place.code, place.label) for place in places]


class PlaceList(forms.Widget):
    """The whole list in groups, as radio buttons, or as tick boxes where `is_several`.

    In a browser with scripts a figure picks in it.
    """

    template_name = "places/_picker.html"
    use_fieldset = True
    is_several = False
    button = ""
    kept: Place | None = None

    class Media:
        css = {"all": ("diary/css/body-map.css",)}
        js = (Script("diary/js/body-map.js", type="module"),)

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        said = {
            "groups": groups(self.kept),
            "kind": "checkbox" if self.is_several else "radio",
            "chosen": [value or ""] if value is None or isinstance(value, str) else value,
            "nothing": "" if self.is_several else NOT_SAID,
            "button": self.button,
        }
        return super().get_context(name, value, attrs) | said

    def value_from_datadict(self, data: Any, files: Any, name: str) -> Any:
        several = self.is_several and hasattr(data, "getlist")
        return data.getlist(name) if several else data.get(name)


class PlaceLists(PlaceList):
    """The whole list to choose several from."""

    is_several = True


class PlacePicker(PlaceField):
    """One place out of all there are."""

    widget: Any = PlaceList

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(required=False, **kwargs)

    def offer(self, kept: Place | None) -> None:
        """Offer the place that is kept, too, should its side not have been said."""
        self.widget.kept = kept

    def prepare_value(self, value: Any) -> str:
        return value.code if isinstance(value, Place) else value or ""

    def has_changed(self, initial: Any, data: Any) -> bool:
        return (data or "") != self.prepare_value(initial)


class PlacesPicker(PlacesField):
    """Any number of places out of all there are."""

    widget: Any = PlaceLists


class PlaceForm(forms.Form):
    """A place alone, as a page of its own asks for it; `button` stands beside the place chosen."""

    use_required_attribute = False

    place: PlacePicker | PlacesPicker = PlacePicker(label="Where?")
    place_words = OwnWordsField()

    def __init__(self, *, button: str, kept: Episode | None = None) -> None:
        initial = {"place": kept.place, "place_words": kept.place_words} if kept else None
        super().__init__(initial=initial)
        self.fields["place"].widget.button = button
        self.fields["place"].widget.kept = kept and kept.place


class PlacesForm(PlaceForm):
    """Any number of places, as a page of its own asks for them."""

    place = PlacesPicker(label="Where?")
