"""The words for places."""

import pytest

from diary.vocabulary.sites import COMMON_SITES, REGIONS, SITES, Place, is_possible, place_label


@pytest.mark.parametrize(
    ("place", "words"),
    [
        (Place("eyelid_lower", "left"), "left lower eyelid"),
        (Place("back_lower", "middle"), "lower back"),
        (Place("calf"), "calf"),
        (Place("", ""), "place not said"),
        (Place("widespread"), "all over / moving around"),
        (Place("other", "left"), "somewhere else on the left"),
    ],
)
def test_a_place_reads_as_people_say_it(place: Place, words: str) -> None:
    assert str(place) == words


def test_somewhere_else_is_said_in_the_persons_own_words() -> None:
    assert place_label("other", "", "behind the ear") == "somewhere else: behind the ear"
    assert place_label("other", "right", "behind the ear") == "somewhere else on the right: behind the ear"


def test_every_site_has_a_region_and_a_name_of_its_own() -> None:
    assert {site.region for site in SITES.values()} == set(REGIONS)
    assert len({site.label for site in SITES.values()}) == len(SITES) == 53
    assert set(COMMON_SITES) <= set(SITES)


@pytest.mark.parametrize("site", sorted(SITES))
def test_a_sentence_can_hold_the_name_of_every_site_but_all_over(site: str) -> None:
    """All over and somewhere else have words of their own there (flags/words.py)."""
    side = next(iter(SITES[site].sides), "")
    said = Place(site, side).spoken
    assert site == "widespread" or not set("/,()") & set(said), said
    assert said.startswith("left ") == (side == "left" and site != "other")


def test_only_sides_that_exist_are_possible() -> None:
    assert [s for s in ("left", "right", "middle", "", "up") if is_possible("calf", s)] == [
        "left",
        "right",
        "",
    ]
    assert not is_possible("", "left")
    assert not is_possible("nose_tip", "")
