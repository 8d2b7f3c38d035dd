"""What to try out: one habit, its limit and the weeks, all said before the first day."""

import secrets
from datetime import date
from typing import Any, cast
from uuid import uuid4

from crispy_forms.bootstrap import InlineRadios
from crispy_forms.helper import FormHelper
from crispy_forms.layout import Layout, Submit
from django import forms
from django.core.exceptions import ValidationError

from diary.forms.answers import RadiosField, factor_field
from diary.forms.base import OwnedForm
from diary.forms.fields import FactorField, read_by
from diary.forms.now import PageUuid
from diary.models import Experiment, User
from diary.periods import DAY
from diary.quantities import format_date
from diary.quantities.dates import WEEKDAYS
from diary.vocabulary.factors import FACTORS, OWN
from diary.vocabulary.trying import (
    BY_CHANCE,
    FOUND,
    HOLDABLE,
    LAYOUTS,
    LIMITED,
    ORDERS,
    USUAL,
    USUAL_LAYOUT,
    WAYS,
    Weeks,
    holdable,
)

START_WITHIN = 14
"""Days from which the first one can be chosen; it is always one that has not begun."""
TIMES = {1: "once", 2: "twice"}


def can_try(user: User) -> list[tuple[str, str]]:
    """Return what the person can try out, of what their check-in asks: the codes with their names."""
    asked = [code for code in FACTORS if FACTORS[code].is_core or code in user.asked]
    names = {code: FACTORS[code].label for code in HOLDABLE} | {OWN: user.own_question}
    return [(code, names[code]) for code in asked if code in names]


def layout_words(layout: Weeks) -> str:
    """Return "2 weeks each, twice: 8 weeks"."""
    weeks = layout.block_days // 7
    times = TIMES.get(layout.rounds, f"{layout.rounds} times")
    return f"{weeks} week{'s' if weeks > 1 else ''} each, {times}: {layout.in_all} weeks"


def by_chance(rounds: int) -> str:
    """Draw which comes first, anew for each round."""
    return "".join(secrets.choice((LIMITED + USUAL, USUAL + LIMITED)) for _ in range(rounds))


class LimitChoice(RadiosField):
    """A limit among a few numbers, or yes and no."""

    def __init__(self, answers: dict[int, str], **kwargs: Any) -> None:
        super().__init__(answers, coerce=int, **kwargs)


