"""What the head of every page says to a browser that may put the diary on a home screen."""

from typing import Any

from django import template
from django.template import Context

from diary.charts.palette import PAGE

register = template.Library()


@register.inclusion_tag("_install.html", takes_context=True)
def install(context: Context) -> dict[str, Any]:
    """Colour the browser's own bars like the page: by the person's choice, else by the device's."""
    theme = getattr(context.get("user"), "theme", "")
    return {"colours": {"": PAGE[theme]} if theme in PAGE else PAGE}
