"""The place as a form asks for it: the list is the answer, with or without a script."""

import re

import pytest
from django.core.exceptions import ValidationError

from diary.forms.now import PlacesField
from diary.forms.places import PlaceForm, PlacePicker, PlacesForm
from diary.models import Episode
from diary.vocabulary.sites import SITES, Place

BOX = re.compile(r'<input type="(radio|checkbox)" name="place" value="([^"]*)"( checked)?>')
EVERY_PLACE = [Place(site.code, side).code for site in SITES.values() for side in site.sides or ("",)]


def radios(kept: Place | None = None) -> list[tuple[str, bool]]:
    episode = None if kept is None else Episode(site=kept.site, side=kept.side)
    html = str(PlaceForm(button="Use this place", kept=episode)["place"])
    found = BOX.findall(html)
    assert {kind for kind, _, _ in found} == {"radio"}
    return [(code, bool(checked)) for _, code, checked in found]


def test_the_list_offers_every_place_once_and_none() -> None:
    codes = [code for code, _ in radios()]
    assert sorted(codes) == sorted(["", *EVERY_PLACE])


def test_where_there_may_be_several_the_list_has_a_tick_box_for_every_place() -> None:
    boxes = BOX.findall(str(PlacesForm(button="Start timing")["place"]))
    assert sorted(boxes) == sorted(("checkbox", code, "") for code in EVERY_PLACE)


def test_several_places_are_each_taken_once_in_their_order() -> None:
    chosen = PlacesField().clean(["thumb:right", "calf:left", "", "thumb:right"])
    assert chosen == (Place("thumb", "right"), Place("calf", "left"))


@pytest.mark.parametrize("kept", [Place("calf", "left"), Place("widespread"), Place("")])
def test_the_kept_place_is_the_one_chosen(kept: Place) -> None:
    assert [code for code, is_chosen in radios(kept) if is_chosen] == [kept.code]


def test_a_kept_place_without_its_side_is_offered_as_it_is() -> None:
    assert ("calf", True) in radios(Place("calf"))
    assert len(radios(Place("calf"))) == len(EVERY_PLACE) + 2


def test_somewhere_else_brings_its_own_words_along() -> None:
    kept = Episode(site="other", place_words="behind the ear")
    assert 'value="behind the ear"' in str(PlaceForm(button="Use this place", kept=kept)["place_words"])


@pytest.mark.parametrize("code", EVERY_PLACE)
def test_every_place_of_the_list_can_be_sent_back(code: str) -> None:
    assert PlacePicker().clean(code).code == code


def test_a_place_there_is_not_is_refused() -> None:
    with pytest.raises(ValidationError, match="not on the list"):
        PlacePicker().clean("calf:middle")


def test_without_a_script_the_list_stands_open_and_the_figure_is_hidden() -> None:
    html = str(PlaceForm(button="Use this place")["place"])
    assert re.findall(r'data-view="(\w+)"( hidden)?', html) == [
        ("front", " hidden"),
        ("back", " hidden"),
        ("face", " hidden"),
        ("list", ""),
    ]
    assert "<details" not in html
