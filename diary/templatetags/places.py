"""The figure to choose a place on, for the form's template."""

from dataclasses import dataclass

from django import template
from django.utils.safestring import SafeString

from diary.charts.body_map import Role, body_map
from diary.charts.figure import VIEWS
from diary.charts.shapes import View

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
def body_views(role: Role) -> list[Shown]:
    """Return the views of the figure, each region a radio button or a checkbox."""
    return [_shown(view, role) for view in VIEWS]


def _shown(view: View, role: Role) -> Shown:
    left, right = SIDES if view.mirror else SIDES[::-1]
    return Shown(view.code, view.label, left, right, body_map(view, role))
