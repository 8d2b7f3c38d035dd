"""A column for values that have a text of their own, such as a date of which only the month is known."""

from typing import TYPE_CHECKING, Any, Protocol, Self

from django.core.exceptions import ValidationError
from django.db import models

if TYPE_CHECKING:
    _Text = models.CharField[Any, Any]
else:
    _Text = models.CharField


class Written(Protocol):
    """A value whose text reads back to the very same value."""

    @classmethod
    def from_text(cls, text: str) -> Self: ...


class WrittenField(_Text):
    """Keeps a value by its text; None is kept as no text."""

    def __init__(self, kind: type[Written], **options: Any) -> None:
        self.kind = kind
        super().__init__(**{"max_length": 20, "default": None} | options)

    def deconstruct(self) -> Any:
        name, path, args, options = super().deconstruct()
        return name, path, [self.kind, *args], options

    def from_db_value(self, value: str | None, *_: Any) -> Any:
        return self.kind.from_text(value) if value else None

    def to_python(self, value: Any) -> Any:
        if not isinstance(value, str):
            return value
        try:
            return self.from_db_value(value)
        except ValueError:
            raise ValidationError(f"“{value}” cannot be read", code="invalid") from None

    def run_validators(self, value: Any) -> None:
        super().run_validators(self.get_prep_value(value))

    def get_prep_value(self, value: Any) -> str:
        return "" if value is None else str(value)

    def value_to_string(self, obj: models.Model) -> str:
        return self.get_prep_value(self.value_from_object(obj))
