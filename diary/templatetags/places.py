"""The figure to choose a place on, for the form's template."""

from dataclasses import dataclass

from django import template
from django.utils.safestring import SafeString

from diary.charts.body_map import body_map
from diary.charts.figure import VIEWS, View

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
    return [_shown(view) for view in VIEWS]


def _shown(view: View) -> Shown:
    left, right = SIDES if view.mirror else SIDES[::-1]
    return Shown(view.code, view.label, left, right, body_map(view))
