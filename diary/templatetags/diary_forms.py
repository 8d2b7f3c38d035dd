"""What the form templates need beyond what crispy gives them."""

from typing import Any

from django import template
from django.forms import BaseForm, BoundField, MultiWidget
from django.utils.safestring import SafeString

register = template.Library()


@register.inclusion_tag("diary/errors.html")
def error_summary(form: BaseForm) -> dict[str, Any]:
    """Draw the linked summary at the top of the page; the form then does not repeat it."""
    form.summary_is_shown = True  # type: ignore[attr-defined]
    return {"form": form}


@register.simple_tag
def control(field: BoundField) -> SafeString:
    """Draw a field's control; hints stand above it, so a placeholder some library put there goes."""
    return field.as_widget(attrs={"placeholder": False})


@register.filter
def first_id(field: BoundField) -> str:
    """Return the id a summary link jumps to: the control, or the first one of a group."""
    if isinstance(field.field.widget, MultiWidget):
        return f"{field.auto_id}_0"
    if field.id_for_label:
        return field.id_for_label
    return next((option.id_for_label for option in field.subwidgets), "")


@register.filter
def choice_groups(field: BoundField) -> list[tuple[str, list[Any]]]:
    """Return the options of a radio or checkbox group as (heading or "", options)."""
    groups: dict[str, list[Any]] = {}
    labels = {
        str(value): str(heading)
        for heading, options in field.field.choices  # type: ignore[attr-defined]
        if isinstance(options, (list, tuple))
        for value, _ in options
    }
    for option in field.subwidgets:
        groups.setdefault(labels.get(str(option.data["value"]), ""), []).append(option)
    return list(groups.items())
