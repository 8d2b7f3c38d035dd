"""The day's check-in. A blank answer is not recorded, never zero; one that is not sent changes nothing."""

from datetime import date
from typing import Any

from crispy_forms.bootstrap import InlineRadios
from crispy_forms.helper import FormHelper
from crispy_forms.layout import Field, Fieldset, Layout, Submit
from django.db import transaction

from diary.forms.base import OwnedForm
from diary.forms.fields import AnswerField, CaffeineField, HoursField, NoteField, VolumeField
from diary.models import Day, Sign, User
from diary.quantities import format_day
from diary.vocabulary.factors import FACTORS, SLEEP_QUALITIES, TWITCHING
from diary.vocabulary.signs import QUESTIONS

YES_NO = {"yes": "Yes", "no": "No"}
DRINKS = {"ml": "For example, 1.5 l or 1500 ml", "fl_oz": "For example, 50 fl oz or 1.5 l"}
CAFFEINE = "In mg. A mug of coffee has about 140, a mug of tea about 75."  # NHS list, clinical.md B3


class DayForm(OwnedForm):
    """What a person says about one day; `twitched` when the diary has an episode of that day already."""

    settled_on_save = frozenset({"date"})  # two tabs may both make the day

    twitching = AnswerField(TWITCHING, label="Any twitching?", empty_value="")
    sleep_hours = HoursField(
        FACTORS["sleep_hours"], label="Sleep last night", help_text="For example, 7.5 or 7 h 30 min"
    )
    sleep_quality = AnswerField(SLEEP_QUALITIES, label="How well?", coerce=int)
    water_ml = VolumeField(FACTORS["water_ml"], label="All drinks together")
    caffeine_mg = CaffeineField(FACTORS["caffeine_mg"], label="Caffeine", help_text=CAFFEINE)
    stress = AnswerField(
        {number: str(number) for number in range(11)},
        label="Stress, 0 to 10",
        help_text="0 is no stress. 10 is the most you can imagine.",
        coerce=int,
        error_messages={"invalid_choice": FACTORS["stress"].out_of_range},
    )
    note = NoteField(label="Note")

    class Meta:
        model = Day
        fields = (
            "twitching",
            "sleep_hours",
            "sleep_quality",
            "water_ml",
            "caffeine_mg",
            "stress",
            "note",
        )

    def __init__(self, *args: Any, user: User, day: date, twitched: bool = False, **kwargs: Any) -> None:
        kept = Day.objects.for_user(user).on(day) or Day(date=day)
        answers = {sign.sign: sign.answer for sign in Sign.objects.for_user(user).on(day)}
        initial = {sign: "yes" if answer else "no" for sign, answer in answers.items()}
        super().__init__(*args, user=user, instance=kept, initial=initial, **kwargs)
        for sign, question in QUESTIONS.items():
            self.fields[sign] = AnswerField(YES_NO, none="Not answered", label=question, empty_value="")
        self.fields["water_ml"].help_text = DRINKS[user.volume_unit]
        self._ask_about_twitching(format_day(day, user.today(self.now)), twitched)

    def _ask_about_twitching(self, day: str, twitched: bool) -> None:
        """Offer "no twitching" only for a day that has none."""
        field = self.fields["twitching"]
        field.label = f"Any twitching {'on ' if day[0].isupper() else ''}{day}?"
        if twitched:
            field.label = "Was that all the twitching?"
            field.choices = [("yes", TWITCHING["yes"]), ("", AnswerField.NONE)]  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        for name, field in self.fields.items():
            if field.widget.value_omitted_from_data(self.data, self.files, self.add_prefix(name)):
                cleaned.pop(name, None)
        return cleaned

    def save(self, commit: bool = True) -> Day:
        """Keep what was answered; a day on which nothing was is not made."""
        answers = {name: self.cleaned_data[name] for name in self.fields if name in self.cleaned_data}
        with transaction.atomic():
            for sign in QUESTIONS.keys() & answers.keys():
                said = {"yes": True, "no": False}.get(answers.pop(sign))
                Sign.objects.keep_answer(self.user, self.instance.date, sign, said, self.now)
            if self.instance.pk or any(value not in (None, "") for value in answers.values()):
                return self._keep(answers)
        return self.instance

    def _keep(self, answers: dict[str, Any]) -> Day:
        changed = answers | {"changed_at": self.now}
        made = changed | {"zone": self.user.timezone, "made_at": self.now}
        day, _ = Day.objects.update_or_create(
            user=self.user, date=self.instance.date, defaults=changed, create_defaults=made
        )
        return day

    @property
    def helper(self) -> FormHelper:
        """Lay the check-in out, the one-tap question first."""
        helper = FormHelper()
        helper.show_optional = False  # the page says it once for all
        helper.layout = Layout(
            InlineRadios("twitching"),
            Fieldset("Sleep", Field("sleep_hours", wrapper_class="medium"), InlineRadios("sleep_quality")),
            Fieldset(
                "Drinks",
                Field("water_ml", wrapper_class="medium"),
                Field("caffeine_mg", wrapper_class="medium"),
            ),
            InlineRadios("stress", wrapper_class="scale"),
            Fieldset("Other signs", *(InlineRadios(sign) for sign in QUESTIONS)),
            Field("note"),
            Submit("save", "Save"),
        )
        return helper
