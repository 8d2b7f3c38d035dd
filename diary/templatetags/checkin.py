"""What the check-in says beside a question: where the answer came from, and what one tap would do."""

from collections.abc import Iterable, Sequence
from typing import cast

from django import template
from django.forms import BaseForm, BoundField
from django.template import Context
from django.utils.safestring import SafeString

from diary.analysis.usual import FIRST_NIGHT, start
from diary.models import Day, Drink, User
from diary.quantities import VolumeUnit, format_mg, format_volume
from diary.templatetags.words import factor_words as words_of
from diary.vocabulary.factors import FACTORS

register = template.Library()


@register.simple_tag
def box(field: BoundField, placeholder: str) -> SafeString:
    """Draw a question's box; where nothing is said it says so."""
    return field.as_widget(attrs={"placeholder": placeholder or False})


@register.filter
def box_class(field: BoundField) -> str:
    """Return how wide a question is drawn: squares for a scale, half a line for a number."""
    if not field.use_fieldset:
        return "medium"
    return "scale" if len(field.field.choices) > 4 else ""  # type: ignore[attr-defined]


@register.simple_tag
def field_of(form: BaseForm, name: str) -> BoundField:
    """Return the question of that name."""
    return form[name]


@register.simple_tag(takes_context=True)
def factor_words(context: Context, code: str, value: float | None) -> str:
    """Return a value of a factor in the person's units."""
    return words_of(code, value, context["user"])


@register.simple_tag
def source_of(day: Day, name: str) -> str:
    """Return where the answer came from; empty for what is no factor or has none."""
    return day.source_of(name) if name in FACTORS and not day.is_counted(name) else ""


@register.simple_tag
def zero_words(day: Day, name: str) -> str:
    """Return the words that say none at all in one tap, while nothing was said about it."""
    known = FACTORS.get(name)
    return known.zero if known and getattr(day, name) is None else ""


@register.simple_tag
def answered(form: BaseForm, field: BoundField) -> bool:
    """Whether there is an answer to take back."""
    if field.name in form.errors:
        return False
    cleaned = getattr(form, "cleaned_data", {})
    return cleaned.get(field.name, field.initial) not in (None, "")


@register.simple_tag
def first_night(nights: Sequence[float]) -> float:
    """Return where the first press of the stepper lands."""
    return start(nights, FIRST_NIGHT)


@register.simple_tag(takes_context=True)
def drink_words(context: Context, day: Day, drinks: Sequence[Drink]) -> str:
    """Return "Caffeine 180 mg. Drinks 1.1 l." of what is recorded, however it was given."""
    user: User = context["user"]
    if day.caffeine_mg is None and day.water_ml is None:
        return "Nothing recorded yet."
    said = [f"Caffeine {words_of('caffeine_mg', day.caffeine_mg, user)}."]
    said.append(f"Drinks {words_of('water_ml', day.water_ml, user)}.")
    return " ".join(said)


@register.filter
def set_aside(day: Day, user: User) -> Iterable[str]:
    """Yield what was said by hand and does not count while the drinks do (ux C-6, C-7)."""
    unit = cast("VolumeUnit", user.volume_unit)
    if day.given_caffeine_mg is not None:
        said = format_mg(day.given_caffeine_mg) if day.given_caffeine_mg else "no caffeine"
        yield f"Changed: {said} → {format_mg(day.caffeine_mg or 0)}. The drinks below count."
    if day.given_water_ml is not None:
        total = format_volume(day.water_ml or 0, unit)
        said = format_volume(day.given_water_ml, unit)
        yield f"The drinks below count, {total}. The {said} given as a number does not."
