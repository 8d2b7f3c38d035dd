"""Choosing a place from the whole list: by part of the body, then the side."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from diary.vocabulary.sites import REGIONS, SIDES, SITES, Place, Site


@dataclass(frozen=True, slots=True)
class Row:
    """A site with the places it has: (code, the word on the button)."""

    label: str
    buttons: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Group:
    """A part of the body."""

    label: str
    rows: tuple[Row, ...]


def place_groups() -> Iterator[Group]:
    """Yield every place there is, in the order of the vocabulary."""
    for region, sites in groupby(SITES.values(), key=lambda site: site.region):
        yield Group(REGIONS[region], tuple(Row(site.label, tuple(buttons(site))) for site in sites))


def buttons(site: Site) -> Iterator[tuple[str, str]]:
    """Yield a button for each side; a place without sides has one."""
    if len(site.sides) < 2:
        yield Place(site.code, *site.sides).code, "Here"
        return
    for side in site.sides:
        yield Place(site.code, side).code, SIDES[side]
