"""The figure to choose a place on, for the form's template."""

from dataclasses import dataclass

from django import template
from django.utils.safestring import SafeString

from diary.charts.body_map import body_map
from diary.charts.figure import VIEWS

SIDES = ("left", "right")

register = template.Library()


@dataclass(frozen=True, slots=True)
class Shown:
    """A view: `left` and `right` name the person's side at that edge of the picture."""

    code: str
    label: str
    left: str
    right: str
    svg: SafeString


@register.simple_tag
def body_views() -> list[Shown]:
    """Return the views of the figure."""
    return [
        Shown(view.code, view.label, *(SIDES if view.mirror else reversed(SIDES)), body_map(view))
        for view in VIEWS
    ]