class ExperimentForm(OwnedForm):
    """The plan of an experiment about one factor; kept once, however often the page sends it."""

    settled_on_save = frozenset({"uuid"})

    uuid = PageUuid(required=False, initial=uuid4)
    way = forms.ChoiceField(
        label="Which way?",
        choices=list(WAYS.items()),
        widget=forms.RadioSelect,
        error_messages=dict.fromkeys(("required", "invalid_choice"), "Choose at most or at least"),
    )
    layout = forms.ChoiceField(
        label="How long?",
        help_text=f"With the limit and as usual in turn. {FOUND} 2 weeks each give slow things time.",
        choices=[(code, layout_words(layout)) for code, layout in LAYOUTS.items()],
        initial=USUAL_LAYOUT,
        widget=forms.RadioSelect,
        error_messages=dict.fromkeys(("required", "invalid_choice"), "Choose how long"),
    )
    order = forms.ChoiceField(
        label="What comes first?",
        choices=list(ORDERS.items()),
        initial=BY_CHANCE,
        widget=forms.RadioSelect,
        error_messages=dict.fromkeys(("required", "invalid_choice"), "Choose what comes first"),
    )
    first = forms.TypedChoiceField(
        label="First day",
        coerce=date.fromisoformat,
        error_messages=dict.fromkeys(("required", "invalid_choice"), "Choose the first day from the list"),
    )

    field_order = ("way", "limit", "layout", "order", "first")

    class Meta:
        model = Experiment
        fields = ("way", "first")

    def __init__(self, data: Any = None, *, factor: str, user: User, **kwargs: Any) -> None:
        super().__init__(data, user=user, **kwargs)
        self.factor, self.holdable = factor, holdable(factor, user.own_kind)
        self.instance.factor, self.instance.own_kind = factor, user.own_kind
        self.instance.own_question = user.own_question if factor == OWN else ""
        self.fields["limit"] = self._limit_field()
        self._offer_first_days()
        if not self.asks_way:
            del self.fields["way"]
        self.order_fields(self.field_order)
        read_by(self, user, self.now, user.timezone)

    @property
    def asks_way(self) -> bool:
        """Whether either way can be tried: only where the question is the person's own."""
        return self.factor == OWN and self.user.own_kind != "yes_no"

    def _limit_field(self) -> forms.Field:
        known, field = self.holdable, factor_field(self.factor, self.user)
        if self.factor == OWN and self.user.own_kind == "yes_no":
            return self._answer({0: "Days with no", 1: "Days with yes"}, "Which days?")
        if isinstance(field, RadiosField):
            numbers = {n: str(n) for n in range(int(known.low), int(known.high) + 1)}
            return self._answer(numbers, self._limit_label())
        field.label, field.required = self._limit_label(), True
        suggested = cast("FactorField", field).show(known.suggested)
        field.help_text = "" if self.factor == OWN else f"For example, {suggested}"
        field.error_messages["required"] = "Enter the limit"
        field.validators = [self._check_limit]
        return field

    def _limit_label(self) -> str:
        name = self.user.own_question if self.factor == OWN else FACTORS[self.factor].label
        return f"{name}: the limit" if self.asks_way else f"{name}: {WAYS[self.holdable.way].lower()}"

    def _answer(self, answers: dict[int, str], label: str) -> LimitChoice:
        sentence = dict.fromkeys(("required", "invalid_choice"), "Choose the limit")
        return LimitChoice(answers, label=label, required=True, error_messages=sentence)

    def _check_limit(self, value: float) -> None:
        known, field = self.holdable, cast("FactorField", self.fields["limit"])
        if not known.low <= value <= known.high:
            low, high = field.show(known.low), field.show(known.high)
            raise ValidationError(f"The limit must be between {low} and {high}")

    def _offer_first_days(self) -> None:
        today = self.user.today(self.now)
        days = [today + n * DAY for n in range(1, START_WITHIN + 1)]
        words = [f"{WEEKDAYS[day.weekday()]} {format_date(day, today)}" for day in days]
        words[0] = f"Tomorrow, {words[0]}"
        self.fields["first"].choices = list(zip(map(str, days), words, strict=True))  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """Lay the weeks out, the order drawn by chance unless one was asked for."""
        cleaned = super().clean()
        if not self.errors:
            layout = LAYOUTS[cleaned["layout"]]
            self.instance.block_days = layout.block_days
            self.instance.order = self._order(cleaned["order"], layout.rounds)
            self.instance.limit = cleaned["limit"]
            self.instance.way = cleaned.get("way") or self._way(cleaned["limit"])
            self.instance.first = cleaned["first"]
            self.instance.settle()
        return cleaned

    def _order(self, asked: str, rounds: int) -> str:
        if asked == BY_CHANCE:
            return by_chance(rounds)
        return (asked + (USUAL if asked == LIMITED else LIMITED)) * rounds

    def _way(self, limit: float) -> str:
        """Return the way that is not asked: of yes and no it is in the answer."""
        is_yes = self.factor == OWN and limit == 1
        return "at_least" if is_yes else self.holdable.way

    def save(self, commit: bool = True) -> Experiment:
        """Keep the plan, or return the one that is open already."""
        self.instance.uuid = self.cleaned_data["uuid"]
        return Experiment.objects.begin(self.instance, self.user.today(self.now))

    @property
    def _has_chips(self) -> bool:
        return isinstance(self.fields["limit"], RadiosField)

    @property
    def helper(self) -> FormHelper:
        """Lay the form out."""
        helper = FormHelper()
        boxes = [InlineRadios(name) if name == "limit" and self._has_chips else name for name in self.fields]
        helper.layout = Layout(*boxes)
        helper.add_input(Submit("save", "Keep this plan"))
        return helper
