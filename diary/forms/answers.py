"""The boxes and radios of a day's factors, each made from its row of the vocabulary."""

import re
from collections.abc import Mapping
from typing import Any

from django import forms

from diary.forms.fields import AnswerField, CaffeineField, FactorField, HoursField, VolumeField
from diary.models import User
from diary.quantities import QuantityError
from diary.vocabulary.factors import FACTORS, OWN, Factor

NUMBER = re.compile(r"-?[0-9]{1,9}(?:[.,][0-9]{1,3})? ?[a-z]*\.?", re.ASCII | re.IGNORECASE)


class RadiosField(AnswerField):
    """A few answers, none of them chosen at first; a button beside them takes the answer back."""

    def __init__(self, answers: Mapping[Any, str], **kwargs: Any) -> None:
        super().__init__(answers, **kwargs)
        self.choices = list(answers.items())


class NumberField(FactorField):
    """A number such as "30", "2.5" or "30 min"."""

    def __init__(self, factor: Factor, **kwargs: Any) -> None:
        super().__init__(factor, **kwargs)
        self.is_whole = factor.is_whole

    def read(self, text: str) -> float:
        if not NUMBER.fullmatch(text):
            raise QuantityError(
                "Write a number, like 30 or 2.5" if not self.is_whole else "Write a number, like 30"
            )
        number = float(re.sub(r"[^0-9.\-]", "", text.replace(",", ".")).rstrip("."))
        return round(number) if self.is_whole else number

    def show(self, value: float) -> str:
        return f"{value:g}"


def factor_field(code: str, user: User) -> forms.Field:
    """Return the field that asks about a factor, in this person's words where the question is theirs."""
    factor = FACTORS[code]
    kind = user.own_kind if code == OWN else factor.kind
    named = {"label": user.own_question if code == OWN else factor.question, "help_text": factor.hint}
    if kind == "number":
        return _BOXES.get(code, NumberField)(factor, **named)
    words = {1: "Yes", 0: "No"} if kind == "yes_no" else {n: str(n) for n in range(min(10, factor.high) + 1)}
    out_of_range = {"invalid_choice": factor.out_of_range}
    return RadiosField(words, coerce=int, error_messages=out_of_range, **named)


_BOXES: dict[str, type[FactorField]] = {
    "sleep_hours": HoursField,
    "screen_hours": HoursField,
    "water_ml": VolumeField,
    "caffeine_mg": CaffeineField,
    "magnesium_mg": CaffeineField,
}
