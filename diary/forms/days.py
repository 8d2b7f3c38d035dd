"""The day's check-in. A blank answer is not recorded, never zero; one that is not sent changes nothing."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.db import transaction
from django.forms import BoundField

from diary.forms.answers import RadiosField, factor_field
from diary.forms.base import OwnedForm
from diary.forms.fields import NoteField, read_by
from diary.models import Day, Sign, User
from diary.quantities import format_day, format_hours
from diary.vocabulary.factors import CORE, FACTORS, SLEEP_QUALITIES, TWITCHING
from diary.vocabulary.signs import IN_CHECK_IN, QUESTIONS

YES_NO = {"yes": "Yes", "no": "No"}
DRINKS = {"ml": "For example, 1.5 l or 1500 ml", "fl_oz": "For example, 50 fl oz or 1.5 l"}
SHOWN = 6
"""How many of the chosen questions stand on the page; the others are one press away (ux C-9)."""


class DayForm(OwnedForm):
    """What a person says about one day; `twitched` when the diary has an episode of that day already.

    Three buttons are answers too: `clear` takes one back, `zero` says none at all, `usual` takes the usual.
    """

    settled_on_save = frozenset({"date"})  # two tabs may both make the day

    twitching = RadiosField(TWITCHING, label="Any twitching?", empty_value="")
    sleep_quality = RadiosField(SLEEP_QUALITIES, label="How well?", coerce=int)
    note = NoteField(label="Note")

    class Meta:
        model = Day
        fields = ("twitching", "sleep_quality", "note")

    def __init__(
        self,
        data: Any = None,
        *,
        user: User,
        day: date,
        twitched: bool = False,
        usual: float | None = None,
        **kwargs: Any,
    ) -> None:
        kept = Day.objects.for_user(user).on(day) or Day(date=day)
        answers = {sign.sign: sign.answer for sign in Sign.objects.for_user(user).on(day)}
        initial: dict[str, Any] = {sign: "yes" if answer else "no" for sign, answer in answers.items()}
        initial |= {code: kept.given(code) for code in FACTORS}
        data = None if data is None else pressed(data, usual)
        super().__init__(data, user=user, instance=kept, initial=initial, **kwargs)
        self.asked = (*CORE, *user.asked)
        self.fields |= {code: factor_field(code, user) for code in self.asked}
        for sign in IN_CHECK_IN:
            self.fields[sign] = RadiosField(YES_NO, label=QUESTIONS[sign], empty_value="")
        self.fields["water_ml"].help_text = DRINKS[user.volume_unit]
        read_by(self, user, self.now, self.zone)
        self.twitched = twitched
        self._ask_about_twitching(format_day(day, user.today(self.now)), twitched)

    def _ask_about_twitching(self, day: str, twitched: bool) -> None:
        """Offer "no twitching" only for a day that has none."""
        field = self.fields["twitching"]
        field.label = f"Any twitching {'on ' if day[0].isupper() else ''}{day}?"
        if twitched:
            field.label = "Was that all the twitching?"
            field.choices = [("yes", TWITCHING["yes"])]  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        for name in [*cleaned]:
            if name not in self.said:
                cleaned.pop(name)
        return cleaned

    @property
    def said(self) -> list[str]:
        """The questions that were answered in this sending, those taken back among them."""
        return [
            name
            for name, field in self.fields.items()
            if not field.widget.value_omitted_from_data(self.data, self.files, self.add_prefix(name))
        ]

    def save(self, commit: bool = True) -> Day:
        """Keep what was answered; a day on which nothing was is not made."""
        answers = {name: self.cleaned_data[name] for name in self.said if name in self.cleaned_data}
        source = "usual" if self.data.get("usual") else "entered"
        with transaction.atomic():
            for sign in answers.keys() & set(IN_CHECK_IN):
                said = {"yes": True, "no": False}.get(answers.pop(sign))
                Sign.objects.keep_answer(self.user, self.instance.date, sign, said, self.now)
            if self.instance.pk or any(value not in (None, "") for value in answers.values()):
                return self._keep(self._new(answers), source)
        return self.instance

    def _new(self, answers: dict[str, Any]) -> dict[str, Any]:
        """Leave out what the diary has already, so that it keeps where it came from."""
        return {
            name: value
            for name, value in answers.items()
            if name not in FACTORS or value != self.initial[name] or self.instance.pk is None
        }

    def _keep(self, answers: dict[str, Any], source: str) -> Day:
        usual = self.data.get("usual")
        others = {name: value for name, value in answers.items() if name != usual}
        day = Day.objects.keep(self.user, self.instance.date, others, self.now)
        if usual in answers:
            day = Day.objects.keep(self.user, self.instance.date, {usual: answers[usual]}, self.now, source)
        self.instance = day
        return day

    def bound(self, names: Iterable[str]) -> list[BoundField]:
        """Return these questions as they stand on the page."""
        return [self[name] for name in names]

    @property
    def optional(self) -> list[BoundField]:
        """The chosen questions that stand on the page."""
        return self.bound(self.user.asked[:SHOWN])

    @property
    def more(self) -> list[BoundField]:
        """The chosen questions beyond those."""
        return self.bound(self.user.asked[SHOWN:])

    @property
    def has_signs(self) -> bool:
        """Whether something was said about another sign."""
        return any(self.initial.get(sign) for sign in IN_CHECK_IN)

    @property
    def says_drinks(self) -> bool:
        """Whether what was sent changes what the drinks of the day come to."""
        return not {"water_ml", "caffeine_mg"}.isdisjoint(self.said)

    @property
    def first_error(self) -> str:
        """The first thing that stands in the way."""
        return next(str(errors[0]) for errors in self.errors.values())

    @property
    def signs(self) -> list[BoundField]:
        """The questions about other signs."""
        return self.bound(IN_CHECK_IN)


def pressed(data: Any, usual: float | None) -> Any:
    """Return what was sent with the button that was pressed as an answer."""
    data = data.copy()
    if name := data.get("clear"):
        data[name] = ""
    if name := data.get("zero"):
        data[name] = "0"
    if data.get("usual") == "sleep_hours" and usual is not None:
        data["sleep_hours"] = format_hours(usual)
    return data
