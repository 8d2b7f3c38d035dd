"""The figure to choose a place on: each half of a region is one target, and knows the places it stands for.

Targets reach beyond the outline, so that a thumb is as easy to touch as a thigh; paper covers the rest. The
list of the form is the real answer: the picture only picks in it (diary/static/diary/js/body-map.js).
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Literal

from django.utils.safestring import SafeString, mark_safe

from diary.charts.figure import REGIONS
from diary.charts.shapes import Region, View, polygon
from diary.charts.site_regions import REGIONS_OF
from diary.charts.svg import number
from diary.vocabulary.sites import SITES, Place

# How far each view reaches from its midline. At 288 px the smallest target holds a square of 24 px.
REACH = {"front": 80, "back": 80, "face": 56}
Role = Literal["radio", "checkbox"]
TICK = "M-3 .2l2.2 2.2 3.8-4.4"


@dataclass(frozen=True, slots=True)
class Target:
    """One target of a view; `side` is the person's own: left, right, middle, or "" for the whole head."""

    view: View
    region: Region
    side: str

    @property
    def code(self) -> str:
        """The region and side as one id: "front-knee-left"."""
        return "-".join((self.view.code, self.region.code, *([self.side] if self.side else [])))

    @property
    def name(self) -> str:
        """The name of the target, of which no two views have the same: "left knee", "left thigh, back"."""
        is_twice = self.view.code == "back" and f"front.{self.region.code}" in REGIONS
        words = f"{self.region.label}, back" if is_twice else self.region.label
        return f"{self.side} {words}" if self.side in {"left", "right"} else words

    @property
    def sites(self) -> tuple[str, ...]:
        """The sites the target stands for; those that exist on its side first."""
        if self.region.is_whole:
            return ()
        here = [site for site, codes in REGIONS_OF.items() if f"{self.view.code}.{self.region.code}" in codes]
        return tuple(sorted(here, key=lambda site: self.side not in SITES[site].sides))

    @property
    def places(self) -> tuple[Place, ...]:
        """Every place the target stands for; for one in the middle also its sides, for a side the middle."""
        others = ("left", "right") if self.side == "middle" else ("middle",)
        own = [Place(site, self.side) for site in self.sites if self.side in SITES[site].sides]
        return (*own, *(Place(s, side) for side in others for s in self.sites if side in SITES[s].sides))

    @property
    def asks(self) -> bool:
        """Whether it has no likeliest place: a hand has four fingers."""
        return len(self.sites) > 1 and self.region.code not in SITES and self.places[1].side == self.side

    @property
    def is_right_half(self) -> bool:
        """Whether the target lies at the picture's right."""
        return (self.side == "left") is not self.view.mirror

    @property
    def path(self) -> str:
        """What is drawn."""
        if self.side not in {"left", "right"}:
            return self.region.joined_path
        return self.region.right_path if self.is_right_half else self.region.left_path

    @property
    def touch_path(self) -> str:
        """What can be touched besides, where that is larger than what is drawn."""
        sign = 1 if self.is_right_half else -1
        return polygon([(sign * d, y) for d, y in self.region.target]) if self.region.target else ""

    @property
    def at(self) -> tuple[float, float]:
        """Where its tick stands."""
        x, y = self.region.at
        if self.side not in {"left", "right"}:
            return 0, y
        return (x if self.is_right_half else -x), y


def targets(view: View) -> Iterator[Target]:
    """Yield the targets of a view from top to bottom, left before right."""
    for region in view.regions:
        sides = ("",) if region.is_whole else ("middle",) if region.is_single else ("left", "right")
        for side in sides:
            yield Target(view, region, side)


@cache
def body_map(view: View, role: Role) -> SafeString:
    """Return one view as a group of radio buttons or of checkboxes; the whole head opens the face."""
    reach, height = REACH[view.code], number(view.height)
    head = "".join(_drawn(target, role) for target in targets(view) if target.region.is_whole)
    choices = "".join(_drawn(target, role) for target in targets(view) if not target.region.is_whole)
    group = f'role="radiogroup" aria-label="{view.label}"' if role == "radio" else 'role="none"'
    frame = f'x="{-reach}" width="{2 * reach}" height="{height}"'
    words = "".join(f'<text x="{number(x)}" y="{number(y - 1)}">{text}</text>' for x, y, text in view.words)
    return mark_safe(  # noqa: S308 - made of our own words and numbers alone
        f'<svg xmlns="http://www.w3.org/2000/svg" class="body-map" viewBox="{-reach} 0 {2 * reach} {height}"'
        f' role="group" aria-label="Body map, {view.label.lower()}">{head}'
        f'<g {group}>{choices}</g><g aria-hidden="true"><defs>'
        f'<path id="map-{view.code}" d="{view.outline}"/><path id="map-{view.code}-tick" d="{TICK}"/>'
        f'<mask id="map-{view.code}-around"><rect {frame} fill="white"/><use href="#map-{view.code}"/></mask>'
        f"</defs>{_edge('chosen')}{_edge('focus halo')}{_edge('focus')}"
        f'<rect class="around" {frame} mask="url(#map-{view.code}-around)"/>'
        f'<use class="outline" href="#map-{view.code}"/><path class="eyes" d="{view.eyes}"/>'
        f'<path class="hints" d="{view.hints}"/>{words}{_rim("chosen", view)}{_rim("focus", view)}'
        f'<g class="chosen-tick" data-tick="map-{view.code}-tick"></g></g></svg>'
    )


def _edge(manner: str) -> str:
    """Hold the edge of the regions a script names."""
    return f'<g class="{manner} edge" data-{manner.split()[0]}=""></g>'


def _rim(kind: str, view: View) -> str:
    """Draw the part of the outline that such a region has; paper hides the region's own edge there."""
    clip = f"map-{view.code}-{kind}"
    return (
        f'<clipPath id="{clip}" data-{kind}=""></clipPath>'
        f'<g clip-path="url(#{clip})"><use class="{kind} edge" href="#map-{view.code}"/></g>'
    )


def _drawn(target: Target, role: Role) -> str:
    name = target.name[0].upper() + target.name[1:]
    x, y = target.at
    where = f'tabindex="-1" data-at="{number(x)} {number(y)}"'
    shapes = f'<path class="touch" d="{target.touch_path}"/>' if target.touch_path else ""
    shapes += f'<path id="map-{target.code}" d="{target.path}"/>'
    if not target.places:
        return f'<g role="button" aria-label="{name}: show the face" data-opens="face" {where}>{shapes}</g>'
    picks = " ".join(place.code for place in target.places) + ('" data-asks="' if target.asks else "")
    return (
        f'<g role="{role}" aria-checked="false" aria-label="{name}" data-picks="{picks}" {where}>{shapes}</g>'
    )
