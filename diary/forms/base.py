"""What the forms for a person's own records share."""

from datetime import datetime
from typing import Any

from crispy_forms.layout import Div, Field
from django import forms
from django.core.exceptions import ValidationError
from django.template import Context

from diary.forms.fields import read_by
from diary.models import User


class OwnedForm(forms.ModelForm):
    """A form for one record of one person, checked against every truth the database keeps.

    A ModelForm skips the constraints that name a field it does not show. Here the owner is set before
    validation, and once every box has been read all constraints are checked but those of `settled_on_save`.
    """

    use_required_attribute = False
    settled_on_save: frozenset[str] = frozenset()

    def __init__(self, *args: Any, user: User, now: datetime, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.user, self.now = user, now
        self.instance.user = user
        if self.instance.pk is None:
            self.instance.zone, self.instance.made_at = user.timezone, now
        self.zone: str = getattr(self.instance, "zone", user.timezone)
        read_by(self, user, now, self.zone)

    def clean(self) -> dict[str, Any]:
        return super().clean() or self.cleaned_data

    def validate_unique(self) -> None:
        """Check the constraints once more, now with the fields that the form does not show."""
        if self.errors:
            return
        try:
            self.instance.validate_constraints(exclude=self.settled_on_save)
        except ValidationError as broken:
            self.add_error(None, broken)

    def save(self, commit: bool = True) -> Any:
        self.instance.changed_at = self.now
        return super().save(commit)


class OneOf(Field):
    """One of several boxes for the same answer: none of them alone is optional."""

    def __init__(self, *args: Any, is_chips: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.extra = {"show_optional": False} | ({"inline_class": "inline"} if is_chips else {})
        if is_chips:
            self.template = "%s/layout/radioselect_inline.html"

    def render(self, form: Any, context: Context, template_pack: str = "diary", **kwargs: Any) -> str:
        return super().render(form, context, template_pack, extra_context=dict(self.extra))


class More(Div):
    """Fields folded away under a summary, open when one has an error or (unless told otherwise) a value."""

    template = "%s/layout/more.html"

    def __init__(self, summary: str, *fields: Any, shows_values: bool = True, **kwargs: Any) -> None:
        super().__init__(*fields, **kwargs)
        self.summary, self.shows_values = summary, shows_values
        self.is_open = False

    def render(self, form: Any, context: Context, template_pack: str = "diary", **kwargs: Any) -> str:
        fields = [form[pointer.name] for pointer in self.get_field_names()]
        has_values = any(field.value() not in (None, "", [], {}) for field in fields)
        self.is_open = any(field.errors for field in fields) or (self.shows_values and has_values)
        return super().render(form, context, template_pack, **kwargs)
